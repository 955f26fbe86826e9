"""The pack of the how-to is one without mistakes and does what the page says of it."""

from __future__ import annotations

import re
from pathlib import Path

from onrecord import pipeline
from onrecord.packing import keep_pack
from onrecord.parse import SpacyParser
from onrecord.read import ReadOptions, ReadResult
from onrecord.read import read_text as report_in
from onrecord.read.pack import read_pack
from onrecord.record import open_record, queries

PAGE = (Path(__file__).parents[2] / "docs" / "howto" / "extend.md").read_text(encoding="utf-8")
TEXT = (
    "PORT TARN, May 3, 2031 - The FCF seized 20 guests at Old Quay on Friday. The Coastals rejected the offer. "
    "Velland rejected a demand of the FCF for prisoners.\n\n"
    "Ubaria's foreign minister met envoys of the FCF."
)


def test_the_example_does_what_the_page_says(parser: SpacyParser) -> None:
    (toml,) = re.findall(r"```toml\n(.*?)```", PAGE, re.S)
    assert not read_pack(toml.encode(), "coast.toml").problems
    with open_record(None) as record:
        keep_pack(record, toml.encode(), "coast.toml", when="2031-06-01T10:00:00+00:00", who="A. Coder")
        report = report_in(TEXT, ReadOptions(outlet="Velland Daily")).report
        pipeline.add_results([ReadResult("a.txt", TEXT.encode(), report)], record, parser, pipeline.AddOptions("2031-06-01T10:00:00+00:00"))
        assert {n.name for n in queries.negotiations(record)} == {"Talks on the hotel guests"}
        assert "Ana Kost" in {e.name for e in queries.entities(record)}
        assert "Free Coast Front" in {a for e in queries.events(record) if e.type == "reject" for a in e.actors}
        assert {s.item.unit for s in queries.statements(record) if s.layer == "figures"} == {"hostages"}  # type: ignore[union-attr]
        assert "pack Coast talks: guest means hostages" in {r for s in queries.statements(record) for r in s.item.confidence.reasons}
        assert {side for e in queries.events(record) for side, _ in e.origins.by_side} == {"Velland"}
