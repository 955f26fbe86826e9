"""Dates, ages, chains and counts in words."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from onrecord.reconcile.judged import by_person
from onrecord.types import Entity, Interval, Link, Origins, Report, Snapshot, Statement, Withdrawn
from onrecord.views.writing import marks

NOBODY = frozenset({"me", "us", "he", "him", "she", "her", "it", "they", "them", "you", "we", "i"})
"""Words that name no audience where they stand alone."""
EDTF = re.compile(r"(\d{4}-\d\d-\d\d)(?:/(\d{4}-\d\d-\d\d))?")
UNNAMED = ("unnamed_official", "unnamed_source")


def day_words(day: dt.date) -> str:
    """"3 Dec 2023"."""
    return marks.days(day, day)


def moment_words(moment: dt.datetime) -> str:
    """"3 Dec 2023, 14:05 UTC+02:00": a time with its zone."""
    return f"{marks.moment(moment)} {moment.tzname() or 'zone not known'}"


def date_words(date: Interval | None) -> str:
    """An interval as people write it: "28–29 Oct 2023", "Dec 2023", "by 27 Oct 2023", "date not known"."""
    if date is None or (date.first is None and date.last is None):
        return "date not known"
    if date.first is None and date.last is not None:
        return f"by {day_words(date.last)}"
    if date.first is not None and date.last is None:
        return f"from {day_words(date.first)}"
    assert date.first is not None and date.last is not None
    return marks.days(date.first, date.last)


def number_words(count: int) -> str:
    """"1,200"."""
    return marks.number(count)


def days_in(words: str) -> str:
    """*words* of the program with every EDTF day, or two with a stroke between, and every number as people write them; not what it quotes."""
    return marks.unquoted(marks.numbers_in(words), lambda own: EDTF.sub(told_days, own))


def told_days(found: re.Match[str]) -> str:
    """An EDTF day, or two, as people write it."""
    return marks.days(dt.date.fromisoformat(found[1]), dt.date.fromisoformat(found[2] or found[1]))


def age_words(date: Interval | None, now: dt.date | None) -> str:
    """How long before *now* the interval ended: "9 days before the last report"; empty when it cannot be told."""
    if date is None or now is None or date.last is None:
        return ""
    days = (now - date.last).days
    if days <= 0:
        return ""
    return f"{plural(days, 'day')} old"


def outlet_words(report: Report) -> str:
    """The outlet where it is known, else the report's name."""
    return report.outlet or report.name


def chain_words(chain: Sequence[Link]) -> str:
    """Who says so, innermost first: "a senior official, as told by Jane Roe"; empty for the report's own voice."""
    if not chain:
        return ""
    names = [link_words(link) for link in reversed(chain)]
    unique = [n for i, n in enumerate(names) if n not in names[:i]]
    told = chain[-1].audience
    words = unique[0] + "".join(f", as told by {n}" for n in unique[1:])
    if told and told.lower() not in NOBODY and all(told not in n for n in unique):
        words += f", to {told}"
    return words


def link_words(link: Link) -> str:
    """One source by its fullest name; the words as printed for an unnamed one."""
    return link.source if link.source_class in UNNAMED else link.resolved or link.source


def by_words(statement: Statement) -> str:
    """"by …" for a statement: its chain, or whose own voice it is; and in brackets what a person did to make it what it is."""
    said = chain_words(statement.chain) or ("own voice, opinion" if statement.in_opinion else "own voice")
    decided = by_person(statement)
    return f"{said} ({decided})" if decided else said


def told_by(snapshot: Snapshot, statement: Statement) -> str:
    """The same with everybody by the name that stands for them over all reports."""
    chain = tuple(replace(link, resolved=snapshot.name_of(statement.report, link.resolved)) for link in statement.chain)
    return by_words(replace(statement, chain=chain))


def origins_words(origins: Origins) -> str:
    """"1 origin", "1–3 origins", with sides; what only a person's tracker tells has none; empty while nothing was counted."""
    if origins.most == 0:
        return "no origin but a person's tracker" if origins.reasons else ""
    count = str(origins.least) if origins.least == origins.most else f"{origins.least}–{origins.most}"
    sides = ", ".join(f"{side} {n}" for side, n in origins.by_side)
    return f"{count} origin{'s' * (count != '1')}" + (f" ({sides})" if sides else "")


def joined(names: Sequence[str], most: int = 4) -> str:
    """"A, B and C"; the rest counted beyond *most*."""
    kept = list(names[:most])
    if len(names) > most:
        kept.append(f"{len(names) - most} more")
    if len(kept) <= 1:
        return "".join(kept)
    return ", ".join(kept[:-1]) + " and " + kept[-1]


def plural(count: int, noun: str) -> str:
    """"1 report", "5 reports", "1,200 reports"."""
    return f"{number_words(count)} {noun}" + ("" if count == 1 else "s")


@cache
def languages() -> Mapping[str, str]:
    """English names of languages by code, from the list that reading uses."""
    return MappingProxyType(tomllib.loads((files("onrecord") / "read" / "lexicons" / "languages.toml").read_text(encoding="utf-8"))["names"])


def language_words(code: str) -> str:
    """The English name of a language, its code where the list has none."""
    return languages().get(code.lower()[:2], code)


def last_day(snapshot: Snapshot) -> dt.date | None:
    """The day that ages are counted from: the as-of day, else the last day on which a report may have been published."""
    if snapshot.as_of is not None:
        return snapshot.as_of
    days = [d.published.last for d in snapshot.derived.dates if d.published and d.published.last]
    return max(days, default=None)


def shortened(words: str, most: int) -> str:
    """The first whole words of *words*, at most *most* characters, with a sign that more follows."""
    words = " ".join(words.split())
    return words if len(words) <= most else words[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def withdrawn_words(found: Withdrawn, names: Mapping[str, str]) -> str:
    """"withdrawn by 07-daily-late on 3 May 2024, with a note of correction"."""
    when = f" on {date_words(found.on)}" if found.on else ", date not known"
    return f"withdrawn by {names.get(found.by, found.by[:8])}{when}" + (", with a note of correction" if found.corrected else "")


def offices_told(entity: Entity) -> list[str]:
    """Each office with the days on which reports tell it: "director (told 3 Dec 2023)", "former envoy"."""
    out = []
    for term in entity.terms:
        days = [date_words(d) for d in dict.fromkeys((term.first, term.last)) if d is not None]
        out.append(("former " if term.former else "") + term.office + (f" (told {' to '.join(days)})" if days else ""))
    return out or list(entity.offices)
