"""The other side of a commitment, where the words at hand do not name it."""

from __future__ import annotations

from onrecord.annotate.clauses import party_at, subject
from onrecord.annotate.clauses.actors import ranked_parties
from onrecord.annotate.draft import Draft
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

SUBJECTS = ("nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss")


def parties_near(draft: Draft, token: Token, back: int) -> list[str]:
    """The parties named in the sentence of *token* and up to *back* words before it, nearest first."""
    sentence = draft.parsed.sentence_of(token)
    found: list[str] = []
    for word in reversed(draft.parsed.tokens[max(sentence.first - back, 0) : sentence.last]):
        if word.dep in SUBJECTS and word.pos in ("NOUN", "PROPN") and not mediates(word):
            party = party_at(draft, word)
            if party is not None and party not in found:
                found.append(party)
    return found


def mediates(word: Token) -> bool:
    """Whether a noun names a carrier between two sides, who owes nothing."""
    return word.lower in lexicon("parties")["mediating"]["words"]


def other_party(draft: Draft, token: Token, own: str | None = None) -> str | None:
    """The party other than *own* that the sentence of *token* names, else the one that the report names most; None where there is no second one."""
    ranked = ranked_parties(draft)
    near = [p for p in parties_near(draft, token, 0) if p in ranked]
    return next((p for p in (*near, *ranked) if p != own), None)


def addressee(draft: Draft, token: Token) -> str | None:
    """Whom the words around *token* speak to: the object of the verb of saying above, or after "to" of a message."""
    for head in token.ancestors():
        for child in head.children:
            if child.dep in ("dobj", "dative") and child.pos in ("NOUN", "PROPN"):
                party = party_at(draft, child)
                if party is not None:
                    return party
                to = next((g.has("pobj") for g in child.children if g.lower == "to" and g.has("pobj") is not None), None)
                if to is not None and party_at(draft, to) is not None:
                    return party_at(draft, to)
            if child.dep in ("prep", "dative") and child.lower == "to" and child.has("pobj") is not None:
                below = child.has("pobj")
                party = party_at(draft, below) if below is not None else None
                if party is not None:
                    return party
    if token.lower == "you":
        sentence = draft.parsed.sentence_of(token)
        for word in reversed(draft.parsed.tokens[max(sentence.first - 60, 0) : sentence.first]):
            if word.dep == "pobj" and word.head.lower in ("on", "upon", "to") and word.head.head.lemma in ("call", "appeal", "speak", "say", "write"):
                return party_at(draft, word)
            if word.dep == "dobj" and word.head.lemma in ("tell", "urge", "ask", "address", "beg", "press", "warn"):
                return party_at(draft, word)
    return None


def holder_of_captives(draft: Draft, verb: Token) -> str | None:
    """Who released people of whom only "were released" is said: the party that was last said to owe or to do such a release."""
    sentence = draft.parsed.sentence_of(verb)
    for word in reversed(draft.parsed.tokens[max(sentence.first - 90, 0) : sentence.first]):
        if word.lemma in ("release", "free") and word.pos == "VERB":
            who = subject(word)
            party = party_at(draft, who) if who is not None and not mediates(who) else None
            if party is not None:
                return party
    return None
