"""Whom a noun phrase speaks for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.gazetteer import look_up, rows, words
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.mentions import Mention
from onrecord.types import Parsed, Token


def side_of(phrase: Sequence[Token], cast: Cast, *, name: bool = True) -> str | None:
    """The side that the noun phrase *phrase* speaks for ("two Kenyan officials" → Kenya), None for families, outlets and the like.

    *name* False leaves out whom the head itself means, to read the words beside it only.
    """
    if not phrase:
        return None
    head = head_of(phrase)
    if head.lower in words("offices", "speaking_for", "never"):
        return None
    who = cast.at(head) if name else None
    if who is not None and who.side and who.kind != "group" and who.side != who.name:
        return who.side
    if who is not None and who.side and head.pos == "PROPN":
        return who.side
    spot = head.i
    before = [(t, side) for t in phrase if t.i < spot and (side := modifier_side(t, phrase, cast))]
    if before and outlaws(head) and stateful(before[-1][1], cast):
        return None
    if not before:
        return complement_side(head, phrase, cast)
    joined = any(t.lower in ("and", "or") and before[0][0].i < t.i < before[-1][0].i for t in phrase)
    if joined and len({side for _, side in before}) > 1:
        return None
    return before[-1][1]


def second_look(clusters: Sequence[Cluster], cast: Cast, parsed: Parsed) -> bool:
    """Sets sides that hang on pronouns and descriptions ("its leadership", "the union's president, Roe"), once these are resolved.

    Tells whether any changed. What a description says outranks what was guessed from the state that the report is about.
    """
    changed = rebels_of(clusters) | named_short(clusters, parsed)
    for cluster in clusters:
        if cluster.fixed_name is not None and cluster.side in (None, cluster.fixed_name):
            told = [cluster.mentions[0]]
        elif cluster.kind == "person" and cluster.fixed_name is None and (cluster.side is None or cluster.guessed):
            church = words("offices", "families", "clergy")
            told = [m for m in cluster.mentions if m.role == "alias" and parsed.tokens[m.last - 1].lower not in church]
        else:
            continue
        for mention in told:
            phrase = parsed.tokens[mention.first : max(mention.last, phrase_end(parsed, mention))]
            side = None if cluster.fixed_name and not any(t.tag == "PRP$" for t in phrase) else side_of(phrase, cast, name=False)
            if side and side != cluster.side:
                changed, cluster.side = True, side
    return changed


def outlaws(head: Token) -> bool:
    """Whether a noun means people who fight or rob the state that they are called by ("Somali pirates" are not Somalia's)."""
    return head.lower in words("bodies", "party_owned", "alone")


def stateful(side: str, cast: Cast) -> bool:
    """Whether a side is a state's."""
    return side in states_listed() or any(p.kind == "state" and p.side == side for p in cast.participants)


@cache
def states_listed() -> frozenset[str]:
    """Every state of the list."""
    return frozenset(entry.name for _, entry in rows() if entry.role == "country")


REBELS = frozenset({"rebel", "militant", "guerrilla", "insurgent", "separatist"})
PLURALS = frozenset({"rebels", "insurgents", "guerrillas", "separatists"})


def rebels_of(clusters: Sequence[Cluster]) -> bool:
    """Gives "rebel commander Roe" and "the rebel alliance" the side of the report's only party that is no state's; tells whether any changed."""
    armed = {c.side for c in clusters if c.kind == "body" and armed_party(c)} or {c.side for c in clusters if armed_party(c)}
    parties = armed or {c.side for c in clusters if c.is_party and not watchful(c)}
    if len(parties) != 1:
        return False
    changed = False
    for cluster in clusters:
        told = set(f"{cluster.office or ''} {cluster.fixed_name or ''}".lower().split())
        told |= {w.lower() for m in cluster.mentions if m.role == "alias" for w in m.name.split()}
        loose = cluster.side in (None, cluster.fixed_name, cluster.office)
        if loose and told & (REBELS | PLURALS) and cluster.side not in parties:
            cluster.side, changed = next(iter(parties)), True
    return changed


def named_short(clusters: Sequence[Cluster], parsed: Parsed) -> bool:
    """Gives "junta spokesman Roe" the side of the report's only body that is called so ("the Tarouba junta"); tells whether any changed."""
    changed, called = False, Counter(c.name.lower().split()[-1] for c in clusters if c.kind == "body" and c.side)
    for cluster in clusters:
        if cluster.kind != "person" or cluster.side is not None or cluster.fixed_name is not None:
            continue
        for mention in cluster.mentions:
            first = mention.lead if mention.lead is not None else mention.first
            before = parsed.tokens[first - 1] if first else None
            short = before.lower if before is not None and before.dep in ("compound", "nmod", "amod") else ""
            if mention.lead is not None and mention.lead < mention.first and called.get(short) == 1:
                cluster.side = next(c.side for c in clusters if c.kind == "body" and c.side and c.name.lower().split()[-1] == short)
                changed = True
    return changed


def watchful(cluster: Cluster) -> bool:
    """Whether a body's name is that of one that helps or watches, and fights for nobody ("the Ardan Red Crescent")."""
    return bool(set(cluster.name.lower().split()) & words("bodies", "neutral", "words"))


def armed_party(cluster: Cluster) -> bool:
    """Whether a participant is a party that fights or takes captives: a listed or told group, or one known by its members' noun only."""
    if cluster.kind == "group":
        return bool(cluster.side) and cluster.office in words("bodies", "party_owned", "alone")
    told = any(m.role == "group" for m in cluster.mentions) or "told of as a party" in cluster.reasons
    return cluster.is_party and told and not watchful(cluster)


def phrase_end(parsed: Parsed, mention: Mention) -> int:
    """Where the complement of a description ends ("the head" … "of the mission"), so that it can be read for a side."""
    noun = parsed.tokens[mention.last - 1]
    kept = [noun.i]
    for child in noun.children:
        if child.dep == "prep" and child.lower in ("of", "for", "at", "to", "in") and child.i > noun.i:
            kept.extend(t.i for t in child.subtree())
    return max(kept) + 1


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


def capital_in(noun: Token) -> str | None:
    """The state whose capital the noun phrase of *noun* names ("in Abu Dhabi"), or None."""
    name = [*(c for c in noun.children if c.dep == "compound"), noun]
    hit = look_up(name, 0)
    return hit[0].side if hit is not None and hit[0].role == "capital" else None


def complement_side(head: Token, phrase: Sequence[Token], cast: Cast) -> str | None:
    """The side told after the head with "of", "for", "from", "at", "in the … ministry"."""
    inside = {t.i for t in phrase}
    if outlaws(head):
        return None
    for prep in head.children:
        helper = head.lower in ("aide", "adviser", "advisor", "secretary", "assistant", "deputy", "counsel")
        if prep.lower not in ("of", "for", "from", "at", "with", "in", *(("to",) if helper else ())) or prep.i not in inside:
            continue
        for noun in prep.children:
            if noun.dep != "pobj" or noun.i not in inside:
                continue
            who = cast.at(noun)
            governing = head.lower in words("offices", "arms", "governing")
            if governing and prep.lower == "in" and (seat := capital_in(noun)) is not None:
                return seat
            if who is not None and who.kind in ("body", "state", "person") and not (prep.lower in ("in", "with") and who.kind != "body" and not governing):
                return who.side
            if who is None and noun.lower not in words("offices", "speaking_for", "never"):
                side = side_of(noun.subtree(), cast)
                if side:
                    return side
    return None
