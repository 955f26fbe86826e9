"""Fetching, against a server of the test's own: off unless asked for, bounded in size, time and redirects, never into a private network."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from onrecord.errors import ReportError
from onrecord.fetching import Fetcher, FetchOptions, check_public
from onrecord.read import iter_reports

PAGE = (Path(__file__).parent / "read" / "fixtures" / "html-saved-page.html").read_bytes()
BARE = PAGE.replace(b'<link rel="canonical" href="https://kestrelpost.example/world/ferry-talks-third">', b"")


class Pages(BaseHTTPRequestHandler):
    """What stands at each path."""

    def do_GET(self) -> None:
        path = self.path.strip("/")
        if path == "loop":
            self.answer(302, b"", Location="/loop")
        elif path == "moved":
            self.answer(301, b"", Location="/page.html")
        elif path == "elsewhere":
            self.answer(302, b"", Location="file:///etc/hostname")
        elif path == "bomb":
            self.answer(200, gzip.compress(bytes(5_000_000)), **{"Content-Encoding": "gzip"})
        elif path == "slow":
            self.send_response(200)
            self.end_headers()
            for _ in range(40):
                self.wfile.write(b"<p>.</p>")
                self.wfile.flush()
                time.sleep(0.05)
        else:
            self.answer(200 if path == "page.html" else 404, BARE)

    def answer(self, status: int, body: bytes, **headers: str) -> None:
        """One answer."""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Pages) as running:
        threading.Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_port}"
        running.shutdown()


HERE = FetchOptions(private=True, max_bytes=1_000_000, seconds=1.0, max_redirects=3)


@pytest.mark.parametrize("path", ["page.html", "moved"])
def test_a_page_is_read_with_the_address_at_which_it_was_found(server: str, path: str) -> None:
    (result,) = iter_reports([f"{server}/{path}"], fetch=Fetcher(HERE))
    assert result.report is not None
    assert (result.report.url, result.report.outlet, result.raw) == (f"{server}/page.html", "Kestrel Post", BARE)


@pytest.mark.parametrize(
    ("path", "kind", "seen"),
    [
        ("none", "unreadable", "answered 404"), ("loop", "limit", "more than 3 redirects"), ("elsewhere", "unreadable", "no address of the web"),
        ("bomb", "too_large", "larger than 1,000,000 bytes"), ("slow", "limit", "took longer than 1 seconds"),
    ],
)
def test_what_cannot_be_fetched_is_a_problem(server: str, path: str, kind: str, seen: str) -> None:
    (result,) = iter_reports([f"{server}/{path}"], fetch=Fetcher(HERE))
    assert [(p.kind, p.lost, p.where) for p in result.problems] == [(kind, True, f"{server}/{path}")]
    assert seen in result.problems[0].message


def test_nothing_is_fetched_unless_it_is_asked_for(server: str) -> None:
    (result,) = iter_reports([f"{server}/page.html"])
    assert [p.kind for p in result.problems] == ["missing"]
    assert "nothing is fetched unless --fetch is given" in result.problems[0].message


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "10.1.2.3", "169.254.169.254", "[::ffff:192.168.1.1]", "2130706433"])
def test_a_private_address_is_refused_whatever_it_is_called(host: str) -> None:
    with pytest.raises(ReportError, match=r"private network|no host"):
        Fetcher()(f"http://{host}:1/")


@pytest.mark.parametrize("url", ["http://", "https://[", "http://host:port/"])
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(ReportError, match="no address"):
        Fetcher()(url)


def test_a_public_address_is_no_private_one() -> None:
    check_public("8.8.8.8", FetchOptions())
