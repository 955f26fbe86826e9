"""Candidates from verbs with clauses, infinitives, objects and prepositions as their content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.cues import cue_of
from onrecord.annotate.attributions.cutting import BREAKS, cuts
from onrecord.annotate.attributions.speakers import after_mark, head_of, relative_gap, speaker
from onrecord.types import Parsed, Token

COMPLEMENTS = frozenset({"ccomp", "xcomp", "dobj", "prep", "oprd", "pobj", "attr", "acomp", "agent", "dep", "nsubjpass", "parataxis"})
Found = tuple[str, tuple[Stretch, ...], str]
"""Form, content, variant."""


@dataclass(frozen=True, slots=True)
class Place:
    """A verb with its source and the tokens of its sentence; *stop* is where its own clause ends."""

    parsed: Parsed
    verb: Token
    source: Token
    whole: Stretch
    stop: int


def verb_candidates(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Every candidate whose cue is *verb*."""
    yield from which_candidates(parsed, verb)
    yield from final_candidates(parsed, verb)
    source = speaker(parsed, verb)
    if source is None:
        return
    end = phrases.stretch(verb)[1]
    stop = next((c.i for c in verb.children if c.i > verb.i and c.dep in ("cc", "conj", "parataxis")), end)
    place = Place(parsed, verb, source, sentence_of(parsed, verb), min(stop, end))
    marks = ("passive",) if phrases.is_passive(verb) else ()
    for form, content, variant in contents(place):
        content = tuple(c for c in (phrases.trim(parsed.tokens, *s) for s in content) if c[0] < c[1])
        if not content or any(a <= verb.i < b or a <= source.i < b for a, b in content):
            continue
        yield Candidate(verb, cue_words(verb), source, source_words(parsed, source, verb, content), content, form, variant, marks)


def which_candidates(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "…, which NP said were …"."""
    gap = relative_gap(parsed, verb)
    if gap is None:
        return
    which, words = gap
    end = max(phrases.stretch(c)[1] for c in verb.children if c.dep in ("ccomp", "xcomp"))
    rest = phrases.trim(parsed.tokens, verb.i + 1, end)
    if rest[0] < rest[1]:
        yield Candidate(verb, cue_words(verb), head_of(parsed, words), words, ((which, which + 1), rest), "which")


def final_candidates(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of a sentence that ends in ", NP said (in a statement)", by the surface, since parsers often lose that noun phrase."""
    cue = cue_of(verb)
    if cue is None or cue.kind not in ("reporting", "factive", "denial", "threat", "promise") or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    if verb.dep == "relcl" and any(c.tag == "WDT" and c.dep == "dobj" for c in verb.children):
        return  # ", a charge that NP denied"
    first, last = sentence_of(parsed, verb)
    if any(t.tag in ("VBD", "VBZ", "VBP", "MD", "TO") or t.text in BREAKS for t in parsed.tokens[verb.i + 1 : last - 1]):
        return
    comma = next((i for i in range(verb.i - 1, max(first, verb.i - 16), -1) if parsed.tokens[i].text in (",", "—", "–", "”", '"', "''")), None)
    source = after_mark(parsed, comma, verb) if comma is not None else None
    if comma is None or source is None or comma - first < 3:
        return
    start = next(i for i in range(comma, verb.i) if parsed.tokens[i].text[0].isalnum())
    end = verb.i - sum(t.dep == "aux" or t.pos in ("ADV", "AUX") for t in parsed.tokens[source.i + 1 : verb.i])
    content = phrases.trim(parsed.tokens, first, comma + (parsed.tokens[comma].text not in BREAKS))
    if content[0] < content[1] and start < end:
        yield Candidate(verb, cue_words(verb), source, (start, end), (content,), "before", "final")


def sentence_of(parsed: Parsed, token: Token) -> Stretch:
    """The tokens of the sentence of *token*; a part that begins with a comma goes on from the sentence before it."""
    sentence = parsed.sentence_of(token)
    first = sentence.first
    if parsed.tokens[first].text == "," and first and parsed.tokens[first - 1].block == token.block:
        first = parsed.sentence_of(parsed.tokens[first - 1]).first
    return first, sentence.last


def cue_words(verb: Token) -> Stretch:
    """The cue with its negation and particle."""
    negated = phrases.is_negated(verb)
    words = [verb.i]
    words += [c.i for c in verb.children if c.dep in ("neg", "prt") or (negated and c.dep == "aux" and c.lower in ("do", "does", "did"))]
    first, last = min(words), max(words) + 1
    return (first, last) if last - first <= 4 else (verb.i, verb.i + 1)


def source_words(parsed: Parsed, source: Token, cue: Token, content: tuple[Stretch, ...]) -> Stretch:
    """The noun phrase of *source*, cut where cue or content begin; a pronoun is the whole of it."""
    if source.tag == "PRP":
        return source.i, source.i + 1
    first, last = phrases.noun_phrase(source)
    for low, high in (*content, (cue.i, cue.i + 1)):
        if low > source.i:
            last = min(last, low)
        elif high <= source.i:
            first = max(first, high)
    first, last = phrases.trim(parsed.tokens, first, last)
    return (first, max(undated(parsed, first, last)[1], source.i + 1)) if first <= source.i < last else (first, last)


def undated(parsed: Parsed, first: int, last: int) -> Stretch:
    """A noun phrase without the day of telling that the parse hung to its end ("the rebels on Thursday")."""
    end = last
    while end - 1 > first and parsed.tokens[end - 1].ent in ("DATE", "TIME"):
        end -= 1
    if end < last and end - 1 > first and parsed.tokens[end - 1].lower in ("on", "late", "early"):
        return first, end - 1
    weekday = end < last and parsed.tokens[end].ent == "DATE" and parsed.tokens[end].tag == "NNP" and parsed.tokens[end - 1].pos != "ADP"
    return (first, end) if weekday else (first, last)


def contents(place: Place) -> Iterator[Found]:
    """(form, content, variant) for every complement of a verb."""
    yield from headline(place)
    for child in place.verb.children:
        if child.dep in COMPLEMENTS:
            yield from of_child(place, child)
    yield from around(place)


def of_child(place: Place, child: Token) -> Iterator[Found]:
    """The contents that one complement gives."""
    verb = place.verb
    if child.dep in ("ccomp", "xcomp", "parataxis", "dep"):
        yield from (of_clause(place, child) if child.i > verb.i else before(place, child))
    elif child.dep in ("dobj", "oprd", "attr", "acomp", "pobj"):
        named = child.dep == "oprd" and any(c.dep == "dobj" and verb.i < c.i < child.i for c in verb.children)
        if child.i > verb.i and not named:
            yield from of_object(place, child)
        elif child.i < verb.i and child.tag in ("WDT", "WP"):
            yield "relative", (phrases.stretch(child),), "own"
    elif child.dep in ("prep", "agent") and child.i > verb.i:
        if child.lower == "as" and any(c.dep == "dobj" and verb.i < c.i < child.i for c in verb.children):
            return
        form, (_, last) = "prep:" + child.lower, phrases.stretch(child)
        noun = child.has("pobj")
        lost = next((c for c in noun.children if c.dep in ("acl", "relcl", "ccomp") and clause_form(c) == "that"), None) if noun is not None else None
        if lost is not None and child.lower not in ("amid", "despite", "after", "following"):
            yield "that", (phrases.stretch(lost),), "own"
        yield form, ((child.i + 1, last),), "own"
        if child.lower == "as":
            return
        if place.stop > last:
            yield form, ((child.i + 1, place.stop),), "long"
        for cut in cuts(place.parsed, child.i + 1, max(last, place.stop)):
            yield form, ((child.i + 1, cut),), "cut"
    elif child.dep == "nsubjpass":
        own = phrases.stretch(child)
        yield "passive", (own,), "own"
        yield "passive", (own, (verb.i + 1, place.stop)), "long"


def before(place: Place, child: Token) -> Iterator[Found]:
    """The clause before ", NP said"."""
    verb, source = place.verb, place.source
    first, last = phrases.stretch(child)
    left = min(verb.i, phrases.stretch(source)[0] if source.i > first else verb.i)
    end = min(left, last) if last < verb.i else left
    yield "before", ((place.whole[0], end),), "sentence"
    yield "before", ((first, end),), "own"


def of_clause(place: Place, child: Token) -> Iterator[Found]:
    """A clause or infinitive after its verb."""
    verb = place.verb
    form = clause_form(child)
    first, last = phrases.stretch(child)
    first = max(first, verb.i + 1)
    mark = next((c for c in child.children if c.lower == "that" and c.dep == "mark"), None)
    if mark is not None and mark.i > first and place.parsed.tokens[mark.i - 1].text == ",":
        first = mark.i  # "told the guests on Thursday, hours before the flight, that …"
    yield form, ((first, last),), "own"
    for cut in cuts(place.parsed, first, last):
        yield form, ((first, cut),), "cut"
    joined = next((c for c in verb.children if c.dep == "conj" and c.i > child.i and any(m.lower == "that" and m.dep == "mark" for m in c.children)), None)
    listed = next((c for c in verb.children if c.dep in ("conj", "appos", "dep") and c.i > child.i and c.pos in ("NOUN", "PROPN")), None)
    for more in (joined, listed):
        if more is not None:
            yield form, ((first, phrases.stretch(more)[1]),), "joined"
    if last < place.whole[1] - 1:
        yield form, ((first, place.whole[1]),), "sentence"
    told = next((c for c in verb.children if c.dep in ("dobj", "dative") and verb.i < c.i < child.i), None)
    if told is not None:
        yield "object+" + form, ((phrases.stretch(told)[0], last),), "own"
        for cut in cuts(place.parsed, first, last):
            yield "object+" + form, ((phrases.stretch(told)[0], cut),), "cut"


def of_object(place: Place, child: Token) -> Iterator[Found]:
    """An object, alone and with what follows it in the clause."""
    verb = place.verb
    first, last = phrases.stretch(child)
    yield child.dep, ((first, last),), "own"
    if place.stop > last:
        yield child.dep, ((first, place.stop),), "long"
    after = [phrases.stretch(c)[1] for c in verb.children if c.i > child.i and c.dep in ("prep", "xcomp", "oprd", "ccomp")]
    if after and after[0] != place.stop:
        yield child.dep, ((first, after[0]),), "next"
    for cut in cuts(place.parsed, first, max(last, place.stop)):
        yield child.dep, ((first, cut),), "cut"


def clause_form(child: Token) -> str:
    """The kind of a clause: that, whether, wh, to, for-to, ing, small (no finite verb) or clause."""
    marks = [c for c in child.children if c.i < child.i]
    low = {c.lower for c in marks if c.dep in ("mark", "aux", "auxpass")}
    own = phrases.own_subject(child)
    if any(c.lower == "that" and c.dep == "mark" for c in marks):
        return "that"
    if low & {"whether", "if"}:
        return "whether"
    if "to" in low:
        return "for-to" if own is not None else "to"
    if child.tag == "VBG" and not any(c.dep == "aux" for c in marks):
        return "ing" if own is None else "small-ing"
    if any(t.tag in ("WRB", "WP", "WDT", "WP$") for t in child.subtree() if t.i <= child.i):
        return "wh"
    if child.tag in ("VBD", "VBZ", "VBP", "MD") or any(c.dep in ("aux", "auxpass") and c.tag in ("VBD", "VBZ", "VBP", "MD") for c in marks):
        return "clause"
    return "clause" if child.tag == "VBN" and own is not None and own.dep == "nsubj" else "small"


def around(place: Place) -> Iterator[Found]:
    """The content of an interjected "he said", and what stands before it in the sentence."""
    verb, source, whole = place.verb, place.source, place.whole
    if verb.tag == "VBG" or (verb.tag == "VB" and phrases.modal(verb) is None):
        return
    start = min(source.i, verb.i)
    low, high = phrases.stretch(verb, [c for c in verb.children if c.dep in ("ccomp", "parataxis", "conj") or (c.i < start and c is not source)])
    low, high = min(low, phrases.stretch(source)[0] if whole[0] <= source.i < whole[1] else low), max(high, verb.i + 1)
    if low <= whole[0]:
        return
    comma = place.parsed.tokens[low - 1].text in (",", "—", "–", "--", "”", '"', "''")
    if not comma and verb.dep not in ("parataxis", "ccomp", "ROOT"):
        return
    head = verb.head if verb.dep in ("parataxis", "ccomp", "advcl", "dep") and verb.head is not verb else None
    if head is not None:
        first, last = phrases.stretch(head, [verb])
        parsed = place.parsed
        if first < low and last > high:
            first, last = clause_alone(place.parsed, (first, low), (high, last))
            yield "inside", ((first, low), (high, last)) if last > high else ((first, low),), "own"
        elif verb.dep != "dep" and first >= high and comma and parsed.tokens[high].text == "," and low - whole[0] > 2:
            yield "inside", ((whole[0], low), (high, last)), "own"  # "If nothing comes of it, NP has warned, there will be …"
        yield "after", ((min(first, low - 1), low),), "own"
    yield "after", ((whole[0], low),), "sentence"


def clause_alone(parsed: Parsed, left: Stretch, right: Stretch) -> Stretch:
    """Where the clause around an interjected "NP said" begins and ends: behind a semicolon before it, before a new clause joined behind it."""
    first = next((i + 1 for i in range(left[1] - 3, left[0], -1) if parsed.tokens[i].text == ";"), left[0])
    for i in range(*right):
        token = parsed.tokens[i]
        joined = token.dep == "cc" and token.lower in ("and", "but", "yet", "so") and i + 1 < right[1]
        clause = next((c for c in token.head.children if c.dep == "conj" and c.i > i and phrases.own_subject(c) is not None), None) if joined else None
        if clause is not None and (i == right[0] or parsed.tokens[i - 1].text in (",", ";")):
            return first, i
    return first, right[1]


def headline(place: Place) -> Iterator[Found]:
    """The rest of a line without a full stop after a verb of saying ("Minister says deal close")."""
    verb, (_, last) = place.verb, place.whole
    cue = cue_of(verb)
    if cue is None or cue.kind not in ("reporting", "threat", "promise", "denial") or verb.tag not in ("VBZ", "VBP") or verb.i + 2 >= last:
        return
    whole = any(c.dep == "ccomp" and clause_form(c) != "small" for c in verb.children)
    if place.parsed.tokens[last - 1].text not in (".", "!", "?", "”", '"', "''") and not whole:
        yield "headline", ((verb.i + 1, last),), "own"
