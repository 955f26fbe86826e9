"""Every example of the Python page is run as it stands, over the record of the sample."""

from __future__ import annotations

import doctest
import inspect
import re
from pathlib import Path

import pytest
from docs.pages import python

import onrecord
from onrecord.parse import SpacyParser

EXAMPLES = [("head", python.HEAD)] + [
    (name, inspect.getdoc(value) or "") for name, value in [("open", onrecord.open), *python.public(onrecord.OpenRecord)] if ">>>" in (value.__doc__ or "")
]


@pytest.mark.parametrize(("name", "text"), EXAMPLES, ids=[name for name, _ in EXAMPLES])
def test_an_example_gives_what_it_shows(name: str, text: str, folder: Path, parser: SpacyParser, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("onrecord.api.opened.parser_for", lambda config: parser)
    shown = re.sub(r"^```.*$", "", text, flags=re.M)
    with onrecord.open("record.db") as record:
        test = doctest.DocTestParser().get_doctest(shown, {"onrecord": onrecord, "record": record}, name, None, None)
        assert test.examples
        told: list[str] = []
        doctest.DocTestRunner(verbose=False).run(test, out=told.append)
    assert "".join(told) == ""


def test_every_method_is_on_the_page() -> None:
    page = python.page()
    for name, method in python.public(onrecord.OpenRecord):
        assert f"### record.{name}\n" in page and inspect.getdoc(method), name
