"""The first page: the brief."""

from __future__ import annotations

from onrecord.views.brief import build_brief
from onrecord.views.brief.page import Brief
from onrecord.views.web.asked import Asked


def make(asked: Asked) -> Brief:
    """The brief, with what is new since the day in the URL."""
    since = asked.scope.since
    return asked.once(build_brief) if since is None else build_brief(asked.snapshot, since=since)
