"""What a time may count from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from onrecord.reconcile.calendar.point import Point

DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Scene:
    """What a time may count from: the report's day and the time it leans on."""

    report: dt.date | None
    anchor: Point | None = None

    @property
    def base(self) -> dt.date | None:
        """The anchor's first day, else the report's day."""
        if self.anchor is not None:
            return self.anchor.day
        return self.report
