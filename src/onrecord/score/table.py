"""Scores as data and as lines."""

from __future__ import annotations

from typing import Any

from onrecord.score.result import LAYERS, Result, Tally


def f1(hits: int, system: int, gold: int) -> dict[str, float]:
    """Precision, recall and F1 to three decimals."""
    precision = hits / system if system else 0.0
    recall = hits / gold if gold else 0.0
    mean = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(mean, 3)}


def tally_json(tally: Tally) -> dict[str, Any]:
    """One layer: located, right, how many the gold has, and the share right of each attribute."""
    shares = {name: round(right / of, 3) for name, (right, of) in tally.attributes.items()}
    return {
        "located": f1(tally.located, tally.system, tally.gold), "right": f1(tally.right, tally.system, tally.gold), "gold": tally.gold, **shares,
    }


def result_json(result: Result) -> dict[str, Any]:
    """All layers by name, and `published`: how many dates of reports are right."""
    return {**{layer: tally_json(result.tallies[layer]) for layer in LAYERS}, "published": {"right": result.dated, "of": result.of}}


def table(result: Result) -> list[str]:
    """A line a layer."""
    lines = []
    for layer in LAYERS:
        row = tally_json(result.tallies[layer])
        located, right, gold = row.pop("located"), row.pop("right"), row.pop("gold")
        shares = "  ".join(f"{name} {share}" for name, share in row.items())
        head = f"{layer:13} located {located['precision']:.3f} {located['recall']:.3f} F1 {located['f1']:.3f}"
        lines.append(f"{head}   right F1 {right['f1']:.3f}   gold {gold:3}   {shares}")
    lines.append(f"published     {result.dated} of {result.of}")
    return lines
