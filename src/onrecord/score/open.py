"""Where the annotation guide leaves two answers open, and both are right: names written two ways, whom a body speaks for, measures of prisoners.

The guide's own scorer knows none of this; `score(…, strict=True)` gives its numbers.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from onrecord.score.agree import same, words_of
from onrecord.score.written import abbreviated, listed_as, listed_in

NAMED = frozenset({"party", "obligor", "affiliation", "resolved", "audience"})
"""Attributes that name somebody."""
SEVERAL = frozenset({"actors", "targets"})
"""Attributes that name some."""
CAPTORS = frozenset({"gunman", "gunmen", "bandit", "captor", "kidnapper", "hijacker", "abductor", "hostage-taker", "pirate", "gang", "attacker", "group"})
"""Nouns for captors that no name is known of: one report calls the same men by several of them."""
HOSTAGES = frozenset({"hostage", "captive", "abductee"})
ALIKE = (frozenset({"to_release", "prisoners_to_release"}), frozenset({"held", "prisoners_held"}))
"""Measures that the guide tells apart by who holds whom: of hostages the first, of a state's prisoners the second, of soldiers taken in war either."""


def open_right(name: str, gold: Mapping[str, Any], system: Mapping[str, Any]) -> bool:
    """Whether an attribute that is not the gold's is right all the same, since the guide decides for neither."""
    if name == "measure":
        pair = {gold.get(name), system.get(name)}
        told = words_of([gold.get("unit") or "", gold.get("scope") or ""]) & HOSTAGES
        return not told and any(pair <= both for both in ALIKE)
    if name in SEVERAL:
        return several(name, gold.get(name) or [], system.get(name) or [])
    if name not in NAMED:
        return False
    if name == "affiliation" and (gold.get(name) is None or system.get(name) is None):
        return by_itself(gold, system)
    one, other = gold.get(name), system.get(name)
    if not (one and other):
        return False
    return abbreviated(str(one), str(other)) or same(name, listed_in(str(one)), listed_in(str(other))) or captors(one, other)


def several(name: str, gold: Sequence[str], system: Sequence[str]) -> bool:
    """Whether two lists agree once each name stands as the general lists have it, and initials as the full name in the other list."""
    one, other = [listed_as(n) for n in gold], [listed_as(n) for n in system]
    full = [next((n for n in other if abbreviated(n, m)), m) for m in one]
    return bool(full and other) and (same(name, full, other) or all(any(captors(a, b) for b in other) for a in full))


def by_itself(gold: Mapping[str, Any], system: Mapping[str, Any]) -> bool:
    """Whether a side that only one of the two gives is the source's own name: a body or group may be said to speak for itself or for nobody."""
    side = gold.get("affiliation") or system.get("affiliation")
    own = gold.get("resolved") or gold.get("source")
    return bool(side) and gold.get("source_class") in ("named_body", "group", "outlet") and words_of(side) == words_of(own)


def captors(one: Any, other: Any) -> bool:
    """Whether both only say that they are the captors."""
    return all(bool(words) and words <= CAPTORS for words in (plain_words(one), plain_words(other)))


def plain_words(value: Any) -> set[str]:
    """The words of a name in lower case."""
    return {w.removesuffix("s") for w in re.findall(r"[\w-]+", str(value).lower()) if w not in ("the", "a", "an")}


def told_together(item: Mapping[str, Any], other: Mapping[str, Any], name: str) -> bool:
    """Whether *item* names two parties together of which *other* is one: "X and Y" may be one item or two."""
    both = str(item.get(name) or "")
    return (" and " in both or " / " in both) and same(name, both, other.get(name)) and len(words_of(other.get(name))) < len(words_of(both))
