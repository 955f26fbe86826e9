"""What a report puts first by its words, the days that follow from it, and what it keeps apart. All names are invented."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.events import join_events
from onrecord.reconcile.events.order import Ordered, days_by_order, ordered_in
from onrecord.reconcile.reconcile import set_scene
from onrecord.reconcile.scene import Scene
from onrecord.types import Event, EventMention, Statement

FRIDAY = "2031-05-09"
"""The day of every report."""


@pytest.fixture(scope="module")
def scene_of(parser: SpacyParser) -> Callable[[str], Scene]:
    """The scene of one report of that day."""
    return lambda text: set_scene([annotate(parser.parse(report_of(text, published=FRIDAY, published_basis="given")))])


def told(scene: Scene) -> tuple[list[Statement], tuple[Ordered, ...]]:
    """The mentions of the only report, and the order in which it puts them."""
    (report,) = scene.reports
    mentions = scene.of_report(report, "events")
    return mentions, ordered_in(scene.reading_of(report).report, mentions)


def trigger(statement: Statement) -> str:
    """The word of a deed."""
    assert isinstance(statement.item, EventMention)
    at = statement.item.trigger_span.start - statement.item.span.start
    return statement.quote[at:].split()[0].strip(",.")


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        ("Gunmen seized the ferry on Monday. Two days later they released the women.", [("seized", "released")]),
        ("Gunmen seized the ferry on Monday and released the women two days later.", [("seized", "released")]),
        ("The rebels released nine soldiers on Tuesday. The next day the army shelled their camp.", [("released", "shelled")]),
        ("Hours after the truce began on Monday, shells hit the village of Orlo.", [("began", "hit")]),
        ("Shells hit the village of Orlo hours after the truce began on Monday.", [("began", "hit")]),
        ("The union walked out of the talks on Tuesday, a day after the company made a new offer.", [("offer", "walked")]),
        ("The envoy met the sheikh on Thursday before flying to Tesh.", [("met", "flying")]),
        ("Before the envoy met the sheikh on Thursday, the clan released a driver.", [("released", "met")]),
        ("The clan freed the driver three weeks after it kidnapped him.", [("kidnapped", "freed")]),
        ("The bishop met the kidnappers on Sunday. Shortly afterwards they released a nun.", [("met", "released")]),
        ("The two sides signed the accord on Saturday. In response, the militia attacked a convoy.", [("signed", "attacked")]),
        ("Since the truce collapsed on Wednesday, the army has attacked three villages.", [("collapsed", "attacked")]),
        ("The pirates released the cook last Monday. Then they threatened to kill the captain.", [("released", "threatened")]),
        ("The governor met the strikers on Monday; later that day the police arrested their leader.", [("met", "arrested")]),
        ("In the hours before the ceasefire took effect on Sunday, the army bombed the bridge.", [("bombed", "took")]),
        ("Police arrested 12 protesters on Friday. A week later the court released them.", [("arrested", "released")]),
        ("The company withdrew its offer on Monday, and the next morning the miners seized the pit.", [("withdrew", "seized")]),
        ("The minister said the talks resumed on Tuesday after the rebels released two pilots.", [("released", "resumed")]),
        ("Months after the embassy was seized, the students released 13 hostages.", [("seized", "released")]),
        ("The kidnappers killed a guard. An hour later the army stormed the house on Tuesday night.", [("killed", "stormed")]),
        ("Peace talks collapsed on Monday after the rebels attacked a base over the weekend.", [("attacked", "collapsed")]),
        ("The army attacked the camp on Monday. Meanwhile, the rebels shelled the port.", []),
        ("The envoy will fly to Tesh on Monday after he meets the king.", []),
        ("The rebels shelled the port on Monday. The army attacked the camp.", []),
    ],
)
def test_words_of_order_put_one_deed_before_another(text: str, pairs: list[tuple[str, str]], scene_of: Callable[[str], Scene]) -> None:
    mentions, orders = told(scene_of(text))
    by_id = {m.id: trigger(m) for m in mentions}
    assert [(by_id[o.earlier], by_id[o.later]) for o in orders if o.strict] == pairs


@pytest.mark.parametrize(
    ("text", "word", "days"),
    [
        ("Shells hit the village of Orlo hours after the truce began on Monday.", "hit", "2031-05-05/2031-05-06"),
        ("The union walked out of the talks on Tuesday, a day after the company made a new offer.", "offer", "2031-05-05"),
        ("Before the envoy met the sheikh on Thursday, the clan released a driver.", "released", "../2031-05-08"),
        ("Since the truce collapsed on Wednesday, the army has attacked three villages.", "attacked", "2031-05-07/2031-05-09"),
        ("In the hours before the ceasefire took effect on Sunday, the army bombed the bridge.", "bombed", "2031-05-03/2031-05-04"),
        ("The army attacked the camp on Monday. Meanwhile, the rebels shelled the port.", "shelled", "2031-05-05"),
        (
            "In the hours before the truce ended on Monday, the rebels did not hand over a list. Instead, the rebels sent a message to the army.", "sent",
            "2031-05-04/2031-05-05",
        ),
    ],
)
def test_a_deed_without_a_day_is_dated_by_its_place_beside_one_that_has_one(text: str, word: str, days: str, scene_of: Callable[[str], Scene]) -> None:
    mentions, orders = told(scene_of(text))
    (found,) = [d for m in mentions if trigger(m) == word and (d := days_by_order(orders, mentions).get(m.id)) is not None]
    assert found.edtf() == days


def events(scene: Scene, kind: str) -> list[Event]:
    """The events of a type."""
    return [e for e in join_events(scene) if e.type == kind]


@pytest.mark.parametrize(
    ("text", "kind", "number", "why"),
    [
        ("The army attacked a camp in Orlo on Monday. An hour later it attacked a camp in Orlo again.", "attack", 2, "one came after the other"),
        ("The clan released a driver on Monday. The next day the clan released a driver.", "release", 2, "days apart"),
        ("On Monday, the rebels claimed a shooting in Tesh. That day the rebels also launched a rocket from Orlo.", "attack", 2, "one day, no word in common"),
        ("The rebels attacked a base in Tesh on Monday. The shelling of Monday was claimed by the rebels.", "attack", 1, "the later points back"),
    ],
)
def test_what_is_told_as_two_is_two(text: str, kind: str, number: int, why: str, scene_of: Callable[[str], Scene]) -> None:
    assert len(events(scene_of(text), kind)) == number, why


def test_an_event_knows_what_its_report_puts_before_it_and_stands_behind_it(scene_of: Callable[[str], Scene]) -> None:
    scene = scene_of("Gunmen seized the ferry on Tuesday. That night the army attacked the port. An hour later the gunmen killed a sailor.")
    found = [e for e in join_events(scene) if e.type in ("attack", "capture")]
    assert len(found) == 3 and set(found[2].after) >= {found[1].id}


def test_the_order_of_the_reports_changes_no_event(parser: SpacyParser) -> None:
    texts = (
        "Gunmen seized the ferry on Tuesday. The next day they released the women.",
        "The women were released a day after gunmen seized the ferry.",
        "Gunmen seized the ferry on Tuesday. Talks began hours later.",
    )
    readings = [annotate(parser.parse(report_of(t, published=FRIDAY, published_basis="given"))) for t in texts]
    assert len({join_events(set_scene(order)) for order in permutations(readings)}) == 1
