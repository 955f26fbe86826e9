"""The Python interface: lists of typed values with words, checked arguments, frames, and what notebooks show."""

from __future__ import annotations

import datetime as dt
import html.parser
import importlib.util
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from tests.conftest import report_of

import onrecord
from onrecord.api.html import sentence_around
from onrecord.api.rows import Rows, Source
from onrecord.parse import SpacyParser
from onrecord.record import open_record, queries
from onrecord.types import Event, Report, Snapshot, Span, Statement
from onrecord.views.export.tables import TABLES

LISTS = (
    "reports", "statements", "figures", "ledgers", "timeline", "positions", "commitments", "talks", "disputes", "roster", "channels", "proposals", "agreements",
    "sources", "entities", "negotiations", "problems", "judgements", "releases", "codings", "packs",
)
OWN_IMPORTS = 0.15
"""Seconds that `import onrecord` may take beside Python's own start."""


def test_importing_loads_no_parser_and_is_quick() -> None:
    code = (
        "import sys, time; began = time.process_time(); import onrecord; took = time.process_time() - began; "
        "print(took, any(m.split('.')[0] in ('spacy', 'altair', 'z3', 'pandas', 'typer') for m in sys.modules))"
    )
    took, heavy = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60).stdout.split()
    assert heavy == "False" and float(took) < OWN_IMPORTS


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_as_many_rows_as_a_value_each_in_every_form(record: onrecord.OpenRecord, name: str) -> None:
    rows = getattr(record, name)()
    assert len(rows) == len(list(rows)) == len(rows.to_dicts()) == len(rows.to_frame())
    assert len(rows[:1].to_dicts()) == min(1, len(rows))
    if len(rows) > 1:
        assert rows[1:2].to_dicts() == rows.to_dicts()[1:2], "a slice keeps rows and values together"


@pytest.mark.parametrize(("name", "table"), [("figures", "figures"), ("timeline", "events"), ("ledgers", "ledgers"), ("disputes", "disputes")])
def test_a_frame_has_the_columns_of_the_export(record: onrecord.OpenRecord, name: str, table: str) -> None:
    columns = [c.name for t in TABLES if t.name == table for c in t.columns]
    assert list(getattr(record, name)().to_frame().columns) == columns
    assert list(getattr(record, name)(party="nobody of this name").to_frame().columns) == columns, "an empty list keeps its columns"


def test_every_value_stands_on_its_words(record: onrecord.OpenRecord) -> None:
    texts = {r.id: record.report(r.id) for r in record.reports()}
    for row in record.statements():
        report = texts[row.report]
        assert isinstance(row, Statement) and row.told is not None
        assert report.text[row.span.start : row.span.end] == row.quote == row.told.words
        assert row.told.before + row.quote + row.told.after in report.text
        assert row.citation == f"{report.name}:{row.span.start}-{row.span.end}"
    for event in record.timeline():
        assert isinstance(event, Event)
        assert [w.statement for w in event.words] == list(dict.fromkeys(event.statements)), "an event has the words of every account"


@pytest.mark.parametrize(("text", "words", "sentence"), [
    ("The envoy left. Five were freed on Monday. Rain fell.", "Five", "Five were freed on Monday. "),
    ("The envoy left. Five were freed", "freed", "Five were freed"),
    ("A line\nFive were freed.\nAnother", "Five", "Five were freed."),
    ('"They left." She spoke. End.', "They", '"They left." '),
    ("One. Two.", "One. Two.", "One. Two."),
])
def test_the_sentence_around_words(text: str, words: str, sentence: str) -> None:
    at = text.index(words)
    assert sentence_around(report_of(text), Span(at, at + len(words))).of(text) == sentence


def test_filters_narrow_as_the_commands_do(record: onrecord.OpenRecord, sample_file: Path) -> None:
    with open_record(sample_file) as opened:
        wanted = queries.events(opened, queries.Filter(party="Belmar", until=dt.date(2025, 4, 30)))
    assert [e.id for e in record.timeline(party="Belmar", until="2025-04")] == [e.id for e in wanted]
    assert {s.layer for s in record.statements("positions")} == {"positions"}
    assert {s.item.measure for s in record.figures("held")} == {"held"}  # type: ignore[union-attr]
    assert [r.name for r in record.reports(report="05-int")] == ["05-interior-ministry-statement"]
    assert len(record.search("truce", limit=3)) == 3


def test_as_of_tells_what_was_left_out(record: onrecord.OpenRecord) -> None:
    then = record.timeline(as_of=dt.date(2025, 4, 12))
    assert then.as_of == dt.date(2025, 4, 12) and "16-meridian-may" in then.left_out
    assert "16-meridian-may" in then._repr_html_() and "2025-04-12" in repr(then)
    assert {w.name for e in then for w in e.words}.isdisjoint(then.left_out)
    assert record.timeline().left_out == ()


@pytest.mark.parametrize(("ask", "advice"), [
    ("record.timeline(partty='x')", "it takes as_of, negotiation, party"),
    ("record.figures('hold')", "there are taken, held"),
    ("record.statements('words')", "there are attributions"),
    ("record.timeline(since='soon')", "2024-03-02"),
    ("record.timeline(negotiation='elsewhere')", "Highland Front"),
    ("record.report('zzz')", "onrecord sources"),
    ("record.reports(party='x')", "it takes as_of"),
    ("record.export('docs', 'x')", "no such format; give one of"),
    ("record.export('csv', 'x', froce=True)", "force"),
    ("record.judge('drop', 'x')", "there are accept"),
    ("record.judge('edit', 'x')", "takes a value"),
    ("record.judge('accept', '0000ffff')", "nothing has an id"),
    ("record.add([])", "give paths"),
    ("record.freeze('now')", "cannot be the name"),
    ("record.release('none')", "no release is called"),
    ("record.diff('2025-04-12', '2025-04-06')", "give the earlier day first"),
    ("record.note('0000ffff', 'x')", "nothing has an id"),
    ("record.audit(layers=['weather'])", "there are attributions"),
    ("record.audited([__import__('dataclasses').replace(record.audit(1)[0], answer='perhaps')])", "write accept or reject"),
    ("record.coder_agreement()", "nobody alone agrees"),
    ("record.coder_differences('A', 'program')", "coded nothing here"),
    ("record.mark('13-meridian', 'events', 'no such words', {})", "does not stand in"),
    ("record.add('x', outlte='y')", "outlet"),
    ("onrecord.open('nowhere.db').timeline()", "no such record"),
    ("onrecord.open(__file__)", "record"),
])
def test_a_mistake_is_told_with_what_to_do(record: onrecord.OpenRecord, ask: str, advice: str) -> None:
    with pytest.raises(onrecord.OnRecordError, match=re.escape(advice)):
        eval(ask, {"record": record, "onrecord": onrecord, "__file__": __file__})


def test_a_frame_without_pandas_and_polars_names_the_extra(record: onrecord.OpenRecord, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.api.rows.find_spec", lambda name: None)
    with pytest.raises(onrecord.OnRecordError, match=r"onrecord\[notebook\]"):
        record.figures().to_frame()
    assert importlib.util.find_spec("pandas")


@pytest.mark.parametrize("name", LISTS)
def test_a_frame_of_polars_holds_the_same_as_one_of_pandas(record: onrecord.OpenRecord, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import polars

    rows = getattr(record, name)()
    pandas = rows.to_frame()
    monkeypatch.setattr("onrecord.api.rows.find_spec", lambda module: None if module == "pandas" else importlib.util.find_spec(module))
    frame = rows.to_frame()
    assert isinstance(frame, polars.DataFrame)
    assert frame.columns == list(pandas.columns) and frame.height == len(pandas)
    assert frame.to_dicts() == rows.to_dicts()


class Tags(html.parser.HTMLParser):
    """Which elements a page opens."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not [a for a, _ in attrs if a.startswith("on") or a.endswith("href")]


@pytest.mark.parametrize("make", [
    *(f"record.{name}()" for name in LISTS), "record.ledgers()[0]", "record.timeline()[0]", "record.figures()[0]", "record.reports()[0]",
    "record.report('05-int')", "record.brief()",
])
def test_what_a_notebook_shows_runs_and_leads_nowhere(record: onrecord.OpenRecord, make: str) -> None:
    tags = Tags()
    tags.feed(eval(make, {"record": record})._repr_html_())
    assert tags.seen and not tags.seen & {"script", "iframe", "object", "img", "a"} - ({"a"} if "ledgers" in make else set())


def test_a_ledger_shows_its_chart_and_a_statement_its_words_marked(record: onrecord.OpenRecord) -> None:
    assert any("<svg" in ledger._repr_html_() for ledger in record.ledgers())
    row = record.figures("held", report="05-interior")[0]
    assert "<mark>55 of the 58 persons</mark> taken on 3 March" in row._repr_html_()
    assert re.search(r"<mark title='[^']*figures'>55 of the ", record.report("05-int")._repr_html_())


def test_words_of_a_report_never_become_markup() -> None:
    bad = "<script>alert(1)</script> & five were freed."
    rows: Rows[Report] = Rows([Report("0" * 64, "x", bad, title=bad)], Source(Snapshot()))
    assert "<script" not in rows._repr_html_() and "&lt;script" in rows._repr_html_()


def test_a_record_in_memory_takes_reports_texts_and_decisions(parser: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.api.opened.parser_for", lambda config: parser)
    text = (
        "Northland and the Reed Union met in Varna on Monday.\n\nThe Reed Union is holding 12 sailors, Northland's foreign minister Lena Roe said.\n\n"
        "The Reed Union took 14 hostages in May, officials said.\n"
    )
    with onrecord.open(None) as record:
        assert record.add(report_of(text, published="2024-03-05", published_basis="given")).new == ("test",)
        assert record.add(report_of(text, published="2024-03-05", published_basis="given")).known == ("test",)
        assert record.add_text(text.replace("12", "13"), outlet="Daily Example", published="2024-03-09").new
        assert [r.outlet for r in record.reports()] == [None, "Daily Example"]
        row = record.figures("held")[0]
        made = record.judge("edit", row.id, {"measure": "taken"}, why="misread", who="jr")
        assert (len(record.figures("held")), len(record.figures("taken"))) == (1, 3)
        assert record.judgements()[0] == made and record.judgements().to_dicts()[0]["who"] == "jr"
        record.judge("undo", made.id, who="jr")
        assert len(record.figures("held")) == 2
        record.remove("test")
        assert len(record.reports()) == 1


def test_what_another_process_added_is_seen(folder: Path) -> None:
    with onrecord.open("record.db") as record, onrecord.open("record.db") as other:
        before = len(record.reports())
        other.remove("05-interior")
        assert len(record.reports()) == before - 1


def test_what_was_frozen_is_told_row_by_row_with_its_reason(folder: Path) -> None:
    with onrecord.open("record.db") as record:
        made = record.freeze("one", note="before")
        assert [(r.name, r.note) for r in record.releases()] == [("one", "before")] and record.release("one").release == made
        assert len(record.release_diff("one")) == 0
        figure = record.figures("held")[0]
        record.judge("reject", figure.id, who="jr", why="a test")
        change = next(c for c in record.release_diff("one") if c.id == figure.id)
        assert change.what == "removed" and "reject by jr" in change.reasons[0] and set(change.reports) == {figure.told.name}


def test_an_audit_is_told_and_becomes_decisions_when_asked_for(folder: Path) -> None:
    with onrecord.open("record.db") as record:
        places = record.audit(6, layers=["figures"])
        answered = [replace(p, answer="reject" if p.what == "statement" else "none") for p in places]
        told = {q.layer: q for q in record.audited(answered)}
        assert told["figures"].accepted == 0 and told["figures"].asked == 6 and len(record.judgements()) == 0
        record.audited(answered, keep_as="jr")
        assert {j.target for j in record.judgements()} == {p.id for p in places if p.id}
        assert {p.id for p in places} & {s.id for s in record.statements()} == set()


def test_a_pack_with_mistakes_says_so_and_a_file_that_is_none_changes_nothing(folder: Path) -> None:
    (folder / "wrong.toml").write_text('name = "Talks"\nparties = [{name = "Maravel", alias = ["M"]}]\n', encoding="utf-8")
    (folder / "none.toml").write_text("name = ", encoding="utf-8")
    with onrecord.open("record.db") as record:
        assert record.add_pack("wrong.toml").problems
        packed = record.add_pack("none.toml")
        assert packed.pack is None and packed.problems
        assert [p.name for p in record.packs()] == ["Talks"]
        with pytest.raises(onrecord.OnRecordError, match="cannot be read"):
            record.add_pack("absent.toml")
        with pytest.raises(onrecord.OnRecordError, match="Other talks"):
            record.remove_pack("Other talks")


def test_codings_are_compared_in_memory_too(folder: Path, parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.api.opened.parser_for", lambda config: parser)
    with onrecord.open(None) as record:
        record.add(["reports/01-northern-post-seizure.txt", "reports/05-interior-ministry-statement.txt"])
        columns = {"report": "doc", "words": "quote", "layer": "what", "kind": "code", "value": "n", "unit": "of", "party": "who", "source": "by_whom"}
        kept = record.import_codings("codings/lindqvist.csv", by="T. Lindqvist", columns=columns, apply=True)
        assert kept.applied and kept.applied.accepted + kept.applied.edited + kept.applied.added > 4 and len(kept.problems) == kept.rows - kept.new
        assert {c.coder for c in record.codings("program", "T. Lindqvist")} == {"program", "T. Lindqvist"}
        assert record.coder_agreement("T. Lindqvist", "program")[0].alpha is not None
        assert {d.layer for d in record.coder_differences("T. Lindqvist", "program", layers=["figures"])} == {"figures"}
