"""Attributions of plain wire text: what parsers lose, and words of speech that tell of deeds. One invented sentence a rule."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord import read as reports
from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.types import Reading

Read = Callable[[str], Reading]

# text, (source, cue, content) that must be found
FOUND = [
    ("Aid workers in Bentara said thousands had fled.", ("Aid workers in Bentara", "said", "thousands had fled")),
    ("Marvanian President Otto Brandl said those returned included sailors and border guards.",
     ("Marvanian President Otto Brandl", "said", "those returned included sailors and border guards")),
    ("The army and its rival agreed to let in aid but failed again to reach a truce, Norway and the African Union said Tuesday, March 4, 2025.",
     ("Norway and the African Union", "said", "The army and its rival agreed to let in aid but failed again to reach a truce")),
    ("Two Malian officials close to the army's delegation said the talks stalled over the airport.",
     ("Two Malian officials close to the army's delegation", "said", "the talks stalled over the airport")),
    ("Two people briefed on the talks, who declined to be named, told the agency that Oman had put forward a new text.",
     ("Two people briefed on the talks", "told", "Oman had put forward a new text")),
    ("Kenya will send a team to Djibouti on Friday, an official in the president's office said on Wednesday, amid reports that the gap was closing.",
     ("an official in the president's office", "said", "Kenya will send a team to Djibouti on Friday")),
    ("The rebels on Thursday accused the army of shelling their camp.", ("The rebels", "accused", "the army of shelling their camp")),
    ("Two ferries left on Monday, according to the Red Crescent, but the port office says both were empty.",
     ("the Red Crescent", "according to", "Two ferries left on Monday")),
    ("The negotiator was quoted by the daily Horizon as saying that the window was closing.", ("The negotiator", "saying", "the window was closing")),
    ("The mayor said the city remained open but ruled out any amnesty before a vote.", ("The mayor", "ruled out", "any amnesty before a vote")),
]


@pytest.mark.parametrize(("text", "wanted"), FOUND)
def test_told_in_plain_wire_text(read_text: Read, text: str, wanted: tuple[str, str, str]) -> None:
    assert wanted in [(a.source, a.cue, a.content) for a in read_text(text).attributions]


# text, cue that must not be one
NOT_TOLD = [
    ("Nobody has claimed responsibility for the raid.", "claimed"),
    ("No group has claimed the bombing in Tarsa.", "claimed"),
    ("The militia attacked two villages near Tarsa on Sunday.", "attacked"),
    ("The fighters called him on Monday from a hidden number.", "called"),
    ("The workers voted to end their walkout.", "voted"),
    ("The families say the state broke its promise to post guards.", "promise"),
    ("Greece, he said, would support any fair solution.", "support"),
    ("The prisoners stay until the government honours what it signed.", "honours"),
    ("The crew must hand over the list, which they had pledged to do by Tuesday.", "pledged"),
    ("The draft sets no date, as the opposition demands, but foresees a vote.", "demands"),
]


@pytest.mark.parametrize(("text", "cue"), NOT_TOLD)
def test_deeds_and_silence_are_not_told(read_text: Read, text: str, cue: str) -> None:
    assert not [a for a in read_text(text).attributions if cue in a.cue.split()]


def test_a_semicolon_parts_a_heading(read_text: Read) -> None:
    found = read_text("Truce holds for a week, says army; rebels allege one breach\n\nThe truce along the river held on Friday.").attributions
    assert ("rebels", "one breach") in [(a.source, a.content) for a in found]
    assert all(";" not in a.content for a in found)


def test_a_place_before_a_colon_is_no_source_where_somebody_else_speaks(read_text: Read) -> None:
    found = read_text("DR Congo: rebels say they will not attend talks until prisoners are freed\n\nThe talks were due on Friday.").attributions
    assert [a.source for a in found] == ["rebels"]


def test_what_an_item_of_a_list_is_about_is_no_source_but_who_speaks_in_one_is(parser: SpacyParser) -> None:
    items = "- Prisoners: nine exchanges have taken place.\n- Children: a list of 339 went to Oman.\n- Kovac: the text is ready and will be signed on Friday.\n"
    report = reports.read_text("What was agreed\n\nThe talks went on.\n\n" + items).report
    assert report is not None
    assert [a.source for a in annotate(parser.parse(report)).attributions] == ["Kovac"]
