"""Reports that hold the same quotation and the same figures tell the same news."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.reconcile.dating.clues import Clues
from onrecord.reconcile.runs import runs_in, shared

QUOTED = re.compile(r"[“\"]([^”\"“]{30,400})[”\"]")
WORD = re.compile(r"[a-z0-9']+")
FIGURE = re.compile(r"(?<![\w.,$-])\d[\d,]*(?:\.\d+)?(?!\w)")
YEAR = re.compile(r"(?:19|20)\d\d")
RUN = 7
"""Words of a quotation that two reports must share."""
FIGURES = 3
"""Figures and lengths of time that they must share as well (PolNeAR train: 3 of 3 such pairs a day apart at most, with fewer 1 of 3)."""
CROWD = 5
"""A quotation that more reports than this hold is a saying."""


def quoted_runs(text: str) -> list[int]:
    """The runs of words of the quotations of a text, as numbers."""
    return [run for m in QUOTED.finditer(text) for run in runs_in(WORD.findall(m[1].lower().replace("’", "'")), RUN)]


def same_news(undated: frozenset[int], quoted: Sequence[bytes], told: Sequence[frozenset[str]]) -> list[tuple[int, int]]:
    """For each undated report those that share a quotation and figures with it.

    *quoted* are the runs of quotations of each report, packed, and *told* its figures.
    """
    pairs = shared(quoted, undated, CROWD)
    return sorted((a, b) for a, b in pairs if len(told[a] & told[b]) >= FIGURES)


def figures(clues: Clues) -> frozenset[str]:
    """Numbers of two digits or more, years left out, and lengths of time."""
    numbers = {m[0] for m in FIGURE.finditer(clues.text) if len(m[0]) > 1 and not YEAR.fullmatch(m[0])}
    lengths = {c.time.expression.value for c in clues.clues if c.time.expression.op == "duration" and c.time.expression.amount}
    return frozenset(numbers) | frozenset(v for v in lengths if v)
