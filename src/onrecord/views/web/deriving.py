"""Work behind the pages, the putting together anew of the record above all: one thread at a time, begun when asked for, gone when nothing waits."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable

from onrecord.errors import OnRecordError

LOG = logging.getLogger("onrecord.web")


class Background:
    """Does a piece of work as often as it is asked for, never twice at once; askings that come while it runs are answered by one more run."""

    def __init__(self, work: Callable[[], bool]) -> None:
        """*work* gives whether more came meanwhile that it did not do."""
        self._work = work
        self._asked = False
        self._running = False
        self._state = threading.Condition()
        self.trouble = ""
        """Why the last run did not come to its end, in words; empty where it did."""

    def ask(self) -> None:
        """Has the work done soon; returns at once."""
        with self._state:
            self._asked = True
            if not self._running:
                self._running = True
                threading.Thread(target=self._run, name="onrecord-deriving", daemon=True).start()

    def rest(self, seconds: float) -> bool:
        """Waits until nothing is done or asked for; False where that takes longer."""
        with self._state:
            return self._state.wait_for(lambda: not self._running, seconds)

    def _run(self) -> None:
        while self._begins():
            more, trouble = False, ""
            try:
                more = self._work()
            except OnRecordError as error:
                LOG.error("the record was not put together anew: %s", error)
                trouble = str(error)
            except BaseException:
                self._ends("a mistake in onrecord, told where the server runs")
                raise
            with self._state:
                self.trouble = trouble
                self._asked = self._asked or more

    def _begins(self) -> bool:
        """Takes the next asking; where there is none, the thread is over."""
        with self._state:
            asked, self._asked = self._asked, False
            self._running = asked
            self._state.notify_all()
            return asked

    def _ends(self, trouble: str) -> None:
        with self._state:
            self.trouble, self._running = trouble, False
            self._state.notify_all()
