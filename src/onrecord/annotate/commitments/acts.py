"""What is to be done: the verbs and nouns under words that bind, talk about talks left out."""

from __future__ import annotations

from onrecord.annotate.commitments.terms import act_span, to_do, words
from onrecord.annotate.draft import Draft
from onrecord.types import Span, Token

AWAY = frozenset({"out", "away", "off", "clear", "outside"})
"""Words that make staying something that is owed."""


def idle(verb: Token) -> bool:
    """Whether a verb tells no performance: talk, thought, being, or an act whose object is a round of talks."""
    if verb.lemma in ("stay", "remain") and any(c.lower in AWAY and c.dep in ("prep", "prt", "advmod", "acomp") for c in verb.children):
        return False
    if verb.lemma in words("acts", "idle"):
        return not (verb.lemma in ("begin", "start") and verb.has("xcomp", "dobj") is not None and not about_talks(verb))
    return about_talks(verb)


def about_talks(verb: Token) -> bool:
    """Whether an act is one of talking ("resume talks", "return to the table", "send a delegation to the meeting")."""
    nouns = [c for c in verb.children if c.dep == "nsubjpass" or (c.i > verb.i and c.dep in ("dobj", "xcomp"))]
    nouns += [n for c in verb.children if c.i > verb.i and c.dep == "prep" and c.lower in ("to", "in", "at", "with", "into", "for") for n in c.children]
    return any(n.lemma in words("acts", "talks") for n in nouns)


def joined_acts(act: Token, above: Token) -> list[Token]:
    """The further infinitives beside *act* under *above*: "to pull back tanks and to let patrols in"."""
    found: list[Token] = []
    for word in above.subtree():
        if word.i > act.i and to_do(word) and word.dep in ("conj", "advcl", "xcomp") and (chained(word, act, above) or word.head in found):
            found.append(word)
    return found


def chained(one: Token, act: Token, above: Token) -> bool:
    """Whether *one* is joined to *act*, to a word that *act* governs as its last complement, or hangs beside it."""
    if (
        one.dep == "conj" and one.head is above and (act.head is above or act.pos != "VERB")
    ):  # "agreed to exchange captives … and to sign", joined to the finite verb
        return True
    if one.dep == "advcl" and one.head is act and any(c.lower == "," and c.i < one.i for c in act.children):  # ", to reopen the road …" in a list
        return any(t.dep == "conj" and to_do(t) and t.i > one.i for t in above.subtree())
    if one.dep in ("advcl", "xcomp"):
        return one.head is above and act.head is above and one.dep == act.dep
    head = one.head
    while head.dep in ("conj", "xcomp") and head is not act and head is not above:
        head = head.head
    return head is act


def deed_noun(noun: Token) -> Token | None:
    """The noun of a deed that *noun* is or is about ("a halt", "the outline of an exchange", "a 30-day cooling-off period")."""
    if noun.lemma in words("acts", "deeds") or noun.lower in words("acts", "deeds"):
        return noun if noun.lemma != "period" or any(c.dep in ("compound", "amod", "nmod") for c in noun.children) else None
    if noun.lemma in words("agreement", "texts") or noun.lemma in ("exchange", "series", "number", "list"):
        below = next((c.has("pobj") for c in noun.children if c.dep == "prep" and c.lower == "of"), None)
        return deed_noun(below) if below is not None else None
    return None


def cut(draft: Draft, act: Token, others: list[Token]) -> Span:
    """The words of *act* up to the next act that is joined to it."""
    span = act_span(draft, act)
    later = [o for o in others if o.start > act.start]
    if not later or later[0].start >= span.end:
        return span
    first = min(t.start for t in later[0].subtree() if t.i >= later[0].i - 2)
    text = draft.parsed.report.text[span.start : first].rstrip(" ,;–—")
    for word in (" and", " or"):
        text = text.removesuffix(word)
    return Span(span.start, span.start + len(text.rstrip(" ,;")))
