"""PLOVER, MEND and ceasefire tables: nothing coded by default, nothing lost in silence, no interval made a day, ends only as accounts."""

from __future__ import annotations

import csv
import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any, get_args

import pytest

from onrecord.types import Agreement, AgreementTerm, Event, EventMention, Interval, Negotiation, Report, ReportDate, Snapshot, Span, Statement
from onrecord.types.reading import EventType, Factuality
from onrecord.types.record import Derived, Link
from onrecord.views.export import Book
from onrecord.views.export.ceasefires import TABLES as ceasefire_tables
from onrecord.views.export.ceasefires import ceasefires, hull
from onrecord.views.export.csv_files import write_table
from onrecord.views.export.lexicon import lexicon
from onrecord.views.export.mend import TABLES as mend_tables
from onrecord.views.export.mend import mend
from onrecord.views.export.plover import TABLES as plover_tables
from onrecord.views.export.plover import coded, plover

PLOVER = {  # the manual's types with their modes, as of 2023
    "AGREE": (), "CONSULT": ("visit", "third-party", "multilateral", "phone"), "SUPPORT": (), "CONCEDE": (), "COOPERATE": (), "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"), "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"), "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"), "PROTEST": (),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"), "MOBILIZE": (), 
    "COERCE": ("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport", "withhold", "misinformation", "cyber"),
    "ASSAULT": ("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive", "firearms", "explosives", "suicide-attack", "aerial", "drone"),
}
QUADS = {f"{a} {b}" for a in ("VERBAL", "MATERIAL") for b in ("COOPERATION", "CONFLICT")}
REPORT = Report("a" * 64, "wire", "x" * 400)
TALKS = Negotiation("n1", "North – South", ("North", "South"), ("Umpire",))
DAY = Interval.day


def mention(number: int, type_: EventType, date: Interval | None = None, by: str | None = None, **more: Any) -> Statement:
    """A mention at a place of its own."""
    span = Span(number * 10, number * 10 + 5)
    item = EventMention(f"e{number}", span, span, type_, more.pop("factuality", "happened"), tuple(more.pop("actors", ())))
    chain = (Link(f"a{number}", by, by, "named_body", by, "said", "reporting"),) if by else ()
    return Statement(f"s{number}", REPORT.id, "events", f"e{number}", item, span, more.pop("quote", "xxxxx"), date, None, chain)


def event(identity: str, statements: Sequence[Statement], date: Interval | None = None, **more: Any) -> Event:
    item = statements[0].item
    assert isinstance(item, EventMention)
    types = tuple(dict.fromkeys(s.item.type for s in statements if isinstance(s.item, EventMention)))
    told = more.pop("factuality", item.factuality)
    return Event(identity, item.type, identity, date, told, item.actors, (), tuple(s.id for s in statements), types, negotiation="n1", **more)


def snapshot(*events: tuple[Event, Sequence[Statement]], agreements: tuple[Agreement, ...] = ()) -> Snapshot:
    statements = {s.id: s for _, told in events for s in told}
    dates = (ReportDate(REPORT.id, DAY(dt.date(2025, 5, 1)), "printed", ""),)
    return Snapshot((REPORT,), statements, Derived(dates=dates, negotiations=(TALKS,), events=tuple(e for e, _ in events), agreements=agreements))


def agreement(first: str | None, last: str | None, identity: str = "ag") -> Agreement:
    dates = Interval(dt.date.fromisoformat(first) if first else None, dt.date.fromisoformat(last) if last else None) if first or last else None
    term = AgreementTerm("t", "North and South", "observe a truce", about="truce")
    return Agreement(identity, "ten-day truce", ("North", "South"), (term,), dates=dates, negotiation="n1")


def may(day: int, last: int | None = None) -> Interval:
    return Interval(dt.date(2025, 5, day), dt.date(2025, 5, last or day))


# ---- PLOVER


def test_every_type_of_event_has_an_entry_with_a_note() -> None:
    table = {k: v for k, v in lexicon("plover").items() if k != "note"}
    assert set(table) == set(get_args(EventType))
    for name, entry in table.items():
        assert entry["note"], name
        if "code" in entry:
            assert entry["code"] in PLOVER and entry["quad"] in QUADS
            assert entry.get("mode") is None or entry["mode"] in PLOVER[entry["code"]]
            assert entry.get("planned") in (None, "AGREE", "CONCEDE")
            assert all(c.isdigit() for c in entry.get("cameo", "0") + entry.get("planned_cameo", "0"))


@pytest.mark.parametrize(
    ("type_", "factuality", "code"),
    [
        ("release", "happened", ("RETREAT", "release", "0841")),
        ("release", "planned", ("CONCEDE", None, "0353")),  # what is only promised
        ("meet", "planned", ("AGREE", None, "036")),  # the manual: a meeting to come
        ("release", "denied", None), ("release", "called_for", None), ("release", "possible", None), ("release", "conditional", None),
        ("capture", "planned", None),  # no code for an attack that is only announced
        ("breach", "happened", None),  # an account, never a finding
        ("truce_end", "happened", None), ("withdraw", "happened", None), ("other", "happened", None),
    ],
)
def test_only_what_the_type_tells_is_coded(type_: EventType, factuality: Factuality, code: tuple[str, str | None, str] | None) -> None:
    found, reason = coded(Event("e", type_, "t", None, factuality, (), (), ()))
    if code is None:
        assert found is None and reason
    else:
        assert found is not None and (found["event_type"], found["event_mode"], found["cameo_code"]) == code


def test_every_event_is_in_one_table_and_every_statement_in_the_accounts(exported: Any, whole: Book) -> None:
    folder = exported("plover", "plover")
    rows, left, accounts = (table(folder / f"{name}.csv") for name in ("events", "uncoded", "accounts"))
    ids = [r["event_id"] for r in rows + left]
    assert sorted(ids) == sorted(e.id for e in whole.snapshot.derived.events)
    assert all(r["reason"] for r in left) and all(r["event_type"] in PLOVER for r in rows)
    assert {(a["id"], a["statement_id"]) for a in accounts} == {(e.id, s) for e in whole.snapshot.derived.events for s in e.statements}
    for row in rows + left + accounts:
        stands(row, whole)
    assert {r["onrecord_type"] for r in table(folder / "mapping.csv")} == set(get_args(EventType))


def test_an_interval_never_becomes_a_day(exported: Any) -> None:
    for folder, names in (("plover", ("events", "uncoded")), ("mend", ("mediation_events",))):
        for name in names:
            for row in table(exported(folder, f"{folder}-{name}") / f"{name}.csv"):
                if row["date_precision"] == "day":
                    assert row["date_first"] == row["date_last"] == row["date_edtf"]
                else:
                    assert row["day"] == ""
                if row["date_precision"] in ("by", "from", "unknown"):
                    assert row["year"] == row["month"] == ""


def test_those_who_meet_are_all_actors_and_carriers_are_named() -> None:
    told = mention(1, "meet", actors=("North",))
    met = Event("m", "meet", "t", None, "happened", ("North",), ("South",), (told.id,), through=("Umpire",), negotiation="n1")
    row = plover(snapshot((met, [told]))).events[0]
    assert (row["actor"], row["recipient"], row["through"]) == (("North", "South"), (), ("Umpire",))


# ---- MEND


def test_only_events_with_a_mediator_are_mediation_and_plans_are_marked(whole: Book) -> None:
    told = [mention(n, "meet") for n in range(3)]
    with_him = Event("a", "meet", "t", may(3), "planned", ("Umpire", "North"), (), (told[0].id,), place="Ansel", negotiation="n1")
    without = Event("b", "meet", "t", may(3), "happened", ("North", "South"), (), (told[1].id,), negotiation="n1")
    carried = Event("c", "message", "t", None, "happened", ("North",), ("South",), (told[2].id,), through=("Umpire",), negotiation="n1")
    rows = {r["mediation_event_id"]: r for r in mend(snapshot((with_him, told[:1]), (without, told[1:2]), (carried, told[2:]))).events}
    assert set(rows) == {"a", "c"}
    assert (rows["a"]["status"], rows["a"]["mediator"], rows["a"]["parties"], rows["a"]["location"]) == ("planned", ("Umpire",), ("North",), "Ansel")
    assert (rows["c"]["type"], rows["c"]["parties"], rows["c"]["date_edtf"]) == ("message", ("North", "South"), "")


def test_the_sample_has_mediation_events_and_an_agreement_with_terms(exported: Any, whole: Book) -> None:
    folder = exported("mend", "mend")
    events, agreements, terms, accounts = (table(folder / f"{name}.csv") for name in ("mediation_events", "agreements", "terms", "accounts"))
    assert len(events) > 3 and all(e["mediator"] for e in events)
    assert len(agreements) == len(whole.snapshot.derived.agreements) and {t["agreement_id"] for t in terms} == {a["agreement_id"] for a in agreements}
    assert {a["id"] for a in accounts} >= {e["mediation_event_id"] for e in events}
    for row in events + terms + accounts:
        stands(row, whole)


# ---- ceasefires


def test_a_truce_of_an_agreement_begins_by_its_terms_and_ends_by_accounts() -> None:
    ended = [mention(1, "truce_end", may(14), "North", actors=("South",)), mention(2, "truce_end", may(12, 14), "South", actors=("North",))]
    broken = [mention(3, "breach", may(10), "North", actors=("South",))]
    events = ((event("end", ended, may(14)), ended), (event("br", broken, may(10)), broken))
    made = ceasefires(snapshot(*events, agreements=(agreement("2025-05-07", "2025-05-16"),)))
    row = made.ceasefires[0]
    assert [row[c] for c in ("cf_effect_yr", "cf_effect_month", "cf_effect_day", "planned_end")] == [2025, 5, 7, dt.date(2025, 5, 16)]
    assert row["ended_by_accounts"] == ("South — North", "North — South") and row["breached_by_accounts"] == ("South — North",)
    assert (row["end_yr"], row["end_month"], row["end_day"], row["end_edtf"]) == (2025, 5, None, "2025-05-12/2025-05-14"), "accounts that differ give no day"
    assert "differ" in str(row["comment"]) and row["ceasefire_type"] == "bilateral"
    assert {(a["account"], a["who"]) for a in made.accounts} == {("ended", ("South",)), ("ended", ("North",)), ("breached", ("South",))}


def test_what_nobody_tells_stays_blank() -> None:
    begun = [mention(1, "truce_start", None)]
    row = ceasefires(snapshot((event("b", begun), begun))).ceasefires[0]
    blank = ("cf_effect_yr", "cf_effect_day", "planned_end", "end_yr", "end_edtf", "ceasefire_type", "purpose_1", "mediator_nego", "ended_by_accounts")
    assert [row[c] or None for c in blank] == [None] * len(blank)
    assert not {"ceasefire_class", "written", "implement", "enforcement"} & {k for k, v in row.items() if v}


def test_one_party_named_alone_is_no_unilateral_truce() -> None:
    begun = [mention(1, "truce_start", may(3), actors=("North",))]
    row = ceasefires(snapshot((event("b", begun, may(3)), begun))).ceasefires[0]
    assert (row["declared_by"], row["ceasefire_type"]) == (("North",), None)


def test_an_end_that_may_be_of_two_truces_is_of_none_and_listed() -> None:
    ended = [mention(1, "truce_end", may(20))]
    two = (agreement("2025-05-01", "2025-05-05", "one"), agreement("2025-05-10", "2025-05-15", "two"))
    made = ceasefires(snapshot((event("end", ended, may(20)), ended), agreements=two))
    assert [r["ended_by_accounts"] for r in made.ceasefires] == [(), ()]
    assert [(r["event_id"], r["reason"]) for r in made.unplaced] == [("end", "it may be about any of 2 truces")]
    early = [mention(1, "truce_end", may(7))]
    made = ceasefires(snapshot((event("end", early, may(7)), early), agreements=two))
    assert [bool(r["ended_by_accounts"]) for r in made.ceasefires] == [True, False], "before the second began, it can only be of the first"


def test_a_beginning_on_another_day_is_a_truce_of_its_own() -> None:
    begun = [mention(1, "truce_start", may(25), actors=("North", "South"))]
    made = ceasefires(snapshot((event("b", begun, may(25)), begun), agreements=(agreement("2025-05-07", "2025-05-16"),)))
    assert [(r["cf_id"], r["start_edtf"]) for r in made.ceasefires] == [("ag", "2025-05-07"), ("b", "2025-05-25")]


def test_plans_and_denials_make_no_truce() -> None:
    told = [mention(1, "truce_start", may(25), factuality="planned"), mention(2, "truce_start", may(25), factuality="denied")]
    assert ceasefires(snapshot((event("b", told, may(25)), told))).ceasefires == ()


@pytest.mark.parametrize(
    ("quote", "purpose"),
    [("a humanitarian pause", "humanitarian"), ("the Eid ceasefire", "holiday"), ("a truce in which captives go free", None), ("a ten-day truce", None)],
)
def test_a_purpose_is_told_by_the_word_before_the_noun(quote: str, purpose: str | None) -> None:
    begun = [mention(1, "truce_start", may(3), quote=quote)]
    assert ceasefires(snapshot((event("b", begun, may(3)), begun))).ceasefires[0]["purpose_1"] == purpose


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        ([may(3), may(5, 7)], may(3, 7)), ([may(3), None], may(3)), ([], None), ([None], None),
        ([Interval(None, dt.date(2025, 5, 3)), may(5)], Interval(None, dt.date(2025, 5, 5))),
        ([Interval(None, dt.date(2025, 5, 3)), Interval(dt.date(2025, 5, 3), None)], None),
    ],
)
def test_several_accounts_bound_a_date_only_as_far_as_all_do(dates: list[Interval | None], expected: Interval | None) -> None:
    assert hull(dates) == expected


def test_the_sample_has_one_truce_and_no_words_are_lost(exported: Any, whole: Book) -> None:
    folder = exported("ceasefires", "ceasefires")
    rows, accounts, unplaced = (table(folder / f"{name}.csv") for name in ("ceasefires", "accounts", "unplaced"))
    sample = [r for r in rows if r["agreement"]]
    assert len(sample) == 1 and sample[0]["cf_effect_day"] == "7" and sample[0]["ended_by_accounts"]
    kinds = {"truce_start", "truce_end", "truce_extend", "breach"}
    told = {
        i for e in whole.snapshot.derived.events for i in e.statements
        if isinstance(m := whole.snapshot.statements[i].item, EventMention) and m.type in kinds and m.factuality in ("happened", "ongoing")
    }
    assert {r["statement_id"] for r in accounts + unplaced} == told
    for row in accounts + unplaced:
        stands(row, whole)


@pytest.mark.parametrize("tables", [plover_tables, mend_tables, ceasefire_tables])
def test_every_column_has_a_meaning_and_none_is_left_over(tables: dict[str, tuple[str, ...]]) -> None:
    meanings = lexicon("columns")["columns"]
    assert [c for columns in tables.values() for c in columns if not meanings.get(c)] == []
    assert set(meanings) <= {c for every in (plover_tables, mend_tables, ceasefire_tables) for columns in every.values() for c in columns}
    assert all(len(set(columns)) == len(columns) for columns in tables.values())


def test_a_codebook_lies_beside_the_tables(exported: Any) -> None:
    folder = exported("mend", "mend")
    rows = table(folder / "codebook.csv")
    for name in ("mediation_events", "agreements", "terms", "accounts"):
        assert [r["column"] for r in rows if r["table"] == f"{name}.csv"] == list(mend_tables[name])


def test_a_text_that_a_spreadsheet_would_run_has_an_apostrophe_and_numbers_have_none(tmp_path: Path) -> None:
    write_table(tmp_path / "x.csv", ("a", "b", "c"), [{"a": "=1+1", "b": -3, "c": ("@x", "y")}])
    assert table(tmp_path / "x.csv") == [{"a": "'=1+1", "b": "-3", "c": "'@x; y"}]


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stands(row: dict[str, str], book: Book) -> None:
    """The words of a row stand where it says, in the report of its hash."""
    if row["statement_id"]:
        assert book.snapshot.report(row["report_sha256"]).text[int(row["start"]) : int(row["end"])] == row["quote"]
        assert row["said_by"]
