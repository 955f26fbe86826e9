"""Phrases and clauses over tokens: subjects, noun phrases, verb groups, and the stretch of words below a head."""

from __future__ import annotations

from collections.abc import Iterable

from onrecord.types import Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
RELATIVE = frozenset({"who", "which", "that", "whom"})
GENERIC = frozenset({"those", "anyone", "everyone", "someone", "people", "man", "woman", "person", "men", "women"})
"""Nouns that say nobody without their relative clause."""
EDGE_MARKS = frozenset(",;:.-–—")


def stretch(token: Token, without: Iterable[Token] = ()) -> tuple[int, int]:
    """`[first, last)` of the tokens below and including *token*; branches that start at one of *without* are left out.

    Children stand in the order of the text and trees do not cross, so that only the edges are walked.
    """
    skip = {t.i for t in without}
    if skip:
        return stretch_without(token, skip)
    left = right = token
    while left.children and left.children[0].i < left.i:
        left = left.children[0]
    while right.children and right.children[-1].i > right.i:
        right = right.children[-1]
    return left.i, right.i + 1


def own_subject(verb: Token) -> Token | None:
    """The subject that stands at *verb* itself."""
    for child in verb.children:
        if child.dep in SUBJECTS:
            return child
    return None


def antecedent(verb: Token) -> Token | None:
    """The noun that a relative clause or participle headed by *verb* describes."""
    return verb.head if verb.dep in ("relcl", "acl") and verb.head is not verb else None


def subject(verb: Token) -> Token | None:
    """Who does *verb*: its own subject, that of the verb it is joined to, or of the clause that governs a participle or infinitive."""
    at = verb
    for _ in range(8):
        found = own_subject(at)
        if found is not None:
            return found
        if at.dep == "acl":
            return at.head
        if at.dep == "relcl" and at is not verb:
            return at.head
        if at.head is at or at.dep not in ("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp", "aux", "acomp"):
            return None
        if at.dep == "xcomp" and at is verb:
            doer = next((c for c in at.head.children if c.dep in ("dobj", "dative") and c.i < at.i), None)
            if doer is not None and at.head.lemma not in ("promise", "threaten", "vow"):
                return doer
        at = at.head
        if at.pos in ("NOUN", "PROPN", "PRON"):
            return at if at.dep not in ("pobj", "dobj") else None
    return None


def agent(verb: Token) -> Token | None:
    """The noun after "by" at a passive; no time ("by Thursday")."""
    for child in verb.children:
        if child.dep == "agent" or (child.dep == "prep" and child.lower == "by"):
            noun = child.has("pobj")
            return noun if noun is not None and noun.ent not in ("DATE", "TIME") and noun.pos != "NUM" else None
    return None


def is_passive(verb: Token) -> bool:
    """Whether *verb* is a passive with its auxiliary, or a participle that describes a noun."""
    return any(c.dep in ("auxpass", "nsubjpass") for c in verb.children) or (verb.tag == "VBN" and verb.dep == "acl" and not mistaken(verb))


def mistaken(verb: Token) -> bool:
    """Whether a "participle" is the verb of its sentence: it stands behind the comma of an apposition, at a noun that nothing governs."""
    noun = verb.head
    if noun.dep != "ROOT" or noun.pos not in ("NOUN", "PROPN") or any(c.dep == "agent" for c in verb.children):
        return False
    told = [c for c in noun.children if c.dep == "appos" and noun.i < c.i < verb.i]
    return bool(told) and any(c.text == "," and told[-1].i < c.i < verb.i for c in noun.children)


def is_negated(verb: Token) -> bool:
    """Whether "not", "never" or "no longer" stands at *verb*."""
    return any(c.dep == "neg" or c.lower in ("never", "hardly") for c in verb.children)


def modal(verb: Token) -> str | None:
    """The modal or "do" that stands at *verb*, in lower case."""
    for child in verb.children:
        if child.dep == "aux" and child.tag == "MD":
            return child.lower
    return None


def noun_phrase(head: Token, *, relative: bool = False) -> tuple[int, int]:
    """`[first, last)` of the noun phrase of *head* with appositions and conjuncts, without trailing relative clauses unless *relative*.

    A participle goes with the noun it stands at ("a source briefed on the visit") and is left out after a comma.
    """
    skip: set[int] = set()
    stack = [head]
    while stack:
        noun = stack.pop()
        for child in noun.children:
            if child.i > head.i and not relative and ends_phrase(noun, child):
                skip.add(child.i)
            else:
                stack.append(child)
    return stretch_without(head, skip)


def ends_phrase(noun: Token, child: Token) -> bool:
    """Whether *child* begins something that only follows the noun phrase of *noun*."""
    if child.dep in ("relcl", "advcl", "ccomp", "parataxis"):
        return noun.lower not in GENERIC
    after = [c for c in noun.children if c.i > noun.i]
    if child.dep == "appos":
        return any(c.text in ("—", "–", "--", "(") and c.i < child.i for c in after)
    if child.dep == "acl":
        return any(c.text == "," and noun.i < c.i < child.i and c.i >= left_edge(child) - 1 for c in after)
    if child.dep == "punct":
        return not any(
            k.dep in ("conj", "appos", "prep", "nmod") and k.i > child.i and child.text not in ("—", "–", "--", "(") for k in after
        ) and child.text not in (")", "]")
    if child.dep == "cc":
        return not any(k.dep == "conj" and k.i > child.i for k in after)
    return False


def left_edge(token: Token) -> int:
    """The number of the first token below *token*."""
    return stretch(token)[0]


def stretch_without(head: Token, skip: set[int]) -> tuple[int, int]:
    """The stretch of *head* without the branches that start at a token numbered in *skip*."""
    first = last = head.i
    stack = [head]
    while stack:
        t = stack.pop()
        first, last = min(first, t.i), max(last, t.i)
        stack.extend(c for c in t.children if c.i not in skip)
    return first, last + 1


def trim(tokens: tuple[Token, ...], first: int, last: int, marks: frozenset[str] = EDGE_MARKS) -> tuple[int, int]:
    """The range without tokens at its edges that are only *marks* or white space."""
    while first < last and (tokens[first].text in marks or not tokens[first].text.strip()):
        first += 1
    while last > first and (tokens[last - 1].text in marks or not tokens[last - 1].text.strip()):
        last -= 1
    return first, last
