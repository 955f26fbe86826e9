"""Who is held, by name. All people, groups and places are invented."""

from __future__ import annotations

import datetime as dt
import json
from itertools import permutations

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Derived, Judgement, Reading, RosterLine

Told = set[tuple[str, str, str]]

SENTENCES: list[tuple[str, Told, str]] = [
    ("Gunmen of the Ridge Army kidnapped Lena Ostrov on Friday.", {("Lena Ostrov", "taken", "happened")}, "an event with a named target"),
    ("Lena Ostrov, who was abducted in March, is a nurse.", {("Lena Ostrov", "taken", "happened")}, "in a relative clause"),
    ("Captain Ivo Brandt, taken prisoner in April, is a pilot.", {("Ivo Brandt", "taken", "happened")}, "in an apposition"),
    ("Ivo Brandt was taken ill on Sunday, the ministry said.", set(), "taken ill is not taken"),
    ("The Ridge Army is still holding Lena Ostrov and her son Petr Ostrov.",
     {("Lena Ostrov", "held", "ongoing"), ("Petr Ostrov", "held", "ongoing")}, "of a list each is meant"),
    (
        "Among those still held are Omar Sesay, 61, and Wen Li, a driver.",
        {("Omar Sesay", "held", "happened"), ("Wen Li", "held", "happened")},
        "ages and work in a list",
    ),
    ("The minister held talks with Omar Sesay on Friday.", set(), "talks are held too"),
    ("Mara Lind remains in captivity, her father said.", {("Mara Lind", "held", "happened")}, "told by somebody"),
    ("The group released a video of three hostages: Mara Lind, Omar Sesay and Wen Li.",
     {(n, "seen_alive", "happened") for n in ("Mara Lind", "Omar Sesay", "Wen Li")}, "a video is released, not they"),
    ("Footage published by the rebels on Monday showed Mara Lind reading a letter.", {("Mara Lind", "seen_alive", "happened")}, "footage that shows"),
    ("Hostage Mara Lind appeared in a second video on Tuesday.", {("Mara Lind", "held", "happened"), ("Mara Lind", "seen_alive", "happened")}, "appears in"),
    ("The family received a letter from Mara Lind in June.", {("Mara Lind", "seen_alive", "happened")}, "a letter from"),
    ("The Ridge Army freed Mara Lind on Sunday.", {("Mara Lind", "released", "happened")}, "freed by those who hold"),
    ("Four teachers held by the rebels were freed on Saturday: Ana Petrova, Lise Marek, Hodan Ali and Fatima Sesay.",
     {(n, "released", "happened") for n in ("Ana Petrova", "Lise Marek", "Hodan Ali", "Fatima Sesay")}, "named behind a colon"),
    ("The rebels will release Mara Lind on Friday, the mediators said.", {("Mara Lind", "released", "planned")}, "what is to come is no fact"),
    ("The foreign minister demanded the release of Mara Lind.", {("Mara Lind", "released", "called_for")}, "what is asked for is no fact"),
    ("Colonel Ivo Brandt was exchanged for rebel commander Samir Deng on Thursday.",
     {("Ivo Brandt", "released", "happened"), ("Samir Deng", "released", "happened")}, "both sides of an exchange"),
    ("Soldiers rescued Tomas Vega in a raid on Monday.", {("Tomas Vega", "rescued", "happened")}, "rescued is not released"),
    ("Tomas Vega escaped from his captors in May.", {("Tomas Vega", "escaped", "happened")}, "nobody let him go"),
    ("Tomas Vega escaped the storm with his family.", set(), "escaping something else"),
    (
        "The body of hostage Jon Aster was handed over on Monday.",
        {("Jon Aster", "held", "happened"), ("Jon Aster", "body_returned", "happened")},
        "a body is not a release",
    ),
    ("Jon Aster was killed in an air strike, the rebels said.", set(), "a death alone makes nobody a captive"),
    (
        "Hostage Jon Aster was killed in an air strike, the rebels said.",
        {("Jon Aster", "held", "happened"), ("Jon Aster", "said_dead", "happened")},
        "told of a captive",
    ),
    ("The rebels denied that they had ever held Captain Ines Roth.", {("Ines Roth", "held", "denied")}, "a denial stays one"),
    ("The family of Mara Lind was released from quarantine.", set(), "the family is not she"),
    ("Sadiq Noor said the rebels had seized the town of Kesh.", set(), "towns are no captives"),
    ("The union released its figures on Monday, said Karin Holt.", set(), "figures are released too"),
    ("Relatives of the captives met President Mira Costa on Monday.", set(), "who meets captives' families is none"),
    ("The front wants a truce before it frees more hostages, foreign minister Mara Lind said.", set(), "who speaks of hostages is none"),
    ("The front still holds 245 hostages, government spokeswoman Mara Lind told reporters.", set(), "who speaks of hostages is none, with a number"),
    ("Ten hostages were freed on Saturday: minister Mara Lind said they were well.", set(), "nor is who speaks behind a colon"),
    ("Freed captives met Prime Minister Olav Berg on Monday.", set(), "who meets the freed is none"),
    ("Envoy Paul Renner met Mara Lind in captivity last week.", {("Mara Lind", "seen_alive", "happened")}, "seen by a visitor"),
]


def roster_of(parser: SpacyParser, *texts: str, **more: object) -> tuple[RosterLine, ...]:
    """The roster of invented reports."""
    return derived_of([annotate(parser.parse(report_of(text, published="2031-05-20", published_basis="given", **more))) for text in texts]).roster


def derived_of(readings: list[Reading]) -> Derived:
    """What readings say together."""
    return reconcile(set_scene(readings))


@pytest.mark.parametrize(("text", "told", "why"), SENTENCES, ids=[w for _, _, w in SENTENCES])
def test_what_a_sentence_tells_of_captives(parser: SpacyParser, text: str, told: Told, why: str) -> None:
    found = {(line.name, p.status, p.factuality) for line in roster_of(parser, text) for p in line.points}
    assert found == told, why


STORY = (
    "Lena Ostrov, 41, was kidnapped on March 2 together with her husband, Ivo Ostrov.\n"
    "The Ridge Army said on April 3 that Lena Ostrov was killed in an air strike.",
    "A video of Lena Ostrov was published on May 4.\nThe Ridge Army freed Ivo Ostrov on May 12, the Red Cross said.",
    "Lena Ostrov's brother, Jan Holm, said she was alive.\nIvo Ostrov was kidnapped on March 2.",
)


@pytest.fixture(scope="module")
def story(parser: SpacyParser) -> list[Reading]:
    """Three reports on a couple."""
    days = ("2031-04-04", "2031-05-13", "2031-05-19")
    return [annotate(parser.parse(report_of(t, published=d, published_basis="given"))) for t, d in zip(STORY, days, strict=True)]


def test_each_point_opens_on_its_words(story: list[Reading]) -> None:
    texts = {r.report.id: r.report.text for r in story}
    for line in derived_of(story).roster:
        for point in line.points:
            assert point.words.span.of(texts[point.words.report]) == point.words.quote


def test_the_latest_fact_is_shown_and_a_difference_is_said(story: list[Reading]) -> None:
    by_name = {line.name: line for line in derived_of(story).roster}
    lena, ivo = by_name["Lena Ostrov"], by_name["Ivo Ostrov"]
    assert ivo.status == "released" and not ivo.differs, "an older capture told later does not undo a release"
    assert lena.last_sign is not None and "alive" in lena.last_sign.quote
    assert lena.status == "said_dead" and any("before the last sign of life" in d for d in lena.differs), "nobody is held to be right"
    assert [p.told_by for p in ivo.points if p.status == "released"] == ["Red Cross"]


def test_relatives_stay_apart_and_are_named_beside_each_other(story: list[Reading]) -> None:
    by_name = {line.name: line for line in derived_of(story).roster}
    (other,) = [n for n in by_name["Lena Ostrov"].namesakes if n.name == "Ivo Ostrov"]
    assert other.why == "Ivo Ostrov is told to be Lena Ostrov's husband" and other.line == by_name["Ivo Ostrov"].id


def test_the_order_of_the_reports_changes_nothing(story: list[Reading]) -> None:
    assert len({derived_of(list(order)).roster for order in permutations(story)}) == 1


def test_taking_a_report_away_takes_only_what_rested_on_it(story: list[Reading]) -> None:
    whole = {(line.name, p.words) for line in derived_of(story).roster for p in line.points}
    rest = {(line.name, p.words) for line in derived_of(story[:2]).roster for p in line.points}
    assert rest == {(n, w) for n, w in whole if w.report != story[2].report.id}


def test_a_count_makes_no_captive_and_no_death(parser: SpacyParser) -> None:
    assert roster_of(parser, "Of 40 hostages 38 were freed and two are unaccounted for, said the envoy, Mara Lind.") == ()


def test_what_a_person_put_aside_is_not_said_again_by_its_words(parser: SpacyParser) -> None:
    reading = annotate(parser.parse(report_of("The Ridge Army freed Mara Lind on Sunday.", published="2031-05-20", published_basis="given")))
    (event,) = set_scene([reading]).of("events")
    context = json.dumps({"report": event.report, "start": event.span.start, "end": event.span.end, "words": event.quote})
    rejected = Judgement("j1", "reject", event.id, "R. Coder", dt.datetime(2031, 6, 1, tzinfo=dt.UTC), "another", "events", event.quote, context)
    assert len(reconcile(set_scene([reading])).roster) == 1
    assert reconcile(set_scene([reading], [rejected])).roster == ()


def test_what_a_later_version_dropped_rests_no_more(parser: SpacyParser) -> None:
    kept = "The Ridge Army is still holding Omar Sesay, a driver, at a camp near the river, the ministry said on Monday after a meeting with the envoy."
    texts = (f"{kept}\nMara Lind is missing.\nHostage Mara Lind appeared in a video.", f"{kept}\nThe ministry gave no other names.")
    readings = [
        annotate(parser.parse(report_of(t, published=d, published_basis="given", url="https://daily.example/a", outlet="Daily")))
        for t, d in zip(texts, ("2031-05-19", "2031-05-20"), strict=True)
    ]
    assert {line.name for line in derived_of(readings[:1]).roster} == {"Omar Sesay", "Mara Lind"}
    assert {line.name for line in derived_of(readings).roster} == {"Omar Sesay"}
