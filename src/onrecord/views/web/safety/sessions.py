"""Who asks, over several requests: a signed cookie, nothing kept on the server."""

from __future__ import annotations

import hashlib
import hmac
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

LASTS = 12 * 3600
"""Seconds after which a session must be begun anew."""


@dataclass(frozen=True, slots=True)
class Session:
    """One browser since it first asked, or gave its token."""

    id: str
    role: str
    """`none`, `read` or `review`."""
    begun: int
    csrf: str
    """What each form of this session carries, and no other page can know."""
    fresh: bool = False
    """Whether the browser has no cookie of it yet."""


class Sessions:
    """Sessions of one start of the program: after another start, a form of an earlier one is refused."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._key = secrets.token_bytes(32)
        self._clock = clock

    def start(self, role: str) -> Session:
        """A new session."""
        identity, begun = secrets.token_urlsafe(18), int(self._clock())
        return Session(identity, role, begun, self._signed("form", identity, role, str(begun)), fresh=True)

    def cookie(self, session: Session) -> str:
        """The value of the cookie of a session."""
        told = (session.id, session.role, str(session.begun))
        return ".".join((*told, self._signed("session", *told)))

    def found(self, cookie: str) -> Session | None:
        """The session of a cookie; None where we did not sign it, or too long ago."""
        parts = cookie.split(".")
        if len(parts) != 4 or not cookie.isascii():
            return None
        identity, role, begun, signature = parts
        if not hmac.compare_digest(signature, self._signed("session", identity, role, begun)):
            return None
        if self._clock() - int(begun) > LASTS:
            return None
        return Session(identity, role, int(begun), self._signed("form", identity, role, begun))

    def _signed(self, *parts: str) -> str:
        return hmac.new(self._key, "\x1f".join(parts).encode(), hashlib.sha256).hexdigest()
