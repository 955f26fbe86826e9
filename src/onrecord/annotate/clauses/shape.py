"""Which words carry a clause or a noun phrase: the shortest span that says it, without what is said about it from outside."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.types import Parsed, Span, Token

OUTSIDE = frozenset({"parataxis", "punct", "intj"})
FAR = 9
"""A subject this many words before its verb is left out of the span (long relative clauses between them)."""
EDGE = frozenset({",", ";", ":", "-", "–", "—", ".", '"', "'", "“", "”", "‘", "’", "(", ")", "…", "...", "``", "''"})

OPENING = EDGE | {"and", "but", "that", "However"}
BODIES = frozenset(
    {"republic", "kingdom", "government", "president", "ministry", "state", "forces", "army", "leaders", "leadership", "representative", "people"}
)
"""Nouns that with "of" and a name stand for what is named ("the Republic of …")."""


def np_span(parsed: Parsed, noun: Token, *, bare: bool = False) -> Span:
    """The words of the noun phrase of *noun*; *bare* leaves out determiner, possessor's mark and what follows in clauses."""
    words = [noun]
    for child in noun.children:
        if child.dep in ("punct", "appos", "relcl", "cc", "conj", "acl") and (
            bare or child.dep in ("punct", "appos", "relcl") or (child.dep == "acl" and noun.head is noun)
        ):
            continue
        if bare and child.dep in ("det", "prep", "predet", "case"):
            continue
        words.extend(t for t in child.subtree() if abs(t.i - noun.i) < 30)
    return trimmed(parsed, words)


def right_span(parsed: Parsed, words: Iterable[Token]) -> Span:
    """From the first to the last of all that hangs on *words*, what stands outside the clause left out."""
    kept: list[Token] = []
    for word in words:
        kept.extend(below(word, {word.i}))
    return trimmed(parsed, kept)


def clause_span(parsed: Parsed, verb: Token, *, owner: Token | None = None, keep: frozenset[str] = frozenset()) -> Span:
    """The clause of *verb* from its subject, if that is near, to its last complement; joined clauses, asides and openers are left out.

    *owner* is the subject where it is known; *keep*: marks of adverbial clauses that belong ("if", "unless").
    """
    kept = [verb]
    for child in verb.children:
        if child.dep in OUTSIDE or child.dep in ("cc", "mark") or aside(child, verb):
            continue
        if child.dep == "conj" and (child.pos in ("VERB", "AUX")):
            continue
        if child.dep == "advcl" and (
            not belongs(child, verb, keep) or (child.tag == "VBG" and child.lemma in ("say", "add", "tell", "warn", "accuse", "cite"))
        ):
            continue
        if child.i < verb.i and child.dep in ("nsubj", "nsubjpass", "csubj", "advmod", "npadvmod", "prep", "ccomp", "dep") and not near_subject(child, verb):
            continue
        kept.extend(below(child, {verb.i}))
    shared = owner is not None and verb.dep == "conj" and owner.head is verb.head  # "rejected the timetable and repeated a demand"
    if owner is not None and not shared and 0 < verb.i - owner.i <= FAR and owner.sent == verb.sent:
        kept.extend(t for t in owner.subtree() if t.i <= owner.i)
    colon = next((t.i for t in parsed.tokens[verb.i : max(w.i for w in kept) + 1] if t.text == ":"), None)
    return trimmed(parsed, [w for w in kept if colon is None or w.i < colon])


def near_subject(child: Token, verb: Token) -> bool:
    """Whether what stands before a verb is its subject and near enough to be quoted with it."""
    return child.dep in ("nsubj", "nsubjpass", "csubj") and verb.i - child.i <= FAR


def belongs(clause: Token, verb: Token, keep: frozenset[str]) -> bool:
    """Whether an adverbial clause is part of what is said: infinitives of purpose after the verb, and those with a kept mark."""
    marks = {c.lower for c in clause.children if c.dep in ("mark", "advmod", "prep")}
    if marks & keep:
        return True
    if clause.i < verb.i:
        return False
    return clause.tag == "VB" or not (marks & {"while", "although", "though", "whereas", "when", "after", "because", "since"})


def below(word: Token, seen: set[int]) -> list[Token]:
    """The subtree of *word* without what stands outside its clause."""
    found = [word]
    for child in word.children:
        if child.i in seen or child.dep in ("parataxis", "intj") or aside(child, word):
            continue
        found.extend(below(child, seen))
    return found


def aside(child: Token, word: Token) -> bool:
    """Whether *child* opens a remark after a comma: ", which …", ", with X saying …"."""
    comma = any(c.dep == "punct" and c.text == "," and c.i < child.subtree()[0].i and c.i > word.i for c in (*word.children, *child.children))
    if not comma:
        return False
    return (child.dep == "relcl" and any(c.tag in ("WDT", "WP", "WRB") for c in child.subtree()[:3])) or (
        child.dep == "prep" and (child.lower in ("despite", "amid", "following") or child.lower == "with")
    )


def trimmed(parsed: Parsed, words: list[Token]) -> Span:
    """The span of *words* without punctuation at its edges; a quotation mark stays where its partner is inside."""
    first, last = min(w.i for w in words), max(w.i for w in words)
    tokens = parsed.tokens
    while first < last and (tokens[first].text in OPENING or tokens[first].text.isspace()) and not paired(tokens, first, last, +1):
        first += 1
    while last > first and (tokens[last].text in EDGE or tokens[last].text.isspace()) and not paired(tokens, last, first, -1):
        last -= 1
    return Span(tokens[first].start, tokens[last].end)


def paired(tokens: tuple[Token, ...], mark: int, edge: int, step: int) -> bool:
    """Whether the quotation mark at *mark* has a partner before *edge*."""
    if tokens[mark].text not in {'"', "“", "”", "‘", "’", "'"}:
        return False
    return any(tokens[k].text in {'"', "“", "”", "‘", "’", "'"} for k in range(mark + step, edge, step))


def misjoined(subject: Token, verb: Token) -> list[Token]:
    """What the parse hung within a singular subject though it acts beside it.

    Its plural verb asks for two ("the government of A and the Front have agreed"), or the second has an article of its own where the first has none
    ("the government of A and the Front signed").
    """
    plural = verb.tag == "VBP" or any(c.dep in ("aux", "auxpass") and c.lower in ("have", "are", "were") for c in verb.children)
    if subject.tag not in ("NN", "NNP") or any(c.dep == "conj" for c in subject.children):
        return []
    within = [g for c in subject.children if c.dep == "prep" and c.lower == "of" for g in c.children if g.dep == "pobj"]
    found = [(g, s) for g in within for s in g.children if s.dep == "conj" and s.pos in ("NOUN", "PROPN")]
    return [s for g, s in found if plural or (s.pos == g.pos == "PROPN" and s.has("det") is not None and g.has("det") is None)]


def joined_names(token: Token) -> list[Token]:
    """The proper names joined by "and" to a proper name, or to a government or army that a name owns."""
    if token.pos != "PROPN":
        return misjoined(token, token.head) if token.lemma.lower() in BODIES and token.dep in ("nsubj", "nsubjpass") else []
    found = [c for c in token.children if c.dep == "conj" and c.pos == "PROPN"]
    return [t for c in found for t in (c, *joined_names(c))]
