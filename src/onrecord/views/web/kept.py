"""Answers of one version of the record, within a fixed room."""

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
    """Answers by address, all of one version: those of an earlier one are let go at once, of one version those not asked for longest go first."""

    def __init__(self, room: int = ROOM) -> None:
        self.start = secrets.token_hex(8)
        """Names this start of the program, whose templates may be newer than what a browser keeps."""
        self._room = room
        self._size = 0
        self._version = ""
        self._found: OrderedDict[str, Answer] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, version: str, address: str) -> Answer | None:
        """The answer at *address*, if it is kept in this version."""
        with self._lock:
            if version == self._version and address in self._found:
                self._found.move_to_end(address)
                return self._found[address]
            return None

    def put(self, version: str, address: str, answer: Answer) -> None:
        """Keeps an answer, unless it alone would take an eighth of the room."""
        if len(answer.body) > self._room // 8:
            return
        with self._lock:
            if version != self._version:
                self._version, self._size = version, 0
                self._found.clear()
            if address not in self._found:
                self._found[address] = answer
                self._size += len(answer.body)
            while self._size > self._room:
                self._size -= len(self._found.popitem(last=False)[1].body)
