"""What holds of every reading, and of the lexicons that it rests on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.annotate.attributions.conventions import BROAD, GUIDE
from onrecord.annotate.attributions.cues import cues
from onrecord.annotate.attributions.read import extract
from onrecord.annotate.attributions.weighing import weights
from onrecord.types import Parsed, Reading

PARTS = [
    "The envoy said the road was open.",
    "“We will wait,” Ana Kovac told Reuters.",
    "“No",
    "the army",
    ", according to the union",
    "said",
    ":",
    "—",
    "The talks failed, two officials briefed on the matter said.",
    "”",
    "\n",
    "“Then we left.”",
    "which the rebels deny",
    "He added that",
    "Per the ministry",
    "saying it failed",
    "The statement says so.",
    "“",
    "US says deal close",
    "\u00a0",
    "citing sources",
]


def same_words(reading: Reading) -> None:
    """Every span of every attribution lies in the text and equals its words."""
    text = reading.report.text
    for number, item in enumerate(reading.attributions, 1):
        assert item.id == f"a{number}"
        assert item.content_spans and item.source_spans and item.cue_spans
        assert item.content == item.content_spans[0].of(text) and item.source == item.source_spans[0].of(text) and item.cue == item.cue_spans[0].of(text)
        for span in (*item.content_spans, *item.source_spans, *item.cue_spans):
            assert 0 <= span.start < span.end <= len(text)
        assert all(item.span.holds(s) for s in (item.source_spans[0], item.cue_spans[0], item.content_spans[0]))
        assert item.inside is None or any(a.id == item.inside for a in reading.attributions)
        assert item.inside != item.id and 0 <= item.confidence.value <= 1
    starts = [a.span.start for a in reading.attributions]
    assert starts == sorted(starts)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(PARTS), max_size=7))
def test_spans_equal_their_words_whatever_the_text(read_text: Callable[[str], Reading], parts: list[str]) -> None:
    same_words(read_text(" ".join(parts)))


def test_spans_equal_their_words_in_the_five_reports(read_text: Callable[[str], Reading], shared: Path) -> None:
    for path in sorted((shared / "reports").glob("*.txt")):
        same_words(read_text(path.read_text(encoding="utf-8")))


def test_broad_convention_keeps_intentions_that_the_guide_leaves_out(parse_text: Callable[[str], Parsed]) -> None:
    parsed = parse_text("The senator wants to raise the minimum wage.")
    assert [k.candidate.cue.text for k in extract(parsed, BROAD)[0]] == ["wants"]
    assert extract(parsed, GUIDE)[0] == []


def test_a_higher_threshold_never_keeps_more(parse_text: Callable[[str], Parsed]) -> None:
    parsed = parse_text("The senator said he wants to raise the wage, and critics blamed him for the delay.")
    sizes = [len(extract(parsed, replace(BROAD, threshold=t))[0]) for t in (0.1, 0.3, 0.6, 0.9)]
    assert sizes == sorted(sizes, reverse=True)


def test_cue_lexicon_has_its_size_and_classes() -> None:
    entries = [e for section in ("verbs", "nouns", "adjectives") for e in cues(section).values()]
    telling = [e for e in entries if e.kind in ("reporting", "factive", "belief", "denial", "demand", "threat", "promise")]
    assert len(telling) >= 300
    assert {e.kind for e in entries} == {"reporting", "factive", "belief", "denial", "demand", "threat", "promise", "appraisal", "intention", "other"}
    assert all(0 <= e.kept <= 1 for e in entries)


def test_weights_are_few_and_finite() -> None:
    assert 1000 < len(weights()) < 6000
    assert all(abs(w) < 20 for w in weights().values())


def test_reading_twice_gives_the_same(read_text: Callable[[str], Reading]) -> None:
    text = "“We will wait,” Ana Kovac told Reuters. The talks failed, two officials said."
    assert read_text(text).attributions == read_text(text).attributions
