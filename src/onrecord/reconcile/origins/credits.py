"""Credits in a report itself: agencies in the dateline or behind a sentence, outlets and statements that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from onrecord.reconcile.entities import folded
from onrecord.reconcile.origins.texts import table
from onrecord.types import OriginLink, Reading

PLATFORMS = frozenset({"telegram", "facebook", "twitter", "x", "whatsapp", "youtube", "instagram", "tiktok", "signal"})
"""Where people write themselves: no outlet stands behind what is written there."""

TRACKER: Literal["tracker"] = "tracker"
"""The edge from a row of a person's tracker: whatever it tells has its origin elsewhere."""


def credits(reading: Reading) -> Iterator[OriginLink]:
    """The wire agency, the outlets and the statements that one report credits, each once."""
    if reading.report.genre == "tracker":
        yield OriginLink(reading.report.id, reading.report.outlet or "a person", TRACKER, 1.0, ("a row that a person wrote from other sources: no origin",))
    own = folded(reading.report.outlet or "")
    seen: set[tuple[str, str]] = set()
    for link in (*wires(reading), *cited(reading), *quoted(reading)):
        key = (link.kind, folded(link.other))
        if key not in seen and folded(link.other) != own:
            seen.add(key)
            yield link


def wires(reading: Reading) -> Iterator[OriginLink]:
    """Agencies credited for the text: in brackets in the dateline, in the byline, as "Reporting by", behind the last line."""
    report = reading.report
    for agency, *spellings in table("agencies")["rows"]:
        if not any(s in report.text for s in (agency, *spellings)):
            continue
        told = "|".join(re.escape(s) for s in (agency, *spellings))
        for pattern in table("agencies")["patterns"]:
            found = re.search(pattern.replace("AGENCY", f"(?:{told})"), report.text)
            block = report.block_at(found.start()) if found else None
            if found is not None and (block is None or block.kind not in ("credit", "caption")):
                yield OriginLink(report.id, agency, "wire", 0.9, (f"the text is credited: {' '.join(found.group().split())[:80]}",))
                break


def cited(reading: Reading) -> Iterator[OriginLink]:
    """Outlets by whose account something is told: as a source, or as whom a source told it."""
    text = reading.report.text
    outlets = {folded(n): p.name for p in reading.participants if p.kind == "outlet" and folded(p.name) not in PLATFORMS for n in (p.name, *p.aliases)}
    for item in reading.attributions:
        if item.source_class == "outlet":
            yield OriginLink(reading.report.id, item.resolved or item.source, "cites", 0.9, (f"its account: {item.span.of(text)[:80]}",))
        if item.audience and outlet_in(item.audience, outlets):
            yield OriginLink(reading.report.id, outlet_in(item.audience, outlets), "cites", 0.8, (f"told to it: {item.span.of(text)[:80]}",))


def outlet_in(audience: str, outlets: dict[str, str]) -> str:
    """The outlet that an audience names ("NBC's Meet the Press" is NBC), or an empty string."""
    key = folded(audience)
    return next((name for known, name in sorted(outlets.items()) if key == known or key.startswith(known + " ")), "")


def quoted(reading: Reading) -> Iterator[OriginLink]:
    """Statements, readouts and other papers whose words a report gives."""
    for item in reading.attributions:
        if item.source_class == "document":
            noun = next((w for w in re.findall(r"[a-z]+", item.source.lower()) if w in table("papers")["words"]), "statement")
            issuer = item.resolved if folded(item.resolved) != folded(item.source) else item.affiliation
            yield OriginLink(reading.report.id, f"{noun} of {issuer}" if issuer else item.source, "quotes", 0.8, (f"its words: {item.content[:80]}",))
