"""Decisions do not wait for the record to be put together anew, and none is lost: not to a second reviewer, a running add, or a crash."""

from __future__ import annotations

import datetime as dt
import shutil
import threading
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import LOCAL, SAMPLE, options, over
from tests.views.web.review.test_review import first, form, kept, queued

from onrecord import deriving, pipeline
from onrecord.desk.deciding import Decision, decide
from onrecord.errors import RecordError
from onrecord.parse import SpacyParser
from onrecord.record import checks, open_record, queries
from onrecord.record.judgements import waiting
from onrecord.rederiving import differences
from onrecord.views.web.app import create_app
from onrecord.views.web.deriving import Background
from onrecord.views.web.record_book import RecordBook


@pytest.fixture
def path(filled: Path, tmp_path: Path) -> Path:
    """A copy of the filled record that may be judged in."""
    return Path(shutil.copy(filled, tmp_path / "record.db"))


@pytest.fixture
def book(path: Path, parser: SpacyParser) -> RecordBook:
    """It as the pages see it."""
    return RecordBook(path, parser, options)


@pytest.fixture
def desk(book: RecordBook) -> TestClient:
    """The pages over it; a form does not wait."""
    return TestClient(create_app(book), base_url=LOCAL, raise_server_exceptions=False)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch, book: RecordBook) -> threading.Event:
    """Opened, it lets the record be put together; until then the work stands still."""
    opened, real = threading.Event(), pipeline.derive

    def slow(record: object) -> None:
        assert opened.wait(60)
        real(record)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "derive", slow)
    return opened


def test_work_asked_for_while_it_runs_is_done_once_more_and_never_twice_at_once() -> None:
    going, go_on, runs = threading.Semaphore(0), threading.Semaphore(0), list[int]()

    def work() -> bool:
        runs.append(1)
        going.release()
        assert go_on.acquire(timeout=10)
        return False

    background = Background(work)
    background.ask()
    assert going.acquire(timeout=10)
    background.ask()
    background.ask()
    assert len(runs) == 1 and not background.rest(0)
    go_on.release(2)
    assert background.rest(10) and len(runs) == 2


def test_a_decision_is_stored_at_once_and_every_window_says_what_waits(desk: TestClient, book: RecordBook, path: Path, gate: threading.Event) -> None:
    page = desk.get("/review").text
    one, other = queued(page)[:2]
    after = desk.post(f"/review/statements/{one}", data=form(page, action="reject"))
    assert after.status_code == 200 and "1 decision is stored" in after.text and [j.target for j in kept(path)] == [one]
    again = desk.post(f"/review/statements/{other}", data=form(after.text, action="reject"))
    assert "2 decisions are stored" in again.text and not {one, other} & set(queued(again.text))
    second = TestClient(create_app(book), base_url=LOCAL)
    assert "2 decisions are stored" in second.get(f"/statements/{one}").text and len(second.get("/review/state.json").json()["judgements"]) == 2
    gate.set()
    assert book.settled()
    assert second.get("/review/state.json").json() == {"judgements": [], "trouble": "", "later": []}
    assert second.get(f"/statements/{one}").status_code == 404 and "stored and not in these pages" not in second.get("/review").text


def test_what_was_stored_before_a_crash_is_put_in_at_the_next_start(
    desk: TestClient, book: RecordBook, path: Path, parser: SpacyParser, monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken(_: object) -> None:
        raise RecordError("the disk is full")

    page = desk.get("/review").text
    target = first(page)
    with monkeypatch.context() as patched:
        patched.setattr(pipeline, "derive", broken)
        desk.post(f"/review/statements/{target}", data=form(page, action="reject"))
        assert book.settled() and "the disk is full" in desk.get("/review").text
    with open_record(path) as record:
        assert len(waiting(record)) == 1 and queries.statement(record, target)
    anew = RecordBook(path, parser, options)
    assert anew.waiting().judgements == ()
    with open_record(path) as record:
        assert pipeline.is_current(record) and target not in queries.snapshot(record).statements


def test_two_reviewers_and_a_running_add_lose_nothing(book: RecordBook, path: Path, parser: SpacyParser) -> None:
    with open_record(path) as record:
        targets = sorted(queries.snapshot(record).statements)[:12]
    troubles: list[BaseException] = []

    def judging(who: str, mine: list[str]) -> None:
        try:
            for target in mine:
                book.judge(Decision(action="accept", target=target, who=who))
                assert book.judgements()
        except BaseException as error:
            troubles.append(error)
            raise

    threads = [threading.Thread(target=judging, args=(who, targets[n::2])) for n, who in enumerate(("R. Silva", "M. Okafor"))]
    for thread in threads:
        thread.start()
    with open_record(path, write=True) as record:
        more = [str(p) for p in sorted(SAMPLE.iterdir())[1:4]]
        added = pipeline.add(more, record, parser, options())
    for thread in threads:
        thread.join(60)
    assert book.settled() and not troubles and added.new
    with open_record(path) as record:
        assert sorted(j.target for j in kept(path)) == targets and len(queries.reports(record)) == 4 + len(added.new)
        assert pipeline.is_current(record) and not waiting(record)
        assert checks.check(record) == () and differences(record) == ()


def test_two_reviewers_and_an_adding_on_the_pages_lose_nothing(book: RecordBook, path: Path) -> None:
    app = create_app(book)
    with open_record(path) as record:
        targets = sorted(i for i, s in queries.snapshot(record).statements.items() if s.layer != "attributions")[:8]
    troubles: list[str] = []

    def judging(who: str, mine: list[str]) -> None:
        client = TestClient(app, base_url=LOCAL, raise_server_exceptions=False)
        for target in mine:
            page = client.get(f"/review/statements/{target}").text
            answer = client.post(f"/review/statements/{target}", data=form(page, action="accept", who=who), follow_redirects=False)
            if answer.status_code != 303:
                troubles.append(answer.text)

    client = TestClient(app, base_url=LOCAL, raise_server_exceptions=False)
    files = [("files", (p.name, p.read_bytes(), "text/plain")) for p in sorted(SAMPLE.iterdir())[1:4]]
    adding = client.post("/add/files", data={"token": form(client.get("/review").text)["token"]}, files=files)
    threads = [threading.Thread(target=judging, args=(who, targets[n::2])) for n, who in enumerate(("R. Silva", "M. Okafor"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    told = over(client, adding)
    assert book.settled() and troubles == [] and "3 new, 0 already known, 0 not read" in told
    with open_record(path) as record:
        assert sorted((j.target, j.who) for j in kept(path)) == sorted((t, ("R. Silva", "M. Okafor")[n % 2]) for n, t in enumerate(targets))
        assert len(queries.reports(record)) == 7 and pipeline.is_current(record) and not waiting(record)
        assert checks.check(record) == () and differences(record) == ()


def test_a_slow_result_does_not_take_the_place_of_a_newer_one(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with open_record(path, write=True) as record:
        target, real = min(queries.snapshot(record).statements), deriving.reconciled

        def meanwhile(scene: object) -> object:
            monkeypatch.setattr(deriving, "reconciled", real)
            with open_record(path, write=True) as other:
                decide(other, Decision(action="reject", target=target, who="R. Silva"), when=dt.datetime(2025, 6, 1, tzinfo=dt.UTC))
            return real(scene)  # type: ignore[arg-type]

        monkeypatch.setattr(deriving, "reconciled", meanwhile)
        pipeline.derive(record)
        assert pipeline.is_current(record) and target not in queries.snapshot(record).statements
