"""What the words right beside a name tell of it: an age, a word of kin, a company's noun, an agency in a dateline."""

from __future__ import annotations

from onrecord.annotate.cast.gazetteer import words
from onrecord.annotate.cast.mentions import Mention
from onrecord.types import Parsed, Token


def dateline_at(parsed: Parsed, token: Token) -> bool:
    """Whether *token* stands in a block that is a dateline."""
    block = parsed.report.block_at(token.start)
    return block is not None and block.kind == "dateline"


def afloat(mention: Mention, parsed: Parsed) -> bool:
    """Whether a name is that of a vessel, told by the noun right before it ("the tanker Amber Star", "the bulk carrier Almeria"): no party."""
    at = mention.first - 1
    before = parsed.tokens[at] if at >= 0 and parsed.tokens[at].sent == parsed.tokens[mention.first].sent else None
    if before is None or not before.text[0].islower():
        return False
    vessels = words("bodies", "vessels", "words")
    return before.lower in vessels or (before.lower == "carrier" and at > 0 and parsed.tokens[at - 1].lower in words("bodies", "vessels", "carrying"))


def filing(mention: Mention, parsed: Parsed) -> float:
    """What speaks for a company: that it said something in a filing, or whose shares it is told of."""
    head = parsed.tokens[mention.last - 1]
    verb = head.head
    said = verb.pos == "VERB" and head.dep == "nsubj" and any(c.lower == "in" and any(n.lemma == "filing" for n in c.children) for c in verb.children)
    owned = head.dep == "poss" and head.head.lemma in ("share", "shareholder", "stock")
    return 5.0 if said or owned else 0.0


def publishing(mention: Mention, parsed: Parsed, before: Token | None, after: Token | None) -> float:
    """What speaks for an outlet: brackets in a dateline ("(Meridian)"), a word of the trade behind it ("Meridian radio"), that it reported."""
    head = parsed.tokens[mention.last - 1]
    if (before is not None and before.text == "(" and dateline_at(parsed, head)) or (after is not None and after.lower in words("bodies", "outlets", "media")):
        return 4.0
    return 1.0 if after is not None and after.lower == "reported" and head.dep == "nsubj" and head.ent in ("ORG", "") else 0.0


def personal(mention: Mention, parsed: Parsed) -> float:
    """What speaks for a person beside a name: an age behind it ("Hana, 41, who"), kin before it ("his wife, Hana,"), "by the name of"."""
    tokens, first, last = parsed.tokens, mention.first, mention.last
    after = [t.text for t in tokens[last : last + 3]]
    aged = len(after) == 3 and after[0] == "," and after[1].isdigit() and int(after[1]) < OLDEST and after[2] in (",", ".", ")")
    before = [t for t in tokens[max(first - 2, 0) : first] if t.sent == tokens[first].sent]
    kin = words("names", "gender", "male") | words("names", "gender", "female")
    own = bool(before) and (before[-1].lower in kin or (len(before) == 2 and before[1].text == "," and before[0].lower in kin))
    called = [t.lower for t in tokens[max(first - 3, 0) : first]]
    named = called[-3:] == ["by", "the", "name"] or called[-2:] in (["name", "of"], ["himself", "as"], ["herself", "as"])
    by = tokens[first - 1] if called[-1:] == ["as"] else None
    named = named or (by is not None and "identify" in (by.head.lemma, by.head.head.lemma))
    return (4.0 if aged else 0.0) + (3.0 if own else 0.0) + (4.0 if named else 0.0)


def impersonal(mention: Mention, parsed: Parsed) -> float:
    """What speaks for a body: that it said of itself what "it" would do or was ("Corvo Terminals said that it was pleased")."""
    head = parsed.tokens[mention.last - 1]
    said = head.head if head.dep == "nsubj" and head.head.pos == "VERB" else None
    told = said.has("ccomp") if said is not None else None
    subject = told.has("nsubj") if told is not None else None
    if told is None or subject is None or subject.lower != "it":
        return 0.0
    felt = told.has("acomp") if told.lemma == "be" else told
    if felt is not None and felt.lower in words("bodies", "feeling", "words"):
        return 2.0
    empty = told.lemma == "be" or any(c.dep in ("ccomp", "csubj") for c in told.children) or told.lemma in words("bodies", "weather", "words")
    return 0.0 if empty else 2.0


OLDEST = 111
"""Ages are below."""


def named_business(votes: dict[str, float], mention: Mention, before: Token | None) -> None:
    """Adds what speaks for a company or charity: its noun before the name ("the operator Delmar"), a legal form behind it ("Delmar AG")."""
    if before and before.lower in words("offices", "business", "nouns") and before.text[0].islower():
        votes["body"] += 4
    if before and before.text == "," and before.head.lower in words("offices", "business", "nouns") and before.head.i < before.i:
        votes["body"] += 4
    if before and before.lower == "based" and before.i == mention.first - 1:  # "Valetta-based Corvo Bulk"
        votes["body"] += 4
    parts = mention.name.split()
    if len(parts) > 1 and parts[-1].lower().rstrip(".") in words("bodies", "legal_forms", "words"):
        votes["body"] += 4
    if len(parts) == 2 and parts[-1].lower() in words("bodies", "legal_forms", "trades"):
        votes["body"] += 2
