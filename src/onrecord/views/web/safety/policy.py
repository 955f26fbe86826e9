"""The rules as values: headers of every answer, names that this server answers to, limits, tokens."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass, field

HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "private, no-cache",
}
"""Nothing from elsewhere, nothing inline. `same-origin` and not `no-referrer`: the latter makes browsers send forms with `Origin: null`."""
FILE_POLICY = "script-src 'none'; object-src 'none'; frame-src 'none'; connect-src 'none'; form-action 'none'; base-uri 'none'"
"""What a page that is a file says of itself, where no server says more: nothing in it is run, sent or fetched. Its style sheet and links stay."""
LOCAL_NAMES = frozenset({"localhost"})


@dataclass(frozen=True, slots=True)
class Rate:
    """So many requests at once, and so many a second after that."""

    burst: int
    per_second: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one client may ask; far above what a person at a browser does."""

    form: int = 1_000_000
    """Bytes of a form."""
    adding: int = 64_000_000
    """Bytes of a form that adds reports."""
    seconds: float = 120.0
    """How long a form may take to arrive."""
    posts: Rate = Rate(60, 2.0)
    searches: Rate = Rate(120, 4.0)
    entering: Rate = Rate(5, 0.1)
    """Tries of a token."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Safety:
    """Who may ask: on this machine anybody at it; elsewhere who holds a token."""

    tokens: Mapping[str, str] | None = None
    """Hash of the token by role (`read`, `review`); None asks for none, which is for this machine only."""
    names: frozenset[str] = LOCAL_NAMES
    """Names of hosts that this server answers to, besides addresses written in digits."""
    limits: Limits = field(default_factory=Limits)

    def answers_to(self, host: str) -> bool:
        """Whether the Host of a request is ours; a name that somebody else let point here (DNS rebinding) is not."""
        name = hostname(host)
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return name in self.names
        return address.is_loopback or self.tokens is not None


def hostname(host: str) -> str:
    """The name in `name:port`, in lower case, without the brackets of an address."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()
