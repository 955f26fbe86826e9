"""Which talks the reports are about."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence

import pytest

from onrecord.reconcile.entities import join_entities
from onrecord.reconcile.negotiations import find_negotiations
from onrecord.reconcile.negotiations.carriers import drop_asides, serves_all
from onrecord.reconcile.negotiations.profiles import Canonical, Profile
from onrecord.reconcile.negotiations.sorting import alone, principal
from onrecord.types import Entity, Negotiation, Reading, Span

ReadText = Callable[[str], Reading]

MINERS = """The rebel group Blue Savanna Front on Tuesday released twelve miners it had held hostage since March, Chad's foreign ministry said.
The Front demands that the Chadian army withdraw from three towns. Oman, which mediated the talks, welcomed the release of the hostages.
Chad refused to pay a ransom, a Chadian official said."""
MINERS_AGAIN = """The Blue Savanna Front rejected a proposal by Chad to free the last hostages in return for a truce, Omani mediators said on Friday.
Chad accused the Front of an attack on a village. The captives have been held since March."""
PRISONERS = """Peru and Chile exchanged 40 prisoners each on Monday, officials in both countries said.
Chile accused Peru of breaching the truce. Peru demands the return of nine more detainees. The swap was brokered by Norway."""
STRIKE = """The Dockers Union rejected an offer by the Harbour Authority to end a strike over wages on Monday.
The Harbour Authority accused the Dockers Union of breaking the contract. The union demands higher pay."""
WEATHER = """Heavy rain fell over the coast on Monday and two bridges were closed. Forecasters said the storm would reach the capital by night."""
MATCH = """Rovers beat United by two goals to one on Saturday. Their coach said the team had fought well and deserved to win the league."""


def found_in(read_text: ReadText, texts: Sequence[str]) -> tuple[list[Reading], tuple[Negotiation, ...]]:
    """The readings of texts and the negotiations found in them."""
    readings = [read_text(t) for t in texts]
    return readings, find_negotiations(readings, join_entities(readings))


def test_reports_of_one_pair_of_parties_are_one_negotiation(read_text: ReadText) -> None:
    readings, found = found_in(read_text, [MINERS, MINERS_AGAIN])
    assert len(found) == 1
    assert set(found[0].reports) == {r.report.id for r in readings}
    assert set(found[0].parties) == {"Chad", "Blue Savanna Front"}
    assert found[0].name.endswith(": hostages")


def test_who_carries_is_no_party(read_text: ReadText) -> None:
    _, found = found_in(read_text, [MINERS, MINERS_AGAIN])
    assert found[0].mediators == ("Oman",)


def test_who_carries_by_charter_is_no_party(read_text: ReadText) -> None:
    handed = """The Blue Savanna Front handed eight hostages to the Red Cross on Friday, the Red Cross said.
The Red Cross also handed the Front a list of wounded prisoners. The captives were held since March."""
    readings, found = found_in(read_text, [MINERS, MINERS_AGAIN, handed])
    assert [set(n.parties) for n in found] == [{"Chad", "Blue Savanna Front"}]
    assert readings[2].report.id in found[0].reports


def test_two_negotiations_are_never_mixed(read_text: ReadText) -> None:
    readings, found = found_in(read_text, [MINERS, PRISONERS, STRIKE, MINERS_AGAIN])
    assert sorted(len(n.reports) for n in found) == [1, 1, 2]
    held = {frozenset(n.reports) for n in found}
    assert frozenset({readings[0].report.id, readings[3].report.id}) in held
    assert frozenset({readings[1].report.id}) in held


@pytest.mark.parametrize("text", [WEATHER, MATCH])
def test_other_news_belongs_to_no_negotiation(read_text: ReadText, text: str) -> None:
    assert found_in(read_text, [text])[1] == ()


def test_the_order_of_the_reports_changes_nothing(read_text: ReadText) -> None:
    _, one = found_in(read_text, [MINERS, PRISONERS, STRIKE])
    _, other = found_in(read_text, [STRIKE, MINERS, PRISONERS])
    assert one == other


def test_every_negotiation_tells_its_reasons(read_text: ReadText) -> None:
    for negotiation in found_in(read_text, [MINERS, PRISONERS])[1]:
        assert any("at stake" in reason for reason in negotiation.reasons)
        assert any(negotiation.parties[0] in reason for reason in negotiation.reasons)


def test_no_reports_no_negotiation() -> None:
    assert find_negotiations([], ()) == ()


SIEGE = """The Kestrel League attacked the army post at Orlo on Monday and seized nine soldiers, Norland's defence ministry said.
Norland accused the League of breaking the truce. The captives were taken to Tesh. Belmar's envoy Ines Calder met the League in Tesh."""
ENVOY = """Belmar's envoy Ines Calder met the president of Norland on Friday and called the Kestrel League afterwards.
She carried a message from the Kestrel League to Norland about the hostages in Tesh, her office said."""
TENSE = """In Tesh, people wait. The Kestrel League keeps nine captives in the old mill, says Ines Calder. Nobody knows when the hostages will be free."""
COUNTED = """The International Committee of the Red Cross received two captives from the Kestrel League at Tesh on Sunday.
The Red Cross met the League twice. The hostages are well, said Ines Calder."""


def test_who_is_in_touch_with_two_opponents_stands_between_them(read_text: ReadText) -> None:
    _, found = found_in(read_text, [SIEGE, ENVOY])
    assert [set(n.parties) for n in found] == [{"Norland", "Kestrel League"}]
    assert "Belmar" in found[0].mediators


def test_a_report_of_one_party_joins_the_talks_whose_names_it_shares(read_text: ReadText) -> None:
    readings, found = found_in(read_text, [SIEGE, ENVOY, TENSE, MINERS])
    dam = next(n for n in found if "Kestrel League" in n.parties)
    assert readings[2].report.id in dam.reports and readings[3].report.id not in dam.reports


def test_who_brings_aid_to_all_is_never_a_party(read_text: ReadText) -> None:
    readings, found = found_in(read_text, [SIEGE, COUNTED])
    assert [set(n.parties) for n in found] == [{"Norland", "Kestrel League"}]
    assert readings[1].report.id in found[0].reports


def test_a_report_that_names_no_stake_joins_only_what_it_plainly_tells_of(read_text: ReadText) -> None:
    readings, found = found_in(read_text, [SIEGE, ENVOY, "Norland and the Kestrel League spoke again in Tesh, Ines Calder said.", WEATHER])
    held = {r for n in found for r in n.reports}
    assert readings[2].report.id in held and readings[3].report.id not in held


SWAP = """Peru and Belmar exchanged four prisoners on Monday, Peru's justice ministry said. Peru accused Belmar of holding more detainees.
Belmar demands that Peru release a pilot. Belmar rejected a proposal by Peru to swap all prisoners."""


def test_who_carries_between_two_may_be_a_party_elsewhere(read_text: ReadText) -> None:
    _, found = found_in(read_text, [SIEGE, ENVOY, SWAP])
    assert sorted(sorted(n.parties) for n in found) == [["Belmar", "Peru"], ["Kestrel League", "Norland"]]


BLOWS = """An air strike by Norland on Tesh killed nine people, the Kestrel League said. It was the second air strike in a week; drone strikes hit Orlo."""
WALKOUT = """Nurses in Tesh went on strike over pay on Monday. The Nurses Union demands higher wages; the Health Board rejected the demand of the union."""


@pytest.mark.parametrize(("text", "labour", "why"), [(BLOWS, False, "a strike from the air is no walk-out"), (WALKOUT, True, "one over pay is")])
def test_blows_are_no_labour_dispute(read_text: ReadText, text: str, labour: bool, why: str) -> None:
    _, found = found_in(read_text, [SIEGE, text])
    assert ("pay and work" in {n.stake for n in found}) is labour, why


@pytest.mark.parametrize(
    ("sizes", "home", "why"),
    [
        ({"Norland": 30, "Peru": 2}, ("Kestrel League", "Norland"), "one party's talks are those that far most reports tell of"),
        ({"Norland": 30, "Peru": 20}, ("Kestrel League",), "of two that many tell of neither is chosen"),
    ],
)
def test_where_a_report_of_one_party_alone_belongs(sizes: dict[str, int], home: tuple[str, ...], why: str) -> None:
    lone = Profile("r1", single=defaultdict(float, {"Kestrel League": 3.0}))
    known = {(tuple(sorted((other, "Kestrel League"))), "conflict"): n for other, n in sizes.items()}
    assert alone(lone, "conflict", known) == (home, "conflict"), why


@pytest.mark.parametrize(
    ("body", "between"),
    [("Joint Commission", True), ("the monitoring mission", True), ("Red Cross", True), ("Truth Commission", False), ("Norland", False)],
)
def test_bodies_between_the_parties_are_no_party(body: str, between: bool) -> None:
    assert serves_all(body) is between


def known(name: str, kind: str, mentions: int, side: str | None = None, **more: object) -> Entity:
    """Somebody who is mentioned so often, each time in a report of its own."""
    return Entity(name, name, kind, side, names=(name,), mentions=tuple((f"r{n}", Span(0, 1)) for n in range(mentions)), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entities", "party"),
    [
        ((known("Harvani", "body", 5, "Harvani"), known("Harvani Liberation Front", "body", 9)), "Harvani Liberation Front"),
        ((known("Harvani", "body", 9, "Harvani"), known("Harvani Liberation Front", "body", 5)), "Harvani"),
        ((known("Harvani", "body", 5, "Harvani"), known("Harvani Front", "body", 9), known("Harvani League", "body", 9)), "Harvani"),
        ((known("Harvani", "state", 5, "Harvani"), known("Harvani Liberation Front", "body", 9)), "Harvani"),
        ((known("Harvani", "place", 9, "Harvani"),), None),
        ((known("Harvani", "place", 9, "Harvani"), known("Ada Sol", "person", 1, "Harvani", offices=("minister",))), "Harvani"),
    ],
    ids=["the short name of one body", "a body better known than the longer one", "either of two bodies", "a state and its rebels", "a town",
         "a state that no list knows"],
)
def test_whom_a_name_stands_for(entities: tuple[Entity, ...], party: str | None) -> None:
    assert Canonical(entities).party("r0", "Harvani") == party


GUNMEN = """Gunmen seized six agronomists near Faya on Monday, killing a guard. The rebel group Seva Front claimed the attack and demanded the release
of 22 prisoners. Chad refused to free any prisoners. The captives are held in the hills."""
EMPLOYED = """Chad and the Seva Front agreed to a truce on Thursday. The Front seized six people in March, according to the company that employs
the captives, Sahel Dattes. The Seva Front is to release two hostages to Sahel Dattes. Chad demands that the Seva Front release all hostages."""
REFUSED = """The Seva Front demands the release of 22 prisoners. Chad refuses the release of any prisoners. The prisoners are held in Faya."""


@pytest.mark.parametrize("texts", [(GUNMEN,), (EMPLOYED,), (REFUSED,), (GUNMEN, EMPLOYED, REFUSED)], ids=["gunmen", "an employer", "stances", "all"])
def test_one_negotiation_is_told_as_one_with_its_two_sides(read_text: ReadText, texts: Sequence[str]) -> None:
    _, found = found_in(read_text, texts)
    assert [set(n.parties) for n in found] == [{"Chad", "Seva Front"}]


def test_two_negotiations_of_one_party_stay_two(read_text: ReadText) -> None:
    league = """Gunmen of the Kestrel League seized four soldiers on Sunday. The Kestrel League demands that Chad release nine prisoners.
Chad refused the release of the prisoners. Chad accused the Kestrel League of breaking the truce."""
    _, found = found_in(read_text, [GUNMEN, REFUSED, league])
    assert sorted(sorted(n.parties) for n in found) == [["Chad", "Kestrel League"], ["Chad", "Seva Front"]]


@pytest.mark.parametrize(
    ("stakes", "others", "party", "why"),
    [
        ({"hostages": 5}, ("Chad", "Seva Front"), False, "two others negotiate about its people"),
        ({"hostages": 5}, ("Seva Front",), True, "nobody else faces the captors"),
        ({"pay and work": 5}, ("Chad", "Dockers Union"), True, "an employer is a party where work is at stake"),
    ],
)
def test_when_an_employer_is_a_party(stakes: dict[str, int], others: tuple[str, ...], party: bool, why: str) -> None:
    single = defaultdict(float, dict.fromkeys((*others, "Sahel Dattes"), 3.0))
    one = Profile("r1", single=single, stakes=Counter(stakes), aside=frozenset({"Sahel Dattes"}))
    drop_asides(one)
    assert ("Sahel Dattes" in one.single) is party, why


@pytest.mark.parametrize(
    ("fights", "kept", "why"),
    [(0.0, False, "two who only meet about a third face one opponent"), (3.0, True, "two who owe each other negotiate themselves")],
)
def test_a_second_pair_needs_what_opponents_do(fights: float, kept: bool, why: str) -> None:
    front, friend = ("Chad", "Seva Front"), ("Chad", "Peru")
    one = Profile("r1", pairs=defaultdict(float, {front: 6.0, friend: 4.0}), fights=defaultdict(float, {front: 5.0, friend: fights}))
    assert (friend in principal(one)) is kept, why


def test_who_is_told_of_as_a_mediator_and_only_has_promises_made_to_him_is_no_party(read_text: ReadText) -> None:
    """The report that tells of the promises alone does not say that he mediates."""
    promised = """The Kestrel League promised Oman to hand over a list of the nine hostages by Friday, Oman's foreign ministry said.
Under the agreement, the League undertook to Oman to free three hostages."""
    carried = """Oman, which mediates between Norland and the Kestrel League, said the League had broken its promise to release three hostages.
Norland accused the Kestrel League of holding the hostages in a mine. The Kestrel League attacked a post in Norland."""
    for order in ((promised, carried), (carried, promised)):
        readings = [read_text(text) for text in order]
        found = find_negotiations(readings, join_entities(readings))
        assert all("Oman" not in n.parties for n in found)
