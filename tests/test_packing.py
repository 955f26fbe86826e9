"""Packs in a record: kept with hash and name, in any order the same, and gone without a trace."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import pipeline
from onrecord.errors import InputError
from onrecord.packing import drop_pack, keep_pack
from onrecord.parse import SpacyParser
from onrecord.read import ReadResult
from onrecord.read import read_text as report_in
from onrecord.record import Record, open_record, queries
from onrecord.record.merging import merge
from onrecord.record.packs import packs
from onrecord.record.store import DERIVED
from onrecord.record.verifying import verify

WHEN = "2031-06-01T10:00:00+00:00"
COAST = (
    'name = "Coast"\ntalks = "Coast talks"\n[[parties]]\nname = "Free Coast Front"\naliases = ["FCF"]\n[[parties]]\nname = "Velland"\nkind = "state"\n'
    '[[captives]]\nword = "guest"\nheld_as = "hostages"\n'
)
HILLS = 'name = "Hills"\n[[persons]]\nname = "Odo Marsh"\nside = "Free Coast Front"\n[[tracks]]\nname = "prisoners"\nwords = ["prisoner talks"]\n'
AWAY = 'name = "Away"\n[[parties]]\nname = "Far Isle"\nkind = "state"\n'
ALL = (COAST, HILLS, AWAY)
TEXTS = (
    "PORT TARN, May 3, 2031 - The FCF seized 20 guests on Friday, Velland's interior ministry said. Odo Marsh said that the guests were well.",
    "PORT TARN, May 9, 2031 - The Free Coast Front released six hostages on Thursday. The prisoner talks have stalled, a Velland official said.",
    "SARN, May 9, 2031 - Miners met the governor on Monday to hold talks about pay.",
)


def filled(parser: SpacyParser, record: Record) -> Record:
    """The record with the three reports."""
    results = [ReadResult(f"{n}.txt", text.encode(), report_in(text).report) for n, text in enumerate(TEXTS)]
    pipeline.add_results(results, record, parser, pipeline.AddOptions(WHEN))
    return record


def keep(record: Record, toml: str) -> None:
    """Puts a pack in; nothing is read again yet."""
    found = keep_pack(record, toml.encode(), f"{toml[8:12]}.toml", when=WHEN, who="A. Coder")
    assert found.pack is not None and not found.problems


def brought_up(parser: SpacyParser, record: Record) -> tuple[str, ...]:
    """Reads again what is to be read again, and derives."""
    again = pipeline.reread(record, parser)
    pipeline.derive(record)
    return again


def whole(record: Record) -> dict[str, set[tuple[object, ...]]]:
    """Every row that a pack may change, without row numbers."""
    tables = ("report", "reading", "problem", "statement", "statement_party", *DERIVED)
    columns = {t: [f'"{c[1]}"' for c in record.rows(f"PRAGMA table_info({t})") if c[1] != "key"] for t in tables}
    return {t: {tuple(row) for row in record.rows(f"SELECT {', '.join(columns[t])} FROM {t}")} for t in tables}


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(st.sampled_from(ALL), min_size=1), st.randoms(use_true_random=False))
def test_taking_packs_away_gives_the_record_as_without_them(parser: SpacyParser, given_packs: set[str], random: object) -> None:
    with open_record(None) as record:
        before = whole(filled(parser, record))
        for toml in sorted(given_packs):
            keep(record, toml)
        brought_up(parser, record)
        assert (AWAY in given_packs and len(given_packs) == 1) or whole(record) != before
        names = [p.name for p in packs(record)]
        random.shuffle(names)  # type: ignore[attr-defined]
        for name in names:
            drop_pack(record, name)
            brought_up(parser, record)
        assert whole(record) == before


def test_packs_and_reports_in_any_order_give_one_record(parser: SpacyParser) -> None:
    made = []
    for first, *rest in itertools.permutations(ALL):
        with open_record(None) as record:
            keep(record, first)
            filled(parser, record)
            for toml in rest:
                keep(record, toml)
                brought_up(parser, record)
            made.append(whole(record))
    assert all(one == made[0] for one in made)


def test_only_reports_with_a_word_of_the_pack_are_read_again(parser: SpacyParser) -> None:
    with open_record(None) as record:
        filled(parser, record)
        keep(record, HILLS)
        assert len(brought_up(parser, record)) == 2
        keep(record, AWAY)
        assert brought_up(parser, record) == ()
        assert {e.name for e in queries.entities(record)} >= {"Odo Marsh"}


def test_a_pack_is_kept_with_its_hash_and_who_added_it(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        keep(record, COAST)
        (kept,) = packs(record)
        assert (kept.name, kept.added_by, kept.added_at, len(kept.hash)) == ("Coast", "A. Coder", WHEN, 64)
        assert not keep_pack(record, COAST.encode(), "p.toml", when=WHEN, who="B. Coder").changed
        assert packs(record)[0].added_by == "A. Coder", "the same file changes nothing"
        assert keep_pack(record, COAST.replace("guest", "visitor").encode(), "p.toml", when=WHEN, who="B. Coder").changed
        assert [p.added_by for p in packs(record)] == ["B. Coder"], "another file of that name takes its place"
        with pytest.raises(InputError, match="no pack is called 'Hills'; there are: Coast"):
            drop_pack(record, "Hills")


def test_mistakes_are_problems_of_the_record_until_the_pack_goes() -> None:
    with open_record(None) as record:
        keep_pack(record, f"{COAST}[[places]]\nname = 5\n".encode(), "c.toml", when=WHEN, who="A. Coder")
        assert [(p.kind, p.where) for p in queries.problems(record)] == [("pack", "c.toml:13")]
        drop_pack(record, "Coast")
        assert queries.problems(record) == ()


def test_a_name_given_otherwise_by_another_pack_is_told() -> None:
    with open_record(None) as record:
        keep(record, COAST)
        other = 'name = "Other"\n[[parties]]\nname = "Federal Customs Force"\naliases = ["FCF"]\n'
        (problem,) = keep_pack(record, other.encode(), "o.toml", when=WHEN, who="A. Coder").problems
        assert "'FCF' is Federal Customs Force here and Free Coast Front in pack Coast" in problem.message


def test_two_desks_records_are_joined_with_their_packs(parser: SpacyParser) -> None:
    with open_record(None) as mine, open_record(None) as theirs, open_record(None) as both:
        keep(mine, COAST)
        keep(theirs, HILLS)
        for toml in (COAST, HILLS):
            keep(both, toml)
        filled(parser, both)
        filled(parser, theirs)
        filled(parser, mine)
        merge(mine, theirs, when=dt.datetime.fromisoformat(WHEN))
        brought_up(parser, mine)
        assert [p.name for p in packs(mine)] == ["Coast", "Hills"]
        assert whole(mine) == whole(both)


def test_a_pack_that_was_changed_in_the_file_is_found() -> None:
    with open_record(None) as record:
        keep(record, COAST)
        assert not verify(record).findings
        record.connection.execute("UPDATE pack SET toml = toml || '#'")
        assert [f.where for f in verify(record).findings] == ["pack Coast"]
