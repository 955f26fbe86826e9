"""Nouns that name nobody: unnamed officials and sources, "the group", "the president", and whom they go back to."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.arms import arm_in, told_as
from onrecord.annotate.cast.belonging import by_noun, fighting_for
from onrecord.annotate.cast.cast import Cast
from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.holders import REACH, aliased, officeholder
from onrecord.annotate.cast.home import impartial, opening
from onrecord.annotate.cast.joining import Cluster
from onrecord.annotate.cast.known import Known
from onrecord.annotate.cast.learnt import banner
from onrecord.annotate.cast.links import introduces, named_beside, plural
from onrecord.annotate.cast.mentions import Mention
from onrecord.annotate.cast.scenes import fronted
from onrecord.annotate.cast.speaking import armed_party, side_of
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Token

DEFINITE = frozenset({"the", "this", "that", "these", "those"})
LEFT = frozenset({"det", "nummod", "amod", "compound", "poss", "quantmod", "predet", "nmod", "advmod", "punct", "case", "npadvmod"})
RIGHT = frozenset({"prep", "acl", "amod"})


def describe(known: Known, provisional: Cast) -> None:
    """Adds to *known* a cluster for every unnamed person, group or body that acts or speaks, and a mention for every description that goes back to one."""
    for token in known.parsed.tokens:
        if token.pos not in ("NOUN", "PROPN") or not token.text[0].isalpha() or token.i in known.at or token.dep in ("compound", "nmod"):
            continue
        phrase = noun_phrase(token)
        if any(t.tag in ("WP$", "WRB", "WDT", "WP") for t in phrase):
            continue
        who = named_beside(known, token, phrase)
        earlier = antecedent(known, token, phrase, provisional)
        if who is not None and earlier is not None and earlier.fixed_name and earlier is not who:
            known.merge(earlier, who)
        found = who or earlier
        if found is not None:
            known.add(found, Mention(phrase[0].i, token.i + 1, text_of(known, phrase[0].i, token.i + 1), role="alias"))
        elif introduces(token):
            introduce(known, token, phrase, provisional)
        elif token.lower in words("bodies", "common_bodies", "words") and token.dep not in ("amod", "npadvmod"):
            found_body(known, token, phrase, provisional)


def found_body(known: Known, token: Token, phrase: Sequence[Token], provisional: Cast) -> None:
    """A new participant for a body without a name ("the education ministry"): an arm of the foremost state, else its own side."""
    name = text_of(known, phrase[0].i, token.i + 1)
    for article in ("the ", "a ", "an ", "The ", "A ", "An "):
        name = name.removeprefix(article)
    side = side_of(phrase, provisional)
    reasons, guessed = [], False
    regional = any(word in name.lower() for word in words("offices", "arms", "regional"))
    if side is None and regional:
        own = next((known.at[t.i].name for t in phrase if t.dep == "poss" and t.i in known.at and known.at[t.i].kind == "place"), None)
        side, reasons = own or region_of(known), ["the province named before it, or that the report opens in"]
    elif side is None and token.lower in words("bodies", "state_nouns", "words"):
        guessed = any(t.tag == "PRP$" for t in phrase)
        side = known.arm_before(token, name) or known.state_beside(token) or (name if token.lower in words("bodies", "state_nouns", "alone") else None)
        reasons.append("a state's arm without a country; the state told of most or beside it")
    elif side is None and (not impartial(name.lower()) or any(t.dep == "poss" and t.lower in lexicon("offices")["standing"]["people"] for t in phrase)):
        side = name
    cluster = Cluster(side=side, fixed_kind="body", fixed_name=name, office=token.lower, reasons=reasons, guessed=guessed)
    known.add(cluster, Mention(phrase[0].i, token.i + 1, name, role="unnamed"))


def region_of(known: Known) -> str | None:
    """The one place in which the report opens."""
    first = opening(known.clusters, known.parsed)
    return first[0].name if len(first) == 1 else None


def noun_phrase(token: Token) -> list[Token]:
    """The noun with its words before it and its complements, without relative clauses and appositions; contiguous."""
    kept = [token]
    for child in token.children:
        if (child.i < token.i and child.dep in LEFT) or (child.i > token.i and complements(child)):
            kept.extend(below(child))
    kept.sort(key=lambda t: t.i)
    at = next(k for k, t in enumerate(kept) if t is token)
    first, last = at, at
    while first and kept[first - 1].i == kept[first].i - 1 and kept[first - 1].text not in (",", "“", '"', "—", ":"):
        first -= 1
    while last + 1 < len(kept) and kept[last + 1].i == kept[last].i + 1 and kept[last + 1].text not in (",", "”", '"', "—", ":"):
        last += 1
    return kept[first : last + 1]


def complements(child: Token) -> bool:
    """Whether words after a noun belong to its description: "of the families", "briefed on the talks", "familiar with them"."""
    if child.dep == "prep":
        return not timed(child) and child.lower not in ("including", "like", "such", "after", "before", "during", "since", "until", "despite")
    if child.dep == "acl":
        return child.lemma in words("offices", "informed", "lemmas")
    return child.dep == "amod"


def timed(preposition: Token) -> bool:
    """Whether words after a noun tell when the verb's deed was done ("the bishop of Arda on Saturday drove"); "of" belongs to the noun."""
    noun = preposition.has("pobj")
    return preposition.lower != "of" and noun is not None and noun.ent in ("DATE", "TIME")


def below(token: Token) -> list[Token]:
    """*token* and the words below it, without relative clauses, appositions, times and further people joined by "and"."""
    out = [token]
    for child in token.children:
        if child.i > token.i and (child.dep in ("relcl", "appos", "punct", "acl") or (child.dep == "prep" and timed(child))):
            continue
        if child.dep == "conj" and (introduces(child) or child.pos == "VERB"):
            continue
        if child.dep == "cc" and any(c.dep == "conj" and introduces(c) for c in token.children):
            continue
        out.extend(below(child))
    return out


def text_of(known: Known, first: int, last: int) -> str:
    """The report's words from token *first* up to *last*, spaces made single."""
    tokens = known.parsed.tokens
    return " ".join(known.parsed.report.text[tokens[first].start : tokens[last - 1].end].split())


def introduce(known: Known, token: Token, phrase: Sequence[Token], provisional: Cast) -> None:
    """A new participant for an unnamed person or group."""
    name = text_of(known, phrase[0].i, phrase[-1].i + 1)
    side = side_of(phrase, provisional) or by_noun(known, token, phrase) or implied(known, token, phrase) or fighting_for(known, token)
    one = token.tag in ("NN", "NNP") and token.lower in words("offices", "offices", "heads") and token.lower not in words("offices", "offices", "plain")
    many = plural(token) or token.lower in ("people", "police", "family", "team", "delegation", "staff", "crew")
    cluster = Cluster(side=side, fixed_kind="person" if one and side else "group", fixed_name=name, office=token.lower, plural=many)
    known.add(cluster, Mention(phrase[0].i, phrase[-1].i + 1, name, role="unnamed"))


def implied(known: Known, token: Token, phrase: Sequence[Token]) -> str | None:
    """The side of somebody told of without country or party: police and ministers are the foremost state's, gunmen their own."""
    told = {t.lower for t in phrase if t.i <= token.i}
    elsewhere = words("offices", "statesmen", "foreign") - {"foreign"}
    seat = fronted(known.parsed, phrase[0].i) if told & words("offices", "arms", "seated") and not told & elsewhere else None
    if seat is not None:
        return seat
    if token.lower in words("bodies", "party_owned", "alone"):
        noun = " ".join(t.text for t in phrase if t.i <= token.i and t.pos in ("ADJ", "NOUN", "PROPN") and t.tag not in ("JJR", "JJS"))
        return None if any(c.is_party and not impartial(c.name.lower()) for c in known.before(token, REACH * 2)) else noun
    after = [t.lower for t in phrase if t.i > token.i]
    if told & words("offices", "helpers", "words") and set(after[1:]) & words("offices", "statesmen", "told") and not any(t.i in known.at for t in phrase):
        return known.home
    same = known.arm_before(token, " ".join(sorted(told)))
    if same is not None and not after:
        return same
    portfolio = after[:1] == ["of"] and set(after[1:]) <= words("offices", "offices", "modifiers") | {"the", "and", "of"}
    if not after and token.lower in words("offices", "statesmen", "serving") and told - {token.lower} <= words("offices", "statesmen", "unqualified"):
        return known.home if any(c.side == known.home and arm_in(told_as(c)) in ("army", "military") for c in known.clusters) else None
    if not after and told <= words("offices", "statesmen", "unqualified"):
        spoke = next((c for c in known.before(token, REACH * 2) if c.office in ("official", "officials") and c.side and c.fixed_name), None)
        if spoke is not None:
            return spoke.side
    named = any(known.at[t.i].kind in ("state", "body") for t in phrase if t.i in known.at)
    loose = (bool(after) and after[:3] != ["in", "the", "capital"] and not portfolio) or named
    if loose or not told & words("offices", "statesmen", "told"):
        return None
    if "ministry" in told:
        return known.state_beside(token)
    return known.home if not told & words("offices", "statesmen", "foreign") else None


def antecedent(known: Known, token: Token, phrase: Sequence[Token], provisional: Cast) -> Cluster | None:
    """Whom a definite description goes back to, or None."""
    first = phrase[0]
    if first.lower not in DEFINITE or (token.i + 1 < len(known.parsed.tokens) and any(c.dep == "prep" and c.lower == "of" for c in token.children)):
        return None
    middle = [t for t in phrase if first.i < t.i < token.i]
    side = side_of(phrase, provisional) if middle else None
    if any(t.pos == "NUM" for t in middle):
        return same_noun(known, token, middle, side) if side or len(middle) == 1 else None
    return same_noun(known, token, middle, side) or aliased(known, token) or officeholder(known, token, middle, side) or (
        None if side else member(known, token) if plural(token) else thing(known, token, middle)
    )


def same_noun(known: Known, token: Token, middle: Sequence[Token], side: str | None) -> Cluster | None:
    """The last unnamed participant brought in with the same noun in the same number, if the words between allow it."""
    if plural(token) and token.lower in words("offices", "unnamed", "held"):
        return None
    told = {t.lower for t in middle if t.pos != "NUM"} - {"same", "senior", "latter"}
    for cluster in known.before(token, REACH):
        if cluster.fixed_name is None or cluster.office != token.lower:
            continue
        if side and cluster.side != side:
            continue
        theirs = {w.lower() for w in cluster.fixed_name.split()}
        if told <= theirs or side:
            return cluster
    return None


def member(known: Known, token: Token) -> Cluster | None:
    """The armed party whose members "the rebels", "the militants" are: of several one with a name of fighters, else the last; no other body of several."""
    if token.lower not in words("bodies", "party_owned", "members"):
        return None
    parties = [c for c in known.before(token, REACH * 2) if c.is_party and not impartial(c.name.lower()) and not unionised(c)]
    called = [c for c in parties if any(m.role == "alias" and m.name.endswith(" " + token.lower) for m in c.mentions)]
    fighting = [c for c in parties if any(banner(n, set()) for n in c.names)]
    armed = [c for c in parties if armed_party(c)]
    return next(iter(called or fighting or armed or (parties if len(parties) == 1 else ())), None)


def thing(known: Known, token: Token, middle: Sequence[Token]) -> Cluster | None:
    """The body, outlet or state that "the group", "the ministry", "the paper", "the country" goes back to."""
    groups, nouns = words("bodies", "group_nouns", "words"), words("bodies", "nouns", "words")
    phrase = " ".join([*(t.lower for t in middle), token.lower])
    if any(t.text[0].isupper() or t.ent in ("ORDINAL", "CARDINAL") or t.lower in ("other", "same", "first", "second", "third") for t in middle):
        return None
    recent = known.before(token, REACH)
    if token.lower in nouns:
        arm = token.lower in words("bodies", "state_nouns", "words")
        named = next((c for c in recent if c.kind in ("body", "outlet") and ends_in(c, token.lower, middle) and not (arm and c.is_party)), None)
        if named is not None:
            return named
    if token.lower in ("army", "military"):
        armed = ("army", "military", "forces", "defense", "defence")
        return next((c for c in recent if c.kind == "body" and not c.is_party and any(w in c.name.lower() for w in armed)), None)
    if token.lower in ("agency", "service"):
        return next((c for c in recent if any(m.role == "service" for m in c.mentions) or (c.kind == "outlet" and "news" in phrase)), None)
    if token.lower in ("newspaper", "paper", "broadcaster", "outlet", "website", "network", "channel", "daily", "magazine"):
        return next((c for c in recent if c.kind == "outlet"), None)
    if token.lower in words("offices", "business", "called") and not middle:
        firms = [c for c in recent if firm(c) and not unionised(c) and (token.lower in ("airline", "carrier", "bank") or not all(n.isupper() for n in c.names))]
        return next(iter([c for c in firms if trading(c)] or firms), None)
    if (token.lower in ("bloc", "alliance") and not middle) or phrase in ("regional bloc", "world body"):
        return next((c for c in recent if any(m.role == "organisation" for m in c.mentions)), None)
    if token.lower == "country":
        return next((c for c in recent if c.kind == "state"), None)
    if token.lower == "union":
        return next((c for c in recent if c.is_party and unionised(c)), None)
    if token.lower in words("bodies", "state_nouns", "alone"):
        return next((c for c in recent if c.is_party and c.name.lower().split()[-1] == token.lower), None)
    if token.lower in groups and token.lower not in ("command", "collective", "force"):
        return next((c for c in recent if c.is_party), None)
    return None


def unionised(cluster: Cluster) -> bool:
    """Whether a body's name is that of a union of workers."""
    return bool({w.lower() for n in cluster.names for w in n.split()} & words("bodies", "unions", "words"))


def firm(cluster: Cluster) -> bool:
    """Whether a body may be a company: one by its name alone, that no noun shows to be a union, a ministry or the like."""
    if cluster.kind != "body" or cluster.side not in (None, cluster.short, cluster.name) or cluster.fixed_name is not None:
        return False
    last = cluster.short.lower().split()[-1]
    businesses = words("offices", "business", "nouns") | {"group", "corporation", "lines", "airways", "airlines"}
    noun = (last in words("bodies", "nouns", "words") and last not in businesses and not trading(cluster)) or cluster.short.lower().startswith("operation ")
    return not noun and all(m.role in ("name", "body", "alias", "pronoun", "unnamed") for m in cluster.mentions)


def trading(cluster: Cluster) -> bool:
    """Whether a body's name is that of a company by its legal form or its noun ("Ashby Lines plc")."""
    nouns = words("bodies", "legal_forms", "words") | words("offices", "business", "nouns")
    return any(name.lower().split()[-1].rstrip(".") in nouns for name in cluster.names)


def ends_in(cluster: Cluster, noun: str, middle: Sequence[Token]) -> bool:
    """Whether a name of *cluster* ends in *noun* (or begins with it, "Ministry of …"), and holds the words between."""
    for name in cluster.names:
        parts = name.lower().replace("’s", "").replace("'s", "").split()
        if noun in (parts[-1], parts[0]) and {t.lower for t in middle} <= set(parts):
            return True
    return False
