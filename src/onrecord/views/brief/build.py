"""A snapshot of the record → the brief; the order of its sections stands here."""

from __future__ import annotations

import datetime as dt

from onrecord.types import Interval, Snapshot
from onrecord.views.brief.coverage import read_section
from onrecord.views.brief.figures import figures_section
from onrecord.views.brief.happened import happened_section, new_section
from onrecord.views.brief.open import disputes_section, problems_section
from onrecord.views.brief.page import Brief
from onrecord.views.brief.stands import commitments_section, positions_section
from onrecord.views.brief.talks import next_section, talks_section
from onrecord.views.brief.texts import agreements_brief, proposals_brief
from onrecord.views.brief.words import date_words, day_words

MOST_SPELLS, MOST_POSITIONS, MOST_COMMITMENTS, MOST_DISPUTES = 6, 4, 4, 5
"""How many lines the brief shows of each, so that it stays within four screens; the lists in full are pages and commands of their own."""


def build_brief(snapshot: Snapshot, *, since: dt.date | None = None) -> Brief:
    """The brief of a snapshot; with *since*, a section of what reports published after that day add."""
    sections = [read_section(snapshot), talks_section(snapshot, MOST_SPELLS), happened_section(snapshot)]
    if since is not None:
        sections.append(new_section(snapshot, since))
    sections += [
        figures_section(snapshot), positions_section(snapshot, MOST_POSITIONS), commitments_section(snapshot, MOST_COMMITMENTS),
        *filter(None, (proposals_brief(snapshot), agreements_brief(snapshot))),
        disputes_section(snapshot, MOST_DISPUTES), next_section(snapshot), problems_section(snapshot),
    ]
    return Brief(title(snapshot), subtitle(snapshot), tuple(sections))


def title(snapshot: Snapshot) -> str:
    """The names of the negotiations in the record."""
    names = [n.name for n in snapshot.derived.negotiations]
    return "; ".join(names) if names else "No negotiation was recognised"


def subtitle(snapshot: Snapshot) -> str:
    """As of when, and over which days its reports were published."""
    days = [d.published for d in snapshot.derived.dates if d.published]
    firsts, lasts = [d.first for d in days if d.first], [d.last for d in days if d.last]
    words = f"reports of {date_words(Interval(min(firsts), max(lasts)))}" if firsts and lasts else ""
    if snapshot.as_of is not None:
        words = f"as it could be known on {day_words(snapshot.as_of)}" + (f", {words}" if words else "")
    return words
