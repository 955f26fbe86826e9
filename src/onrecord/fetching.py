"""Pages fetched from their address, only where a person asks for it (`--fetch`): the one place that opens the network."""

from __future__ import annotations

import ipaddress
import socket
import time
from dataclasses import dataclass
from types import ModuleType
from typing import Any
from urllib.parse import urljoin, urlsplit

from onrecord.errors import ReportError
from onrecord.read.form import extra

REDIRECTS = frozenset({301, 302, 303, 307, 308})
AGENT = "onrecord (a reader of reports; fetches what its user names)"


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How far fetching goes before it is given up."""

    max_bytes: int = 50_000_000
    seconds: float = 60.0
    """For one address with all its redirects."""
    silence: float = 15.0
    """Seconds to wait for a connection, and between two pieces."""
    max_redirects: int = 5
    private: bool = False
    """Whether addresses inside one's own network may be asked; for tests, never for what stands in a report."""


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Gives what stands at an address, and the address at which it was found at last."""

    options: FetchOptions = FetchOptions()

    def __call__(self, url: str) -> tuple[str, bytes]:
        """(address, bytes); ReportError where it cannot be had, with what to do."""
        httpx = extra("httpx", "--fetch")
        until = time.monotonic() + self.options.seconds
        # No proxy and no password file of the environment: what is asked is what the person named.
        with httpx.Client(follow_redirects=False, timeout=self.options.silence, trust_env=False, headers={"User-Agent": AGENT}) as client:
            for _ in range(self.options.max_redirects + 1):
                check_address(url, self.options)
                try:
                    with client.stream("GET", url) as answer:
                        check_peer(answer, self.options)
                        if answer.status_code not in REDIRECTS:
                            return url, content(answer, until, self.options)
                        url = urljoin(url, answer.headers.get("Location", ""))
                except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
                    raise ReportError(f"cannot be fetched ({described(error, httpx)}); save the page from a browser and give the file") from error
        raise ReportError(f"more than {self.options.max_redirects} redirects; give the address at which the page stands", kind="limit")


def described(error: Exception, httpx: ModuleType) -> str:
    """An error of the client in words."""
    return "no answer in time" if isinstance(error, httpx.TimeoutException) else str(error) or type(error).__name__


def check_address(url: str, options: FetchOptions) -> None:
    """ReportError for an address that is none of the web, or lies in somebody's own network, whatever its name says."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise ReportError(f"{url!r} is no address ({error}); give it as https://…") from error
    if parts.scheme not in ("http", "https") or not host:
        raise ReportError(f"{url!r} is no address of the web; only http and https are fetched")
    try:
        found = socket.getaddrinfo(host, port or 443, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ReportError(f"there is no host {host} ({error}); look at the spelling and the connection") from error
    for *_, place in found:
        check_public(str(place[0]), options)


def check_peer(answer: Any, options: FetchOptions) -> None:
    """The same for the machine that answered: a name may lead elsewhere the second time that it is looked up."""
    stream = answer.extensions.get("network_stream")
    peer = stream.get_extra_info("server_addr") if stream is not None else None
    if peer:
        check_public(str(peer[0]), options)


def check_public(address: str, options: FetchOptions) -> None:
    """ReportError for an address of a private or local network."""
    place = ipaddress.ip_address(address.partition("%")[0])
    mapped = getattr(place, "ipv4_mapped", None) or place
    if not options.private and (not mapped.is_global or mapped.is_multicast):
        raise ReportError(f"leads to {address}, inside a private network, and is not fetched; save the page from a browser and give the file")


def content(answer: Any, until: float, options: FetchOptions) -> bytes:
    """The bytes of an answer, unpacked; ReportError for another status than 200, for too much, and for too slow."""
    if answer.status_code != 200:
        raise ReportError(f"the server answered {answer.status_code}; look at the address in a browser, save the page and give the file")
    parts, size = [], 0
    for part in answer.iter_bytes():
        size += len(part)
        if size > options.max_bytes:
            raise ReportError(f"larger than {options.max_bytes:,} bytes; save it and give the file, or raise `max_bytes` in the settings", kind="too_large")
        if time.monotonic() > until:
            raise ReportError(f"took longer than {options.seconds:g} seconds; save the page from a browser and give the file", kind="limit")
        parts.append(part)
    return b"".join(parts)
