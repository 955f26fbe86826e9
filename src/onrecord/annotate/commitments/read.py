"""Reads what somebody owes under an agreement or ultimatum, and accounts of whether it was kept."""

from __future__ import annotations

from onrecord.annotate.clauses.syntax import negated
from onrecord.annotate.clauses.when import VAGUE
from onrecord.annotate.commitments.followed import followed_commitments
from onrecord.annotate.commitments.found import Found
from onrecord.annotate.commitments.sides import other_party
from onrecord.annotate.commitments.table import candidates
from onrecord.annotate.commitments.terms import words
from onrecord.annotate.draft import Draft
from onrecord.annotate.holding import holder
from onrecord.annotate.positions.read import SHORT, negotiating
from onrecord.types import Commitment, Confidence, Problem, Span, Time, Token, When

ENOUGH = 3
"""Different words of the trade that a report of full length needs before anything in it is read as owed."""


REPEATED = 6
"""Words around a time within which "each" or "every" make it one that comes again."""
OMITTED = "not done"
UNTIL = frozenset({"by", "within", "until", "till", "before", "than", "inside"})


def read_commitments(draft: Draft) -> tuple[tuple[Commitment, ...], tuple[Problem, ...]]:
    """The commitments of one report in the order of the text, and what was not understood."""
    if negotiating(draft) < (1 if len(draft.parsed.tokens) < SHORT else ENOUGH):
        return (), ()
    found = distinct([f for f in candidates(draft) if not asked(draft, f)])
    found = untold_totals(found)
    answers = [f for f in followed_commitments(draft, found) if not asked(draft, f)]
    found = distinct([*(f for f in found if not answered(f, answers)), *answers])
    found.sort(key=lambda f: (f.span.start, f.span.end))
    return tuple(commitment(draft, f, i) for i, f in enumerate(found, 1)), ()


def asked(draft: Draft, found: Found) -> bool:
    """Whether the words are a question: nothing is owed or broken by it."""
    sentence = draft.parsed.sentence_of(found.trigger)
    return any(t.text == "?" for t in draft.parsed.tokens[found.trigger.i : sentence.last])


def answered(found: Found, answers: list[Found]) -> bool:
    """Whether a release told by who was let go answers a duty, which says better who let them go."""
    unnamed = found.rule == "done" and found.trigger.has("nsubjpass") is not None and found.trigger.has("agent") is None
    return (found.rule == "went free" or unnamed) and any(same(found.span, a.span) for a in answers)


def untold_totals(found: list[Found]) -> list[Found]:
    """*found* without the breaches of all together where each side's share of them is told."""
    told = {f.trigger.sent for f in found if f.rule == "share"}
    return [f for f in found if f.rule not in ("breach", "broken") or f.trigger.sent not in told]


def distinct(found: list[Found]) -> list[Found]:
    """One commitment an obligor and clause; of two readings of the same words the account of keeping or breaking stays."""
    kept: list[Found] = []
    for one in found:
        if not any(other.obligor == one.obligor and same(one.span, other.span) for other in kept):
            kept.append(one)
    return [f for f in kept if not told_of(f, kept) and not shared_out(f, kept)]


def shared_out(owed: Found, kept: list[Found]) -> bool:
    """Whether words are a share of a term, which is owed by whoever owes the term and not by another that a noun in them names."""
    return owed.rule != "batch" and any(f.rule == "batch" and f.span == owed.span and f.obligor != owed.obligor for f in kept)


def told_of(owed: Found, kept: list[Found]) -> bool:
    """Whether a duty is only the clause that says what was not done ("the list that it was to send came late"): one duty, one account."""
    relative = owed.account == "owed" and owed.trigger.dep in ("relcl", "xcomp") and not owed.ultimatum
    return relative and any(f.account == "breached" and f.obligor == owed.obligor and f.span != owed.span and f.span.holds(owed.span) for f in kept)


def same(one: Span, other: Span) -> bool:
    """Whether two spans hold mostly the same words."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0 and shared >= 0.5 * min(one.end - one.start, other.end - other.start)


def commitment(draft: Draft, found: Found, number: int) -> Commitment:
    """The commitment that a candidate becomes."""
    text = draft.parsed.report.text
    trigger = Span(found.trigger.start, found.trigger.end)
    by = holder(draft.attributions, found.span) or holder(draft.attributions, trigger)
    if by is None and (found.account != "owed" or found.rule == "ordered") and not isinstance(found.what, str):
        by = holder(draft.attributions, found.what)
    return Commitment(
        f"c{number}",
        found.span,
        found.obligor,
        duty(draft, found),
        found.account,
        found.obligee or other_party(draft, found.trigger, found.obligor),
        found.in_return.of(text) if found.in_return else None,
        due(draft, found),
        found.in_part,
        found.agreement.of(text) if found.agreement else None,
        by.id if by else None,
        Confidence(0.7, (f"{found.rule}: {found.trigger.text}",)),
    )


def duty(draft: Draft, found: Found) -> str:
    """What is owed, in a few words that open with a verb where the text allows."""
    if isinstance(found.what, str):
        return found.what
    what = found.what.of(draft.parsed.report.text)
    for opener in ("to ", "on ", "for ", "with "):
        what = what.removeprefix(opener)
    barred = found.account == "owed" and found.act is not None and (any(c.dep == "neg" for c in found.act.children) or by_neither(found.act))
    return f"not {what}" if barred else what


def by_neither(act: Token) -> bool:
    """Whether neither side is to do *act*."""
    who = act.has("nsubj")
    return who is not None and any(c.lower in ("neither", "no") for c in (who, *who.children))


def due(draft: Draft, found: Found) -> When | None:
    """When it falls due: the time after "by", "within", "until" or "no later than" in the words of an ultimatum or term; what comes again has no one day.

    Of what was not done, the day on which it was due, or on which it was not done.
    """
    if found.account == "breached":
        return missed(draft, found)
    if found.account != "owed":
        return None
    for time in draft.times:
        if not found.span.holds(time.span) or again(draft, time) or afloat(draft, time):
            continue
        first = draft.parsed.within(time.span)[0]
        before = [t.lower for t in draft.parsed.tokens[max(first.i - 3, 0) : first.i]]
        if first.lower in UNTIL and first is not draft.parsed.within(time.span)[-1]:  # "within two weeks" is one expression of time
            return When(time.id, "until", reason=f"“{first.lower} …”")
        if before[-2:] in (["deadline", "of"], ["ultimatum", "of"], ["due", "on"]) or set_for(draft, time):
            return When(time.id, "until", reason="the deadline that was set")
        if before and (before[-1] in UNTIL or (before[-1] in ("the", "about") and before[-2:-1] and before[-2] in UNTIL)):
            if found.act is not None and lasting(found.act) and {"until", "till", "before"} & set(before[-2:]):
                continue
            return When(time.id, "until", reason=f"“{before[-1]} …”")
        if found.until is not None and time.span.overlaps(found.until):
            return When(time.id, "until")
    return own_day(draft, found)


def afloat(draft: Draft, time: Time) -> bool:
    """Whether a length of time says how long, or counts from what the report does not date ("by 90 days", "within 24 hours of the payment")."""
    tokens, held = draft.parsed.tokens, draft.parsed.within(time.span)
    after = tokens[held[-1].i + 1 : held[-1].i + 2]
    by = held[0].lower == "by" or (held[0].i > 0 and tokens[held[0].i - 1].lower == "by")
    return time.type == "DURATION" and (by or bool(after and after[0].lower in ("of", "from", "after")))


def lasting(act: Token) -> bool:
    """Whether an act goes on, so that what ends it is no day on which it is due ("keep pumping until 15 January", "no shot before Pentecost")."""
    return negated(act) or by_neither(act) or act.lemma in words("acts", "lasting")


def set_for(draft: Draft, time: Time) -> bool:
    """Whether a time is the name of a deadline: "a Friday deadline"."""
    last = draft.parsed.within(time.span)[-1]
    after = draft.parsed.tokens[last.i + 1 : last.i + 2]
    return bool(after) and after[0].lemma in ("deadline", "ultimatum") and last.dep in ("compound", "nmod", "amod", "npadvmod")


def again(draft: Draft, time: Time) -> bool:
    """Whether a time comes again ("on the evening before each release", "by seven every morning")."""
    sentence = draft.parsed.sentence_of(draft.parsed.within(time.span)[0])
    last = draft.parsed.within(time.span)[-1]
    told = draft.parsed.tokens[max(last.i - REPEATED, sentence.first) : min(last.i + REPEATED, sentence.last)]
    return any(t.lower in ("each", "every") and t.head.lower != "other" for t in told)


def missed(draft: Draft, found: Found) -> When | None:
    """The day of what was to be done and was not: "the list that was due on Saturday", "was not released on Sunday"."""
    for time in draft.times:
        if time.type not in ("DATE", "TIME") or time.expression.value in VAGUE or not found.span.holds(time.span):
            continue
        first = draft.parsed.within(time.span)[0]
        before = [t.lower for t in draft.parsed.tokens[max(first.i - 3, 0) : first.i]]
        if "due" in before:
            return When(time.id, "until", reason="“due …”")
        joins = draft.parsed.tokens[first.i - 1] if first.i else first
        if found.rule == OMITTED and before and before[-1] in ("on", "by") and joins.head.i == found.trigger.i:
            return When(time.id, "on" if before[-1] == "on" else "until", reason="the day on which it was not done")
    return None


def own_day(draft: Draft, found: Found) -> When | None:
    """The day that is named for a promised act itself ("to raise the matter next Tuesday")."""
    if found.act is None or found.ultimatum:
        return None
    told = [c for c in found.act.children if c.i > found.act.i and (c.dep == "npadvmod" or (c.dep == "prep" and c.lower in ("on", "at")))]
    beside = {t.i for c in told for t in c.subtree()}
    for time in draft.times:
        if time.type not in ("DATE", "TIME") or time.expression.value in VAGUE:
            continue
        if any(t.i in beside for t in draft.parsed.within(time.span)):
            return When(time.id, "on")
    return None
