"""What a name is — person, body, place — by everything that the report says around all of its mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.cast.besides import afloat, dateline_at, filing, impersonal, named_business, personal, publishing
from onrecord.annotate.cast.gazetteer import of_business, words
from onrecord.annotate.cast.lands import country_like, homeland
from onrecord.annotate.cast.learnt import (
    BY_PEOPLE,
    LIKELIEST,
    STATE,
    Votes,
    banner,
    demonym_of,
    demonym_vote,
    near,
    owned_by,
    owning,
    state,
    state_behind,
    stately,
)
from onrecord.annotate.cast.mentions import Mention
from onrecord.types import Parsed, ParticipantKind, Token

NER: dict[str, tuple[ParticipantKind, float]] = {
    "PERSON": ("person", 1.0), "ORG": ("body", 0.8), "NORP": ("body", 0.8), "GPE": ("place", 1.0), "LOC": ("place", 1.2), "FAC": ("place", 1.0),
    "EVENT": ("thing", 1.0), "WORK_OF_ART": ("thing", 1.0), "PRODUCT": ("body", 0.3), "LAW": ("thing", 1.0), "LANGUAGE": ("thing", 1.0),
}


def decide(mentions: Sequence[Mention], parsed: Parsed) -> list[Mention]:
    """The mentions with a kind for every name; one name has one kind in the whole report."""
    votes, named = counted(mentions, parsed), {m.name for m in mentions if m.role == "name"}
    unnamed = {m.name: found for m in mentions if (found := state_behind(m, votes, parsed)) is not None}
    decided = {n: chosen(votes, n) for n in votes}
    if (land := homeland(decided, votes, mentions, parsed)) is not None:
        decided[land] = as_state(land, LIKELIEST)
    states = {n for n, told in decided.items() if told.get("kind") == "state"}
    known = {name: next((s for s in sorted(states) if demonym_of(name, s)), None) for name in named}
    belonging = {name: told or unnamed.get(name) for name, told in known.items()}
    out = []
    for mention in mentions:
        derived = None
        if mention.role == "name" and mention.kind is None:
            derived = belonging[mention.name]
        if derived is not None:
            reason = BY_PEOPLE if known[mention.name] is None and mention.name[-1] != "i" else f"people or adjective of {derived}"
            out.append(replace(mention, kind="state", side=derived, full=derived, role="demonym", reasons=(reason,)))
        elif mention.role == "name" and mention.kind is None:
            out.append(replace(mention, **decided[mention.name]))  # type: ignore[arg-type]
        elif mention.role == "body" and mention.side is None and (owner := owned_by(mention.name, states)) is not None:
            out.append(replace(mention, side=owner, reasons=(*mention.reasons, f"body of {owner}")))
        elif mention.role == "body" and mention.side is None and alone(mention.name, votes, states):
            out.append(replace(mention, side=mention.name, reasons=(*mention.reasons, "told of as a party")))
        else:
            out.append(mention)
    return out


def counted(mentions: Sequence[Mention], parsed: Parsed) -> dict[str, Votes]:
    """What all mentions tell of every name, its other spellings and the names made of it included."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        if mention.role not in ("name", "body"):
            continue
        if mention.kind == "person":
            votes[mention.name]["person"] += 4
            votes[mention.name]["titled"] += 1
        vote(votes[mention.name], mention, parsed)
    owning(mentions, votes)
    named = {m.name for m in mentions if m.role == "name"}
    peoples = {name: [n for n in votes if demonym_of(name, n)] for name in named}
    for mention in mentions:
        if mention.role == "name":
            for state_name in peoples[mention.name]:
                votes[state_name]["state"] += demonym_vote(mention, parsed)
    for name in [n for n in votes if n.isupper() and n.title() in votes]:
        for kind, weight in votes[name].items():
            votes[name.title()][kind] += weight if kind != "body" else 0.0
        votes[name] = votes[name.title()]
    for name in [n for n in votes if " " in n and votes[n]["body"] >= 4]:
        head = name.split()[0]
        if head in votes and of_business(name.split()[-1]):
            votes[head]["body"] += votes[name]["body"]
    return votes


def alone(name: str, votes: dict[str, Votes], states: set[str]) -> bool:
    """Whether a body is told of as a party of its own, and is no arm of a state."""
    return not stately(name) and (votes[name]["group"] >= 2 or banner(name, states))


def chosen(votes: dict[str, Votes], called: str) -> dict[str, object]:
    """Kind, side and reason for a name from its votes and those of longer names that end in it."""
    total: Votes = defaultdict(float, votes[called])
    if " " not in called:
        for other, theirs in votes.items():
            if other.endswith(" " + called) and theirs["person"] > max(theirs["body"], theirs["place"]):
                total["person"] += 3
    ruled = total["state"] >= STATE and total["state"] > max(total["group"], total["body"])
    if total["group"] >= 2 and total["group"] >= max(total["person"] / 2, total["place"]) and not ruled:
        return {"kind": "body", "side": called, "reasons": ("told of as a party",)}
    titled = any(o == called or o.endswith(" " + called) for o, v in votes.items() if v["titled"])
    untitled = not titled and (total["state"] >= 2 * STATE or total["person"] < 1.5 * total["state"])
    if total["state"] >= STATE and (total["person"] < total["state"] + total["place"] or untitled):
        return as_state(called, "told of as a state")
    best = max(("person", "place", "body", "outlet", "thing"), key=lambda k: (total[k], k))
    if total[best] <= 0.5:
        return {"kind": "thing"}
    return {"kind": best, "reasons": (f"{best} by {total[best]:.1f}",)}


def as_state(called: str, reason: str) -> dict[str, object]:
    """What is noted of a name that turns out to be a state's."""
    name = called.title() if called.isupper() and len(called) > 3 else called
    return {"kind": "state", "side": name, "full": name, "role": "country", "reasons": (reason,)}


def vote(votes: Votes, mention: Mention, parsed: Parsed) -> None:
    """Adds what one mention tells."""
    tokens = parsed.tokens[mention.first : mention.last]
    head = tokens[-1]
    tag = NER.get(head.ent)
    if tag:
        votes[tag[0]] += tag[1] if spoken(parsed, head) else tag[1] / 2
    before = near(parsed, mention.first - 1, head)
    after = near(parsed, mention.last, head)
    if before and before.lower == "the":
        votes["person"] -= 1.5
        votes["body"] += 0.5
    if before and before.lower in ("in", "at", "near", "around", "outside", "across", "inside", "toward", "towards", "into"):
        votes["place"] += 1.2
    if before and before.lower in ("northern", "southern", "eastern", "western", "central", "northeastern", "northwestern", "south", "north", "east", "west"):
        votes["place"] += 2
    if after and after.text == ":" and (mention.first == 0 or parsed.tokens[mention.first - 1].block != head.block or mention.lead is not None):
        votes["person"] += 4
    spelt(votes, mention, parsed, before, after)
    named_business(votes, mention, before)
    votes["body"] += filing(mention, parsed) + impersonal(mention, parsed)
    if afloat(mention, parsed):
        votes["thing"] += 8
        votes["group"] -= 4
    votes["person"] += personal(mention, parsed)
    votes["outlet"] += publishing(mention, parsed, before, after)
    where(votes, mention, parsed)
    party(votes, mention, parsed, before, after)
    state(votes, mention, parsed)
    country_like(votes, mention, parsed)


def spelt(votes: Votes, mention: Mention, parsed: Parsed, before: Token | None, after: Token | None) -> None:
    """Adds what the words of the name itself tell, with the word before and behind it."""
    tokens = parsed.tokens[mention.first : mention.last]
    head = tokens[-1]
    if mention.name.isupper() and 1 < len(mention.name) < 7:
        votes["body"] += 1.5
    if after and after.lower in words("bodies", "place_nouns", "words"):
        votes["place"] += 1.5
    if len(tokens) >= 2 and (tokens[0].lower in words("names", "male") or tokens[0].lower in words("names", "female")):
        votes["person"] += 1.5
    if len(tokens) > 1 and head.lower in words("bodies", "place_nouns", "words") and head.lower not in words("bodies", "nouns", "words"):
        votes["place"] += 2.5
        votes["group"] -= 2
    if len(tokens) in (2, 3) and head.ent in ("", "PERSON") and (before is None or before.lower != "the"):
        votes["person"] += 0.6
    if after and after.lower in ("who", "whose"):
        votes["person"] += 0.7
    if mention.name.split()[-1].lower() in words("bodies", "outlets", "papers") or (before and before.lower in words("bodies", "outlets", "telling")):
        votes["outlet"] += 2


def where(votes: Votes, mention: Mention, parsed: Parsed) -> None:
    """Adds what speaks for a place: its first word, a noun in apposition, a dateline."""
    tokens = parsed.tokens[mention.first : mention.last]
    head = tokens[-1]
    before = near(parsed, mention.first - 1, head)
    if tokens[0].lower in words("bodies", "aims", "beginnings") and len(tokens) > 1:
        votes["place"] += 1.2
    earlier = near(parsed, mention.first - 2, head)
    if before and earlier and before.text == "," and earlier.lower in words("bodies", "place_nouns", "words") | {"capital"}:
        votes["place"] += 2
    if before and before.lower == "of" and before.head.lemma in words("bodies", "place_nouns", "words"):
        votes["place"] += 3
    if head.dep == "dobj" and head.head.lemma in words("bodies", "aims", "taken"):
        votes["place"] += 1
    if before and before.lower in ("to", "from", "on", "of") and before.head.lemma in words("bodies", "aims", "words"):
        votes["place"] += 1.2
    if head.dep in ("conj", "appos") and head.head.ent in ("GPE", "LOC") and head.head.ent != "" and head.ent != "ORG":
        votes["place"] += 1.5
    if dateline(mention, parsed):
        votes["place"] += 4


def dateline(mention: Mention, parsed: Parsed) -> bool:
    """Whether a name stands where a dateline names the place: in such a block, or in capitals at the head of a paragraph."""
    head = parsed.tokens[mention.first]
    if dateline_at(parsed, head):
        return parsed.tokens[mention.first - 1].text != "(" if mention.first else True
    opens = mention.first == 0 or parsed.tokens[mention.first - 1].block != head.block
    after = parsed.tokens[mention.last].text if mention.last < len(parsed.tokens) else ""
    return opens and mention.name.isupper() and len(mention.name) > 3 and after in (",", "(", "-", "–", "—")


def spoken(parsed: Parsed, token: Token) -> bool:
    """Whether the sentence of *token* has a verb; lines without one are labels and credits, where tags are guesses."""
    return any(t.pos in ("VERB", "AUX") for t in parsed.of(parsed.sentence_of(token)))


def party(votes: Votes, mention: Mention, parsed: Parsed, before: Token | None, after: Token | None) -> None:
    """Adds what speaks for an armed, political or other party: its noun beside the name, its members, its acts."""
    nouns, adjectives, members = (words("bodies", "group_nouns", k) for k in ("words", "adjectives", "members"))
    head = parsed.tokens[mention.last - 1]
    if before and before.lower in nouns and before.text[0].islower():
        votes["group"] += 3
    if after and after.lower in nouns and after.text[0].islower():
        votes["group"] += 2
    elif after and after.lower in members and after.text[0].islower():
        votes["group"] += 1.2
    if after and after.lower in adjectives and after.text[0].islower():
        votes["group"] += 1
    if apposed(parsed, mention, nouns):
        votes["group"] += 3
    if before and before.lower in ("as", "called", "itself", "named", "dubbed"):
        earlier = parsed.tokens[max(mention.first - 7, 0) : mention.first]
        if any(t.lower in nouns | words("bodies", "group_nouns", "members") and t.sent == head.sent for t in earlier):
            votes["group"] += 3
    if head.dep in ("nsubj", "agent") and head.head.lemma in words("bodies", "group_nouns", "acts"):
        votes["group"] += 0.6
    if after and after.lower in ("'s", "’s", "'", "’"):
        owned = near(parsed, mention.last + 1, head), near(parsed, mention.last + 2, head)
        if any(t and t.lower in words("bodies", "party_owned", "words") for t in owned):
            votes["group"] += 2


def apposed(parsed: Parsed, mention: Mention, nouns: frozenset[str]) -> bool:
    """Whether ", a … group" follows the name."""
    tokens = parsed.tokens
    at = mention.last
    if at + 2 >= len(tokens) or tokens[at].text not in (",", "(", "—", "–") or tokens[at + 1].lower not in ("a", "an", "the", "one", "another"):
        return False
    for token in tokens[at + 2 : at + 9]:
        if token.lower in nouns and token.pos == "NOUN":
            return token.dep not in ("poss", "compound", "nmod")
        if token.text in (",", ".") or token.pos == "VERB":
            return False
    return False
