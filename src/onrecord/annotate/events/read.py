"""Reads the layer of events."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.cast import Cast
from onrecord.annotate.clauses.actors import main_parties
from onrecord.annotate.draft import Draft
from onrecord.annotate.events.asked import asked, in_question
from onrecord.annotate.events.context import context_of
from onrecord.annotate.events.dates import dates_of
from onrecord.annotate.events.factuality import factuality
from onrecord.annotate.events.frame import sisters
from onrecord.annotate.events.held import with_held
from onrecord.annotate.events.implied import filled, is_each
from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.quote import quote
from onrecord.annotate.events.roles import Roles, acts, doer_names, roles
from onrecord.annotate.events.topic import readable, topic_of
from onrecord.annotate.events.trade import of_the_trade
from onrecord.annotate.events.trigger import Trigger
from onrecord.annotate.events.triggers import covered, find_triggers
from onrecord.annotate.holding import holder
from onrecord.types import QUIET_BLOCKS, Confidence, EventMention, EventType, Problem, Span, Token, When
from onrecord.types.reading import USUAL

SUPPLIED = 0.6
"""Confidence in an event of which the report, not the clause, tells who took part: below USUAL, above what is doubtful in itself."""
LONGEST_GAP = 4
"""Words over which a phrase ("take … hostage") is shown as one trigger; a longer one is shown by its verb."""
MADE_OF: frozenset[EventType] = frozenset({"agree", "truce_start", "truce_extend", "operation", "propose"})
"""Types of which the verb tells the making and the noun what is made ("reach a deal")."""
SHORT_PHRASE = 3
"""Words of verb and noun that are shown together."""
ENDINGS = frozenset({"home", "hostage", "captive", "prisoner", "free", "out", "trial"})
"""Last words without which a phrase that is parted by its object means something else."""


def read_events(draft: Draft) -> tuple[tuple[EventMention, ...], tuple[Problem, ...]]:
    """The events of one report in the order of the text, and what was not understood."""
    parsed, cast = draft.parsed, with_held(draft.parsed, draft.cast)
    topic = topic_of(parsed)
    triggers = tuple(t for t in find_triggers(parsed, cast, topic) if readable(t.rule.type, topic) and told(draft, t))
    explicit = tuple(spoken(draft, t, roles(t, cast)) for t in triggers)
    context = context_of(parsed, triggers, explicit, cast)
    both = (n.casefold() in word_class("both_sides") or is_each(n) for e in explicit for n in (*e.actors, *e.targets))
    if len(context.parties) != 2 and any(both):
        context = replace(context, named=tuple(main_parties(draft)))
    full = tuple(filled(t, plain, context, cast) for t, plain in zip(triggers, explicit, strict=True))
    dates = dates_of(parsed, draft.times, triggers, tuple(f.actors for f in full), sides_of(full, cast))
    found: list[EventMention] = []
    for trigger, plain, parts in zip(triggers, explicit, full, strict=True):
        event = replace(mention(draft, trigger, parts, dates.get(trigger.head.i)), confidence=sureness(plain, parts), supplied=supplied(plain, parts))
        if event.factuality not in trigger.rule.not_factuality:
            found.append(replace(event, id=f"e{len(found) + 1}"))
    return tuple(found), ()


def sureness(plain: Roles, parts: Roles) -> Confidence:
    """How sure an event is: less where who took part stands in no word of its clause, with the reason, so that it is never taken for told."""
    reasons = []
    if not plain.actors and parts.actors:
        reasons.append(f"its clause does not say who; {' and '.join(parts.actors)} by the report's parties and what they did elsewhere in it")
    if not plain.targets and parts.targets:
        reasons.append(f"its clause does not say to whom; {' and '.join(parts.targets)} as the other party of the report")
    return Confidence(SUPPLIED, tuple(reasons)) if reasons else USUAL


def supplied(plain: Roles, parts: Roles) -> tuple[str, ...]:
    """The participants that stand in no word of the clause."""
    doers = parts.actors if not plain.actors else ()
    aims = parts.targets if not plain.targets else ()
    return tuple(dict.fromkeys((*doers, *aims)))


def sides_of(full: tuple[Roles, ...], cast: Cast) -> tuple[tuple[str, ...], ...]:
    """The actors of each trigger and the parties that they speak or act for."""
    found = []
    for parts in full:
        known = [p for n in parts.actors if (p := cast.named(n)) is not None]
        found.append((*parts.actors, *(p.side for p in known if p.side)))
    return tuple(found)


def spoken(draft: Draft, trigger: Trigger, plain: Roles) -> Roles:
    """*plain* with "I" and "we" as whoever speaks: the source of the quotation, its side for "we", or the speaker of the turn."""
    first = next((t.lower for t in trigger.frame.subjects if t.lower in ("i", "we")), None)
    if first is None and not plain.actors:
        first = "we" if trigger.rule.type == "accuse" and trigger.head.dep == "xcomp" and trigger.head.lemma == "blame" else None
        plain = replace(plain, actors=told_before(draft, trigger)) if first is None else plain
    if first is None or plain.actors:
        return plain
    by = holder(draft.attributions, Span(trigger.head.start, trigger.head.end))
    block = draft.parsed.report.block_at(trigger.head.start)
    speaker = by.resolved if by is not None else block.speaker if block is not None else None
    if by is not None and first == "we" and by.affiliation:
        speaker = by.affiliation
    return replace(plain, actors=(speaker,)) if speaker else plain


def told_before(draft: Draft, trigger: Trigger) -> tuple[str, ...]:
    """Who "they" are where nobody resolved them: the plural subject of the main verb of the sentence before in the same paragraph."""
    they = next((t for t in trigger.frame.subjects if t.lower == "they" and draft.cast.at(t) is None), None)
    if they is None or they.sent != trigger.head.sent or they.sent == 0:
        return ()
    parsed = draft.parsed
    root = next((t for t in parsed.of(parsed.sentences[they.sent - 1]) if t.head is t), None)
    subject = root.has("nsubj", "nsubjpass") if root is not None and root.pos in ("VERB", "AUX") else None
    if subject is None or parsed.report.block_at(subject.start) != parsed.report.block_at(they.start):
        return ()
    heads = sisters(subject)
    many = len(heads) > 1 or subject.tag in ("NNS", "NNPS")
    return doer_names(tuple(t for t in heads if acts(t, draft.cast)), draft.cast) if many else ()


def shown(words: tuple[Token, ...]) -> Span:
    """The span of a trigger: the whole phrase where its words stand together or its last word makes its sense, else its first word."""
    first, last = words[0], words[-1]
    gap = last.i - first.i
    whole = gap < len(words) or (gap <= LONGEST_GAP and last.lower in ENDINGS)
    return Span(first.start, max(w.end for w in words) if whole else first.end)


def phrased(trigger: Trigger, cast: Cast, text: str) -> Span:
    """What is shown of a trigger: with the noun that its verb says the making of, where both are one short phrase ("agreement was reached")."""
    place = shown(trigger.words)
    for noun in covered(trigger, cast) if trigger.rule.type in MADE_OF and not trigger.is_noun else ():
        whole = Span(min(place.start, noun.start), max(place.end, noun.end))
        if noun.sent == trigger.head.sent and noun.pos in ("NOUN", "PROPN") and noun.dep != "nsubj" and len(whole.of(text).split()) <= SHORT_PHRASE:
            return whole
    return place


def told(draft: Draft, trigger: Trigger) -> bool:
    """Whether the trigger stands in running text, not in a caption, and tells of the story, not of how it was reported."""
    block = draft.parsed.report.block_at(trigger.head.start)
    return (block is None or block.kind not in QUIET_BLOCKS) and not of_the_trade(trigger) and not in_question(trigger)


def mention(draft: Draft, trigger: Trigger, full: Roles, date: When | None) -> EventMention:
    """One event mention, not yet numbered."""
    block = draft.parsed.report.block_at(trigger.head.start)
    title = block is not None and block.kind in ("title", "standfirst")
    place = phrased(trigger, draft.cast, draft.parsed.report.text)
    by = holder(draft.attributions, place, outside=place)
    return EventMention(
        id="e",
        span=quote(trigger, draft.parsed),
        trigger_span=place,
        type=trigger.rule.type,
        factuality="possible" if asked(trigger, draft.parsed) else factuality(trigger, title=title, is_dated=date is not None),
        actors=full.actors,
        targets=full.targets,
        through=full.through,
        place=full.place,
        about=full.about,
        date=date,
        by=by.id if by else None,
    )
