"""Which party or country somebody speaks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.gazetteer import look_up, words
from onrecord.annotate.cast.joining import Cluster, bare
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Participant, Token

HOME = 1.6
"""How many times as often the foremost state's officials must be told of as the next one's, before an office without a country is given to it."""


def give_sides(participants: Sequence[Participant], clusters: Sequence[Cluster]) -> tuple[Participant, ...]:
    """The participants with canonical sides: owners' names followed to their own side, offices without a country by the report's foremost state."""
    first = [own_side(p) for p in participants]
    known = {bare(n): p for p in first for n in (p.name, *p.aliases)}
    followed = [replace(p, side=follow(p, known)) for p in first]
    home = foremost(followed, clusters)
    return tuple(stately(p, home) for p in followed)


def own_side(who: Participant) -> Participant:
    """A state is its own side; a listed state's name is canonical; places and outlets have none."""
    if who.kind == "state":
        return replace(who, side=who.side or who.name)
    if who.kind in ("place", "outlet", "thing"):
        return replace(who, side=None)
    return who


def follow(who: Participant, known: dict[str, Participant]) -> str | None:
    """The side at the end of the chain of owners ("Roe's office" → Roe → her state)."""
    side, seen = who.side, {bare(who.name)}
    while side and bare(side) in known and bare(side) not in seen:
        owner = known[bare(side)]
        seen.add(bare(side))
        if owner.kind == "outlet":
            return None
        if owner.side is None:
            return owner.name if owner.kind == "body" else None
        if owner.side == owner.name:
            return owner.name
        side = owner.side
    return side


def foremost(participants: Sequence[Participant], clusters: Sequence[Cluster]) -> str | None:
    """The one state whose officials and bodies the report tells of most by far, or None."""
    states = {p.name for p in participants if p.kind == "state"}
    count: Counter[str] = Counter()
    for who, cluster in zip(participants, clusters, strict=True):
        if who.side in states and who.kind in ("person", "body"):
            count[who.side or ""] += 2 * len(cluster.mentions)
        elif who.kind == "state":
            count[who.name] += len(cluster.mentions)
    ranked = count.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] < HOME * ranked[1][1]):
        return None
    return ranked[0][0]


def stately(who: Participant, home: str | None) -> Participant:
    """*who* with the side that its office or name implies where none was told."""
    if who.side is not None or who.kind not in ("person", "body"):
        return who
    told = (who.office or (who.name if who.kind == "body" else "")).lower()
    for phrase, side in lexicon("offices")["default_sides"]["rows"]:
        if side and phrase in told:
            return replace(who, side=side, reasons=(*who.reasons, f"{phrase}: title of the {side}"))
    arms = ("minister", "president", "premier", "army", "ministry", "parliament", "government", "cabinet", "military", "police", "lawmaker", "ambassador", "general", "king", "chief of staff", "spy chief", "intelligence", "senator", "governor")
    if home and any(a in told for a in arms):
        return replace(who, side=home, reasons=(*who.reasons, f"office without a country; {home} is the state told of most"))
    if who.kind == "body" and not any(a in told for a in arms):
        return replace(who, side=who.name)
    return who


def side_of(phrase: Sequence[Token], cast: Cast) -> str | None:
    """The side that the noun phrase *phrase* speaks for ("two Kenyan officials" → Kenya), None for families, outlets and the like."""
    if not phrase:
        return None
    head = head_of(phrase)
    if head.lower in words("offices", "speaking_for", "never"):
        return None
    who = cast.at(head)
    if who is not None and who.side and who.kind != "group":
        return who.side
    spot = head.i
    left = [t for t in phrase if t.i < spot]
    for token in reversed(left):
        side = modifier_side(token, phrase, cast)
        if side:
            return side
    return complement_side(head, phrase, cast)


def head_of(phrase: Sequence[Token]) -> Token:
    """The token of *phrase* whose head lies outside it."""
    inside = {t.i for t in phrase}
    tops = [t for t in phrase if (t.head is t or t.head.i not in inside) and t.pos not in ("PUNCT", "DET", "ADP")]
    return tops[0] if tops else phrase[-1]


def modifier_side(token: Token, phrase: Sequence[Token], cast: Cast) -> str | None:
    """The side of a word before the head: a demonym, a state, a party, or a person whose office it is."""
    at = next((k for k, t in enumerate(phrase) if t is token), 0)
    after = phrase[at + 2] if at + 2 < len(phrase) and phrase[at + 1].text == "-" else None
    if after is not None and after.lower in ("mediated", "backed", "held", "occupied", "based", "brokered", "born", "allied", "sponsored", "made", "language"):
        return None
    who = cast.at(token)
    if who is not None:
        return who.side if who.kind in ("state", "body", "person", "group") else None
    hit = look_up(phrase, at)
    if hit and hit[0].role in ("demonym", "country", "seat", "service", "group"):
        return hit[0].side
    return None


def complement_side(head: Token, phrase: Sequence[Token], cast: Cast) -> str | None:
    """The side told after the head with "of", "for", "from", "at", "in the … ministry"."""
    inside = {t.i for t in phrase}
    for prep in head.children:
        if prep.lower not in ("of", "for", "from", "at", "with", "in") or prep.i not in inside:
            continue
        for noun in prep.children:
            if noun.dep != "pobj" or noun.i not in inside:
                continue
            who = cast.at(noun)
            if who is not None and who.kind in ("body", "state", "person") and not (prep.lower in ("in", "with") and who.kind != "body"):
                return who.side
            if who is None and noun.lower not in words("offices", "speaking_for", "never"):
                side = side_of(noun.subtree(), cast)
                if side:
                    return side
    return None
