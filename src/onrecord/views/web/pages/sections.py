"""Pages that are one section of the brief with nothing left out, a page of its things at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from onrecord.types import Snapshot
from onrecord.views.brief.captives import ROSTER_NOTE, captive_lines
from onrecord.views.brief.open import alone_lines, put_together, told_lines, untold_lines
from onrecord.views.brief.page import Line, Section
from onrecord.views.brief.talks import next_section
from onrecord.views.brief.texts import AGREEMENTS_NOTE, PROPOSALS_NOTE, agreement_lines, proposal_lines
from onrecord.views.brief.words import number_words
from onrecord.views.web.asked import Asked, Page
from onrecord.views.web.pages.folding import by_id, folded
from onrecord.views.web.paging import Pager

PER = 60
ONE_PAGE = Pager(1, 1, 0)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list of things of one kind, each of several lines."""

    key: str
    title: str
    items: Callable[[Snapshot], Sequence[Any]]
    """All of them in their order."""
    lines: Callable[[Snapshot, Any], list[Line]]
    what: str
    none: str
    note: str = ""
    last: Callable[[Snapshot], list[Line]] | None = None
    """Lines after the last of them."""
    alone: Callable[[Snapshot, Any], list[Line]] | None = None
    """The lines of one that is looked at alone, where they are others."""


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Some of the things of a sheet."""

    section: Section
    pager: Pager


def sheet_page(sheet: Sheet, asked: Asked) -> SheetPage:
    """The part of a sheet that the URL asks for; lines are made only of what is shown."""
    shown = asked.part(asked.once(sheet.items), per=PER, what=sheet.what)
    one = asked.value("one")
    if one:
        lines = (sheet.alone or sheet.lines)(asked.snapshot, by_id(asked.once(sheet.items), one))
        return SheetPage(Section(sheet.key, sheet.title, tuple(lines), note=sheet.note), ONE_PAGE)
    lines = [line for item in shown.rows for line in folded(sheet.lines(asked.snapshot, item), f"/{sheet.key}?one={item.id}")]
    if sheet.last is not None and shown.pager.page == shown.pager.pages:
        lines += asked.once(sheet.last)
    title = f"{sheet.title}: {number_words(shown.pager.total)}" if shown.pager.total else sheet.title
    return SheetPage(Section(sheet.key, title, tuple(lines), note=sheet.note if lines else sheet.none), shown.pager)


def page(sheet: Sheet) -> Page:
    """The page of one sheet."""

    def make(asked: Asked) -> SheetPage:
        return sheet_page(sheet, asked)

    return Page(f"/{sheet.key}", sheet.title, "section.html", make)


def roster_items(snapshot: Snapshot) -> Sequence[Any]:
    """The captives by name."""
    return snapshot.derived.roster


def proposal_items(snapshot: Snapshot) -> Sequence[Any]:
    """The texts in their order."""
    return snapshot.derived.proposals


def agreement_items(snapshot: Snapshot) -> Sequence[Any]:
    """The agreements in their order."""
    return snapshot.derived.agreements


def whole(key: str, heading: str, make_section: Callable[[Snapshot], Section]) -> Page:
    """The page of a section that is made whole once, and shown a part at a time."""

    def make(asked: Asked) -> SheetPage:
        section = asked.once(make_section)
        shown = asked.part(section.lines, per=PER, what="lines")
        return SheetPage(replace(section, lines=shown.rows), shown.pager)

    return Page(f"/{key}", heading, "section.html", make)


SHEETS = (
    Sheet("roster", "People named as held or freed", roster_items, captive_lines, "people", "Nobody who was taken, held or freed is named.", ROSTER_NOTE),
    Sheet("proposals", "Texts on the table", proposal_items, proposal_lines, "texts", "No text on the table was read.", PROPOSALS_NOTE),
    Sheet("agreements", "Agreements", agreement_items, agreement_lines, "agreements",
          "No agreement with a rule that makes days was read; `onrecord agreement add terms.toml` types one in.", AGREEMENTS_NOTE),
    Sheet("disputes", "Told differently", put_together, told_lines, "disputes", "No difference was found.", last=untold_lines, alone=alone_lines),
)
WHOLE = (
    whole("next", "Next", next_section),
)
