"""Whether a deed is one whole instalment of what is owed in several."""

from __future__ import annotations

import re

from onrecord.reconcile.agreements.settings import book

RATIO = re.compile(r"^(.*?)\bfor\s+(?:every|each)\b")
EVERY = frozenset({"each", "every", "daily", "weekly", "per"})
"""Beside these a number is due again and again."""


def instalment(owed: str, deed: str) -> bool:
    """Whether *deed* tells the very number that *owed* names for each of several times ("eight on the first, fourth and seventh day", "five a day").

    Such a deed keeps what was due then, though more is due later; what it says of the whole is that it is kept in part.
    """
    ordinals = book()["numbers"]["ordinals"]
    words = re.findall(r"[\w-]+", owed.lower())
    again = sum(w in ordinals for w in words) > 1 or bool(EVERY & set(words)) or re.search(r"\ba (?:day|week|month)\b", owed.lower()) is not None
    due, done = counts(owed), counts(deed)
    return again and bool(due) and bool(done) and due[0] == done[0]


def by_ratio(owed: str, deed: str, sentence: str) -> bool:
    """Whether *deed* gives as many as a ratio ("three prisoners for every captive") makes of another number in its *sentence* ("eight captives and …")."""
    found = RATIO.search(owed.lower())
    each, done = counts(found[1]) if found else [], counts(deed)
    return bool(each) and bool(done) and any(done[0] == each[0] * other for other in counts(sentence) if other != done[0])


def counts(words: str) -> list[int]:
    """The cardinal numbers in *words*, in their order; articles are none."""
    known = {k: v for k, v in book()["numbers"]["words"].items() if k not in ("a", "an")}
    found = re.findall(r"[a-z]+|\d[\d,]*", words.lower())
    return [known[w] if w in known else int(w.replace(",", "")) for w in found if w in known or w[0].isdigit()]
