"""How often one client may ask: a bucket of tokens each, which fills with time."""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from onrecord.views.web.safety.policy import Rate

MOST_CLIENTS = 4096
"""Clients remembered; who has not asked for longest is forgotten, so that no number of clients fills the memory."""


class Buckets:
    """One bucket a client and rate."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._found: OrderedDict[tuple[str, Rate], tuple[float, float]] = OrderedDict()
        self._lock = threading.Lock()

    def wait(self, client: str, rate: Rate) -> float:
        """Seconds until this client may ask, 0 where it may now; asking takes one token."""
        with self._lock:
            now = self._clock()
            left, when = self._found.pop((client, rate), (float(rate.burst), now))
            left = min(float(rate.burst), left + (now - when) * rate.per_second)
            allowed = left >= 1
            self._found[(client, rate)] = (left - 1 if allowed else left, now)
            while len(self._found) > MOST_CLIENTS:
                self._found.popitem(last=False)
        return 0.0 if allowed else (1 - left) / rate.per_second
