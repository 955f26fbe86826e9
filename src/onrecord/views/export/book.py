"""What exporters write: one value that every filter has gone over, so that no format can forget one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from onrecord.errors import InputError
from onrecord.record import Record, queries
from onrecord.record.judgements import chained, judgements
from onrecord.record.queries import Filter
from onrecord.record.released import released
from onrecord.record.rows import cited_reports, support_rows
from onrecord.types import Derived, Judgement, Snapshot
from onrecord.views.export.codebook import Codebook
from onrecord.views.export.excerpts import excerpted
from onrecord.views.export.removing import Removed, names_left, redacted
from onrecord.views.writing.manners import PLAIN, PLAIN_NAME, Manner, named


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportOptions:
    """What of the record is written, and whether it may take the place of what is there."""

    negotiation: str | None = None
    """Id or part of the name of the negotiation to which the export is narrowed."""
    release: str | None = None
    """Name of a release; what it froze is exported, and not what the record says now."""
    force: bool = False
    """Whether a file, or a folder that an export made, may be replaced."""
    quotes_only: bool = False
    """Whether only the words of statements and the titles are told, not the texts around them."""
    redact: tuple[str, ...] = ()
    """Names that are removed everywhere."""
    codebook: Codebook | None = None
    """A user's own variables, which tables get beside ours."""
    locale: str = PLAIN_NAME
    """In whose manner pages write days and numbers: a language tag such as de-DE, or plain."""


NO_OPTIONS = ExportOptions()


@dataclass(frozen=True, slots=True)
class Book:
    """The record as an export may tell it. An exporter reads nothing else."""

    snapshot: Snapshot
    judgements: tuple[Judgement, ...] = ()
    record: Record | None = None
    """The record itself, where nothing was left out of it; None where an export must be made of what is in this book alone."""
    codebook: Codebook | None = None
    manner: Manner = PLAIN
    """How pages write days and numbers."""
    excerpt: bool = False
    """Whether texts are masked but for the words of statements and titles."""
    removed: Removed = ()
    """The names that were removed, each with the number of places; never to be written into an export."""
    left: tuple[str, ...] = ()
    """Other names of the same persons and bodies that were not asked for and stay."""


def book_of(record: Record, options: ExportOptions = NO_OPTIONS) -> Book:
    """The book of *record* (which is as of a day already, if one was asked for) with all that *options* ask for done to it."""
    if options.release is not None:
        record = as_released(record, options.release)
    book = Book(queries.snapshot(record), judgements(record), record)
    if options.negotiation is not None:
        book = narrowed(record, book, options.negotiation)
    book = unrestricted(book)
    if options.quotes_only:
        judged = rechained(tuple(replace(j, context=None) for j in book.judgements))
        book = Book(excerpted(book.snapshot), judged, excerpt=True)
    if options.redact:
        snapshot, judged, removed = redacted(book.snapshot, book.judgements, options.redact)
        book = Book(snapshot, rechained(judged), excerpt=book.excerpt, removed=removed, left=names_left(book.snapshot, snapshot))
    manner = named(options.locale)
    if manner is None:
        raise InputError(f"{options.locale}: no language that days are written in; give a tag such as de-DE, or {PLAIN_NAME}")
    return replace(book, codebook=options.codebook, manner=manner)


def as_released(record: Record, name: str) -> Record:
    """What a release froze, in memory; InputError where the record is as of a day, or has no such release."""
    if queries.meta(record, "derived_as_of"):
        raise InputError(f"{name}: a release is what was frozen when it was made; export it without --as-of")
    return released(record, name)


def unrestricted(book: Book) -> Book:
    """The book without what a desk keeps to itself: the one place where restricted notes are left out, before any format sees them.

    A book holds no notes at all, so that no format can tell one; RESTRICTED takes them out of copies. Whoever puts notes into a book drops the restricted
    ones here.
    """
    return book


RESTRICTED: tuple[str, ...] = ("DELETE FROM reader", "DELETE FROM note WHERE restricted")
"""SQL that takes the restricted rows out of a copy of the record's file: who reads and what they watch, and what a desk keeps to itself."""


def rechained(judged: tuple[Judgement, ...]) -> tuple[Judgement, ...]:
    """The judgements with ids that follow from each other again, after something was taken out of them."""
    made: list[Judgement] = []
    ids: dict[str, str] = {}
    for judgement in judged:
        new = replace(judgement, target=ids.get(judgement.target, judgement.target))
        new = replace(new, id=chained(new, made[-1].id if made else ""))
        ids[judgement.id] = new.id
        made.append(new)
    return tuple(made)


def narrowed(record: Record, book: Book, negotiation: str) -> Book:
    """Only the reports of one negotiation, what they say and what rests on it; InputError where none has that name."""
    meant = tuple(n for n in book.snapshot.derived.negotiations if negotiation in n.id or negotiation.casefold() in n.name.casefold())
    if not meant:
        names = ", ".join(n.name for n in book.snapshot.derived.negotiations) or "the record has none"
        raise InputError(f"{record.path}: no negotiation is named {negotiation!r}; there are: {names}")
    where = Filter(negotiation=negotiation)
    part = Derived(
        negotiations=meant, entities=queries.entities(record, where), events=queries.events(record, where), ledgers=queries.ledgers(record, where),
        positions=queries.positions(record, where), commitments=queries.commitments(record, where), talks=queries.talks(record, where),
        disputes=queries.disputes(record, where), roster=queries.roster(record, where), channels=queries.channels(record, where),
        proposals=queries.proposals(record, where), agreements=queries.agreements(record, where),
    )
    wanted = queries.statement_ids(record, where) | {row[2] for row in support_rows(part)}
    statements = {i: s for i, s in book.snapshot.statements.items() if i in wanted}
    reports = {r for n in meant for r in n.reports} | {s.report for s in statements.values()} | cited_reports(part)
    return only(book, part, set(statements), reports)


def only(book: Book, part: Derived, statements: set[str], reports: set[str]) -> Book:
    """The book with only these reports, statements and derived values, and the judgements, problems, dates and links of no others."""
    whole = book.snapshot.derived
    kept = replace(
        part, dates=tuple(d for d in whole.dates if d.report in reports),
        entities=tuple(replace(e, mentions=tuple(m for m in e.mentions if m[0] in reports)) for e in part.entities),
        origin_links=tuple(o for o in whole.origin_links if o.report in reports),
        withdrawn=tuple(w for w in whole.withdrawn if w.statement in statements and w.by in reports),
    )
    snapshot = Snapshot(
        tuple(r for r in book.snapshot.reports if r.id in reports), {i: s for i, s in book.snapshot.statements.items() if i in statements}, kept,
        tuple(p for p in book.snapshot.problems if p.report in reports), {r: c for r, c in book.snapshot.coverage.items() if r in reports},
        book.snapshot.as_of, book.snapshot.left_out,
    )
    ids = statements | reports | {v.id for name in ("entities", "events", "ledgers", "negotiations", "agreements") for v in getattr(kept, name)}
    return Book(snapshot, rechained(about(book.judgements, ids)))


def about(judged: tuple[Judgement, ...], ids: set[str]) -> tuple[Judgement, ...]:
    """The judgements on something of *ids*, and those that undo one of them."""
    kept: list[Judgement] = []
    for judgement in judged:
        if judgement.target in ids:
            kept.append(judgement)
            ids = ids | {judgement.id}
    return tuple(kept)
