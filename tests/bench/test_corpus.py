"""The made-up corpus: the same seed gives the same reports, every place that it marks holds what it says, the truth adds up."""

from __future__ import annotations

import json
from itertools import pairwise

import pytest
from bench.corpus.laid import lay, row
from bench.corpus.make import make_corpus
from bench.corpus.plant import plant, planted_truth
from bench.corpus.readings import readings
from bench.corpus.truth import truth

from onrecord.types import Figure, Reading

SMALL = 60


def test_the_same_seed_gives_the_same_reports_and_another_seed_others() -> None:
    """Deterministic by seed."""
    one, two, other = ([json.dumps(row(m)) for m in make_corpus(SMALL, seed).reports] for seed in (3, 3, 4))
    assert one == two
    assert one != other
    assert len({json.loads(line)["text"] + str(json.loads(line).get("url")) for line in one}) == SMALL


def test_marks_stand_at_the_words_that_they_mark() -> None:
    """A figure's words hold its number, a name's the name."""
    for made in make_corpus(SMALL, 5).reports:
        laid = lay(made)
        for line, place in laid.lines:
            assert laid.text[place : place + len(line.text)] == line.text
            for mark in line.marks:
                assert 0 <= mark.start < mark.end <= len(line.text), (line.text, mark)


@pytest.mark.parametrize("reading", readings(12, 5), ids=lambda r: r.report.name)
def test_readings_have_their_words(reading: Reading) -> None:
    """Every item of a made reading lies in the text, and a figure's words hold its digits or its word."""
    text = reading.report.text
    for item in (*reading.figures, *reading.events, *reading.attributions, *reading.positions, *reading.commitments, *reading.status):
        assert item.span.of(text).strip()
        if isinstance(item, Figure) and item.value is not None and item.value > 9:
            assert f"{int(item.value):,}" in item.span.of(text)
    assert all(a.content_spans[0].of(text) == a.content for a in reading.attributions)


def test_the_true_ledger_adds_up_every_day() -> None:
    """held = taken - freed, freed = released + rescued, and nothing that only grows falls."""
    for days in truth(make_corpus(SMALL, 6))["ledgers"].values():
        rows = [days[d] for d in sorted(days)]
        assert all(r["held"] == r["taken"] - r["freed"] >= 0 and r["freed"] == r["released"] + r["rescued"] for r in rows)
        assert all(a["freed"] <= b["freed"] for a, b in pairwise(rows))


def test_what_takes_from_another_names_an_original_that_is_there() -> None:
    """Every origin is an original report."""
    reports = {r["id"]: r for r in truth(make_corpus(200, 6))["reports"]}
    assert {"copy", "near", "rewrite", "update", "corrects"} <= {r["kind"] for r in reports.values()}
    assert all(reports[r["origin"]]["kind"] == "original" for r in reports.values())


def test_added_reports_hold_ten_changes_and_sixty_copies() -> None:
    """Each change is told by three reports of their own, of a day after all that was known."""
    corpus = make_corpus(SMALL, 6)
    told = planted_truth(plant(corpus, 7))
    assert len(told["changes"]) == 10 and len(told["copies"]) == 60
    assert all(len(c["reports"]) == 3 and not set(c["reports"]) & set(told["copies"]) for c in told["changes"])
    last = max(h.date for events in corpus.events.values() for h in events).isoformat()
    assert all(c["date"] > last for c in told["changes"])
    assert len({m.id for m in plant(corpus, 7).reports} | {m.id for m in corpus.reports}) == SMALL + 300
