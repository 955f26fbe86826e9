"""A mail that forwards another: whose words the letter really holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from email.utils import parsedate_to_datetime

from onrecord.read.dates import given_date, printed_dates

BEGIN = re.compile(r"^[ \t]*(?:-{2,}[ \t]*(?:forwarded message|original message)[ \t]*-{2,}|begin forwarded message:)[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
FIELD = re.compile(r"^[ \t>*]*(?P<key>from|date|sent|subject|to|cc|reply-to)[ \t*]*:[ \t*]*(?P<value>.*?)[ \t*\r]*$", re.IGNORECASE)
SENDER = re.compile(r"(?P<name>[^<]*)<(?P<address>[^>]*)>")
MOST_OWN = 400
"""Characters that a forwarder may write above ("FYI, see below") for the letter to be the other's."""


@dataclass(frozen=True, slots=True)
class Letter:
    """Who wrote, when (a day, or the words that are none), about what."""

    sender: str | None = None
    date: str | None = None
    subject: str | None = None
    key: str | None = None


def own_letter(text: str, letter: Letter) -> tuple[int, Letter]:
    """Where the words of the letter proper begin in *text*, and whose they are: the forwarded one's where little stands above it."""
    begin = BEGIN.search(text)
    if begin is None or len(text[: begin.start()].strip()) > MOST_OWN:
        return 0, letter
    at, said = begin.end(), dict[str, str]()
    for line in re.finditer(r"[^\n]*(?:\n|\Z)", text[at:]):
        field = FIELD.match(line.group().rstrip("\n"))
        if field:
            said[field["key"].lower()] = field["value"]
        elif line.group().strip() or not line.group():
            at += line.start()
            break
    if "from" not in said:
        return 0, letter
    subject = re.sub(r"^(?:(?:fwd?|re)\s*:\s*)+", "", said.get("subject") or letter.subject or "", flags=re.IGNORECASE)
    return at, replace(letter, sender=name_of(said["from"]), date=day_in(said.get("date") or said.get("sent")), subject=subject or None)


def name_of(sender: str) -> str | None:
    """The name of a sender ("Inland Radio <news@…>", "Inland Radio"), or the host of the address where there is no name."""
    named = SENDER.match(sender.strip())
    name, address = (named["name"], named["address"]) if named else ("", "")
    if not named:
        name, address = ("", sender) if re.fullmatch(r"\S+@\S+", sender.strip()) else (sender, "")
    return name.strip(" \"'") or address.strip("<> ").rpartition("@")[2] or None


def day_in(date: str | None) -> str | None:
    """The day in a line like "Wed, Apr 9, 2031 at 7:02 AM"; the words themselves where they tell none."""
    if not date:
        return None
    days = {d.day.isoformat() for d in printed_dates(date)}
    if len(days) == 1:
        return days.pop()
    try:
        return parsedate_to_datetime(date).date().isoformat()
    except ValueError:
        return given_date(date) or date
