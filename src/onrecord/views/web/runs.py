"""Adding behind the pages: one run at a time, told how far it is, its outcome kept for a while after it ended."""

from __future__ import annotations

import logging
import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, replace

from onrecord.adding import Progress
from onrecord.errors import InputError, OnRecordError, refusal
from onrecord.types.changes import Changes

LOG = logging.getLogger("onrecord.web")
MOST_WAITING = 8
"""Runs that are not over; each holds what was sent, up to the largest form."""
MOST_KEPT = 40
"""Runs that are remembered with their outcome."""
MISTAKE = "a mistake in onrecord, told where the server runs"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a run did."""

    told: str
    """In words."""
    new: int = 0
    known: int = 0
    unreadable: int = 0
    again: int = 0
    """Reports that were read again."""
    problems: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    """Ids of the reports that are new."""
    changes: Changes | None = None
    """What it changed; None where the record was empty before, or nothing came into it."""


@dataclass(frozen=True, slots=True)
class Run:
    """One adding as it stands now."""

    id: str
    what: str
    """What was sent, in words."""
    read: int = 0
    """Reports read so far."""
    last: str = ""
    """Name of the report that was read last."""
    outcome: Outcome | None = None
    trouble: str = ""
    """Why it did not come to its end, in words; what was read by then is in the record."""

    @property
    def over(self) -> bool:
        """Whether nothing more comes of it."""
        return self.outcome is not None or bool(self.trouble)


class Runs:
    """All runs of one start of the program."""

    def __init__(self) -> None:
        self._found: OrderedDict[str, Run] = OrderedDict()
        self._turn = threading.Lock()
        self._state = threading.Condition()

    def begin(self, what: str, work: Callable[[Progress], Outcome]) -> str:
        """Has *work* done as soon as the runs before it are over; the id of the run. InputError where too many wait."""
        run = Run(secrets.token_hex(8), what)
        with self._state:
            if sum(not r.over for r in self._found.values()) >= MOST_WAITING:
                raise InputError(f"{MOST_WAITING} addings are under way already; wait until one of them is over, then send it again")
            self._found[run.id] = run
            for old in [i for i, r in self._found.items() if r.over][: max(0, len(self._found) - MOST_KEPT)]:
                del self._found[old]
        threading.Thread(target=self._do, args=(run.id, work), name="onrecord-adding", daemon=True).start()
        return run.id

    def run(self, identity: str) -> Run:
        """The run with this id; KeyError for none, and for one that is no longer remembered."""
        with self._state:
            return self._found[identity]

    def rest(self, identity: str, seconds: float) -> bool:
        """Waits until a run is over; False where that takes longer."""
        with self._state:
            return self._state.wait_for(lambda: self._found[identity].over, seconds)

    def _do(self, identity: str, work: Callable[[Progress], Outcome]) -> None:
        def told(done: int, name: str) -> None:
            self._set(identity, read=done, last=name)

        with self._turn:
            try:
                outcome = work(told)
            except OnRecordError as error:
                LOG.error("adding came to no end: %s", error)
                self._set(identity, trouble=str(error))
            except OSError as error:
                LOG.error("adding was refused by the system", exc_info=error)
                self._set(identity, trouble=f"a file of the server: {refusal(error)}")
            except BaseException:
                self._set(identity, trouble=MISTAKE)
                raise
            else:
                self._set(identity, outcome=outcome)

    def _set(self, identity: str, **values: object) -> None:
        with self._state:
            self._found[identity] = replace(self._found[identity], **values)  # type: ignore[arg-type]
            self._state.notify_all()
