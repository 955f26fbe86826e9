"""Three small groups of reports on a hijacked tanker, two abducted judges and an exchange of prisoners: who is on the roster with what. All invented."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from tests.conftest import report_of

from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Reading, RosterLine

TANKER = (
    ("2031-06-03", "Pirates seized the captain and six sailors of the tanker Delfin off the coast of Sabe on Sunday, the ship's owner, Norsea, said.\n"
     "The captain, Marek Dolan, and the cook, Luis Abena, were among those taken, Norsea said. The chief engineer, Tomas Virk, jumped overboard and is "
     "missing.\n\"We want our men back,\" said Hanna Dolan, the captain's wife."),
    ("2031-06-19", "Marek Dolan, 51, looked tired and asked the ship's owner to pay.\nNorsea said it had received a letter from a third sailor, Ivo Kand, "
     "on Tuesday. Kand wrote that all were alive.\nHanna Dolan flew to Port Lira to press the government for help."),
    ("2031-07-30", "Pirates freed the cook Luis Abena on Monday after Oman mediated, the navy of Sabe said.\nSoldiers rescued two other sailors, Ivo Kand "
     "and Paul Lund, in a raid on Tuesday, the navy said."),
)
JUDGES = (
    ("2030-02-04", "Gunmen abducted two judges and a doctor on a road near Karsa on Saturday, police said. They named them as Amira Sole, Bashir Tann and Dr. "
     "Nadia Rouk.\nThe Free Karsa Movement said it was holding the three and wanted 40 detainees freed."),
    ("2030-02-20", "The Free Karsa Movement on Tuesday released Nadia Rouk, the doctor it abducted this month, in return for medicine.\nShe had heard nothing "
     "of Bashir Tann.\nSamir Tann, the judge's brother, told reporters that the family had been asked for money."),
    ("2030-03-09", "The Free Karsa Movement said on Friday that Judge Bashir Tann had been killed in a government air strike. The government denied it."),
)
EXCHANGE = (
    ("2032-05-12", "Estmark and Sudria exchanged prisoners on Tuesday at the Olva bridge. Sudria freed the journalist Lena Ostrow and the pilot Anders Veld; "
     "Estmark released Boris Kalin, a colonel.\nA second pilot, Nils Veld, who was captured in January with his cousin, remains in prison in Sudria, his "
     "lawyer said."),
    ("2032-06-02", "Nils Veld, the pilot captured by Sudria in January, escaped from a prison on Monday and crossed the Olva on foot, the army of Estmark "
     "said.\nSudria handed over the body of Sergeant Jon Mikk, who was captured with him, on Tuesday.\nA teacher, Eva Rand, has been held in Sudria since "
     "April, her family says."),
)
Row = tuple[str, str, str | None]
"""Latest status, statuses told as facts in their order, last sign of life."""
GROUPS: list[tuple[str, tuple[tuple[str, str], ...], dict[str, Row]]] = [
    ("a hijacked tanker", TANKER, {
        "Marek Dolan": ("taken", "taken", None), "Luis Abena": ("released", "taken released", None),
        "Ivo Kand": ("rescued", "seen_alive rescued", "2031-06-17"), "Paul Lund": ("rescued", "rescued", None),
    }),
    ("two judges and a doctor", JUDGES, {
        "Bashir Tann": ("said_dead", "taken said_dead", None), "Nadia Rouk": ("released", "taken released taken", None),
    }),
    ("an exchange of prisoners", EXCHANGE, {
        "Lena Ostrow": ("released", "released", None), "Anders Veld": ("released", "released", None), "Boris Kalin": ("released", "released", None),
        "Nils Veld": ("escaped", "taken held escaped", None), "Jon Mikk": ("body_returned", "taken body_returned", None), "Eva Rand": ("held", "held", None),
    }),
]


def roster_of(read_text: Callable[[str], Reading], reports: tuple[tuple[str, str], ...]) -> dict[str, RosterLine]:
    """The roster of some reports by name; each is printed on its day."""
    readings = []
    for day, text in reports:
        found = read_text(text)
        report = report_of(text, outlet=day, published=day, published_basis="given")
        readings.append(Reading(report, found.participants, found.times, found.attributions, found.figures, found.events, found.positions,
                                found.commitments, found.status))
    return {line.name: line for line in reconcile(set_scene(readings)).roster}


@pytest.mark.parametrize(("name", "reports", "expected"), GROUPS, ids=[n for n, _, _ in GROUPS])
def test_every_named_captive_stands_with_what_was_told(
    read_text: Callable[[str], Reading], name: str, reports: tuple[tuple[str, str], ...], expected: dict[str, Row]
) -> None:
    lines = roster_of(read_text, reports)
    told = {
        n: (line.status, " ".join(p.status for p in line.points if p.factuality == "happened"), line.last_sign_on.edtf() if line.last_sign_on else None)
        for n, line in lines.items()
    }
    assert told == expected
    assert all(p.words.quote for line in lines.values() for p in line.points)


def test_relatives_of_one_surname_stay_apart(read_text: Callable[[str], Reading]) -> None:
    assert [n.name for n in roster_of(read_text, TANKER)["Marek Dolan"].namesakes] == ["Hanna Dolan"]
    assert [n.name for n in roster_of(read_text, JUDGES)["Bashir Tann"].namesakes] == ["Samir Tann"]
    assert [n.name for n in roster_of(read_text, EXCHANGE)["Nils Veld"].namesakes] == ["Anders Veld"]


def test_police_who_name_the_taken_did_not_take_them(read_text: Callable[[str], Reading]) -> None:
    assert roster_of(read_text, JUDGES)["Bashir Tann"].taken_by is None


def test_any_order_of_the_reports_gives_the_same_roster(read_text: Callable[[str], Reading]) -> None:
    found = [roster_of(read_text, order) for order in permutations(JUDGES)]
    assert all(one == found[0] for one in found[1:])
