"""Whether two annotations of the same words say the same."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from onrecord.score.places import Item, Places, overlap

SMALL = frozenset({"the", "a", "an", "of", "in", "on", "to", "and", "for", "at", "by", "with", "’s", "'s"})
PHRASES = frozenset({"resolved", "scope", "topic", "what", "actors", "targets", "audience", "party", "obligor", "affiliation", "unit"})
"""Attributes that are names or phrases: half of the shorter one's words must be shared."""
CLOSE_CONTENT = 0.8
HALF = 0.5
WIDEST = 3
"""Days of an interval that still counts as a date of publication, unless the gold allows more."""
OTHER_NAMES = {"scope": "who", "topic": "issue"}


def words_of(value: Any) -> frozenset[str]:
    """Comparable words of a string or list of strings: lower case, without small words, plural and possessive ends."""
    text = " ".join(value) if isinstance(value, list | tuple) else str(value or "")
    text = unicodedata.normalize("NFKC", text).lower().replace("’", "'").replace("‘", "'")
    found = re.findall(r"[\w.$%-]+", text.replace("'s", " ").replace("s' ", "s "))
    return frozenset(w.strip(".-").rstrip("s") for w in found if w not in SMALL) - {""}


def same(name: str, gold: Any, system: Any) -> bool:
    """Whether two values of one attribute agree."""
    if name not in PHRASES:
        return bool(plain(gold) == plain(system))
    g, s = words_of(gold), words_of(system)
    if not g and not s:
        return True
    return bool(g & s) and len(g & s) / min(len(g), len(s)) >= HALF


def plain(value: Any) -> Any:
    """A string without case and width."""
    return unicodedata.normalize("NFKC", value).strip().lower() if isinstance(value, str) else value


def value_of(name: str, item: Item) -> Any:
    """The value that an attribute's name stands for."""
    if name == "amount":
        return (item.get("value"), item.get("low"), item.get("high"), item.get("comparator"))
    if name in OTHER_NAMES:
        return item.get(name, item.get(OTHER_NAMES[name]))
    return item.get(name)


def agrees(name: str, gold: tuple[Item, Places], system: tuple[Item, Places], links: Mapping[Any, Any]) -> bool:
    """Whether an attribute of a located pair is right; *links* leads from the gold's attribution ids to the system's."""
    if name == "content_close":
        return overlap(gold[1].content, system[1].content) >= CLOSE_CONTENT
    if name in ("by", "parent"):
        key = "inside" if name == "parent" else "by"
        want, have = gold[0].get(key), system[0].get(key)
        if want is None or have is None:
            return want is None and have is None
        return bool(links.get(want) == have)
    return same(name, value_of(name, gold[0]), value_of(name, system[0]))


def date_right(gold: Item, system: Item) -> bool:
    """Whether the date of publication is one of the right days, or a short interval that holds one."""
    right = {gold.get("published"), *(gold.get("published_also") or [])}
    said = system.get("published")
    if said in right:
        return True
    days = re.fullmatch(r"(\d{4}-\d\d-\d\d).*?/(\d{4}-\d\d-\d\d).*", said or "")
    if days is None:
        return False
    length = (dt.date.fromisoformat(days[2]) - dt.date.fromisoformat(days[1])).days + 1
    return length <= (gold.get("published_days") or WIDEST) and any(days[1] <= r <= days[2] for r in right if r)
