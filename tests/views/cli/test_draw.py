"""Lines on a terminal of 80 columns: dates in a column, marks where they fit, words with their place, nothing wider than the window."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from onrecord.types import Span
from onrecord.views.brief import Cite, Line, Section
from onrecord.views.cli.draw import BRIEF, WHOLE, Style, cut, draw_section

LONG = "the Front would free every soldier it holds once the guns have been silent along the whole river for ten days and ten nights"
PLACE = Cite("r1", "wire", Span(10, 10 + len(LONG)), LONG)


def drawn(*lines: Line, style: Style = WHOLE, width: int = 80) -> list[str]:
    """What a section of *lines* looks like, without its heading."""
    console = Console(file=io.StringIO(), width=width, color_system=None)
    draw_section(console, Section("key", "Title", lines), style=style)
    value = console.file.getvalue()  # type: ignore[attr-defined]
    return [line.rstrip() for line in value.splitlines()][1:]


def test_a_short_line_keeps_its_marks_beside_it() -> None:
    assert drawn(Line("six men freed", "2 Mar 2024", ("by the army",))) == ["2 Mar 2024  six men freed  by the army"]


def test_a_long_one_gets_them_below_and_the_words_last() -> None:
    shown = drawn(Line("six men freed", "2 Mar 2024", ("x" * 60,), (PLACE,)))
    assert shown[0] == "2 Mar 2024  six men freed" and shown[1].strip() == "x" * 60
    assert " ".join(" ".join(shown[2:]).split()) == f"“{LONG}” wire:10-{10 + len(LONG)}"
    assert all(line.startswith(" " * 12) for line in shown[1:])


def test_a_list_without_dates_hangs_below_what_it_is_about() -> None:
    ruiz = Cite("r1", "wire", Span(0, 4), "Ruiz")
    shown = drawn(Line("Ana Ruiz", "", ("Norland",), (ruiz,)), Line("the Front", "", ("y" * 90,)), Line("z" * 90, "", (), (PLACE,)))
    assert shown[:3] == ["Ana Ruiz  Norland", "  “Ruiz”  wire:0-4", "the Front"]
    assert "" not in shown, "no empty line between a head and its words"


def test_levels_are_set_in() -> None:
    shown = drawn(Line("talks", "May 2024"), Line("stalled", "Mar 2024", level=1), Line("why", "", level=2))
    assert shown == ["May 2024  talks", "Mar 2024    stalled", "              why"]


@pytest.mark.parametrize("width", [60, 80, 110])
def test_the_brief_cuts_words_to_one_line_and_counts_the_places_left_out(width: int) -> None:
    shown = drawn(Line("six men freed", "2 Mar 2024", (), (PLACE, PLACE, PLACE)), style=BRIEF, width=width)
    assert len(shown) == 2 and all(len(line) <= width for line in shown)
    assert shown[1].endswith("+2") and " …”" in shown[1] and "wire:10-" in shown[1]


def test_words_are_cut_between_words() -> None:
    assert cut("one two three", 9) == "one two …" and cut("one, two", 6) == "one …" and cut("one", 3) == "one"
