"""What was looked at is made once, and nobody who asks for something else waits for it."""

from __future__ import annotations

import datetime as dt
import threading

import pytest

from onrecord.errors import RecordError
from onrecord.types import Snapshot
from onrecord.views.web.scopes import KEPT, Key, Scopes
from onrecord.views.web.seen import Seen

WHOLE: Key = ("v1", None, None)
EARLIER: Key = ("v1", dt.date(2031, 5, 1), None)


def seen(key: Key) -> Seen:
    """What is seen in a scope."""
    return Seen(Snapshot(), str(key), ())


def test_an_earlier_day_that_is_being_reconciled_keeps_nobody_from_the_other_pages() -> None:
    scopes, began, go_on, made = Scopes(), threading.Event(), threading.Event(), list[Key]()
    scopes.put(WHOLE, seen(WHOLE))

    def slowly(key: Key) -> Seen:
        made.append(key)
        began.set()
        assert go_on.wait(10)
        return seen(key)

    found: list[Seen] = []
    asking = [threading.Thread(target=lambda: found.append(scopes.found(EARLIER, slowly))) for _ in range(3)]
    for thread in asking:
        thread.start()
    assert began.wait(10)
    assert scopes.found(WHOLE, slowly).version == str(WHOLE)
    go_on.set()
    for thread in asking:
        thread.join(10)
    assert made == [EARLIER], "those who ask for it meanwhile get what the first one makes"
    assert len({id(s) for s in found}) == 1 and len(found) == 3


def test_what_could_not_be_made_is_tried_again_at_the_next_asking() -> None:
    def fails(key: Key) -> Seen:
        raise RecordError("the disk is full")

    scopes = Scopes()
    with pytest.raises(RecordError):
        scopes.found(WHOLE, fails)
    assert scopes.found(WHOLE, seen).version == str(WHOLE)


def test_the_whole_is_kept_until_the_record_changes_and_of_the_rest_the_last() -> None:
    scopes, made = Scopes(), list[Key]()

    def noted(key: Key) -> Seen:
        made.append(key)
        return seen(key)

    earlier: list[Key] = [("v1", dt.date(2031, 5, n + 1), None) for n in range(KEPT + 1)]
    for key in (WHOLE, *earlier, WHOLE, earlier[-1], earlier[0]):
        scopes.found(key, noted)
    assert made == [WHOLE, *earlier, earlier[0]]
    scopes.only("v2")
    scopes.found(WHOLE, noted)
    assert made[-1] == WHOLE
