"""Every page answers, shows words with their place, escapes what reports say, and has a JSON twin."""

from __future__ import annotations

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from onrecord.views.web.charts import COLOURS, with_room
from onrecord.views.web.frame import HERE

LISTS = (
    "/timeline", "/figures", "/positions", "/commitments", "/talks", "/roster", "/channels", "/proposals", "/agreements", "/disputes",
    "/next", "/problems", "/reports", "/entities",
    "/sources",
)


@pytest.mark.parametrize("path", ["/", *LISTS, "/add", "/search?q=truce"])
def test_every_page_answers_and_allows_no_script(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "<script" not in answer.text


def test_a_page_names_its_icon_so_that_no_browser_asks_for_one_that_is_not_there(client: TestClient) -> None:
    named = re.search(r'<link rel="icon"[^>]*href="([^"]+)"', client.get("/").text)
    assert named is not None
    icon = client.get(named[1])
    assert (icon.status_code, icon.headers["content-type"]) == (200, "image/svg+xml")


@pytest.mark.parametrize("path", ["/index.json", *(f"{p}.json" for p in LISTS), "/search.json?q=truce"])
def test_every_page_has_a_json_twin(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() is not None


def test_reports_stand_the_latest_first_with_their_language_in_words(client: TestClient) -> None:
    rows = client.get("/reports.json").json()["rows"]
    assert [row[0][0] for row in rows] == ["11-northern-post-collapse", "10-northern-post-second-group", "hostile", "01-northern-post-seizure"]
    assert {row[5][0] for row in rows} == {"English"}


def test_every_quotation_of_the_brief_stands_where_it_says(client: TestClient) -> None:
    texts = {row[0][1].rsplit("/", 1)[1]: None for row in client.get("/reports.json").json()["rows"]}
    for identity in texts:
        texts[identity] = client.get(f"/reports/{identity}.json").json()["report"]["text"]
    seen = 0
    for section in client.get("/index.json").json()["sections"]:
        for line in section["lines"]:
            for cite in line["cites"]:
                start, end = cite["span"]
                assert texts[cite["report"]][start:end] == cite["quote"]
                seen += 1
    assert seen > 20


def test_a_report_loses_no_character_on_its_page(client: TestClient) -> None:
    for row in client.get("/reports.json").json()["rows"]:
        page = client.get(f"{row[0][1]}.json").json()
        shown = "".join(p["text"] for block in page["blocks"] for p in block["pieces"])
        assert re.sub(r"\s", "", shown) == re.sub(r"\s", "", page["report"]["text"])


def test_what_a_report_says_is_escaped_everywhere(client: TestClient) -> None:
    row = next(r for r in client.get("/reports.json").json()["rows"] if r[0][0] == "hostile")
    for path in ("/", row[0][1], "/reports", "/search?q=River", "/figures"):
        text = client.get(path).text
        assert "<script>alert" not in text
        assert "<img src=x" not in text
        assert "<i>Daily" not in text


def test_statement_event_and_report_pages_lead_to_each_other(client: TestClient) -> None:
    event = client.get("/timeline.json").json()["months"][0][1]["lines"][0]
    page = client.get(f"/events/{event['link']}.json").json()
    statement = page["accounts"][0]["statement"]["id"]
    shown = client.get(f"/statements/{statement}")
    assert shown.status_code == 200
    assert f'href="/events/{event["link"]}"' in shown.text
    report = client.get(f"/reports/{page['accounts'][0]['report']['id']}").text
    assert f'id="s-{statement}"' in report


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        ("/reports/nothing", 404, "Nothing here has this address"),
        ("/nowhere", 404, "Not Found"),
        ("/?as_of=yesterday", 400, "write it as YYYY-MM-DD"),
        ("/statements/0.json", 404, "Nothing here"),
    ],
)
def test_a_wrong_address_gets_a_clear_answer(client: TestClient, path: str, status: int, words: str) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert words in answer.text
    assert "Traceback" not in answer.text


def test_as_of_leaves_out_what_came_later_and_says_so(client: TestClient) -> None:
    page = client.get("/", params={"as_of": "2025-04-12"})
    assert "left out as possibly later" in page.text
    assert "11-northern-post-collapse" in page.text.split('<form class="scope"')[1].split("<main")[0]
    names = [row[0][0] for row in client.get("/reports.json", params={"as_of": "2025-04-12"}).json()["rows"]]
    assert "11-northern-post-collapse" not in names
    assert "10-northern-post-second-group" in names


def test_filters_narrow_the_timeline(client: TestClient) -> None:
    whole = client.get("/timeline.json").json()
    some = client.get("/timeline.json", params={"factuality": "denied"}).json()
    assert 0 < some["shown"] < whole["shown"] == whole["total"]


def test_every_colour_of_the_charts_has_a_lighter_one_for_dark_pages() -> None:
    style = (HERE / "static" / "style.css").read_text(encoding="utf-8")
    assert [c for c in COLOURS if f'[fill="{c}"] {{ fill: #' not in style or f'[stroke="{c}"] {{ stroke: #' not in style] == []


def test_a_chart_has_one_legend_for_colour_and_shape(client: TestClient) -> None:
    chart = client.get("/figures").text.split('class="chart"')[1].split("</figure>")[0]
    assert chart.count('role-legend"') == 1


def test_blanks_between_marks_are_no_links(client: TestClient) -> None:
    for identity in re.findall(r"/reports/([0-9a-f]{64})", client.get("/reports").text):
        assert not re.search(r'<a class="p [^>]*>\s*</a>', client.get(f"/reports/{identity}").text)


def test_numbers_beside_the_points_of_a_chart_do_not_lie_on_each_other() -> None:
    def row(day: str, mid: float) -> dict[str, Any]:
        return {"day": day, "until": day, "mid": mid, "high": mid, "short": f"{mid:g}"}

    rows = with_room([row("2024-03-01", 200), row("2024-03-02", 201), row("2024-03-02", 120), row("2024-06-01", 200)])
    assert [r["short"] for r in rows] == ["", "201", "120", "200"] and with_room([]) == [], "nor on a point"
