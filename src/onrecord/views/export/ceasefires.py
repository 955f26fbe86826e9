"""Truces in the manner of the ETH/PRIO Civil Conflict CeaseFire data: a folder of CSV files.

`ceasefires.csv` has a row a truce, under the names of that data set's columns where the meaning is the same; `accounts.csv` who says that it began, ended,
was broken or went on, each with the words, for who ended it is always somebody's account; `unplaced.csv` accounts of a truce that no row can claim, with
the reason. Unknown is blank, never a code for "unknown".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.types import EventMention, Interval, Judgement, Snapshot, Statement
from onrecord.views.brief.words import by_words
from onrecord.views.export.csv_files import folder_of, write_folder
from onrecord.views.export.days import edtf, precision, shared_parts
from onrecord.views.export.mend import told_by
from onrecord.views.export.places import Place, decisions, places_of
from onrecord.views.export.rows import WORDS, words_row
from onrecord.views.export.truces import BEGAN, Account, Truce, Truces, purpose, truces_of
from onrecord.views.export.who import Who, who_of

if TYPE_CHECKING:
    from onrecord.views.export.book import Book

START = ("cf_effect_yr", "cf_effect_month", "cf_effect_day")
END = ("end_yr", "end_month", "end_day")
CEASEFIRES = (
    "cf_id", "negotiation", "actor_name", "ceasefire_type", "ceasefire_class", *START, "start_edtf", "start_precision", "start_basis", "planned_end", *END,
    "end_edtf", "end_precision", "ended_by_accounts", "breached_by_accounts", "extended_by_accounts", "purpose_1", "purpose_words", "declared_by",
    "mediator_nego", "written", "implement", "enforcement", "agreement", "comment", *WORDS,
)
"""`ceasefire_class`, `written`, `implement` and `enforcement` stay blank: nothing in the record tells them."""
ACCOUNTS = ("cf_id", "account", "who", "who_side", "date_edtf", "date_precision", "event_id", *WORDS)
UNPLACED = ("event_id", "account", "title", "reason", "date_edtf", *WORDS)
TABLES = {"ceasefires": CEASEFIRES, "accounts": ACCOUNTS, "unplaced": UNPLACED}


@dataclass(frozen=True, slots=True)
class Ceasefires:
    """All three tables."""

    ceasefires: tuple[dict[str, object], ...]
    accounts: tuple[dict[str, object], ...]
    unplaced: tuple[dict[str, object], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One account of one truce in one place."""

    account: Account
    statement: Statement
    place: Place

    @property
    def who(self) -> tuple[str, ...]:
        """Who did it by this account; empty where the words name nobody."""
        return self.statement.item.actors if isinstance(self.statement.item, EventMention) else ()

    @property
    def words(self) -> str:
        """Who did it and who says so."""
        return f"{' and '.join(self.who) or 'by whom is not told'} — {by_words(self.statement)}"


def write(book: Book, path: Path) -> None:
    """Writes the tables of *book* and their codebook to the folder *path*."""
    made = ceasefires(book.snapshot, book.judgements)
    rows = {"ceasefires": made.ceasefires, "accounts": made.accounts, "unplaced": made.unplaced}
    write_folder(path, folder_of(book, "ceasefires", TABLES, rows))


def ceasefires(snapshot: Snapshot, judgements: Sequence[Judgement] = ()) -> Ceasefires:
    """The tables as rows, truces in the order of their beginnings."""
    decided, who, truces = decisions(judgements), who_of(snapshot), truces_of(snapshot)
    rows, accounts = [], []
    for truce in truces.found:
        told = list(accounts_of(snapshot, truce, decided))
        rows.append(ceasefire_row(snapshot, truce, told, decided))
        accounts += [account_row(truce, one, who) for one in told]
    return Ceasefires(tuple(rows), tuple(accounts), tuple(unplaced(snapshot, truces, decided)))


def accounts_of(snapshot: Snapshot, truce: Truce, decided: dict[str, str]) -> Iterator[Told]:
    """Every statement about a truce's beginning and what came after."""
    for account in truce.accounts:
        for place in places_of(snapshot, account.statements, decided):
            yield Told(account, snapshot.statements[place.statement], place)


def account_row(truce: Truce, told: Told, who: Who) -> dict[str, object]:
    """One account."""
    date = told.statement.date
    return {
        "cf_id": truce.id, "account": told.account.kind, "who": told.who, "who_side": who.sides(told.who), "date_edtf": edtf(date),
        "date_precision": precision(date), "event_id": told.account.event.id, **words_row(told.place),
    }


def ceasefire_row(snapshot: Snapshot, truce: Truce, told: list[Told], decided: dict[str, str]) -> dict[str, object]:
    """One truce."""
    agreement, who = truce.agreement, who_of(snapshot)
    talks = who.negotiation(truce.negotiation)
    places = (places_of(snapshot, told_by(agreement), decided) if agreement else []) + [t.place for t in told if t.account.kind == BEGAN]
    declared = agreement.parties if agreement else who.sides(n for t in told if t.account.kind == BEGAN for n in t.who)
    parties = tuple(p for p in declared if agreement or (talks is not None and p in talks.parties))
    why, end = purpose(places), hull([t.statement.date for t in told if t.account.kind == "ended"])
    planned = agreement.dates.last if agreement and agreement.dates else None
    return {
        "cf_id": truce.id, "negotiation": talks.name if talks else None, "actor_name": parties, "ceasefire_type": kind_by(parties),
        **named(START, truce.start), "start_edtf": edtf(truce.start), "start_precision": precision(truce.start),
        "start_basis": "the agreement's own terms" if agreement else "as told by its beginning", "planned_end": planned,
        **named(END, end), "end_edtf": edtf(end), "end_precision": precision(end), **by_accounts(told), "purpose_1": why[0] if why else None,
        "purpose_words": f"{why[1].quote} ({why[1].at})" if why else None, "declared_by": parties, "mediator_nego": mediators(snapshot, truce, who),
        "agreement": agreement.name if agreement else None, "comment": comment(truce, told), **words_row(places[0] if places else None),
    }


def kind_by(parties: Sequence[str]) -> str | None:
    """Bilateral or multilateral by how many parties are told; one that is named alone need not have been alone, so that stays blank."""
    return None if len(parties) < 2 else "bilateral" if len(parties) == 2 else "multilateral"


def named(columns: Sequence[str], date: Interval | None) -> dict[str, object]:
    """Year, month and day as far as they are known, in these columns."""
    return dict(zip(columns, shared_parts(date), strict=True))


def by_accounts(told: list[Told]) -> dict[str, object]:
    """Who ended, broke and prolonged it, each by whose account, without repeating."""
    return {f"{kind}_by_accounts": tuple(dict.fromkeys(t.words for t in told if t.account.kind == kind)) for kind in ("ended", "breached", "extended")}


def hull(dates: Sequence[Interval | None]) -> Interval | None:
    """The days from the first to the last that any account allows, open where one of them is; accounts without a day say nothing. None for no day."""
    known = [d for d in dates if d is not None]
    firsts, lasts = [d.first for d in known], [d.last for d in known]
    first = None if None in firsts else min((d for d in firsts if d), default=None)
    last = None if None in lasts else max((d for d in lasts if d), default=None)
    return Interval(first, last) if first or last else None


def mediators(snapshot: Snapshot, truce: Truce, who: Who) -> tuple[str, ...]:
    """Who tabled or carried the text that became it, or carried its beginning; empty where that is not told."""
    proposal = truce.agreement.proposal if truce.agreement else None
    texts = [p for p in snapshot.derived.proposals if p.id == proposal]
    names = [n for p in texts for n in (*p.tabled_by, *p.carried_by)] + [n for a in truce.accounts if a.kind == BEGAN for n in a.event.through]
    talks = who.negotiation(truce.negotiation)
    return tuple(n for n in who.sides(names) if talks is not None and n in talks.mediators)


def comment(truce: Truce, told: list[Told]) -> str:
    """What a coder must look at."""
    said = [truce.agreement.note] if truce.agreement and truce.agreement.note else []
    if len({t.words for t in told if t.account.kind == "ended"}) > 1:
        said.append("accounts of its end differ; see accounts.csv")
    return "; ".join(said)


def unplaced(snapshot: Snapshot, truces: Truces, decided: dict[str, str]) -> Iterator[dict[str, object]]:
    """Every statement of an account that no truce can claim."""
    for account, why in truces.loose:
        for place in places_of(snapshot, account.statements, decided):
            date = snapshot.statements[place.statement].date
            told = {"event_id": account.event.id, "account": account.kind, "title": account.event.title, "reason": why, "date_edtf": edtf(date)}
            yield {**told, **words_row(place)}
