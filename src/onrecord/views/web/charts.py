"""Charts as SVG drawn on this machine: no script on the page, every point a link to its words."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from functools import lru_cache
from typing import Any

import altair as alt
import vl_convert
from altair.utils.schemapi import debug_mode

from onrecord.types import Interval, Ledger, LedgerValue
from onrecord.views.web.lanes import window
from onrecord.views.writing.manners import PLAIN
from onrecord.views.writing.marks import days, digits, numbers_in

BASE = "https://onrecord.invalid/"
"""Stands before every link inside a chart, since the drawer wants absolute ones; taken off in the SVG."""
MOST_POINTS = 160
"""Points of a chart that can still be told apart at its width; the table has every value."""
WIDTH, HEIGHT = 800, 300
LABEL_WIDTH, LABEL_HEIGHT, POINT = 36, 12, 10
"""Pixels that the number beside a point takes, and the height of a point."""
COLOURS = ["#3b6ea5", "#b5562b", "#5b7f3a", "#7a5195", "#a03e5c", "#4a7c83", "#8a6d1f", "#6b6b6b"]
"""Each at least 3:1 on light paper; `static/style.css` names a lighter one of each for dark."""
DAY = re.compile(r"\b(\d{1,2}) ([A-Z][a-z]{2,8}) (\d{4})\b")
NUMBER = re.compile(r'>[^<>]*\d[^<>]*</text>|aria-label="[^"]*"')
LEGEND = alt.Legend(title=None, orient="top", columns=8, labelColor="currentColor", symbolOpacity=1)


def figure_chart(ledger: Ledger) -> str | None:
    """SVG of a ledger's values over their as-of days, parts of narrower scope left to the table; None for fewer than two values.

    What several reports tell alike of one day is one point, which leads to the first of them. Of very many points the latest are drawn; the few
    whose days lie far from all others are left to the table, and a stretch of days that ends far from all others is cut at the edge.
    """
    found = [row for value in ledger.values if value.measure != "duration" and not (value.scope or value.withdrawn) and (row := value_row(value)) is not None]
    rows = list({(r["day"], r["until"], r["low"], r["high"], r["measure"]): r for r in reversed(found)}.values())[::-1]
    rows = with_room(within(sorted(rows, key=lambda r: (r["until"], r["link"])))[-MOST_POINTS:])
    if len(rows) < 2:
        return None
    with debug_mode(False):  # checking every part against the schema costs more than drawing
        return put_down(draw(figure_layers(ledger, rows).properties(width=WIDTH, height=HEIGHT)))


def within(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows whose days lie where most do, their stretches cut at the edge."""
    if len(rows) < 2:
        return rows
    days = window([(dt.date.fromisoformat(row["day"]), dt.date.fromisoformat(row["until"])) for row in rows])
    first, last = str(days.first), str(days.last)
    return [{**row, "until": min(row["until"], last)} for row in rows if first <= row["day"] <= last]


def with_room(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same, each with its number in words only where neither a number nor another point lies; every point still leads to its words and tells its number."""
    if not rows:
        return rows
    days = [dt.date.fromisoformat(row["day"]).toordinal() for row in rows]
    wide, high = max(dt.date.fromisoformat(row["until"]).toordinal() for row in rows) - min(days) or 1, max(row["high"] for row in rows) or 1
    places = [(WIDTH * (day - min(days)) / wide, HEIGHT * row["mid"] / high) for row, day in zip(rows, days, strict=True)]
    taken: list[tuple[float, float]] = []
    for row, (x, y) in zip(rows, places, strict=True):
        under = any(0 < other - x < LABEL_WIDTH and abs(level - y) < POINT for other, level in places)
        if under or any(abs(x - other) < LABEL_WIDTH and abs(y - level) < LABEL_HEIGHT for other, level in taken):
            row["short"] = ""
        else:
            taken.append((x, y))
    return rows


def figure_layers(ledger: Ledger, rows: list[dict[str, Any]]) -> alt.LayerChart:
    """Band, ranges, points and labels; the data stand once, above all layers."""
    base = alt.Chart()
    first, last = min(row["day"] for row in rows), max(row["until"] for row in rows)
    band = [row for row in band_rows(ledger, max(row["high"] for row in rows)) if row["until"] > first and row["day"] < last][-MOST_POINTS:]
    band = [{**row, "day": max(row["day"], first), "until": min(row["until"], last)} for row in band]
    names = sorted({row["measure"] for row in (*rows, *band)})  # said once for colour and shape, else each gets a legend of its own
    x = alt.X("day:T", title=None, scale=alt.Scale(padding=POINT), axis=alt.Axis(format="%-d %b %Y", labelAngle=0, labelOverlap=True, labelSeparation=POINT))
    colour = alt.Color("measure:N", scale=alt.Scale(domain=names, range=COLOURS), legend=LEGEND)
    shape = alt.Shape("measure:N", scale=alt.Scale(domain=names), legend=LEGEND)
    bars = base.mark_rule(strokeWidth=2, opacity=0.55, aria=False).encode(x=x, y=alt.Y("low:Q"), y2="high:Q", color=colour)
    spans = base.mark_rule(strokeWidth=2, opacity=0.35, aria=False).encode(x=x, x2="until:T", y="mid:Q", color=colour)
    points = base.mark_point(size=90, filled=True, opacity=0.95).encode(
        x=x, y=alt.Y("mid:Q", title=ledger.unit), color=colour, shape=shape, href="link:N", tooltip="label:N", description="label:N"
    )
    labels = base.mark_text(dx=7, dy=-7, align="left", fontSize=11, color="currentColor", aria=False).encode(x=x, y="mid:Q", text="short:N")
    layers = [bars, spans, points, labels]
    if band:
        steps = alt.Chart(alt.InlineData(values=band)).mark_rect(opacity=0.13, aria=False)
        layers.insert(0, steps.encode(x=alt.X("day:T", title=None), x2="until:T", y=alt.Y("low:Q", title=ledger.unit), y2="high:Q", color=colour))
    return alt.LayerChart(layer=layers, data=alt.InlineData(values=rows))


def band_rows(ledger: Ledger, top: float) -> list[dict[str, Any]]:
    """The band of every stock between its reported values; what is open upwards ends at *top*."""
    rows = []
    for bound in ledger.bounds:
        first, last = ends(bound.days)
        if first is not None and last is not None:
            until = str(last + dt.timedelta(days=1))
            high = bound.high if bound.high is not None else top
            rows.append({"day": str(first), "until": until, "low": bound.low, "high": high, "measure": bound.measure.replace("_", " ")})
    return rows


def value_row(value: LedgerValue) -> dict[str, Any] | None:
    """One value as a row of the chart; None where neither its number nor its day is known."""
    day = value.as_of or value.published
    ends = [n for n in (value.low, value.high) if n is not None]
    if day is None or not ends or (day.first is None and day.last is None):
        return None
    first = day.first or day.last
    last = day.last or day.first
    low, high = ends[0], ends[-1]
    arrow = "≥ " if value.high is None else "≤ " if value.low is None else ""
    short = f"{arrow}{grouped(low)}" if low == high else f"{grouped(low)}–{grouped(high)}"
    return {
        "day": str(first), "until": str(last), "low": low, "high": high, "mid": (low + high) / 2, "measure": value.measure.replace("_", " "),
        "label": value.label, "short": short, "link": f"{BASE}statements/{value.statement}",
    }


def grouped(value: float) -> str:
    """A number as the chart writes it; what `put_down` makes a mark of."""
    return PLAIN.number(Decimal(digits(value)))


def put_down(svg: str) -> str:
    """A drawn chart with its days and numbers put down as the pages write them: all words in it are of the program."""
    told = DAY.sub(lambda found: days(day := dt.datetime.strptime(" ".join((found[1], found[2][:3], found[3])), "%d %b %Y").date(), day), svg)
    return NUMBER.sub(lambda found: numbers_in(found[0]), told)


def ends(date: Interval) -> tuple[dt.date | None, dt.date | None]:
    """Both ends, an open one closed at the other."""
    return date.first or date.last, date.last or date.first


def draw(chart: alt.LayerChart) -> str:
    """The chart as SVG with relative links, in the colours of the page around it."""
    quiet = chart.configure_axis(
        labelColor="currentColor", titleColor="currentColor", gridColor="currentColor", gridOpacity=0.12, domainColor="currentColor", tickColor="currentColor"
    ).configure_view(stroke=None)
    return svg_of(quiet.properties(background="transparent").to_json(validate=False))


@lru_cache(maxsize=256)
def svg_of(spec: str) -> str:
    """SVG of a Vega-Lite specification; drawn once."""
    return str(vl_convert.vegalite_to_svg(spec)).replace(f'xlink:href="{BASE}', 'href="/')
