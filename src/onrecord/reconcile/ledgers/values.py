"""Statements → values: every figure as an interval of one measure, with its scope, day and label."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from onrecord.reconcile.ledgers.rules import book, is_flow, limit, words
from onrecord.reconcile.parties import party_name
from onrecord.reconcile.scene import Scene
from onrecord.types import EventMention, Figure, Interval, LedgerValue, Statement

AFTER = re.compile(r"\s+(?:an?|one)\s+((?:[\w’'-]+\s?){1,4})", re.IGNORECASE)
OF_ITS_OWN = re.compile(r"\bof\s+(?:its|their|our|his|her)\s", re.IGNORECASE)
BEFORE = re.compile(r"\b(?:an?|one)\s+((?:[\w’'-]+\s?){1,4})(?:\s*(?:was|has|had|been|is)\s*)+$", re.IGNORECASE)
ONE_HAPPENING = {"rescue": "rescued", "release": "released"}
BEHIND = 40
"""Characters behind a figure within which its verb stands."""
PERIOD = "from the first of two times to the second"
"""The reason of the days of a count over a time that its words bound ("in March and April")."""
DATED = ("a time of its clause", "since that time", "by that time", "before that time", "until that time")
"""Reasons of a date that the figure's own clause gives."""
FREED = ("released", "rescued")
RUNNING = "the running time of the sentences before"
"""The reason of the days that a figure takes over from the sentences before it."""
PREFIX = {"more_than": "more than ", "at_least": "at least ", "less_than": "fewer than ", "at_most": "up to ", "about": "about "}


@dataclass(frozen=True, slots=True)
class Value:
    """One reported value of one measure: `low <= x <= high` (high None: open), by one statement."""

    statement: str
    report: str
    measure: str
    told: str
    """The measure as read ("prisoners_held")."""
    scope: str | None
    low: float
    high: float | None
    number: float | None
    """The number as written; None for "dozens"."""
    label: str
    short: str
    """The label without its measure ("more than 235")."""
    as_of: Interval | None
    published: Interval | None
    agreement: str | None = None
    cumulative: bool = False
    part_of: str | None = None
    """Statement id of the whole."""
    party: str | None = None
    side: str | None = None
    by: str | None = None
    own_voice: bool = True
    in_opinion: bool = False
    unit: str = ""
    some: bool = False
    """Whether no total is meant."""
    sure: bool = True
    """Whether its own words date it; else it may have happened on any day up to its report."""
    rounded: bool = False
    """Whether the words themselves say that the number is not exact (about, nearly)."""
    own: bool = False
    """Whether it counts some kind of them only, though its scope is a bare noun: a body its own people ("at least 40 of its employees"), or one kind of a
    row ("43 pupils and two teachers")."""
    period: bool = False
    """Whether it counts all of a time that its words bound: known by the last day of it, and no single happening."""
    besides: str | None = None
    """Statement id of the flow in addition to which it is told: they share nobody."""
    withdrawn: bool = False
    """Whether a correction note takes it back."""

    @property
    def total(self) -> bool:
        """Whether it counts all of them: no part, no scope but one that names everybody ("local and foreign")."""
        return everybody(self.scope) and self.part_of is None and not self.some and not self.own

    @property
    def of(self) -> str | None:
        """The scope, lower case, where it names only some of them."""
        return None if self.scope is None or (everybody(self.scope) and not self.own) else self.scope.lower()

    @property
    def exact(self) -> bool:
        """Whether one number is meant."""
        return self.high is not None and self.low == self.high

    @property
    def day(self) -> dt.date | None:
        """The last day on which it holds, else the last day on which it can have been published."""
        for days in (self.as_of, self.published):
            if days is not None and (days.last or days.first) is not None:
                return days.last or days.first
        return None

    @property
    def window(self) -> Interval | None:
        """The days on which a happening may have fallen: its own where its words date it, else any day up to its report."""
        if self.sure and not self.cumulative:
            return self.as_of
        if self.period:
            return Interval(None, self.day)
        last = self.published.last if self.published is not None else self.day
        return Interval(None, last) if last is not None else None

    @property
    def flow(self) -> bool:
        """Whether it counts happenings."""
        return is_flow(self.measure)

    def row(self) -> LedgerValue:
        """The value as a ledger shows it."""
        return LedgerValue(
            self.statement, self.report, self.told, self.scope, self.low, self.high, self.label, self.as_of, self.published,
            self.side, self.by, self.own_voice, self.in_opinion, self.agreement, self.withdrawn,
        )


def everybody(scope: str | None) -> bool:
    """Whether a scope names all of them: none at all, one that joins all kinds, or the bare noun of who they are (workers, miners)."""
    if scope is None or any(w in f" {scope.lower()} " for w in book()["everybody"]["words"]):
        return True
    words = scope.replace("-", " ").split()
    return all(w.islower() for w in words) and not set(words) & set(book()["kinds"]["words"])


def withdrawn(scene: Scene, statement: Statement) -> bool:
    """Whether a correction note takes the statement back."""
    report = scene.reading_of(statement.report).report
    block = report.block_at(statement.span.start)
    if block is None or not (block.kind == "correction" or block.span.of(report.text).lower().startswith(("correction", "clarification"))):
        return False
    text = block.span.of(report.text)
    at = statement.span.start - block.span.start
    sentence = text[max(text.rfind(". ", 0, at), 0) : at].lower()
    return any(w in sentence for w in book()["withdrawn"]["words"])


def values_in(scene: Scene, report: str) -> Iterator[tuple[str, Value]]:
    """(family, value) for every figure of a report that a ledger counts, and for every freeing of one person that it tells without a number."""
    figures = scene.of_report(report, "figures")
    whole = {(s.report, s.local): s.id for s in figures}
    alike: dict[tuple[str, str], list[Statement]] = {}
    for figure in figures:
        if isinstance(figure.item, Figure):
            alike.setdefault((figure.report, figure.item.measure), []).append(figure)
    for statement in figures:
        if isinstance(statement.item, Figure) and (family := family_of(scene, statement, statement.item)) is not None:
            made = figure_value(scene, statement, statement.item, whole)
            if withdrawn(scene, statement):
                made = replace(made, withdrawn=True, label=f"{made.label}, taken back by a correction")
            others = alike[statement.report, statement.item.measure]
            besides = told_besides(scene, statement, others) if made.flow else None
            yield family, replace(made, besides=besides, own=made.own or told_in_row(scene, statement, others))
    for statement in scene.of_report(report, "events"):
        item = statement.item
        if isinstance(item, EventMention) and (noun := single(scene, statement, item)) is not None:
            if any(item.span.overlaps(s.span) for s in alike.get((statement.report, ONE_HAPPENING[item.type]), ())):
                continue
            yield "captives", event_value(statement, item, noun)


def family_of(scene: Scene, statement: Statement, item: Figure) -> str | None:
    """The family of counted things, or None where no ledger counts them."""
    for name, row in book()["families"].items():
        if item.unit in row["units"] and ("measures" not in row or item.measure in row["measures"]):
            if item.measure == "other" or ("beside" in row and not beside(scene, statement, row["beside"])):
                return None
            return str(name)
        if item.measure in row["also"]:
            return str(name)
    return None


def beside(scene: Scene, statement: Statement, nouns: list[str]) -> bool:
    """Whether one of *nouns* stands within a few words of the figure."""
    text = scene.reading_of(statement.report).report.text
    near = text[max(statement.span.start - 40, 0) : statement.span.end + 40].lower()
    return any(n in near for n in nouns)


def bounds(item: Figure) -> tuple[float, float | None]:
    """The closed interval that a figure gives, 0 and None where it leaves an end open."""
    if item.comparator == "exact" and item.value is not None:
        return item.value, item.value
    if item.comparator == "about" and item.value is not None:
        slack = limit("about") * item.value
        return item.low if item.low is not None else item.value - slack, item.high if item.high is not None else item.value + slack
    return item.low or 0.0, item.high


def number(value: float) -> str:
    """A number for people: no ".0", separators from a thousand."""
    return f"{int(value):,}" if value == int(value) else f"{value:,.1f}"


def said(item: Figure) -> str:
    """The quantity with its comparator in a few words."""
    if item.comparator in ("dozens", "hundreds"):
        return item.comparator
    if item.value is None:
        return f"{number(item.low or 0)} to {number(item.high)}" if item.high is not None else f"at least {number(item.low or 0)}"
    return PREFIX.get(item.comparator, "") + number(item.value)


def figure_value(scene: Scene, statement: Statement, item: Figure, whole: dict[tuple[str, str], str]) -> Value:
    """The value of a figure."""
    low, high = bounds(item)
    measure = "bodies_recovered" if returned(scene, statement, item) else str(book()["measures"].get(item.measure, item.measure))
    thing = item.unit if item.unit not in ("hostages", "prisoners", "people", "bodies") else ""
    one = item.value == 1 and item.comparator == "exact"
    thing = thing.removesuffix("s") if one else thing
    label = " ".join(w for w in (said(item), thing, words(measure, one=one)) if w) + (f" ({item.scope})" if item.scope else "")
    last = statement.chain[-1] if statement.chain else None
    return Value(
        statement.id, statement.report, measure, item.measure, item.scope, low, high, item.value, label, said(item), statement.date, statement.published,
        item.agreement, item.cumulative, whole.get((statement.report, item.part_of)) if item.part_of else None,
        scene.canonical(statement.report, item.whose) if item.whose and item.measure not in ("rescued", "killed", "injured") else None,
        party_name(scene, statement.report, last.side) if last and last.side else None, last.resolved if last else None, not statement.chain,
        statement.in_opinion,
        item.unit if item.measure in ("struck", "duration") else "", item.some, dated(statement, measure), item.comparator == "about",
        OF_ITS_OWN.search(statement.quote) is not None, statement.date_reason == PERIOD,
    )


def dated(statement: Statement, measure: str) -> bool:
    """Whether the words date a figure: in its clause, or of those freed on the day of which the sentences before it tell."""
    days = statement.date
    return statement.date_reason in DATED or (statement.date_reason == RUNNING and measure in FREED and days is not None and days.days == 1)


def returned(scene: Scene, statement: Statement, item: Figure) -> bool:
    """Whether the dead are told as handed over or found, so that nobody holds them any longer ("one has been returned dead")."""
    if item.measure != "dead":
        return False
    text = scene.reading_of(statement.report).report.text
    behind = text[statement.span.start : statement.span.end + BEHIND].split(". ")[0].split(";")[0].lower()
    return any(w in behind.replace(",", " ").split() for w in book()["returned"]["words"])


def told_besides(scene: Scene, statement: Statement, alike: Sequence[Statement]) -> str | None:
    """The flow of the same measure in addition to which the words tell this one ("sixteen since Monday, besides the three freed in March").

    A semicolon joins only what one source tells: "16 were freed, Peru said; Chile said 15" are two counts of the same.
    """
    text = scene.reading_of(statement.report).report.text
    for other in alike:
        gap = text[other.span.end : statement.span.start].lower()
        if not gap or ". " in gap or "\n" in gap or not gap.rstrip().endswith(tuple(book()["besides"]["words"])):
            continue
        if not gap.rstrip().endswith(";") or [link.resolved for link in other.chain] == [link.resolved for link in statement.chain]:
            return other.id
    return None


def told_in_row(scene: Scene, statement: Statement, alike: Sequence[Statement]) -> bool:
    """Whether it is told in a row with a count of another kind by the same measure ("43 pupils and two teachers"), so that neither is all of them."""
    text = scene.reading_of(statement.report).report.text
    for other in alike:
        if not isinstance(other.item, Figure) or not isinstance(statement.item, Figure) or other.item.scope == statement.item.scope:
            continue
        first, second = sorted((other.span, statement.span))
        if text[first.end : second.start].strip(" ,").lower() in book()["row"]["words"]:
            return True
    return False


def single(scene: Scene, statement: Statement, item: EventMention) -> str | None:
    """The noun of the one person whom a rescue or release that happened set free ("rescued a pilot"), or None."""
    if item.type not in ONE_HAPPENING or item.factuality != "happened" or len(item.targets) > 1:
        return None
    text = scene.reading_of(statement.report).report.text
    after, before = text[item.trigger_span.end : item.trigger_span.end + 60], text[item.span.start : item.trigger_span.start]
    for place in (AFTER.match(after), BEFORE.search(before)):
        if place is not None:
            persons = [w for w in place[1].lower().split() if w in book()["persons"]["words"]]
            if persons:
                return persons[-1]
    return None


def event_value(statement: Statement, item: EventMention, noun: str) -> Value:
    """A flow of one, from an event told with an article instead of a number."""
    measure = ONE_HAPPENING[item.type]
    last = statement.chain[-1] if statement.chain else None
    return Value(
        statement.id, statement.report, measure, measure, None, 1.0, 1.0, 1.0, f"1 {words(measure)} (one {noun})", "1", statement.date, statement.published,
        side=last.side if last else None, by=last.resolved if last else None, own_voice=not statement.chain, in_opinion=statement.in_opinion,
    )
