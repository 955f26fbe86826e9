"""No weight hangs on the name of a person, place or group of the corpus that the weights were learnt from."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.annotate.attributions.features import features
from onrecord.annotate.attributions.gather import gather
from onrecord.annotate.attributions.quotations import find_quotations
from onrecord.annotate.attributions.weighing import weights
from onrecord.annotate.cast.gazetteer import rows, words
from onrecord.types import Parsed

LEXICAL = {"cue": 1, "cue+form": 1, "cue+shape": 1, "cue+quoted": 1, "quoted cue": 1, "to under": 1, "support": 1, "root word": 1, "source noun": 1,
           "after word": 1, "first": 1, "cue+first": 2, "source+cue": 2, "modal": 1}  # fmt: skip
"""Families of features that hold words, with how many of their parts are looked at."""


def words_in(feature: str) -> list[str]:
    """The words of the corpus that a feature names."""
    family, _, value = feature.partition("=")
    parts = value.split("|")[: LEXICAL.get(family, 0)]
    return parts[1:] if family == "source+cue" else parts


def test_no_weight_names_anybody_or_any_place() -> None:
    listed = {phrase.lower() for phrase, entry in rows() if phrase[0].isupper() and " " not in phrase}
    given = words("names", "male") | words("names", "female")
    dictionary = {"us", "who", "is", "let", "care", "bill", "fact", "chancellery"}
    found = [(f, w) for f in weights() for w in words_in(f) if w in (listed | given) - dictionary or w != w.lower()]
    assert found == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baraka told Wanjiru that Odhiambo would free the miners.", "odhiambo"),
        ("The colonel accused Zarnia of shelling Toma.", "zarnia"),
        ("Kestrel Front fighters said Merida had paid, Boreas reported.", "merida"),
        ("The Luvian envoy wants Perran to release the crew.", "perran"),
        ("“Tovar will pay,” said the mayor, Rosalba Quintero.", "tovar"),
    ],
)
def test_a_name_in_a_sentence_becomes_no_feature(text: str, name: str, parse_text: Callable[[str], Parsed]) -> None:
    parsed = parse_text(text)
    quotations, _ = find_quotations(parsed)
    found = [f for c in gather(parsed, quotations) for f in features(parsed, c, quotations, frozenset())]
    assert found
    assert not [f for f in found if name in f.lower()]
