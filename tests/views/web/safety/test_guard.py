"""Nobody from elsewhere asks without a token, no other site sends a form, nothing too large, too fast or too slow comes in, and errors tell no trace."""

from __future__ import annotations

import asyncio
import errno
import logging
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException
from tests.views.web.conftest import LOCAL, options

from onrecord.parse import SpacyParser
from onrecord.views.web.app import create_app
from onrecord.views.web.record_book import RecordBook
from onrecord.views.web.safety import Limits, Safety
from onrecord.views.web.safety.buckets import Buckets
from onrecord.views.web.safety.guard import metered
from onrecord.views.web.safety.policy import Rate
from onrecord.views.web.safety.sessions import LASTS, Sessions
from onrecord.views.web.safety.tokens import beside, hashed, known, made

TOKENS = {"read": hashed("r" * 20), "review": hashed("w" * 20)}
Opened = Callable[..., TestClient]


@pytest.fixture
def opened(filled: Path, parser: SpacyParser) -> Opened:
    """A client of its own for the filled record, with other rules where they are given."""

    def make(safety: Safety | None = None, base: str = LOCAL) -> TestClient:
        return TestClient(create_app(RecordBook(filled, parser, options), safety), base_url=base, raise_server_exceptions=False, follow_redirects=False)

    return make


def csrf(client: TestClient, path: str = "/add") -> str:
    """The token in the page's form."""
    found = re.search(r'name="token" value="([^"]+)"', client.get(path).text)
    assert found
    return found[1]


def entered(client: TestClient, token: str) -> TestClient:
    """The same client after it gave a token."""
    assert client.post("/enter", data={"token": csrf(client, "/enter"), "given": token}).status_code == 303
    return client


@pytest.mark.parametrize(("host", "status"), [
    ("127.0.0.1:8000", 200), ("localhost", 200), ("[::1]:8000", 200), ("LOCALHOST:1", 200),
    ("evil.example:8000", 403), ("127.0.0.1.evil.example", 403), ("192.168.0.7", 403), ("", 403), ("localhost.evil.example", 403), ("[::1", 200),
])
def test_a_name_that_somebody_let_point_here_is_not_answered(opened: Opened, host: str, status: int) -> None:
    answer = opened().get("/disputes", headers={"Host": host})
    assert answer.status_code == status
    assert ("Northern Post" in answer.text) <= (status == 200)


@pytest.mark.parametrize("headers", [
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:8001"}, {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://127.0.0.1:8000.evil.example"},
])
def test_a_form_from_another_site_is_refused_even_with_the_right_token(opened: Opened, headers: dict[str, str]) -> None:
    client = opened()
    answer = client.post("/add/text", data={"token": csrf(client), "text": "x"}, headers=headers)
    assert answer.status_code == 403 and "another site" in answer.text


def posts(client: TestClient) -> list[str]:
    """Every address that takes a form."""
    routes = client.app.routes  # type: ignore[attr-defined]
    return [re.sub(r"\{[^}]*\}", "x", str(r.path)) for r in routes if "POST" in (getattr(r, "methods", None) or ())]


def test_every_form_asks_for_the_token_of_its_session(opened: Opened) -> None:
    client, other = opened(), opened()
    found = posts(client)
    assert {"/add/text", "/add/files", "/add/sample"} <= set(found)
    for path in found:
        for token in ("", "guessed", "é\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"), csrf(other)):
            assert client.post(path, data={"token": token}).status_code == 403, path


def test_a_page_that_is_kept_for_all_carries_the_token_of_each_reader(opened: Opened) -> None:
    client = opened()
    first = csrf(client, "/new")
    assert first == csrf(client, "/new") == csrf(client, "/add")
    other = TestClient(client.app, base_url=LOCAL)
    assert csrf(other, "/new") not in (first, "")
    assert other.get("/new", headers={"If-None-Match": client.get("/new").headers["etag"]}).status_code == 200


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(opened: Opened) -> None:
    told = opened().get("/").headers["set-cookie"]
    assert "HttpOnly" in told and "SameSite=Strict" in told and told.startswith("onrecord_8000=")


@pytest.mark.parametrize("path", [
    "/", "/new", "/figures", "/timeline", "/channels", "/positions", "/commitments", "/talks", "/sources", "/entities",
    "/reports", "/disputes.json", "/static/style.css", "/nowhere", "/add", "/statements/none",
])
def test_every_answer_forbids_what_a_page_does_not_need(opened: Opened, path: str) -> None:
    answer = opened().get(path)
    policy = answer.headers["content-security-policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff" and answer.headers["referrer-policy"] == "same-origin"
    if path != "/static/style.css":
        assert not re.search(r"<style|\sstyle=|<script(?! src=\"/static/)|\son\w+=\"", answer.text)


@pytest.mark.parametrize("identity", [
    "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd", "....//etc/passwd", "%00", "file:///etc/passwd", "' OR 1=1 --", "x" * 5000,
])
@pytest.mark.parametrize("kind", ["reports", "statements", "events", "static"])
def test_no_path_of_a_request_reaches_a_file(opened: Opened, kind: str, identity: str) -> None:
    answer = opened().get(f"/{kind}/{identity}")
    assert answer.status_code in (400, 404) and "root:" not in answer.text


def test_what_is_too_large_is_refused_before_it_is_read(opened: Opened) -> None:
    client = opened(Safety(limits=Limits(adding=2000)))
    token = csrf(client)
    assert client.post("/add/text", data={"token": token, "text": "x" * 3000}).status_code == 413
    drip = (b"token=" + token.encode() if n == 0 else b"&text=" + b"x" * 500 for n in range(9))
    chunked = client.post("/add/text", content=drip, headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert chunked.status_code == 413


def test_too_many_files_are_refused(opened: Opened) -> None:
    client = opened()
    files = [("files", (f"{n}.txt", b"x", "text/plain")) for n in range(201)]
    assert client.post("/add/files", data={"token": csrf(client)}, files=files).status_code == 400


def test_a_form_that_does_not_arrive_is_given_up() -> None:
    async def never() -> dict[str, object]:
        await asyncio.sleep(60)
        return {}

    with pytest.raises(HTTPException) as told:
        asyncio.run(metered(never, 100, 0.01)())
    assert told.value.status_code == 408


def test_who_asks_too_fast_must_wait_and_is_told_how_long(opened: Opened) -> None:
    client = opened(Safety(limits=Limits(posts=Rate(2, 0.1), searches=Rate(3, 0.1))))
    assert [client.post("/add/sample").status_code for _ in range(3)] == [403, 403, 429]
    answers = [client.get("/search", params={"q": "truce"}) for _ in range(4)]
    assert [a.status_code for a in answers] == [200, 200, 200, 429] and 1 <= int(answers[3].headers["retry-after"]) <= 10
    assert client.get("/figures").status_code == 200


def test_a_bucket_fills_with_time_and_is_one_clients_own() -> None:
    now = [0.0]
    buckets, rate = Buckets(lambda: now[0]), Rate(2, 0.5)
    assert [buckets.wait("a", rate) for _ in range(3)] == [0.0, 0.0, 2.0]
    assert buckets.wait("b", rate) == 0.0
    now[0] = 2.0
    assert [buckets.wait("a", rate) for _ in range(2)] == [0.0, 2.0]


def test_from_elsewhere_one_token_reads_and_another_reviews(opened: Opened) -> None:
    rules = Safety(tokens=TOKENS, names=frozenset({"desk.example"}))
    client = opened(rules, "http://desk.example:8000")
    assert client.get("/figures").headers["location"] == "/enter"
    assert client.get("/figures.json").status_code == 401 and client.get("/static/style.css").status_code == 200
    wrong = client.post("/enter", data={"token": csrf(client, "/enter"), "given": "guess"})
    assert wrong.status_code == 403 and client.get("/figures.json").status_code == 401
    entered(client, "r" * 20)
    assert client.get("/figures.json").status_code == 200
    assert client.get("/add").status_code == 403 and client.post("/add/sample").status_code == 403
    assert client.post("/new/seen").status_code == 403 and "its pages" in client.post("/new/seen").text
    entered(client, "w" * 20)
    assert client.get("/add").status_code == 200


def test_tokens_cannot_be_tried_many_times(opened: Opened) -> None:
    client = opened(Safety(tokens=TOKENS))
    token = csrf(client, "/enter")
    assert [client.post("/enter", data={"token": token, "given": str(n)}).status_code for n in range(6)] == [403] * 5 + [429]


def test_a_session_cannot_be_made_up_or_kept_for_ever() -> None:
    now = [1000.0]
    sessions = Sessions(lambda: now[0])
    session = sessions.start("read")
    cookie = sessions.cookie(session)
    found = sessions.found(cookie)
    assert found is not None and (found.role, found.csrf) == ("read", session.csrf)
    assert sessions.found(cookie.replace(".read.", ".review.")) is None and sessions.found("a.b.c.d") is None and sessions.found("é.1.2.3") is None
    assert Sessions().found(cookie) is None
    now[0] += LASTS + 1
    assert sessions.found(cookie) is None


def test_tokens_are_kept_as_hashes_that_only_their_owner_reads(tmp_path: Path) -> None:
    record = tmp_path / "record.db"
    assert known(record) is None
    fresh = made(record)
    words = beside(record).read_text(encoding="utf-8")
    assert beside(record).stat().st_mode & 0o777 == 0o600
    assert not any(token in words for token in fresh.values()) and known(record) == {r: hashed(t) for r, t in fresh.items()}
    assert made(record) != fresh


def test_no_secret_is_logged(opened: Opened, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    client = opened(Safety(tokens=TOKENS))
    with caplog.at_level(logging.DEBUG):
        form = csrf(client, "/enter")
        client.post("/enter", data={"token": form, "given": "a guess that is wrong"})
        entered(client, "w" * 20)
        assert client.get("/add").status_code == 200
        monkeypatch.setattr(RecordBook, "search", broken)
        assert client.get("/search", params={"q": "truce"}).status_code == 500
    said = caplog.text + "".join(capfd.readouterr())
    assert "ZeroDivisionError" in said, "the mistake itself is told"
    secrets = ("w" * 20, "a guess that is wrong", form, *client.cookies.values())
    assert [one for one in secrets if one in said] == []


def test_a_mistake_of_ours_shows_no_trace(opened: Opened, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret of the inside")

    client = opened()
    monkeypatch.setattr(RecordBook, "search", broken)
    with caplog.at_level(logging.ERROR, "onrecord.web"):
        answer = client.get("/search", params={"q": "truce"})
    assert answer.status_code == 500 and "secret" not in answer.text and "Traceback" not in answer.text
    name = re.search(r"noted as ([0-9a-f]{8})", answer.text)
    assert name and name[1] in caplog.text and "secret of the inside" in caplog.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]


def test_a_full_disk_is_told_without_names_of_files(opened: Opened, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "/srv/desk/secret.part")

    client = opened()
    monkeypatch.setattr(RecordBook, "search", full)
    with caplog.at_level(logging.ERROR, "onrecord.web"):
        answer = client.get("/search", params={"q": "truce"})
    assert answer.status_code == 503 and "free some space" in answer.text and "secret" not in answer.text and "Traceback" not in answer.text
    assert "secret.part" in caplog.text
