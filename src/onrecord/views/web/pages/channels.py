"""The ways that messages go, drawn and listed."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.types import Snapshot
from onrecord.views.brief.captives import channels_section
from onrecord.views.brief.page import Section
from onrecord.views.web.asked import Asked
from onrecord.views.web.graph import channel_graphs


@dataclass(frozen=True, slots=True)
class ChannelsPage:
    """Who reaches whom, drawn and listed."""

    graphs: tuple[tuple[str, str], ...]
    """(heading, SVG), one for each negotiation."""
    section: Section


def channels(snapshot: Snapshot) -> ChannelsPage:
    """The page of the ways that messages go."""
    return ChannelsPage(channel_graphs(snapshot), channels_section(snapshot))


def make(asked: Asked) -> ChannelsPage:
    """The ways of the record."""
    return channels(asked.snapshot)
