"""The state that a report is about, for offices and arms that are told of without a country."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from onrecord.annotate.cast.arms import dated_from, told_as
from onrecord.annotate.cast.gazetteer import look_up, rows, words
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.learnt import BY_PEOPLE, LIKELIEST
from onrecord.annotate.cast.mentions import Mention
from onrecord.annotate.cast.nationals import nationals
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Token

HOME = 1.6
"""How many times as often the foremost state's officials must be told of as the next one's, before an office without a country is given to it."""
NAMELESS = "government"
"""What a state is called that its reports never name."""
JOINED = 3
"""A state and a party with fewer words than this between them are named together ("and the")."""



@cache
def listed_sides() -> frozenset[str]:
    """Every side that a general list gives."""
    return frozenset(entry.side for _, entry in rows() if entry.side)


@cache
def listed_states() -> frozenset[str]:
    """Every state of the list."""
    return frozenset(row[0] for row in lexicon("countries")["rows"])


def foremost(clusters: Sequence[Cluster], carrying: frozenset[str], parsed: Parsed) -> str | None:
    """The one state whose officials and bodies the report tells of most by far, or None."""
    states = {c.name for c in clusters if c.kind == "state"} | {c.side for c in clusters if c.side in listed_states() and domestic(c)}
    if states <= nationals(clusters, parsed):
        states = set()
    count: Counter[str] = Counter()
    homely: set[str | None] = set(listed_sides())
    for cluster in clusters:
        if cluster.side in states and cluster.kind in ("person", "body") and not carrier(cluster) and not envoys_in(told_as(cluster)):
            count[cluster.side or ""] += 2 * len(cluster.mentions)
            if domestic(cluster):
                homely.add(cluster.side)
        elif cluster.kind == "state":
            count[cluster.name] += len(cluster.mentions)
    if not states and (alone := unnamed(parsed)) is not None:
        return alone
    if len(states) == 1 and not states <= represented(clusters, parsed) and not states & carrying and states <= listed_states():
        return next(iter(states))
    out = carrying | guests(clusters) | represented(clusters, parsed)
    ranked = [row for row in count.most_common() if row[0] in homely and row[0] not in out][:2]
    resting = idle(clusters, parsed) - {c.side for c in clusters if domestic(c)}
    if not ranked or all(side in resting for side, _ in ranked):
        told = {c.side for c in clusters if set(c.reasons) & {LIKELIEST, BY_PEOPLE}} - out
        if len(told) == 1 and not {c.side for c in clusters if domestic(c)} & (states - told):
            return next(iter(told))
        left: frozenset[str | None] = frozenset(states) - out - abroad(clusters)
        left = left if len(left) == 1 else left & opposed(clusters)
        if not states - abroad(clusters) - carrying - resting:
            left = headed(clusters, parsed) or left
        dated = [s for s in dated_from(parsed)[:1] if s in states and s not in out]
        return next(iter(left)) if len(left) == 1 else next(iter(dated), None)
    first = next((s for s in dated_from(parsed) if s in states and s not in out), None)
    if first is not None and ranked[0][0] not in {c.side for c in clusters if domestic(c)}:
        return first
    scenes = [s for s in (*beset(clusters, parsed), *dated_from(parsed)[:1]) if s in states and s not in out and s not in abroad(clusters)]
    if ranked[0][0] in abroad(clusters) and len(set(scenes)) == 1:
        return scenes[0]
    if len(ranked) > 1 and ranked[0][1] < HOME * ranked[1][1]:
        told = {side for side, _ in ranked}
        return next((side for side in dated_from(parsed) if side in told), None)
    return ranked[0][0]


def nameless(clusters: Sequence[Cluster], carrying: frozenset[str], parsed: Parsed) -> str | None:
    """Whose "the government" is where no state is foremost: the only state's whose it may be, "government" where there is none such; else None."""
    states = {c.side for c in clusters if c.kind == "state" or (c.side in listed_states() and not envoys_in(told_as(c)))}
    away = carrying | represented(clusters, parsed)
    states |= {owner for c in clusters if c.kind == "body" and domestic(c) for owner in owners_told(c)}
    governs = any(bare(t) and t.lower in words("offices", "arms", "governs") for t in parsed.tokens) or any(c.kind == "person" for c in seats(clusters))
    left = states - away - (nationals(clusters, parsed) if len(states) == 1 else frozenset())
    return (NAMELESS if not left else next(iter(left)) if len(left) == 1 else None) if governs else None


def unnamed(parsed: Parsed) -> str | None:
    """The state of a report that names none: of the one capital, else the one currency that it tells of."""
    hits = (look_up(parsed.tokens, t.i) for t in parsed.tokens if t.ent != "PERSON")
    capitals = {hit[0].side for hit in hits if hit is not None and hit[0].role == "capital"}
    money = dict(lexicon("countries")["currencies"]["rows"])
    told = capitals or {money[t.lower] for t in parsed.tokens if t.lower in money}
    return next(iter(told)) if len(told) == 1 else None


def represented(clusters: Sequence[Cluster], parsed: Parsed) -> frozenset[str | None]:
    """The states that are told of only by their embassy or ambassador, as in another state."""
    out = set()
    for cluster in clusters:
        if cluster.kind == "state":
            after = [parsed.tokens[m.last].lower if m.last < len(parsed.tokens) else "" for m in cluster.mentions]
            if all(word in ENVOYS for word in after):
                out.add(cluster.side)
    bodies = {c.side for c in clusters if c.kind in ("body", "person") and not envoys_in(told_as(c))}
    return frozenset(out - bodies)


ENVOYS = frozenset({"embassy", "ambassador", "envoy", "consulate", "consul", "mission", "ambassadors", "diplomats", "diplomat"})


def beset(clusters: Sequence[Cluster], parsed: Parsed) -> list[str]:
    """The states that rebels are called by ("Arda rebels", "Ardan insurgents"): it is there that the report is set."""
    out = []
    for cluster in clusters:
        for mention in cluster.mentions if cluster.kind == "state" else ():
            after = parsed.tokens[mention.last] if mention.last < len(parsed.tokens) else None
            if after is not None and after.lower in REBELS and cluster.side:
                out.append(cluster.side)
    return out


REBELS = frozenset({"rebels", "rebel", "insurgents", "guerrillas", "guerrilla", "separatists", "insurgent", "separatist"})


def guests(clusters: Sequence[Cluster]) -> frozenset[str | None]:
    """The states whose foreign minister or the like is named with the country, while another one without a country speaks at home."""
    foreign = [c for c in clusters if c.kind == "person" and "foreign" in (c.office or "").lower()]
    return abroad(clusters) if any(c.side is None for c in foreign) and any(c.side for c in foreign) else frozenset()


def headed(clusters: Sequence[Cluster], parsed: Parsed) -> frozenset[str | None]:
    """The one place that a report's first line is set in, where a prime minister or the like without a country shows that it is a state."""
    told = [(c.office or c.name).lower() for c in clusters if c.kind in ("person", "body") and c.side is None]
    central = seats(clusters) or "president" in told
    if any(word in name for name in told for word in lexicon("offices")["arms"]["regional"]):
        return frozenset()
    first = opening(clusters, parsed)
    return frozenset(c.name for c in first) if central and len(first) == 1 and not inner(first[0], parsed) else frozenset()


def seats(clusters: Sequence[Cluster]) -> list[Cluster]:
    """Those who hold an office, or are a body, that only a state has ("Interior Minister"), told of without it."""
    free = (c for c in clusters if c.kind in ("person", "body") and c.side is None)
    return [c for c in free if any(word in (c.office or c.name).lower() for word in lexicon("offices")["arms"]["central"])]


def opening(clusters: Sequence[Cluster], parsed: Parsed) -> list[Cluster]:
    """The places in which a report's first lines are set."""
    opening = {c.mentions[0].first: c for c in clusters if c.kind == "place" and parsed.tokens[c.mentions[0].first].block - parsed.tokens[0].block in (0, 1)}
    first = [c for at, c in opening.items() if at and (parsed.tokens[at - 1].lower == "in" or dated(parsed, c.mentions[0]))]
    return [c for c in first if c.mentions[0].role == "name"]


def inner(cluster: Cluster, parsed: Parsed) -> bool:
    """Whether a place is told of as a part of a state ("the northern province of Arda", "Arda district")."""
    nouns = words("countries", "learnt", "inner")
    for mention in cluster.mentions:
        before = [t.lower for t in parsed.tokens[max(0, mention.first - 2) : mention.first]]
        if (before[1:] == ["of"] and before[0] in nouns) or any(t.lower in nouns for t in parsed.tokens[mention.last : mention.last + 1]):
            return True
    return False


def region(cluster: Cluster, clusters: Sequence[Cluster], parsed: Parsed) -> str | None:
    """The province of a governor or state government told of without it: the one place that the report opens in."""
    told = told_as(cluster)
    if not any(word in told for word in lexicon("offices")["arms"]["regional"]):
        return None
    owner, _, rest = cluster.name.replace("’", "'").partition("'s ")
    if rest and cluster.kind == "body" and owner[0].isupper():
        return owner
    first = opening(clusters, parsed)
    return first[0].name if len(first) == 1 else None


def dated(parsed: Parsed, mention: Mention) -> bool:
    """Whether a date follows a name between commas, as where a meeting took place ("…, Port Ansel, Monday, 5 May")."""
    around = parsed.tokens[mention.first - 1 : mention.first] + parsed.tokens[mention.last : mention.last + 2]
    return [t.text for t in around[:2]] == [",", ","] and len(around) == 3 and around[2].ent == "DATE"


def idle(clusters: Sequence[Cluster], parsed: Parsed) -> frozenset[str | None]:
    """The states that neither act nor own anything in the report: places to go to, nationalities."""
    active = {c.side for c in clusters if c.kind == "state" and any(parsed.tokens[m.last - 1].dep in ("nsubj", "nsubjpass", "poss") for m in c.mentions)}
    return frozenset(c.side for c in clusters if c.kind == "state") - active


def opposed(clusters: Sequence[Cluster]) -> frozenset[str | None]:
    """The states named together with a party that is no state's ("Ardania and the Blue Front"): it is at home that they deal with it."""
    parties = [m for c in clusters if c.is_party or fighting(c) for m in c.mentions]
    out = set()
    for cluster in clusters:
        for mention in cluster.mentions if cluster.kind == "state" else ():
            if any(0 < max(p.first - mention.last, mention.first - p.last) < JOINED and p.first != mention.first for p in parties):
                out.add(cluster.side)
    return frozenset(out)


def fighting(cluster: Cluster) -> bool:
    """Whether a body without a side yet is called as armed or political movements are."""
    nouns = {"front", "army", "movement", "union", "brigade", "league"}
    return cluster.kind == "body" and cluster.side is None and bool(set(cluster.name.lower().split()[1:]) & nouns)


def abroad(clusters: Sequence[Cluster]) -> frozenset[str | None]:
    """The states of which only foreign ministers, envoys and diplomats are told, as of one that deals with another's affairs."""
    told = {c.side for c in clusters if c.kind in ("person", "body") and c.side and ("foreign" in (c.office or c.name).lower() or carrier(c))}
    return frozenset(told - {c.side for c in clusters if domestic(c)})


def distant(clusters: Sequence[Cluster], parsed: Parsed) -> frozenset[str]:
    """The states of which only foreign ministers and the like are told, after the text spoke of a government or president without a country."""
    first = next((t.i for t in parsed.tokens if bare(t)), len(parsed.tokens))
    told = [(m, c) for c in clusters if c.side and c.kind in ("state", "person", "body") for m in c.mentions]
    named = {c.side: m.first for m, c in sorted(told, key=lambda row: -row[0].first)}
    foreign = {c.side for m, c in told if c.kind == "state" and any(t.lower == "foreign" for t in parsed.tokens[m.last : m.last + 1])}
    return frozenset(side or "" for side in abroad(clusters) | (foreign - {c.side for c in clusters if domestic(c)}) if named[side] > first)


def bare(token: Token) -> bool:
    """Whether a noun is "the government" or the like, told of without its country."""
    if token.lower not in words("offices", "arms", "ruling"):
        return False
    return [c.lower for c in token.children if c.dep in ("det", "amod", "compound", "poss", "nmod")] == ["the"]


def domestic(cluster: Cluster) -> bool:
    """Whether a person or body is an arm of a state at home; foreign ministers are met in other states' news as well."""
    return at_home(told_as(cluster))


@lru_cache(4096)
def at_home(told: str) -> bool:
    """Whether words tell of an arm of a state at home."""
    return "foreign" not in told and any(a in told for a in lexicon("offices")["arms"]["words"])


@lru_cache(4096)
def envoys_in(told: str) -> bool:
    """Whether words tell of those who stand for a state in another one."""
    return any(w in told for w in ENVOYS)


def foreign_to(cluster: Cluster, home: str, clusters: Sequence[Cluster]) -> bool:
    """Whether a foreign office may as well be another learnt state's: *home* is only learnt and not the only such."""
    learnt = {c.side for c in clusters if c.kind == "state"} - listed_states()
    return "foreign" in (cluster.office or cluster.name).lower() and home in learnt and len(learnt) > 1


def carrier(cluster: Cluster) -> bool:
    """Whether an office is one that is held among others: envoys and mediators make no state the one a report is about."""
    return any(word in (cluster.office or "").lower() for word in ("envoy", "mediator", "ambassador", "intermediary"))


def stately(cluster: Cluster, home: str | None, told_of: frozenset[str]) -> None:
    """Sets the side that an office or a body's name implies where none was told; *told_of*: the organisations that the report names."""
    if cluster.side is not None:
        return
    told, offices = told_as(cluster), lexicon("offices")
    for phrase, side in offices["default_sides"]["rows"]:
        if side and phrase in told and (side in listed_states() or side in told_of):
            cluster.side, cluster.guessed = side, True
            cluster.reasons.append(f"{phrase}: a title of the {side}")
            return
    arm = any(a in told for a in offices["arms"]["words"]) and not (cluster.kind == "person" and set(told.split()) & set(offices["arms"]["others"]))
    owned = next(owners_told(cluster), home) if cluster.kind == "body" else home
    if arm and owned != home:
        cluster.side = cluster.short
    elif arm and home:
        cluster.side, cluster.guessed = home, True
        cluster.reasons.append(f"office without a country; {home} is the state told of most or beside it")
    elif cluster.kind == "body" and not arm:
        neutral = any(m.role in ("organisation", "outlet") for m in cluster.mentions) or impartial(told)
        cluster.side = "US" if told.endswith(" administration") else None if neutral else cluster.short


def owners_told(cluster: Cluster) -> Iterator[str]:
    """Whose a body is by its own words ("Ardania's parliament")."""
    return (reason.removeprefix("body of ") for reason in cluster.reasons if reason.startswith("body of "))


def impartial(name: str) -> bool:
    """Whether a body's name is that of a hospital, a watchdog or the like, which speaks for no party."""
    return bool(set(name.replace("'s", "").split()) & set(lexicon("bodies")["neutral"]["words"]))


