"""The token that every form of ours carries, so that no page of somebody else can send one."""

from __future__ import annotations

import hmac
import secrets
from dataclasses import dataclass, field

from onrecord.errors import InputError


@dataclass(frozen=True, slots=True)
class Token:
    """One secret a start of the program."""

    value: str = field(default_factory=lambda: secrets.token_urlsafe(24))

    def checked(self, given: str) -> None:
        """InputError unless the form carries it."""
        if not hmac.compare_digest(given.encode(), self.value.encode()):
            raise InputError("the form is from an earlier start of the program; open the page again and send it once more")
