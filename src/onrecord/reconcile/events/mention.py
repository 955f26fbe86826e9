"""Event statements with their participants made comparable over reports."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from onrecord.reconcile.events.order import days_by_order, earlier_than, mention_of, ordered_in
from onrecord.reconcile.events.settings import spelt, table
from onrecord.reconcile.parties import common, party_name
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.sentences import sentences
from onrecord.types import EventMention, EventType, Factuality, Interval, Span, Statement

FACTS: frozenset[Factuality] = frozenset({"happened", "ongoing"})
NEWS = dt.timedelta(days=5)
"""How long before a report what its title or first paragraph tells as past without a day may have been: a paper that comes out weekly tells of its week."""
ARTICLE = re.compile(r"^(?:the|a|an)\s+", re.I)
REACH = 60
"""Characters before a trigger that are looked at."""
BACKGROUND = re.compile(r"(?:\b(?:since|after|following|before)\s[^,.;:—]*|\b(?:the|that|its|their)\s+)$", re.I)
KNOWN = re.compile(r"(?:the|this|that|these|those|its|their|his|her|each|both)\b(?! (?:first|second|latest|new)\b)", re.I)
"""What begins the words of a deed that is told as known."""
WORD = re.compile(r"[^\W\d_]{3,}")
COUNT = re.compile(r"(?<![\d:])(?:\d[\d,.]*\d|\d)(?!:?\d)|[a-z]+(?:-[a-z]+)?")
"""A number that is no time of day, or a word that may be one."""
WHOLE = re.compile(r"\bof (?:the|its|their|all|some|about)(?: more than| over| some)? (?:\d[\d,.]*|[a-z]+)(?= )")
"""A total behind those counted: "of the 240"."""
PLAIN = frozenset(
    {
        "the", "and", "for", "with", "was", "were", "has", "had", "that", "from", "which", "who", "its", "his", "her", "their", "been", "are",
        "will", "over", "into", "would", "have", "this", "after", "said", "more", "than", "all", "not", "but",
    }
)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a mention stands, when and as what it is told."""

    id: str
    """Of its statement."""
    report: str
    span: Span
    in_title: bool
    date: Interval | None
    published: Interval | None
    type: EventType
    factuality: Factuality


@dataclass(frozen=True, slots=True)
class Compared:
    """What of one mention is held against others."""

    mention: Mention

    actors: frozenset[str]
    sides: frozenset[str]
    targets: frozenset[str]
    target_sides: frozenset[str]
    place: str | None
    words: frozenset[str]
    numbers: frozenset[str]
    near: Interval | None
    persons: frozenset[str] = frozenset()
    nameless: bool = False
    sentence: int = -1
    points_back: bool = False
    earlier: frozenset[str] = frozenset()
    placed: Interval | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """One mention, ready to be compared: names joined over reports, sides beside them."""

    mention: Mention
    find: Callable[[str], Statement]
    """Gives its statement by its id."""
    actors: frozenset[str]
    sides: frozenset[str]
    targets: frozenset[str]
    target_sides: frozenset[str]
    place: str | None
    words: frozenset[str]
    numbers: frozenset[str]
    negotiations: frozenset[str]
    near: Interval | None = None
    """The days within which it must have been to be one with another: its date, else those that its place in the report gives; never shown."""
    persons: frozenset[str] = frozenset()
    """Who is named in its words and does not act."""
    nameless: bool = False
    """Whether its doers are told only by what they are ("soldiers"), on nobody's side."""
    sentence: int = -1
    """Which of its report's sentences it stands in; -1 where that is not known."""
    points_back: bool = False
    """Whether it is told by a noun as known: "the attack", "its raid"."""
    earlier: frozenset[str] = frozenset()
    """Statements of the same report that its words put before it."""
    placed: Interval | None = None
    """The days that its place before or after dated deeds leaves it; None for what has days of its own."""

    @property
    def statement(self) -> Statement:
        """The whole statement; what most comparing asks for is in the mention."""
        return self.find(self.mention.id)

    @property
    def item(self) -> EventMention:
        """The mention as it was read."""
        return mention_of(self.statement)

    @property
    def date(self) -> Interval | None:
        """When it was, if the report tells."""
        return self.mention.date

    def named(self, role: str) -> tuple[str, ...]:
        """The participants of *role* that the account's own words name; those that only its report's parties supply are left out."""
        return tuple(n for n in getattr(self.item, role) if n not in self.item.supplied)

    @property
    def mood(self) -> str:
        """Whether it is told as a fact, a plan, a denial or a mere possibility."""
        fact = self.mention.factuality
        return "fact" if fact in FACTS else fact if fact in ("planned", "denied") else "idea"


@cache
def plain(name: str) -> str:
    """A name without article and case, to be compared."""
    return ARTICLE.sub("", name.strip()).casefold()


def told(scene: Scene, statement: Statement, negotiations: dict[str, frozenset[str]]) -> Told:
    """*statement* as a Told; its item must be an EventMention."""
    return beside(compared(scene, statement), negotiations.get(statement.report, frozenset()), lambda _: statement)


def beside(known: Compared, negotiations: frozenset[str], find: Callable[[str], Statement]) -> Told:
    """A mention with what is compared of it; *find* gives its statement where more is asked for."""
    return Told(
        known.mention, find, known.actors, known.sides, known.targets, known.target_sides, known.place, known.words, known.numbers, negotiations,
        known.near, known.persons, known.nameless, known.sentence, known.points_back, known.earlier, known.placed,
    )


def compared_in(scene: Scene, report: str, mentions: Sequence[Statement]) -> tuple[Compared, ...]:
    """What of *mentions*, all of one report, is compared, by that report alone."""
    reading = scene.by_report.get(report)
    orders = ordered_in(reading.report, mentions) if reading is not None else ()
    earlier, placed = earlier_than(orders), days_by_order(orders, mentions)
    places = [s.start for s in sentences(reading.report)] if reading is not None else []
    return tuple(put(compared(scene, s), earlier.get(s.id, frozenset()), placed.get(s.id), bisect_right(places, s.span.start)) for s in mentions)


def put(known: Compared, earlier: frozenset[str], placed: Interval | None, sentence: int) -> Compared:
    """A mention at the place in the text, and in time, that its report gives it."""
    near = placed if placed is not None and known.mention.date is None else known.near
    return replace(known, earlier=earlier, placed=placed, near=near, sentence=sentence)


def compared(scene: Scene, statement: Statement) -> Compared:
    """What of *statement* is compared, by its words and names alone."""
    item, report = mention_of(statement), statement.report
    targets = item.targets + item.through
    described = bool(item.actors) and all(nameless(scene, report, n) for n in item.actors)
    return Compared(
        Mention(statement.id, report, statement.span, statement.in_title, statement.date, statement.published, item.type, item.factuality),
        names(scene, report, item.actors),
        frozenset() if described else sides(scene, report, item.actors),
        names(scene, report, targets),
        sides(scene, report, targets),
        plain(place_of(scene, report, item.place)) if item.place else None,
        words_of(statement.quote),
        counted(item),
        nights(item, statement.date) or news_days(scene, statement),
        persons(scene, statement),
        described,
        points_back=KNOWN.match(statement.quote) is not None and item.trigger_span.start - item.span.start <= REACH,
    )


def nights(item: EventMention, date: Interval | None) -> Interval | None:
    """A date; of one day of what happens seldom, with the day after it: what one account tells of a night another tells of the morning."""
    if date is None or date.days != 1 or date.last is None or item.type not in table("overnight")["types"]:
        return date
    return Interval(date.first, date.last + dt.timedelta(days=1))


def persons(scene: Scene, statement: Statement) -> frozenset[str]:
    """The persons whom the words of a mention name and who do not act in it, comparable."""
    reading, item = scene.by_report.get(statement.report), mention_of(statement)
    if reading is None:
        return frozenset()
    found = [p.name for p in reading.participants if p.kind == "person" and any(statement.span.holds(s) for s in p.spans)]
    return names(scene, statement.report, tuple(found)) - names(scene, statement.report, item.actors)


def nameless(scene: Scene, report: str, name: str) -> bool:
    """Whether a doer is only told by what they are, and on no side that the report gives."""
    entity = scene.entity(report, name)
    if entity is not None and entity.side not in (None, entity.name):
        return False
    bare = plain(name)
    if bare in table("plurals")["words"]:
        return True
    opened = " " not in bare and entity is None and report in scene.by_report
    return opened and common(scene.by_report[report].report.text, ARTICLE.sub("", name)).islower()


def counted(item: EventMention) -> frozenset[str]:
    """How many were freed, taken or hit by the words of a mention, in digits; empty where it does not count them.

    A bound bears its sign before it (">235" for "more than 235"); of "three of the 58" the three are meant.
    """
    words = WHOLE.sub(" ", " ".join(item.targets).casefold())
    told = ((m.start(), m[0] if m[0][0].isdigit() else spelt(m[0])) for m in COUNT.finditer(words))
    return frozenset(sign(words[:start]) + number for start, number in told if number)


def sign(before: str) -> str:
    """What the words before a number make of it: a lower bound, an upper, about as much; empty for the number itself."""
    return next((mark for mark, words in table("bounds")["signs"] if re.search(rf"\b(?:{words})(?: the)? $", before)), "")


def signed(number: str) -> str:
    """A count as people write it: "more than 235"."""
    return next((f"{words.split('|')[0]} {number[1:]}" for mark, words in table("bounds")["signs"] if number[0] == mark), number)


def news_days(scene: Scene, statement: Statement) -> Interval | None:
    """For what the title or first paragraph of a news report tells as past without a day: the days before its publication; None for all else."""
    days = statement.published
    reading = scene.by_report.get(statement.report)
    if reading is None or reading.report.genre != "news" or days is None or days.first is None or days.last is None:
        return None
    if not isinstance(statement.item, EventMention) or statement.item.factuality != "happened":
        return None
    if known_before(reading.report.text, statement.item):
        return None
    opening = next((b.span.end for b in reading.report.blocks if b.kind == "paragraph"), 0)
    return Interval(days.first - NEWS, days.last) if statement.in_title or statement.span.start < opening else None


def known_before(text: str, item: EventMention) -> bool:
    """Whether the words before a trigger tell of it as known: "three weeks after the truce collapsed", "since the seizure"."""
    return BACKGROUND.search(text, max(0, item.trigger_span.start - REACH), item.trigger_span.start) is not None


def place_of(scene: Scene, report: str, place: str) -> str:
    """The name of a place over all reports; a capital that also stands for its state stays the capital."""
    entity = scene.entity(report, place)
    return entity.name if entity is not None and entity.kind == "place" else place


def names(scene: Scene, report: str, found: tuple[str, ...]) -> frozenset[str]:
    """Canonical names, comparable."""
    return frozenset(plain(scene.canonical(report, n)) for n in found)


def sides(scene: Scene, report: str, found: tuple[str, ...]) -> frozenset[str]:
    """The parties that these names act for, comparable."""
    return frozenset(plain(party_name(scene, report, n)) for n in found)


def words_of(quote: str) -> frozenset[str]:
    """The longer words of a quote, cut to a stem of six letters so that "releasing" meets "released"."""
    return frozenset(w.casefold()[:6] for w in WORD.findall(quote)) - PLAIN
