"""The scopes of a record that were looked at, kept until it changes: each is made once, and while one is made the others are given."""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Callable

from onrecord.views.web.seen import Seen

KEPT = 8
"""How many scopes other than the whole are kept until the record changes."""
Key = tuple[str, dt.date | None, str | None]
"""Fingerprint of what was derived, as-of day, negotiation."""


class Scopes:
    """What was seen of a record, by scope; those not asked for longest give way. An earlier day is reconciled anew, which takes seconds."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: dict[Key, Seen] = {}
        self._making: dict[Key, threading.Lock] = {}
        """Scopes that are being made, each with the lock that those who ask for it meanwhile wait for."""

    def found(self, key: Key, make: Callable[[Key], Seen]) -> Seen:
        """What is kept under *key*, made where it is not. *make* may ask for other scopes."""
        with self._lock:
            if key in self._kept:
                return self._touched(key)
            making = self._making.setdefault(key, threading.Lock())
        with making:
            with self._lock:
                if key in self._kept:
                    return self._touched(key)
            try:
                self.put(key, make(key))
            finally:
                with self._lock:
                    self._making.pop(key, None)
            with self._lock:
                return self._touched(key)

    def put(self, key: Key, seen: Seen) -> None:
        """Keeps what was made elsewhere."""
        with self._lock:
            self._kept[key] = seen

    def only(self, version: str) -> None:
        """Forgets what was seen of other versions of the record."""
        with self._lock:
            for key in [k for k in self._kept if k[0] != version]:
                del self._kept[key]

    def _touched(self, key: Key) -> Seen:
        """What is kept under *key*, as what was asked for last."""
        found = self._kept.pop(key)
        self._kept[key] = found
        for old in [k for k in self._kept if k[1:] != (None, None)][:-KEPT]:
            del self._kept[old]
        return found
