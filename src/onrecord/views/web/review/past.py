"""What people decided, in words, with whether it holds and where it leads."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from onrecord.reconcile.judged import anchor, standing
from onrecord.reconcile.judged_added import KINDS
from onrecord.reconcile.judged_origins import LAYER as ORIGIN
from onrecord.reconcile.judged_reports import LAYER as WHOLE
from onrecord.types import Judgement

AN_ID = re.compile(r"[0-9a-f]{12,}")
SHOWN = 12
"""Digits of an id that are shown."""
PAGES = {"event": "events", "entity": "entities", "negotiation": "negotiations", ORIGIN: "reports", WHOLE: "reports", **dict.fromkeys(KINDS, "statements")}
"""Where the thing that a judgement is about has its page of review, by layer."""


@dataclass(frozen=True, slots=True)
class Past:
    """One judgement with whether it holds."""

    judgement: Judgement
    holds: bool

    @property
    def action(self) -> str:
        """What was done, in words."""
        return "set aside" if self.judgement.layer == WHOLE else self.judgement.action

    @property
    def value(self) -> str:
        """What it puts in the place of what was there, in words; ids are cut."""
        judgement = self.judgement
        if judgement.layer == ORIGIN:
            told = anchor(judgement)
            return f"{told['names'][0]} – {told['names'][1]}: {told['kind']}"
        if judgement.layer == WHOLE:
            return ", ".join(anchor(judgement)["names"])
        return words_of(json.loads(judgement.value)) if judgement.value else ""

    @property
    def href(self) -> str:
        """The page of what it is about; empty where that has none."""
        page = PAGES.get(self.judgement.layer or "") if self.judgement.action != "undo" else None
        return f"/review/{page}/{self.judgement.target}" if page else ""


def words_of(value: Any) -> str:
    """A value as a person reads it: fields with their values, names with commas between."""
    if isinstance(value, dict):
        return "; ".join(f"{name.replace('_', ' ')}: {words_of(v)}" for name, v in value.items())
    if isinstance(value, list):
        return ", ".join(map(words_of, value))
    words = "none" if value is None else str(value)
    return words[:SHOWN] if AN_ID.fullmatch(words) else words


def past(judged: Sequence[Judgement]) -> tuple[Past, ...]:
    """Judgements, the last first, each with whether nobody has undone it."""
    holding = {j.id for j in standing(judged)}
    undone = {j.target for j in judged if j.action == "undo" and not any(k.action == "undo" and k.target == j.id for k in judged)}
    return tuple(Past(j, j.id in holding if j.action != "undo" else j.target in undone) for j in reversed(judged))
