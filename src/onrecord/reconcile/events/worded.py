"""The words of an account themselves: where they tell more than a set phrase, and where they do not bear it out."""

from __future__ import annotations

import re

from onrecord.reconcile.events.mention import FACTS, Told
from onrecord.reconcile.events.settings import table
from onrecord.reconcile.scene import Scene
from onrecord.types import EventType

DEEDS = frozenset({"attack", "operation", "release", "capture"})
"""Types of which a set phrase without a target tells nothing ("the Front attacks")."""
BEFORE = 160
"""Characters before the words of an account in which its doer is looked for."""
RELATIVE = re.compile(r"^(?:(?:in|under|by|for|with|to|from)\s+which|which|who|that|whom|and|but|when)\s+", re.I)
INSERTED = re.compile(r"^((?:\S+ ){0,4}\S+),\s+(?:which|who)\s+")
"""A doer with what is told of it behind a comma."""
PRONOUN = re.compile(r"^(?:it|they|he|she|we)\b(?!['’])", re.I)
POSSESSED = re.compile(r"[’']s?\s+(?:\w+\s+)?$")
PASSIVE = re.compile(r"\b(?:was|were|been|being|be|is|are)\s+(?:\w+ly\s+)?$", re.I)
PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+)?$")
INFINITIVE = re.compile(r"^to\s+\w", re.I)
OBJECT = re.compile(r"^(\w+(?:\s+\w+)?\s+)(them|it)\b(?!['’])")
"""A verb with a pronoun behind it that tells nothing by itself."""
BROKEN_OFF = re.compile(r"\s+[—–]\s+|\n|,\s+with\s")
"""Where the words of an account go over to something else."""
ONWARD = re.compile(r"\s(?:(?![.!?;](?:\s|$|[\"”’])|[—–,\n]).)*")
"""What follows the words of an account up to the end of its clause."""
ENDED = re.compile(r"[.!?;\n]\s*(?=[A-Z“\"])")
ARTICLE = r"\b(?:the|a|an)\s+"
COUNTED = re.compile(r"(?:\d|[a-z-]+s\s+of\s+the\s)")


def borne(best: Told) -> bool:
    """Whether the words of an account bear out the set phrase of its type: a truce that is only named has not begun."""
    quote = best.statement.quote
    clause = RELATIVE.match(quote)
    named_before = clause is not None and PRONOUN.match(quote[clause.end() :]) is None  # "that Belmar put forward": what it was stands before it
    return best.item.factuality not in FACTS or named_before or bears(best.item.type, quote)


def bears(kind: EventType, words: str) -> bool:
    """Whether *words* say what the set phrase of a type says."""
    pattern = table("borne").get(kind)
    return pattern is None or re.search(pattern, words, re.I) is not None


def text_of(scene: Scene, best: Told) -> str:
    """The text of the account's report; empty where it is not at hand."""
    reading = scene.by_report.get(best.statement.report)
    return reading.report.text if reading is not None else ""


def to_its_end(scene: Scene, best: Told, words: str) -> str:
    """*words*, the end of an account's quote, with the rest of their clause."""
    cut = BROKEN_OFF.split(words, maxsplit=1)[0]
    more = ONWARD.match(text_of(scene, best), best.statement.span.end, said_until(scene, best)) if cut == words else None
    return balanced((cut + (more.group() if more is not None else "")).strip(' ,;:."“”'))


def balanced(words: str) -> str:
    """*words* with the mark closed, or taken out, that their cut left without its other."""
    if words.count('"') % 2:
        return f'{words}"'
    if words.count("“") > words.count("”"):
        return f"{words}”"
    return words.replace("”", "") if words.count("”") > words.count("“") else words


def said_until(scene: Scene, best: Told) -> int:
    """Where what somebody is told to have said ends that holds the words of an account; the end of the text where nobody is."""
    reading = scene.by_report.get(best.statement.report)
    said = [s.end for a in reading.attributions for s in a.content_spans if s.holds(best.statement.span)] if reading is not None else []
    return min(said, default=len(text_of(scene, best)))


def own_words(scene: Scene, best: Told, doers: str) -> str | None:
    """*doers* and the quote from its trigger on, where that reads as a sentence: a finite past verb, not a passive, told as a fact."""
    item, quote = best.item, best.statement.quote
    bare = item.type in DEEDS and not best.named("targets") and item.place is None
    if not (item.type in table("worded")["types"] or bare) or item.factuality not in FACTS or not doers:
        return None
    at = item.trigger_span.start - item.span.start
    trigger = quote[at : item.trigger_span.end - item.span.start].lower()
    head = trigger.split()[0] if trigger else ""
    if not (head.endswith(("ed", "s")) or head in table("irregular")["words"]) or POSSESSED.search(quote[:at]) or PASSIVE.search(quote[:at]) or at < 0:
        return None
    if quote[at + len(trigger) :].casefold().startswith(" by "):
        return None  # a participle: "the text drafted by the mediators"
    doer = max((quote.rfind(n, 0, at) for n in best.named("actors")), default=-1)
    if re.search(r"\b(?:that|which|who|whom)\b", quote[max(doer, 0) : at]):
        return None  # a relative clause: its object stands before it
    perfect = PERFECT.search(quote[:at])
    rest = pointed(scene, best, to_its_end(scene, best, quote[perfect.start() if perfect else at :]))
    if perfect and not doers.count(" and ") and PRONOUN.match(quote):
        rest = re.sub(r"^have\b", "has", rest)  # "we have accepted", told of one party
    return f"{doers} {rest}" if len(rest.split()) > 1 else None


def pointed(scene: Scene, best: Told, words: str) -> str:
    """*words* with what "them" or "it" right behind the verb means in brackets: the last thing of its number before it that may be answered."""
    found = OBJECT.match(words)
    if found is None or best.item.type not in ("reject", "accept", "agree"):
        return words
    nouns = table("pointed_at")["many" if found[2] == "them" else "one"]
    start = best.statement.span.start
    paragraph = text_of(scene, best)[max(0, start - 3 * BEFORE) : start].rsplit("\n", 1)[-1]
    told = re.findall(rf"\b(?:{nouns})\b", paragraph)
    return f"{words[: found.end()]} [the {told[-1]}]{words[found.end() :]}" if told else words


def plain_words(scene: Scene, best: Told, doers: str) -> str:
    """The quote itself; where it does not hold its doer, from where the sentence names it, else with *doers* before it."""
    quote = INSERTED.sub(r"\1 ", RELATIVE.sub("", to_its_end(scene, best, best.statement.quote)))
    named = best.named("actors")
    if not doers or PRONOUN.match(quote) or any(plain in quote for plain in (doers, *named)) or stands_in(scene, best, named):
        return quote
    start = best.statement.span.start
    ahead = text_of(scene, best)[max(0, start - BEFORE) : start]
    at = max((ahead.rfind(n) for n in named), default=-1)
    if at >= 0 and not ENDED.search(ahead, at):
        return f"{ahead[at:]}{quote}"
    return f"{doers}{'' if INFINITIVE.match(quote) else ':'} {quote}"


def stands_in(scene: Scene, best: Told, names: tuple[str, ...]) -> bool:
    """Whether the words of an account hold one of *names* by another that its report has for them ("the rebels")."""
    reading = scene.by_report.get(best.statement.report)
    return reading is not None and any(best.statement.span.holds(s) for p in reading.participants if p.name in names for s in p.spans)


def returned(best: Told) -> bool:
    """Whether a passive tells behind its verb how somebody came back ("returned dead"), which is no one who was freed."""
    quote, at = best.statement.quote, best.item.trigger_span.start - best.item.span.start
    return PASSIVE.search(quote[: max(at, 0)]) is not None and any(quote.rfind(t) > at for t in best.item.targets)


def as_printed(quote: str, target: str) -> str | None:
    """A target that no name stands for, with its article and the name beside it ("the body of the engineer Jonas Pell"); None for an apposition."""
    if target[:1].isupper() or COUNTED.match(target):
        return target
    if re.search(rf",\s+{ARTICLE}{re.escape(target)}\b(?!,?\s+and\b)", quote):
        return None
    found = re.search(rf"({ARTICLE}){re.escape(target)}\b((?:\s+[A-Z][\w’'-]+)*)", quote)
    return f"{found[1]}{target}{found[2]}" if found else target


def ended_by(best: Told) -> bool:
    """Whether the doer of an account is told as ending the truce, and not only as one of those between whom it was."""
    at, end = (p - best.item.span.start for p in (best.item.trigger_span.start, best.item.trigger_span.end))
    quote = best.statement.quote
    before, after = quote[:at], quote[end:]
    truce = re.compile(table("borne")["breach"], re.I)
    return any(n in before for n in best.named("actors")) and truce.search(after) is not None and truce.search(before) is None
