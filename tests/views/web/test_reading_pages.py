"""What each page of the reading side says: overview, changes, who says so, sums, positions, board, strip, sources, people, problems, report."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import quote

from fastapi.testclient import TestClient

from onrecord.views.web.pages import PAGES


def test_the_overview_stands_beside_the_brief(client: TestClient) -> None:
    data = client.get("/index.json").json()
    assert data["sparks"] and data["states"]
    page = client.get("/").text
    assert "State of the talks" in page and 'class="spark"' in page
    assert f'href="/figures?ledger={data["sparks"][0]["ledger"]}"' in page


def test_changes_since_a_day_are_in_twenties_and_lead_to_what_changed(client: TestClient) -> None:
    data = client.get("/new.json?since=2025-04-13").json()
    assert 0 < len(data["lines"]) <= 20 and data["pager"]["total"] == data["all"]
    for line in data["lines"]:
        if line["link"]:
            assert client.get(line["link"].split("#")[0]).status_code == 200, line
    assert "Choose a day" in client.get("/new").text


def test_a_watch_list_narrows_the_changes_and_stands_in_the_address(client: TestClient) -> None:
    whole = client.get("/new.json?since=2025-04-13").json()
    some = client.get("/new.json?since=2025-04-13&watch=truce,%20nobody").json()
    assert 0 < some["pager"]["total"] < whole["pager"]["total"] == some["all"]
    assert 'value="truce, nobody"' in client.get("/new?since=2025-04-13&watch=truce,%20nobody").text
    assert client.get("/new.json?since=2025-04-13&watch=zzz").json()["lines"] == []


def test_a_figure_says_who_says_so_by_side_the_first_report_first(client: TestClient) -> None:
    heads = [h for ledger in client.get("/figures.json").json()["ledgers"] for h in ledger["heads"]]
    assert heads and all(h["sides"] for h in heads)
    assert all(s["quote"] for h in heads for side in h["sides"] for s in side["sayers"])
    assert "who says so" in client.get("/figures").text


def test_a_cell_of_the_positions_opens_its_history(client: TestClient) -> None:
    data = client.get("/positions.json").json()
    cells = [c for t in data["topics"] for cell in t["cells"] for c in cell]
    assert cells
    opened = client.get(f"/positions.json?cell={cells[0]['id']}").json()
    assert len(opened["history"]) >= cells[0]["points"]
    assert all(line["cites"] for line in opened["history"][: cells[0]["points"]])
    assert client.get("/positions?cell=nothing").status_code == 404


def test_the_board_has_every_commitment_once_under_its_standing(client: TestClient) -> None:
    data = client.get("/commitments.json").json()
    cards = [c for _, found in data["columns"] for c in found]
    assert len({c["id"] for c in cards}) == len(cards) == data["pager"]["total"]
    one = client.get(f"/commitments?one={cards[0]['id']}").text
    assert "never a finding of this record" in one and cards[0]["what"].split()[0] in one


def test_the_strip_of_the_talks_leads_to_the_words(client: TestClient) -> None:
    data = client.get("/talks.json").json()
    assert data["lines"]
    for _, svg in data["strips"]:
        for address in re.findall(r'href="(/statements/\w+)"', svg)[:5]:
            assert client.get(address).status_code == 200


def test_sources_count_who_is_quoted_and_lead_to_their_words(client: TestClient) -> None:
    data = client.get("/sources.json").json()
    rows = data["quoted"]["rows"]
    assert rows and sum(int(r[3][0]) for r in rows) > len(rows) / 2
    assert client.get(rows[0][0][1]).status_code == 200


def test_a_person_has_offices_deeds_and_words(client: TestClient) -> None:
    rows = client.get("/entities.json").json()["rows"]
    pages = [client.get(f"{r[0][1]}.json").json() for r in rows[:12]]
    assert any(p["did"] for p in pages) and any(p["said"] for p in pages)
    assert client.get(rows[0][0][1]).status_code == 200
    assert client.get("/entities/nobody").status_code == 404


def test_problems_stand_with_what_was_read(client: TestClient) -> None:
    data = client.get("/problems.json").json()
    assert sum(int(row[2][0]) for row in data["coverage"]["rows"]) == 4
    assert "no evidence" in client.get("/problems").text


def test_a_report_gives_its_bytes_to_be_saved_and_never_to_be_drawn(client: TestClient) -> None:
    for row in client.get("/reports.json").json()["rows"]:
        page = client.get(f"{row[0][1]}.json").json()
        answer = client.get(page["raw"])
        assert hashlib.sha256(answer.content).hexdigest() == page["report"]["raw_hash"]
        assert answer.headers["content-type"].startswith("text/plain")
        assert answer.headers["content-disposition"].startswith("attachment")
    assert client.get("/reports/none/bytes").status_code == 404


def test_the_margin_tells_what_the_record_made_of_each_statement(client: TestClient) -> None:
    row = client.get("/reports.json").json()["rows"][0]
    page = client.get(f"{row[0][1]}.json").json()
    noted = [n for block in page["notes"] for n in block]
    assert noted and any(n["made"] for n in noted)


def test_every_quotation_of_every_page_has_its_citation_and_leads_to_all_that_rests_on_it(client: TestClient) -> None:
    event = client.get("/timeline.json").json()["months"][0][1]["lines"][0]["link"]
    cell = client.get("/positions.json").json()["topics"][0]["cells"]
    opened = next(c["id"] for found in cell for c in found)
    counted = {}
    for path in (*(p.path for p in PAGES), f"/positions?cell={opened}", "/new?since=2025-04-13"):
        quoted = re.findall(r"<blockquote>(.*?)</blockquote>", client.get(path).text, re.S)
        counted[path] = len(quoted)
        for words in quoted:
            assert re.search(r'class="copyable"><b>to cite:</b> <span>“.+:\d+-\d+, sha256 [0-9a-f]{64}</span>', words, re.S), (path, words)
            assert "/statements/" not in words or "#rests" in words, (path, words)
    assert {path for path, n in counted.items() if n} >= {"/", "/timeline", "/talks", "/commitments", "/disputes", "/channels", f"/positions?cell={opened}"}
    page = client.get(f"/events/{event}").text
    assert page.count('class="copyable"') == page.count("#rests") == page.count("<article") > 0
    for address in set(re.findall(r'href="(/statements/\w+)"', client.get("/figures").text + client.get("/search?q=soldiers").text)):
        assert 'id="citation"' in (one := client.get(address).text) and 'id="rests"' in one, address


def test_every_line_can_be_cited_and_leads_to_all_that_rests_on_it(client: TestClient) -> None:
    page = client.get("/timeline").text
    cited = re.search(r'/statements/(\w+)#rests', page)
    assert cited and 'class="copyable"' in page
    statement = client.get(f"/statements/{cited[1]}.json").json()
    for part in (statement["statement"]["quote"], statement["report"]["id"], ":{}-{}".format(*statement["statement"]["span"])):
        assert part in statement["citation"]
    for kind, identity, _ in statement["rests"]:
        address = {"events": f"/events/{identity}", "figures": f"/figures?ledger={identity}"}.get(kind, f"/{kind}?at={quote(identity)}")
        assert client.get(address).status_code == 200
