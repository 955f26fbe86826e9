"""Scores over several reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from onrecord.score.agree import agrees, date_right, value_of
from onrecord.score.faults import Fault, extra, missed, wrong
from onrecord.score.open import open_right, told_together
from onrecord.score.places import Item, Places, overlap, pair, places_of

LAYERS = ("times", "attributions", "figures", "events", "positions", "commitments", "status")
MAIN = {
    "times": ("value",), "attributions": ("source_class", "content_close"), "figures": ("amount", "measure"), "events": ("type", "factuality"),
    "positions": ("party", "stance"), "commitments": ("obligor", "account"), "status": ("status",),
}
"""Attributes that must all be right for an item to be right."""
MORE = {
    "attributions": ("kind", "affiliation", "access", "resolved", "audience", "parent"), "figures": ("unit", "scope", "as_of", "by"),
    "events": ("date", "actors", "targets", "by"), "positions": ("topic", "by"), "commitments": ("what", "deadline", "by"), "status": ("by",),
}
ATTRIBUTES = {layer: MAIN[layer] + MORE.get(layer, ()) for layer in LAYERS}
TOGETHER = {"positions": "party", "commitments": "obligor"}
"""Layers whose items may name two parties together or one each."""
SAME_WORDS = 0.3
"""Overlap from which two quotes are at the same words, as for locating."""
SHOWN = 160


@dataclass(slots=True)
class Tally:
    """What was counted of one layer."""

    located: int = 0
    right: int = 0
    gold: int = 0
    system: int = 0
    attributes: dict[str, list[int]] = field(default_factory=dict)
    """[right, of] by attribute."""


@dataclass(slots=True)
class Result:
    """What was counted of all layers, and each error in a line; *strict* counts as the guide's scorer does, without what the guide leaves open."""

    strict: bool = False
    tallies: dict[str, Tally] = field(default_factory=lambda: {layer: Tally() for layer in LAYERS})
    dated: int = 0
    of: int = 0
    errors: list[str] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    """The class of each error."""


@dataclass(frozen=True, slots=True)
class Side:
    """The items of one layer with their places, of the gold or of the system."""

    items: list[Item]
    places: list[Places]

    @classmethod
    def of(cls, value: Mapping[str, Any], layer: str, text: str) -> Side:
        """The items that *value* has for *layer*."""
        items = list(value.get(layer) or [])
        return cls(items, [places_of(i, layer, text) for i in items])

    def only(self, kept: Sequence[int]) -> Side:
        """The items at these numbers."""
        return Side([self.items[n] for n in kept], [self.places[n] for n in kept])

    def words(self, n: int, text: str, most: int) -> str:
        """The quote of the n-th item, for a line of an error."""
        quote = self.places[n].quote
        return repr(text[slice(*quote[0])][:most]) if quote else f"NOT FOUND {self.items[n]}"


def score(gold: Mapping[str, dict[str, Any]], system: Mapping[str, dict[str, Any]], texts: Mapping[str, str], *, strict: bool = False) -> Result:
    """Scores readings against gold, both by report name; a report that was not read counts as one without any item."""
    result = Result(strict)
    for name, annotated in gold.items():
        read = system.get(name, {})
        result.errors.append(name)
        links: dict[Any, Any] = {}
        for layer in ("attributions", *(x for x in LAYERS if x != "attributions")):
            score_layer(result, layer, (Side.of(annotated, layer, texts[name]), Side.of(read, layer, texts[name])), texts[name], links)
        result.of += 1
        result.dated += date_right(annotated, read)
    return result


def score_layer(result: Result, layer: str, sides: tuple[Side, Side], text: str, links: dict[Any, Any]) -> None:
    """Counts one layer of one report; the attributions fill *links* for the layers after them."""
    gold, system = sides
    pairs = pair(layer, gold.places, system.places, text, strict=result.strict)
    if layer in TOGETHER and not result.strict:
        gold, system = apart(layer, gold, system, pairs)
        pairs = pair(layer, gold.places, system.places, text, strict=result.strict)
    if layer == "attributions":
        links.update({gold.items[i].get("id"): system.items[j].get("id") for i, j in pairs})
    sure = [(i, j) for i, j in pairs if not gold.items[i].get("doubt")]
    tally = result.tallies[layer]
    tally.located += len(sure)
    tally.gold += sum(not x.get("doubt") for x in gold.items)
    tally.system += len(system.items) - (len(pairs) - len(sure))
    for i, j in sure:
        tally.right += score_pair(result, layer, (gold, i), (system, j), text, links)
    found, given = {i for i, _ in pairs}, {j for _, j in pairs}
    for i, item in enumerate(gold.items):
        if i not in found and not item.get("doubt"):
            result.errors.append(f"  {layer} MISSED {gold.words(i, text, SHOWN)}")
            result.faults.append(missed(layer, item))
    for j, item in enumerate(system.items):
        if j not in given:
            result.errors.append(f"  {layer} EXTRA {system.words(j, text, SHOWN)}")
            result.faults.append(extra(layer, item))


def apart(layer: str, gold: Side, system: Side, pairs: Sequence[tuple[int, int]]) -> tuple[Side, Side]:
    """Both sides without the items that a paired item of the other side names together with another party ("X and Y" as one item or two)."""
    name, of, by = TOGETHER[layer], {i for i, _ in pairs}, {j for _, j in pairs}

    def known(one: Side, n: int, other: Side, partners: set[int]) -> bool:
        at = one.places[n].quote
        return any(overlap(at, other.places[m].quote) >= SAME_WORDS and told_together(other.items[m], one.items[n], name) for m in partners)

    kept_gold = [i for i in range(len(gold.items)) if i in of or not known(gold, i, system, by)]
    kept_system = [j for j in range(len(system.items)) if j in by or not known(system, j, gold, of)]
    return gold.only(kept_gold), system.only(kept_system)


def score_pair(result: Result, layer: str, gold: tuple[Side, int], system: tuple[Side, int], text: str, links: Mapping[Any, Any]) -> bool:
    """Counts the attributes of one located pair, and tells whether all main ones are right."""
    wanted, had = gold[0].items[gold[1]], system[0].items[system[1]]
    free = set(wanted.get("unscored") or [])
    right = True
    for name in ATTRIBUTES[layer]:
        if name in free:
            continue
        ok = agrees(name, (wanted, gold[0].places[gold[1]]), (had, system[0].places[system[1]]), links)
        ok = ok or (not result.strict and open_right(name, wanted, had))
        counts = result.tallies[layer].attributes.setdefault(name, [0, 0])
        counts[0] += ok
        counts[1] += 1
        if not ok:
            right &= name not in MAIN[layer]
            words = gold[0].words(gold[1], text, 90)
            result.faults.append(wrong(layer, name, value_of(name, wanted), value_of(name, had)))
            result.errors.append(f"  {layer}.{name}: gold {value_of(name, wanted)!r} system {value_of(name, had)!r} :: {words}")
    return right
