"""Where a name ends by its marks: before its first letters in brackets ("Maritime and Allied Workers' Union (MAWU)"), behind a hyphen ("SPLA-North")."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.gazetteer import look_up
from onrecord.types import Token

LONGEST = 14
"""Words of a name that is spelled out, small words counted."""
SMALL = frozenset({
    "of", "and", "for", "the", "in", "on", "to", "de", "del", "la", "las", "los", "du", "des", "do", "da", "e", "y", "et", "&", "-", ",", "'s", "’s", "'", "’",
})
"""What may stand between the words of a name without a letter of its own."""


def spelled_end(tokens: Sequence[Token], at: int) -> int | None:
    """Where the name that begins at place *at* ends before brackets with its first letters, hyphened parts counted alone; None where there is none."""
    letters = ""
    for step in range(at, min(at + LONGEST, len(tokens) - 2)):
        token = tokens[step]
        if token.text == "(":
            found = tokens[step + 1].text.replace(".", "")
            closed = tokens[step + 2].text == ")"
            return step if closed and len(found) > 2 and found.isupper() and found.isalpha() and found == letters else None
        if token.text[0].isupper():
            letters += token.text[0]
        elif token.lower not in SMALL:
            return None
    return None


def wing_end(tokens: Sequence[Token], at: int) -> int:
    """Where the name of a wing ends that hangs with a hyphen on a listed group ("SPLA-North", "Fatah-Intifada"): a body of its own; 0 where none does."""
    if at + 1 >= len(tokens) or tokens[at].text != "-" or tokens[at].start != tokens[at - 1].end or tokens[at + 1].start != tokens[at].end:
        return 0
    return at + 2 if tokens[at + 1].text[0].isupper() and look_up(tokens, at + 1) is None else 0
