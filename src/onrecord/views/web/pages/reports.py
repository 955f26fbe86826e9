"""All reports with their days."""

from __future__ import annotations

import json
from dataclasses import replace

from onrecord.types import Judgement, Snapshot
from onrecord.views.brief.words import date_words, day_words, language_words, outlet_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.pages.table import Cell, Table, paged, plain


def reports_table(snapshot: Snapshot) -> Table:
    """All reports with their days, the latest first, those without a day last."""
    rows = []
    for report in sorted(snapshot.reports, key=lambda r: (-latest(snapshot, r.id), r.name)):
        date = snapshot.date_of(report.id)
        coverage = snapshot.coverage.get(report.id)
        read = f"{coverage.used} of {coverage.sentences}" if coverage else ""
        outlet = outlet_words(report) if report.outlet else "not named"
        day = date_words(date.published if date else None)
        known = date.basis if date else ""
        rows.append(((report.name, f"/reports/{report.id}"), *plain(outlet, day, known, report.genre.replace("_", " "), language_words(report.language), read)))
    return Table(("Report", "Outlet", "Published", "Known from", "Genre", "Language", "Sentences used"), tuple(rows))


def latest(snapshot: Snapshot, report: str) -> int:
    """The last day on which a report may have been published, as a number; 0 where none is known."""
    date = snapshot.date_of(report)
    day = (date.published.last or date.published.first) if date and date.published else None
    return day.toordinal() if day else 0


def make(asked: Asked) -> Table:
    """The reports of the record, and beneath them those that people set aside."""
    return replace(paged(asked.once(reports_table), asked, "reports"), beneath=tuple(map(aside_line, asked.snapshot.set_aside)))


def aside_line(judgement: Judgement) -> Cell:
    """Which reports were set aside, by whom, when and why; leads to where it is undone."""
    names = ", ".join(json.loads(judgement.context or '{"names": []}')["names"])
    why = f": {judgement.why}" if judgement.why else ""
    return f"{names} – set aside by {judgement.who} on {day_words(judgement.when.date())}{why}", f"/review/reports/{judgement.target}"
