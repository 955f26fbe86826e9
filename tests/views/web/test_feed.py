"""Changes as a feed, and every address described for programs."""

from __future__ import annotations

from xml.etree import ElementTree

from fastapi.testclient import TestClient

ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_feed_has_an_entry_for_each_change_and_narrows_by_day(client: TestClient) -> None:
    answer = client.get("/feed.atom?since=2025-04-13")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    entries = ElementTree.fromstring(answer.content).findall(f"{ATOM}entry")
    assert len(entries) == client.get("/new.json?since=2025-04-13").json()["all"]
    assert len({e.findtext(f"{ATOM}id") for e in entries}) == len(entries)
    assert client.get("/feed.atom").status_code == 200
    assert client.get("/feed.atom?since=soon").status_code == 400


def test_every_page_and_twin_is_described_with_what_it_takes(client: TestClient) -> None:
    paths = client.get("/openapi.json").json()["paths"]
    for path in ("/", "/index.json", "/timeline", "/timeline.json", "/search.json", "/reports/{identity}", "/entities/{identity}", "/feed.atom"):
        names = {p["name"] for p in paths[path]["get"]["parameters"]}
        assert {"negotiation", "as_of", "since"} <= names, path
    assert {"party", "from", "to"} <= {p["name"] for p in paths["/timeline"]["get"]["parameters"]}
    assert {"identity"} <= {p["name"] for p in paths["/statements/{identity}"]["get"]["parameters"]}


def test_an_empty_record_has_an_empty_feed(empty: TestClient) -> None:
    assert b"<entry" not in empty.get("/feed.atom").content
