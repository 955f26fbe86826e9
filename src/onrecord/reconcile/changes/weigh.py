"""How much a change needs a reader's eye, with the reasons."""

from __future__ import annotations

import datetime as dt
import tomllib
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

from onrecord.reconcile.changes.fresh import Fresh
from onrecord.reconcile.ordering import derived_id
from onrecord.types import Interval
from onrecord.types.changes import Change


@cache
def table(name: str) -> dict[str, Any]:
    """One section of changes.toml without its note; read once, not to be changed."""
    whole = tomllib.loads((files("onrecord.reconcile.lexicons") / "changes.toml").read_text(encoding="utf-8"))
    return {k: v for k, v in whole[name].items() if k != "note"}


def weight(name: str) -> float:
    """The effect of one kind of change."""
    return float(table("weights")[name])


def of_days(made: Change, days: Interval | None) -> Change:
    """*made* with the days that it is about."""
    return replace(made, days=days)


def weighed(fresh: Fresh, made: Change) -> Change:
    """*made* with its id, its effect raised by the texts that tell it and lowered where its days are history."""
    days = made.days
    turns, effect, reasons = table("turns"), made.effect, [f"{made.about} {made.kind}: {made.effect:.2f}"]
    texts = fresh.texts(made.statements)
    if texts > 1:
        more = turns["each_text"] * min(texts - 1, turns["most_texts"])
        effect += more
        reasons.append(f"told by {texts} texts: +{more:.2f}")
    elif texts == 1 and len(fresh.own) >= turns["many"]:
        effect *= turns["one_text"]
        reasons.append(f"told by one of {len(fresh.own)} added texts: ×{turns['one_text']}")
    if is_history(days, fresh.since):
        effect *= turns["history"]
        reasons.append(f"history when the reports came: ×{turns['history']}")
    elif is_covered(days, fresh):
        effect *= turns["covered"]
        reasons.append(f"of days that reports were there for already: ×{turns['covered']}")
    identity = derived_id("change", (*made.statements, *(f"{w.report}:{w.span}" for w in made.words)), made.kind, made.about, made.title)
    return replace(made, id=identity, effect=round(min(effect, 1.0), 3), reasons=tuple(reasons))


def is_history(days: Interval | None, since: dt.date | None) -> bool:
    """Whether what is told was over long before the first of the added reports."""
    if days is None or days.last is None or since is None:
        return False
    return (since - days.last).days > int(table("turns")["history_days"])


def is_covered(days: Interval | None, fresh: Fresh) -> bool:
    """Whether what is told was over when the last of the reports that were there before was published: news is what they could not know."""
    if days is None or days.last is None or fresh.known_until is None:
        return False
    return days.last <= fresh.known_until
