"""Each reader's mark: what was added after it is new to them, what they watch narrows it, and no other page can set it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from tests.views.web.conftest import LOCAL, over

from onrecord.errors import InputError
from onrecord.parse import SpacyParser
from onrecord.pipeline import AddOptions, ReadOptions
from onrecord.record import open_record
from onrecord.record.readers import Reader, put_reader, reader
from onrecord.views.export.as_record import copied
from onrecord.views.web.app import create_app
from onrecord.views.web.record_book import RecordBook

FIRST = "Port Sant, March 2, 2024\n\nThe Red Front is holding six soldiers, Norland's defence ministry said on Saturday. Talks are stuck, it said."
SECOND = "Port Sant, March 5, 2024\n\nThe Red Front released two soldiers on Monday, Norland's defence ministry said on Tuesday. Talks resumed, it said."


@pytest.fixture
def passing(tmp_path: Path, parser: SpacyParser) -> TestClient:
    """The pages of a record where every adding and every mark is a minute later than the one before."""
    minutes: Iterator[int] = iter(range(1000))

    def options(outlet: str | None = None, published: str | None = None) -> AddOptions:
        moment = dt.datetime(2025, 6, 1, 12, tzinfo=dt.UTC) + dt.timedelta(minutes=next(minutes))
        return AddOptions(moment.isoformat(), reading=ReadOptions(published=published, outlet=outlet))

    return TestClient(create_app(RecordBook(tmp_path / "r.db", parser, options)), base_url=LOCAL, raise_server_exceptions=False)


def send(client: TestClient, address: str, **form: str) -> str:
    """A form sent as the pages send it."""
    found = re.search(r'name="token" value="([^"]+)"', client.get("/new").text)
    assert found
    answer = client.post(address, data={"token": found[1], **form})
    assert answer.status_code == 200
    return over(client, answer)


@pytest.mark.parametrize(("moment", "told"), [
    ("2025-06-01T12:00:00+05:30", "1 Jun 2025, 12:00 UTC+05:30"), ("2025-06-01T23:30:00-03:00", "1 Jun 2025, 23:30 UTC-03:00"),
    ("2025-06-01T12:00:00+00:00", "1 Jun 2025, 12:00 UTC"),
])
def test_the_moment_of_a_mark_stands_with_its_zone(tmp_path: Path, parser: SpacyParser, moment: str, told: str) -> None:
    path = tmp_path / "r.db"
    with open_record(path, write=True) as record:
        put_reader(record, Reader("Ines", dt.datetime.fromisoformat(moment)))
    client = TestClient(create_app(RecordBook(path, parser, lambda *_: AddOptions(moment))), base_url=LOCAL)
    assert re.search(rf"{re.escape(told)}(?![+\d:-])", client.get("/new?reader=Ines").text)


def test_what_was_added_after_the_mark_is_new_and_nothing_after_the_next(passing: TestClient) -> None:
    send(passing, "/add/text", text=FIRST, outlet="Example")
    assert "Ines has not marked anything as seen yet" in passing.get("/new?reader=Ines").text
    assert "What changed since Ines looked" in send(passing, "/new/seen", reader="Ines", watch="")
    assert passing.get("/new.json?reader=Ines").json()["all"] == 0
    send(passing, "/add/text", text=SECOND, outlet="Example")
    changed = passing.get("/new.json?reader=Ines").json()
    assert changed["all"] > 0
    assert any("release" in line["text"].lower() for line in changed["lines"])
    send(passing, "/new/seen", reader="Ines", watch="talks")
    after = passing.get("/new.json?reader=Ines").json()
    assert (after["all"], after["watch"]) == (0, ["talks"])
    assert passing.get("/new.json?reader=Omar").json()["seen"] == "", "a mark is one reader's"


def test_a_watch_list_that_is_kept_narrows_what_is_new(passing: TestClient) -> None:
    send(passing, "/add/text", text=FIRST, outlet="Example")
    send(passing, "/new/seen", reader="Ines", watch="zzz")
    send(passing, "/add/text", text=SECOND, outlet="Example")
    kept = passing.get("/new.json?reader=Ines").json()
    assert kept["lines"] == [] and kept["all"] > 0


def marked(client: TestClient, name: str, watch: str = "") -> dict[str, str]:
    """The fields of the form that takes back the mark that this makes."""
    page = send(client, "/new/seen", reader=name, watch=watch)
    found = dict(re.findall(r'name="(reader|marked|before|watched)" value="([^"]*)"', page.split('action="/new/undo"')[1].split("</form>")[0]))
    assert set(found) == {"reader", "marked", "before", "watched"}
    return found


def test_marking_as_seen_is_undone_with_the_watch_list_that_was_there(passing: TestClient) -> None:
    send(passing, "/add/text", text=FIRST, outlet="Example")
    first = marked(passing, "Ines", "talks")
    send(passing, "/add/text", text=SECOND, outlet="Example")
    kept = passing.get("/new.json?reader=Ines").json()
    assert kept["all"] > 0
    send(passing, "/new/undo", **marked(passing, "Ines", "zzz"))
    again = passing.get("/new.json?reader=Ines").json()
    assert (again["all"], again["watch"], again["seen"]) == (kept["all"], ["talks"], kept["seen"])
    send(passing, "/new/undo", **first)
    assert "Ines has not marked anything as seen yet" in passing.get("/new?reader=Ines").text, "there was no mark before the first"


def test_an_undo_that_comes_too_late_changes_nothing(passing: TestClient) -> None:
    send(passing, "/add/text", text=FIRST, outlet="Example")
    first = marked(passing, "Ines")
    marked(passing, "Ines")
    token = re.search(r'name="token" value="([^"]+)"', passing.get("/new").text)
    assert token
    late = passing.post("/new/undo", data={"token": token[1], **first})
    assert late.status_code == 400 and "has marked or undone something since" in late.text
    for bad in ({"marked": "yesterday"}, {"marked": "2025-06-01T12:00:00"}, {"before": "x"}):
        assert passing.post("/new/undo", data={"token": token[1], **first, **bad}).status_code == 400, bad


def test_an_undo_is_seen_at_once_though_another_reader_marked_later(passing: TestClient) -> None:
    send(passing, "/add/text", text=FIRST, outlet="Example")
    marked(passing, "Ines")
    second = marked(passing, "Ines")
    marked(passing, "Omar")
    told = passing.get("/new?reader=Ines").headers["etag"]
    send(passing, "/new/undo", **second)
    assert passing.get("/new?reader=Ines").headers["etag"] != told


def test_no_other_page_can_set_a_mark(passing: TestClient) -> None:
    answer = passing.post("/new/seen", data={"token": "guessed", "reader": "Ines"})
    assert answer.status_code == 403
    assert "open the page again" in answer.text


@pytest.mark.parametrize("name", ["", "  ", "x" * 61])
def test_a_reader_needs_a_name(name: str) -> None:
    with open_record(None) as record, pytest.raises(InputError, match="give a name"):
        put_reader(record, Reader(name, dt.datetime(2025, 1, 1, tzinfo=dt.UTC)))


def test_a_mark_is_kept_as_it_was_given() -> None:
    mark = Reader("Ines", dt.datetime(2025, 1, 1, 8, tzinfo=dt.UTC), "truce, Norland")
    with open_record(None) as record:
        assert reader(record, "Ines") is None
        put_reader(record, mark)
        assert reader(record, "Ines") == mark


def test_who_reads_leaves_in_no_copy_of_the_record(tmp_path: Path) -> None:
    with open_record(tmp_path / "r.db", write=True) as record:
        put_reader(record, Reader("Ines", dt.datetime(2025, 1, 1, tzinfo=dt.UTC), "secret interest"))
        copied(record, tmp_path / "copy.db")
    assert b"secret interest" not in (tmp_path / "copy.db").read_bytes()
    with open_record(tmp_path / "copy.db") as copy:
        assert reader(copy, "Ines") is None
