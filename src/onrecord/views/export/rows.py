"""Columns that the tables of events share: when, how exactly, and by whose words."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.types import Interval, Origins
from onrecord.views.export.days import edtf, precision, shared_parts
from onrecord.views.export.places import Place

DATE = ("date_edtf", "date_first", "date_last", "date_precision", "year", "month", "day")
"""`year`, `month` and `day` hold as much as all possible days have in common; `date_first` and `date_last` bound them."""
WORDS = ("statement_id", "quote", "said_by", "report", "report_sha256", "start", "end", "outlet", "url", "published", "judged")
"""`start` and `end` are characters of the report's text, `published` is EDTF, `judged` what people decided on the statement."""
ORIGINS = ("accounts", "origins_least", "origins_most")
ACCOUNTS = ("id", *WORDS)
"""The columns of a table of accounts: every statement behind every row, by the row's id."""


def date_row(date: Interval | None) -> dict[str, object]:
    """A date in the columns of DATE; blank where nothing is known."""
    year, month, day = shared_parts(date)
    return {
        "date_edtf": edtf(date), "date_first": date.first if date else None, "date_last": date.last if date else None, "date_precision": precision(date),
        "year": year, "month": month, "day": day,
    }


def words_row(place: Place | None) -> dict[str, object]:
    """A place in the columns of WORDS; blank for none."""
    if place is None:
        return {}
    return {
        "statement_id": place.statement, "quote": place.quote, "said_by": place.chain, "report": place.report.name, "report_sha256": place.report.id,
        "start": place.span.start, "end": place.span.end, "outlet": place.report.outlet, "url": place.report.url, "published": place.when,
        "judged": place.judged,
    }


def origins_row(places: list[Place], origins: Origins) -> dict[str, object]:
    """How many statements tell it, and how many independent origins stand behind them; blank where nobody counted."""
    counted = origins.most > 0
    return {"accounts": len(places), "origins_least": origins.least if counted else None, "origins_most": origins.most if counted else None}


def account_rows(identity: str, places: Iterable[Place]) -> list[dict[str, object]]:
    """A row a statement."""
    return [{"id": identity, **words_row(place)} for place in places]
