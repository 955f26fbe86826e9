"""Cues: the graded lexicon of words that bind a content to a source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

MISREAD = {"hop": "hope", "retweete": "retweet", "accord": "according", "tweete": "tweet", "reiterat": "reiterate"}
"""Lemmas that the parser gets wrong."""
SECTIONS = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}


@dataclass(frozen=True, slots=True)
class Cue:
    """One entry of the lexicon: its class, the class with an infinitive, and how often people take it as a cue."""

    lemma: str
    kind: str
    with_to: str | None
    met: int
    kept: float

    def kind_with(self, form: str) -> str:
        """The class of the cue with a content of construction *form*."""
        bare = form.split(":")[-1]
        return self.with_to if self.with_to and (bare in ("to", "ing") or bare == "object+to" or (bare == "for-to" and self.kind != "belief")) else self.kind


@cache
def acts(section: str) -> frozenset[str]:
    """The words of one section of `lexicons/speech_acts.toml`."""
    return frozenset(lexicon("speech_acts")[section]["words"])


def lemma_of(token: Token) -> str:
    """The lemma of a token with the parser's known mistakes put right."""
    lemma = token.lemma.lower()
    return MISREAD.get(lemma, lemma)


@cache
def cues(section: str) -> dict[str, Cue]:
    """All cues of one part of speech by lemma."""
    return {lemma: Cue(lemma, e["class"], e.get("with_to"), e.get("n", 0), e.get("kept", 0.3)) for lemma, e in lexicon("cues")[section].items()}


@cache
def by_part_of_speech() -> dict[str, dict[str, Cue]]:
    """The same by part of speech, the parser's mistaken lemmas beside the right ones."""
    found = {}
    for pos, section in SECTIONS.items():
        known = cues(section)
        found[pos] = {lemma: cue for lemma, cue in known.items() if lemma not in MISREAD} | {m: known[right] for m, right in MISREAD.items() if right in known}
    return found


def cue_of(token: Token) -> Cue | None:
    """The lexicon's entry for a token, by its part of speech; None for other words."""
    known = by_part_of_speech().get(token.pos)
    return known.get(token.lemma.lower()) if known is not None else None
