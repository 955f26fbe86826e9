"""Candidates from fixed expressions: "was quoted as saying", "put the toll at", "as NP put it", "was blunt: …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from onrecord.annotate import phrases
from onrecord.annotate.attributions.candidate import Candidate, Stretch
from onrecord.annotate.attributions.clauses import sentence_of, source_words
from onrecord.annotate.attributions.cues import acts, cue_of
from onrecord.annotate.attributions.speakers import split_by
from onrecord.types import Parsed, Token

COMMAS = frozenset({",", "—", "–", "--", "”", '"', "''"})
OPENING = frozenset({"“", '"', "``", "‘"})
FINITE = ("VBD", "VBZ", "VBP", "MD")


def fixed_candidates(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Every candidate of a fixed expression whose verb is *verb*; most verbs are in none and are asked for once."""
    fixed, cue = verb.lemma in fixed_verbs(), cue_of(verb)
    if fixed:
        yield from quoted_as(parsed, verb)
        yield from put_at(parsed, verb)
        yield from reckoned(parsed, verb)
        yield from identified(parsed, verb)
        yield from held_responsible(parsed, verb)
        yield from as_told(parsed, verb)
    if cue is not None:
        yield from after_colon(parsed, verb)
        yield from lost_that(parsed, verb)
        yield from or_so(parsed, verb)
    if fixed:
        yield from quoting(parsed, verb)
    if cue is not None:
        yield from split_subject(parsed, verb)


@cache
def fixed_verbs() -> frozenset[str]:
    """The lemmas that have a fixed expression of their own."""
    return acts("quoting") | acts("identifying") | acts("as_told") | {"put", "count", "speak", "hold", "quote", "cite"}


def quoted_as(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "NP was quoted as saying that …" and "…, NP was quoted as saying"."""
    if verb.lemma not in acts("quoting") or verb.tag != "VBN":
        return
    saying = next((c.has("pcomp") for c in verb.children if c.dep == "prep" and c.lower == "as"), None)
    source = verb.has("nsubjpass", "nsubj") or (verb.head if verb.dep == "acl" else None)
    if saying is None or source is None or cue_of(saying) is None:
        return
    first = min((c.i for c in verb.children if c.dep == "auxpass"), default=verb.i)
    told = saying.has("ccomp")
    whole = sentence_of(parsed, verb)
    start = phrases.noun_phrase(source)[0]
    if told is not None and told.i > saying.i:
        content = phrases.stretch(told)
    elif start - 1 > whole[0] and parsed.tokens[start - 1].text in COMMAS:
        content = (whole[0], start)
    else:
        return
    if source.i < content[0] and verb.has("agent") is not None and (by := phrases.agent(verb)) is not None and by.i < saying.i:
        yield from made(parsed, saying, (saying.i, saying.i + 1), source, content, "quoted as")
        return
    yield from made(parsed, saying, (first, saying.i + 1), source, content, "quoted as")


def put_at(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "NP put the toll at seven"."""
    if verb.lemma != "put":
        return
    number, source = verb.has("dobj"), phrases.subject(verb)
    at = next((c for c in verb.children if c.dep == "prep" and c.lower == "at" and c.i > verb.i), None)
    at = at if at is not None or number is None else next((c for c in number.children if c.dep == "prep" and c.lower == "at"), None)
    if source is None or number is None or at is None or number.lemma not in acts("reckoned"):
        return
    yield from made(parsed, verb, (verb.i, verb.i + 1), source, (phrases.stretch(number)[0], phrases.stretch(at)[1]), "put at")


def reckoned(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "monitors count 400 abductions", where who counts does nothing else, and of "aid agencies speak of 40 dead"."""
    source = phrases.own_subject(verb)
    if source is None or source.i > verb.i or verb.lemma not in ("count", "speak") or verb.tag not in ("VBP", "VBZ"):
        return
    of = next((c for c in verb.children if c.dep == "prep" and c.lower == "of" and c.i == verb.i + 1), None)
    told = verb.has("dobj") if verb.lemma == "count" and source.lower in acts("counters") else of.has("pobj") if of is not None else None
    if told is not None and (told.pos == "NUM" or any(t.pos == "NUM" and t.ent not in ("DATE", "TIME") for t in told.children)):
        yield from made(parsed, verb, (verb.i, verb.i + 1), source, (verb.i + 1, phrases.stretch(verb)[1]), "put at")


def identified(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "NP identified the gunman as …", "NP named the dead as …"."""
    source, whom = phrases.own_subject(verb), verb.has("dobj")
    if verb.lemma not in acts("identifying") or verb.tag not in FINITE or source is None or whom is None or whom.lower in acts("reflexive"):
        return
    as_ = next((c for c in (*verb.children, *whom.children) if c.dep == "prep" and c.lower == "as" and c.i > whom.i), None)
    if as_ is not None and as_.has("pobj") is not None:
        yield from made(parsed, verb, (verb.i, verb.i + 1), source, (phrases.stretch(whom)[0], phrases.stretch(as_)[1]), "put at")


def as_told(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "…, as NP put it, …"."""
    source = phrases.own_subject(verb)
    if verb.lemma not in acts("as_told") or source is None or not any(c.dep in ("dobj", "npadvmod") and c.lower == "it" for c in verb.children):
        return
    mark = next((c for c in verb.children if c.lower == "as" and c.i < source.i), None)
    if mark is None:
        return
    whole = sentence_of(parsed, verb)
    end = max(c.i for c in verb.children if c.lower == "it") + 1
    left = phrases.trim(parsed.tokens, whole[0], mark.i)
    right = phrases.trim(parsed.tokens, end, whole[1])
    parts = tuple(s for s in (left, right) if s[1] - s[0] > 1 or (s[0] < s[1] and s is right))
    if left[1] > left[0] and parsed.tokens[left[1] - 1].text in ("”", '"', "''"):
        opening = next((i for i in range(left[1] - 2, left[0] - 1, -1) if parsed.tokens[i].text in OPENING), left[0])
        parts = ((opening, left[1]),)
    if parts:
        words = source_words(parsed, source, verb, ())
        yield Candidate(verb, (mark.i, mark.i + 1), source, phrases.trim(parsed.tokens, *words), parts, "as told")


def after_colon(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of a clause without quotation marks behind a colon ("The hijackers read out their terms: the men were to be freed by noon …")."""
    cue = cue_of(verb)
    if cue is None or cue.kind not in ("reporting", "demand", "threat", "promise", "factive") or verb.tag not in ("VBD", "VBZ", "VBP", "VBN"):
        return
    whole = sentence_of(parsed, verb)
    colon = next((t for t in parsed.tokens[verb.i + 1 : whole[1] - 2] if t.text == ":"), None)
    source = phrases.subject(verb)
    if colon is None or source is None or source.i > verb.i or parsed.tokens[colon.i + 1].text in OPENING:
        return
    between = parsed.tokens[verb.i + 1 : colon.i]
    if any(t.tag in FINITE for t in between) or not any(t.tag in FINITE for t in parsed.tokens[colon.i + 1 : whole[1]]):
        return
    yield from made(parsed, verb, (verb.i, verb.i + 1), source, (colon.i + 1, whole[1]), "after colon")


def held_responsible(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "NP held the militia responsible for it"."""
    if verb.lemma != "hold" or any(c.dep == "neg" for c in verb.children):
        return
    blame = next((t for t in verb.subtree() if t.i > verb.i + 1 and t.lower in ("responsible", "accountable", "liable") and t.i - verb.i < FAR), None)
    source = phrases.subject(verb)
    if blame is None or source is None or source.i > verb.i or any(t.tag in FINITE for t in parsed.tokens[verb.i + 1 : blame.i] if t.dep != "relcl"):
        return
    end = max([blame.i + 1, *(phrases.stretch(c)[1] for c in blame.children if c.dep == "prep")])
    yield from made(parsed, verb, (verb.i, verb.i + 1), source, (verb.i + 1, end), "held")


def split_subject(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "The talks, NP told X, “are hanging by a thread”", where the parse gave both nouns to "told"."""
    source, told, clause = split_by(parsed, verb), phrases.own_subject(verb), verb.has("ccomp")
    if source is None or told is None or clause is None or cue_of(verb) is None:
        return
    left, right = phrases.stretch(told), phrases.trim(parsed.tokens, *phrases.stretch(clause))
    words = source_words(parsed, source, verb, (left, right))
    yield Candidate(verb, (verb.i, verb.i + 1), source, words, (phrases.trim(parsed.tokens, *left), right), "inside")


def lost_that(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "told reporters in the capital, Nairobi, that …" and "has denied ever since that …", whose clause the parse tied elsewhere."""
    cue, source = cue_of(verb), phrases.subject(verb)
    if cue is None or cue.kind not in ("reporting", "factive", "denial", "belief", "promise", "threat") or source is None or source.i > verb.i:
        return
    if verb.tag == "VBG" or any(c.dep == "ccomp" for c in verb.children):
        return
    last = sentence_of(parsed, verb)[1]
    that = next((t for t in parsed.tokens[verb.i + 2 : min(last, verb.i + FAR)] if t.lower == "that" and t.dep in ("mark", "det")), None)
    if that is not None and that.dep == "det":
        yield from mistaken_that(parsed, verb, source, that)
        return
    if that is None or any(t.tag in FINITE or t.text in OPENING for t in parsed.tokens[verb.i + 1 : that.i]):
        return
    nearer = any(cue_of(t) is not None and t.pos in ("NOUN", "VERB") for t in parsed.tokens[verb.i + 1 : that.i])
    if not nearer and that.head.i > that.i:
        yield from made(parsed, verb, (verb.i, verb.i + 1), source, (that.i, phrases.stretch(that.head)[1]), "that")


def mistaken_that(parsed: Parsed, verb: Token, source: Token, that: Token) -> Iterator[Candidate]:
    """Candidates of "told the radio that petrol had been poured", where the parse took "that" for a word before "petrol"."""
    told, clause = parsed.tokens[that.i - 1], that.head.head
    if verb.lemma not in acts("telling") or told.pos not in ("NOUN", "PROPN", "PRON") or told.head is not verb:
        return
    if clause.pos in ("VERB", "AUX") and that.head.dep in ("nsubj", "nsubjpass") and that.head.tag in ("NN", "NNS", "NNP", "NNPS"):
        yield from made(parsed, verb, (verb.i, verb.i + 1), source, (that.i + 1, phrases.stretch(clause)[1]), "that")


def or_so(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "…, or so NP says"."""
    source = phrases.own_subject(verb)
    cue = cue_of(verb)
    if source is None or cue is None or source.i > verb.i:
        return
    start = phrases.noun_phrase(source)[0]
    whole = sentence_of(parsed, verb)
    if start - 3 > whole[0] and [t.lower for t in parsed.tokens[start - 3 : start]] == [",", "or", "so"]:
        yield from made(parsed, verb, (verb.i, verb.i + 1), source, (whole[0], start - 3), "as told")


def quoting(parsed: Parsed, verb: Token) -> Iterator[Candidate]:
    """Candidates of "NP quoted an official as saying …": what NP tells, and at "saying" what the official did."""
    if verb.lemma not in ("quote", "cite") or phrases.is_passive(verb) or verb.tag not in FINITE:
        return
    noun, outlet = verb.has("dobj"), phrases.own_subject(verb)
    saying = next((c.has("pcomp") for c in verb.children if c.dep == "prep" and c.lower == "as"), None)
    if saying is None and noun is not None:
        saying = next((c.has("pcomp") for c in noun.children if c.dep == "prep" and c.lower == "as"), None)
    if noun is None or outlet is None or saying is None or cue_of(saying) is None:
        return
    told, whole = saying.has("ccomp"), sentence_of(parsed, verb)
    start = phrases.noun_phrase(outlet)[0]
    if told is not None and told.i > saying.i:
        yield from made(parsed, verb, (verb.i, verb.i + 1), outlet, (verb.i + 1, phrases.stretch(told)[1]), "quoted as")
    elif start - 1 > whole[0] and parsed.tokens[start - 1].text in COMMAS:
        yield from made(parsed, saying, (saying.i, saying.i + 1), noun, (whole[0], start), "quoted as")


FAR = 14
"""Tokens between a verb and its "that"."""


def made(parsed: Parsed, cue: Token, words: Stretch, source: Token, content: Stretch, form: str) -> Iterator[Candidate]:
    """A candidate with one stretch of content, where anything is left of it."""
    content = phrases.trim(parsed.tokens, *content)
    if content[0] < content[1] and not content[0] <= source.i < content[1]:
        yield Candidate(cue, words, source, source_words(parsed, source, cue, (content,)), (content,), form)
