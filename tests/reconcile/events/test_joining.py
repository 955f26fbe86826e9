"""Which mentions are one event and which stay several; the order of the reports never matters."""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.reconcile.events import join_events
from onrecord.reconcile.events.joining import blocks, close
from onrecord.reconcile.events.mention import known_before, told
from onrecord.reconcile.scene import Scene
from onrecord.types import Block, Event, EventMention, EventType, Factuality, Interval, Reading, Report, Span, Statement

DAY = dt.date(2025, 4, 10)


@dataclass(frozen=True)
class Say:
    """One mention in short: who says what."""

    report: str
    kind: EventType
    actors: tuple[str, ...] = ("Highland Front",)
    targets: tuple[str, ...] = ()
    day: int | None = 0
    fact: Factuality = "happened"
    quote: str = "something was done there"
    place: str | None = None
    through: tuple[str, ...] = ()
    days: int = 1


def statement(say: Say, number: int) -> Statement:
    """The statement of a mention; *number* is its place in the report."""
    first = DAY + dt.timedelta(days=say.day or 0)
    span = Span(1000 * number, 1000 * number + len(say.quote))
    item = EventMention(f"e{number}", span, Span(span.start, span.start + 4), say.kind, say.fact, say.actors, say.targets, say.through, say.place)
    date = None if say.day is None else Interval(first, first + dt.timedelta(days=say.days - 1))
    identity = hashlib.sha256(f"{say}{number}".encode()).hexdigest()[:24]
    return Statement(identity, say.report, "events", item.id, item, span, say.quote, date, Interval.day(DAY + dt.timedelta(days=20)))


def scene(*says: Say) -> Scene:
    """A scene of mentions, without entities or negotiations."""
    found = tuple(sorted((statement(s, i) for i, s in enumerate(says)), key=lambda s: s.id))
    return Scene((), {}, found)


def joined(*says: Say) -> list[Event]:
    """The events of these mentions."""
    return list(join_events(scene(*says)))


FREED = ("eight workers",)
ONE = [
    (Say("a", "release", targets=FREED), Say("b", "release", targets=FREED), "two reports tell of one release on one day"),
    (
        Say("a", "meet", ("Ines Calder",), ("Omar Sesay",), place="Tesh"),
        Say("a", "travel", ("Ines Calder",), ("Tesh",), place="Tesh"),
        "a visit and its meeting",
    ),
    (Say("a", "truce_end", ("Arland", "Front")), Say("b", "truce_end", ("Front", "Arland"), day=None), "the only truce that ended"),
    (Say("a", "attack", targets=("nine guards",)), Say("a", "capture", targets=("58 workers",)), "a raid and what it took"),
    (Say("a", "meet", ("Arland",), ("Front",), fact="planned"), Say("b", "meet", ("Front",), ("Arland",)), "a planned meeting that took place"),
    (Say("a", "truce_end", day=0), Say("b", "truce_end", day=1), "a truce that broke down at night and, to another, the day after"),
    (
        Say("a", "rescue", ("Arland's army",), ("two captives",), quote="Arland's army frees two"),
        Say("a", "rescue", ("Soldiers",), ("two captives",), quote="Soldiers freed two"),
        "a title by name and a text by what they are",
    ),
    (Say("a", "rescue", ("Army",), ("two captives",)), Say("b", "rescue", ("Army",), ("two",), day=None, quote="two were saved"), "told by its number"),
    (Say("a", "release", targets=("three cooks",)), Say("b", "release", targets=("three",), days=21), "a group told again by its number and month"),
    (Say("a", "release", fact="possible", day=None), Say("b", "release", fact="called_for", day=None), "one hoped-for release"),
]


@pytest.mark.parametrize(("one", "other", "why"), ONE, ids=[w for _, _, w in ONE])
def test_mentions_of_one_happening_are_one_event(one: Say, other: Say, why: str) -> None:
    assert len(joined(one, other)) == 1, why


SEVERAL = [
    (Say("a", "release", targets=FREED), Say("b", "release", targets=FREED, day=3), "two groups freed on different days"),
    (Say("a", "release", targets=("eight workers",)), Say("a", "release", targets=("three nurses",)), "two counts in one report"),
    (Say("a", "release", targets=("8 workers",), day=None), Say("b", "release", targets=("105 workers",)), "counts that differ, one undated"),
    (Say("a", "attack", ("Arland",), ("Kesh",)), Say("b", "attack", ("Front",), ("Sarnov",)), "attacks of opposite sides on one day"),
    (Say("a", "release", targets=FREED, fact="possible"), Say("b", "release", targets=FREED), "a hope and a fact"),
    (
        Say("a", "attack", targets=("Kesh",), quote="shelled Kesh before dawn"),
        Say("b", "attack", targets=("Tesh",), day=None, quote="fired rockets again"),
        "an attack without a day of which nothing is alike but its doer",
    ),
    (Say("a", "truce_end", day=0), Say("b", "truce_end", day=2), "truces that ended two days apart"),
    (
        Say("a", "message", day=None, quote="a demand for money was passed on"),
        Say("b", "demand", day=None, quote="insisted that convoys stop"),
        "two messages of one party without a day and about different things",
    ),
    (Say("a", "accuse", targets=("Arland",)), Say("a", "release", targets=FREED), "deeds of different kinds"),
    (
        Say("a", "message", ("Front",), quote="sent a list of names"),
        Say("b", "message", ("Front",), fact="denied", day=None, quote="did not answer calls"),
        "a denial of something else",
    ),
]


@pytest.mark.parametrize(("one", "other", "why"), SEVERAL, ids=[w for _, _, w in SEVERAL])
def test_different_happenings_stay_several(one: Say, other: Say, why: str) -> None:
    assert len(joined(one, other)) == 2, why


def test_every_account_is_kept_and_differences_are_said() -> None:
    says = (Say("a", "attack", targets=("Kesh",), place="Kesh"), Say("b", "attack", targets=("Kesh",), place="Orlo"))
    (event,) = joined(*says)
    assert len(event.statements) == 2
    assert event.differs == ("place: Kesh or Orlo",)
    assert event.reasons


def test_two_outlets_that_count_differently_differ_on_the_number() -> None:
    (event,) = joined(Say("a", "capture", targets=("235 nationals",)), Say("b", "capture", targets=("240 nationals",)))
    assert event.differs == ("number: 235 or 240",)


def test_a_denial_of_a_dated_deed_is_kept_beside_it() -> None:
    words = "shelled the village of Kesh before dawn"
    (event,) = joined(Say("a", "attack", quote=words, targets=("Kesh",)), Say("b", "attack", quote=words, targets=("Kesh",), fact="denied"))
    assert event.factuality == "happened"
    assert any("denied" in d for d in event.differs)


def test_an_undated_deed_is_bounded_by_the_day_it_was_told() -> None:
    (event,) = joined(Say("a", "release", targets=FREED, day=None))
    assert event.date == Interval(None, DAY + dt.timedelta(days=20))


def test_a_later_event_stands_after_an_earlier_one() -> None:
    first, second = joined(Say("a", "truce_start", day=0), Say("a", "truce_end", day=6))
    assert second.after == (first.id,)
    assert first.after == ()


def test_facts_told_by_many_weigh_more_than_hopes_told_by_one() -> None:
    fact = joined(*(Say(r, "release", targets=FREED) for r in "abc"))[0]
    hope = joined(Say("a", "release", targets=FREED, fact="possible", day=None))[0]
    assert 0 <= hope.salience < 0.5 < fact.salience <= 1


SAYS = st.builds(
    Say,
    st.sampled_from("abcd"),
    st.sampled_from(("release", "attack", "meet", "travel", "truce_end", "message")),
    st.sampled_from(((), ("Front",), ("Arland",), ("Front", "Arland"))),
    st.sampled_from(((), ("8 workers",), ("9 workers",), ("Kesh",))),
    st.one_of(st.none(), st.integers(0, 5)),
    st.sampled_from(("happened", "planned", "possible", "denied")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(SAYS, max_size=14), st.randoms())
def test_the_order_of_the_mentions_changes_nothing_and_each_is_in_one_event(says: list[Say], shuffle: object) -> None:
    base = scene(*says)
    events = join_events(base)
    turned = list(base.statements)
    shuffle.shuffle(turned)  # type: ignore[attr-defined]
    assert join_events(Scene((), {}, tuple(turned))) == events
    told_of = [s for e in events for s in e.statements]
    assert sorted(told_of) == sorted(s.id for s in base.statements)
    for event in events:
        dates = [d for s in event.statements if (d := base.by_id[s].date) is not None]
        night = dt.timedelta(days=event.type == "truce_end")  # told of the evening and of the day after
        assert all(a.overlaps(Interval(b.first - night, b.last + night)) for a in dates for b in dates if b.first and b.last)


def test_comparisons_grow_no_faster_than_mentions() -> None:
    def compared(reports: int) -> int:
        kinds: tuple[EventType, ...] = ("release", "attack", "meet")
        says = [Say(str(r), kinds[(r + k) % 3], (("Front", "Arland")[r % 2],), (f"{r % 7} men",), (r * 7 + k) % 30) for r in range(reports) for k in range(4)]
        found = [told(Scene((), {}, ()), statement(s, i), {}) for i, s in enumerate(says)]
        return sum(1 for block in blocks(found).values() for _ in close(block, found, only_open=False))

    assert compared(2000) <= 12 * compared(200)


def test_nobody_is_the_doer_of_an_attack_whom_no_account_names() -> None:
    """What only a report's parties supply stays out of a hostile event, and stands in others where nobody else is named."""
    shelling = statement(Say("r1", "attack", ("Maravel",), ("Kesh",)), 1)
    freeing = statement(Say("r1", "release", ("Highland Front",), ("eight workers",)), 2)
    marked = tuple(replace(s, item=replace(s.item, supplied=s.item.actors)) for s in (shelling, freeing))  # type: ignore[type-var, union-attr]
    events = {e.type: e for e in join_events(Scene((), {}, marked))}
    assert events["attack"].actors == ()
    assert "Maravel" not in events["attack"].title
    assert events["release"].actors == ("Highland Front",)
    assert "Front" not in events["release"].title


@pytest.mark.parametrize(
    ("says", "events", "why"),
    [
        ((Say("a", "reject", quote="refused to hand over a list"), Say("b", "reject", day=None, quote="would accept no truce at all")), 2, "two matters"),
        ((Say("a", "rescue", targets=("two captives",)), Say("b", "rescue", targets=("two",), day=None)), 1, "told again by its count"),
        ((Say("a", "call", ("Hask",), ("Costin",)), Say("a", "call", ("Hask",), ("Hale",))), 2, "one report tells of a call with each"),
        ((Say("a", "attack", (), place="Orlo dam"), Say("b", "attack", (), ("Orlo dam",), None, place="Orlo dam")), 1, "told again by where it was"),
        (
            (Say("a", "rescue", targets=("two men",)), Say("c", "rescue", targets=("two men",), day=9), Say("b", "rescue", targets=("two",), day=None)),
            3,
            "either of two may be meant",
        ),
    ],
)
def test_what_is_told_again_without_a_day(says: tuple[Say, ...], events: int, why: str) -> None:
    assert len(joined(*says)) == events, why


def front(report: str, published: int, *, day: int | None = None, genre: str = "news", body: bool = False) -> tuple[Reading, Statement]:
    """A report of one title or body paragraph about a deal, published so many days after DAY."""
    text = "Arland and the Front agreed to a truce.\nShops were open.\nArland and the Front agreed to a truce."
    blocks = (Block(Span(0, 39), "title"), Block(Span(40, 56), "paragraph"), Block(Span(57, 96), "paragraph"))
    days = Interval.day(DAY + dt.timedelta(days=published))
    place = Span(57, 96) if body else Span(0, 39)
    made = replace(statement(Say(report, "agree", ("Arland", "Front"), day=day), 0), published=days, in_title=not body, span=place)
    return Reading(Report(report, report, text, blocks=blocks, genre=genre)), made  # type: ignore[arg-type]


def events_of(*told_by: tuple[Reading, Statement]) -> int:
    """How many events the reports tell."""
    found = tuple(sorted((s for _, s in told_by), key=lambda s: s.id))
    return len(join_events(Scene(tuple(r for r, _ in told_by), {}, found, by_report={r.report.id: r for r, _ in told_by})))


@pytest.mark.parametrize(
    ("one", "other", "events"),
    [
        (front("a", 0), front("b", 60), 2),
        (front("a", 0), front("b", 2), 1),
        (front("a", 0), front("b", 60, body=True), 1),
        (front("a", 0), front("b", 60, genre="opinion"), 1),
        (front("a", 0, day=-1), front("b", 60), 2),
        (front("a", 0, day=-1), front("b", 1), 1),
    ],
    ids=["titles two months apart", "titles of one week", "a title and what is looked back on", "news and opinion", "a dated deal and a title of much later",
         "a dated deal and a title of the next day"],
)
def test_what_a_title_tells_without_a_day_is_of_the_days_before_it(one: tuple[Reading, Statement], other: tuple[Reading, Statement], events: int) -> None:
    assert events_of(one, other) == events


@pytest.mark.parametrize(
    ("before", "known"),
    [("three weeks after the truce ", True), ("since the ", True), ("The army ended the ", True), ("Rebels have ", False), ("On Monday they ", False)],
)
def test_what_is_told_as_known_is_no_news_of_the_day(before: str, known: bool) -> None:
    span = Span(0, len(before) + 5)
    item = EventMention("e1", span, Span(len(before), len(before) + 5), "truce_end", "happened")
    assert known_before(before + "ended", item) is known
