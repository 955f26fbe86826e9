"""Fills in the participants that a clause leaves to its context."""

from __future__ import annotations

from dataclasses import replace

from onrecord.annotate.cast import Cast
from onrecord.annotate.events.context import Context, side_of
from onrecord.annotate.events.lexicons import word_class
from onrecord.annotate.events.roles import Roles, arrives
from onrecord.annotate.events.trigger import Trigger

EACH = frozenset({"each", "the latter", "each other", "one another", "other", "the other", "other side", "the other side"})
"""What a reciprocal says: the doers are the targets."""
BOTH = frozenset({"truce_start", "truce_end", "truce_extend", "agree", "exchange"})
"""What two parties do together."""
BY_CAPTOR = frozenset({"release", "capture"})
AGAINST = frozenset({"reject", "breach", "demand", "agree", "accuse", "operation", "threaten", "warn", "propose", "message", "accept"})
"""Types whose target is the other party when none is named."""


def filled(trigger: Trigger, plain: Roles, context: Context, cast: Cast) -> Roles:
    """*plain* with actors and targets from the report's context where the clause names none."""
    kind = trigger.rule.type
    actors, targets = plain.actors, plain.targets
    if not actors:
        actors = doers(trigger, plain, context, cast)
    if not targets and kind == "operation" and trigger.is_noun and context.aims.get(kind) and context.aims[kind] not in actors:
        targets = (context.aims[kind],)
    launched = kind == "attack" and not trigger.is_noun and bool(trigger.frame.objects)
    if not targets and (kind in AGAINST or launched) and actors:
        side = next((s for t in trigger.frame.subjects if (s := side_of(t, cast))), actors[0])
        other = context.opponent(side)
        targets = (other,) if other and len(actors) == 1 else ()
    actors, targets = told_apart(actors, context), told_apart(targets, context)
    if any(is_each(t) for t in targets):
        targets = tuple(t for t in targets if not is_each(t)) or actors
    return replace(plain, actors=actors, targets=targets)


def told_apart(names: tuple[str, ...], context: Context) -> tuple[str, ...]:
    """ "Both sides" and the like as the two parties of the report, where they are known."""
    parties = context.parties if len(context.parties) == 2 else context.named
    if len(parties) != 2:
        return names
    out = [n for name in names for n in (parties if name.casefold() in word_class("both_sides") or is_each(name) else (name,))]
    return tuple(dict.fromkeys(out))


def is_each(name: str) -> bool:
    """Whether a name is only "the other" or "each", with what stands after it left aside ("the other of violations")."""
    return name.casefold().split(" of ")[0] in EACH


def held_of(trigger: Trigger, cast: Cast) -> tuple[str, ...]:
    """Whose people are taken or freed: the other party holds them."""
    people = (*trigger.frame.objects, *trigger.frame.at("of"))
    near = [t for p in people for t in (p, *p.children) if t is p or t.dep in ("amod", "compound", "poss", "nmod")]
    return tuple(dict.fromkeys(s for t in near if (s := side_of(t, cast))))


def doers(trigger: Trigger, plain: Roles, context: Context, cast: Cast) -> tuple[str, ...]:
    """Who acts when the clause does not say."""
    kind = trigger.rule.type
    if kind == "release" and trigger.head.lemma in word_class("receiving") and not trigger.frame.passive:
        other = next((o for t in trigger.frame.subjects if (o := context.opponent(side_of(t, cast)))), None)
        if other is not None:
            return (other,)
    if kind in BY_CAPTOR:
        lemmas = [t.lemma for t in (*trigger.frame.objects, *trigger.frame.at("of"), *trigger.head.children)]
        known = next((context.captors[w] for w in lemmas if context.captors.get(w)), context.captor)
        known = known or next((o for t in held_of(trigger, cast) if (o := context.opponent(t))), None)
        return (known,) if known else ()
    if kind in BOTH:
        return context.parties if len(context.parties) == 2 else ()
    if kind in ("resume_talks", "suspend_talks"):
        return context.parties if len(context.parties) == 2 else ()
    if kind == "message" and (trigger.frame.passive or (not trigger.is_noun and arrives(trigger, cast))):
        reached = (*plain.targets, *(s for t in trigger.frame.objects if (s := side_of(t, cast))))
        other = next((o for t in reached if (o := context.opponent(t))), None)
        return (other,) if other else ()
    if kind in ("operation", "attack"):
        usual = context.usual.get(kind)
        return (usual,) if usual else ()
    return ()
