"""Every address that `/openapi.json` describes, asked with whatever its description allows behind either token: no error, no undescribed answer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from fastapi import FastAPI
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation
from tests.views.web.conftest import LOCAL, options
from tests.views.web.safety.test_guard import TOKENS, csrf, entered

from onrecord.parse import SpacyParser
from onrecord.record import open_record, queries
from onrecord.views.web.app import create_app
from onrecord.views.web.record_book import RecordBook
from onrecord.views.web.safety import Limits, Safety
from onrecord.views.web.safety.policy import Rate

EXAMPLES = 2
"""Of each address, way and token; there are some eighty."""
ENOUGH = Rate(1_000_000, 1_000_000.0)
FAST = Limits(posts=ENOUGH, searches=ENOUGH, entering=ENOUGH)
ROLES = {"read": "r" * 20, "review": "w" * 20}
WANTED = {
    GenerationMode.POSITIVE: {"GET /", "GET /figures", "GET /reports/{identity}", "GET /search", "POST /add/text", "POST /review/{kind}/{identity}"},
    GenerationMode.NEGATIVE: {"GET /figures", "GET /search", "POST /review/undo", "POST /review/blind"},
}


@pytest.fixture
def app(filled: Path, parser: SpacyParser, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FastAPI:
    """The pages of a copy that may be written to, behind tokens; the sample is not read, as that takes long and tells nothing here."""
    monkeypatch.setattr("onrecord.views.web.adding.AT_ONCE", 0.0)
    monkeypatch.setattr("onrecord.desk.pasting.sample_folder", lambda: tmp_path / "none")
    book = RecordBook(Path(shutil.copy(filled, tmp_path / "record.db")), parser, options)
    return create_app(book, Safety(tokens=TOKENS, limits=FAST))


@pytest.mark.slow
@pytest.mark.parametrize(("mode", "role"), [
    (GenerationMode.POSITIVE, "read"), (GenerationMode.POSITIVE, "review"), (GenerationMode.NEGATIVE, "review"),
], ids=str)
def test_no_described_address_answers_with_an_error_of_the_server_or_what_is_not_described(app: FastAPI, mode: GenerationMode, role: str) -> None:
    client = entered(TestClient(app, base_url="http://127.0.0.1", follow_redirects=False), ROLES[role])
    token = csrf(client, "/new")
    headers = {"host": "127.0.0.1", "cookie": "; ".join(f"{c.name}={c.value}" for c in client.cookies.jar)}
    asked: dict[str, set[int]] = {}
    bad: list[str] = []
    for found in schemathesis.openapi.from_asgi("/openapi.json", app, headers=headers).get_all_operations():
        try:
            asking(found.ok(), mode, (headers, token), asked, bad)()
        except Unsatisfiable:  # nothing that is sent to an address without values can be wrong
            assert mode is GenerationMode.NEGATIVE
    assert bad == []
    assert WANTED[mode] <= asked.keys(), sorted(asked)
    met = set().union(*asked.values())
    if role == "read":
        writing = [statuses for name, statuses in asked.items() if name.split(" /")[1].split("/")[0] in ("add", "review", "audit")]
        assert len(writing) > 20 and all(statuses == {403} for statuses in writing)
    else:
        assert met >= ({200, 303, 404} if mode is GenerationMode.POSITIVE else {200, 400})


def asking(
    operation: APIOperation, mode: GenerationMode, way: tuple[dict[str, str], str], asked: dict[str, set[int]], bad: list[str],
) -> Callable[[], None]:
    """Asks one address with a few examples, its forms with the token of the session; what was answered and what failed is put in the last two."""
    headers, token = way
    described = operation.definition.raw["responses"]

    @settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        if isinstance(case.body, dict) and "/enter" not in case.path:
            case.body["token"] = token
        answer = case.call(headers=headers, allow_redirects=False)
        asked.setdefault(f"{case.method} {case.path}", set()).add(answer.status_code)
        if answer.status_code >= 500 or str(answer.status_code) not in described:
            bad.append(f"{case.as_curl_command()}: {answer.status_code} {answer.text[:200]}")

    return ask


@pytest.fixture
def desk(app: FastAPI) -> TestClient:
    """A reviewer's browser."""
    return entered(TestClient(app, base_url=LOCAL, follow_redirects=False, raise_server_exceptions=False), ROLES["review"])


def test_every_form_of_every_page_sends_only_what_is_described(desk: TestClient, app: FastAPI, tmp_path: Path) -> None:
    with open_record(tmp_path / "record.db") as record:
        seen = queries.snapshot(record)
    things = [("reports", seen.reports[0].id), ("entities", seen.derived.entities[0].id), ("events", seen.derived.events[0].id)]
    things += [("statements", next(iter(seen.statements))), *(("negotiations", n.id) for n in seen.derived.negotiations[:1])]
    pages = ("/add", "/new", "/review", "/review/blind", "/review/packs", "/audit", *(f"/review/{kind}/{i}" for kind, i in things))
    paths, met = app.openapi()["paths"], set()
    for form in re.findall(r'<form[^>]*method="post".*?</form>', "".join(desk.get(page).text for page in pages), re.DOTALL):
        address = re.search(r'action="([^"]+)"', form)
        assert address
        path = next(p for p, ways in paths.items() if "post" in ways and re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", p), address[1]))
        ((_, body),) = paths[path]["post"]["requestBody"]["content"].items()
        fields = body["schema"]["properties"]
        assert {name for name in re.findall(r' name="([^"]+)"', form) if "." not in name} <= fields.keys(), path
        actions = set(re.findall(r'name="action" value="([^"]+)"', form))
        assert actions <= set(fields.get("action", {}).get("enum", ())), path
        met.add(path)
    assert met >= {"/add/text", "/add/files", "/new/seen", "/review/blind", "/review/packs", "/review/{kind}/{identity}", "/audit"}


Sent = dict[str, Any]
MARKS = {"token": "guessed", "who": "M. Okafor"}


@pytest.mark.parametrize(("method", "address", "path", "sent", "status"), [
    ("GET", "/figures?as_of=yesterday", "/figures", {}, 400), ("GET", "/statements/none", "/statements/{identity}", {}, 404),
    ("GET", "/audit/none/x", "/audit/{identity}/{number}", {}, 404), ("GET", "/review/things/none", "/review/{kind}/{identity}", {}, 404),
    ("GET", "/figures.json", "/figures.json", {"cookies": {}}, 401), ("GET", "/figures", "/figures", {"cookies": {}}, 303),
    ("GET", "/figures", "/figures", {"headers": {"host": "evil.example"}}, 403), ("POST", "/review/undo", "/review/undo", {"data": MARKS}, 403),
    ("POST", "/review/undo", "/review/undo", {"data": {"target": "none"}}, 400), ("POST", "/review/packs", "/review/packs", {"data": {}}, 400),
    ("POST", "/add/text", "/add/text", {"headers": {"content-length": "64000001"}}, 413),
    ("POST", "/add/text", "/add/text", {"headers": {"origin": "http://evil.example"}}, 403),
])
def test_each_refusal_is_one_that_is_described(desk: TestClient, app: FastAPI, method: str, address: str, path: str, sent: Sent, status: int) -> None:
    if "cookies" in sent:
        desk.cookies.clear()
    given = {**sent, "data": {**MARKS, "token": csrf(desk), **sent["data"]}} if "data" in sent and sent["data"] is not MARKS else sent
    answer = desk.request(method, address, **{k: v for k, v in given.items() if k != "cookies"})
    described = app.openapi()["paths"][path][method.lower()]["responses"]
    assert answer.status_code == status and str(status) in described and "Traceback" not in answer.text


def test_too_many_forms_a_colleagues_decision_and_a_full_disk_are_described_too(app: FastAPI) -> None:
    """They are met in test_guard.py and test_review.py."""
    paths = app.openapi()["paths"]
    forms = [ways["post"]["responses"] for ways in paths.values() if "post" in ways]
    assert len(forms) > 10 and all({"408", "413", "429", "503"} <= found.keys() for found in forms)
    assert "409" in paths["/review/{kind}/{identity}"]["post"]["responses"] and "429" in paths["/search"]["get"]["responses"]
    assert not any("422" in way["responses"] for ways in paths.values() for way in ways.values())
