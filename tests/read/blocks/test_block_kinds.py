"""Which role each line of a report has: one table a kind, in invented reports of invented conflicts."""

from __future__ import annotations

import pytest

from onrecord.read import segment

LEAD = "Envoys of Veldland and the Ostrine rebels met in Port Corran on Tuesday to discuss an exchange of captured sailors, two officials said."
SECOND = "The rebels hold 41 sailors, the ministry said, and have asked for the return of 60 prisoners who were sentenced after the spring offensive."
THIRD = "Neither side would say when the next round of talks may begin, and mediators left the town without a word to reporters who had waited."


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Kind and words of every block."""
    return [(b.kind, b.span.of(text)) for b in segment(text, title)]


def kind_of(line: str, *, after: str = LEAD, before: str = SECOND) -> set[str]:
    """The kinds of the blocks of a line that stands between two paragraphs."""
    text = f"{after}\n\n{line}\n\n{before}\n\n{THIRD}"
    start = len(after) + 2
    return {b.kind for b in segment(text) if b.span.start >= start and b.span.end <= start + len(line)}


@pytest.mark.parametrize(
    "line",
    [
        "Relatives of the sailors wait at the harbour of Port Corran, May 3, 2031. Photo by Ana Brisk/Veld Press.",
        "The ferry on which the sailors were taken, seen in April. REUTERS",
        "Rebel fighters at a checkpoint outside Ostra. AFP via Getty Images",
        "Families of the missing crew hold a vigil. via REUTERS",
        "A mediator enters the hotel on Monday [Lina Orsk/Reuters]",
        "Negotiators at the table in Port Corran (Photo: Veldland Foreign Ministry)",
        "The captured trawler in the harbour of Ostra. (AP Photo/Jon Marr)",
        "FILE PHOTO: The rebel commander speaks at a rally in Ostra two years ago",
        "A handout image released by the coast guard shows the trawler on fire, in a photo taken on Sunday. Handout/AFP",
        "Sailors' wives outside the ministry. Credit: Mira Toll",
        "The bridge between the two banks. © Dario Fenn 2031",
    ],
)
def test_a_line_that_ends_with_a_photo_credit_is_a_caption(line: str) -> None:
    assert kind_of(line) == {"caption"}


@pytest.mark.parametrize(
    "line",
    [
        "The foreign minister declined to comment, and his spokesman did not return calls from Reuters.",
        "The deal was first reported by the Veld Herald, which cited an official with knowledge of it, and later by AFP.",
        "Prisoners' families said that they had sent the ministry every photo.",
        "The rebels said the video would be released through their own channel on Friday.",
    ],
)
def test_a_paragraph_that_ends_with_an_outlet_is_no_caption(line: str) -> None:
    assert kind_of(line) == {"paragraph"}


@pytest.mark.parametrize(
    "line", ["Getty Images", "Mira Toll/AFP via Getty Images", "(Reporting by Ana Brisk; Editing by Jon Marr)", "Photo: Lina Orsk", "With agencies"]
)
def test_a_line_that_is_nothing_but_a_credit_is_a_credit(line: str) -> None:
    assert kind_of(line) == {"credit"}


def test_the_agency_that_signs_the_last_paragraph_is_cut_off_it() -> None:
    assert kinds(f"{LEAD}\n\n{SECOND} — AFP")[-2:] == [("paragraph", SECOND), ("credit", "— AFP")]


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter",
        "Sign up for free to receive our daily briefing",
        "You have read 2 articles this month.",
        "Join the conversation",
        "Register to continue reading",
        "Advertisement",
        "Share this article",
        "Already a subscriber? Log in",
        "We use cookies to give you the best experience.",
        "We and our partners use cookies to personalise content.",
        "Share this article on WhatsApp",
        "Every donation, big or small, keeps this paper alive.",
        "© 2031 Veld Herald. All rights reserved.",
        "Follow us on Facebook",
        "5 min read",
        "Story continues below advertisement",
        "Never miss a thing",
        "* * *",
        "Read more: Who are the Ostrine rebels?",
        "Follow Ana Brisk on Twitter @anabrisk.",
    ],
)
def test_what_the_publisher_says_for_itself_is_furniture(line: str) -> None:
    assert kind_of(line) == {"furniture"}


@pytest.mark.parametrize(
    "line",
    [
        "The minister said that readers of the state paper would be asked to donate for the families of the sailors.",
        "“Join the talks or lose our support,” the mediator told the rebels, according to an aide.",
        "The rebels asked the fishermen's union to join the discussion about the exchange of prisoners on Friday.",
        "He urged donors to support the work of the Red Cross, which said it had registered every captive.",
    ],
)
def test_a_paragraph_that_tells_of_appeals_is_no_furniture(line: str) -> None:
    assert kind_of(line) == {"paragraph"}


def test_the_foot_of_a_page_takes_the_short_lines_between_its_appeals_with_it() -> None:
    foot = ["You have read 5 articles this month.", "The war goes on.", "Our reporters tell the truth, and we rely on readers like you.", "Never miss a thing"]
    text = "\n\n".join([LEAD, SECOND, *foot])
    assert [k for k, _ in kinds(text)] == ["paragraph", "paragraph", *["furniture"] * 4]


def test_an_appeal_in_mid_report_takes_nothing_with_it() -> None:
    text = "\n\n".join([LEAD, "Subscribe to our newsletter", SECOND, THIRD])
    assert [k for k, _ in kinds(text)] == ["paragraph", "furniture", "paragraph", "paragraph"]


def test_headlines_listed_under_read_more_are_furniture() -> None:
    text = "\n\n".join([LEAD, "Related stories", "Sailors' families march on the ministry", "Who speaks for the Ostrine rebels", SECOND])
    assert [k for k, _ in kinds(text)] == ["paragraph", "furniture", "furniture", "furniture", "paragraph"]


def test_title_section_label_standfirst_byline_and_date_line() -> None:
    text = "\n\n".join(
        [
            "World News",
            "Veldland and rebels near deal on captured sailors",
            "Gaps remain over the list of prisoners.",
            "By Ana Brisk and Jon Marr",
            "Published: 3 May 2031",
            LEAD,
            SECOND,
        ]
    )
    assert [k for k, _ in kinds(text)] == ["furniture", "title", "standfirst", "byline", "dateline", "paragraph", "paragraph"]


def test_a_short_first_sentence_is_no_title() -> None:
    assert kinds(f"The rebels released four sailors on Monday after a night of talks.\n\n{LEAD}\n\n{SECOND}")[0][0] == "paragraph"


def test_a_title_that_the_page_knows_leaves_the_first_paragraph_alone() -> None:
    text = f"Rebels free four\n\nFour sailors come home\n\n{LEAD}\n\n{SECOND}"
    assert next(k for k, _ in kinds(text, "Rebels free four")) == "title"
    assert [k for k, _ in kinds(text, "Rebels free four")].count("title") == 1


def test_two_labels_run_together_over_the_title_are_furniture() -> None:
    text = f"live deskVeldland at War\n\nRebels free four sailors after talks\n\n{LEAD}\n\n{SECOND}"
    assert [k for k, _ in kinds(text)][:2] == ["furniture", "title"]


def test_a_name_with_an_inner_capital_makes_no_label_of_a_title() -> None:
    text = f"ShipTrack finds captured trawler\n\nCoast guard confirms what the service saw\n\n{LEAD}\n\n{SECOND}"
    assert kinds(text)[0][0] == "title"


@pytest.mark.parametrize("line", ["By Monday the talks had failed and the envoys went home to their capitals without a deal.", "By the end of May"])
def test_a_time_after_by_is_no_byline(line: str) -> None:
    assert "byline" not in kind_of(line)


def test_a_text_that_opens_with_a_long_paragraph_has_no_title() -> None:
    assert [k for k, _ in kinds(f"{LEAD}\n{SECOND}")] == ["paragraph", "paragraph"]


@pytest.mark.parametrize(
    "opening",
    [
        "PORT CORRAN, May 3 (Reuters) - ",
        "PORT CORRAN (AP) — ",
        "OSTRA, Veldland — ",
        "Ostra, Veldland (CNN) — ",
        "OSTRA: ",
        "date 2031-05-03 ",
        "3 May 2031 – ",
        "(Reuters) - ",
        "Ostra (AFP) – ",
    ],
)
def test_a_dateline_is_cut_off_the_first_paragraph(opening: str) -> None:
    assert kinds(f"{opening}{LEAD}\n\n{SECOND}")[:2] == [("dateline", opening.strip()), ("paragraph", LEAD)]


@pytest.mark.parametrize("line", ["3 May 2031", "Updated: May 3, 2031, 10:15 GMT", "Tuesday, 3 May 2031", "6:40 p.m.", "2031-05-03T10:15:00Z", "14:05 GMT"])
def test_a_line_with_nothing_but_a_date_or_a_clock_time_is_a_dateline(line: str) -> None:
    assert kind_of(line) == {"dateline"}


@pytest.mark.parametrize("line", ["41 sailors", "2031", "On May 3 the rebels released a list of the 41 sailors.", "60 prisoners for 41 sailors"])
def test_a_figure_is_no_dateline(line: str) -> None:
    assert "dateline" not in kind_of(line)


@pytest.mark.parametrize("label", ["Why it matters:", "State of play:", "Yes, but:", "The big picture:", "What's next:"])
def test_a_set_opening_is_cut_off_its_paragraph(label: str) -> None:
    assert kinds(f"{LEAD}\n\n{label} {SECOND}")[1:] == [("label", label), ("paragraph", SECOND)]


@pytest.mark.parametrize(
    "line",
    [
        "The minister said: No list has reached us since the talks in Port Corran.",
        "He added: “We will not wait for ever.”",
        "Orsk: We have no list of the prisoners yet.",
    ],
)
def test_words_that_cue_speech_are_no_label(line: str) -> None:
    assert "label" not in kind_of(line)


def test_an_opening_that_no_list_knows_counts_when_the_report_has_three() -> None:
    paragraphs = [f"{o} {SECOND}" for o in ("What the rebels want:", "Where the talks stand:", "Who could break it:")]
    assert [k for k, _ in kinds("\n\n".join([LEAD, *paragraphs]))].count("label") == 3
    assert [k for k, _ in kinds("\n\n".join([LEAD, paragraphs[0]]))].count("label") == 0


def test_turns_have_their_speakers_and_the_names_are_labels() -> None:
    text = "\n\n".join(
        [
            "MR. ORSK: Good morning. I have a short statement on the talks.",
            "Q: When will the sailors be home?",
            "MR. ORSK: I cannot say.",
            "We are working on it.",
            "Q: Is there a list?",
        ]
    )
    blocks = segment(text)
    assert [(b.kind, b.speaker) for b in blocks if b.kind == "turn"] == [("turn", s) for s in ("MR. ORSK", "Q", "MR. ORSK", "MR. ORSK", "Q")]
    assert [b.span.of(text) for b in blocks if b.kind == "label"] == ["MR. ORSK:", "Q:", "MR. ORSK:", "Q:"]


def test_one_name_and_a_colon_make_no_transcript() -> None:
    assert "turn" not in {k for k, _ in kinds(f"{LEAD}\n\nORSK: The talks go on.\n\n{SECOND}")}


def test_a_paragraph_introduced_by_a_colon_and_set_in_quotation_marks_is_a_quotation() -> None:
    text = f"{LEAD}\n\nThe envoy wrote to the families:\n\n“We have seen the list, and we will bring every sailor home before the winter.”\n\n{SECOND}"
    assert [k for k, _ in kinds(text)] == ["paragraph", "paragraph", "quotation", "paragraph"]


def test_a_quoted_paragraph_with_its_own_source_after_a_colon_is_no_block_quotation() -> None:
    text = f"{LEAD}\n\nThen the room grew loud:\n\n“They stole the ship,” a captain shouted at the envoys across the table.\n\n{SECOND}"
    assert "quotation" not in {k for k, _ in kinds(text)}


@pytest.mark.parametrize("mark", ["> ", "      "])
def test_marked_or_indented_paragraphs_are_quotations(mark: str) -> None:
    assert [k for k, _ in kinds(f"{LEAD}\n\n{mark}We will bring every sailor home before the winter.\n\n{SECOND}")].count("quotation") == 1


def test_bullets_and_numbers_are_list_items() -> None:
    text = "\n".join(
        [LEAD, "", "• the release of 41 sailors", "• the return of 60 prisoners", "", SECOND, "", "1. A truce of ten days.", "2. A second round of talks."]
    )
    assert [k for k, _ in kinds(text)].count("list_item") == 4


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this report misstated the number of sailors.",
        "This article has been corrected to say that 41 sailors are held.",
        "Editor's note: The headline was amended because it named the wrong ministry.",
        "Clarification: The envoy spoke on Monday.",
    ],
)
def test_a_note_that_mends_the_report_is_a_correction(line: str) -> None:
    assert kind_of(line) == {"correction"}


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    words = f"{LEAD} {SECOND}".split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 70:
            lines.append(line.strip())
            line = ""
        line += word + " "
    text = "\n".join([*lines, line.strip()])
    assert [k for k, _ in kinds(text)] == ["paragraph"]


def test_a_line_printed_twice_in_a_row_is_read_once() -> None:
    line = "The sailors' families marched to the harbour on Sunday."
    assert [k for k, _ in kinds(f"{LEAD}\n{line}\n{line}\n{SECOND}")] == ["paragraph", "paragraph", "furniture", "paragraph"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"VMA: No word yet on the sailors\n\nBy Mara Lund, May 3, 2031 | 06:12 PM\n\n{LEAD}", ["title", "byline", "paragraph"]),
        (f"No word yet on the sailors\n\nBy our columnist, May 3, 2031\n\n{LEAD}", ["title", "dateline", "paragraph"]),
        (f"OSTRA: {LEAD}\n\n{SECOND}", ["dateline", "paragraph", "paragraph"]),
    ],
)
def test_who_speaks_in_a_headline_is_no_place_and_a_byline_may_say_when(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(text)] == expected
