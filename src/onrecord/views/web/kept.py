"""Answers kept until the record changes, within a fixed room."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from dataclasses import dataclass

ROOM = 64_000_000
"""Bytes of answers that are kept; a page of a record of 10,000 reports has a tenth to a half of a million."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One page as it was sent."""

    body: bytes
    media_type: str


class Answers:
    """Answers by version and address; those not asked for longest go first."""

    def __init__(self, room: int = ROOM) -> None:
        self.start = secrets.token_hex(8)
        """Names this start of the program, whose templates may be newer than what a browser keeps."""
        self._room = room
        self._size = 0
        self._found: OrderedDict[str, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: str) -> Answer | None:
        """The answer under *key*, if it is kept."""
        with self._lock:
            if key in self._found:
                self._found.move_to_end(key)
            return self._found.get(key)

    def put(self, key: str, answer: Answer) -> None:
        """Keeps an answer, unless it alone would take an eighth of the room."""
        if len(answer.body) > self._room // 8:
            return
        with self._lock:
            if key not in self._found:
                self._found[key] = answer
                self._size += len(answer.body)
            while self._size > self._room:
                self._size -= len(self._found.popitem(last=False)[1].body)
