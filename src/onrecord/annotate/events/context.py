"""What the whole report tells of who holds the captives and who fights or talks with whom, to fill in what a clause leaves out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.frame import obliques, verb_frame
from onrecord.annotate.events.kinds import in_class, is_party, is_people
from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.names import name, participant
from onrecord.annotate.events.roles import Roles
from onrecord.annotate.events.trigger import Trigger
from onrecord.types import EventType, Parsed, Token

QUARREL: frozenset[EventType] = frozenset(
    {"attack", "operation", "capture", "release", "breach", "truce_end", "truce_start", "truce_extend", "exchange", "agree", "reject", "accuse"}
)
MILD: frozenset[EventType] = frozenset({"agree", "reject", "accuse", "demand", "accept", "threaten", "protest"})
"""Types that outsiders do as well; they count half."""
HOLDING = {"hold": 3, "take": 3, "capture": 3, "seize": 3, "kidnap": 3, "abduct": 3, "detain": 3, "keep": 3, "imprison": 3, "jail": 3, "release": 1, "free": 1}
"""Verbs of which the doer holds people, with the weight of their vote: who frees may also be a rescuer."""


@dataclass(frozen=True, slots=True)
class Context:
    """Names to fall back on."""

    captors: dict[str, str]
    """Who holds those called by this noun ("hostage", "prisoner")."""
    captor: str | None
    """The one captor of the report, if exactly one is known."""
    parties: tuple[str, ...]
    """The two sides of the quarrel, or fewer."""
    usual: dict[str, str]
    """The usual doer of a type."""
    aims: dict[str, str]
    """What events of a type are usually directed at."""
    named: tuple[str, ...] = ()
    """The two parties that the report names most, for "both sides" where what is done does not show who they are."""

    def opponent(self, side: str | None) -> str | None:
        """The other of two parties."""
        if side not in self.parties or len(self.parties) != 2:
            return None
        return self.parties[1 - self.parties.index(side)]


def side_of(token: Token, cast: Cast) -> str | None:
    """The party or country that *token* stands for, else its own name."""
    known = participant(token, cast)
    if known is None:
        return None
    return known.side or (known.name if known.kind in ("body", "state", "group") else None)


def party_name(token: Token, cast: Cast) -> str | None:
    """The side that *token* stands for, or the plain name of a body, place or group that acts like one."""
    if any(c.dep in ("nummod", "quantmod") for c in token.children) or token.pos == "NUM":
        return None
    side = side_of(token, cast)
    if side is not None:
        return side
    known = participant(token, cast)
    if known is not None:
        return known.name if known.kind == "place" and token.dep != "pobj" else None
    return name(token, cast) if token.lemma in word_class("party") or token.ent in ("ORG", "GPE") else None


def context_of(parsed: Parsed, triggers: tuple[Trigger, ...], explicit: tuple[Roles, ...], cast: Cast) -> Context:
    """The context of one report, by votes of its clauses."""
    captors = captor_votes(parsed, cast)
    whole: Counter[str] = Counter()
    for votes in captors.values():
        whole.update(votes)
    usual: dict[str, Counter[str]] = {}
    aims: dict[str, Counter[str]] = {}
    for trigger, roles in zip(triggers, explicit, strict=True):
        sides_here = [s for t in trigger.frame.subjects[:1] if (s := side_of(t, cast))]
        for actor in sides_here or [a for a in roles.actors[:1] if cast.named(a) is not None]:
            usual.setdefault(trigger.rule.type, Counter())[actor] += 1
        for aim in roles.targets[:1] or ([roles.place] if roles.place else []):
            aims.setdefault(trigger.rule.type, Counter())[aim] += 1
    sides = quarrel_votes(triggers, cast)
    sides.update({k: 2 * v for k, v in whole.items()})
    sides.update(between_votes(parsed, cast))
    neutral = mediators(parsed, cast)
    parties = tuple(n for n, v in sides.most_common() if n not in neutral and v >= 2)[:2]
    return Context(
        {k: top(v) or "" for k, v in captors.items()},
        top(whole),
        parties,
        {k: n for k, v in usual.items() if (n := top(v))},
        {k: n for k, v in aims.items() if (n := top(v))},
    )


def top(votes: Counter[str]) -> str | None:
    """The name with most votes when it has at least three of five of them."""
    if not votes:
        return None
    best, count = votes.most_common(1)[0]
    return best if count / sum(votes.values()) >= 0.6 else None


def captor_votes(parsed: Parsed, cast: Cast) -> dict[str, Counter[str]]:
    """Who is told to hold, take or free people, by the noun for those people."""
    votes: dict[str, Counter[str]] = {}
    for token in parsed.tokens:
        if token.lemma not in HOLDING or token.pos != "VERB":
            continue
        frame = verb_frame(token)
        heads = [t for t in frame.objects if is_people(t, cast) or in_class(t, "people", cast)]
        doers = [s for t in frame.subjects if is_party(t, cast) and (s := side_of(t, cast) or name(t, cast))]
        if (
            token.lemma == "take"
            and not any(t.lower in ("hostage", "captive", "prisoner") for t in token.subtree())
            and not any(in_class(t, "captives", cast) for t in heads)
        ):
            continue
        for head in heads:
            for doer in doers:
                votes.setdefault(head.lemma, Counter())[doer] += HOLDING[token.lemma]
    captives = word_class("captives")
    for token in parsed.tokens:
        if token.lemma in ("captivity", "custody") and (owner := jail(token, cast)):
            votes.setdefault("captive", Counter())[owner] += 3
        if token.lemma in captives and token.dep != "compound":
            for prep, below in obliques(token):
                if prep in ("in", "by") and (found := jail(below, cast)):
                    votes.setdefault(token.lemma, Counter())[found] += 3
    return votes


def jail(token: Token, cast: Cast) -> str | None:
    """Whose prison or hands a noun names."""
    if token.lemma in ("prison", "jail", "custody", "captivity", "hand", "detention"):
        owners = [c for c in token.children if c.dep in ("amod", "poss", "compound")]
        return next((s for c in owners if (s := side_of(c, cast))), None)
    return None


def quarrel_votes(triggers: tuple[Trigger, ...], cast: Cast) -> Counter[str]:
    """How often each side acts or is acted on in what parties to a quarrel do."""
    votes: Counter[str] = Counter()
    for trigger in triggers:
        if trigger.rule.type not in QUARREL | MILD:
            continue
        frame = trigger.frame
        acted = () if trigger.rule.type in ("release", "capture", "exchange") else frame.objects
        around = (*frame.subjects, *frame.at("against", "on", "between", "with", "and"), *acted)
        weight = 1 if trigger.rule.type in MILD else 2
        for side in dict.fromkeys(s for t in around if (s := party_name(t, cast))):
            votes[side] += weight
    return votes


def between_votes(parsed: Parsed, cast: Cast) -> Counter[str]:
    """Those between whom there is a truce, a deal or a war; talks count less, for mediators talk too."""
    votes: Counter[str] = Counter()
    made, talks = word_class("truce") | word_class("deal") | word_class("fight"), word_class("talks")
    for token in parsed.tokens:
        weight = 3 if token.lemma in made else 1 if token.lemma in talks else 0
        if weight:
            named = [t for p, t in obliques(token) if p == "between"]
            votes.update({n: weight for t in named if (n := party_name(t, cast))})
    return votes


def mediators(parsed: Parsed, cast: Cast) -> frozenset[str]:
    """Those told to mediate or carry messages."""
    found: set[str] = set()
    mediating = word_class("mediating")
    for token in parsed.tokens:
        if token.lemma in mediating or token.lower in mediating:
            near = [*token.children, token.head, *token.head.children]
            found.update(s for t in near if t.dep in ("nsubj", "poss", "amod", "appos", "compound", "npadvmod", "nmod") and (s := side_of(t, cast)))
        if token.lower in ("through", "via"):
            found.update(s for c in token.children for t in (c, *c.children) if (s := side_of(t, cast)))
    return frozenset(found)
