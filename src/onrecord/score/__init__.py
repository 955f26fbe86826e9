"""Readings against gold: how much was found at the right words, and how much of that is right.

The measures are those of the annotation guide's scorer, which the tests run beside this one.
"""

from onrecord.score.gold import read_gold
from onrecord.score.result import ATTRIBUTES, LAYERS, Result, score
from onrecord.score.table import result_json, table

__all__ = ["ATTRIBUTES", "LAYERS", "Result", "read_gold", "result_json", "score", "table"]
