"""What the guide leaves open is right both ways, and nothing else is; the guide's own scorer knows none of it."""

from __future__ import annotations

from typing import Any

import pytest

from onrecord.score import Fault, counted, score
from onrecord.score.faults import extra, form_of, missed, wrong
from onrecord.score.open import open_right, told_together

TEXT = "The Red Front and Norland accused each other on Friday of breaking the truce."
QUOTE = {"start": 0, "end": len(TEXT), "quote": TEXT}


@pytest.mark.parametrize(
    ("name", "gold", "system", "right"),
    [
        ("party", {"party": "Red River Front"}, {"party": "RRF"}, True),
        ("party", {"party": "United Nations"}, {"party": "UN"}, True),
        ("obligor", {"obligor": "Viet Nam"}, {"obligor": "Vietnam"}, True),
        ("party", {"party": "the gunmen"}, {"party": "Bandits"}, True),
        ("party", {"party": "the gunmen"}, {"party": "Norland"}, False),
        ("party", {"party": "Red River Front"}, {"party": "RF"}, False),
        ("stance", {"stance": "demands"}, {"stance": "D"}, False),
        ("measure", {"measure": "to_release", "unit": "soldiers"}, {"measure": "prisoners_to_release"}, True),
        ("measure", {"measure": "to_release", "unit": "hostages"}, {"measure": "prisoners_to_release"}, False),
        ("measure", {"measure": "held", "unit": "soldiers"}, {"measure": "released"}, False),
        ("affiliation", {"affiliation": None, "source": "The Red Cross", "source_class": "named_body"}, {"affiliation": "Red Cross"}, True),
        ("affiliation", {"affiliation": "Red Cross", "resolved": "Red Cross", "source_class": "named_body"}, {"affiliation": None}, True),
        ("affiliation", {"affiliation": None, "source": "Norland's navy", "source_class": "named_body"}, {"affiliation": "Norland"}, False),
        ("affiliation", {"affiliation": None, "source": "Ana Roe", "source_class": "named_person"}, {"affiliation": "Ana Roe"}, False),
        ("party", {"party": "Khartoum"}, {"party": "Sudan"}, True),
        ("party", {"party": "Khartoum"}, {"party": "Ethiopia"}, False),
        ("obligor", {"obligor": "Tbilisi and Red Front"}, {"obligor": "Georgia and Red Front"}, True),
        ("affiliation", {"affiliation": "DRC", "source": "he"}, {"affiliation": "Congo"}, True),
        ("resolved", {"resolved": "Houthis"}, {"resolved": "Ansar Allah"}, True),
        ("actors", {"actors": ["RRF"]}, {"actors": ["Red River Front"]}, True),
        ("actors", {"actors": ["Norland", "RRF"]}, {"actors": ["Red River Front", "Norland"]}, True),
        ("actors", {"actors": ["the U.S."]}, {"actors": ["US"]}, True),
        ("targets", {"targets": ["Caracas"]}, {"targets": ["Venezuela"]}, True),
        ("targets", {"targets": ["Caracas"]}, {"targets": ["Maracaibo"]}, False),
        ("targets", {"targets": []}, {"targets": ["Venezuela"]}, False),
        ("actors", {"actors": ["Venezuela"]}, {"actors": []}, False),
        ("actors", {"actors": ["captors"]}, {"actors": ["gunmen"]}, True),
        ("place", {"place": "Caracas"}, {"place": "Venezuela"}, False),
    ],
)
def test_what_is_open(name: str, gold: dict[str, Any], system: dict[str, Any], right: bool) -> None:
    assert open_right(name, gold, system) is right


def test_two_parties_may_be_one_item_or_two() -> None:
    both, one, other = ({**QUOTE, "obligor": n, "account": "disputed", "what": "keep the truce"} for n in ("Red Front and Norland", "Norland", "Red Front"))
    assert told_together(both, one, "obligor") and not told_together(one, both, "obligor")
    for gold, system in (([both], [one, other]), ([one, other], [both])):
        annotated, read = {"r": {"report": "r.txt", "commitments": gold}}, {"r": {"commitments": system}}
        loose, strict = (score(annotated, read, {"r": TEXT}, strict=strict).tallies["commitments"] for strict in (False, True))
        assert (loose.right, loose.gold, loose.system) == (1, 1, 1)
        assert strict.gold + strict.system == 3


def test_a_second_item_about_somebody_else_is_one_too_many() -> None:
    gold = {**QUOTE, "obligor": "Red Front and Norland", "account": "disputed"}
    system = [{**QUOTE, "obligor": n, "account": "disputed"} for n in ("Sudland", "Norland")]
    tally = score({"r": {"report": "r.txt", "commitments": [gold]}}, {"r": {"commitments": system}}, {"r": TEXT}).tallies["commitments"]
    assert (tally.right, tally.system) == (1, 2)


@pytest.mark.parametrize(
    ("fault", "what", "detail"),
    [
        (missed("positions", {"stance": "demands"}), "missed", "demands"),
        (extra("times", {"value": "P3D"}), "extra", "duration"),
        (wrong("positions", "party", "Norland", None), "party", "given -> none"),
        (wrong("positions", "party", "Norland", "Sudland"), "party", "given -> another"),
        (wrong("events", "type", "meet", "call"), "type", "meet -> call"),
        (wrong("events", "by", "a1", None), "by", "given -> none"),
        (wrong("times", "value", "2024-03", "2024-03-01"), "value", "month -> day"),
        (wrong("figures", "amount", (3, None, None, "exact"), (3, 3, None, "at_least")), "amount", "other comparator"),
    ],
)
def test_errors_have_a_class_without_their_words(fault: Fault, what: str, detail: str) -> None:
    assert (fault.what, fault.detail) == (what, detail)


@pytest.mark.parametrize(("value", "form"), [("2024", "year"), ("2024-05-23T10:55", "clock time"), ("PAST_REF", "reference"), ("../2024-05-01", "interval")])
def test_forms_of_times(value: str, form: str) -> None:
    assert form_of(value) == form


def test_the_commonest_class_comes_first() -> None:
    one, two = missed("events", {"type": "meet"}), missed("events", {"type": "call"})
    assert counted([two, one, one]) == [(one, 2), (two, 1)]
    result = score({"r": {"report": "r.txt", "events": [{**QUOTE, "trigger": "accused", "type": "accuse"}]}}, {}, {"r": TEXT})
    assert result.faults == [Fault("events", "missed", "accuse")] and result.faults[0].line(1).split() == ["1", "events", "missed", "accuse"]


SAID = "“We are near,” said an elder who took part in the talks. A monk, who said he saw them, left."


@pytest.mark.parametrize(
    ("gold", "system", "content", "located"),
    [
        ("an elder who took part in the talks", "an elder", "We are near", (1, 0)),
        ("an elder", "an elder who took part in the talks", "We are near", (1, 0)),
        ("who", "A monk", "he saw them", (1, 0)),
        ("who", "an elder", "he saw them", (0, 0)),
        ("the talks", "an elder", "We are near", (0, 0)),
    ],
)
def test_a_source_may_have_its_relative_clause_or_not(gold: str, system: str, content: str, located: tuple[int, int]) -> None:
    start = SAID.index(content)
    base = {"start": 0, "end": len(SAID), "quote": SAID, "cue": "said", "source_class": "group", "content_spans": [[start, start + len(content)]]}
    items = [{**base, "source": s, "source_spans": [[SAID.index(s), SAID.index(s) + len(s)]]} for s in (gold, system)]
    if gold == "who":
        at = SAID.index(", who") + 2
        items[0]["source_spans"] = [[at, at + 3]]
    annotated, read = {"r": {"report": "r.txt", "attributions": items[:1]}}, {"r": {"attributions": items[1:]}}
    counts = tuple(score(annotated, read, {"r": SAID}, strict=strict).tallies["attributions"].located for strict in (False, True))
    assert counts == located
