"""All reports with their days."""

from __future__ import annotations

from onrecord.types import Snapshot
from onrecord.views.brief.words import date_words, outlet_words
from onrecord.views.web.asked import Asked
from onrecord.views.web.pages.table import Table, paged, plain


def reports_table(snapshot: Snapshot) -> Table:
    """All reports with their days."""
    rows = []
    for report in snapshot.reports:
        date = snapshot.date_of(report.id)
        coverage = snapshot.coverage.get(report.id)
        read = f"{coverage.used} of {coverage.sentences}" if coverage else ""
        outlet = outlet_words(report) if report.outlet else "not named"
        day = date_words(date.published if date else None)
        known = date.basis if date else ""
        rows.append(((report.name, f"/reports/{report.id}"), *plain(outlet, day, known, report.genre.replace("_", " "), report.language, read)))
    return Table(("Report", "Outlet", "Published", "Known from", "Genre", "Language", "Sentences used"), tuple(rows))


def make(asked: Asked) -> Table:
    """The reports of the record."""
    return paged(asked.once(reports_table), asked, "reports")
