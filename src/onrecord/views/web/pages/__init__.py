"""The pages that show the record: which there are, each made by the module of its name."""

from __future__ import annotations

from onrecord.views.web.asked import Page
from onrecord.views.web.pages import channels, entities, event, figures, overview, report, reports, search, sources, statement, timeline
from onrecord.views.web.pages.sections import SHEETS, WHOLE, page

PAGES = (
    Page("/", "Brief", "brief.html", overview.make),
    Page("/timeline", "Timeline", "timeline.html", timeline.make),
    Page("/figures", "Figures", "figures.html", figures.make),
    Page("/channels", "Channels", "channels.html", channels.make),
    *(page(sheet) for sheet in SHEETS),
    *WHOLE,
    Page("/sources", "Sources", "list.html", sources.make),
    Page("/entities", "Who is who", "list.html", entities.make),
    Page("/reports", "Reports", "list.html", reports.make),
    Page("/search", "Search", "search.html", search.make),
)
SINGLE = (
    Page("/reports/{identity}", "Report", "report.html", report.make),
    Page("/statements/{identity}", "Statement", "statement.html", statement.make),
    Page("/events/{identity}", "Event", "event.html", event.make),
)
"""Pages of one thing, by its id."""
