"""The band of what is possible is drawn between reported values, as wide and as high as they say, and nowhere else."""

from __future__ import annotations

import datetime as dt
import re

import pytest

from onrecord.types import Bound, Interval, Ledger, LedgerValue
from onrecord.views.web.charts import band_rows, figure_chart

FIRST, LAST = dt.date(2025, 3, 1), dt.date(2025, 3, 31)
RECT = r'<path d="M([\d.]+),([\d.]+)h([\d.]+)v([\d.]+)h[^"]*" fill="[^"]*" opacity="0.13"'
"""A rectangle: its place, how wide and how high."""


def value(number: float, day: dt.date, measure: str = "held") -> LedgerValue:
    return LedgerValue(f"s{number:g}", "r", measure, None, number, number, f"{number:g} {measure}", Interval(day, day), None, own_voice=True)  # type: ignore[arg-type]


def ledger(*bounds: Bound) -> Ledger:
    return Ledger("g", "Hostages", "hostages", None, (value(100, FIRST), value(40, LAST)), bounds=bounds)


def drawn(found: Ledger) -> list[tuple[float, ...]]:
    """The rectangles of a ledger's chart."""
    svg = figure_chart(found)
    assert svg is not None
    return [tuple(map(float, r)) for r in re.findall(RECT, svg)]


@pytest.mark.parametrize(("low", "high", "rows"), [
    (40, 100, {"low": 40, "high": 100}), (40, None, {"low": 40, "high": 240}), (0, 7, {"low": 0, "high": 7}),
], ids=["between two values", "open upwards: to the top of the chart", "from none on"])
def test_a_band_is_as_high_as_its_bounds(low: float, high: float | None, rows: dict[str, float]) -> None:
    (row,) = band_rows(ledger(Bound("said_dead", Interval(FIRST, LAST), low, high, ())), 240)
    assert {k: row[k] for k in rows} == rows
    assert (row["day"], row["until"], row["measure"]) == ("2025-03-01", "2025-04-01", "said dead"), "the last day is shaded whole"


def test_a_bound_without_a_day_is_no_band() -> None:
    assert band_rows(ledger(Bound("held", Interval(None, None), 1, 2, ())), 240) == []


def test_the_band_lies_in_the_chart_between_its_days_and_numbers() -> None:
    assert drawn(ledger()) == [], "where no bound is known nothing is shaded"
    ((x, y, wide, high),) = drawn(ledger(Bound("held", Interval(FIRST, LAST), 40, 100, ())))
    ((_, _, half, _),) = drawn(ledger(Bound("held", Interval(FIRST, dt.date(2025, 3, 15)), 40, 100, ())))
    ((_, _, _, less),) = drawn(ledger(Bound("held", Interval(FIRST, LAST), 40, 70, ())))
    assert half == pytest.approx(wide / 2, rel=0.05) and less == pytest.approx(high / 2, rel=0.01)
    assert 0 <= x < x + wide <= 800 and 0 <= y < y + high <= 300


def test_what_lies_beyond_the_reported_values_is_not_shaded() -> None:
    whole = drawn(ledger(Bound("held", Interval(FIRST, LAST), 40, 100, ())))
    assert drawn(ledger(Bound("held", Interval(dt.date(2024, 1, 1), dt.date(2026, 1, 1)), 40, 100, ()))) == whole
    assert drawn(ledger(Bound("held", Interval(dt.date(2026, 1, 1), dt.date(2026, 2, 1)), 40, 100, ()))) == []


def test_a_point_is_told_and_led_to_once() -> None:
    svg = figure_chart(ledger(Bound("held", Interval(FIRST, LAST), 40, 100, ())))
    assert svg is not None
    assert svg.count("<a ") == 2 and svg.count('aria-roledescription="point"') == 2, "lines, areas and numbers beside the points are for the eye"
    assert "<a " not in "".join(re.findall(r'<g [^>]*aria-hidden="true".*?</g>', svg))
