"""The pages that show the record: which there are, each made by the module of its name."""

from __future__ import annotations

from onrecord.views.web.asked import Page
from onrecord.views.web.pages import (
    channels,
    commitments,
    entities,
    entity,
    event,
    figures,
    new,
    overview,
    positions,
    problems,
    report,
    reports,
    search,
    sources,
    statement,
    talks,
    timeline,
)
from onrecord.views.web.pages.sections import SHEETS, WHOLE, page

PAGES = (
    Page("/", "Brief", "overview.html", overview.make),
    Page("/new", "What changed", "new.html", new.make, new.TAKES),
    Page("/timeline", "Timeline", "timeline.html", timeline.make, timeline.TAKES),
    Page("/figures", "Figures", "figures.html", figures.make, figures.TAKES),
    Page("/channels", "Channels", "channels.html", channels.make),
    *(page(sheet) for sheet in SHEETS),
    *WHOLE,
    Page("/positions", "Positions", "positions.html", positions.make, positions.TAKES),
    Page("/talks", "Talks", "talks.html", talks.make),
    Page("/commitments", "Commitments", "commitments.html", commitments.make, commitments.TAKES),
    Page("/problems", "Problems", "problems.html", problems.make, problems.TAKES),
    Page("/sources", "Sources", "sources.html", sources.make),
    Page("/entities", "Who is who", "list.html", entities.make),
    Page("/reports", "Reports", "list.html", reports.make),
    Page("/search", "Search", "search.html", search.make, search.TAKES),
)
SINGLE = (
    Page("/reports/{identity}", "Report", "report.html", report.make),
    Page("/statements/{identity}", "Statement", "statement.html", statement.make),
    Page("/entities/{identity}", "Who is who", "entity.html", entity.make),
    Page("/events/{identity}", "Event", "event.html", event.make),
)
"""Pages of one thing, by its id."""
