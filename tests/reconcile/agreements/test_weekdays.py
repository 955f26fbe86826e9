"""What is due on a day of the week, and what was told as delivered on one. All names are invented."""

from __future__ import annotations

import pytest
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.reconcile.agreements import build_agreements
from onrecord.reconcile.agreements.bare import bare_told
from onrecord.reconcile.reconcile import set_scene
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.standing import Standing

FRIDAY = (
    "The Kestrel League and Norland have agreed to a truce of four weeks from Saturday, Belmar said on Friday. Under the agreement, the Kestrel League will "
    "release ten hostages every Saturday."
)
HELD = "Norland said the truce with the Kestrel League over the hostages held."


def scene_of(parser: SpacyParser, *told: tuple[str, str]) -> Scene:
    """The scene of some dated reports."""
    return set_scene([annotate(parser.parse(report_of(text, published=day, published_basis="given"))) for day, text in told])


@pytest.mark.parametrize(
    ("told", "account"),
    [
        ("On Saturday 12 were handed over, Belmar said.", "12 delivered"),
        ("The Kestrel League handed over ten hostages on Saturday, Belmar said.", "10 delivered, as due"),
        ("Eight were freed on Saturday, Belmar said.", "8 delivered"),
        ("On Saturday nobody was handed over, Belmar said.", "not reported in what was added"),
    ],
)
def test_what_was_delivered_on_a_day_of_the_week_stands_beside_what_was_due_on_it(parser: SpacyParser, told: str, account: str) -> None:
    scene = scene_of(parser, ("2031-05-02", FRIDAY), ("2031-05-12", f"{told} {HELD}"))
    (truce,) = [a for a in build_agreements(scene) if a.dates is not None]
    days = {d.day.isoformat(): d for d in truce.schedule if any(u.unit == "captives" for u in d.due)}
    assert sorted(days) == ["2031-05-03", "2031-05-10", "2031-05-17", "2031-05-24"]
    assert account in days["2031-05-10"].account


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Saturday 12 were handed over, Belmar said.", [(12, "2031-05-10")]),
        ("The League freed 15 on Thursday.", [(15, "2031-05-08")]),
        ("On Saturday 12 hostages were handed over.", []),
        ("On Saturday 12 were not handed over.", []),
        ("Twelve will be handed over on Saturday.", []),
    ],
)
def test_a_bare_count_has_its_day(parser: SpacyParser, text: str, found: list[tuple[int, str]]) -> None:
    scene = scene_of(parser, ("2031-05-12", text))
    assert [(b.number, b.day.edtf()) for b in bare_told(Standing(scene), scene.reports[0])] == found
