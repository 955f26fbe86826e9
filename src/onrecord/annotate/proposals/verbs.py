"""What verbs say was done with a text: tabled, carried, answered, changed, taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from onrecord.annotate.clauses import clause_span, party_at, speaker_at, subject
from onrecord.annotate.clauses.syntax import agent
from onrecord.annotate.commitments.accounts import blamed, denied
from onrecord.annotate.draft import Draft
from onrecord.annotate.proposals.found import Found, Text, words
from onrecord.annotate.proposals.reality import is_real, outcome
from onrecord.types import ProposalRole, Span, Token

ANSWERS = ("accepts", "rejects", "studies", "reply")
PASSING = frozenset({"deliver", "give", "send", "bring", "take", "share", "carry", "pass", "hand", "show"})
"""Verbs that pass on other things than texts too."""
OWN: tuple[ProposalRole, ...] = ("tabled", "amended", "withdrawn")


def verbs_over(noun: Token) -> Iterator[tuple[Token, str]]:
    """The verbs that govern *noun*, each with the preposition or particle between them ("" for an object)."""
    for verb, prep in direct(noun):
        yield verb, prep
        above = verb.head
        if verb.dep == "conj" and above.pos == "VERB" and above.has("dobj", "ccomp", "xcomp") is None and not above.has("nsubjpass"):
            yield above, ""  # "studied and rejected the plan"
        if verb.has("nsubjpass") is noun:
            yield from ((c, "") for c in verb.children if c.dep == "conj" and c.pos == "VERB" and c.has("nsubjpass", "nsubj", "dobj") is None)


def direct(noun: Token) -> Iterator[tuple[Token, str]]:
    """The verbs of which *noun* is object, passive subject, prepositional object, or which describe it."""
    at = noun
    while at.dep == "conj" or (at.dep == "pobj" and at.head.lower == "of" and at.head.head.lemma.lower() in words("texts", "partitive")):
        at = at.head if at.dep == "conj" else at.head.head
        if at is at.head:
            return
    head = at.head
    if at.dep in ("dobj", "nsubjpass", "dative", "oprd") and head.pos in ("VERB", "AUX"):
        yield head, next((c.lower for c in head.children if c.dep == "prt"), "")
    elif at.dep == "pobj" and head.dep in ("prep", "prt", "advmod", "agent"):
        verb, inner = head.head, head.lower
        if verb.dep in ("prt", "prep", "advmod") and verb.head.pos == "VERB":
            verb, inner = verb.head, f"{verb.lower} {inner}"
        if verb.pos == "VERB":
            particle = next((c.lower for c in verb.children if c.dep == "prt"), None)
            yield verb, f"{particle} {inner}" if particle and " " not in inner else inner
    for child in noun.children:
        if child.i > noun.i and child.pos == "VERB" and (child.dep == "relcl" or (child.dep == "acl" and child.tag == "VBN")):
            own = child.has("dobj")
            if own is None or own.tag in ("WDT", "WP"):
                yield child, next((c.lower for c in child.children if c.dep == "prt"), "")


def listed(verb: Token, prep: str, section: str, name: str) -> bool:
    """Whether *verb* with its preposition stands in a list."""
    entries = words(section, name)
    return (f"{verb.lemma} {prep}" if prep else verb.lemma) in entries or (" " in prep and f"{verb.lemma} {prep.split()[0]}" in entries)


def by_verbs(draft: Draft, text: Text) -> Iterator[Found]:
    """Everything that verbs say was done with *text*."""
    for verb, prep in verbs_over(text.noun):
        if verb.dep in ("amod", "compound") or denied(verb):
            continue
        yield from told(draft, text, verb, prep)


def told(draft: Draft, text: Text, verb: Token, prep: str) -> Iterator[Found]:
    """What one verb says of *text*."""
    answer = next((n for n in ANSWERS if listed(verb, prep, "answers", n)), None)
    if answer is not None:
        value = outcome(verb, answer)
        if value is not None:
            yield made(draft, text, verb, "answered", value)
        return
    if not is_real(verb):
        return
    if listed(verb, prep, "amended", "verbs"):
        yield made(draft, text, verb, "amended")
    elif listed(verb, prep, "withdrawn", "verbs") and (verb.lemma != "take" or said_behind(draft, verb, "off the table")):
        yield made(draft, text, verb, "withdrawn")
    else:
        yield from moved(draft, text, verb, prep)


def moved(draft: Draft, text: Text, verb: Token, prep: str) -> Iterator[Found]:
    """A text that was put on the table or passed on, and through whom."""
    receiver = received(text, verb, prep)
    if receiver is not None:
        sender = under(verb, frozenset({"from"})) or agent(verb) or text.owner
        yield made(draft, text, verb, "tabled", Ends(sender, receiver))
    elif not fits(draft, text, verb, prep):
        return
    elif listed(verb, prep, "transfer", "carried"):
        own = text.owner is not None and text.owner.pos == "PRON"  # "conveyed its proposal"
        yield made(draft, text, verb, "tabled" if own else "carried")
    elif verb.lemma == "present" and prep == "with" and subject(verb) is not None:
        yield made(draft, text, verb, "tabled")
    elif listed(verb, prep, "transfer", "either") or listed(verb, prep, "tabled", "verbs"):
        other = text.whose is not None and text.whose != party(draft, subject(verb)) and listed(verb, prep, "transfer", "either")
        yield made(draft, text, verb, "carried" if other else "tabled")
    else:
        return
    for prep_word in verb.children:
        through = prep_word.has("pobj") if prep_word.dep == "prep" and prep_word.lower in words("transfer", "through") else None
        who = party(draft, through)
        if who is not None and through is not None:
            span = clause_span(draft.parsed, verb, owner=subject(verb))
            yield Found(text, Span(prep_word.start, through.end), span, "carried", who, None, party(draft, goal(text, verb)), "through")


def fits(draft: Draft, text: Text, verb: Token, prep: str) -> bool:
    """Whether a verb of wide meaning puts this very noun on the table."""
    if verb.lemma in ("put", "lay") and not prep:
        return said_behind(draft, verb, "on the table") or goal(text, verb) is not None or said_behind(draft, verb, "before")
    if prep in ("", "over", "on") and verb.lemma in PASSING and not text.sure and text.owner is None:
        return goal(text, verb) is not None  # "the package had been delivered"
    if verb.lemma in ("make", "draw", "give", "share", "show", "announce", "publish", "write", "produce", "issue") and not prep:
        return text.sure or text.noun.lemma == "offer"
    return True


def said_behind(draft: Draft, verb: Token, phrase: str) -> bool:
    """Whether *phrase* follows *verb* in its sentence."""
    tokens = draft.parsed.tokens[verb.i : draft.parsed.sentence_of(verb).last]
    return f" {phrase} " in f" {' '.join(t.lower for t in tokens)} "


def received(text: Text, verb: Token, prep: str) -> Token | None:
    """Who was given the text, where that is the subject: "received a draft", "was handed a draft", "was presented with a draft"."""
    if verb.lemma in words("transfer", "received") and not verb.has("auxpass"):
        return subject(verb)
    passive = verb.has("nsubjpass")
    if passive is not None and passive is not text.noun and listed(verb, prep, "transfer", "handed"):
        return passive
    return None


def under(verb: Token, prepositions: frozenset[str]) -> Token | None:
    """The object of one of *prepositions* at *verb*."""
    found = next((c.has("pobj") for c in verb.children if c.dep in ("prep", "dative") and c.lower in prepositions), None)
    return found if found is None or found.ent not in ("DATE", "TIME") else None


def goal(text: Text, verb: Token) -> Token | None:
    """To whom: an indirect object, or "to X" at the verb or at the noun."""
    indirect = verb.has("dative")
    if indirect is not None and indirect.pos != "ADP" and indirect is not text.noun:
        return indirect
    if indirect is not None and indirect.has("pobj") is not None:
        return indirect.has("pobj")
    first = verb.has("dobj")
    if first is not None and first.i < text.noun.i and first is not text.noun:  # "handed the delegation a draft", read as two objects
        return first
    behind = next((c.has("pobj") for c in text.noun.children if c.dep in ("prep", "dative") and c.lower == "to"), None)
    return under(verb, frozenset({"to", "before", "with"})) or behind


def party(draft: Draft, token: Token | None) -> str | None:
    """The party that *token* stands for."""
    return party_at(draft, token) if token is not None else None


def doer(draft: Draft, text: Text, verb: Token) -> Token | None:
    """Who does what *verb* says with the text; of an accusation the one who is accused."""
    if verb.has("nsubjpass") is not None or (verb.dep == "acl" and verb.tag == "VBN"):
        return agent(verb)
    who = blamed(verb)
    return None if who is text.noun else who


@dataclass(frozen=True, slots=True)
class Ends:
    """Who sent a text to whom, where the one who received it is the subject."""

    sender: Token | None = None
    receiver: Token | None = None


UNSENT = Ends()


def made(draft: Draft, text: Text, verb: Token, role: ProposalRole, more: Ends | str = UNSENT) -> Found:
    """The finding that *verb* makes of *text*; *more* is what was answered, or who sent it to whom."""
    answer, ends = (more, UNSENT) if isinstance(more, str) else (None, more)
    to = ends.receiver
    who = ends.sender if to is not None else doer(draft, text, verb)
    span = clause_span(draft.parsed, verb, owner=who if who is not None and who.i < verb.i else to)
    if verb.dep in ("relcl", "acl"):
        span = Span(min(span.start, text.noun.start), max(span.end, text.noun.end))
    target = to or (goal(text, verb) if role in ("tabled", "carried") else None)
    name = party(draft, who)
    if name is None and role in OWN and verb.has("nsubjpass") is not None and to is None:
        name = text.whose if role != "amended" else None
    if name is None and who is not None and role == "answered":
        name = speaker_at(draft, span) if who.pos == "PRON" else None
    value: object = answer if answer != "reply" else None
    return Found(text, Span(verb.start, verb.end), span, role, name, value, party(draft, target), f"{role}: {verb.lemma}", 0.75)  # type: ignore[arg-type]
