"""Reads the layer of figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from onrecord.annotate.draft import Draft
from onrecord.annotate.figures.again import shared_days
from onrecord.annotate.figures.amount import Amount
from onrecord.annotate.figures.compound import compounded
from onrecord.annotate.figures.counted import Counted, counted, doer, lemma_of, scope_of
from onrecord.annotate.figures.dates import Dater, Place
from onrecord.annotate.figures.ellipsis import Antecedent, bare, gapped, licensed, sum_of, told_again
from onrecord.annotate.figures.found import HELD, Found, named, repeated
from onrecord.annotate.figures.frames import Frame
from onrecord.annotate.figures.idle import idle, loose
from onrecord.annotate.figures.links import agreement_of, parts, whose_of
from onrecord.annotate.figures.measures import frame_of
from onrecord.annotate.figures.news import news_of
from onrecord.annotate.figures.numbers import amounts
from onrecord.annotate.figures.quote import named_behind, predicate_end, start_of, tailed, with_agent
from onrecord.annotate.figures.settle import Setting, settle
from onrecord.annotate.figures.tense import to_come
from onrecord.annotate.figures.theme import Theme, theme_of
from onrecord.annotate.figures.verbs import perfect
from onrecord.annotate.holding import holder
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Figure, Problem, Span, Token

BODILY = frozenset({"killed", "injured", "released", "freed", "rescued", "missing", "dead", "alive", "held", "taken"})
"""Measures of persons only; "seized 30 crawlers" is left to the list of things."""
GONE = frozenset({"released", "freed", "rescued", "killed", "dead"})
"""What "one of the hostages" counts; one who is only spoken of is no figure."""
UP_TO_NOW = frozenset({"already", "altogether", "cumulative", "cumulatively"})


def read_figures(draft: Draft) -> tuple[tuple[Figure, ...], tuple[Problem, ...]]:
    """The figures of one report in the order of the text, and what was not understood."""
    theme = theme_of(draft.parsed)
    if not theme.relevant:
        return (), ()
    silent = {i for i, b in enumerate(draft.parsed.report.blocks) if b.kind == "dateline"}
    reader = Reader(draft, theme, Dater(draft.parsed, draft.times, draft.attributions, news_of(draft.parsed, draft.times)))
    found: list[Found] = []
    for sentence in draft.parsed.sentences:
        if sentence.block in silent:
            continue
        words = draft.parsed.of(sentence)
        for amount in amounts(words):
            if found and found[-1].family == "time" and found[-1].figure.span.end > words[amount.core].start:
                continue
            made = reader.figure(words, amount, found)
            if made is not None:
                found.append(made)
    found.sort(key=lambda f: (f.figure.span.start, -f.figure.span.end))
    figures = [replace(f.figure, id=f"f{n}") for n, f in enumerate(repeated(found), 1)]
    whole = parts(draft.parsed, figures, frozenset(f"f{n}" for n, f in enumerate(found, 1) if f.framed))
    return tuple(named(figure, item) for figure, item in zip(shared_days(whole), found, strict=True)), ()


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes figures of the amounts of one report."""

    draft: Draft
    theme: Theme
    dater: Dater

    def figure(self, words: Sequence[Token], amount: Amount, before: Sequence[Found]) -> Found | None:
        """The figure at *amount*, or None where it is no figure."""
        amount, noun = compounded(words, amount, counted(words, amount))
        amount = spanning(words, amount, noun)
        if idle(words, amount, noun, self.draft):
            return None
        anchor = top_of(words, amount, noun)
        frame = frame_of(words, noun, anchor)
        if noun.family == "things" and frame is not None and frame.measure in BODILY and doer(noun.head):
            noun = replace(noun, family="persons", unit="people", scope=scope_of(words, amount.last, noun.last - 1, "persons"))
        known = antecedent(before, anchor)
        last = told_last(before, anchor) if noun.head is None and noun.family is None and frame is None else None
        if last is not None and sum_of(words, amount, last.family):
            noun = replace(noun, family=last.family, unit=last.figure.unit)
        setting = self.placed(Setting(words, amount, noun, noun.family or "things", self.theme, captive_unit(before, self.theme)), frame, known)
        if setting is None:
            return None
        measure, unit = settle(setting, frame)
        day = gapped(words, amount) if noun.head is None and known is not None and known.near else None
        each = frame is None and noun.head is None and "each" in {w.lower for w in words[amount.last : amount.last + 2]}
        if known is not None and ((known.near and (each or day is not None)) or (frame is None and told_again(words, amount))):
            measure, unit = known.measure, known.unit
        if loose(words, amount, noun, measure) or (noun.apart and words[amount.core].lower == "one" and measure not in GONE):
            return None
        made = self.made(setting, frame, anchor, (measure, unit))
        if day is not None and (told := self.dater.on(day)) is not None:
            made = replace(made, as_of=told)
        return Found(made, setting.family, anchor, frame is not None or day is not None, noun.head)

    def placed(self, setting: Setting, frame: Frame | None, known: Antecedent | None) -> Setting | None:
        """The setting with family and end of a bare number filled in; None where nothing licenses it."""
        noun, words, amount = setting.noun, setting.words, setting.amount
        ones = noun.head is not None and noun.head.lower in ("ones", "others")
        if not ones and (noun.head is not None or noun.family is not None):
            return setting
        if ones:
            scope = tuple(w for w in words[amount.last : noun.last - 1] if w.pos != "DET")
            return replace(setting, family=known.family, noun=replace(noun, scope=scope)) if known is not None else None
        if not licensed(setting.words, setting.amount, frame, known):
            return None
        family, last = bare(setting.words, setting.amount, frame, known)
        if frame is not None and frame.end is not None:
            end = with_agent(words, frame.end.i - setting.words[0].i + 1)
            between = setting.words[last:end]
            clause = bool(between) and between[0].lower not in ("who", "that") and any(w.pos == "AUX" and w.tag != "VB" for w in between)
            last = last if clause else max(last, end)
        if family is None:
            return None
        unit = known.unit if known is not None and family == known.family else ""
        scope = named_behind(words, last) if words[last - 1].lower in ("them", "whom", "those") else ()
        last += len(scope)
        return replace(setting, family=family, noun=replace(noun, last=tailed(words, last) if last == amount.last else last, unit=unit, scope=scope))

    def made(self, setting: Setting, frame: Frame | None, anchor: Token, settled: tuple[str, str]) -> Figure:
        """The figure with its span, date, holder and links."""
        measure, unit = settled
        words, amount, noun = setting.words, setting.amount, setting.noun
        text = self.draft.parsed.report.text
        trigger = frame.by if frame else None
        behind = amount.last if noun.head is None else noun.last
        bound = agreement_of(self.draft.parsed, words, behind, trigger)
        end = bound.deal if bound is not None and noun.head is None and bound.begins == behind else words[predicate_end(words, amount, noun) - 1].end
        span = Span(words[start_of(words, amount, noun)].start, end)
        event = lasting(words, amount.last, noun.last) if setting.family == "time" else None
        by = holder(self.draft.attributions, span)
        other = noun.head if noun.apart else frame.aside if frame else None
        place = Place(anchor, trigger, measure, event, other, amount.ordinal)  # type: ignore[arg-type]
        as_of = self.dater.when(place) if setting.family != "money" or paid(anchor) else None
        counted_up = trigger is not None and (perfect(trigger) or any(w.lower in UP_TO_NOW for w in words))
        whose = whose_of(self.draft, trigger, noun.head)
        anybody = noun.head is None or lemma_of(noun.head) in lexicon("figures_units")["anybody"]["words"]
        if unit == "hostages" and measure in FREEING and anybody and jailer(whose):
            unit = "prisoners"
        return Figure(
            id="", span=span, value=amount.value, low=amount.low, high=amount.high, comparator=amount.comparator, unit=unit,
            measure=measure,  # type: ignore[arg-type]
            scope=Span(noun.scope[0].start, noun.scope[-1].end).of(text) if noun.scope else None,
            as_of=as_of,
            by=by.id if by else None, whose=whose, agreement=bound.words if bound is not None else None,
            some=spoken_of(setting, anchor, trigger, measure),
            cumulative=counted_up and bound is None and (as_of is None or as_of.time is None),
        )


def spanning(words: Sequence[Token], amount: Amount, noun: Counted) -> Amount:
    """The amount without an "over" that means during ("nine percent over three years")."""
    if noun.family == "time" and words[amount.first].lower == "over" and words[amount.first].dep == "prep":
        return replace(amount, first=amount.core, low=None, high=None, comparator="exact")
    return amount


def antecedent(before: Sequence[Found], anchor: Token) -> Antecedent | None:
    """The last counted set in this sentence or the two before it that a bare number may go on with; persons before things."""
    near = [f for f in before if anchor.sent - f.anchor.sent <= 2 and abs(f.anchor.block - anchor.block) <= 2 and f.family not in ("time", "money", "percent")]
    persons = [f for f in near if f.family in ("captives", "prisoners", "persons")]
    for found in reversed(persons or near):
        family = HELD.get(found.figure.unit, found.family)
        return Antecedent(family, found.figure.unit, found.figure.measure, found.anchor.sent == anchor.sent)
    return None


def told_last(before: Sequence[Found], anchor: Token) -> Found | None:
    """What was counted last, in this sentence or the one before it."""
    return before[-1] if before and anchor.sent - before[-1].anchor.sent <= 1 else None


def captive_unit(before: Sequence[Found], theme: Theme) -> str | None:
    """What the captives counted before were: hostages where any were, else prisoners; None where none were counted.

    Prisoners asked for in return for captives say nothing of the captives.
    """
    units = {f.figure.unit for f in before if not (theme.captives and f.figure.measure == "prisoners_to_release")}
    return next((u for u in HELD if u in units), None)


def top_of(words: Sequence[Token], amount: Amount, noun: Counted) -> Token:
    """The topmost word of the counted phrase: the head of all its words."""
    inside = {t.i for t in words[amount.first : noun.last]}
    if noun.head is None and noun.last < len(words) and words[noun.last].lower in ("more", "others"):
        inside.add(words[noun.last].i)
    anchor = noun.head or words[amount.core_end - 1]
    while anchor.head.i in inside and anchor.head is not anchor:
        anchor = anchor.head
    while anchor.dep == "pobj" and anchor.head.lower == "of" and anchor.head.head.lemma in ("total", "number", "group", "half", "list"):
        anchor = anchor.head.head
    return anchor


def rate(words: Sequence[Token], amount: Amount, noun: Counted) -> bool:
    """Whether the number is one side of a ratio ("three prisoners for every captive", "for one captive")."""
    after = [w.lower for w in words[noun.last : noun.last + 2]]
    before = words[amount.first - 1].lower if amount.first else ""
    return (after[:1] == ["for"] and after[-1] in ("every", "each", "one")) or after[:1] == ["per"] or (before == "for" and amount.value == 1)


def spoken_of(setting: Setting, anchor: Token, trigger: Token | None, measure: str) -> bool:
    """Whether a set of the held is only spoken of: shown, named or talked about, with no article or "there are" that makes it all of them."""
    words, first = setting.words, setting.amount.first
    if rate(words, setting.amount, setting.noun):
        return True
    if setting.noun.head is None or measure not in ("held", "prisoners_held") or (trigger is not None and trigger.pos in ("VERB", "AUX", "ADP", "ADJ")):
        return False
    if trigger is not None and trigger.lemma in lexicon("figures_measures")["shown"]["words"]:
        return True
    definite = words[first].lower in ("all", "the") or (first > 0 and words[first - 1].lower in ("the", "all", "their", "its", "these", "those"))
    return not definite and anchor.head.lemma not in ("be", "remain")


FREEING = frozenset({"released", "freed"})


def jailer(party: str | None) -> bool:
    """Whether who frees them is a state, by the name that the report gives it ("the government … It freed 48 men"): whom a state frees it had jailed."""
    return party is not None and party.lower().split()[-1] in lexicon("figures_measures")["captor"]["jailers"]


def lasting(words: Sequence[Token], first: int, last: int) -> Token | None:
    """The noun of a happening that a compound duration stands before ("a 20-minute call")."""
    happenings = lexicon("figures_units")["happenings"]["words"]
    return next((w for w in words[first : last + 3] if w.pos == "NOUN" and w.lemma in happenings), None)


def paid(anchor: Token) -> bool:
    """Whether a sum has changed hands, and so has a day; one that is asked for or offered has none."""
    verb = anchor.head
    return anchor.dep in ("dobj", "nsubjpass") and verb.lemma in lexicon("figures_measures")["paying"]["words"] and not to_come(verb)
