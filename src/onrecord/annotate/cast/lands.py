"""Which name of a report is its country's, where an arm of a state is told of without one and no list has the country."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.learnt import Votes
from onrecord.annotate.cast.mentions import Mention
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Token

ENOUGH = 1.0
"""Least weight of what is told of countries only: a compass point, a coast, a capital."""
PERSONAL = 3.0
"""From this weight on, and what it does as a state, a name is held for a person's."""
KINDS = ("place", "thing", "body", "person")
POSSESSIVE = ("'s", "’s", "'", "’")
NATIONS = ("GPE", "NORP")


@cache
def signs() -> dict[str, float]:
    """What is told of countries, with its weight; each counts once for a name."""
    return {sign: float(weight) for sign, weight in lexicon("countries")["lands"]["signs"]}


def country_like(votes: Votes, mention: Mention, parsed: Parsed) -> None:
    """Notes which signs of a country, and of a city, stand beside one mention of a name."""
    tokens, head = parsed.tokens, parsed.tokens[mention.last - 1]
    before = [t for t in tokens[max(mention.first - 4, 0) : mention.first] if t.sent == head.sent]
    behind = [t for t in tokens[mention.last : mention.last + 4] if t.sent == head.sent]
    for sign in signs_before([t.lower for t in before]) | signs_behind([t.lower for t in behind]):
        votes[sign] = signs()[sign]
    verb = head.head
    if head.dep == "nsubj" and verb.lemma in words("countries", "lands", "enduring") and verb.tag == "VBN":  # "Ardania has seen a wave of kidnappings"
        votes["enduring"] = signs()["enduring"]
    if head.ent in NATIONS:
        votes["tagged"] = signs()["tagged"]
    if urban([t.lower for t in before], [t.lower for t in behind]):
        votes["urban"] += 1


def signs_before(told: Sequence[str]) -> set[str]:
    """The signs in the words before a name ("eastern", "off the coast of", "across", "the capital of")."""
    lands, last = words("countries", "lands", "nouns"), told[-1] if told else ""
    out = {"compass"} if last in words("countries", "lands", "compass") else set()
    out |= {"across"} if last in words("countries", "lands", "across") else set()
    out |= {"neighbouring"} if last in ("neighbouring", "neighboring") else set()
    noun = told[-2] if len(told) > 1 else ""
    if last == "of" and noun == "capital" and not set(told[:-2]) & words("countries", "lands", "lesser"):
        out.add("capital")
    elif last in ("of", "with", "in") and noun in lands:
        out.add("land")
    return out


def signs_behind(told: Sequence[str]) -> set[str]:
    """The signs in the words behind a name ("'s neighbours", "-backed", "has seen")."""
    first, second = (told[0] if told else ""), (told[1] if len(told) > 1 else "")
    third = told[2] if len(told) > 2 else ""
    out = set()
    if first in POSSESSIVE and (second in words("countries", "lands", "owned") or third in words("countries", "lands", "owned")):
        out.add("owning")
    if first == "-" and second in words("countries", "lands", "behind"):
        out.add("backing")
    return out


def urban(before: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a name is told as that of a city or a province: "the town of", "the mayor of", "outside", "… airport"."""
    cities = words("countries", "lands", "urban")
    told = before[-2:-1] if before[-1:] == ["of"] else []
    return bool({*told, *behind[:1]} & cities) or bool({*before[-1:]} & {"outside", "near", "downtown"})


def weight(votes: Votes) -> float:
    """How much a name is told of as a country's."""
    return 0.0 if votes["urban"] else sum(votes[sign] for sign in signs()) + votes["state"]


def homeland(decided: Mapping[str, Mapping[str, object]], votes: Mapping[str, Votes], mentions: Sequence[Mention], parsed: Parsed) -> str | None:
    """The name, of no listed or learnt state, that is most told of as a country's where an arm of a state has none; None where none stands out."""
    if any(told.get("kind") == "state" for told in decided.values()) or not ownerless(mentions, parsed):
        return None
    listed = any(m.role in ("country", "demonym") for m in mentions)
    left = [n for n, told in decided.items() if told.get("kind") in KINDS and not votes[n]["titled"]]
    ranked = sorted(((weight(votes[n]), n) for n in left if votes[n]["person"] < PERSONAL + votes[n]["state"]), reverse=True)[:2]
    if not ranked or ranked[0][0] < ENOUGH + (0.5 if listed else 0.0):
        return None
    return ranked[0][1] if len(ranked) == 1 or ranked[0][0] > ranked[1][0] else None


def ownerless(mentions: Sequence[Mention], parsed: Parsed) -> bool:
    """Whether a minister, parliament or army is told of without its country."""
    arms, others = lexicon("offices")["arms"], words("offices", "arms", "others")
    offices = (m.office.lower() for m in mentions if m.office and m.side is None)
    if any(any(a in o for a in (*arms["central"], *arms["portfolios"])) and not set(o.split()) & others for o in offices):
        return True
    return any(bare_arm(t) for t in parsed.tokens)


def bare_arm(token: Token) -> bool:
    """Whether a noun is "the army", "parliament", "the foreign ministry", told of without its country."""
    if token.lower not in words("countries", "lands", "arms"):
        return False
    return all(c.lower in ("the", "'s", "’s") or c.lower in words("offices", "offices", "modifiers") for c in token.children if c.i < token.i)
