"""Transcripts and briefings as they are printed: in twenty layouts every turn has its speaker, and nothing else is a turn."""

from __future__ import annotations

import pytest

from onrecord.annotate.attributions.turns import turn_attributions
from onrecord.annotate.cast import Cast
from onrecord.read import read_text
from onrecord.types import Parsed

S1 = "We have handed the list of forty sailors to the mediators, and we wait for an answer."
S2 = "Can you say whether the wounded will be the first to be freed in this exchange?"
S3 = "That is what we have asked for from the first day of these talks, and it has not changed."
S4 = "The next round will be held in Port Corran on Tuesday, if the rebels come to it."
Turns = list[tuple[str, str]]
FOUR: list[str] = [S1, S2, S3, S4]


def under(*names: str, form: str = "{name} {text}", gap: str = "\n\n") -> str:
    """The four sayings under these speakers, one after another."""
    return gap.join(form.format(name=n, text=t) for n, t in zip(names, FOUR, strict=True))


def four(*names: str) -> Turns:
    return list(zip(names, FOUR, strict=True))


HEAD = "Press Briefing by Spokesman Ole Berg\n\n3 March 2024\n\n"
LAYOUTS: list[tuple[str, str, Turns]] = [
    ("a house of government", HEAD + under("MR. BERG: ", "Q   ", "MR. BERG: ", "MR. BERG: "), four("MR. BERG", "Q", "MR. BERG", "MR. BERG")),
    ("a foreign ministry", HEAD + under("MR BERG:", "QUESTION:", "MR BERG:", "QUESTION:"), four("MR BERG", "QUESTION", "MR BERG", "QUESTION")),
    (
        "the United Nations' noon briefing", HEAD + under("Spokesman:", "Question:", "Spokesman:", "Question:"),
        four("Spokesman", "Question", "Spokesman", "Question"),
    ),
    (
        "an office alone", HEAD + under("THE PRIME MINISTER:", "JOURNALIST:", "THE PRIME MINISTER:", "THE PRIME MINISTER:"),
        four("THE PRIME MINISTER", "JOURNALIST", "THE PRIME MINISTER", "THE PRIME MINISTER"),
    ),
    ("a spokesperson without a name", HEAD + under("SPOKESPERSON:", "Q:", "SPOKESPERSON:", "Q:"), four("SPOKESPERSON", "Q", "SPOKESPERSON", "Q")),
    (
        "names and offices in a list at the head",
        "Participants:\nAda Lund, Foreign Minister of Veldland\nOle Berg, Spokesman of the Ostrine rebels\n\n" + under("Lund:", "Berg:", "Lund:", "Berg:"),
        four("Lund", "Berg", "Lund", "Berg"),
    ),
    ("questions and answers by letters and full stops", under("Q.", "A.", "Q.", "A."), four("Q", "A", "Q", "A")),
    ("questions and answers by letters and colons", under("Q:", "A:", "Q:", "A:"), four("Q", "A", "Q", "A")),
    (
        "an office in brackets behind the name", under("LUND (Foreign Minister):", "BERG (Spokesman):", "LUND:", "BERG:"),
        four("LUND", "BERG", "LUND", "BERG"),
    ),
    (
        "the speaker on a line of its own", under("ADA LUND:", "OLE BERG:", "ADA LUND:", "OLE BERG:", form="{name}\n{text}"),
        four("ADA LUND", "OLE BERG", "ADA LUND", "OLE BERG"),
    ),
    ("bold in Markdown", under("**Ada Lund:**", "**Ole Berg:**", "**Ada Lund:**", "**Ole Berg:**"), four("Ada Lund", "Ole Berg", "Ada Lund", "Ole Berg")),
    (
        "times in brackets before the speaker", under("[00:01:12] ADA LUND:", "[00:02:10] HOST:", "[00:02:40] ADA LUND:", "[00:03:01] HOST:"),
        four("ADA LUND", "HOST", "ADA LUND", "HOST"),
    ),
    ("an outlet that asks", under("Daily Example:", "Ada Lund:", "Daily Example:", "Ada Lund:"), [*zip(["Daily Example", "Ada Lund"] * 2, FOUR, strict=True)]),
    (
        "a parliament", under("The Prime Minister (Ada Lund):", "Mr. Speaker:", "The Prime Minister:", "Mr. Speaker:"),
        four("The Prime Minister", "Mr. Speaker", "The Prime Minister", "Mr. Speaker"),
    ),
    (
        "a council of states", under("The President:", "Mr. Berg (Norway):", "The President:", "Mr. Berg (Norway):"),
        four("The President", "Mr. Berg", "The President", "Mr. Berg"),
    ),
    (
        "reporters by number", under("SECRETARY LUND:", "Reporter 1:", "SECRETARY LUND:", "Reporter 2:"),
        four("SECRETARY LUND", "Reporter 1", "SECRETARY LUND", "Reporter 2"),
    ),
    ("captions of a broadcast", under(">> HOST:", ">> ADA LUND:", ">> HOST:", ">> ADA LUND:"), four("HOST", "ADA LUND", "HOST", "ADA LUND")),
    (
        "officials without a name", under("SENIOR ADMINISTRATION OFFICIAL:", "Q", "SENIOR ADMINISTRATION OFFICIAL:", "Q"),
        four("SENIOR ADMINISTRATION OFFICIAL", "Q", "SENIOR ADMINISTRATION OFFICIAL", "Q"),
    ),
    (
        "names with particles", under("VAN DER BERG:", "Mr. de la Cruz (Colombia):", "VAN DER BERG:", "Mr. de la Cruz (Colombia):"),
        four("VAN DER BERG", "Mr. de la Cruz", "VAN DER BERG", "Mr. de la Cruz"),
    ),
    (
        "a discussion", under("Moderator:", "Audience member:", "Ambassador Lund:", "Moderator:"),
        four("Moderator", "Audience member", "Ambassador Lund", "Moderator"),
    ),
    ("lines without an empty one between them", under("MS. LUND:", "Q:", "MS. LUND:", "Q:", gap="\n"), four("MS. LUND", "Q", "MS. LUND", "Q")),
    (
        "full capitals with accents", under("SÁNCHEZ LÓPEZ:", "PREGUNTA:", "SÁNCHEZ LÓPEZ:", "PREGUNTA:"),
        four("SÁNCHEZ LÓPEZ", "PREGUNTA", "SÁNCHEZ LÓPEZ", "PREGUNTA"),
    ),
    ("a dash behind the name", under("ADA LUND —", "OLE BERG —", "ADA LUND —", "OLE BERG —"), four("ADA LUND", "OLE BERG", "ADA LUND", "OLE BERG")),
    ("full-width colons", under("ADA LUND：", "HOST：", "ADA LUND：", "HOST：", form="{name}{text}"), four("ADA LUND", "HOST", "ADA LUND", "HOST")),
]


def turns(text: str) -> Turns:
    """(speaker, words) of every turn."""
    report = read_text(text).report
    assert report is not None
    return [(b.speaker or "", b.span.of(text)) for b in report.blocks if b.kind == "turn"]


@pytest.mark.parametrize(("text", "expected"), [x[1:] for x in LAYOUTS], ids=[x[0] for x in LAYOUTS])
def test_every_turn_has_its_speaker(text: str, expected: Turns) -> None:
    assert turns(text) == expected


def test_a_paragraph_without_a_speaker_goes_on_with_the_last_ones() -> None:
    text = HEAD + f"MR. BERG: {S1}\n\n{S3}\n\nQ   {S2}\n\nMR. BERG: {S4}\n"
    assert turns(text) == [("MR. BERG", S1), ("MR. BERG", S3), ("Q", S2), ("MR. BERG", S4)]


@pytest.mark.parametrize("noise", ["(Laughter.)", "[Crosstalk]", "(Inaudible.)", "[END OF TRANSCRIPT]", "* * *", "2:41 P.M. EST", "END 3:02 P.M. EST"])
def test_what_nobody_says_is_no_turn(noise: str) -> None:
    text = HEAD + f"MR. BERG: {S1}\n\n{noise}\n\nQ   {S2}\n\nMR. BERG: {S4}\n\n{noise}\n"
    assert turns(text) == [("MR. BERG", S1), ("Q", S2), ("MR. BERG", S4)]


ORDINARY = [
    ("labels of a newsletter", f"Why it matters: {S1}\n\nState of play: {S3}\n\nWhat's next: {S4}\n\nThe latest: {S1}"),
    ("fields of a notice", f"Location: Port Corran\n\nDate: 3 March 2024\n\nContact: press@example.org\n\n{S1} {S3}"),
    ("a list of places", f"{S1}\n\nPort Corran: nine sailors are held in the old ferry house.\n\nOstrine Island: thirty-one are held in the fort.\n\n{S4}"),
    ("two quotations with colons", f"Lund said: “{S1}”\n\nBerg replied: “{S3}”\n\nLund said: “{S4}”\n\nBerg replied: “{S2}”"),
]


@pytest.mark.parametrize("text", [x[1] for x in ORDINARY], ids=[x[0] for x in ORDINARY])
def test_an_ordinary_text_has_no_turns(text: str) -> None:
    assert turns(text) == []


SOURCES = [
    ("an office alone", "THE PRIME MINISTER", "THE PRIME MINISTER", "unnamed_official", None),
    ("questions and answers by letters and colons", "A", "A", "unnamed_source", None),
    ("names and offices in a list at the head", "Lund", "Ada Lund", "named_person", None),
    ("a council of states", "Mr. Berg (Norway)", "Mr. Berg", "named_person", "Norway"),
    ("reporters by number", "Reporter 1", "Reporter 1", "unnamed_source", None),
    ("officials without a name", "SENIOR ADMINISTRATION OFFICIAL", "SENIOR ADMINISTRATION OFFICIAL", "unnamed_official", None),
    ("times in brackets before the speaker", "ADA LUND", "ADA LUND", "named_person", None),
    ("bold in Markdown", "Ada Lund", "Ada Lund", "named_person", None),
    ("a dash behind the name", "ADA LUND", "ADA LUND", "named_person", None),
]


@pytest.mark.parametrize(("layout", "words", "resolved", "kind", "side"), SOURCES, ids=[s[0] for s in SOURCES])
def test_a_turn_is_told_by_its_speaker(layout: str, words: str, resolved: str, kind: str, side: str | None) -> None:
    report = read_text(next(text for name, text, _ in LAYOUTS if name == layout)).report
    assert report is not None
    parsed = Parsed(report, (), ())
    told = [(a.source, a.resolved, a.source_class, a.affiliation) for a in turn_attributions(parsed, Cast())]
    assert (words, resolved, kind, side) in told
    assert len(told) == 4
