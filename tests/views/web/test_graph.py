"""Channels drawn: well-formed, without a script, every line a link, two negotiations never one picture."""

from __future__ import annotations

import datetime as dt
import re
from xml.etree import ElementTree

import pytest

from onrecord.types import Channel, ChannelUse, Derived, Interval, Negotiation, Snapshot, Span, Words
from onrecord.views.web.graph import channel_graphs

DAY = Interval.day(dt.date(2031, 5, 1))


def use(n: int, state: str = "used", kind: str = "message") -> ChannelUse:
    """One use at the n-th statement."""
    return ChannelUse(Words("r1", Span(n, n + 5), "words", f"s{n}"), kind, DAY, "own voice", state)  # type: ignore[arg-type]


def way(*path: str, n: int = 1, talks: str | None = "n1", state: str = "used", both: bool = False) -> Channel:
    """A channel along *path*."""
    return Channel("".join(path), path[0], path[-1], path[1:-1], (use(n, state),), both, DAY, DAY, negotiation=talks)


def drawn(*ways: Channel) -> tuple[tuple[str, str], ...]:
    """The pictures of some channels."""
    talks = (Negotiation("n1", "Norland – Front: hostages", ("Norland", "Front"), ("Oman",)), Negotiation("n2", "Chad – Mali: border", ("Chad", "Mali")))
    return channel_graphs(Snapshot(derived=Derived(channels=ways, negotiations=talks)))


WAYS = (
    way("Norland", "Oman", "Front"), way("Norland", "Front", n=2, state="denied"), way("Oman", "Front (political office)", "Front (leadership)", n=3),
    way("Norland", "Red & <b>White</b> Cross", "Front", n=4, both=True),
)


def test_nothing_is_drawn_of_nothing() -> None:
    assert drawn() == ()


def test_a_picture_is_well_formed_escaped_and_has_no_script() -> None:
    ((name, svg),) = drawn(*WAYS)
    root = ElementTree.fromstring(svg)
    assert name == "Norland – Front: hostages" and root.tag.endswith("svg")
    assert "<b>" not in svg and "<script" not in svg and "Red &amp; &lt;b&gt;" in svg


def test_every_line_leads_to_its_words() -> None:
    ((_, svg),) = drawn(*WAYS)
    assert set(re.findall(r'href="(.*?)"', svg)) == {"/statements/s1", "/statements/s2", "/statements/s3", "/statements/s4"}
    assert svg.count("<a ") == 7, "one line for each pair of neighbours"


@pytest.mark.parametrize(("state", "label"), [("denied", "denied"), ("planned", "planned")])
def test_what_was_not_used_is_dashed_and_says_why(state: str, label: str) -> None:
    ((_, svg),) = drawn(way("Norland", "Front", state=state))
    assert "stroke-dasharray" in svg and f">{label}</text>" in svg


def test_the_parts_of_a_party_stand_behind_it_in_the_order_in_which_they_are_reached() -> None:
    ((_, svg),) = drawn(*WAYS)
    places = {m[1]: float(m[2]) for m in re.finditer(r"<g><title>(.*?)</title><rect x=\"([\d.]+)\"", svg)}
    assert places["Norland"] < places["Oman"] < places["Front"] < places["Front (political office)"] < places["Front (leadership)"]


def test_two_negotiations_are_two_pictures() -> None:
    found = drawn(*WAYS, way("Chad", "Mali", n=5, talks="n2"), way("Peru", "Cuba", n=6, talks=None))
    assert [name for name, _ in found] == ["Norland – Front: hostages", "Chad – Mali: border", "Peru"]
    assert "Chad" not in found[0][1]
