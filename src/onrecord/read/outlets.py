"""Names of outlets by the host of an address: a small open table that grows by configuration."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from onrecord.read.lexicon import lexicon

HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)


def host_of(url: str | None) -> str | None:
    """The host of an address in lower case, without `www.`; None where there is none."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def is_host(name: str) -> bool:
    """Whether a name is a host ("herald.example") and no name."""
    return HOST.fullmatch(name.strip()) is not None


def by_host(host: str | None, own: Iterable[tuple[str, str]] = ()) -> str | None:
    """The outlet at a host or at the domain above it, first by a person's *own* table; None where no table has it."""
    if not host:
        return None
    tables = ({h.lower(): name for h, name in own}, lexicon("outlets")["outlets"])
    parts = host.lower().removeprefix("www.").split(".")
    for table in tables:
        for start in range(len(parts) - 1):
            if name := table.get(".".join(parts[start:])):
                return str(name)
    return None


def outlet_name(said: str | None, url: str | None, default: str | None, own: Iterable[tuple[str, str]] = ()) -> str | None:
    """The name under which a report's outlet is kept: as said, else by the table, else *default*; a bare host only where nothing else is known."""
    if said and not is_host(said):
        return said
    return by_host(said.strip() if said else host_of(url), own) or default or (said.strip().lower().removeprefix("www.") if said else None)
