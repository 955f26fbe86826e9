"""What a person types into the search box: words, "phrases" and key:value, read into conditions; what is wrong is said with its place."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import islice

from onrecord.record.queries import Filter
from onrecord.record.queries.sought import Sought
from onrecord.types import Layer

PART = re.compile(r'(?P<key>[A-Za-z]+):(?:"(?P<phrase>[^"]*)"|(?P<value>[^\s"]*))|"(?P<words>[^"]*)"|(?P<word>[^\s"]+)|(?P<odd>")')
LAYERS: tuple[Layer, ...] = ("attributions", "figures", "events", "positions", "commitments", "proposals", "status")
MOST = 60
"""Words and conditions that one search may have; SQLite takes hundreds, and no person types more."""
KEYS = {
    "by": "who says it, anywhere in the chain", "side": "for whom the source speaks", "party": "who is named in it", "outlet": "who published it",
    "report": "name or id of the report", "layer": f"one of {', '.join(LAYERS)}", "type": "type of event, stance, account, status or measure",
    "measure": "what a figure counts", "stance": "stance of a position", "status": "state of the talks", "before": "a day YYYY-MM-DD",
    "after": "a day YYYY-MM-DD", "on": "a day YYYY-MM-DD", "negotiation": "part of its name",
}


@dataclass(frozen=True, slots=True)
class Query:
    """A search as it was understood."""

    sought: Sought
    errors: tuple[str, ...] = ()
    """What could not be read, each with its place and what to write instead."""


def read_query(text: str) -> Query:
    """The conditions in a search; nothing that is typed is passed over in silence."""
    sought, errors, words = Sought(), [], []
    text = text.replace("\0", " ")  # ends a text for SQLite
    parts = list(islice(PART.finditer(text), MOST + 1))
    if len(parts) > MOST:
        errors.append(f"more than {MOST} words and conditions; those from character {parts.pop().start() + 1} on were left out")
    for found in parts:
        if found["key"] is None:
            if found["odd"]:
                errors.append(f'a quotation mark at character {found.start() + 1} has no other end; write "two words"')
            words.append(f'"{found["words"]}"' if found["words"] else found["word"] or "")
            continue
        key, value = found["key"].lower(), (found["phrase"] or found["value"] or "").strip()
        if key not in KEYS:
            errors.append(f"{found['key']}: at character {found.start() + 1} is no key; there are {', '.join(KEYS)}")
        elif not value:
            errors.append(f"{key}: at character {found.start() + 1} has nothing behind it; give {KEYS[key]}")
        else:
            try:
                sought = ADDED[key](sought, value)
            except ValueError as error:
                errors.append(f"{found.group()} at character {found.start() + 1}: {error}")
    return Query(replace(sought, words=" ".join(w for w in words if w)), tuple(errors))


def filtered(sought: Sought, where: Filter) -> Sought:
    """Adds a filter."""
    return replace(sought, where=(*sought.where, where))


def in_layer(sought: Sought, value: str) -> Sought:
    """Adds a layer; ValueError for none."""
    for layer in LAYERS:
        if value.casefold() in (layer, layer.removesuffix("s")):
            return filtered(sought, Filter(layer=layer))
    raise ValueError(f"no layer; give one of {', '.join(LAYERS)}")


def of_kind(layer: Layer | None) -> Callable[[Sought, str], Sought]:
    """Adds a kind, in one layer where one is given; "demand" finds the stance "demands" too."""

    def add(sought: Sought, value: str) -> Sought:
        kind = value.casefold().replace(" ", "_").replace("-", "_")
        found = filtered(sought, Filter(layer=layer)) if layer else sought
        return replace(found, kinds=(*sought.kinds, (kind, kind.removesuffix("s"), f"{kind}s")))

    return add


def day(value: str) -> dt.date:
    """A day; ValueError says how to write it."""
    try:
        return dt.date.fromisoformat(value)
    except ValueError as error:
        raise ValueError("no day; write it as YYYY-MM-DD") from error


def earlier(sought: Sought, value: str) -> Sought:
    """Before a day; of two the earlier."""
    return replace(sought, before=min(day(value), sought.before or dt.date.max))


def later(sought: Sought, value: str) -> Sought:
    """After a day; of two the later."""
    return replace(sought, after=max(day(value), sought.after or dt.date.min))


def on_day(sought: Sought, value: str) -> Sought:
    """Surely on a day."""
    at, one = day(value), dt.timedelta(days=1)
    return later(earlier(sought, (at + one).isoformat()), (at - one).isoformat())


ADDED: dict[str, Callable[[Sought, str], Sought]] = {
    "by": lambda sought, value: filtered(sought, Filter(by=value)), "party": lambda sought, value: filtered(sought, Filter(party=value)),
    "outlet": lambda sought, value: filtered(sought, Filter(outlet=value)), "layer": in_layer,
    "negotiation": lambda sought, value: filtered(sought, Filter(negotiation=value)),
    "type": of_kind(None), "measure": of_kind("figures"), "stance": of_kind("positions"), "status": of_kind("status"), "before": earlier, "after": later,
    "on": on_day, "side": lambda sought, value: replace(sought, sides=(*sought.sides, value)),
    "report": lambda sought, value: replace(sought, names=(*sought.names, value)),
}
