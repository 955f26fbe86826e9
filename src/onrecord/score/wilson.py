"""The interval of a share that a sample gives."""

from __future__ import annotations

import math

from onrecord.score.spread import Spread

Z = 1.6448536269514722
"""The 95 % quantile of the normal distribution: 5 % are cut off at each end, which leaves a 90 % interval."""


def wilson(right: int, of: int) -> Spread | None:
    """The share *right* / *of* with its 90 % score interval (E. B. Wilson, "Probable inference", 1927); None where nothing was asked.

    It holds for items drawn by chance and independent of each other; it stays within [0, 1] and is not empty where all are right.
    """
    if of == 0:
        return None
    share, square = right / of, Z * Z
    centre = (share + square / (2 * of)) / (1 + square / of)
    half = Z / (1 + square / of) * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    return Spread(share, max(0.0, centre - half), min(1.0, centre + half))
