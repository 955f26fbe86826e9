"""Pages that are one section of the brief with nothing left out."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.types import Snapshot
from onrecord.views.brief.captives import roster_section
from onrecord.views.brief.open import disputes_section, problems_section
from onrecord.views.brief.page import Section
from onrecord.views.brief.stands import commitments_section, positions_section
from onrecord.views.brief.talks import next_section, talks_section
from onrecord.views.brief.texts import agreements_section, proposals_section
from onrecord.views.web.asked import Asked, Page

SECTIONS: tuple[tuple[str, Callable[[Snapshot], Section]], ...] = (
    ("positions", positions_section), ("commitments", commitments_section), ("talks", talks_section), ("roster", roster_section),
    ("proposals", proposals_section), ("agreements", agreements_section), ("disputes", disputes_section), ("next", next_section),
    ("problems", problems_section),
)


def page(key: str, section: Callable[[Snapshot], Section]) -> Page:
    """The page of one section."""

    def make(asked: Asked) -> Section:
        return section(asked.snapshot)

    return Page(f"/{key}", key.capitalize(), "section.html", make)
