"""States that no list has, learnt from what only states have, and bodies that are arms of one or a movement's own."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.annotate.cast.gazetteer import of_states, words
from onrecord.annotate.cast.mentions import Mention
from onrecord.annotate.cast.offices import office_at
from onrecord.annotate.lexicon import lexicon
from onrecord.types import Parsed, Token

Votes = dict[str, float]
STATE = 2.0
"""Least votes for a state that no list has: one office or army of its own, or three acts of states."""
BY_PEOPLE = "a state by its people's name beside what only states have"
LIKELIEST = "the one name told of as a country's, beside an arm of a state without one"
"""Reasons by which a name is the state that a report is about."""
HINT = 0.5
"""Votes for a state by a people's name beside its own."""


def owning(mentions: Sequence[Mention], votes: dict[str, Votes]) -> None:
    """Adds what names of bodies tell of their owners: "Ubaria's Defence Ministry" makes a state of Ubaria."""
    for name in {m.name for m in mentions if m.role == "body"}:
        if (governed := realm_of(name)) in votes:
            votes[governed or ""]["state"] += STATE
    for name in {m.name.replace("’", "'") for m in mentions if m.role == "body" and "'s " in m.name.replace("’", "'")}:
        owner, _, rest = name.partition("'s ")
        if owner in votes and rest.lower().split()[-1] in words("countries", "learnt", "owned"):
            votes[owner]["state"] += STATE


def owned_by(name: str, states: set[str]) -> str | None:
    """The learnt state that owns a body by the body's name ("Ubaria's Defence Ministry", "Ubarian Navy"), or None."""
    owner, _, rest = name.replace("’", "'").partition("'s ")
    first, _, arm = name.partition(" ")
    if (governed := realm_of(name)) is not None:
        return governed
    if rest and owner in states:
        return owner
    return next((s for s in sorted(states) if demonym_of(first, s)), None) if stately(arm or first) else None


def realm_of(name: str) -> str | None:
    """The state in a body's name that is its government's ("Government of Tamara", "Government of the Republic of Tamara"), or None."""
    first, _, rest = name.partition(" of ")
    rest = rest.removeprefix("the ")
    realm, _, last = rest.partition(" of ")
    rest = last.removeprefix("the ") if last and realm.lower() in words("countries", "learnt", "realms") else rest
    proper = rest and all(w[:1].isupper() for w in rest.split()) and not {w.lower() for w in rest.split()} & words("bodies", "nouns", "words")
    return rest if proper and first.lower() in ("government", "armed forces", "parliament", "presidency") and rest.split()[0] != "National" else None


def stately(name: str) -> bool:
    """Whether a body's name is that of a state's arm, which is no party of its own whatever it does ("Federal Government")."""
    told = name.lower().split()
    return told[-1] in words("bodies", "state_arms", "last") or told[0] in ("ministry", "department")


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
    before = parsed.tokens[mention.first - 1] if mention.first else None
    if mention.name.endswith("ns") and before is not None and before.lower == "the":
        return 3 * HINT
    if not following or following[0].sent != parsed.tokens[mention.first].sent:
        return HINT
    if following[0].lower in words("offices", "speaking_for", "words") or office_at(following, 0) is not None:
        return STATE
    if following[0].lower in words("countries", "learnt", "cities"):
        return 2 * HINT
    return HINT if following[0].pos in ("NOUN", "ADJ") else 0.0


def state_behind(mention: Mention, votes: dict[str, Votes], parsed: Parsed) -> str | None:
    """The state that is never named itself but told by its people's name ("a Tarvani diplomat" → Tarvan, "the Sungaran army" → Sungara), or None."""
    after = parsed.tokens[mention.last] if mention.last < len(parsed.tokens) else None
    if mention.role != "name" or mention.kind is not None or " " in mention.name or after is None or len(mention.name) < SHORTEST:
        return None
    before = parsed.tokens[mention.first - 1] if mention.first else None
    counted = before is not None and before.lower in ("a", "an", "the", "two", "three", "senior", "'s", "’s")
    alone = not any(n != mention.name and mention.name in n.split() for n in votes)
    if not alone or not counted or mention.name in lexicon("countries")["learnt"]["faiths"]:
        return None
    if mention.name.endswith("i"):
        return mention.name[:-1] if after.lower in words("countries", "learnt", "serving") else None
    office = after.lower in words("offices", "offices", "modifiers") or office_at(parsed.tokens[mention.last : mention.last + 3], 0) is not None
    if after.text[0].islower() and (after.lower in words("countries", "learnt", "armed") or office) and mention.name.endswith(("an", "ese")):
        return mention.name.removesuffix("ese") if mention.name.endswith("ese") else mention.name[: -2 if mention.name.endswith("yan") else -1]
    return None


SHORTEST = 5
"""Letters of a people's name that alone can tell of a state."""


def behind_city(before: Sequence[Token], after: Sequence[Token]) -> bool:
    """Whether a name is told as the country of a dateline's city ("TESSO, Ardania, May 3", "TESSO, Ardania (Agency)")."""
    if len(before) < 2 or not after or before[-1].text != "," or after[0].text not in (",", "(", "—", "–", "-"):
        return False
    city = [t for t in before[:-1] if t.block == before[-1].block]
    return bool(city) and all(t.text.isupper() for t in city) and len(city[-1].text) > 2


def demonym_of(name: str, state: str) -> bool:
    """Whether *name* is *state* with the ending of a people's name ("Belmari")."""
    stem = state.rstrip("aeoy") if len(state) > 5 else state
    return name != state and name.startswith(stem) and name[len(stem) :] in words("countries", "learnt", "suffixes")


def state(votes: Votes, mention: Mention, parsed: Parsed) -> None:
    """Adds what speaks for a state that no list has: it owns an army or president, is called a kingdom, acts as states do."""
    tokens, head = parsed.tokens, parsed.tokens[mention.last - 1]
    owned, called = words("countries", "learnt", "owned"), words("countries", "learnt", "called")
    after = tokens[mention.last : mention.last + 2]
    portfolio = words("offices", "offices", "modifiers")
    beyond = tokens[mention.last + 1 : mention.last + 4]
    told = next((w for w in (t.lower for t in beyond) if w not in portfolio or w in owned), "")
    noun = next((t.lower for t in beyond if t.pos not in ("ADJ", "ADV", "PUNCT")), "")
    if len(after) == 2 and after[0].lower in ("'s", "’s", "'", "’") and (told in owned or noun in words("countries", "learnt", "parts")):
        votes["state"] += 2
    if after and after[0].lower in words("bodies", "place_nouns", "words"):
        return
    earlier = tokens[max(mention.first - 7, 0) : mention.first]
    parts = mention.name.split()
    corporate = parts[-1].lower() in words("bodies", "nouns", "words") or (len(parts) > 1 and any(p.isupper() and len(p) > 2 for p in parts))
    votes["state"] += 2.5 if (office_of(earlier) and not corporate) or behind_city(earlier, after) else 0
    if len(earlier) > 1 and earlier[-1].lower in ("in", "to") and earlier[-2].lower in words("countries", "learnt", "governing"):
        votes["state"] += 1.3
    if parts[-1].lower() in words("countries", "learnt", "realms") and len(parts) > 1:
        votes["state"] += 2.5
    ahead = tokens[mention.last].lower if mention.last < len(tokens) and tokens[mention.last].text[0].islower() else ""
    if ahead in words("countries", "learnt", "realms") and head.dep in ("compound", "nmod", "amod"):
        votes["state"] += 2.5
    beyond = tokens[mention.last : mention.last + 6]
    if len(beyond) > 2 and beyond[0].text == "," and beyond[1].lower in ("a", "the", "an") and any(t.lower in called for t in beyond[2:5]):
        votes["state"] += 2.5
    before = near(parsed, mention.first - 1, head)
    if before and before.lower == "and" and mention.first > 2 and tokens[mention.first - 2].pos == "PROPN":
        before = tokens[mention.first - 3]
    if before and before.lower == "between" and before.head.lemma in words("bodies", "dealings", "words"):
        votes["state"] += 2
    first = head.head if head.dep == "conj" and head.head.dep == "nsubj" else head
    if first.dep == "nsubj" and first.head.lemma in words("countries", "learnt", "acts"):
        votes["state"] += 0.7
        votes["state"] += 1.5 if twosome(parsed) and (first is not head or any(c.dep == "conj" for c in head.children)) else 0.0
    if head.dep == "nsubj" and any(c.dep == "acomp" and c.lower in words("countries", "learnt", "willing") for c in head.head.children):
        votes["state"] += 1.5


def twosome(parsed: Parsed) -> bool:
    """Whether the report speaks of "the two states", "both countries", "neither government": those that it names together are states."""
    nouns = words("countries", "learnt", "twosome")
    return any(t.lower in nouns and any(c.lower in ("both", "two", "either", "neither") for c in t.children) for t in parsed.tokens)


def near(parsed: Parsed, at: int, beside: Token) -> Token | None:
    """The token numbered *at* if it stands in the same sentence as *beside*."""
    if 0 <= at < len(parsed.tokens) and parsed.tokens[at].sent == beside.sent:
        return parsed.tokens[at]
    return None
