"""The event lexicons hold together: every class, type and test that a frame names exists."""

from __future__ import annotations

from typing import get_args

import pytest

from onrecord.annotate.events.lexicons import rules
from onrecord.annotate.lexicon import lexicon
from onrecord.types import EventType, Factuality

COMPUTED = {"people", "party", "place", "money"}


@pytest.mark.parametrize("kind", ["verb", "noun"])
def test_every_entry_has_a_known_type_and_words(kind: str) -> None:
    for row in lexicon(f"events_{kind}s")[kind]:
        assert row["type"] in get_args(EventType), row
        assert row["words"], row
        assert set(row.get("not_factuality", ())) <= set(get_args(Factuality)), row


@pytest.mark.parametrize("kind", ["verb", "noun"])
def test_every_class_that_must_fit_exists(kind: str) -> None:
    classes = set(lexicon("events_classes")) | COMPUTED
    for row in lexicon(f"events_{kind}s")[kind]:
        for section in ("subject", "of"):
            assert set(row.get(section, ())) <= classes | {"body"}, (row["type"], row["words"][:2], section)


@pytest.mark.parametrize("name", ["events_classes", "events_domains"])
def test_every_section_has_a_note_and_no_word_twice(name: str) -> None:
    for title, section in lexicon(name).items():
        assert section["note"], title
        assert section["words"], title


def test_every_type_of_the_guide_can_be_read() -> None:
    found = {r.type for kind in ("verb", "noun") for entries in rules(kind).values() for r, _ in entries}
    assert found == set(get_args(EventType))
