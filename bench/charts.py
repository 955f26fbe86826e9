"""Charts of measurements: a measurement prints a line `chart: JSON`, and the page of quality shows it as a picture that loads nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import altair
import vl_convert

PREFIX = "chart: "
GREY = "#7a7a7a"
"""Legible on white and on black."""


@dataclass(frozen=True)
class Bar:
    """One value by name; bars of one *group* have one colour."""

    name: str
    value: float
    group: str = ""


@dataclass(frozen=True)
class Point:
    """One value at a size, of one line."""

    size: float
    value: float
    line: str


def chart_line(name: str, unit: str, marks: Sequence[Bar | Point]) -> str:
    """The line that is printed for a chart of bars, or of lines over sizes."""
    kind = "points" if marks and isinstance(marks[0], Point) else "bars"
    return PREFIX + json.dumps({"name": name, "unit": unit, "kind": kind, "rows": [asdict(m) for m in marks]})


def parted(lines: Sequence[str]) -> tuple[list[str], list[dict[str, Any]]]:
    """The lines for people, and the charts."""
    return [line for line in lines if not line.startswith(PREFIX)], [json.loads(line.removeprefix(PREFIX)) for line in lines if line.startswith(PREFIX)]


def draw(chart: dict[str, Any], folder: Path) -> str:
    """Writes the picture and gives its line of Markdown; its words are the values, for who does not see it."""
    spec = bars(chart) if chart["kind"] == "bars" else points(chart)
    folder.mkdir(exist_ok=True)
    path = folder / f"{chart['name'].replace(' ', '-')}.svg"
    path.write_text(vl_convert.vegalite_to_svg(spec.to_json()) + "\n", encoding="utf-8")
    told = ", ".join(f"{r.get('name') or str(r['line']) + ' at ' + format(r['size'], 'g')} {r['value']:.4g}" for r in chart["rows"])
    return f"![{chart['unit']}: {told}]({folder.name}/{path.name})"


def bars(chart: dict[str, Any]) -> altair.Chart:
    """Bars in their order."""
    made = altair.Chart(altair.Data(values=chart["rows"])).mark_bar(color="#3b7dd8")
    y = altair.Y("name:N", sort=None, title=None, axis=altair.Axis(labelLimit=320))
    x = altair.X("value:Q", title=chart["unit"])
    grouped = any(r["group"] for r in chart["rows"])
    shown = made.encode(x=x, y=y, color=altair.Color("group:N", title=None)) if grouped else made.encode(x=x, y=y)
    return styled(shown.properties(width=420))


def points(chart: dict[str, Any]) -> altair.Chart:
    """Lines over sizes, both on logarithmic axes: a straight line is a power of the size, its slope the exponent."""
    made = altair.Chart(altair.Data(values=chart["rows"])).mark_line(point=True)
    axis = altair.Axis(values=sorted({r["size"] for r in chart["rows"]}))
    x = altair.X("size:Q", scale=altair.Scale(type="log", nice=False), title="reports", axis=axis)
    y = altair.Y("value:Q", scale=altair.Scale(type="log"), title=chart["unit"])
    return styled(made.encode(x=x, y=y, color=altair.Color("line:N", title=None)).properties(width=420, height=260))


def styled(chart: altair.Chart) -> altair.Chart:
    """Without a background, in a grey that can be read on any."""
    return (
        chart.configure(background="transparent").configure_axis(labelColor=GREY, titleColor=GREY, gridColor="#88888844", domainColor=GREY, tickColor=GREY)
        .configure_legend(labelColor=GREY).configure_view(stroke=None)
    )
