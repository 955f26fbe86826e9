"""A record of a few invented reports behind the pages, and a served copy of it for a real browser."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from fastapi.testclient import TestClient
from httpx import Response

from onrecord import pipeline
from onrecord.parse import SpacyParser
from onrecord.pipeline import AddOptions, ReadOptions
from onrecord.record import open_record
from onrecord.views.web.app import create_app
from onrecord.views.web.record_book import RecordBook

LOCAL = "http://127.0.0.1:8000"
"""An address that the pages answer to; they refuse to be opened by a name that is not theirs."""
SAMPLE = Path(__file__).parents[3] / "sample" / "reports"
NAMES = ("01-northern-post-seizure.txt", "10-northern-post-second-group.txt", "11-northern-post-collapse.txt")
HOSTILE = (
    "<script>alert(1)</script> says \"<img src=x onerror=alert(2)>\"\n\nMarch 9, 2025\n\n"
    "A spokesman for the River Army said on Saturday that it was holding <b>12</b> soldiers\u202e and \u200bwould free them.\n\n" + "x" * 10_000 + "\n"
)


def options(outlet: str | None = None, published: str | None = None) -> AddOptions:
    """How the tests add: at a fixed moment."""
    return AddOptions("2025-06-01T12:00:00+00:00", reading=ReadOptions(published=published, outlet=outlet))


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """A record of three reports of the sample and one hostile one; not to be written to."""
    home = tmp_path_factory.mktemp("web")
    (home / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    path = home / "record.db"
    with open_record(path, write=True) as record:
        pipeline.add([*(str(SAMPLE / n) for n in NAMES), str(home / "hostile.txt")], record, parser, options("<i>Daily</i>"))
    return path


@pytest.fixture(scope="session")
def client(filled: Path, parser: SpacyParser) -> TestClient:
    """The pages of the filled record."""
    return TestClient(create_app(RecordBook(filled, parser, options)), base_url=LOCAL, raise_server_exceptions=False)


@pytest.fixture
def empty(tmp_path: Path, parser: SpacyParser) -> TestClient:
    """The pages of a record without reports."""
    return TestClient(create_app(RecordBook(tmp_path / "empty.db", parser, options)), base_url=LOCAL, raise_server_exceptions=False)


@pytest.fixture(scope="session")
def address(filled: Path, parser: SpacyParser) -> Iterator[str]:
    """The filled record served on this machine."""
    with served(filled, parser) as found:
        yield found


class Settled(TestClient):
    """The pages of a book, each form followed by the record's being put together anew."""

    def __init__(self, book: RecordBook) -> None:
        super().__init__(create_app(book), base_url=LOCAL, raise_server_exceptions=False)
        self.book = book

    def post(self, url: Any, **more: Any) -> Response:
        """Sends a form, and goes where it leads when what it decided is in the pages."""
        follow = more.pop("follow_redirects", True)
        answer = super().post(url, follow_redirects=False, **more)
        assert self.book.settled()
        return self.get(answer.headers["location"]) if follow and answer.is_redirect else answer


def over(client: TestClient, answer: Response) -> str:
    """The page of an adding when that is over."""
    for _ in range(1200):
        if 'id="run"' not in answer.text:
            break
        time.sleep(0.05)
        answer = client.get(answer.url.path)
    return answer.text


@contextmanager
def served(record: Path, parser: SpacyParser) -> Iterator[str]:
    """The address of *record* served on this machine, as long as the block lasts."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = uvicorn.Server(uvicorn.Config(create_app(RecordBook(record, parser, options)), port=port, log_level="error"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    for _ in range(100):
        if server.started:
            break
        time.sleep(0.1)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(timeout=10)


@pytest.fixture(scope="session")
def whole_record(tmp_path_factory: pytest.TempPathFactory, parser: SpacyParser) -> Path:
    """A record of the whole sample; not to be written to."""
    path = tmp_path_factory.mktemp("whole") / "record.db"
    with open_record(path, write=True) as record:
        pipeline.add([str(SAMPLE)], record, parser, options())
    return path


@pytest.fixture(scope="session")
def whole(whole_record: Path, parser: SpacyParser) -> Iterator[str]:
    """The whole sample served on this machine."""
    with served(whole_record, parser) as found:
        yield found
