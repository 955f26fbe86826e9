"""Lines over and under a report as papers, pages, ministries and missions print them: which day is that of the report, and which is one of the story."""

from __future__ import annotations

import pytest

from onrecord.read import read_text

TITLE = "Envoys meet for third day over captives"
BODY = (
    "The two sides met in Port Ansel for a third day of talks on the captives, mediators said. Officials on both sides declined to say whether a list "
    "of names had been handed over.\n\nThe envoy said the meeting had been useful and that another would follow next week."
)
OF_THE_REPORT = [
    ("@\n\n16.07.2025 14:20\n\n", "", "2025-07-16"),
    ("16.07.2025, 14:20\n@\n\n", "", "2025-07-16"),
    ("@\n\nTuesday, 3rd March 2026\n\n", "", "2026-03-03"),
    ("@\nTuesday 3rd March, 2026\n\n", "", "2026-03-03"),
    ("Situation report No. 4 (as of 19 January 2026)\n\n", "", "2026-01-19"),
    ("Flash Update #7\nAs of 19 January 2026\n\n", "", "2026-01-19"),
    ("OCHA Flash Update #7 | 19 January 2026\n\n", "", "2026-01-19"),
    ("@\nPublished: 14 Feb 2025, 09:12 GMT\n\n", "", "2025-02-14"),
    ("@\nBy Ana Petrova\nPublished 14 February 2025 at 09.12\n\n", "", "2025-02-14"),
    ("@\nAna Petrova | 14 February 2025\n\n", "", "2025-02-14"),
    ("@\nAna Petrova, Port Ansel\n14 Feb 2025\n\n", "", "2025-02-14"),
    ("@\nFeb. 14, 2025, 9:12 a.m. ET\n\n", "", "2025-02-14"),
    ("@\nFebruary 14, 2025 / 9:12 AM EST / AFP\n\n", "", "2025-02-14"),
    ("@\nUpdated 2:31 PM EST, Fri February 14, 2025\n\n", "", "2025-02-14"),
    ("@\nPublished 10:12 AM EST, Thu February 13, 2025\nUpdated 2:31 PM EST, Fri February 14, 2025\n\n", "", "2025-02-13"),
    ("@\nFri 14 Feb 2025 09.12 GMT\nLast modified on Fri 14 Feb 2025 13.44 GMT\n\n", "", "2025-02-14"),
    ("@\n14/02/2025\n\n", "", "2025-02-14"),
    ("@\n14-02-2025\n\n", "", "2025-02-14"),
    ("@\n14.2.2025\n\n", "", "2025-02-14"),
    ("@\n14. February 2025\n\n", "", "2025-02-14"),
    ("@\n2025-02-14T09:12:00Z\n\n", "", "2025-02-14"),
    ("@\n2025/02/14 09:12\n\n", "", "2025-02-14"),
    ("@\n14 February, 2025\n\n", "", "2025-02-14"),
    ("@\n14 FEBRUARY 2025\n\n", "", "2025-02-14"),
    ("@\nFRIDAY, FEBRUARY 14, 2025\n\n", "", "2025-02-14"),
    ("@\nFriday February 14 2025\n\n", "", "2025-02-14"),
    ("@\nFri., Feb. 14, 2025\n\n", "", "2025-02-14"),
    ("@\n14-Feb-2025\n\n", "", "2025-02-14"),
    ("@\nFeb 14 2025\n\n", "", "2025-02-14"),
    ("@\nFeb 14th 2025\n\n", "", "2025-02-14"),
    ("@\nthe 14th of February 2025\n\n", "", "2025-02-14"),
    ("@\nPort Ansel, 14 February 2025\n\n", "", "2025-02-14"),
    ("@\nPORT ANSEL, February 14, 2025 — ", "", "2025-02-14"),
    ("@\nPORT ANSEL, Feb 14, 2025 (Reuters) - ", "", "2025-02-14"),
    ("@\nPORT ANSEL (AP) — ", "\n\nPublished February 14, 2025", "2025-02-14"),
    ("FOR IMMEDIATE RELEASE\n14 February 2025\n\n@\n\n", "", "2025-02-14"),
    ("PRESS RELEASE\n\nPort Ansel, 14.02.2025\n\n@\n\n", "", "2025-02-14"),
    ("Press release No. 31/2025 of 14 February 2025\n\n@\n\n", "", "2025-02-14"),
    ("Ministry of Foreign Affairs\nPress statement, 14 February 2025\n\n", "", "2025-02-14"),
    ("COMMUNIQUÉ N° 12\n\n", "\n\nDone at Port Ansel, 14 February 2025\nThe Military Command", "2025-02-14"),
    ("JOINT STATEMENT\n\n", "\n\nIssued at Port Ansel on the 14th day of February 2025", "2025-02-14"),
    ("Date: 14 February 2025\nSubject: @\n\n", "", "2025-02-14"),
    ("@\nPosted on 14 February 2025 by admin\n\n", "", "2025-02-14"),
    ("@\nPosted: 14/02/2025 - 09:12\n\n", "", "2025-02-14"),
    ("@\nIssued on: 14/02/2025 - 09:12 Modified: 15/02/2025 - 10:00\n\n", "", "2025-02-14"),
    ("@\nFirst published: Friday, 14 February, 2025 | Last updated: Saturday, 15 February, 2025\n\n", "", "2025-02-14"),
    ("@\nLast updated: 14 February 2025\n\n", "", "2025-02-14"),
    ("@\n14 February 2025 · 4 min read\n\n", "", "2025-02-14"),
    ("@\nBy Ana Petrova in Port Ansel, 14 February 2025\n\n", "", "2025-02-14"),
    ("@\nBy Ana Petrova for The Gazette, Feb. 14, 2025\n\n", "", "2025-02-14"),
    ("Live: @\n14 Feb 2025\n\n09:12 ", "", "2025-02-14"),
    ("The Gazette, 14 February 2025, p. 4\n\n@\n\n", "", "2025-02-14"),
    ("The Gazette\nFriday, February 14, 2025\nPage 4\n\n@\n\n", "", "2025-02-14"),
    ("Gazette (Port Ansel) 14 Feb 2025\n\n@\n\n", "", "2025-02-14"),
    ("Issue 212 — 14 February 2025\n\n@\n\n", "", "2025-02-14"),
    ("The Friday Brief | February 14, 2025\n\n@\n\n", "", "2025-02-14"),
    ("@\n\n", "\n\n(14 February 2025)", "2025-02-14"),
    ("@\n\n", "\n\n© 14 February 2025 The Gazette", "2025-02-14"),
    ("@\nInterview conducted on 13 February 2025; published 14 February 2025\n\n", "", "2025-02-14"),
    ("Briefing note, 14 February 2025: @\n\n", "", "2025-02-14"),
    ("@ (14 February 2025)\n\n", "", "2025-02-14"),
    ("@\nPORT ANSEL. Feb 14, 2025 (Interfax) - ", "", "2025-02-14"),
    ("@\nPORT ANSEL, 14th Feb. 2025, (KNA): ", "", "2025-02-14"),
    ("14 February 2025 — ", "", "2025-02-14"),
    ("@\nStory by Ana Petrova • 14 Feb 2025 • 3h\n\n", "", "2025-02-14"),
    ("@\nWed, 16 Jul 2025 14:20:00 +0000\n\n", "", "2025-07-16"),
    ("@\n16 Jul 2025, 14:20 (GMT+3)\n\n", "", "2025-07-16"),
    ("Kampala, Uganda | PLUS NEWS | 14 Feb 2025\n\n@\n\n", "", "2025-02-14"),
    ("@\nBy ANA PETROVA | Gazette | Feb. 14, 2025 8:23 pm\n\n", "", "2025-02-14"),
    ("@\nGazette Online | Published: 2025/2/14 9:12:08\n\n", "", "2025-02-14"),
    ("@\nWritten by Ana Petrova on 14 February 2025\n\n", "", "2025-02-14"),
    ("@\nAna Petrova - 14 February 2025 - 09:12\n\n", "", "2025-02-14"),
    ("News | 14 February 2025 | Armed groups\n\n@\n\n", "", "2025-02-14"),
    ("@\n14 February 2025, Port Ansel – ", "", "2025-02-14"),
    ("@\nFriday, 14 February 2025 (09:12 CET)\n\n", "", "2025-02-14"),
    ("@\n14 Feb, 2025 09:12 AM IST\n\n", "", "2025-02-14"),
    ("@\nFeb 14, 2025 09:12 IST | Updated: Feb 15, 2025 10:00 IST\n\n", "", "2025-02-14"),
    ("@\n(Last Updated: Feb 14, 2025)\n\n", "", "2025-02-14"),
    ("@\nPublished On 14 Feb 2025\n\n", "", "2025-02-14"),
    ("@\n14 Feb 2025 Last updated at 09:12 GMT\n\n", "", "2025-02-14"),
    ("@\nSource: Gazette, 14 February 2025\n\n", "", "2025-02-14"),
    ("@\nPosted Feb 14, 2025\n\n", "", "2025-02-14"),
    ("Day 12 – 14 February 2025\n\n", "", "2025-02-14"),
    ("Press Briefing, February 14, 2025\n\n", "", "2025-02-14"),
    ("Transcript: 14 February 2025\n\n", "", "2025-02-14"),
    ("Daily monitoring report 32/2025\n14 February 2025\n\n", "", "2025-02-14"),
    ("Monitoring mission: spot report, 14 February 2025\n\n", "", "2025-02-14"),
    ("SPOKESPERSON'S OFFICE\n\nStatement by the spokesperson, Port Ansel, 14 February 2025\n\n", "", "2025-02-14"),
]
"""What stands over the text (@ is the title), what stands under it, the day."""
OF_THE_STORY = [
    ("Trial of captors set for June 3, 2025\n\n", ""),
    ("What we know about the raid of 14 February 2025\n\n", ""),
    ("@\n\nThe captives were taken on 14 February 2025. ", ""),
    ("Three years after 14 February 2022, families wait\n\n", ""),
    ("@\n\n", "\n\nThe truce of 14 February 2025 ran for nine days."),
    ("Since 14 February 2025: a timeline of the talks\n\n", ""),
    ("Deadline: 14 February 2025\n\n", ""),
    ("@\nA reader's guide to the truce of 14 February 2025\n\n", ""),
    ("@\n03/02/2025\n\n", ""),
    ("Weekly bulletin\n10 – 14 February 2025\n\n", ""),
    ("@\nTimeline of the truce, 14 February 2025 to 1 March 2025\n\n", ""),
    ("Next hearing: 3 June 2025\n\n", ""),
    ("Attack of 14 February 2025: what the families know\n\n", ""),
    ("Statement on the attack of 14 February 2025\n\n", ""),
    ("@\nAn inquiry's findings, published on 14 February 2025, are disputed\n\n", ""),
]


def report_with(head: str, foot: str) -> tuple[str | None, str | None]:
    """The day of the text between two lines, and the words that print it."""
    report = read_text(head.replace("@", TITLE) + BODY + foot).report
    assert report is not None
    return report.published, report.published_span.of(report.text) if report.published_span else None


@pytest.mark.parametrize(("head", "foot", "day"), OF_THE_REPORT)
def test_the_day_of_a_report_is_found_however_it_is_printed(head: str, foot: str, day: str) -> None:
    published, words = report_with(head, foot)
    assert published == day
    assert words is not None
    assert str(int(day[-2:])) in words


@pytest.mark.parametrize(("head", "foot"), OF_THE_STORY)
def test_a_day_of_the_story_is_none_of_the_report(head: str, foot: str) -> None:
    assert report_with(head, foot) == (None, None)
