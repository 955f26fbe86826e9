"""Event words that the parse splits or misreads: "cease-fire" as three words, "free" before a number as an adjective."""

from __future__ import annotations

from onrecord.types import Parsed, Token

BARE = frozenset({"free"})
"""Verbs whose bare form is an adjective as well."""

HELD = frozenset({"kidnap", "abduct", "captive", "capture", "seize", "detain", "jail", "imprison"})
"""What is said before a noun of those who are held."""


def hyphened(token: Token, parsed: Parsed) -> tuple[Token, ...]:
    """The words of a noun written with a hyphen that *token* is the last part of ("cease-fire", "sit-in"); none elsewhere."""
    if token.i < 2 or parsed.tokens[token.i - 1].text != "-":
        return ()
    first, mark = parsed.tokens[token.i - 2], parsed.tokens[token.i - 1]
    return (first, mark, token) if first.end == mark.start and mark.end == token.start and first.head is token else ()


def joined(words: tuple[Token, ...]) -> str:
    """A hyphened noun as one word, in lower case: its last part by its lemma ("cease-fires" is "cease-fire")."""
    return f"{words[0].lower}-{words[-1].lemma.lower()}" if words else ""


def is_infinitive(token: Token) -> bool:
    """Whether *token* follows "to" as its auxiliary although it was tagged as an adjective or noun ("are to free")."""
    return any(c.lower == "to" and c.dep == "aux" for c in token.children)


def misread_adjective(token: Token, parsed: Parsed) -> bool:
    """Whether a bare verb was tagged as an adjective of what it acts on: "Inmates free 12 guards", "obliges them to free prisoners"."""
    if token.lower not in BARE or token.dep != "amod" or token.i == 0:
        return token.lower in BARE and token.pos == "ADJ" and token.has("nsubj") is not None and token.has("dobj") is not None
    before = parsed.tokens[token.i - 1]
    if before.tag in ("NNS", "NNPS") and before.i > 0 and any(c.lemma in HELD for c in token.head.children if c.i > token.i):
        return True  # "Guerrillas free kidnapped mayor"
    counted = any(c.pos == "NUM" and token.i < c.i < token.head.i for c in token.head.children)
    return before.lower == "to" or (counted and before.pos in ("NOUN", "PROPN", "PRON", "AUX"))
