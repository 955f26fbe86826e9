"""One name written several ways: initials and the full name, a state by its capital or another of its names, a group by any of its names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.annotate.lexicon import lexicon


def abbreviated(one: str, other: str) -> bool:
    """Whether one of two names is the initials of the other, or the same letters without spaces ("RSF", "Viet Nam")."""
    return initials(one, other) or initials(other, one)


def initials(short: str, long: str) -> bool:
    """Whether *short* is made of the capitals of *long*, or of all its letters."""
    letters = short.replace(".", "").replace(" ", "")
    capitals = "".join(w[0] for w in re.findall(r"\w+", long) if w[0].isupper())
    return (letters.isupper() and len(letters) > 1 and letters == capitals) or letters.lower() == long.replace(" ", "").lower()


def listed_as(name: str) -> str:
    """The name that the general lists of states and groups have for *name* ("Kyiv", "Viet Nam", "Ansar Allah"); *name* itself where they have none."""
    return listed().get(bare(name), name)


def listed_in(names: str) -> str:
    """The same for each of several names that "and" joins."""
    return " and ".join(listed_as(n) for n in names.split(" and "))


def bare(name: str) -> str:
    """A name without its article and the stops of its initials, in small letters."""
    return name.strip().lower().removeprefix("the ").replace(".", "")


@cache
def listed() -> dict[str, str]:
    """The first name of its row by every other way to write it."""
    found: dict[str, str] = {}
    for name, cells in rows():
        for cell in cells:
            for form in cell.split("/"):
                found.setdefault(bare(form), name)
    return found


def rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    """(first name, all ways to write it) of each state with its capital and of each group."""
    for name, _, _, capital, others in lexicon("countries")["rows"]:
        yield name, (name, others, capital)
    for row in lexicon("bodies")["groups"]["rows"]:
        yield row.split("/")[0], (row,)
