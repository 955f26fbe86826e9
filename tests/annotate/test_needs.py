"""A pattern is only tried on sentences that have one of the words it cannot do without, and nothing is lost by it."""

from __future__ import annotations

import pytest
from tests.gate.gate import ROOT

from onrecord.annotate.needs import needs
from onrecord.annotate.status.cues import plain, rules


@pytest.mark.parametrize(
    ("pattern", "runs"),
    [
        (r"\btalks (?:have )?stalled\b", {"stalled"}),
        (r"(?:talks|negotiations) (?:broke|fell) (?:down|apart)", {"talks", "negotiations"}),
        (r"(?:round )?of talks", {"of talks"}),
        (r"(?:round |stage |)of it", {"of it"}),
        (r"(?:\w+ )+deadlock", {"deadlock"}),
        (r"(?!not )resumed(?= on)", {"resumed"}),
        (r"(?:go|went) on", {" on"}),
        (r"(?:go|went)", set()),
        (r"[a-z]+ \d+", set()),
    ],
)
def test_what_a_pattern_needs(pattern: str, runs: set[str]) -> None:
    assert needs(pattern) == runs


def test_no_match_is_without_a_needed_word() -> None:
    """Every pattern of the states of talks, over every sentence of the annotated reports that may be read and of the sample."""
    gold = ROOT / "tests" / "gold"
    files = [*(ROOT / "sample" / "reports").glob("*.txt"), *(gold / "reports").glob("*.gold"), *(gold / "fresh").glob("*.gold")]
    text = plain("\n".join(p.read_text(encoding="utf-8") for p in files))
    met = 0
    for rule in rules():
        for pattern, one_of in rule.patterns:
            for match in pattern.finditer(text):
                met += 1
                assert not one_of or any(word in match[0] for word in one_of), (pattern.pattern, match[0])
    assert met > 200
    assert all(one_of for rule in rules() for _, one_of in rule.patterns), "a pattern without a certain word is tried on every sentence"
