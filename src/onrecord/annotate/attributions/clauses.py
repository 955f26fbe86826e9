"""Candidates from verbs with clauses, infinitives, objects and prepositions as their content."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.types import Parsed, Token

ARGUMENTS = ("dobj", "ccomp", "xcomp", "prep", "oprd", "attr", "acomp", "pobj", "agent", "dative", "prt", "advmod", "npadvmod", "advcl", "conj", "cc", "punct", "parataxis", "dep")


def verb_candidates(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Every candidate whose cue is *verb*."""
    passive = phrases.is_passive(verb)
    source = phrases.agent(verb) if passive else phrases.subject(verb)
    if source is None:
        source = surface_source(parsed, verb)
    if source is None:
        return
    whole = sentence_of(parsed, verb)
    for form, content, variant in contents(parsed, verb, source, whole):
        content = tuple(c for c in (phrases.trim(parsed.tokens, *s) for s in content) if c[0] < c[1])
        if not content or any(a <= verb.i < b or a <= source.i < b for a, b in content):
            continue
        yield Candidate(verb, cue_words(verb), source, source_words(parsed, source, verb, content), content, form, variant, ("passive",) if passive else ())


def sentence_of(parsed: Parsed, token: Token) -> Stretch:
    """The tokens of the sentence of *token*."""
    sentence = parsed.sentence_of(token)
    return sentence.first, sentence.last


def surface_source(parsed: Parsed, verb: Token) -> Token | None:
    """The noun next to a verb that the parse left without a subject: before it, or after it in an inverted clause."""
    first, last = sentence_of(parsed, verb)
    if verb.tag not in ("VBD", "VBZ", "VBP", "VBN", "VB"):
        return None
    before = parsed.tokens[verb.i - 1] if verb.i > first else None
    if before is not None and before.pos in ("NOUN", "PROPN", "PRON") and before.dep not in ("dobj", "pobj", "attr"):
        return before
    return None


def cue_words(verb: Token) -> Stretch:
    """The cue with its negation and particle."""
    words = [verb.i] + [c.i for c in verb.children if c.dep in ("neg", "prt") or (c.dep == "aux" and c.lower in ("do", "does", "did") and phrases.is_negated(verb))]
    first, last = min(words), max(words) + 1
    return (first, last) if last - first <= 4 else (verb.i, verb.i + 1)


def source_words(parsed: Parsed, source: Token, cue: Token, content: tuple[Stretch, ...]) -> Stretch:
    """The noun phrase of *source*, cut where cue or content begin."""
    first, last = phrases.noun_phrase(source)
    for low, high in (*content, (cue.i, cue.i + 1)):
        if low > source.i:
            last = min(last, low)
        elif high <= source.i:
            first = max(first, high)
    return phrases.trim(parsed.tokens, first, last)


def contents(parsed: Parsed, verb: Token, source: Token, whole: Stretch) -> Iterator[tuple[str, tuple[Stretch, ...], str]]:
    """(form, content, variant) for every complement of *verb*."""
    yielded = False
    clause_end = phrases.stretch(verb)[1]
    stop = next((c.i for c in verb.children if c.i > verb.i and c.dep in ("cc", "conj", "parataxis")), clause_end)
    for child in verb.children:
        if child.dep in ("ccomp", "xcomp", "dobj", "prep", "oprd", "advcl", "pobj", "dative", "attr", "acomp", "agent", "dep", "nsubjpass", "relcl", "parataxis"):
            for item in of_child(parsed, verb, child, source, whole, min(stop, clause_end)):
                yielded = True
                yield item
    yield from around(parsed, verb, source, whole)


def of_child(parsed: Parsed, verb: Token, child: Token, source: Token, whole: Stretch, stop: int) -> Iterator[tuple[str, tuple[Stretch, ...], str]]:
    """The contents that one complement gives."""
    first, last = phrases.stretch(child)
    if child.dep in ("ccomp", "xcomp", "parataxis", "dep"):
        if child.i < verb.i:
            left = min(verb.i, phrases.stretch(source)[0] if source.i > first else verb.i)
            yield "before", ((whole[0], min(left, last) if last < verb.i else left),), "sentence"
            yield "before", ((first, min(left, last) if last < verb.i else left),), "own"
            return
        form = clause_form(child)
        first = max(first, verb.i + 1)
        yield form, ((first, last),), "own"
        for cut in cuts(parsed, first, last):
            yield form, ((first, cut),), "cut"
        if last < whole[1] - 1:
            yield form, ((first, whole[1]),), "sentence"
        objects = [c for c in verb.children if c.dep in ("dobj", "dative") and verb.i < c.i < child.i]
        if objects:
            yield "object+" + form, ((phrases.stretch(objects[0])[0], last),), "own"
    elif child.dep in ("dobj", "oprd", "attr", "acomp", "pobj"):
        if child.i < verb.i:
            if child.lower in phrases.RELATIVE or child.tag in ("WDT", "WP"):
                yield "relative", ((first, last),), "own"
            return
        yield child.dep, ((first, last),), "own"
        if stop > last:
            yield child.dep, ((first, stop),), "long"
        after = [phrases.stretch(c)[1] for c in verb.children if c.i > child.i and c.dep in ("prep", "xcomp", "oprd", "ccomp")]
        if after and after[0] != stop:
            yield child.dep, ((first, after[0]),), "next"
        for cut in cuts(parsed, first, last):
            yield child.dep, ((first, cut),), "cut"
    elif child.dep in ("prep", "agent") and child.i > verb.i:
        yield "prep:" + child.lower, ((child.i + 1, last),), "own"
        if child.lower in ("as",):
            return
        if stop > last:
            yield "prep:" + child.lower, ((child.i + 1, stop),), "long"
        for cut in cuts(parsed, child.i + 1, last):
            yield "prep:" + child.lower, ((child.i + 1, cut),), "cut"
    elif child.dep == "nsubjpass":
        yield "passive", ((first, last),), "own"
        yield "passive", ((first, last), (verb.i + 1, stop)), "long"


def clause_form(child: Token) -> str:
    """The kind of a clause: that, whether, wh, to, ing, small (no finite verb) or clause."""
    marks = [c for c in child.children if c.i < child.i]
    if any(c.lower == "that" and c.dep == "mark" for c in marks):
        return "that"
    if any(c.lower in ("whether", "if") for c in marks):
        return "whether"
    if child.tag in ("VB",) and any(c.lower == "to" and c.dep == "aux" for c in marks):
        return "for-to" if phrases.own_subject(child) is not None else "to"
    if child.tag == "VBG" and not any(c.dep == "aux" for c in marks):
        return "ing" if phrases.own_subject(child) is None else "small-ing"
    if any(c.tag in ("WRB", "WP", "WDT", "WP$") for c in child.subtree() if c.i <= child.i):
        return "wh"
    if child.tag in ("VBD", "VBZ", "VBP", "MD") or any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP", "MD") for c in marks):
        return "clause"
    return "small"


def cuts(parsed: Parsed, first: int, last: int) -> Iterator[int]:
    """Places inside a stretch where people may end the content: before a comma, a dash, or a late conjunction."""
    seen = 0
    for i in range(first + 2, last - 1):
        token = parsed.tokens[i]
        if token.text in (",", "—", "–", "-", "--", ";", ":") or (token.dep in ("cc", "mark") and token.lower in ("and", "but", "while", "as", "because", "if", "when", "after", "before", "since")):
            seen += 1
            if seen <= 4:
                yield i


def around(parsed: Parsed, verb: Token, source: Token, whole: Stretch) -> Iterator[tuple[str, tuple[Stretch, ...], str]]:
    """The content of an interjected "he said", and what stands before or after it in the sentence."""
    low, high = phrases.stretch(verb, [c for c in verb.children if c.dep in ("ccomp", "parataxis", "conj")])
    low, high = min(low, phrases.stretch(source)[0] if whole[0] <= source.i < whole[1] else low), max(high, verb.i + 1)
    if low <= whole[0]:
        return
    comma = parsed.tokens[low - 1].text in (",", "—", "–", "--", "”", '"', "''") or parsed.tokens[low].text in (",",)
    if not comma and verb.dep not in ("parataxis", "ccomp", "ROOT"):
        return
    head = verb.head if verb.dep in ("parataxis", "ccomp", "advcl", "dep") and verb.head is not verb else None
    if head is not None:
        first, last = phrases.stretch(head, [verb])
        if first < low and last > high:
            yield "inside", ((first, low), (high, last)), "own"
        yield "after", ((min(first, low - 1), low),), "own"
    yield "after", ((whole[0], low),), "sentence"
