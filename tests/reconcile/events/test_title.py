"""Titles read as one line of English: table of events and what a person reads."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.reconcile.events.mention import told
from onrecord.reconcile.events.title import title
from onrecord.reconcile.scene import Scene
from onrecord.types import EventMention, EventType, Factuality, Reading, Span, Statement

Row = tuple[EventType, Factuality, str, str, tuple[str, ...], tuple[str, ...], str | None, str]
TITLES: list[Row] = [
    ("meet", "happened", "Calder met the rebels", "met", ("Ines Calder",), ("Front commanders",), None, "Ines Calder meets Front commanders"),
    ("meet", "planned", "they will meet", "meet", ("Arland", "Highland Front"), (), "Port Ansel", "Arland and Highland Front to meet in Port Ansel"),
    ("travel", "happened", "Calder flew to Tesh", "flew", ("Ines Calder",), ("Tesh",), "Tesh", "Ines Calder travels to Tesh"),
    ("release", "happened", "eight were freed", "freed", ("Highland Front",), ("eight workers",), None, "Highland Front releases eight workers"),
    ("release", "happened", "eight were freed", "freed", (), ("eight workers",), None, "Eight workers freed"),
    ("release", "called_for", "free the men", "free", ("Arland",), ("72 prisoners",), None, "Arland called on to release 72 prisoners"),
    ("truce_end", "happened", "the truce collapsed", "collapsed", (), (), None, "Truce ends"),
    ("truce_end", "happened", "the truce collapsed", "collapsed", ("Arland", "Front"), (), None, "Truce between Arland and Front ends"),
    ("attack", "happened", "an attack in Kesh", "attack", (), (), "Kesh", "Attack in Kesh"),
    ("capture", "happened", "105 were taken", "taken", ("Front",), ("105",), None, "Front seizes 105 people"),
    ("call", "happened", "the two spoke", "spoke", ("Mira Costin", "Oren Hask"), (), None, "Mira Costin and Oren Hask speak"),
    ("demand", "happened", "The families demanded a meeting", "demanded", ("families",), (), None, "Families demanded a meeting"),
    ("truce_end", "happened", "Arland ended the truce", "ended", ("Arland",), (), None, "Arland ends the truce"),
    ("truce_end", "happened", "the truce that Arland kept broke down", "broke down", ("Arland",), (), None, "Truce ends"),
    ("truce_start", "happened", "the truce took effect", "took effect", (), (), None, "Truce begins"),
    ("truce_start", "happened", "a seven-day truce", "truce", (), (), None, "A seven-day truce"),
    ("agree", "happened", "drafting a peace deal", "deal", (), (), None, "Drafting a peace deal"),
    ("resume_talks", "happened", "Quiet contacts resume", "resume", (), (), None, "Quiet contacts resume"),
    ("reject", "happened", "the Front's refusal of the plan", "refusal", ("Front",), ("Arland",), None, "Front rejects a proposal of Arland"),
    ("reject", "happened", "the Front's refusal", "refusal", ("Front",), ("Arland",), None, "The Front's refusal"),
    ("propose", "happened", "in which it offered to free all", "offered", ("Front",), (), None, "Front offered to free all"),
    ("release", "happened", "one has been returned dead", "returned", (), ("dead",), None, "One has been returned dead"),
    ("release", "happened", "the Front gave back the body of the cook Jon Pell", "gave back", ("Front",), ("body of the cook",), None,
     "Front hands over the body of the cook Jon Pell"),
    ("release", "happened", "the Front freed nine men, the second group", "freed", ("Front",), ("nine men", "second group"), None, "Front releases nine men"),
    ("release", "happened", "remains of two men were returned", "returned", (), ("remains of two men",), None, "Remains of two men handed over"),
    ("release", "called_for", "the Front must deliver a list of names", "deliver", ("Front",), ("list of names",), None,
     "The Front must deliver a list of names"),
    ("operation", "happened", "Arland returned to full war operations", "operations", ("Arland",), (), None, "Arland returned to full war operations"),
    ("agree", "happened", "the Front had undertaken to free nine men", "undertaken", ("Front",), (), None, "The Front had undertaken to free nine men"),
    ("agree", "happened", "we have accepted the paper without a change", "accepted", ("Front",), (), None, "Front has accepted the paper without a change"),
    ("propose", "happened", "the text drafted by the mediators", "drafted", ("mediators",), (), None, "Mediators make a proposal"),
    ("accuse", "happened", "Arland called the walkout \"irresponsible\"", "called", ("Arland",), (), None, "Arland called the walkout \"irresponsible\""),
    ("attack", "happened", "three guards were killed", "killed", (), ("Three guards",), "Kesh", "Attack on three guards in Kesh"),
    ("message", "called_for", "its fighters had been told to hold fire", "told", (), ("its fighters",), None, "Its fighters had been told to hold fire"),
    ("meet", "planned", "Envoys of Arland and the Front will meet on Friday", "meet", ("Envoys of Arland",), (), None,
     "Envoys of Arland and the Front will meet on Friday"),
    ("operation", "possible", "an offensive", "offensive", ("Arland",), ("Kesh",), "Kesh", "Arland may conduct an operation against Kesh"),
    ("release", "denied", "was not released", "released", ("rebels",), ("three men",), None, "Rebels do not release three men"),
]


@pytest.mark.parametrize("row", TITLES, ids=[r[-1] for r in TITLES])
def test_a_title_says_who_did_what_in_the_mood_of_the_event(row: Row) -> None:
    kind, fact, quote, trigger, actors, targets, place, expected = row
    at = quote.index(trigger)
    item = EventMention("e1", Span(0, len(quote)), Span(at, at + len(trigger)), kind, fact, actors, targets, (), place)
    scene = Scene((), {}, ())
    assert title(scene, told(scene, Statement("s", "r", "events", "e1", item, item.span, quote, None, None), {})) == expected


def test_what_a_pronoun_points_at_stands_beside_it_in_brackets(read_text: Callable[[str], Reading]) -> None:
    text = "The demands of the Front reached Arland on Thursday. A government official rejected them on Friday."
    reading = read_text(text)
    quote = "A government official rejected them on Friday"
    start = text.index(quote)
    item = EventMention("e1", Span(start, start + len(quote)), Span(start + 22, start + 30), "reject", "happened", ("A government official",))
    statement = Statement("s", reading.report.id, "events", "e1", item, item.span, quote, None, None)
    scene = Scene((reading,), {}, (), by_report={reading.report.id: reading})
    assert title(scene, told(scene, statement, {})) == "A government official rejected them [the demands] on Friday"


def test_a_long_title_is_cut_at_a_word() -> None:
    quote = "demanded " + "that every one of the workers be sent home without delay " * 4
    item = EventMention("e1", Span(0, len(quote)), Span(0, 8), "demand", "happened", ("Front",))
    scene = Scene((), {}, ())
    found = title(scene, told(scene, Statement("s", "r", "events", "e1", item, item.span, quote, None, None), {}))
    assert len(found) <= 112
    assert found.endswith(" …")
