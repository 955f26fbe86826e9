"""Days that the structure of a sentence gives to what has no time of its own. Each row is (sentence, trigger, the time's words or None)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

TAIL = "\nThe rebels hold six hostages. Mediators of the talks on a truce and an exchange of prisoners met in Nairobi."

DAYS = (
    ("Last month a hunger strike shut the prison, and guards shot two inmates.", "shot", "Last month"),
    ("In May 2019, the release of six pilots angered the army.", "release", "May 2019"),
    ("Under a deal struck in Geneva in June, the army pulls back.", "deal", "June"),
    ("Norwegian envoys will fly to Manila on Friday to meet the rebels.", "meet", "Friday"),
    ("The junta has given the rebels until Sunday to free the captives.", "free", "Sunday"),
    ("The convoy turned back on Tuesday when soldiers shelled the bridge.", "shelled", "Tuesday"),
    ("The captives were let go last Tuesday.", "let go", "last Tuesday"),
    ("The two armies agreed to a ceasefire in July.", "agreed", "July"),
    ("The council is due to discuss the siege on Thursday.", "discuss", "Thursday"),
    ("The rebels freed a nurse two days after the army shelled the town on Friday.", "freed", None),
    ("The rebels freed a nurse on Friday. Soon afterwards the army shelled the town.", "shelled", "Friday"),
    ("On Monday gunmen shot a guard. Not long after that they blew up the gate.", "blew up", "Monday"),
    ("The rebels freed a nurse on Friday. Months afterwards the army shelled the town.", "shelled", None),
    ("On Monday the general said the rebels had killed two guards.", "killed", None),
)


@pytest.mark.parametrize(("text", "trigger", "time"), DAYS)
def test_a_day_holds_as_far_as_its_sentence_lets_it(text: str, trigger: str, time: str | None, read_text: Callable[[str], Reading]) -> None:
    reading = read_text(text + TAIL)
    words = {t.id: t.span.of(text + TAIL) for t in reading.times}
    found = {e.trigger_span.of(text + TAIL): words[e.date.time] if e.date and e.date.time else None for e in reading.events if e.trigger_span.start < len(text)}
    assert trigger in found
    assert found[trigger] == time
