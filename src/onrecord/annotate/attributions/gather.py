"""All candidates of a report, from every construction, closed over quotations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate.attributions.candidate import Candidate
from onrecord.annotate.attributions.clauses import verb_candidates
from onrecord.annotate.attributions.continued import go_on
from onrecord.annotate.attributions.cues import acts, cue_of, lemma_of
from onrecord.annotate.attributions.fixed import fixed_candidates
from onrecord.annotate.attributions.headings import within_part
from onrecord.annotate.attributions.nouns import adjective_candidates, noun_candidates
from onrecord.annotate.attributions.prepositions import according_candidates, colon_candidates, reckoned_candidates
from onrecord.annotate.attributions.quotations import Quotation
from onrecord.annotate.attributions.quoted import close_over, quotation_candidates, signed_candidates
from onrecord.annotate.attributions.surface import surface_candidates
from onrecord.types import Parsed, Token

APART = frozenset({"surface", "headline"})
"""Constructions that are weighed beside another one with the same content, since that one may not count."""
SILENT = frozenset({"DET", "ADP", "PUNCT", "PRON", "PROPN", "ADV", "CCONJ", "SCONJ", "PART", "NUM", "SPACE", "SYM", "INTJ", "X"})
"""Parts of speech of which only a few words are cues."""
SMALL = frozenset({"per", "according", "by"})
WHOLE = frozenset({"that", "before", "after", "inside"})


def gather(parsed: Parsed, quotations: Sequence[Quotation]) -> list[Candidate]:
    """Every candidate once, in the order of the text."""
    found: dict[tuple[object, ...], Candidate] = {}
    for token in parsed.tokens:
        if token.pos in SILENT and token.text != ":" and token.lower not in SMALL:
            continue
        for candidate in at_token(parsed, token):
            held = within_part(parsed, candidate)
            if held is None:
                continue
            closed = go_on(parsed, close_over(held, quotations), quotations)
            apart = closed.form if closed.form in APART else ""
            found.setdefault((closed.cue.i, closed.content, closed.source.i if closed.source else -1, apart), closed)
    for quotation in quotations:
        for candidate in (*quotation_candidates(parsed, quotation), *signed_candidates(parsed, quotation)):
            going = go_on(parsed, candidate, quotations)
            found.setdefault((going.cue.i, going.content, going.source.i if going.source else -1), going)
    return list(found.values())


def at_token(parsed: Parsed, token: Token) -> Iterator[Candidate]:
    """The candidates whose cue is *token*; a verb that is no known cue may still have a whole clause as its content."""
    pos = token.pos
    if pos == "VERB" or (pos == "AUX" and token.dep not in ("aux", "auxpass")):
        yield from fixed_candidates(parsed, token)
        if cue_of(token) is not None:
            yield from verb_candidates(parsed, token)
            yield from surface_candidates(parsed, token)
        elif lemma_of(token) not in acts("never_cues") and any(c.dep == "ccomp" for c in token.children):
            yield from (c for c in verb_candidates(parsed, token) if c.form in WHOLE)
        if token.lower == "according" or token.tag == "VBN":
            yield from according_candidates(parsed, token)
    elif pos == "NOUN":
        if cue_of(token) is not None:
            yield from noun_candidates(parsed, token)
    elif pos == "ADJ":
        if cue_of(token) is not None:
            yield from adjective_candidates(parsed, token)
    elif token.text == ":":
        yield from colon_candidates(parsed, token)
    elif token.lower in ("per", "according"):
        yield from according_candidates(parsed, token)
    elif token.lower == "by":
        yield from reckoned_candidates(parsed, token)
