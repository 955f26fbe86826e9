"""Who acts or is acted on, told by a description: both sides, a party by its own people, things that are no participants."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import EventMention, Reading

ReadText = Callable[[str], Reading]


def event(reading: Reading, word: str) -> EventMention:
    """The event whose trigger begins with *word*."""
    return next(e for e in reading.events if e.trigger_span.of(reading.report.text).startswith(word))


ACTORS = [
    ("The Talar Front holds the town. Its fighters attacked the bridge on Monday.", "attacked", ("Talar Front",)),
    ("President Ada Sol of Norland met the press. Her government released nine sailors.", "released", ("Norland",)),
    # only people by whom a party acts stand for it
    ("The Talar Front holds the town. Its founder attacked the bridge on Monday.", "attacked", ("Its founder",)),
    ("Kenya and Somalia quarrel over a river. Both sides accepted the truce on Friday.", "accepted", ("Kenya", "Somalia")),
    ("Kenya and Somalia quarrel over a river. The two countries agreed on a truce on Friday.", "agreed", ("Kenya", "Somalia")),
    # of three parties no two are both sides
    ("Both sides accepted the truce on Friday.", "accepted", ("Both sides",)),
]


@pytest.mark.parametrize(("text", "word", "actors"), ACTORS)
def test_who_acts(read_text: ReadText, text: str, word: str, actors: tuple[str, ...]) -> None:
    assert event(read_text(text), word).actors == actors


TARGETS = [
    ("Norland opened the Lesk valley to the convoy on Friday.", ()),
    ("Norland suspended the licences of the ferries on Friday.", ()),
]


@pytest.mark.parametrize(("text", "targets"), TARGETS)
def test_things_are_no_participants(read_text: ReadText, text: str, targets: tuple[str, ...]) -> None:
    assert all(t not in e.targets for e in read_text(text).events if e.type == "other" for t in ("Lesk valley", "licences of the ferries"))
    assert {e.targets for e in read_text(text).events if e.type == "other"} <= {targets}
