"""Remarks on the way that messages go: who stands between, how long they take, when contact was cut."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from onrecord.reconcile.channels.nodes import nodes, owner
from onrecord.reconcile.channels.settings import part, patterns
from onrecord.reconcile.channels.uses import Use, negotiation, of_talks, whole_way
from onrecord.reconcile.sentences import sentences
from onrecord.reconcile.standing import Standing
from onrecord.types import Interval, Negotiation, Reading, Span, Words

STEMS = ("mediat", "intermediar", "go-between", "channel", "contact", "ommunication", "essage", "touch", "repl", "nswer", "t takes", "t took")

CARRYING = ("state", "body", "person")
"""Kinds of those who may stand between two parties."""
WAYS = (" via ", " through ", "passed", "passes", "handed", "hands", "relay", "forward", "delivered", "delivers", "conveyed", "conveys")
PRONOUNS = frozenset({"it", "its", "they", "their", "them", "he", "his", "him", "she", "her", "who", "which", "that", "this"})
PLACED = re.compile(r"\b(?:in|at|from|near|on|inside|outside) (?:the )?$")
OWN_PART = re.compile(r"(?:(?:its|their|his|the [a-z]+['’]s) )((?:[a-z]+ ){0,2}[a-z]+)")
"""A part of the sender's own party ("its military leader")."""
FIRST = 24
"""Characters behind "through" or "to" within which those meant are named."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A delay or a break that a sentence tells, and whom it names."""

    kind: str
    report: str
    who: tuple[str, ...]
    words: Words
    date: Interval | None
    told: str
    """The words of the delay, or of the break."""


@dataclass(frozen=True, slots=True)
class Place:
    """A sentence whose words fit a pattern of the lexicon, and which kinds."""

    sentence: Span
    mediating: bool
    told: bool
    """Of a delay or a break."""
    ways: bool


def places(reading: Reading) -> tuple[Place, ...]:
    """The sentences of a report that are worth a look, by its words alone."""
    text = reading.report.text
    if not any(stem in text for stem in (*STEMS, *WAYS)):
        return ()
    spans = [s for p in reading.participants if p.kind in CARRYING for s in p.spans]
    return tuple(found for sentence in sentences(reading.report) if (found := place_of(text, sentence, spans)) is not None)


def place_of(text: str, sentence: Span, spans: Sequence[Span]) -> Place | None:
    """The kinds of patterns that a sentence fits; None where it fits none. *spans* are those of who may carry."""
    words = sentence.of(text)
    stemmed, way = any(stem in words for stem in STEMS), any(stem in words for stem in WAYS)
    found = Place(
        sentence, stemmed and any(mediating(text, sentence, span) for span in spans),
        stemmed and any(p.search(text, sentence.start, sentence.end) for kind in ("delays", "breaks") for p in patterns(kind)),
        way and any(p.search(text, sentence.start, sentence.end) for kind in ("through", "passing") for p in patterns(kind)),
    )
    return found if found.mediating or found.told or found.ways else None


def mediating(text: str, sentence: Span, span: Span) -> bool:
    """Whether words behind a name in a sentence tell of one who stands between."""
    behind = span.end + (text[span.end : span.end + 1] == " ")
    return sentence.holds(span) and any(p.match(text, behind, sentence.end) for p in patterns("mediating"))


def looks(standing: Standing) -> dict[str, tuple[Place, ...]]:
    """For each report the sentences that are worth a look."""
    readings = standing.scene.readings
    found = standing.scene.memo.of_readings("sentences on channels", tuple[Place, ...], readings, places)
    return {r.report.id: own for r, own in zip(readings, found, strict=True) if own}


def from_words(standing: Standing, reading: Reading, looked: Sequence[Place]) -> Iterator[Use | Remark]:
    """Every remark of a report, in the sentences *looked* at."""
    for place in looked:
        if not standing.stands(reading.report.id, place.sentence):
            continue
        if place.mediating:
            yield from mediators(standing, reading, place.sentence)
        if place.told:
            yield from told(standing, reading, place.sentence)
        if place.ways:
            yield from by_way_of(standing, reading, place.sentence)


def mediators(standing: Standing, reading: Reading, sentence: Span) -> Iterator[Use]:
    """Those who are told to stand between the two parties of the report's talks."""
    report, text = reading.report.id, reading.report.text
    talks = negotiation(standing, report)
    if talks is None or len(talks.parties) != 2:
        return
    for who in reading.participants:
        for span in who.spans if who.kind in CARRYING else ():
            if not mediating(text, sentence, span):
                continue
            for node in nodes(standing.scene, report, who.name):
                path = (talks.parties[0], node, talks.parties[1])
                if owner(node) not in talks.parties and whole_way(path):
                    yield use(standing, report, sentence, path, both=True)


def use(standing: Standing, report: str, sentence: Span, path: tuple[str, ...], *, both: bool = False, cue: Span | None = None) -> Use:
    """A way that a sentence tells in words."""
    date = standing.day_beside(report, cue, sentence) if cue else None
    published = standing.scene.dates[report].published
    chain = standing.chain_at(report, cue or Span(sentence.start, sentence.start + 1))
    return Use(path, "message" if cue else "remark", "used", standing.words(report, sentence), date, published, chain, both)


def by_way_of(standing: Standing, reading: Reading, sentence: Span) -> Iterator[Use]:
    """Messages told in words: "A replied through B", "A's office passed it on to its leader"."""
    report, text = reading.report.id, reading.report.text
    for kind in ("through", "passing"):
        for pattern in patterns(kind):
            found = pattern.search(text, sentence.start, sentence.end)
            if found is None:
                continue
            cue, talks = Span(found.start(), found.end()), negotiation(standing, report)
            sender = at(standing, reading, Span(sentence.start, cue.start), None)
            other = at(standing, reading, Span(cue.end, sentence.end), sender, first=True)
            named = at(standing, reading, cue, sender)
            path = (sender, other) if kind == "passing" else through(talks, sender, (other, named), reaching=found[0].startswith(("reach", "arriv")))
            way = tuple(n for n in path if n is not None)
            if len(way) == len(path) and whole_way(way) and of_talks(standing, report, way):
                yield use(standing, report, sentence, way, cue=cue)


def through(talks: Negotiation | None, sender: str | None, named: tuple[str | None, str | None], *, reaching: bool) -> tuple[str | None, ...]:
    """The way of "*sender* replied through A" or "demands reached B through A": whoever is not named is the other of two parties."""
    carrier, receiver = named
    if talks is None or len(talks.parties) != 2:
        return (sender, carrier, receiver)
    if reaching:
        sender = None
    known = owner(receiver or sender or "")
    rest = [p for p in talks.parties if p != known] if known in talks.parties else []
    return (sender or (rest[0] if rest else None), carrier, receiver or (rest[0] if rest else None))


def at(standing: Standing, reading: Reading, stretch: Span, beside: str | None, *, first: bool = False) -> str | None:
    """The node named last (or *first*, right at the beginning) in a stretch of text; a place where somebody is does not stand for them."""
    text = reading.report.text
    owned = OWN_PART.match(text, stretch.start, stretch.end) if first and beside else None
    if owned is not None and (told := part(owned[1])) is not None:
        return f"{owner(beside or '')} ({told})"
    here = sorted((s, p.name) for p in reading.participants for s in p.spans if stretch.holds(s) and s.of(text).lower() not in PRONOUNS)
    here = [(s, n) for s, n in here if (s.start - stretch.start <= FIRST if first else not PLACED.search(text, stretch.start, s.start))]
    for _, name in here if first else reversed(here):
        found = nodes(standing.scene, reading.report.id, name, beside) or lone(name, "person")
        if found:
            return found[0]
    return None


def told(standing: Standing, reading: Reading, sentence: Span) -> Iterator[Remark]:
    """Delays and breaks."""
    report, text = reading.report.id, reading.report.text
    for kind in ("delays", "breaks"):
        for pattern in patterns(kind):
            found = pattern.search(text, sentence.start, sentence.end)
            if found is None:
                continue
            here = [(s, p) for p in reading.participants for s in p.spans if sentence.holds(s) and s.of(text)[:1].isupper()]
            named = (nodes(standing.scene, report, p.name) or lone(p.name, p.kind) for _, p in sorted(here, key=lambda row: row[0]))
            who = tuple(dict.fromkeys(n for found_nodes in named for n in found_nodes))
            date = standing.day_beside(report, Span(found.start(), found.end()), sentence)
            yield Remark(kind, report, who, standing.words(report, sentence), date, found[1] if found.groups() else found[0])
            break


def lone(name: str, kind: str) -> tuple[str, ...]:
    """A person of no side stands for themselves."""
    return (name,) if kind == "person" and name[:1].isupper() else ()
