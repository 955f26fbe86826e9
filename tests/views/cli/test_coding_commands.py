"""`codings`, `agreement` and `compare`: tables of human codings kept beside what the program read, and measured."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from typer.testing import Result

from onrecord.record import open_record, queries
from onrecord.record.judgements import judgements

Run = Callable[..., Result]
HEAD = "report,words,start,end,nth,layer,kind,value,note\n"
CODED = HEAD + (
    "wire.txt,48 soldiers,,,,figures,held,48,\n"
    "wire,released  six soldiers,,,,figures,released,6,seen twice\n"
    "herald,still holds 40,,,,figures,held,41,\n"
    "lines,ten soldiers,,,,figures,,10,\n"
)
OTHER = CODED.replace("held,48", "taken,48").replace("lines,ten soldiers,,,,figures,,10,\n", "")


@pytest.fixture
def mine(record: Path, tmp_path: Path) -> Path:
    """A copy of the record, to be coded."""
    return Path(shutil.copy(record, tmp_path / "mine.db"))


def coded(run: Run, mine: Path, text: str, *more: str, by: str | None = "A. Coder") -> Result:
    """Imports a table."""
    path = mine.parent / "codings.csv"
    path.write_text(text)
    return run("codings", "import", path, *(("--by", by) if by else ()), *more, "--record", mine)


def told(run: Run, mine: Path, *words: str) -> Any:
    done = run(*words, "--json", "--record", mine)
    assert done.exit_code == 0, done.stderr
    return json.loads(done.stdout)


def test_codings_are_judgements_at_their_words_and_change_nothing_of_the_record(run: Run, mine: Path) -> None:
    with open_record(mine) as opened:
        before, made_of = queries.statements(opened), queries.meta(opened, "derived_of")
    assert coded(run, mine, CODED).exit_code == 0
    with open_record(mine) as opened:
        kept = judgements(opened)
        assert [(j.action, j.layer, j.who, j.quote, j.why) for j in kept[:2]] == [
            ("code", "coding", "A. Coder", "48 soldiers", ""), ("code", "coding", "A. Coder", "released six soldiers", "seen twice"),
        ]
        place = json.loads(kept[0].context or "")
        assert queries.report(opened, place["report"]).text[place["start"] : place["end"]] == kept[0].quote
        assert queries.statements(opened) == before
    assert run("figures", "--record", mine).stderr == ""
    with open_record(mine) as opened:
        assert queries.meta(opened, "derived_of") == made_of, "nothing had to be derived anew"


def test_the_same_table_twice_adds_nothing_and_what_was_undone_can_come_back(run: Run, mine: Path) -> None:
    coded(run, mine, CODED)
    assert "0 new codings, 4 known" in coded(run, mine, CODED).stderr
    with open_record(mine) as opened:
        first = judgements(opened)[0].id
    assert run("judge", "undo", first[:10], "--record", mine).exit_code == 0
    assert "1 new codings, 3 known" in coded(run, mine, CODED).stderr


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("wire,49 soldiers,,,,figures,held,,", "does not stand in wire"),
        ("wire,soldiers,,,,figures,held,,", "stands 2 times"),
        ("wire,soldiers,,,3,figures,held,,", "nth is 3"),
        ("nowhere,48 soldiers,,,,figures,held,,", "no report is called so"),
        ("wire,48 soldiers,3,9,,figures,held,,", "at 3-9 wire has"),
        ("wire,,5,90000,,figures,held,,", "is no place"),
        ("wire,,x,9,,figures,held,,", "no whole number"),
        ("wire,48 soldiers,,,,weather,,,", "is no layer"),
        ("wire,48 soldiers,,,,,held,,", "words without a layer"),
        (",48 soldiers,,,,figures,held,,", "no report"),
        ("wire,48 soldiers,,,,figures,held,many,", "is no number and was left out"),
        ("wire,48 soldiers,,,,figures,held,48,x,y", "more cells"),
    ],
)
def test_a_row_that_cannot_be_used_is_a_problem_with_its_line_and_the_rest_is_kept(run: Run, mine: Path, row: str, said: str) -> None:
    done = coded(run, mine, CODED + row + "\n")
    assert done.exit_code == 1 and said in done.stderr and "codings.csv:6" in done.stderr and "codings, 0 known, 1 problems" in done.stderr
    with open_record(mine) as opened:
        (problem,) = [p for p in queries.problems(opened) if p.kind == "coding_lost"]
        assert said in problem.message and not problem.lost, "no report is lost by it"
        assert len(judgements(opened)) == (5 if "left out" in said else 4)
    coded(run, mine, CODED)
    with open_record(mine) as opened:
        assert not [p for p in queries.problems(opened) if p.kind == "coding_lost"], "a table that was put right leaves no problem"


def test_a_code_that_the_layer_does_not_know_is_kept_and_told(run: Run, mine: Path) -> None:
    done = coded(run, mine, HEAD + "wire,48 soldiers,,,,figures,detained,48,\n")
    assert done.exit_code == 0 and "'detained' is none of taken, held" in done.stderr and "1 new codings" in done.stderr


def test_columns_of_other_names_are_mapped_and_own_attributes_are_kept(run: Run, mine: Path) -> None:
    text = "Doc;Quote;Var;Code;Coder;Certainty\nwire;“We demand that every soldier be freed by March 10,”;positions;demands;Coder Two;high\n"
    done = coded(run, mine, text, "--map", "report=doc,words=quote,layer=var,kind=code", by=None)
    assert done.exit_code == 0, done.stderr
    with open_record(mine) as opened:
        (made,) = judgements(opened)
        assert made.who == "Coder Two" and json.loads(made.value or "")["values"] == {"certainty": "high", "stance": "demands"}


@pytest.mark.parametrize(
    ("text", "more", "said"),
    [
        ("report,layer\nwire,figures\n", (), "no column words"), ("doc,words,layer\nwire,x,figures\n", (), "say which with --map report=COLUMN"),
        (CODED, ("--map", "layer=kindly"), "no column 'kindly'"), (CODED, ("--map", "layer"), "is no field=column"),
    ],
)
def test_a_table_without_its_columns_is_refused(run: Run, mine: Path, text: str, more: tuple[str, ...], said: str) -> None:
    done = coded(run, mine, text, *more)
    assert done.exit_code == 2 and said in done.stderr


@pytest.mark.parametrize(("by", "said"), [(None, "nobody is named who coded it"), ("program", "give the coder another name")])
def test_a_coder_has_a_name_of_their_own(run: Run, mine: Path, by: str | None, said: str) -> None:
    done = coded(run, mine, CODED, by=by)
    assert done.exit_code == 2 and said in done.stderr


def test_coders_are_measured_with_each_other_and_with_the_program(run: Run, mine: Path) -> None:
    coded(run, mine, CODED)
    coded(run, mine, OTHER, by="B. Coder")
    both = told(run, mine, "reliability")
    assert both["coders"] == ["A. Coder", "B. Coder"]
    lines = {r["attribute"]: r for r in both["lines"]}
    assert set(lines) == {"found", "measure", "value"}
    assert (lines["measure"]["units"], lines["measure"]["reports"]) == (3, 2) and lines["measure"]["same"] == pytest.approx(2 / 3)
    assert lines["value"]["metric"] == "interval" and lines["value"]["alpha"] == 1.0
    program = {r["attribute"]: r for r in told(run, mine, "reliability", "--coders", "A. Coder,program")["lines"]}
    assert program["measure"]["alpha"] == 1.0 and program["value"]["alpha"] < 1.0
    shown = run("reliability", "--coders", "A. Coder,program", "--layer", "figures", "--record", mine).stdout
    assert "measure" in shown and "90 % intervals" in shown and "positions" not in shown


def test_the_former_name_of_the_measure_still_works_and_says_how_it_is_called_now(run: Run, mine: Path) -> None:
    coded(run, mine, CODED)
    done = run("agreement", "--record", mine, "--json")
    assert "onrecord reliability" in done.stderr
    assert json.loads(done.stdout) == told(run, mine, "reliability")


def test_the_program_is_measured_by_its_own_reading_whatever_was_decided_since(run: Run, mine: Path) -> None:
    coded(run, mine, CODED)
    before = told(run, mine, "reliability", "--coders", "A. Coder,program")
    assert coded(run, mine, CODED, "--apply").exit_code == 0
    assert told(run, mine, "reliability", "--coders", "A. Coder,program") == before


def test_differences_are_told_with_their_words(run: Run, mine: Path) -> None:
    coded(run, mine, CODED)
    coded(run, mine, OTHER, by="B. Coder")
    shown = run("compare", "A. Coder", "B. Coder", "--record", mine)
    assert "“48 soldiers”" in shown.stdout and "measure: A. Coder held | B. Coder taken" in shown.stdout
    found = told(run, mine, "compare", "A. Coder", "program", "--layer", "figures")["differences"]
    assert ["value", 41.0, 40.0] in [a for d in found for a in d["apart"]]


def test_a_row_without_words_says_that_nothing_was_found(run: Run, mine: Path) -> None:
    coded(run, mine, CODED)
    coded(run, mine, HEAD + "wire,,,,,figures,,,\nherald,still holds 40,,,,figures,held,40,\n", by="B. Coder")
    (line,) = [r for r in told(run, mine, "reliability")["lines"] if r["attribute"] == "found"]
    assert line["reports"] == 2
    assert len(told(run, mine, "compare", "A. Coder", "B. Coder")["differences"]) == 3


def test_applied_codings_accept_edit_and_add_and_are_not_applied_twice(run: Run, mine: Path) -> None:
    text = CODED.replace("value,note", "value,note,unit,certainty") + "lines,breaching the truce,,,,figures,other,1,,truces,low\n"
    done = coded(run, mine, text, "--apply")
    assert "3 accepted, 1 edited, 1 added, 0 decided so before" in done.stderr, done.stderr
    with open_record(mine) as opened:
        (edit,) = [j for j in judgements(opened) if j.action == "edit"]
        assert json.loads(edit.value or "") == {"value": 41.0} and edit.who == "A. Coder"
        by_id = {s.id: s for s in queries.statements(opened)}
        assert by_id[edit.target].item.value == 41.0  # type: ignore[union-attr]
        (add,) = [j for j in judgements(opened) if j.action == "add"]
        assert (by_id[add.target].quote, by_id[add.target].item.unit) == ("breaching the truce", "truces")  # type: ignore[union-attr]
    assert "0 accepted, 0 edited, 0 added, 5 decided so before" in coded(run, mine, text, "--apply").stderr


def test_what_says_too_little_for_a_statement_is_told_and_stays_a_coding(run: Run, mine: Path) -> None:
    done = coded(run, mine, HEAD + "lines,breaching the truce,,,,figures,other,1,\n", "--apply")
    assert "0 added" in done.stderr and "unit: is missing" in done.stderr and "1 new codings" in done.stderr


def test_a_statement_of_another_source_is_not_accepted(run: Run, mine: Path) -> None:
    text = "report,words,layer,kind,source\nwire,48 soldiers,figures,held,{}\n"
    done = coded(run, mine, text.format("the Front"), "--apply")
    assert "0 accepted" in done.stderr and "by whose account: 'the Front', not 'Ana Ruiz'" in done.stderr
    assert "1 accepted" in coded(run, mine, text.format("Ana Ruiz"), "--apply", by="B. Coder").stderr


def test_a_value_that_no_statement_can_have_is_told_and_not_applied(run: Run, mine: Path) -> None:
    done = coded(run, mine, HEAD + "wire,48 soldiers,,,,figures,detained,48,\n", "--apply")
    assert "0 accepted, 0 edited" in done.stderr and "not applied" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["reliability"], "nobody has coded anything"), (["compare", "A", "program"], "'A' coded nothing here"),
        (["reliability", "--coders", "program"], "alone agrees with nobody"), (["agreement", "--layer", "figures", "list"], "put the options behind"),
    ],
)
def test_what_cannot_be_compared_is_told(run: Run, mine: Path, words: list[str], said: str) -> None:
    done = run(*words[:1], "--record", mine, *words[1:]) if words[0] == "agreement" else run(*words, "--record", mine)
    assert done.exit_code == 2 and said in done.stderr


def test_as_of_a_day_codings_of_later_reports_do_not_count(run: Run, mine: Path) -> None:
    coded(run, mine, CODED)
    assert told(run, mine, "codings", "list", "--as-of", "2024-03-03")["coders"] == [{"coder": "A. Coder", "reports": 1, "layers": {"figures": 2}}]
    assert told(run, mine, "codings", "list")["coders"][0]["reports"] == 3
