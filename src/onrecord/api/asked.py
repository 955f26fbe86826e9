"""What a caller narrows a list by, checked: an unknown name, day or report is an InputError that tells what there is."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Mapping
from typing import Any, TypedDict, cast

import typer

from onrecord.errors import InputError
from onrecord.record import Record, queries
from onrecord.record.queries import Filter
from onrecord.views.cli.options import day, last_day


class Where(TypedDict, total=False):
    """What every list may be narrowed by; all of it must hold."""

    as_of: dt.date | str | None
    """The record as it could be known on this day."""
    negotiation: str | None
    """Id or part of the name of a negotiation."""
    party: str | None
    """A party, person or side that is named."""
    since: dt.date | str | None
    """Nothing wholly before this day."""
    until: dt.date | str | None
    """Nothing wholly after this day."""
    outlet: str | None
    """Only what reports of this outlet say."""
    by: str | None
    """Only what this source is said to have said."""
    report: str | None
    """Only what this report says; its name or the beginning of its id."""


class Adding(TypedDict, total=False):
    """What a person says about the reports of one adding."""

    published: str | None
    """Day of publication of reports that do not give their own."""
    outlet: str | None
    """Who published reports that do not say so."""
    columns: Mapping[str, str]
    """Which column or key of JSON and CSV holds what: `{"text": "body"}`."""
    trackers: Iterable[str]
    """Your own tables, each row a report that is yours."""
    fetch: bool
    """Whether addresses are fetched; without it the network is never opened."""


def known(given: Mapping[str, Any], names: Collection[str], what: str) -> None:
    """InputError for a keyword that is not one of *names*."""
    for name in given:
        if name not in names:
            raise InputError(f"{what}: there is no {name!r}; it takes {', '.join(names)}")


def one_of(value: str | None, names: Collection[str], what: str) -> None:
    """InputError for a word that is not of a closed list."""
    if value is not None and value not in names:
        raise InputError(f"{what}={value!r}: no such {what}; there are {', '.join(names)}")


def day_of(value: dt.date | str | None, name: str, *, end: bool = False) -> dt.date | None:
    """The day that a caller gave: of a month or year its first, or its last where it is an *end*."""
    if value is None or isinstance(value, dt.date):
        return value
    try:
        return (last_day if end else day)(value, name)
    except typer.BadParameter as error:
        raise InputError(f"{name}={value!r}: no day; give a datetime.date, or text such as 2024-03-02") from error


def filter_of(record: Record, where: Where) -> Filter:
    """The filter that *where* asks for; a negotiation or report that the record does not have is an InputError."""
    negotiation, report = where.get("negotiation"), where.get("report")
    if negotiation is not None:
        there = queries.negotiations(record)
        if not any(negotiation in n.id or negotiation.casefold() in n.name.casefold() for n in there):
            names = ", ".join(n.name for n in there) or "the record has none"
            raise InputError(f"{record.path}: no negotiation is named {negotiation!r}; there are: {names}")
    return Filter(
        report=queries.find_report(record, report) if report is not None else None, party=where.get("party"), by=where.get("by"),
        outlet=where.get("outlet"), since=day_of(where.get("since"), "since"), until=day_of(where.get("until"), "until", end=True), negotiation=negotiation,
    )


def narrowing(given: Mapping[str, Any], what: str) -> Where:
    """The same mapping, known to hold nothing else."""
    known(given, tuple(Where.__annotations__), what)
    return cast("Where", given)
