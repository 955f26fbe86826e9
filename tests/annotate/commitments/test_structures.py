"""What the shape of a sentence says of who owes what: debtors whose verb is said once, what nobody may do, duties renewed, breaches named by a noun."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

TRUCE = "Chad and the Kestrel rebels signed a truce in May. "

SHARED = (
    (
        "Under the Geneva accord signed by Colombia and the ELN, Colombia undertook to open the river road and the ELN to release nine soldiers.",
        [("Colombia", "open the river road"), ("ELN", "release nine soldiers")],
    ),
    (
        "Ethiopia and the Oromo rebels signed a truce in May. Ethiopia agreed to withdraw from Nekemte and the rebels to disarm.",
        [("Ethiopia", "withdraw from Nekemte"), ("Oromo", "disarm")],
    ),
    (
        "Under the deal between Peru and the Front, the Front is to release 12 engineers in three stages, Peru to withdraw two battalions, "
        "and both to remove mines from the road.",
        [("Front", "release 12 engineers in three stages"), ("Peru", "withdraw two battalions"), ("Peru and Front", "remove mines from the road")],
    ),
    (
        "The accord obliges Caracas to free ten Americans and Bogota to hand over a financier.",
        [("Venezuela", "free ten Americans"), ("Colombia", "hand over a financier")],
    ),
    (
        "The union agreed to return to work on Monday and the company to withdraw 40 dismissals, under a deal reached overnight.",
        [("union", "return to work on Monday"), ("company", "withdraw 40 dismissals")],
    ),
    ("Peru and the Front signed a truce. Brazil undertook to persuade Peru and the Front to talk.", []),
)

OWED = (
    ("Neither army may cross the river.", "Chad and Kestrel", "not cross the river"),
    ("The rebels may not carry arms in the towns.", "Kestrel", "not carry arms in the towns"),
    ("The parties recommitted themselves to the truce.", "Chad and Kestrel", "observe the truce"),
    ("Both sides reaffirmed their commitment to the truce.", "Chad and Kestrel", "observe the truce"),
)

TOLD = (
    ('"We did our part," the Chadian minister, Amin Sow, said.', "Chad", "kept"),
    ("A second pilot was due on Saturday but has not been freed.", "Kestrel", "breached"),
    ("The rebels described the arrests as a breach of the accord.", "Chad", "breached"),
    ('Chad called the shelling "a flagrant violation of a promise that is not a day old".', "Kestrel", "breached"),
)


@pytest.mark.parametrize(("text", "owed"), SHARED)
def test_every_debtor_of_a_verb_that_is_said_once_owes_his_own_deed(text: str, owed: list[tuple[str, str]], read_text: Callable[[str], Reading]) -> None:
    assert [(c.obligor, c.what) for c in read_text(text).commitments if c.account == "owed"] == owed


@pytest.mark.parametrize(("text", "party", "what"), OWED)
def test_what_nobody_may_do_and_what_is_renewed_is_owed(text: str, party: str, what: str, read_text: Callable[[str], Reading]) -> None:
    assert (party, "owed", what) in [(c.obligor, c.account, c.what) for c in read_text(TRUCE + text).commitments]


@pytest.mark.parametrize(("text", "party", "account"), TOLD)
def test_who_is_told_to_have_kept_or_broken_it(text: str, party: str, account: str, read_text: Callable[[str], Reading]) -> None:
    assert (party, account) in [(c.obligor, c.account) for c in read_text(TRUCE + text).commitments]


FOLLOWED = (
    (
        "Under a truce with Chad, the rebels must free nine officers. So far four officers have been freed, fewer than half of what was agreed, Chad said.",
        ("rebels", "kept", "free nine officers"),
    ),
    (
        TRUCE + "Chad must open eight gates. It opened five on Monday; the other three were to follow on Friday but did not.",
        ("Chad", "breached", "open the other three"),
    ),
    ("Under the deal, Ghana will free 12 sailors. Eight of them were freed on Monday, the rest are to follow next week.", ("Ghana", "owed", "free the rest")),
    (
        "Yemen and the Houthis agreed on a swap. Under the deal, Yemen is to pay two million dollars. The Houthis said nothing had arrived.",
        ("Yemen", "breached", "pay two million dollars"),
    ),
)

PASSAGES = (
    (
        "The county and the nurses' union signed a return-to-work agreement in May. Under the agreement, the county was to pay arrears in three instalments.",
        [("county", "pay arrears in three instalments")],
    ),
    ("Under a verbal deal brokered by elders, the Karen rebels were to free 20 captives by Sunday.", [("Karen", "free 20 captives by Sunday")]),
    (
        "Sudan and the RSF signed a truce in Jeddah. The arrangement was simple. The RSF would open two roads and Sudan would let lorries in.",
        [("RSF", "open two roads"), ("Sudan", "let lorries in")],
    ),
    (
        "FACTBOX-Key points of the Congo ceasefire\n\nCongo and the M23 signed a ceasefire in Doha on Friday. Here are its main points.\n\n"
        "- Tanks go back 20 km within a week.\n\n- The M23 releases 500 soldiers in two stages.",
        [("Congo and M23", "go back 20 km within a week"), ("M23", "releases 500 soldiers in two stages")],
    ),
    ("Congo and the M23 met in Doha on Friday for talks on a ceasefire. Tanks go back and forth. The M23 releases 500 songs a year.", []),
)

SPELLED_OUT = (
    "The terms of the truce between Peru and the Front are as follows: "
    "the Front will release 12 engineers; Peru will withdraw two battalions; neither side will lay mines."
)


@pytest.mark.parametrize(("text", "told"), FOLLOWED)
def test_what_came_of_a_duty_is_laid_to_who_owed_it(text: str, told: tuple[str, str, str], read_text: Callable[[str], Reading]) -> None:
    assert told in [(c.obligor, c.account, c.what) for c in read_text(text).commitments]


@pytest.mark.parametrize(("text", "owed"), PASSAGES)
def test_where_an_agreement_is_explained_its_terms_are_owed(text: str, owed: list[tuple[str, str]], read_text: Callable[[str], Reading]) -> None:
    assert [(c.obligor, c.what) for c in read_text(text).commitments if c.account == "owed"] == owed


def test_terms_after_a_colon_bind_each_of_those_they_name(read_text: Callable[[str], Reading]) -> None:
    owed = [("Front", "release 12 engineers"), ("Peru", "withdraw two battalions"), ("Peru and Front", "not lay mines")]
    assert [(c.obligor, c.what) for c in read_text(SPELLED_OUT).commitments] == owed


@pytest.mark.parametrize(
    ("title", "party", "account"),
    [("Houthis to stay out of Taiz under truce", "Houthis", "owed"), ("Yemen accuses the Houthis of new breach", "Houthis", "breached")],
)
def test_a_headline_speaks_of_the_truce_before_it_is_told(title: str, party: str, account: str, read_text: Callable[[str], Reading]) -> None:
    found = read_text(f"{title}\n\nYemen and the Houthis signed a truce on Monday. It has held since then.").commitments
    assert (party, account) in [(c.obligor, c.account) for c in found]


@pytest.mark.parametrize(
    "text",
    ["The rebels may cross the river by boat.", '"Our neighbours may not sleep," a villager said.', "The rebels said the arrests were a breach of trust."],
)
def test_what_is_allowed_or_no_breach_of_the_truce_binds_nobody(text: str, read_text: Callable[[str], Reading]) -> None:
    assert read_text(TRUCE + text).commitments == ()
