"""Whether what a verb says was done, and which answer it comes to: "would not accept", "has yet to reply", "accepted with changes"."""

from __future__ import annotations

from onrecord.annotate.clauses import negated
from onrecord.annotate.proposals.found import words
from onrecord.types import Token

UNREAL = frozenset({"may", "might", "could", "should", "must", "can", "ca", "ought"})
FUTURE = frozenset({"will", "would", "shall", "wo", "'ll", "'d"})
OPEN = frozenset({"if", "unless", "until", "whether", "before", "till"})


def auxiliaries(verb: Token) -> set[str]:
    """The auxiliaries of *verb*, of a joined verb without its own those of the first."""
    found = {c.lower for c in verb.children if c.dep in ("aux", "auxpass")}
    if not found and verb.dep == "conj" and verb.tag == "VB" and verb.head.pos == "VERB":
        return auxiliaries(verb.head)
    return found


def above(verb: Token) -> Token:
    """The verb or adjective under which an infinitive stands; of joined infinitives the first one's."""
    at = verb
    while at.dep == "conj" and at.tag == verb.tag and at.head.pos == "VERB":
        at = at.head
    return at.head


def is_real(verb: Token) -> bool:
    """Whether it was done: no infinitive under a wish, no modal, no condition, not denied."""
    aux = auxiliaries(verb)
    if negated(verb) or aux & (UNREAL | FUTURE) or marked(verb) or (verb.tag == "VB" and not aux & {"did", "do", "does", "to"}):
        return False
    return "to" not in aux or (verb.tag == "VB" and above(verb).lemma in words("answers", "doing"))


def marked(verb: Token) -> bool:
    """Whether *verb* stands in a clause of condition."""
    at = verb
    while True:
        if at.dep in ("advcl", "pcomp", "ccomp") and any(c.lower in OPEN for c in at.children if c.dep in ("mark", "advmod")):
            return True
        if at.dep != "conj" or at.head is at:
            return False
        at = at.head


def outcome(verb: Token, answer: str) -> str | None:
    """What an answering verb comes to; None where it tells no answer ("urged them to accept"); "reply" where its content is not told."""
    aux, head = auxiliaries(verb), above(verb)
    if marked(verb) or (verb.dep == "conj" and neither(head)):
        return None
    if neither(verb):
        return "none_yet"
    if "to" in aux:
        return under_infinitive(verb, answer, head)
    denied = negated(verb)
    if denied and answer == "rejects":
        return "none_yet" if aux & {"has", "have", "had", "did"} else None
    if denied and answer in ("reply", "studies"):
        return "none_yet" if answer == "reply" or aux & {"has", "have", "had"} else None
    if denied:
        perfect = aux & {"has", "have", "had"} and verb.tag == "VBN"
        return "none_yet" if perfect else "rejects" if aux & (FUTURE | {"did", "does", "do", "can", "ca", "could"}) or verb.tag == "VBG" else None
    if aux & UNREAL or (aux & FUTURE and answer != "studies") or (verb.tag == "VB" and not aux):
        return None
    return told_answer(verb) if answer == "reply" else "accepts_with_changes" if answer == "accepts" and changed(verb) else answer


def under_infinitive(verb: Token, answer: str, head: Token) -> str | None:
    """The answer of an infinitive: "refused to accept", "has yet to respond", "agreed to study", "failed to answer"."""
    if head.lemma in words("answers", "refusing"):
        return "rejects" if answer == "accepts" and not negated(head) else "none_yet" if answer == "reply" else None
    yet = any(c.lower == "yet" for c in (*head.children, *verb.children))
    if (head.lemma == "have" and yet) or (head.lower == "yet") or (head.lemma == "fail" and answer == "reply"):
        return "none_yet"
    if head.lemma in words("answers", "doing") and not negated(head) and is_real(head):
        return told_answer(verb) if answer == "reply" else "accepts_with_changes" if answer == "accepts" and changed(verb) else answer
    return None


def neither(verb: Token) -> bool:
    """Whether *verb* opens a pair of which nothing was done ("neither accepted nor rejected")."""
    return any(c.lower == "neither" for c in verb.children) and any(c.lower == "nor" for c in verb.children)


def behind(verb: Token) -> str:
    """What hangs on *verb*, in lower case between blanks."""
    return f" {' '.join(t.lower for t in verb.subtree())} "


def changed(verb: Token) -> bool:
    """Whether an acceptance is hedged: with changes, in principle, only in part."""
    said = behind(verb)
    of = [t.head.head.lemma for t in verb.subtree() if t.dep == "pobj" and t.head.lower == "of"]
    part = any(noun in ("most", "part", "much", "some", "element", "half", "bulk") for noun in of)
    return part or any(f" {w} " in said for w in words("answers", "changed"))


def told_answer(verb: Token) -> str:
    """What a reply says, where an adverb or what it came with tells."""
    said = behind(verb)
    for name, value in (("qualified", "accepts_with_changes"), ("positive", "accepts"), ("negative", "rejects")):
        if any(f" {w} " in said for w in words("answers", name)):
            return value
    return "reply"
