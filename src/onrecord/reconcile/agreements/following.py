"""What follows of a day from what was due and what was told, in words, each by whose account; never a finding of ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from onrecord.reconcile.agreements.settings import of_unit
from onrecord.types import Delivery, Due
from onrecord.types.agreements import DeliveryAccount

NOT_TOLD = "not reported in what was added"
MOST_TELLERS = 5
"""By whose account something is told that a line names; of more it counts the rest."""
STILL = "later than any report that was added"
AFTER: tuple[tuple[DeliveryAccount, str], ...] = (
    ("extended", "extended"), ("lapsed", "lapsed"), ("in breach", "in breach"), ("disputed", "disputed who broke it"), ("kept", "kept"),
)


def followed(due: Sequence[Due], told: Sequence[Delivery], asked: Mapping[str, float], *, late: bool = False) -> str:
    """One clause a thing due, running totals beside what was *asked* by each term so far, then what is said of the agreement as a whole."""
    clauses = [clause(d, [t for t in told if t.term == d.term and not t.total], late=late) for d in due if d.unit != "days"]
    for term, unit, number in dict.fromkeys((t.term, t.unit, amount_words(t.low, t.high)) for t in told if t.total):
        said = [t for t in told if t.total and (t.term, amount_words(t.low, t.high)) == (term, number)]
        of = f" of {asked[term]:,.10g} due by this day" if asked.get(term) else ""
        clauses.append(f"in all so far {of_unit(number, unit)}{of}, {by(said)}")
    for account, word in AFTER:
        for whose in sorted({t.whose for t in told if t.account == account}):
            said = [t for t in told if t.account == account and t.whose == whose]
            clauses.append(f"{word}{f' ({whose})' if whose else ''}{days_added(said)} {by(said)}")
    return "; ".join(clauses)


def clause(due: Due, told: Sequence[Delivery], *, late: bool) -> str:
    """What is told of one thing due."""
    name = "list" if due.unit == "list" else of_unit(amount_words(due.low, due.high), due.unit)
    counted = [t for t in told if t.account in ("delivered", "late")]
    missing = [t for t in told if t.account == "not delivered"]
    if not counted and not missing:
        return f"{name}: {STILL if late else NOT_TOLD}"
    groups: dict[str, list[Delivery]] = {}
    for one in counted:
        groups.setdefault("delivered late" if one.account == "late" else count(one, due), []).append(one)
    words = [f"{what}, {by(said)}" for what, said in groups.items()]
    if missing:
        words.append(f"not delivered, {by(missing)}")
    return f"{name}: {'; '.join(words)}"


def count(told: Delivery, due: Due) -> str:
    """ "8 delivered, as due", "6 delivered, 2 fewer than due"."""
    if told.low is None and told.high is None:
        return "delivered"
    number = amount_words(told.low, told.high)
    if due.low is not None and told.high is not None and told.high < due.low:
        return f"{number} delivered, {due.low - told.high:g} fewer than due"
    if due.high is not None and told.low is not None and told.low > due.high:
        return f"{number} delivered, {told.low - due.high:g} more than due"
    return f"{number} delivered, as due" if told.low is not None and (due.low is None or told.low >= due.low) else f"{number} delivered"


def amount_words(low: float | None, high: float | None) -> str:
    """A number or range in words."""
    if low is not None and low == high:
        return f"{low:,.10g}"
    if high is None:
        return f"at least {low:,.10g}" if low is not None else "some"
    return f"at most {high:,.10g}" if low is None else f"{low:,.10g} to {high:,.10g}"


def days_added(told: Sequence[Delivery]) -> str:
    """ " by 2 days" where an extension tells how many."""
    numbers = sorted({t.low for t in told if t.account == "extended" and t.low and t.unit == "days"})
    return f" by {' or '.join(f'{n:g}' for n in numbers)} day{'s' * (numbers != [1])}" if numbers else ""


def by(told: Iterable[Delivery]) -> str:
    """ "by the account of A and B"; of very many the rest are counted, their places stand with the day."""
    names = list(dict.fromkeys(t.told_by for t in told))
    if len(names) > MOST_TELLERS:
        names = [", ".join(names[: MOST_TELLERS - 1]), f"{len(names) - MOST_TELLERS + 1} more"]
    return f"by the account of {' and '.join(names)}"
