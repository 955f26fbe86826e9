"""Tellings of several reports → agreements: terms that ask for the same are one, with all their statements."""

from __future__ import annotations

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from onrecord.reconcile.agreements.terms import Telling, TermTold
from onrecord.reconcile.ordering import END, START, derived_id
from onrecord.reconcile.scene import Scene
from onrecord.types import AgreementRule, AgreementTerm, Interval

APART = 21
"""Days between two reports up to which tellings that contradict each other nowhere are of one agreement."""
COPIED = ("copy", "rewrite", "update", "wire")
"""Links by which one report has the other's text."""
Signature = tuple[object, ...]


@dataclass(slots=True)
class Draft:
    """An agreement on the way."""

    tellings: list[Telling] = field(default_factory=list)

    @property
    def starts(self) -> frozenset[dt.date]:
        """All days from which it is said to hold."""
        return frozenset(d for t in self.tellings for d in t.starts)

    @property
    def first(self) -> dt.date | None:
        """The first day that most tellings give; the earlier one of equals."""
        counts = Counter(d for t in self.tellings for d in t.starts)
        return min(counts, key=lambda d: (-counts[d], d), default=None)

    @property
    def rules(self) -> list[tuple[str, AgreementRule]]:
        """All rules with what their terms are about."""
        return [(t.about, r) for told in self.tellings for t in told.terms for r in t.rules]


def joined(scene: Scene, found: Sequence[Telling]) -> list[Draft]:
    """Tellings of one agreement put together, the earliest report first; an agreement without any rule is none that could run."""
    drafts: list[Draft] = []
    near: defaultdict[str, set[str]] = defaultdict(set)
    for link in scene.origin_links:
        if link.kind in COPIED:
            near[link.report].add(link.other)
            near[link.other].add(link.report)
    homes: defaultdict[tuple[str, str | None], set[int]] = defaultdict(set)
    ordered = sorted(found, key=lambda t: (*days_told(t), t.report))
    for telling in sorted(ordered, key=lambda t: not any(x.rules for x in t.terms)):
        asked = {("talks", telling.negotiation), *(("report", other) for other in near[telling.report])}
        fitting = sorted(set().union(*(homes[key] for key in asked if key in homes)))
        home = next((n for n in fitting if same(drafts[n], telling)), len(drafts))
        if home == len(drafts):
            drafts.append(Draft())
        drafts[home].tellings.append(telling)
        for key in (("talks", telling.negotiation), ("report", telling.report)):
            homes[key].add(home)
    return [d for d in drafts if d.rules]


def days_told(telling: Telling) -> tuple[dt.date, dt.date]:
    """First and last day on which a telling can have been published."""
    days = telling.published
    return ((days.first or START), (days.last or END)) if days is not None else (END, END)


def same(draft: Draft, telling: Telling) -> bool:
    """Whether a telling of the talks of *draft*, or of a copy of one of its reports, is of the same agreement: never where it contradicts."""
    if draft.starts and telling.starts and not draft.starts & frozenset(telling.starts):
        return False
    known = {signature(about, r) for about, r in draft.rules}
    told = {signature(t.about, r) for t in telling.terms for r in t.rules}
    if known & told:
        return True
    if {(s[0], s[1]) for s in known} & {(s[0], s[1]) for s in told}:
        return False
    return any(close(t, telling) for t in draft.tellings)


def close(one: Telling, other: Telling) -> bool:
    """Whether two reports may lie within some weeks of each other."""
    (first, last), (begin, end) = days_told(one), days_told(other)
    return END not in (last, end) and START not in (first, begin) and (begin - last).days <= APART and (first - end).days <= APART


def signature(about: str, rule: AgreementRule) -> Signature:
    """What two rules must share to be one."""
    return (about, rule.kind, rule.amount, rule.unit, rule.days, rule.every, rule.times, rule.clock, rule.eve)


def terms_of(draft: Draft) -> tuple[AgreementTerm, ...]:
    """The terms of an agreement: of one obligor and about one thing they are one; without an obligor they join the only one that is about the same."""
    groups: defaultdict[tuple[str, str], list[TermTold]] = defaultdict(list)
    for told in sorted((t for x in draft.tellings for t in x.terms), key=lambda t: (not t.rules, t.statement, t.what)):
        groups[told.obligor, told.about or told.line or told.statement].append(told)
    for who, about in [k for k in groups if not k[0]]:
        homes = [k for k in groups if k[0] and k[1] == about]
        if len(homes) == 1:
            groups[homes[0]].extend(groups.pop((who, about)))
    terms = [term(who, about, group) for (who, about), group in groups.items()]
    return tuple(sorted(terms, key=lambda t: (not t.rules, t.obligor, t.about, t.id)))


def term(who: str, about: str, group: Sequence[TermTold]) -> AgreementTerm:
    """One term of all who tell it; the words are those of a commitment before those of a sentence, then the shortest."""
    best = min(group, key=lambda t: (t.line is None, not t.rules, len(t.what), t.statement))
    rules: dict[Signature, AgreementRule] = {}
    for rule in (r for t in group for r in t.rules):
        before = rules.setdefault(signature(about, rule), rule)
        if before.per_unit is None and rule.per_unit is not None:
            rules[signature(about, rule)] = rule
    deadlines = [t.deadline for t in group if t.deadline is not None and not t.rules]
    statements = tuple(sorted({t.statement for t in group}))
    obligee = next((t.obligee for t in group if t.obligee and t.obligee not in who), None)
    return AgreementTerm(
        id=derived_id("term", statements[:1], who, about), obligor=who, what=best.what, obligee=obligee,
        in_return=next((t.in_return for t in group if t.in_return), None), deadline=deadlines[0] if deadlines else None, rules=tuple(rules.values()),
        statements=statements, commitment=next((t.line for t in group if t.line), None), about=about if best.about else "",
    )


def holds(first: dt.date | None, terms: Sequence[AgreementTerm]) -> Interval | None:
    """From when to when an agreement holds by its own terms."""
    if first is None:
        return None
    lengths = [int(r.amount) for t in terms for r in t.rules if r.kind == "lasts" and r.amount]
    return Interval(first, first + dt.timedelta(days=max(lengths) - 1) if lengths else None)


def with_lines(terms: Sequence[AgreementTerm], lines: dict[str, str]) -> tuple[AgreementTerm, ...]:
    """Terms with the commitment line of one of their statements."""
    return tuple(replace(t, commitment=t.commitment or next((lines[s] for s in t.statements if s in lines), None)) for t in terms)
