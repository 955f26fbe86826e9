"""What a name is — person, body, place — by everything that the report says around all of its mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from onrecord.annotate.cast.besides import dateline_at, named_business, personal, publishing
from onrecord.annotate.cast.gazetteer import of_states, words
from onrecord.annotate.cast.mentions import Mention
from onrecord.annotate.cast.offices import office_at
from onrecord.types import Parsed, ParticipantKind, Token

Votes = dict[str, float]
STATE = 2.0
"""Least votes for a state that no list has: one office or army of its own, or three acts of states."""
HINT = 0.5
"""Votes for a state by a people's name beside its own."""
NER: dict[str, tuple[ParticipantKind, float]] = {
    "PERSON": ("person", 1.0), "ORG": ("body", 0.8), "NORP": ("body", 0.8), "GPE": ("place", 1.0), "LOC": ("place", 1.2), "FAC": ("place", 1.0),
    "EVENT": ("thing", 1.0), "WORK_OF_ART": ("thing", 1.0), "PRODUCT": ("body", 0.3), "LAW": ("thing", 1.0), "LANGUAGE": ("thing", 1.0),
}


def decide(mentions: Sequence[Mention], parsed: Parsed) -> list[Mention]:
    """The mentions with a kind for every name; one name has one kind in the whole report."""
    votes: dict[str, Votes] = defaultdict(lambda: defaultdict(float))
    for mention in mentions:
        if mention.role not in ("name", "body"):
            continue
        if mention.kind == "person":
            votes[mention.name]["person"] += 4
        vote(votes[mention.name], mention, parsed)
    for mention in mentions:
        if mention.role == "name":
            for state_name in [n for n in votes if demonym_of(mention.name, n)]:
                votes[state_name]["state"] += demonym_vote(mention, parsed)
    for name in [n for n in votes if n.isupper() and n.title() in votes]:
        for kind, weight in votes[name].items():
            votes[name.title()][kind] += weight if kind != "body" else 0.0
        votes[name] = votes[name.title()]
    for name in [n for n in votes if " " in n and votes[n]["body"] >= 4]:
        head = name.split()[0]
        if head in votes and name.split()[-1].lower().rstrip(".") in words("bodies", "legal_forms", "words"):
            votes[head]["body"] += votes[name]["body"]
    unnamed = {m.name: m.name[:-1] for m in mentions if only_demonym(m, votes, parsed)}
    states = {n for n, v in votes.items() if chosen(votes, Mention(0, 1, n)).get("kind") == "state"}
    out = []
    for mention in mentions:
        derived = None
        if mention.role == "name" and mention.kind is None:
            derived = next((s for s in sorted(states) if demonym_of(mention.name, s)), unnamed.get(mention.name))
        if derived is not None:
            out.append(replace(mention, kind="state", side=derived, full=derived, role="demonym", reasons=(f"people or adjective of {derived}",)))
        elif mention.role == "name" and mention.kind is None:
            out.append(replace(mention, **chosen(votes, mention)))  # type: ignore[arg-type]
        elif mention.role == "body" and mention.side is None and (votes[mention.name]["group"] >= 2 or banner(mention.name, states)):
            out.append(replace(mention, side=mention.name, reasons=(*mention.reasons, "told of as a party")))
        else:
            out.append(mention)
    return out


def banner(name: str, states: set[str]) -> bool:
    """Whether a body's name is one that a fighting movement gives itself ("Army of Return"): a noun of fighting and a word that no state's arm bears."""
    own = [w for w in name.split() if w[:1].isupper()]
    nouns, plain = words("bodies", "banner", "nouns"), words("bodies", "banner", "plain")
    others = [w for w in own if w.lower() not in nouns | plain]
    if len(own) < 2 or len(others) == len(own) or not others:
        return False
    return not any(demonym_of(w, s) or w == s for w in others for s in states) and not set(others) & of_states()


def office_of(before: Sequence[Token]) -> bool:
    """Whether *before* ends in "president of", "president Jane Roe of", "army of the": an office or arm that only states have."""
    words_before = list(before[:-1] if before and before[-1].lower == "the" else before)
    if not words_before or words_before.pop().lower != "of":
        return False
    while words_before and words_before[-1].text[0].isupper() and words_before[-1].lower not in words("countries", "learnt", "offices"):
        words_before.pop()
    told = " ".join(t.lower for t in words_before[-2:])
    return any(told == o or told.endswith(" " + o) for o in words("countries", "learnt", "offices"))


def demonym_vote(mention: Mention, parsed: Parsed) -> float:
    """What a people's name beside the country's own tells: "Belmari officials" and "the Belmari foreign minister" make a state, "Belmari banks" hint at one."""
    following = parsed.tokens[mention.last : mention.last + 3]
    if not following or following[0].sent != parsed.tokens[mention.first].sent:
        return HINT
    if following[0].lower in words("offices", "speaking_for", "words") or office_at(following, 0) is not None:
        return STATE
    return HINT if following[0].pos in ("NOUN", "ADJ") else 0.0


def only_demonym(mention: Mention, votes: dict[str, Votes], parsed: Parsed) -> bool:
    """Whether "a Tarvani diplomat" tells of a state that is never named itself: only the ending in -i shows how it is called."""
    after = parsed.tokens[mention.last] if mention.last < len(parsed.tokens) else None
    if mention.role != "name" or mention.kind is not None or " " in mention.name or after is None:
        return False
    if len(mention.name) < 5 or not mention.name.endswith("i"):
        return False
    before = parsed.tokens[mention.first - 1] if mention.first else None
    counted = before is not None and before.lower in ("a", "an", "the", "two", "three", "senior")
    alone = not any(n != mention.name and mention.name in n.split() for n in votes)
    return alone and counted and after.lower in words("countries", "learnt", "serving")


def behind_city(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a name is told as the country of a dateline's city ("TESSO, Ardania, May 3", "TESSO, Ardania (Agency)")."""
    if len(before) < 2 or not after or before[-1].text != "," or after[0].text not in (",", "(", "—", "–", "-"):
        return False
    city = [t for t in before[:-1] if t.block == before[-1].block]
    return bool(city) and all(t.text.isupper() for t in city) and len(city[-1].text) > 2


def demonym_of(name: str, state: str) -> bool:
    """Whether *name* is *state* with the ending of a people's name ("Belmari")."""
    stem = state.rstrip("aeo") if len(state) > 5 else state
    return name != state and name.startswith(stem) and name[len(stem) :] in words("countries", "learnt", "suffixes")


def chosen(votes: dict[str, Votes], mention: Mention) -> dict[str, object]:
    """Kind, side and reason for a name from its votes and those of longer names that end in it."""
    total: Votes = defaultdict(float, votes[mention.name])
    if " " not in mention.name:
        for other, theirs in votes.items():
            if other.endswith(" " + mention.name) and theirs["person"] > max(theirs["body"], theirs["place"]):
                total["person"] += 3
    if total["group"] >= 2 and total["group"] >= max(total["person"] / 2, total["place"]):
        return {"kind": "body", "side": mention.name, "reasons": ("told of as a party",)}
    if total["state"] >= STATE and total["person"] < total["state"] + total["place"]:
        name = mention.name.title() if mention.name.isupper() and len(mention.name) > 3 else mention.name
        return {"kind": "state", "side": name, "full": name, "role": "country", "reasons": ("told of as a state",)}
    best = max(("person", "place", "body", "outlet", "thing"), key=lambda k: (total[k], k))
    if total[best] <= 0.5:
        return {"kind": "thing"}
    return {"kind": best, "reasons": (f"{best} by {total[best]:.1f}",)}


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
    if mention.name.isupper() and 1 < len(mention.name) < 7:
        votes["body"] += 1.5
    if after and after.lower in words("bodies", "place_nouns", "words"):
        votes["place"] += 1.5
    if len(tokens) >= 2 and tokens[0].lower in words("names", "male") | words("names", "female"):
        votes["person"] += 1.5
    if len(tokens) > 1 and head.lower in words("bodies", "place_nouns", "words") - words("bodies", "nouns", "words"):
        votes["place"] += 2.5
        votes["group"] -= 2
    if len(tokens) in (2, 3) and head.ent in ("", "PERSON") and (before is None or before.lower != "the"):
        votes["person"] += 0.6
    if after and after.lower in ("who", "whose"):
        votes["person"] += 0.7
    if mention.name.split()[-1].lower() in words("bodies", "outlets", "papers") or (before and before.lower in words("bodies", "outlets", "telling")):
        votes["outlet"] += 2
    named_business(votes, mention, before)
    votes["person"] += personal(mention, parsed)
    votes["outlet"] += publishing(mention, parsed, before, after)
    where(votes, mention, parsed)
    party(votes, mention, parsed, before, after)
    state(votes, mention, parsed)


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


def state(votes: Votes, mention: Mention, parsed: Parsed) -> None:
    """Adds what speaks for a state that no list has: it owns an army or president, is called a kingdom, acts as states do."""
    tokens, head = parsed.tokens, parsed.tokens[mention.last - 1]
    owned, called = words("countries", "learnt", "owned"), words("countries", "learnt", "called")
    after = tokens[mention.last : mention.last + 2]
    if len(after) == 2 and after[0].lower in ("'s", "’s", "'", "’") and after[1].lower in owned:
        votes["state"] += 2
    if after and after[0].lower in words("bodies", "place_nouns", "words"):
        return
    earlier = tokens[max(mention.first - 7, 0) : mention.first]
    parts = mention.name.split()
    corporate = parts[-1].lower() in words("bodies", "nouns", "words") or (len(parts) > 1 and any(p.isupper() and len(p) > 2 for p in parts))
    votes["state"] += 2 if (office_of(earlier) and not corporate) or behind_city(earlier, after) else 0
    if len(earlier) > 1 and earlier[-1].lower == "in" and earlier[-2].lower in words("countries", "learnt", "governing"):
        votes["state"] += 1.3
    beyond = tokens[mention.last : mention.last + 6]
    if len(beyond) > 2 and beyond[0].text == "," and beyond[1].lower in ("a", "the", "an") and any(t.lower in called for t in beyond[2:5]):
        votes["state"] += 2.5
    before = near(parsed, mention.first - 1, head)
    if before and before.lower == "between" and before.head.lemma in words("bodies", "dealings", "words"):
        votes["state"] += 2
    if head.dep == "nsubj" and head.head.lemma in words("countries", "learnt", "acts"):
        votes["state"] += 0.7
    if head.dep == "nsubj" and any(c.dep == "acomp" and c.lower in words("countries", "learnt", "willing") for c in head.head.children):
        votes["state"] += 1.5


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


def near(parsed: Parsed, at: int, beside: Token) -> Token | None:
    """The token numbered *at* if it stands in the same sentence as *beside*."""
    if 0 <= at < len(parsed.tokens) and parsed.tokens[at].sent == beside.sent:
        return parsed.tokens[at]
    return None
