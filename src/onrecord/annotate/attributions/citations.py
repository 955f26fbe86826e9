"""Sources behind sources: "NAME reported, citing a senator", "a committee cited by NAME"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.weighing import Weighed
from onrecord.types import Parsed, Token

CITING = frozenset({"cite", "quote"})
MOST = 30
"""Tokens of a cited source."""


def with_citations(parsed: Parsed, kept: Sequence[Weighed]) -> list[Weighed]:
    """The attributions with one more for every source that another one cites, or that is cited for it."""
    out = []
    for item in kept:
        if item.candidate.cue.lemma in CITING and item.candidate.cue.tag == "VBG" and item.candidate.form in ("dobj", "pobj"):
            continue
        item = of_teller(item)
        behind = cited_for(parsed, item)
        relay = cited_by(parsed, item)
        if relay is not None:
            item = replace(item, candidate=before_participle(parsed, item.candidate, relay.candidate.cue))
        out += [item, *([behind] if behind is not None else []), *([relay] if relay is not None else [])]
    return out


def of_teller(item: Weighed) -> Weighed:
    """The attribution with "reported" as its cue where the parse gave the clause of "NP reported, citing X, that …" to "citing"."""
    cue = item.candidate.cue
    governing = cue_of(cue.head) if cue.lemma in CITING and cue.tag == "VBG" and cue.dep == "advcl" else None
    if governing is None or governing.kind != "reporting" or item.candidate.content[0][0] < cue.i:
        return item
    return replace(item, candidate=replace(item.candidate, cue=cue.head, cue_words=(cue.head.i, cue.head.i + 1)))


def cited_for(parsed: Parsed, item: Weighed) -> Weighed | None:
    """The attribution to NP of ", citing NP" beside the source of *item*, with the same content."""
    candidate = item.candidate
    if candidate.form not in ("that", "clause", "before", "after", "inside", "quotation", "object+that"):
        return None
    sentence = parsed.sentence_of(candidate.cue)
    for verb in parsed.of(sentence):
        if verb.lemma not in CITING or verb.tag != "VBG" or abs(verb.i - candidate.cue.i) > 12 or any(a <= verb.i < b for a, b in candidate.content):
            continue
        noun = verb.has("dobj")
        if noun is None or parsed.tokens[verb.i - 1].text not in (",", "—", "–"):
            continue
        words = cut_before(candidate, phrases.noun_phrase(noun, relative=True), noun)
        return replace(item, candidate=Candidate(verb, (verb.i, verb.i + 1), noun, phrases.trim(parsed.tokens, *words), candidate.content, "citing"))
    return None


def cut_before(candidate: Candidate, words: Stretch, noun: Token) -> Stretch:
    """The noun phrase without the cue and content of the attribution that it stands in."""
    first, last = words
    for low, _ in (candidate.cue_words, *candidate.content):
        if low > noun.i:
            last = min(last, low)
    return first, min(last, first + MOST)


def cited_by(parsed: Parsed, item: Weighed) -> Weighed | None:
    """The attribution to the outlet of "…, according to NP cited by NAME", whose content is all before."""
    candidate = item.candidate
    if candidate.source is None or candidate.source_words is None:
        return None
    verb = next((c for c in candidate.source.children if c.dep == "acl" and c.tag == "VBN" and (c.lemma in CITING or c.lemma == "report")), None)
    name = phrases.agent(verb) if verb is not None else None
    if verb is None or name is None or verb.i < candidate.content[0][0]:
        return None
    by = next((c.i for c in verb.children if c.lower == "by"), verb.i)
    content = phrases.trim(parsed.tokens, min(candidate.content[0][0], candidate.cue_words[0]), verb.i)
    words = phrases.trim(parsed.tokens, *phrases.noun_phrase(name))
    return replace(item, candidate=Candidate(verb, (verb.i, by + 1), name, words, (content,), "cited by"))


def before_participle(parsed: Parsed, candidate: Candidate, verb: Token) -> Candidate:
    """The candidate with a source that ends before "cited by"."""
    if candidate.source_words is None or candidate.source_words[1] <= verb.i:
        return candidate
    return replace(candidate, source_words=phrases.trim(parsed.tokens, candidate.source_words[0], verb.i))
