"""Every address that `/openapi.json` describes, asked with whatever its description allows: never an error of the server."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.schemas import APIOperation

from onrecord.parse import SpacyParser
from onrecord.pipeline import AddOptions
from onrecord.views.web.app import create_app
from onrecord.views.web.record_book import RecordBook

HERE = {"host": "127.0.0.1"}
"""Other names of this machine are refused."""
EXAMPLES = 3
"""Of each address and each way; there are some fifty."""
WANTED = {
    GenerationMode.POSITIVE: {"GET /", "GET /figures", "GET /reports/{identity}", "GET /search", "POST /add/text"},
    GenerationMode.NEGATIVE: {"GET /figures", "GET /search"},
}


@pytest.mark.slow
@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=lambda m: m.value)
def test_no_request_to_a_described_address_is_an_error_of_the_server(filled: Path, parser: SpacyParser, tmp_path: Path, mode: GenerationMode) -> None:
    shutil.copy(filled, tmp_path / "record.db")  # some addresses write
    app = create_app(RecordBook(tmp_path / "record.db", parser, lambda outlet=None, published=None: AddOptions("2025-06-01T12:00:00+00:00")))
    asked: set[str] = set()
    bad: list[str] = []
    for found in schemathesis.openapi.from_asgi("/openapi.json", app, headers=HERE).get_all_operations():
        try:
            asking(found.ok(), mode, asked, bad)()
        except Unsatisfiable:  # nothing that is sent to an address without values can be wrong
            assert mode is GenerationMode.NEGATIVE
    assert bad == []
    assert WANTED[mode] <= asked, sorted(asked)


def asking(operation: APIOperation, mode: GenerationMode, asked: set[str], bad: list[str]) -> Callable[[], None]:
    """Asks one address with a few examples; what was asked and what failed is put in the last two."""

    @settings(max_examples=EXAMPLES, deadline=None, database=None, derandomize=True, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy(generation_mode=mode))
    def ask(case: Case) -> None:
        asked.add(f"{case.method} {case.path}")
        answer = case.call(headers=HERE)
        if answer.status_code >= 500:
            bad.append(f"{case.as_curl_command()}: {answer.status_code} {answer.text[:200]}")

    return ask
