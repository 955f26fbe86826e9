"""What is true of a corpus, as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Any

from bench.corpus.make import Corpus
from bench.corpus.reports import Made
from bench.corpus.story import DAY, ledger


def truth(corpus: Corpus) -> dict[str, Any]:
    """Negotiations, events, ledgers day by day, reports with their origins, slips."""
    told = {h for made in corpus.reports for h in made.happenings}
    return {
        "seed": corpus.seed,
        "talks": [
            {"id": t.id, "parties": [t.group.name, t.state.name], "mediators": [t.mediator.name], "city": t.city, "towns": t.towns,
             "people": [[p.name, p.office, p.side] for s in (t.group, t.state, t.mediator) for p in s.people]}
            for t in corpus.world.talks
        ],
        "events": [
            {"id": h.id, "talks": t, "type": h.type, "date": h.date.isoformat(), "place": h.town, "n": h.n, "m": h.m, "days": h.days}
            for t, events in corpus.events.items() for h in events if h.id in told
        ],
        "ledgers": ledgers(corpus),
        "reports": [report(m) for m in sorted(corpus.reports, key=lambda m: m.id)],
        "slips": [
            {"report": m.id, "happening": h, "type": kind, "told": n, "true": true}
            for m in sorted(corpus.reports, key=lambda m: m.id) for h, kind, n, true in m.slips
        ],
    }


def report(made: Made) -> dict[str, Any]:
    """One report's truth."""
    return {
        "id": made.id, "date": made.date.isoformat(), "printed": made.printed, "talks": made.talks, "kind": made.kind, "origin": made.origin,
        "style": made.style, "tells": list(made.happenings),
    }


def ledgers(corpus: Corpus) -> dict[str, dict[str, dict[str, int]]]:
    """taken, released, rescued, freed and held at the end of each day, by negotiation."""
    out: dict[str, dict[str, dict[str, int]]] = {}
    for talks, events in corpus.events.items():
        day, last = events[0].date, max((m.date for m in corpus.reports), default=events[-1].date)
        rows = out.setdefault(talks, {})
        while day <= last:
            known = ledger(list(events), day)
            rows[day.isoformat()] = {"taken": known.taken, "released": known.released, "rescued": known.rescued, "freed": known.freed, "held": known.held}
            day += DAY
    return out


def same_origin(reports: Sequence[Made]) -> dict[str, list[str]]:
    """Report ids by the original that their content comes from."""
    out: dict[str, list[str]] = {}
    for made in reports:
        out.setdefault(made.origin, []).append(made.id)
    return out


def day(text: str) -> dt.date:
    """A day of the truth."""
    return dt.date.fromisoformat(text)
