"""A deed put off is a breach by who puts it off; a deadline that passed is one only where somebody tells that it was not met, and by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

TRUCE = "Chad and the Kestrel rebels signed a truce in May. "

PUT_OFF = (
    ("The rebels kept putting off the handover of the captives, Chad said.", "Kestrel", "breached", "the handover of the captives"),
    ("Chad is holding up the release of the prisoners, a rebel spokesman said.", "Chad", "breached", "the release of the prisoners"),
    ("Chad postponed the withdrawal of its troops, the rebels said.", "Chad", "breached", "the withdrawal of its troops"),
    ("The rebels suspended the handover of the captives until the army had left.", "Kestrel", "breached", "the handover of the captives"),
    ("Chad denied that it had delayed the release of the prisoners.", "Chad", "disputed", "the release of the prisoners"),
)

PASSED = (
    ("A diplomat said that the deadline for a final agreement had long since passed.", "Chad and Kestrel"),
    ("Chad said the deadline for the rebels to leave the town had passed.", "Kestrel"),
    ("The deadline for the rebels to leave the town passed without a single lorry moving.", "Kestrel"),
    ("The deadline for a final agreement has passed without one.", "Chad and Kestrel"),
)

NOTHING_TOLD = (
    "The deadline passed on Friday.",
    "A deadline for the withdrawal expired on Friday.",
    "The deadline for the rebels to leave the town passed on Friday.",
    "The withdrawal was postponed because of rain.",
    "Chad may delay the release of the prisoners, a diplomat said.",
    "The deadline for a final agreement has not passed, a diplomat said.",
)


@pytest.mark.parametrize(("text", "party", "account", "what"), PUT_OFF)
def test_who_puts_a_deed_off_is_said_to_breach(text: str, party: str, account: str, what: str, read_text: Callable[[str], Reading]) -> None:
    assert (party, account, what) in [(c.obligor, c.account, c.what) for c in read_text(TRUCE + text).commitments]


@pytest.mark.parametrize(("text", "party"), PASSED)
def test_a_deadline_told_as_not_met_was_missed_by_whom_it_names(text: str, party: str, read_text: Callable[[str], Reading]) -> None:
    assert [c.obligor for c in read_text(TRUCE + text).commitments if c.account == "breached"] == [party]


@pytest.mark.parametrize("text", NOTHING_TOLD)
def test_time_alone_accuses_nobody(text: str, read_text: Callable[[str], Reading]) -> None:
    assert [c.span.of(TRUCE + text) for c in read_text(TRUCE + text).commitments if c.account == "breached"] == []


def test_without_an_agreement_nothing_is_put_off(read_text: Callable[[str], Reading]) -> None:
    assert read_text("Chad and the Kestrel rebels may sign a truce. The rebels put off the handover of the captives.").commitments == ()


DEADLINES = (
    ("Chad set December 15 as a deadline for the release of the hostages.", "Kestrel", "the release of the hostages"),
    ("Chad set Sunday as the deadline for the withdrawal of the rebels.", "Kestrel", "the withdrawal of the rebels"),
    ("Chad gave the rebels until noon Friday to leave the town.", "Kestrel", "leave the town"),
    ("Chad told the rebels that the hostages must be free by Friday, or the talks would end.", "Kestrel", "be free by Friday"),
)


@pytest.mark.parametrize(("text", "party", "what"), DEADLINES)
def test_a_deadline_binds_whoever_is_to_do_the_deed_by_its_day(text: str, party: str, what: str, read_text: Callable[[str], Reading]) -> None:
    found = [c for c in read_text(TRUCE + text).commitments if c.account == "owed"]
    assert [(c.obligor, c.what, c.deadline is not None and c.deadline.relation) for c in found] == [(party, what, "until")]


def test_what_is_owed_since_a_day_was_not_given(read_text: Callable[[str], Reading]) -> None:
    found = read_text(TRUCE + "The rebels would be fed once Chad produced the list it had owed since June.").commitments
    assert [(c.obligor, c.account, c.what) for c in found] == [("Chad", "breached", "give list")]
