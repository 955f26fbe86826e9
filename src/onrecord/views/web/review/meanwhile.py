"""What was decided since a page of review was opened, for the page to say so before anything is sent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.types import Judgement
from onrecord.views.web.book import Waiting
from onrecord.views.web.review.past import Past


@dataclass(frozen=True, slots=True)
class Later:
    """One decision that the page cannot show."""

    id: str
    who: str
    action: str
    """What was done, in words; of an undoing, what was undone."""
    about: str
    """Id of the thing that it is about; of an undoing, of what is undone."""


@dataclass(frozen=True, slots=True)
class State:
    """What an open page asks for every few seconds."""

    judgements: tuple[str, ...]
    """Ids of what was decided and is not in the pages yet."""
    trouble: str
    later: tuple[Later, ...] = ()
    """What was decided after the last decision that the page could show, what coders found left out."""


def state(judged: Sequence[Judgement], waiting: Waiting, seen: str | None) -> State:
    """The state for a page that could show the decision with the id *seen* as the last, "" for none; None where the page asks for nothing later."""
    if seen is None:
        return State(waiting.judgements, waiting.trouble)
    by_id = {j.id: j for j in judged}
    at = next((n for n, j in enumerate(judged, 1) if j.id == seen), 0)
    return State(waiting.judgements, waiting.trouble, tuple(told(j, by_id) for j in judged[at:] if j.action != "code"))


def told(judgement: Judgement, by_id: dict[str, Judgement]) -> Later:
    """A decision with the thing that it is about in the end."""
    about, undone = judgement, 0
    while about.action == "undo" and about.target in by_id:
        about, undone = by_id[about.target], undone + 1
    return Later(judgement.id, judgement.who, "undo of " * undone + Past(about, holds=True).action, about.target)
