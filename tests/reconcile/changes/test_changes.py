"""What added reports change: what is new, what moves, what cannot be; copies are no news; most telling first."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from onrecord.reconcile.changes import Fresh, find_changes, fresh_of
from onrecord.types import (
    Commitment,
    CommitmentLine,
    Derived,
    Event,
    EventMention,
    Headline,
    Interval,
    Ledger,
    LedgerLine,
    LedgerValue,
    OriginLink,
    PositionLine,
    PositionPoint,
    ReportDate,
    Span,
    Statement,
    TalksPoint,
    TalksSpell,
    Words,
)
from onrecord.types.changes import Change, Changes
from onrecord.types.proposals import ProposalAnswer, ProposalLine, ProposalVersion
from onrecord.types.roster import RosterLine, RosterPoint

MAY = {n: Interval.day(dt.date(2031, 5, n)) for n in range(1, 29)}
MENTION = EventMention("e1", Span(0, 1), Span(0, 1), "meet", "happened")


def said(identity: str, day: int) -> Statement:
    """A statement; the part before the dot is its report, the part behind it its place."""
    report, place = identity.split(".")
    return Statement(identity, report, "events", "e1", MENTION, Span(int(place), int(place) + 1), "x", MAY[day], MAY[day])


def fresh(*added: Statement, links: tuple[OriginLink, ...] = (), known: tuple[str, ...] = ("old",)) -> Fresh:
    """Statements of added reports, beside known reports of the first of May."""
    reports = {s.report: s.published for s in added}
    dates = [ReportDate(r, p, "given", "") for r, p in {**dict.fromkeys(known, MAY[1]), **reports}.items()]
    return fresh_of({s.id: s for s in added}, links, dates, frozenset(reports))


def spell(status: str, *points: str) -> TalksSpell:
    return TalksSpell("talks", status, None, None, tuple(TalksPoint(p, status, None, None, None) for p in points))  # type: ignore[arg-type]


def stance(now: str, *points: str) -> PositionLine:
    told = tuple(PositionPoint(p, now, MAY[5], "own") for p in points)  # type: ignore[arg-type]
    return PositionLine("p" + points[-1], "Front", "withdrawal", "withdrawal", now, told)  # type: ignore[arg-type]


def event(kind: str, *statements: str, factuality: str = "happened", day: int = 5) -> Event:
    return Event(f"e{statements[0]}", kind, f"{kind} of {day}", MAY[day], factuality, (), (), statements)  # type: ignore[arg-type]


def ledger(low: int, *statements: str, sums: tuple[LedgerLine, ...] = (), open_: bool = False) -> Ledger:
    values = tuple(LedgerValue(s, s.split(".")[0], "held", None, low, low, f"{low} held", MAY[5], MAY[5]) for s in statements)
    head = Headline("held", f"{low} held", low, low, MAY[5], statements[-1:], (), "", open=open_)
    return Ledger("g", "Hostages", "hostages", None, values, (head,), sums)


def words(report: str) -> Words:
    return Words(report, Span(0, 1), "x")


def captive(last: str, *reports: str) -> RosterLine:
    """Held by the account of the first report, and as *last* by that of the last."""
    told = tuple(RosterPoint(words(r), last if r == reports[-1] else "held", MAY[5], "x") for r in reports)  # type: ignore[arg-type]
    return RosterLine("r", "Ada Sol", last, told)  # type: ignore[arg-type]


def lines(found: Changes) -> list[tuple[str, str, str]]:
    return [(c.kind, c.about, c.title) for c in found.lines]


NEW = said("new.1", 5)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (Derived(talks=(spell("active", "old.1"),)), Derived(talks=(spell("active", "old.1"), spell("stalled", "new.1"))),
         ("updates", "status", "The talks: stalled, before active")),
        (Derived(positions=(stance("refuses", "old.1"),)), Derived(positions=(stance("offers", "old.1", "new.1"),)),
         ("moves", "position", "Front offers: withdrawal; before: refuses")),
        (Derived(), Derived(positions=(stance("demands", "new.1"),)), ("new", "position", "Front demands: withdrawal")),
        (Derived(ledgers=(ledger(40, "old.1"),)), Derived(ledgers=(ledger(36, "old.1", "new.1"),)), ("updates", "figure", "Hostages: 36 held, before 40 held")),
        (Derived(ledgers=(ledger(40, "old.1"),)), Derived(ledgers=(ledger(36, "old.1", "new.1", open_=True),)),
         ("contradicts", "figure", "Hostages: 36 held, before 40 held (difference open)")),
        (Derived(events=(event("release", "old.1", factuality="planned"),)), Derived(events=(event("release", "old.1", "new.1"),)),
         ("updates", "event", "release of 5: happened, before planned")),
        (Derived(events=(event("meet", "old.2"),)), Derived(events=(event("meet", "old.2"), event("agree", "new.1"))), ("new", "event", "agree of 5")),
        (Derived(commitments=(CommitmentLine("c", "Front", None, "free the sick", None, None, (("old.1", "owed", "x"),), "owed"),)),
         Derived(commitments=(CommitmentLine("d", "Front", None, "free the sick", None, None, (("old.1", "owed", "x"), ("new.1", "kept", "y")), "kept"),)),
         ("updates", "commitment", "Front: free the sick — kept, before: owed")),
        (Derived(roster=(captive("held", "old"),)), Derived(roster=(captive("released", "old", "new"),)),
         ("updates", "roster", "Ada Sol: released, before held")),
    ],
)
def test_each_part_of_the_record_tells_its_change(before: Derived, after: Derived, expected: tuple[str, str, str]) -> None:
    assert lines(find_changes(before, after, fresh(NEW))) == [expected]


def test_a_version_and_an_answer_to_it_are_two_changes() -> None:
    first = ProposalVersion("v1", "of 6 May", ("old.1",))
    was = ProposalLine("t", "bridging proposal", (first,), (ProposalAnswer("Front", "v1", "studying", "old.2", None, "x"),), ("Belmar",))
    now = replace(was, versions=(first, ProposalVersion("v2", "of 9 May", ("new.1",))),
                  answers=(*was.answers, ProposalAnswer("Front", None, "accepted", "new.2", None, "x")))
    found = find_changes(Derived(proposals=(was,)), Derived(proposals=(now,)), fresh(NEW, said("new.2", 5)))
    assert lines(found) == [
        ("updates", "proposal", "bridging proposal (Belmar): another version: of 9 May"),
        ("moves", "proposal", "Front: accepted — bridging proposal, which version is not told; before: studying"),
    ]


def test_what_is_told_again_by_a_text_of_its_own_is_folded_not_listed() -> None:
    found = find_changes(Derived(events=(event("meet", "old.1"),)), Derived(events=(event("meet", "old.1", "new.1"),)), fresh(NEW))
    assert found.lines == () and [c.kind for c in found.confirmed] == ["confirms"]


@pytest.mark.parametrize("kind", ["copy", "rewrite"])
def test_a_copy_of_a_known_text_is_no_news(kind: str) -> None:
    seen = fresh(NEW, links=(OriginLink("new", "old", kind, 0.9),))  # type: ignore[arg-type]
    found = find_changes(Derived(), Derived(events=(event("agree", "new.1"),)), seen)
    assert (found.lines, found.confirmed, found.repeats) == ((), (), (("new", "old"),))


def test_of_two_added_reports_with_one_text_the_earlier_brings_the_news() -> None:
    seen = fresh(said("a.1", 7), said("b.1", 5), links=(OriginLink("a", "b", "copy", 1.0),))
    assert seen.news == {"b.1"} and seen.repeats == (("a", "b"),)


def test_a_correction_of_a_known_text_is_news() -> None:
    assert fresh(NEW, links=(OriginLink("new", "old", "corrects", 0.9),)).news == {"new.1"}


def test_what_no_report_tells_any_more_is_said() -> None:
    assert lines(find_changes(Derived(events=(event("rescue", "old.1"),)), Derived(), fresh())) == [("gone", "event", "No report tells any more: rescue of 5")]


def test_sums_that_cannot_be_are_one_line_a_ledger() -> None:
    sums = tuple(LedgerLine(f"l{n}", ("old.1", "new.1")[: n + 1], "does_not_add_up", f"1 + {n} = 9") for n in (1, 2))
    found = find_changes(Derived(ledgers=(ledger(40, "old.1"),)), Derived(ledgers=(ledger(40, "old.1", "new.1", sums=sums),)), fresh(NEW))
    assert lines(found) == [("contradicts", "figure", "Hostages do not add up: 1 + 1 = 9 (and 1 more)")]


def test_state_figures_and_stances_come_before_single_deeds_and_history_comes_last() -> None:
    after = Derived(
        events=(event("attack", "new.1"), event("agree", "new.2", day=6)), talks=(spell("stalled", "new.3"),), positions=(stance("demands", "new.4"),),
    )
    long_ago = replace(event("release", "new.5"), date=Interval.day(dt.date(2029, 1, 1)))
    found = find_changes(Derived(), replace(after, events=(*after.events, long_ago)), fresh(*(said(f"new.{n}", 6) for n in range(1, 6))))
    assert [c.about + ":" + c.title.split()[0] for c in found.lines] == ["status:The", "event:agree", "event:attack", "position:Front", "event:release"]
    assert any("history" in r for r in found.lines[-1].reasons)


def test_every_change_says_why_it_stands_where_it_stands_and_ids_are_its_own() -> None:
    found: tuple[Change, ...] = find_changes(Derived(), Derived(events=(event("agree", "new.1"), event("meet", "new.2"))), fresh(NEW, said("new.2", 5))).lines
    assert all(c.reasons for c in found) and len({c.id for c in found}) == len(found)


def test_what_happened_after_all_that_was_there_comes_before_what_was_covered_already() -> None:
    seen = fresh(said("new.1", 5), said("new.2", 5))
    late, covered = event("agree", "new.1", day=5), replace(event("agree", "new.2"), date=MAY[1], title="agree of 1")
    found = find_changes(Derived(), Derived(events=(covered, late)), seen)
    assert [c.title for c in found.lines] == ["agree of 5", "agree of 1"]
    assert any("there for already" in r for r in found.lines[1].reasons)


def test_of_many_added_texts_what_only_one_tells_comes_after_what_several_tell() -> None:
    many = [said(f"n{k}.1", 5) for k in range(9)]
    found = find_changes(Derived(), Derived(events=(event("agree", "n0.1"), event("agree", "n1.1", "n2.1", day=6))), fresh(*many))
    assert [c.title for c in found.lines] == ["agree of 6", "agree of 5"]
    assert any("told by one of 9" in r for r in found.lines[1].reasons)


def held(line: PositionLine, *points: tuple[str, str]) -> PositionLine:
    """A line with these (statement, stance) points; the last is its stance."""
    told = tuple(PositionPoint(s, stance, MAY[5], "own") for s, stance in points)  # type: ignore[arg-type]
    return replace(line, points=told, stance=points[-1][1])  # type: ignore[arg-type]


def test_a_first_acceptance_is_news_though_others_repeat_the_refusal() -> None:
    was = stance("refuses", "old.1")
    now = held(was, ("old.1", "refuses"), ("new.1", "accepts"), ("new.2", "refuses"))
    found = find_changes(Derived(positions=(was,)), Derived(positions=(now,)), fresh(NEW, said("new.2", 5)))
    assert lines(found) == [("moves", "position", "Front accepts: withdrawal; before: refuses")]
    assert [c.statements for c in found.confirmed] == [("new.2",)]


def test_a_state_that_is_reached_again_is_news_whatever_is_said_of_the_talks_after_it() -> None:
    was = (spell("agreed", "old.1"), spell("suspended", "old.2"))
    now = (*was, spell("agreed", "new.1"), spell("active", "new.2"))
    found = find_changes(Derived(talks=was), Derived(talks=now), fresh(NEW, said("new.2", 5)))
    assert [c.title for c in found.lines] == ["The talks: active, before agreed", "The talks: agreed, before suspended"]
    assert len({c.effect for c in found.lines}) == 1


@pytest.mark.parametrize(("tellers", "told"), [(("n.1", "m.1"), True), (("n.1",), False), (("n.1", "n.2"), False)], ids=["two texts", "one", "one twice"])
def test_another_value_that_two_texts_tell_is_news_though_the_first_value_stays(tellers: tuple[str, ...], told: bool) -> None:
    was = ledger(40, "old.1")
    values = tuple(LedgerValue(s, s.split(".")[0], "held", None, 47, 47, "47 held", MAY[5], MAY[5]) for s in tellers)
    found = find_changes(Derived(ledgers=(was,)), Derived(ledgers=(replace(was, values=(*was.values, *values)),)), fresh(*(said(s, 5) for s in tellers)))
    assert [c.title for c in found.lines] == (["Hostages: 47 held, not told before; the first value is still 40 held"] if told else [])


@pytest.mark.parametrize(
    ("quote", "news"), [("12 captives were freed", 1), ("So far 257 captives have been freed", 0), ("257 captives have been freed in all", 0)],
)
def test_a_count_reached_by_now_is_no_happening(quote: str, news: int) -> None:
    found = find_changes(Derived(), Derived(events=(event("release", "new.1"),)), fresh(replace(NEW, quote=quote)))
    assert len(found.lines) == news


def test_who_is_accused_of_a_breach_comes_before_other_accusations() -> None:
    charge = [replace(said(f"{r}.1", 5), item=replace(MENTION, type="accuse")) for r in ("a", "b")]
    breach = replace(said("a.2", 5), span=charge[0].span, layer="commitments", item=Commitment("c", Span(0, 1), "Front", "observe truce", "breached"))
    found = find_changes(Derived(), Derived(events=(event("accuse", "b.1"), event("accuse", "a.1", day=9))), fresh(*charge, breach))
    assert [c.statements for c in found.lines] == [("a.1",), ("b.1",)]


def test_lines_of_one_kind_day_and_party_are_one_with_the_others_counted() -> None:
    one, two, next_day, other = event("release", "a.1"), event("release", "b.1"), event("release", "c.1", day=6), event("release", "d.1")
    mine = tuple(replace(e, actors=("Front",)) for e in (one, two, next_day))
    after = (*mine, replace(event("release", "e.1", day=20), actors=("Front",)), replace(other, actors=("Others",)))
    found = find_changes(Derived(), Derived(events=after), fresh(*(said(f"{r}.1", 5) for r in "abcde")))
    assert sorted((len(c.alike), sorted(c.statements)) for c in found.lines) == [(0, ["d.1"]), (0, ["e.1"]), (2, ["a.1", "b.1", "c.1"])]
    assert found.lines[0].title == "release of 5 (and 2 alike)", "three texts tell of it"


def test_one_sentence_gives_one_line_whatever_the_layers_make_of_it() -> None:
    accepts = replace(said("new.2", 5), span=NEW.span, layer="positions")
    found = find_changes(Derived(), Derived(events=(event("agree", "new.1"),), positions=(stance("accepts", "new.2"),)), fresh(NEW, accepts))
    assert [(c.about, c.alike, c.statements) for c in found.lines] == [("event", ("Front accepts: withdrawal",), ("new.1", "new.2"))]


def test_what_goes_on_and_what_happened_are_both_facts() -> None:
    was = event("other", "old.1", factuality="ongoing")
    found = find_changes(Derived(events=(was,)), Derived(events=(event("other", "old.1", "new.1"),)), fresh(NEW))
    assert found.lines == () and len(found.confirmed) == 1


def test_a_count_of_a_day_long_past_that_is_put_right_is_no_history() -> None:
    was = ledger(40, "old.1")
    long_ago = Interval.day(dt.date(2029, 1, 1))
    now = ledger(47, "old.1", "new.1")
    head = replace(now.headlines[0], as_of=long_ago)
    found = find_changes(Derived(ledgers=(was,)), Derived(ledgers=(replace(now, headlines=(head,)),)), fresh(NEW))
    assert [c.title for c in found.lines] == ["Hostages: 47 held, before 40 held"]
    assert not any("history" in r for r in found.lines[0].reasons)
