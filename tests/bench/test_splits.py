"""Reports that are added in several lots, in any order, make the record that they make at once."""

from __future__ import annotations

import datetime as dt
import json
import random
from collections import Counter
from dataclasses import replace
from types import ModuleType
from typing import Literal

import pytest
from bench.corpus.readings import readings
from bench.cost_reconcile import put

from onrecord.desk.setting_aside import Aside, put_aside
from onrecord.pipeline import derive
from onrecord.reconcile import events, shares
from onrecord.record import Record, open_record, queries, store
from onrecord.record.judgements import append, judgements
from onrecord.record.shelf import Shelf
from onrecord.rederiving import differences
from onrecord.types import Judgement, Reading

LEFT_OUT = ("report_words", "statement_words", "sqlite_", "raw", "judgement")
SIZE = 70


def rows(record: Record) -> dict[str, list[tuple[object, ...]]]:
    """Every table's rows without row numbers and times of arrival."""
    tables = [r[0] for r in record.rows("SELECT name FROM sqlite_schema WHERE type = 'table'") if not r[0].startswith(LEFT_OUT)]
    out = {}
    for table in tables:
        names = ", ".join(f'"{c[1]}"' for c in record.rows(f"PRAGMA table_info({table})") if c[1] not in ("key", "added_at"))
        out[table] = sorted((tuple(r) for r in record.rows(f"SELECT {names} FROM {table}")), key=repr)
    return out


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_random_splits_give_the_record_made_at_once(seed: int) -> None:
    """With undated reports, copies, corrections and two negotiations among them; one report is added, removed and added again."""
    rng = random.Random(seed)
    made = readings(SIZE, seed, days=25)
    with open_record(None, write=True) as whole, open_record(None, write=True) as grown:
        put(whole, made)
        derive(whole)
        rng.shuffle(made)
        cuts = sorted(rng.sample(range(1, SIZE), 3))
        for start, end in zip([0, *cuts], [*cuts, SIZE], strict=True):
            put(grown, made[start:end])
            derive(grown)
        store.remove_report(grown, made[0].report.id)
        derive(grown)
        put(grown, made[:1])
        derive(grown)
        assert rows(grown) == rows(whole)
        assert differences(grown) == ()


@pytest.mark.parametrize("seed", [4, 5, 6])
def test_reports_removals_and_judgements_in_any_order_give_the_record_made_at_once(seed: int) -> None:
    """What is judged may have gone meanwhile, and may come back; what is remembered is the same as well."""
    rng = random.Random(seed)
    made = readings(SIZE, seed, days=25)
    rng.shuffle(made)
    waiting, held = list(made), list[Reading]()
    with open_record(None, write=True) as grown, open_record(None, write=True) as whole:
        for _ in range(9):
            step = rng.choice(["add", "add", "remove", "judge", "judge"]) if held else "add"
            if step == "add" and waiting:
                lot = [waiting.pop() for _ in range(min(len(waiting), rng.choice([1, 1, 15, 30])))]
                put(grown, lot)
                held.extend(lot)
            elif step == "remove":
                gone = held.pop(rng.randrange(len(held)))
                store.remove_report(grown, gone.report.id)
                waiting.append(gone)
            else:
                append(grown, judged(rng, grown))
            derive(grown)
        rng.shuffle(held)
        put(whole, held)
        for judgement in judgements(grown):
            append(whole, judgement)
        derive(whole)
        assert rows(grown) == rows(whole)


@pytest.mark.parametrize("seed", [7, 8])
def test_one_report_after_another_of_several_negotiations_gives_the_record_made_at_once(seed: int) -> None:
    """Most of what is derived of the other negotiations is not even read meanwhile; a reading is replaced and a report goes for good among them."""
    rng = random.Random(seed)
    made = readings(SIZE, seed, talks=3, days=25)
    rng.shuffle(made)
    with open_record(None, write=True) as whole, open_record(None, write=True) as grown:
        put(grown, made[:-8])
        derive(grown)
        for reading in made[-8:]:
            put(grown, [reading])
            derive(grown)
        again = replace(made[3], events=made[3].events[:1], figures=())
        put(grown, [again])
        derive(grown)
        store.remove_report(grown, made[5].report.id)
        derive(grown)
        put(whole, [again, *made[:3], made[4], *made[6:]])
        derive(whole)
        assert rows(grown) == rows(whole)


def test_only_what_hangs_on_the_added_report_is_worked_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of three negotiations the one that got a report, and the events that got a mention."""
    made = readings(SIZE, 7, talks=3, days=25)
    done = Counter[str]()

    def counting(module: ModuleType, name: str) -> None:
        work = getattr(module, name)

        def counted(*given: object) -> object:
            done[name] += 1
            return work(*given)

        monkeypatch.setattr(module, name, counted)

    counting(shares, "derived_of")
    counting(events, "with_origins")
    with open_record(None, write=True) as record:
        put(record, made[:-1])
        derive(record)
        first = dict(done)
        done.clear()
        put(record, made[-1:])
        derive(record)
        assert first["derived_of"] >= 3 and done["derived_of"] == 1
        assert done["with_origins"] <= first["with_origins"] / 4


def test_only_readings_of_the_negotiation_that_got_a_report_and_of_its_neighbours_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    made = readings(SIZE, 7, talks=3, days=25)
    unpacked: set[str] = set()
    reading = Shelf.reading
    monkeypatch.setattr(Shelf, "reading", lambda shelf, report: (unpacked.add(report.id), reading(shelf, report))[1])
    with open_record(None, write=True) as record:
        put(record, made[:-1])
        derive(record)
        assert len(unpacked) == SIZE - 1
        unpacked.clear()
        put(record, made[-1:])
        derive(record)
        mine = {r for n in queries.snapshot(record).derived.negotiations if made[-1].report.id in n.reports for r in n.reports}
        assert made[-1].report.id in unpacked and len(unpacked - mine) <= SIZE / 4


def test_a_report_that_is_put_aside_and_brought_back_is_as_it_was() -> None:
    """What is remembered of it stays, what was derived of it goes meanwhile."""
    made = readings(20, 7, days=10)
    with open_record(None, write=True) as record:
        put(record, made)
        derive(record)
        before = rows(record)
        aside = put_aside(record, Aside(reports=(made[3].report.name,), who="A. Coder", why="of other talks"), when=dt.datetime(2031, 5, 4, tzinfo=dt.UTC))
        derive(record)
        assert not record.rows("SELECT 1 FROM statement WHERE report = ?", (made[3].report.id,)) and differences(record) == ()
        append(record, Judgement("", "undo", aside.id, "A. Coder", dt.datetime(2031, 5, 5, tzinfo=dt.UTC)))
        derive(record)
        assert differences(record) == ()
        after = rows(record)
        assert {t: r for t, r in after.items() if t != "meta"} == {t: r for t, r in before.items() if t != "meta"}


def versions_of(one: Reading) -> tuple[Reading, Reading]:
    """Two versions of a report at one address; the later one has other words where the first figure stood, and no figures."""
    report, span = one.report, one.figures[0].span
    first = replace(report, id="e" * 64, name="first", url="https://example.org/1", published="2023-11-02", published_basis="printed")
    text = report.text[: span.start] + "x" * (span.end - span.start) + report.text[span.end :]
    second = replace(first, id="f" * 64, name="second", text=text, published="2023-11-04")
    return replace(one, report=first), replace(one, report=second, figures=())


def test_what_a_later_version_withdraws_is_found_again_when_it_is_read_otherwise_judged_or_gone() -> None:
    """What is kept of two versions hangs on all that both say: an item read no more, one that a person put aside, and a version that goes."""
    made = readings(SIZE, 7, days=25)
    earlier, later = versions_of(next(r for r in made if len(r.figures) > 1 and len(r.report.text) > 400))
    with open_record(None, write=True) as record:

        def withdrawn() -> set[str]:
            derive(record)
            assert differences(record) == ()
            return {row[0] for row in record.rows("SELECT statement FROM withdrawn WHERE report = ?", (earlier.report.id,))}

        put(record, [*made, earlier, later])
        first = withdrawn()
        assert first
        put(record, [replace(later, figures=earlier.figures[:1])])
        assert withdrawn() < first, "it says the same in other words now"
        put(record, [later])
        assert withdrawn() == first
        row = record.one("SELECT * FROM statement WHERE id = ?", (min(first),))
        assert row is not None
        context = json.dumps({"report": row["report"], "start": row["start"], "end": row["end"]})
        append(record, Judgement("", "reject", row["id"], "A. Coder", dt.datetime(2031, 5, 4, tzinfo=dt.UTC), "checked", row["layer"], row["quote"], context))
        assert withdrawn() == first - {row["id"]}
        store.remove_report(record, later.report.id)
        assert withdrawn() == set()


def judged(rng: random.Random, record: Record) -> Judgement:
    """A decision on some statement, or one that takes an earlier decision back."""
    earlier = [j.id for j in judgements(record) if j.action != "undo"]
    actions: list[Literal["accept", "reject", "edit", "undo"]] = ["accept", "reject", "reject", "edit"]
    action = rng.choice([*actions, "undo"] if earlier else actions)
    when = dt.datetime(2031, 5, 4, tzinfo=dt.UTC)
    if action == "undo":
        return Judgement("", "undo", rng.choice(earlier), "A. Coder", when)
    row = rng.choice(record.rows("SELECT * FROM statement WHERE layer = 'figures'" if action == "edit" else "SELECT * FROM statement ORDER BY id"))
    context = json.dumps({"report": row["report"], "start": row["start"], "end": row["end"]})
    value = json.dumps({"value": rng.randrange(1, 99)}) if action == "edit" else None
    return Judgement("", action, row["id"], "A. Coder", when, "checked", row["layer"], row["quote"], context, value)


def test_a_record_that_is_not_what_its_reports_make_is_told() -> None:
    with open_record(None, write=True) as record:
        put(record, readings(20, 7, days=10))
        derive(record)
        record.connection.execute("UPDATE event SET title = 'Something else' WHERE id = (SELECT min(id) FROM event)")
        record.connection.execute("DELETE FROM support WHERE kind = 'position'")
        derive(record)
        assert [(f.where, "only in the record made at once" in f.message) for f in differences(record)] == [("event", True), ("support", True)]
        store.forget_derived(record)
        assert [f.where for f in differences(record)] == [record.path]
        derive(record)
        assert differences(record) == ()
