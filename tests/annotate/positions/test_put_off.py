"""What is under discussion is weighed by both sides; who would "have to wait" is refused for now by who says so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.types import Reading

ROWS = (
    ("Congo and the M23 met in Doha. A withdrawal of the rebels from Goma is under discussion, Congo and the M23 said.", "Congo and M23", "considers"),
    ("Venezuela freed ten Americans on Friday. Venezuelan officials said an eleventh prisoner would have to wait.", "Venezuela", "refuses"),
)


@pytest.mark.parametrize(("text", "party", "stance"), ROWS)
def test_what_is_weighed_and_what_is_put_off(text: str, party: str, stance: str, read_text: Callable[[str], Reading]) -> None:
    assert (party, stance) in [(p.party, p.stance) for p in read_text(text).positions]


def test_what_nobody_talks_of_is_not_weighed(read_text: Callable[[str], Reading]) -> None:
    text = "Congo and the M23 met in Doha. A withdrawal of the rebels from Goma is not under discussion, Congo and the M23 said."
    assert "considers" not in [p.stance for p in read_text(text).positions]
