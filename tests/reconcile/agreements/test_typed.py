"""Agreements that a person types in: read from TOML, refused with the field and what to do, kept as a judgement."""

from __future__ import annotations

import datetime as dt
import json
import tomllib

import msgspec
import pytest

from onrecord.errors import InputError
from onrecord.reconcile.agreements.typed import LAYER, agreement_of
from onrecord.reconcile.reconcile import reconcile, set_scene
from onrecord.types import Judgement

GOOD = """
name = "Truce of the bridge"
parties = ["Norland", "Ridge Army"]
first_day = 2026-03-02
note = "handed out in Osterport"

[[terms]]
obligor = "Ridge Army"
what = "release ten captives a day"
rules = ["ten captives a day for four days"]

[[terms]]
obligor = "Norland"
rules = [{kind = "ratio", amount = 3, unit = "prisoners", per = 1, per_unit = "captives"}]

[[terms]]
obligor = "both"
rules = ["the truce lasts four days", "up to nine days"]
"""


def test_a_typed_agreement_gets_its_days() -> None:
    made = agreement_of(tomllib.loads(GOOD))
    judgement = Judgement("j", "add", made.id, "A. Coder", dt.datetime(2026, 3, 1, tzinfo=dt.UTC), layer=LAYER, value=json.dumps(msgspec.to_builtins(made)))
    (found,) = reconcile(set_scene((), (judgement,))).agreements
    assert found.typed_by == "A. Coder on 2026-03-01"
    assert [(d.number, [(u.low, u.unit) for u in d.due if u.unit != "days"]) for d in found.schedule] == [
        *((n, [(10, "captives"), (30, "prisoners")]) for n in range(1, 5)), (9, []),
    ]
    undone = Judgement("k", "undo", "j", "A. Coder", dt.datetime(2026, 3, 2, tzinfo=dt.UTC))
    assert reconcile(set_scene((), (judgement, undone))).agreements == ()


def test_the_same_file_is_the_same_agreement() -> None:
    assert agreement_of(tomllib.loads(GOOD)) == agreement_of(tomllib.loads(GOOD))


@pytest.mark.parametrize(("old", "new", "field", "advice"), [
    ('name = "Truce of the bridge"', "", "name: is missing", "write name ="),
    ('parties = ["Norland", "Ridge Army"]', 'parties = "Norland"', "parties: 'Norland' was given", "name two or more"),
    ("first_day = 2026-03-02", 'first_day = "soon"', "first_day: 'soon' is no day", "first_day = 2025-04-07"),
    ('obligor = "Norland"', 'obligor = "Nobody"', "terms[2].obligor: 'Nobody' is none of the parties", "write one of"),
    ('obligor = "Norland"', 'debtor = "Norland"', "terms[2].debtor: no such field", "there are obligor"),
    ("ten captives a day for four days", "as many as can be", "terms[1].rules[1]: no rule was understood", "write it like"),
    ("amount = 3", "amount = -3", "terms[2].rules[1].amount: -3.0 was given", "above nought"),
    ('kind = "ratio"', 'kind = "share"', "terms[2].rules[1]", "formats.md"),
    ('note = "handed out in Osterport"', "note = 3", "note: 3 was given", "write where"),
])
def test_what_is_wrong_is_told_by_field_with_what_to_do(old: str, new: str, field: str, advice: str) -> None:
    with pytest.raises(InputError) as caught:
        agreement_of(tomllib.loads(GOOD.replace(old, new)))
    assert field in str(caught.value)
    assert advice in str(caught.value)


def test_without_terms_it_is_refused() -> None:
    with pytest.raises(InputError, match="terms"):
        agreement_of({"name": "Nothing", "parties": ["A", "B"]})


def test_without_a_first_day_no_day_is_made_up() -> None:
    made = agreement_of(tomllib.loads(GOOD.replace("first_day = 2026-03-02", "")))
    assert made.dates is None
    assert "no first_day" in made.note
