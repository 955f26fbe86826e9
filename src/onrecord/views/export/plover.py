"""Events coded in PLOVER and CAMEO: a folder of CSV files, one row an event however many reports tell it.

`events.csv` holds what the table `lexicons/plover.toml` can code; `uncoded.csv` everything else with the reason, so that nothing is lost in silence;
`accounts.csv` every statement behind both with its words; `mapping.csv` the table itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from onrecord.types import Event, Judgement, Snapshot
from onrecord.views.brief.talks import start
from onrecord.views.export.csv_files import folder_of, write_folder
from onrecord.views.export.lexicon import lexicon
from onrecord.views.export.places import decisions, places_of
from onrecord.views.export.rows import ACCOUNTS, DATE, ORIGINS, WORDS, account_rows, date_row, origins_row, words_row
from onrecord.views.export.who import Who, who_of

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

CODES = ("event_type", "event_mode", "context", "quad_category", "cameo_code")
PEOPLE = ("actor", "actor_side", "recipient", "recipient_side", "through")
WHAT = ("onrecord_type", "factuality", "title", "place", "negotiation", "differs")
EVENTS = ("event_id", *CODES, *PEOPLE, *DATE, *WHAT, *ORIGINS, *WORDS, "note")
UNCODED = ("event_id", "reason", *PEOPLE, *DATE, *WHAT, *ORIGINS, *WORDS)
MAPPING = ("onrecord_type", "code", "mode", "context", "quad", "cameo", "planned", "planned_cameo", "reciprocal", "note")
TABLES = {"events": EVENTS, "uncoded": UNCODED, "accounts": ACCOUNTS, "mapping": MAPPING}
FACTS = ("happened", "ongoing")
NO_EVENT = {
    "possible": "told as possible only, which PLOVER cannot say", "denied": "denied: told as not having happened",
    "called_for": "asked for by somebody; who asks is in accounts.csv", "conditional": "told under a condition only",
}


@dataclass(frozen=True, slots=True)
class Coded:
    """All four tables."""

    events: tuple[dict[str, object], ...]
    uncoded: tuple[dict[str, object], ...]
    accounts: tuple[dict[str, object], ...]
    mapping: tuple[dict[str, object], ...]


def write(book: Book, path: Path) -> None:
    """Writes the tables of *book* and their codebook to the folder *path*."""
    made = plover(book.snapshot, book.judgements)
    rows = {"events": made.events, "uncoded": made.uncoded, "accounts": made.accounts, "mapping": made.mapping}
    write_folder(path, folder_of(book, "plover", TABLES, rows))


def plover(snapshot: Snapshot, judgements: Sequence[Judgement] = ()) -> Coded:
    """The tables as rows, events in the order of time."""
    decided, who = decisions(judgements), who_of(snapshot)
    events, uncoded, accounts = [], [], []
    for event in sorted(snapshot.derived.events, key=lambda e: (start(e), e.id)):
        places = places_of(snapshot, event.statements, decided)
        told = {**told_row(event, who), **origins_row(places, event.origins), **words_row(places[0] if places else None)}
        codes, reason = coded(event)
        if codes is None:
            uncoded.append({"event_id": event.id, "reason": reason, **people(event, who, reciprocal=False), **told})
        else:
            entry = lexicon("plover")[event.type]
            both = people(event, who, reciprocal=entry.get("reciprocal", False))
            events.append({"event_id": event.id, **codes, **both, **told, "note": entry["note"]})
        accounts += account_rows(event.id, places)
    mapping = tuple({"onrecord_type": name, **entry} for name, entry in lexicon("plover").items() if name != "note")
    return Coded(tuple(events), tuple(uncoded), tuple(accounts), mapping)


def coded(event: Event) -> tuple[dict[str, object] | None, str]:
    """The codes of an event, or None with the reason why it has none."""
    entry: dict[str, Any] = lexicon("plover").get(event.type, {})
    if "code" not in entry:
        return None, entry.get("note", f"{event.type}: not in the table")
    if event.factuality in FACTS:
        return codes(entry["code"], entry.get("mode"), entry.get("context"), entry["quad"], entry.get("cameo")), ""
    if event.factuality != "planned":
        return None, NO_EVENT[event.factuality]
    if "planned" not in entry:
        return None, "announced and not told as having happened; the manual has no code for that of this type"
    return codes(entry["planned"], None, entry.get("context"), "VERBAL COOPERATION", entry.get("planned_cameo")), ""


def codes(code: str, mode: str | None, context: str | None, quad: str, cameo: str | None) -> dict[str, object]:
    """The columns of CODES."""
    return {"event_type": code, "event_mode": mode, "context": context, "quad_category": quad, "cameo_code": cameo}


def people(event: Event, who: Who, *, reciprocal: bool) -> dict[str, object]:
    """The columns of PEOPLE; where it is *reciprocal* all are actors."""
    actors = tuple(dict.fromkeys((*event.actors, *event.targets))) if reciprocal else event.actors
    recipients = () if reciprocal else event.targets
    return {
        "actor": actors, "actor_side": who.sides(actors), "recipient": recipients, "recipient_side": who.sides(recipients), "through": event.through,
    }


def told_row(event: Event, who: Who) -> dict[str, object]:
    """The columns of DATE and WHAT."""
    negotiation = who.negotiation(event.negotiation)
    return {
        **date_row(event.date), "onrecord_type": event.type, "factuality": event.factuality, "title": event.title, "place": event.place,
        "negotiation": negotiation.name if negotiation else None, "differs": event.differs,
    }
