"""Candidates from "according to", "per", "as reported by" and "NAME:"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.clauses import clause_alone, sentence_of
from onrecord.annotate.attributions.cues import acts
from onrecord.annotate.attributions.sources import nouns
from onrecord.types import Parsed, Token


def according_candidates(parsed: Parsed, word: Token) -> Iterator[Candidate]:
    """Candidates of "according to NP" and "per NP": the rest of the clause is the content."""
    found = parts(word)
    if found is None:
        return
    source, last_cue = found
    whole = sentence_of(parsed, word)
    first = word.i - (word.tag == "VBN")
    last = max(phrases.noun_phrase(source, relative=True)[1], last_cue.i + 1)
    words = phrases.trim(parsed.tokens, last_cue.i + 1, max(phrases.noun_phrase(source)[1], last_cue.i + 2))
    for content, variant in following(parsed, word, (first, last)) or rest(parsed, word, (first, last), whole):
        content = tuple(c for c in (phrases.trim(parsed.tokens, *s) for s in content) if c[0] < c[1])
        if content:
            yield Candidate(word, (first, last_cue.i + 1), source, words, content, "according", variant)


def following(parsed: Parsed, word: Token, phrase: Stretch) -> list[tuple[tuple[Stretch, ...], str]]:
    """What the phrase tells of where it stands behind "and" or "which": only the words that follow ("cut the power and, according to NP, shut the road")."""
    first, last = phrase
    before = parsed.tokens[first - 2] if first > 1 and parsed.tokens[first - 1].text == "," else parsed.tokens[first - 1] if first else None
    joined = before is not None and before.sent == word.sent and (before.tag in ("WDT", "WP") or (before.tag == "CC" and parsed.tokens[first - 1].text == ","))
    head = word.head
    if not joined or head is word or head.pos not in ("VERB", "AUX") or head.i < last:
        return []
    end = phrases.stretch(head)[1]
    return [(((last, end),), "around")] if end > last + 1 else []


def reckoned_candidates(parsed: Parsed, word: Token) -> Iterator[Candidate]:
    """Candidates of "by NP's count, …" and "…, by NP's own account"."""
    begins = word.i == sentence_of(parsed, word)[0] or parsed.tokens[word.i - 1].text == ","
    reach = parsed.tokens[word.i + 1 : word.i + MOST]
    owner = next((t for t in reach if t.tag == "POS" or t.text in ("'s", "’s")), None)
    noun = next((t for t in reach if owner is not None and owner.i < t.i <= owner.i + 2 and t.lemma in acts("counts")), None)
    if not begins or owner is None or noun is None or owner.i == word.i + 1:
        return
    words = (word.i + 1, owner.i)
    source = next((t for t in reversed(parsed.tokens[words[0] : words[1]]) if t.pos in ("NOUN", "PROPN")), None)
    if source is None:
        return
    for content, variant in rest(parsed, word, (word.i, noun.i + 1), sentence_of(parsed, word)):
        told = tuple(c for c in (phrases.trim(parsed.tokens, *s) for s in content) if c[0] < c[1])
        if told:
            yield Candidate(word, (word.i, noun.i + 1), source, words, told, "according", variant)


MOST = 9
"""Words between "by" and the noun of counting."""


def parts(word: Token) -> tuple[Token, Token] | None:
    """The source and the last word of the cue of "according to", "per", or "as VERBed by"."""
    if word.lower == "according":
        to = next((c for c in word.children if c.lower == "to"), None)
        source = to.has("pobj") if to is not None else None
        return (source, to) if source is not None and to is not None else None
    if word.lower == "per" and word.dep == "prep":
        source = word.has("pobj")
        return (source, word) if source is not None and source.ent in ("ORG", "PERSON", "GPE", "NORP") else None
    if word.tag == "VBN" and any(c.lower == "as" and c.i == word.i - 1 for c in word.children):
        by = next((c for c in word.children if c.dep == "agent"), None)
        source = by.has("pobj") if by is not None else None
        return (source, by) if source is not None and by is not None else None
    return None


def rest(parsed: Parsed, word: Token, phrase: Stretch, whole: Stretch) -> Iterator[tuple[tuple[Stretch, ...], str]]:
    """The clause around the phrase, and all of the sentence before or after it."""
    first, last = phrase
    if first <= whole[0] + 1:
        yield ((last, whole[1] - 1),), "sentence-after"
        head = word.head
        if head is not word:
            yield ((last, phrases.stretch(head)[1]),), "clause-after"
        return
    head = word.head
    if head is not word:
        low, high = phrases.stretch(head, [word])
        if high > last + 1 and parsed.tokens[last].text == ",":
            low, high = clause_alone(parsed, (low, first), (last, high))
            yield ((low, first), (last, high)) if high > last + 1 else ((low, first),), "around"
        if low < first:
            yield ((low, first),), "clause-before"
    yield ((whole[0], first),), "sentence-before"
    for i in range(first - 2, whole[0], -1):
        if parsed.tokens[i].text in (",", "—", "–", "--") and parsed.tokens[i + 1].lower in ("and", "but", "while", "although", "with"):
            yield ((i + 2, first),), "after-comma"
            break


def colon_candidates(parsed: Parsed, colon: Token) -> Iterator[Candidate]:
    """Candidates of "NAME: words" at the start of a sentence or block, and of "…, from NAME: "words"" anywhere."""
    first, last = sentence_of(parsed, colon)
    if colon.i == first or colon.i + 1 >= len(parsed.tokens):
        return
    start = name_before(parsed, first, colon)
    if start is None:
        return
    before = parsed.tokens[start : colon.i]
    source = next((t for t in before if t.pos in ("PROPN", "NOUN", "PRON") and (t.head not in before or t.head is t)), before[-1])
    if topical(parsed, before, colon):
        return
    end = last if last > colon.i + 1 else sentence_of(parsed, parsed.tokens[colon.i + 1])[1]
    content = phrases.trim(parsed.tokens, colon.i + 1, end, frozenset(" "))
    if content[0] < content[1]:
        yield Candidate(colon, (colon.i, colon.i + 1), source, (start, colon.i), (content,), "colon", "line" if start == first else "name")


def topical(parsed: Parsed, before: Sequence[Token], colon: Token) -> bool:
    """Whether a word before the colon of a list's item says what the item is about ("Prisoners: nine exchanges have …"), not who speaks."""
    block = parsed.report.block_at(colon.start)
    if block is None or block.kind != "list_item" or len(before) != 1 or parsed.tokens[colon.i + 1].text in ("“", '"', "''", "``"):
        return False
    word = before[0]
    speaks = nouns("officials") | nouns("sources") | nouns("documents") | nouns("bodies")
    return (word.tag in ("NN", "NNS") or word.lower in nouns("groups")) and word.lower not in speaks


def name_before(parsed: Parsed, first: int, colon: Token) -> int | None:
    """Where the name before a colon begins: the start of a short line without a verb, or of capitalised words before a quotation."""
    before = parsed.tokens[first : colon.i]
    if len(before) <= 8 and not any(t.pos in ("VERB", "AUX") for t in before):
        return first
    if parsed.tokens[colon.i + 1].text not in ("“", '"', "''", "``"):
        return None
    start = colon.i
    while start > first and (parsed.tokens[start - 1].pos == "PROPN" or (parsed.tokens[start - 1].lower in ("and", "of") and start < colon.i)):
        start -= 1
    return start if colon.i - start >= 2 else None
