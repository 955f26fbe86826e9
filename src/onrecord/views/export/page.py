"""The record as one HTML file that opens without a server and without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from onrecord.types import Snapshot
from onrecord.views.brief import build_brief
from onrecord.views.brief.captives import roster_section
from onrecord.views.brief.coverage import sort_day
from onrecord.views.brief.open import disputes_section, problems_section
from onrecord.views.brief.page import Section
from onrecord.views.brief.stands import commitments_section, positions_section
from onrecord.views.brief.talks import next_section, talks_section
from onrecord.views.brief.texts import agreements_section, proposals_section
from onrecord.views.export.book import Book
from onrecord.views.web.frame import HERE, Frame
from onrecord.views.web.pages.channels import channels
from onrecord.views.web.pages.entities import entities_table
from onrecord.views.web.pages.figures import ledgers
from onrecord.views.web.pages.report import report_page
from onrecord.views.web.pages.sources import link_table, quoted_table
from onrecord.views.web.pages.timeline import Filters, timeline
from onrecord.views.web.seen import said_by_report
from onrecord.views.web.unread import unread
from onrecord.views.writing.marks import SIGN, filled, marking, set_apart

SECTIONS: tuple[tuple[str, Callable[[Snapshot], Section]], ...] = (
    ("positions", positions_section), ("commitments", commitments_section), ("talks", talks_section), ("roster", roster_section),
    ("proposals", proposals_section), ("agreements", agreements_section), ("disputes", disputes_section), ("next", next_section),
    ("problems", problems_section),
)
"""Every list of the served view, with nothing left out."""
PLACES = (("statements", "s-"), ("reports", "r-"), ("events", ""))
"""Where the addresses of the served pages stand within the one page."""


def write(book: Book, path: Path) -> None:
    """Writes the page."""
    with marking(SIGN):
        html = set_apart(whole_page(book.snapshot))
    path.write_bytes(filled(html.encode(), SIGN, book.manner))


def whole_page(snapshot: Snapshot) -> str:
    """HTML with the brief, all that the pages of the served view list with nothing left out, and every report; all links lead within the page."""
    style = (HERE / "static" / "style.css").read_text(encoding="utf-8")
    reports = sorted(snapshot.reports, key=lambda r: sort_day(snapshot.date_of(r.id)))
    said, missing = said_by_report(snapshot), " · ".join(u.words for u in unread(snapshot))
    tables = (
        ("sources", "Sources", quoted_table(snapshot)), ("links", "Texts taken over", link_table(snapshot)),
        ("entities", "Who is who", entities_table(snapshot)),
    )
    html = Frame().html(
        "whole.html", snapshot=snapshot, brief=build_brief(snapshot), timeline=timeline(snapshot, Filters()), ledgers=ledgers(snapshot),
        sections=[section(snapshot) for _, section in SECTIONS], names={key: key.capitalize() for key, _ in SECTIONS}, channels=channels(snapshot),
        tables=tables, reports=[report_page(snapshot, r.id, said.get(r.id, ())) for r in reports], style=style, unread=missing,
        root="/", fresh=frozenset(),
    )
    for path, prefix in PLACES:
        html = re.sub(rf'href="/{path}/([\w-]+)(?:#[\w-]+)?"', rf'href="#{prefix}\1"', html)
    return re.sub(r'href="/(\w+)"', r'href="#\1"', html)
