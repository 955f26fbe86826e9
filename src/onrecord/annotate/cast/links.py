"""A description and a name that stand for one: apposition, "is", "became", "appointed"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.known import Known
from onrecord.annotate.cast.offices import head_at
from onrecord.types import Token

COPULAS = ("be", "become", "remain")
NAMING = ("appoint", "name", "elect", "make", "choose", "nominate")
ENDS = (",", "—", "–", ")", ".", "-", "”")


def plural(token: Token) -> bool:
    """Whether a noun is plural."""
    return token.tag in ("NNS", "NNPS")


def introduces(token: Token) -> bool:
    """Whether *token* may bring in somebody who acts or speaks without a name."""
    officials, sources, people = (words("offices", "unnamed", k) for k in ("officials", "sources", "people"))
    return token.lower in officials or token.lower in sources or token.lower in people or bool(head_at([token], 0))


def named_beside(known: Known, token: Token, phrase: Sequence[Token]) -> Cluster | None:
    """The named person or body that a description stands beside: "Roe, a spokesman for X, …", "X's envoy, Roe, …", "the mother of … Roe —"."""
    tokens = known.parsed.tokens
    before, after = phrase[0].i - 1, phrase[-1].i + 1
    if not introduces(token) and token.lower not in words("bodies", "group_nouns", "words"):
        return linked(known, token)
    if before > 0 and tokens[before].text in (",", "—", "–", "-", "(") and tokens[before].sent == token.sent:
        who = known.at.get(before - 1)
        closed = after >= len(tokens) or tokens[after].text in ENDS or tokens[after].sent != token.sent or tokens[after].tag in ("WP", "WDT")
        closed = closed or tokens[after].pos in ("VERB", "AUX")
        fronted = tokens[before - 1].dep == "pobj" or phrase[0].lower in ("a", "an")
        speaks = token.dep in ("nsubj", "nsubjpass") and fronted and token.head.i > token.i  # "In a letter to X, the rebels offered", "…, a go-between said"
        if who is not None and closed and not speaks and matches(who, token) and (token.dep == "appos" or phrase[0].pos == "DET" or introduces(token)):
            return who
    if after + 1 < len(tokens) and tokens[after].text == "," and (token.dep != "pobj" or phrase[0].lower == "the") and tokens[after + 1].sent == token.sent:
        who = known.at.get(after + 1)
        if who is not None and matches(who, token) and not plural(token):
            end = after + 1
            while known.at.get(end + 1) is who:
                end += 1
            verbal = token.dep != "pobj" and end + 1 < len(tokens) and tokens[end + 1].pos in ("VERB", "AUX")
            if end + 1 < len(tokens) and (tokens[end + 1].text == "," or verbal):
                return who
    return linked(known, token)


def linked(known: Known, token: Token) -> Cluster | None:
    """The name that the syntax joins to the noun *token*: its apposition, the other side of "is" or "became", what was appointed to it."""
    for child in token.children:
        if child.dep == "appos" and child.i in known.at and matches(known.at[child.i], token):
            return known.at[child.i]
    if not plural(token) and (who := by_name(known, token)) is not None:
        return who
    verb = token.head
    if token.dep in ("attr", "oprd") and verb.lemma in COPULAS + NAMING and not plural(token):
        subject = verb.has("nsubj") if verb.lemma in COPULAS else verb.has("dobj", "nsubjpass")
        if subject is not None and subject.tag in ("WP", "WDT") and verb.dep == "relcl":
            subject = verb.head
        if subject is not None and subject.i in known.at and matches(known.at[subject.i], token):
            return known.at[subject.i]
    if token.dep in ("nsubj", "conj") and verb.lemma in COPULAS:
        told = verb.has("attr")
        if told is not None and told is not token and told.i in known.at and told.pos == "PROPN" and matches(known.at[told.i], token):
            return known.at[told.i]
    return None


def by_name(known: Known, token: Token) -> Cluster | None:
    """The person whose name a clause behind a noun gives ("a commander who goes by the name of Roe"), or a verb ("police identified the hijacker as Roe")."""
    if token.dep in ("dobj", "nsubjpass") and token.head.lemma in ("identify", "name"):
        by = next((c for t in (token, token.head) for c in t.children if c.dep == "prep" and c.lower == "as"), None)
        told = by.has("pobj") if by is not None else None
        who = known.at.get(told.i) if told is not None and told.pos == "PROPN" else None
        return who if who is not None and who.kind == "person" else None
    clause = next((c for c in token.children if c.dep in ("relcl", "acl") and c.i > token.i), None)
    if clause is None or clause.lemma not in ("go", "identify", "introduce", "know", "call"):
        return None
    words = known.parsed.tokens[clause.i : clause.i + NAMED_WITHIN]
    at = next((k for k, t in enumerate(words) if t.lower in ("name", "as", "himself", "herself")), len(words))
    name = next((t for t in words[at:] if t.pos == "PROPN"), None)
    behind = words[at + 1 : at + 4]
    if name is None or name not in behind or any(t.pos not in ("PROPN", "ADP", "DET") for t in behind[: behind.index(name)]):
        return None
    who = known.at.get(name.i)
    return who if who is not None and who.kind == "person" else None


NAMED_WITHIN = 7
"""Words from the verb of such a clause in which the name stands."""


def matches(who: Cluster, token: Token) -> bool:
    """Whether a description with the noun *token* can be of *who*."""
    party = token.lower in words("bodies", "group_nouns", "words") | words("bodies", "nouns", "words") | words("offices", "business", "nouns")
    return (who.kind == "person" and introduces(token) and not plural(token)) or (who.kind == "body" and party)


