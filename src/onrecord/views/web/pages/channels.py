"""The ways that messages go, drawn and listed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import Channel, Snapshot
from onrecord.views.brief.captives import CHANNELS_NOTE, channel_lines, channels_section
from onrecord.views.brief.page import Section
from onrecord.views.web.asked import Asked
from onrecord.views.web.graph import channel_graphs
from onrecord.views.web.pages.folding import by_id, folded
from onrecord.views.web.paging import Pager

PER = 60
ONE_PAGE = Pager(1, 1, 0)


@dataclass(frozen=True, slots=True)
class ChannelsPage:
    """Who reaches whom, drawn and listed."""

    graphs: tuple[tuple[str, str], ...]
    """(heading, SVG), one for each negotiation."""
    section: Section
    pager: Pager = ONE_PAGE


def channels(snapshot: Snapshot) -> ChannelsPage:
    """The page of the ways that messages go."""
    return ChannelsPage(channel_graphs(snapshot), channels_section(snapshot))


def make(asked: Asked) -> ChannelsPage:
    """The ways of the record, drawn whole, their uses a page at a time."""
    shown = asked.part(asked.once(ordered), per=PER, what="ways")
    one = asked.value("one")
    ways = (by_id(asked.once(ordered), one),) if one else shown.rows
    lines = [line for way in ways for line in folded(channel_lines(asked.snapshot, way), f"/channels?one={way.id}", whole=bool(one))]
    title = f"Channels: {shown.pager.total}" if lines else "Channels"
    section = Section("channels", title, tuple(lines), note=CHANNELS_NOTE if lines else "No way of messages was read.")
    return ChannelsPage(asked.once(channel_graphs), section, shown.pager)


def ordered(snapshot: Snapshot) -> Sequence[Channel]:
    """Those most used first."""
    return sorted(snapshot.derived.channels, key=lambda c: (-len(c.uses), c.sender, c.receiver, c.through))
