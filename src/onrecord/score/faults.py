"""Errors counted by class, without the words they were made at, so that what to mend first is read off and not remembered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from onrecord.score.agree import PHRASES, words_of

KIND_OF = {
    "times": "value", "attributions": "source_class", "figures": "measure", "events": "type", "positions": "stance", "commitments": "account",
    "status": "status",
}
"""The attribute by which missed and extra items of a layer are told apart."""
BY_PRESENCE = frozenset({"by", "parent", "as_of", "date", "deadline", "value"})
"""Attributes whose values differ from report to report: only whether one was given is told."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One class of error: `missed` or `extra` with the item's kind, else the wrong attribute with gold's value and the system's."""

    layer: str
    what: str
    detail: str

    def line(self, count: int) -> str:
        """The class with how often it was met."""
        return f"{count:5}  {self.layer:13} {self.what:14} {self.detail}"


def missed(layer: str, item: dict[str, Any]) -> Fault:
    """A gold item that was not found."""
    return Fault(layer, "missed", shown(KIND_OF[layer], item.get(KIND_OF[layer])))


def extra(layer: str, item: dict[str, Any]) -> Fault:
    """An item found where the gold has none."""
    return Fault(layer, "extra", shown(KIND_OF[layer], item.get(KIND_OF[layer])))


def wrong(layer: str, name: str, gold: Any, system: Any) -> Fault:
    """An attribute that is not the gold's; names and phrases are told by what they have in common."""
    if name == "content_close":
        return Fault(layer, name, "other span")
    if name == "amount":
        return Fault(layer, name, "other comparator" if gold[-1] != system[-1] else "other number or bounds")
    if name in PHRASES:
        return Fault(layer, name, between(gold, system))
    return Fault(layer, name, f"{shown(name, gold)} -> {shown(name, system)}")


def between(gold: Any, system: Any) -> str:
    """How two names or phrases differ."""
    g, s = words_of(gold), words_of(system)
    if not g or not s:
        return "given -> none" if g else "none -> given"
    return "given -> shares too little" if g & s else "given -> another"


def shown(name: str, value: Any) -> str:
    """A value of a closed list as it is, any other as its form."""
    if value is None or value == []:
        return "none"
    if name == "value":
        return form_of(str(value))
    return "given" if name in BY_PRESENCE else str(value)


def form_of(value: str) -> str:
    """The form of a time's value: duration, reference, interval, or how far a date goes."""
    if value.startswith("P"):
        return "reference" if value.endswith("_REF") else "duration"
    if value.endswith("_REF"):
        return "reference"
    if "/" in value:
        return "interval"
    return {1: "year", 2: "month", 3: "day"}.get(value.split("T", 1)[0].count("-") + 1, "other") if "T" not in value else "clock time"


def counted(faults: Iterable[Fault]) -> list[tuple[Fault, int]]:
    """Classes of a layer, the commonest first; equal counts in the order of their names."""
    return sorted(Counter(faults).items(), key=lambda f: (f[0].layer, -f[1], f[0]))
