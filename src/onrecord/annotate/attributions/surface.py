"""Candidates of plain telling read by the surface, for sentences whose parse lost the clause or its subject ("Aid workers in X said thousands had fled")."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.clauses import cue_words, undated
from onrecord.annotate.attributions.cues import acts, lemma_of
from onrecord.annotate.attributions.speakers import head_of
from onrecord.types import Parsed, Token

FINITE = ("VBD", "VBZ", "VBP", "MD")
OPENERS = ("DET", "PRON", "NOUN", "PROPN", "ADJ", "NUM", "VERB", "AUX")
"""Parts of speech with which a told clause begins without "that"; "returned" in "the returned prisoners" is taken for a verb at times."""
QUOTES = frozenset({"“", "”", '"', "``", "''"})
COMMAS = frozenset({",", "—", "–", "--"})
LONGEST = 24
"""Words of a source with its relative clause; measured on the wire-style texts of tests/gold."""


def surface_candidates(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "NP said (that) …" and "…, NP said on Monday, amid …" whose cue is *verb*."""
    if lemma_of(verb) not in acts("plain") or verb.tag not in ("VBD", "VBZ", "VBP") or any(c.dep in ("aux", "auxpass", "neg") for c in verb.children):
        return
    if verb.dep == "relcl" and any(c.tag == "WDT" and c.dep == "dobj" for c in verb.children):
        return
    sentence = parsed.sentence_of(verb)
    yield from fronted(parsed, verb, (sentence.first, sentence.last))
    yield from closing(parsed, verb, (sentence.first, sentence.last))


def fronted(parsed: Parsed, verb: Token, whole: Stretch) -> Iterator[Candidate]:
    """Candidates of a sentence that begins with its source."""
    first = opening(parsed, whole[0], verb.i)
    source = named(parsed, first, verb.i)
    start = told_from(parsed, verb, whole[1])
    if source is None or start is None:
        return
    content = phrases.trim(parsed.tokens, start, whole[1])
    words = parsed.tokens[content[0] : content[1]]
    if len(words) < 3 or not any(t.pos in ("VERB", "AUX") for t in words) or words[0].text in QUOTES:
        return
    yield Candidate(verb, cue_words(verb), noun_of(parsed, source), source, (content,), "surface", "front")


def opening(parsed: Parsed, first: int, at: int) -> int:
    """Where the source may begin: behind "But", "Meanwhile," or "In Athens,"."""
    word = parsed.tokens[first]
    comma = next((t.i for t in parsed.tokens[first:at] if t.text == ","), None)
    if comma is not None and word.pos in ("ADP", "ADV", "SCONJ") and not any(t.tag in FINITE for t in parsed.tokens[first:comma]):
        return comma + 1
    return first + 1 if word.lower in ("but", "and", "yet") else first


def named(parsed: Parsed, first: int, last: int) -> Stretch | None:
    """The noun phrase that fills `[first, last)` but for a relative clause between commas and a day; None where the words hold more."""
    words = parsed.tokens[first:last]
    if not words or len(words) > LONGEST or words[0].pos in ("ADP", "ADV", "SCONJ", "PUNCT", "CCONJ") or any(t.text in QUOTES for t in words):
        return None
    if words[-1].pos == "ADV":
        last, words = last - 1, words[:-1]
    comma = next((t.i for t in words if t.text in COMMAS), None)
    if comma is not None:
        if not words or words[-1].text not in COMMAS:
            return None
        end = comma
    else:
        end = last
    if any(t.tag in FINITE or t.text in (";", ":") for t in parsed.tokens[first:end]):
        return None
    found = undated(parsed, first, end)
    nouns = [t for t in parsed.tokens[found[0] : found[1]] if t.pos in ("NOUN", "PROPN")]
    return found if found[0] < found[1] and nouns else None


def noun_of(parsed: Parsed, words: Stretch) -> Token:
    """The noun of a source: the last one before its first comma, preposition or participle, or the possessor's where nothing follows."""
    last = next((i for i in range(words[0] + 1, words[1]) if parsed.tokens[i].pos in ("ADP", "PUNCT") and parsed.tokens[i].text != "-"), words[1])
    nouns = [t for t in parsed.tokens[words[0] : last] if t.pos in ("NOUN", "PROPN", "PRON")]
    return nouns[-1] if nouns else head_of(parsed, words)


def told_from(parsed: Parsed, verb: Token, last: int) -> int | None:
    """Where the content begins: at "that", or right behind the verb and whom it tells."""
    for token in parsed.tokens[verb.i + 1 : min(last, verb.i + 10)]:
        if token.lower == "that" and token.tag in ("IN", "DT", "WDT") and token.i - verb.i > 0:
            return token.i
        if token.tag in FINITE or token.text in QUOTES:
            break
    after = parsed.tokens[verb.i + 1] if verb.i + 1 < last else None
    if after is None or lemma_of(verb) not in acts("bare_clause") or after.pos not in OPENERS or after.ent in ("DATE", "TIME"):
        return None
    if after.lower in acts("no_clause") and verb.i + 2 < last and parsed.tokens[verb.i + 2].tag not in FINITE:
        return None
    return after.i if any(t.tag in FINITE or t.tag == "VBN" for t in parsed.tokens[after.i : last]) else None


def closing(parsed: Parsed, verb: Token, whole: Stretch) -> Iterator[Candidate]:
    """Candidates of a sentence whose source comes last, with a day or a ", amid …" behind the verb."""
    comma = next((t.i for t in reversed(parsed.tokens[max(whole[0], verb.i - LONGEST) : verb.i]) if t.text in COMMAS), None)
    if comma is None or comma - whole[0] < 4 or not trailing(parsed, verb.i + 1, whole[1]):
        return
    source = named(parsed, comma + 1, verb.i)
    content = phrases.trim(parsed.tokens, whole[0], comma)
    if source is None or not any(t.tag in FINITE for t in parsed.tokens[content[0] : content[1]]):
        return
    if parsed.tokens[whole[0]].pos in ("ADP", "SCONJ") and sum(t.text == "," for t in parsed.tokens[content[0] : content[1]]) == 0:
        return  # "After the talks ended, NP said" alone tells when
    yield Candidate(verb, cue_words(verb), noun_of(parsed, source), source, (content,), "surface", "final")


def trailing(parsed: Parsed, first: int, last: int) -> bool:
    """Whether only a day, an occasion or a clause of circumstance follows the verb."""
    words = parsed.tokens[first:last]
    plain = [t for t in words if t.text not in (".", ",")]
    if not plain or all(t.ent in ("DATE", "TIME") or t.pos in ("ADP", "NUM") for t in plain):
        return True
    if plain[0].pos != "ADP" and plain[0].ent not in ("DATE", "TIME") and plain[0].lower not in acts("circumstance"):
        return False
    mark = next((k for k, t in enumerate(words) if t.text == ","), len(words))
    if any(t.tag in FINITE for t in words[:mark]):
        return False
    behind = words[mark + 1] if mark + 1 < len(words) else None
    return behind is None or behind.lower in acts("circumstance") or behind.tag == "VBG" or behind.ent == "DATE"
