"""States that a report names only to say where somebody comes from: they are nobody's home."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.mentions import Mention
from onrecord.types import Parsed, Token

ONE = frozenset({"a", "an", "another", "one"})


def nationals(clusters: Sequence[Cluster], parsed: Parsed) -> frozenset[str | None]:
    """The states told of only as nationality ("a Belgian engineer", "two Dutch nurses")."""
    told: dict[str | None, bool] = {}
    for cluster in clusters:
        if cluster.kind == "state":
            only = all(nationality(m, parsed) for m in cluster.mentions)
            told[cluster.side or cluster.name] = only and told.get(cluster.side or cluster.name, True)
    return frozenset(side for side, only in told.items() if only)


def nationality(mention: Mention, parsed: Parsed) -> bool:
    """Whether a state's name tells where one person or a counted few come from, who are no arm of that state."""
    last = parsed.tokens[mention.last - 1]
    person = last.head
    if last.dep not in ("amod", "compound", "nmod") or person.i < mention.last or person.i >= len(parsed.tokens):
        return False
    return not serves_state(person) and (person.lemma in words("events_classes", "people", "words") or single(person))


def serves_state(noun: Token) -> bool:
    """Whether a noun is an office, arm, soldier or envoy of a state, or a body, which belong to the state they are named with."""
    if noun.lemma in words("events_classes", "forces", "words") or noun.lower in words("countries", "learnt", "serving"):
        return True
    return any(noun.lower in words("offices", "arms", key) for key in ("words", "seated", "governing", "others"))


def single(noun: Token) -> bool:
    """Whether a noun is told of as one among others ("a surveyor", "three chefs")."""
    return any(c.lower in ONE or c.dep == "nummod" for c in noun.children)
