"""Readings against gold: how much was found at the right words, and how much of that is right.

The measures are those of the annotation guide's scorer, which the tests run beside this one.
"""

from onrecord.score.faults import Fault, counted
from onrecord.score.gold import read_gold
from onrecord.score.result import ATTRIBUTES, LAYERS, Result, score
from onrecord.score.spread import Spread, distance, spread
from onrecord.score.table import result_json, table
from onrecord.score.whole import Point, score_whole, whole_lines

__all__ = [
    "ATTRIBUTES", "LAYERS", "Fault", "Point", "Result", "Spread", "counted", "distance", "read_gold", "result_json", "score", "score_whole", "spread",
    "table", "whole_lines",
]
