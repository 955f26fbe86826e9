"""Mediation events and agreements in the manner of MEND and PA-X: a folder of CSV files.

`mediation_events.csv` has a row an event in which a mediator takes part, planned and denied ones marked so in `status`; `agreements.csv` a row an agreement;
`terms.csv` what is owed under each with the accounts of its keeping; `accounts.csv` every statement behind a row with its words. Unknown is blank.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.types import Agreement, AgreementTerm, Event, Judgement, Negotiation, Snapshot
from onrecord.views.brief.talks import start
from onrecord.views.export.csv_files import folder_of, write_folder
from onrecord.views.export.days import edtf
from onrecord.views.export.lexicon import lexicon
from onrecord.views.export.places import decisions, places_of
from onrecord.views.export.rows import ACCOUNTS, DATE, ORIGINS, WORDS, account_rows, date_row, origins_row, words_row
from onrecord.views.export.who import Who, who_of

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

EVENTS = (
    "mediation_event_id", "negotiation", "type", "status", *DATE, "mediator", "negotiators", "parties", "others", "location", "title", "differs", *ORIGINS,
    *WORDS,
)
AGREEMENTS = (
    "agreement_id", "name", "negotiation", "parties", "mediators_of_the_talks", "in_force_edtf", "in_force_first", "in_force_last", "terms", "proposal",
    "proposal_tabled_by", "proposal_carried_by", "typed_by", "note", *ORIGINS, *WORDS,
)
TERMS = ("term_id", "agreement_id", "obligor", "obligee", "what", "in_return", "deadline_edtf", "standing_by_accounts", *WORDS)
TABLES = {"mediation_events": EVENTS, "agreements": AGREEMENTS, "terms": TERMS, "accounts": ACCOUNTS}


@dataclass(frozen=True, slots=True)
class Mediation:
    """All four tables."""

    events: tuple[dict[str, object], ...]
    agreements: tuple[dict[str, object], ...]
    terms: tuple[dict[str, object], ...]
    accounts: tuple[dict[str, object], ...]


def write(book: Book, path: Path) -> None:
    """Writes the tables of *book* and their codebook to the folder *path*."""
    made = mend(book.snapshot, book.judgements)
    rows = {"mediation_events": made.events, "agreements": made.agreements, "terms": made.terms, "accounts": made.accounts}
    write_folder(path, folder_of(book, "mend", TABLES, rows))


def mend(snapshot: Snapshot, judgements: Sequence[Judgement] = ()) -> Mediation:
    """The tables as rows, events in the order of time."""
    decided, who = decisions(judgements), who_of(snapshot)
    events: list[dict[str, object]] = []
    agreements: list[dict[str, object]] = []
    terms: list[dict[str, object]] = []
    accounts: list[dict[str, object]] = []
    for event in sorted(snapshot.derived.events, key=lambda e: (start(e), e.id)):
        talks = who.negotiation(event.negotiation)
        if talks is None or event.type not in lexicon("mend") or not carriers(event, talks, who):
            continue
        places = places_of(snapshot, event.statements, decided)
        events.append({**event_row(event, talks, who), **origins_row(places, event.origins), **words_row(places[0] if places else None)})
        accounts += account_rows(event.id, places)
    for agreement in snapshot.derived.agreements:
        places = places_of(snapshot, told_by(agreement), decided)
        talks = who.negotiation(agreement.negotiation)
        agreements.append({**agreement_row(snapshot, agreement, talks), **origins_row(places, agreement.origins), **words_row(places[0] if places else None)})
        accounts += account_rows(agreement.id, places)
        for term in agreement.terms:
            under = places_of(snapshot, term.statements, decided)
            terms.append({**term_row(snapshot, agreement, term), **words_row(under[0] if under else None)})
            accounts += account_rows(term.id, under)
    return Mediation(tuple(events), tuple(agreements), tuple(terms), tuple(accounts))


def carriers(event: Event, talks: Negotiation, who: Who) -> tuple[str, ...]:
    """Those who take part in an event, or carry it, and speak for a mediator of its talks."""
    return tuple(n for n in dict.fromkeys((*event.actors, *event.targets, *event.through)) if who.side(n) in talks.mediators)


def event_row(event: Event, talks: Negotiation, who: Who) -> dict[str, object]:
    """One mediation event without its words."""
    everybody = tuple(dict.fromkeys((*event.actors, *event.targets, *event.through)))
    mediating = carriers(event, talks, who)
    present = [n for n in everybody if who.side(n) in talks.parties]
    return {
        "mediation_event_id": event.id, "negotiation": talks.name, "type": lexicon("mend")[event.type]["name"], "status": event.factuality.replace("_", " "),
        **date_row(event.date), "mediator": who.sides(mediating), "negotiators": tuple(n for n in mediating if n not in talks.mediators),
        "parties": who.sides(present), "others": tuple(n for n in everybody if n not in mediating and n not in present), "location": event.place,
        "title": event.title, "differs": event.differs,
    }


def told_by(agreement: Agreement) -> tuple[str, ...]:
    """The statements behind an agreement and its terms."""
    return tuple(dict.fromkeys((*agreement.statements, *(s for t in agreement.terms for s in t.statements))))


def agreement_row(snapshot: Snapshot, agreement: Agreement, talks: Negotiation | None) -> dict[str, object]:
    """One agreement without its words; the day on which it was concluded is not among the columns, as the record does not tie one to it."""
    proposal = next((p for p in snapshot.derived.proposals if p.id == agreement.proposal), None)
    return {
        "agreement_id": agreement.id, "name": agreement.name, "negotiation": talks.name if talks else None, "parties": agreement.parties,
        "mediators_of_the_talks": talks.mediators if talks else None, "in_force_edtf": edtf(agreement.dates),
        "in_force_first": agreement.dates.first if agreement.dates else None, "in_force_last": agreement.dates.last if agreement.dates else None,
        "terms": len(agreement.terms), "proposal": proposal.title if proposal else None, "proposal_tabled_by": proposal.tabled_by if proposal else None,
        "proposal_carried_by": proposal.carried_by if proposal else None, "typed_by": agreement.typed_by, "note": agreement.note,
    }


def term_row(snapshot: Snapshot, agreement: Agreement, term: AgreementTerm) -> dict[str, object]:
    """One term; how it stands is a sum of accounts, never a finding."""
    owed = next((c for c in snapshot.derived.commitments if c.id == term.commitment), None)
    return {
        "term_id": term.id, "agreement_id": agreement.id, "obligor": term.obligor, "obligee": term.obligee, "what": term.what, "in_return": term.in_return,
        "deadline_edtf": edtf(term.deadline), "standing_by_accounts": owed.standing if owed else None,
    }
