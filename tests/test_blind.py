"""People code the same sentences without seeing each other's; afterwards it is told how far they and the program agree, by layer."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.desk.blind import Blindly, Draw, Found, agreements, coded_by, drawn, keep_blind, kinds_of
from onrecord.errors import InputError
from onrecord.parse import SpacyParser
from onrecord.reconcile.judged_added import KINDS
from onrecord.record import Record, open_record, queries
from onrecord.record.judgements import judgements, waiting

SAMPLE = Path(__file__).parents[1] / "sample" / "reports"
WHEN = dt.datetime(2026, 1, 2, tzinfo=dt.UTC)
DRAW = Draw(seed=3, size=8)
EXCHANGE: Found = (("events", "exchange"),)


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """A record of three reports; not to be written to."""
    path = tmp_path_factory.mktemp("blind") / "record.db"
    with open_record(path, write=True) as record:
        pipeline.add([str(p) for p in sorted(SAMPLE.glob("*.txt"))[:3]], record, parser, pipeline.AddOptions("2026-01-01T00:00:00+00:00"))
    return path


@pytest.fixture
def record(raw: Path) -> Record:
    """A copy in memory."""
    made = open_record(None)
    with open_record(raw) as there:
        there.connection.backup(made.connection)
    return made


def code(record: Record, who: str, found: dict[int, Found], many: int = DRAW.size) -> None:
    """Codes the first sentences of the sample; nothing in those that are not named."""
    for n, unit in enumerate(drawn(record, DRAW)[:many]):
        keep_blind(record, Blindly(report=unit.report, span=unit.span, found=found.get(n, ()), who=who), when=WHEN)


def test_everybody_who_asks_for_a_sample_gets_the_same_sentences(record: Record) -> None:
    units = drawn(record, DRAW)
    assert units == drawn(record, DRAW) and len(set(units)) == 8 and units != drawn(record, Draw(seed=4, size=8))
    for unit in units:
        text = queries.report(record, unit.report).text
        assert unit.span.of(text) == unit.words and unit.before + unit.words + unit.after in text


def test_what_was_coded_changes_nothing_that_is_derived_and_the_later_coding_counts(record: Record) -> None:
    before = queries.snapshot(record)
    code(record, "A. Coder", {0: EXCHANGE})
    code(record, "A. Coder", {}, many=1)
    assert pipeline.is_current(record) and waiting(record) == () and queries.snapshot(record) == before
    assert len(coded_by(record, "A. Coder")) == 8 and set(coded_by(record, "A. Coder").values()) == {()}


def test_nobody_sees_agreement_before_all_is_coded(record: Record) -> None:
    code(record, "B. Coder", {})
    code(record, "A. Coder", {}, many=5)
    with pytest.raises(InputError, match="3 of 8 sentences are left"):
        agreements(record, "A. Coder", DRAW)


def test_agreement_is_told_by_layer_with_the_program_and_with_each_colleague(record: Record) -> None:
    code(record, "A. Coder", {0: EXCHANGE, 1: EXCHANGE, 2: EXCHANGE})
    code(record, "B. Coder", {0: EXCHANGE, 1: (("events", "release"),)}, many=6)
    program, colleague = agreements(record, "A. Coder", DRAW)
    assert (program.other, program.units, colleague.other, colleague.units) == ("program", 8, "B. Coder", 6)
    found, kind = [r for r in colleague.layers if r.layer == "events"]
    assert (found.attribute, found.units, kind.attribute, kind.units) == ("found", 6, "kind", 2)
    assert found.same == pytest.approx(5 / 6) and found.alpha == pytest.approx(1 - 11 * 2 / (2 * 5 * 7)) and kind.same == 0.5
    assert [(b.one, b.other) for b in colleague.apart] == [(("events: exchange",), ("events: release",)), (("events: exchange",), ())]


def test_one_who_codes_as_the_program_does_agrees_with_it_wholly(record: Record) -> None:
    for unit in drawn(record, DRAW):
        here = [s for s in queries.statements(record) if s.report == unit.report and unit.span.start <= s.span.start < unit.span.end]
        found = tuple((s.layer, getattr(s.item, {"attributions": "kind", "figures": "measure", "events": "type", "positions": "stance"}.get(s.layer, "status")))
                      for s in here if s.layer in ("attributions", "figures", "events", "positions", "status"))
        keep_blind(record, Blindly(report=unit.report, span=unit.span, found=found, who="A. Coder"), when=WHEN)
    program = agreements(record, "A. Coder", DRAW)[0]
    told = [r for r in program.layers if r.layer in ("attributions", "figures", "events", "positions", "status")]
    assert told and all(r.same == 1.0 for r in told)


@pytest.mark.parametrize(("said", "words"), [
    ({"span": (0, 3)}, "no sentence"), ({"found": (("colours", "red"),)}, "no kind"), ({"found": (("events", "red"),)}, "no kind"),
    ({"who": "program"}, "another name"),
])
def test_what_does_not_fit_is_refused(record: Record, said: dict[str, object], words: str) -> None:
    unit = drawn(record, DRAW)[0]
    with pytest.raises(InputError, match=words):
        keep_blind(record, Blindly(**{"report": unit.report, "span": unit.span, "found": (), "who": "A. Coder", **said}), when=WHEN)  # type: ignore[arg-type]
    assert judgements(record) == ()


def test_each_layer_has_its_kinds() -> None:
    assert all(len(kinds_of(layer)) > 2 for layer in KINDS)
