# ruff: noqa: E501 — one paragraph a line
"""All pairs of reports by hand together, and harder ones beside them: how often a kind that is told is right, and how many are told."""

from __future__ import annotations

from collections.abc import Callable

from stories import STORIES
from test_pairs import VERSIONS, between, reading_of

from onrecord.reconcile.origins import find_origins
from onrecord.types import Reading

PRECISION, RECALL = 0.9, 0.8
Row = tuple[str | None, str, str, str, str]
"""Kind, first text, second text, second outlet, what makes it hard."""
CAPTAIN = """The captain of the ferry Solveig and eleven of her crew walked off a beach near Dakla on Monday, five months after pirates boarded the ship, the coast guard of Norra said.
Coast guard commander Ingrid Pahl said the men had been let go after "a very long night on the telephone" with a man who called himself Uncle.
The owner, Brenn Lines, had been asked for 4 million crowns and would not say what was paid. Three passengers, two of them children, are still missing.
Captain Olav Strand told a crowd in Dakla that his crew had eaten rice and rain water since 2 January. "We counted the waves," he said."""
HARD: list[Row] = [
    ("copy", CAPTAIN, "BEACHED: CREW OF THE SOLVEIG FREE AT LAST\n" + "\n".join(CAPTAIN.split("\n")[:3]), "Second Post", "another headline, the end cut"),
    ("copy", CAPTAIN, "\n".join([CAPTAIN.split("\n")[1], CAPTAIN.split("\n")[0], *CAPTAIN.split("\n")[2:]]), "Second Post", "paragraphs in another order"),
    ("rewrite", CAPTAIN, """Five months after they were taken, the captain and eleven sailors of the ferry Solveig are free: they came ashore near Dakla on Monday, according to Norra's coast guard.
"A very long night on the telephone" with somebody by the name of Uncle preceded the release, said Ingrid Pahl, who commands the coast guard.
Brenn Lines, which owns the ferry, kept silent on whether any of the 4 million crowns demanded had been paid; three passengers, among them two children, remain missing.
Since 2 January the crew had lived on rice and rain water, Captain Olav Strand said to people who had gathered in Dakla. "We counted the waves." """, "Second Post", "every sentence turned round"),
    ("quotes", CAPTAIN, """In Dakla the market opened late on Tuesday, because half of the town had danced. Old men who remember other pirates sat on the quay.
"We counted the waves," Captain Olav Strand had told them, and by noon a baker sold a cake with that name.
The mayor, Hedda Roos, wants a small museum. A ministry in the capital has promised to think about it.""", "Second Post", "one quotation in a text of its own"),
    (None, CAPTAIN, """Insurance for ships off Norra will cost more from next month, underwriters said, although the crew of the Solveig came home on Monday.
The route past Dakla is used by 40 ferries and 300 tankers. A rate of half a per cent is now asked of owners such as Brenn Lines.
An analyst, Tore Vik, said that one good end changed nothing: eleven ships were boarded last year, and four are still held.""", "Second Post", "names and a number shared, nothing of the text"),
    (None, CAPTAIN, """Teachers in Norra walked out on Monday over pay. Their union said that 11 of 12 schools in Dakla stayed shut.
Minister Liv Berg called it "a very long week". Talks resume on 2 March.""", "Second Post", "numbers and half a quotation by chance"),
    ("update", CAPTAIN, CAPTAIN.replace("Three passengers, two of them children, are still missing.", "Two of the three missing passengers were found on Tuesday, the coast guard said.") + "\nUpdates with passengers found.", "First Herald", "a sentence replaced"),
    ("corrects", CAPTAIN, CAPTAIN.replace("eleven of her crew", "ten of her crew") + "\nCorrection: an earlier version of this report said that eleven of the crew had walked off the beach. There were ten.", "First Herald", "a number corrected"),
]


def told(read_text: Callable[[str], Reading], row: Row) -> str | None:
    """The kind that the program gives a pair; None for none."""
    _, base, other, outlet, _ = row
    one, two = reading_of(read_text, base, "First Herald", "2031-05-06"), reading_of(read_text, other, outlet, "2031-05-07")
    kinds = [link.kind for link in between(find_origins([one, two], {}), one, two)]
    return kinds[0] if kinds else None


def test_precision_and_recall_over_all_pairs(read_text: Callable[[str], Reading]) -> None:
    easy: list[Row] = [(kind, s.base, make(s), outlet, name) for name, (kind, make, outlet) in VERSIONS.items() for s in STORIES]
    rows = [*easy, *HARD]
    assert len(easy) >= 40
    found = [(row, told(read_text, row)) for row in rows]
    wrong = [(row[4], row[0], kind) for row, kind in found if kind != row[0]]
    right = sum(kind == row[0] for row, kind in found if kind is not None)
    precision, recall = right / sum(kind is not None for _, kind in found), right / sum(row[0] is not None for row in rows)
    assert precision >= PRECISION and recall >= RECALL, (precision, recall, wrong)
    assert len(wrong) <= 1, wrong
