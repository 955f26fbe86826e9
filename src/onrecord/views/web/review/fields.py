"""The fields of a statement that a person may set, as a form shows them and as it sends them back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

from onrecord.errors import InputError
from onrecord.reconcile.judged import DAYS, PLACES
from onrecord.types import Interval, Statement


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form."""

    name: str
    value: str
    """As it stands now: words as they are, anything else as JSON, days as `2024-03-02/2024-03-05`."""
    choices: tuple[str, ...] = ()
    """The values that there are, where they are few."""


def fields_for(statement: Statement) -> tuple[Field, ...]:
    """All fields that can be edited, in the order of the layer."""
    item: Any = statement.item
    hints = get_type_hints(type(item))
    found = []
    for name in item.__dataclass_fields__:
        if name in PLACES:
            continue
        value = days_words(statement.date) if name in DAYS else words_of(getattr(item, name))
        found.append(Field(name, value, choices_of(hints[name])))
    return tuple(found)


def choices_of(hint: Any) -> tuple[str, ...]:
    """The values of a field that takes one of a few words."""
    return tuple(map(str, get_args(hint))) if get_origin(hint) is Literal else ()


def words_of(value: Any) -> str:
    """A value as a form shows it; empty for none."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return json.dumps(value, ensure_ascii=False, default=str)


def days_words(date: Interval | None) -> str:
    """Days as they are typed; `..` for an open end, empty where none are known."""
    if date is None:
        return ""
    ends = [str(day) if day else ".." for day in (date.first, date.last)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def changed(statement: Statement, sent: Mapping[str, str], marked: tuple[str, str]) -> dict[str, Any]:
    """The fields whose value in a form differs from what stands now, with the span where it was moved; InputError where nothing differs."""
    values: dict[str, Any] = {}
    for field in fields_for(statement):
        given = sent.get(field.name)
        if given is not None and given.strip().replace("\r\n", "\n") != field.value.strip():
            values[field.name] = value_of(given.strip(), field)
    start, end = (number(n) for n in marked)
    if (start, end) != (None, None) and (start, end) != tuple(statement.span):
        values["span"] = [start, end]
    if not values:
        raise InputError("nothing was changed; set a field to another value or mark other words, or accept the statement as it is")
    return values


def value_of(given: str, field: Field) -> Any:
    """A value as it was typed: null where left empty, JSON where it is such, else words."""
    if not given:
        return None
    if field.name in DAYS or field.choices:
        return given
    try:
        return json.loads(given)
    except ValueError:
        return given


def number(given: str) -> int | None:
    """A place in a text; None where left empty."""
    if not given.strip():
        return None
    if not given.strip().isdecimal():
        raise InputError(f"{given!r} is no place in the text; give the number of a character, or mark the words")
    return int(given)
