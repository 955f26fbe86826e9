"""The record as one HTML file that opens without a server and without a script."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord.types import Snapshot
from onrecord.views.brief import build_brief
from onrecord.views.brief.captives import roster_section
from onrecord.views.brief.coverage import sort_day
from onrecord.views.export.book import Book
from onrecord.views.web.frame import HERE, Frame
from onrecord.views.web.pages.channels import channels
from onrecord.views.web.pages.figures import ledgers
from onrecord.views.web.pages.report import report_page
from onrecord.views.web.pages.timeline import Filters, timeline
from onrecord.views.web.seen import said_by_report
from onrecord.views.web.unread import unread

PLACES = (("statements", "s-"), ("reports", "r-"), ("events", ""))
"""Where the addresses of the served pages stand within the one page."""


def write(book: Book, path: Path) -> None:
    """Writes the page."""
    path.write_text(whole_page(book.snapshot), encoding="utf-8")


def whole_page(snapshot: Snapshot) -> str:
    """HTML with the brief, timeline, figures, roster, channels and every report, all links leading within the page."""
    style = (HERE / "static" / "style.css").read_text(encoding="utf-8")
    reports = sorted(snapshot.reports, key=lambda r: sort_day(snapshot.date_of(r.id)))
    said = said_by_report(snapshot)
    html = Frame().html(
        "whole.html", snapshot=snapshot, brief=build_brief(snapshot), timeline=timeline(snapshot, Filters()), ledgers=ledgers(snapshot),
        roster=roster_section(snapshot), channels=channels(snapshot), reports=[report_page(snapshot, r.id, said.get(r.id, ())) for r in reports],
        style=style, unread=" · ".join(unread(snapshot)), root="/", fresh=frozenset(),
    )
    for path, prefix in PLACES:
        html = re.sub(rf'href="/{path}/([\w-]+)(?:#[\w-]+)?"', rf'href="#{prefix}\1"', html)
    return re.sub(r'href="/(\w+)"', r'href="#\1"', html)
