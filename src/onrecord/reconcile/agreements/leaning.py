"""What a term asks for because another term asks for something, or because something was delivered: ratios, and lists on the eve."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from onrecord.reconcile.agreements.following import amount_words
from onrecord.reconcile.agreements.settings import of_unit
from onrecord.types import AgreementRule, AgreementTerm, Delivery, Due

Dues = defaultdict[dt.date, list[Due]]


def by(rule: AgreementRule) -> str:
    """ " by 20:00", or nothing."""
    return f" by {rule.clock}" if rule.clock else ""


@dataclass(frozen=True, slots=True)
class Leaning:
    """A ratio, and what it is a ratio over."""

    term: AgreementTerm
    rule: AgreementRule
    terms: Sequence[AgreementTerm]
    reported: Sequence[Delivery]

    def over(self, identity: str, unit: str) -> bool:
        """Whether it is over what the term *identity* asks for in *unit*: the ratio's own, or where it names none, what another party owes."""
        if identity == self.term.id or unit in ("days", "list"):
            return False
        if self.rule.per_unit is not None and self.rule.per_unit != self.rule.unit:
            return unit == self.rule.per_unit
        other = next((t for t in self.terms if t.id == identity), None)
        return other is not None and other.obligor != self.term.obligor

    def told(self, day: dt.date) -> tuple[float, float] | None:
        """Least and most of what is reported delivered on *day* of what it is over."""
        on_day = [d for d in self.reported if d.account == "delivered" and not d.total and d.date is not None and d.date.last == day]
        found = [d for d in on_day if self.over(d.term, d.unit)]
        lows, highs = [d.low for d in found if d.low is not None], [d.high for d in found if d.high is not None]
        return (min(lows), max(highs)) if lows and highs else None

    def due(self, low: float, high: float, of: str) -> Due:
        """What it asks for *low* to *high* of the other."""
        rule, per = self.rule, self.rule.per or 1
        rate = (rule.amount or 0) / per
        said = amount_words(low, high)
        sum_ = f"{rule.amount:g} × {said}" + (f" ÷ {per:g}" if per != 1 else "")
        why = f"{sum_} = {amount_words(low * rate, high * rate)}, for {of} ({rule.words})"
        return Due(self.term.id, low * rate, high * rate, rule.unit or self.term.about, why)


def at_ratio(leaning: Leaning, dues: Dues) -> None:
    """Adds what a ratio asks for on the days on which the other side's part is due, or is reported where no day is set for it."""
    for day, owed in list(dues.items()):
        for due in [d for d in owed if d.low and d.high and leaning.over(d.term, d.unit)]:
            told = leaning.told(day)
            made_of = leaning.due(due.low or 0, due.high or 0, f"the {of_unit(amount_words(due.low, due.high), due.unit)} due")
            if told is not None and told != (due.low, due.high):
                other = leaning.due(*told, f"the {of_unit(amount_words(*told), due.unit)} reported")
                low, high = min(made_of.low or 0, other.low or 0), max(made_of.high or 0, other.high or 0)
                made_of = Due(made_of.term, low, high, made_of.unit, f"{made_of.why}; {other.why}")
            dues[day].append(made_of)
    days = {d.date.last for d in leaning.reported if d.date is not None and d.date.last is not None}
    for day in sorted(days):
        told = leaning.told(day)
        if told is not None and not any(d.term == leaning.term.id for d in dues.get(day, ())):
            dues[day].append(leaning.due(*told, "what is reported delivered"))


def on_the_eve(term: AgreementTerm, rule: AgreementRule, dues: Dues) -> None:
    """Adds a list on the day before each delivery."""
    for day in sorted(day for day, owed in dues.items() if any(d.term != term.id and d.unit not in ("days", "list") and d.low for d in owed)):
        before = day - dt.timedelta(days=1)
        if not any(d.term == term.id for d in dues[before]):
            dues[before].append(Due(term.id, 1, 1, "list", f"a list{by(rule)} for the delivery of the next day ({rule.words})"))
