"""All minimal sets of figures that cannot all be true, by z3 and a small MARCO loop (Liffiton et al. 2016)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any

import z3

from onrecord.reconcile.ledgers.flows import Group, choices, disjoint, grouped, happenings, near, next_door, surely_after
from onrecord.reconcile.ledgers.rules import identities, is_flow, limit, words
from onrecord.reconcile.ledgers.sums import Book

ROUNDS = 200
"""Most rounds of the loop; 24 figures of which few conflict need under 60."""
ROUND, STEP = 100, 50
"""A number may be rounded from a hundred on, when it is a multiple of fifty."""
MOVING = ("held", "freed")
"""Counts that each release moves."""
CUMULATIVE = ("taken", "released", "rescued", "freed", "escaped", "bodies_recovered", "identified_later")


@dataclass(frozen=True, slots=True)
class Minimal:
    """A minimal set of groups that cannot all be true while no open term is assumed, and the terms that would each explain it."""

    groups: tuple[Group, ...]
    explained_by: tuple[str, ...]
    rounding: bool = False
    """Whether the round numbers among them, read as rounded, would settle it."""


@dataclass(slots=True)
class Model:
    """The equations of one ledger in z3: hard identities, one switch a figure, one switch an open term that is held at zero."""

    solver: Any
    figures: list[tuple[Any, Group]] = field(default_factory=list)
    wide: dict[int, Any] = field(default_factory=dict)
    """Switches of the round numbers, read as rounded."""
    closed: list[tuple[Any, str]] = field(default_factory=list)

    def possible(self, chosen: Iterable[int], closed: Iterable[int]) -> bool:
        """Whether the chosen figures can all be true with the chosen open terms at zero; undecided counts as possible."""
        switches = [self.figures[i][0] for i in chosen] + [self.closed[i][0] for i in closed]
        return bool(self.solver.check(*switches) != z3.unsat)

    def core(self) -> list[int]:
        """The figures that z3 names as the cause of the last impossibility: a small set, not yet minimal."""
        causes = {switch.get_id() for switch in self.solver.unsat_core()}
        return [i for i, (switch, _) in enumerate(self.figures) if switch.get_id() in causes]

    def loosely(self, chosen: Iterable[int], closed: Iterable[int]) -> bool:
        """The same with round numbers read as rounded."""
        switches = [self.wide.get(i, self.figures[i][0]) for i in chosen] + [self.closed[i][0] for i in closed]
        return bool(self.solver.check(*switches) != z3.unsat)


def minimal_sets(book: Book) -> list[Minimal]:
    """All minimal inconsistent sets of a ledger, smallest first, in an order that depends on the figures only.

    Where two parties hold people, each one's figures are taken by themselves, with those of which no party is told.
    """
    parties = sorted({v.party for v in book.values if v.party is not None})
    if len(parties) < 2:
        return sets_of(book)
    found = {tuple(sorted(i for g in m.groups for i in g.ids)): m for p in parties for m in sets_of(own(book, p))}
    return [found[k] for k in sorted(found)]


def own(book: Book, party: str) -> Book:
    """The figures of one party and those of none."""
    return Book(book.family, tuple(v for v in book.values if v.party in (None, party)))


def sets_of(book: Book) -> list[Minimal]:
    """The minimal sets among figures that may all be of one party."""
    chosen = softs(book)
    if len(chosen) < 2:
        return []
    model = build(book.family, chosen)
    every = list(range(len(model.closed)))
    if model.possible(range(len(chosen)), every):
        return []
    found = []
    for core in marco(model, every):
        terms = [model.closed[i][1] for i in every if model.possible(core, [j for j in every if j != i])]
        rounded = bool(set(core) & set(model.wide)) and model.loosely(core, every)
        found.append(Minimal(tuple(chosen[i] for i in core), tuple(terms), rounded))
    return sorted(found, key=lambda m: (len(m.groups), [g.ids for g in m.groups]))


def softs(book: Book) -> list[Group]:
    """The figures that go to the solver: totals of stocks and counts, and one largest set of surely disjoint flows."""
    takings = book.totals("taken")
    if any(disjoint(a, b) for a, b in combinations(takings, 2)):
        takings = ()
    states = grouped(v for v in book.values if v.measure in ("alive", "dead", "feared_dead") and v.of is None and not v.some)
    totals = [*takings, *book.totals("freed"), *book.totals("held"), *states]
    last = max((v.day for v in book.values if v.day is not None), default=dt.date.max)
    flows = happenings(book.flows, until=last)
    best = max(choices(flows), key=lambda s: (len(s), sum(g.low for g in s), [g.ids for g in s])) if flows else ()
    # Takings are what every sum rests on: however old, they are no stock that a later one replaces.
    known = sorted((g for g in totals if g.day is not None), key=lambda g: (g.day or dt.date.min, g.ids))
    late = [g for g in known if g.first.measure != "taken"][-int(limit("stocks")) :]
    dated = [g for g in known if g in late or g.first.measure == "taken"][-int(limit("soft")) :]
    largest = sorted(best, key=lambda g: (-g.low, g.ids))[: int(limit("soft")) - len(dated)]
    return [*dated, *(g for g in best if g in largest)]


def build(family: str, chosen: Sequence[Group]) -> Model:
    """The equations over one variable a measure and day.

    Each ledger has a context of its own: in one that is shared, z3's answers hang on what was asked before, and two runs over one record differ.
    """
    here = z3.Context()
    solver = z3.Solver(ctx=here)
    solver.set("rlimit", int(limit("steps")))
    rules = [i for i in identities() if family in i.families]
    days = buckets(chosen)
    names = sorted({t for r in rules for t in (*r.ins, *r.outs)})
    at = {(n, k): z3.Int(f"{n}@{k}", here) for n in names for k in range(len(days))}
    for variable in at.values():
        solver.add(variable >= 0)
    for k in range(len(days)):
        for rule in rules:
            solver.add(z3.Sum([at[t, k] for t in rule.ins]) == z3.Sum([at[t, k] for t in rule.outs]))
    for name in names:
        if name in CUMULATIVE:
            for k in range(1, len(days)):
                solver.add(at[name, k] >= at[name, k - 1])
    model = Model(solver)
    for term in sorted({t for r in rules for t in r.opens if t != "unknown"}):
        switch = z3.Bool(f"closed:{term}", here)
        solver.add(z3.Implies(switch, z3.And([at[term, k] == 0 for k in range(len(days))])))
        model.closed.append((switch, words(term)))
    switch = z3.Bool("closed:taken", here)
    solver.add(z3.Implies(switch, z3.And([at["taken", k] == at["taken", 0] for k in range(len(days))])))
    model.closed.append((switch, "taken since"))
    add_figures(model, chosen, days, at)
    return model


def buckets(chosen: Sequence[Group]) -> list[dt.date]:
    """The days of all figures, one told across midnight with the day before; counts of days farther apart may both be true, one after the other."""
    days: list[dt.date] = []
    for day in sorted(g.day for g in chosen if g.day is not None):
        if not days or not next_door(days[-1], day):
            days.append(day)
    return days


def add_figures(model: Model, chosen: Sequence[Group], days: Sequence[dt.date], at: dict[tuple[str, int], Any]) -> None:
    """One switch a figure: a stock or total bounds its variable, a flow adds to the count of its measure."""
    flows: list[tuple[str, int, Any, Group]] = []
    for i, group in enumerate(chosen):
        switch = z3.Bool(f"figure:{i}", model.solver.ctx)
        measure = group.first.measure
        k = max(n for n, d in enumerate(days) if group.day is not None and (d <= group.day or n == 0))
        variable = at[measure, k]
        if is_flow(measure) and measure in ("released", "rescued"):
            variable = z3.Int(f"flow:{i}", model.solver.ctx)
            model.solver.add(variable >= 0)
            flows.append((measure, k, variable, group))
        elif measure in MOVING:
            variable = at_some_moment(model, chosen, i, variable)
        model.solver.add(z3.Implies(switch, z3.And(bounds(variable, group))))
        model.figures.append((switch, group))
        if group.first.exact and group.low >= ROUND and group.low % STEP == 0:
            model.wide[i] = z3.Bool(f"wide:{i}", model.solver.ctx)
            slack = int(limit("rounding") * group.low)
            model.solver.add(z3.Implies(model.wide[i], z3.And(variable >= int(group.low) - slack, variable <= int(group.low) + slack)))
    for measure in ("released", "rescued"):
        mine = [(k, v, g) for m, k, v, g in flows if m == measure]
        for last in range(len(days)):
            for first in range(-1, last):
                inside = [v for k, v, group in mine if first < k <= last and (first < 0 or surely_after(group, days[first]))]
                if inside:
                    start = at[measure, first] if first >= 0 else z3.IntVal(0, model.solver.ctx)
                    model.solver.add(at[measure, last] - start >= z3.Sum(inside))


def at_some_moment(model: Model, chosen: Sequence[Group], i: int, variable: Any) -> Any:
    """The count of the held or the freed at some moment of its days: what is told as set free about them may not be in it yet."""
    group = chosen[i]
    about = sum(int(g.low) for g in chosen if g.bound and g.first.measure in ("released", "rescued") and near(g.day, group.day))
    if not about:
        return variable
    waiting = z3.Int(f"moment:{i}", model.solver.ctx)
    model.solver.add(waiting >= 0, waiting <= about)
    return variable + waiting if group.first.measure == "held" else variable - waiting


def bounds(variable: Any, group: Group) -> list[Any]:
    """`low <= variable <= high`, in whole persons or things."""
    found = [variable >= int(-(-group.low // 1))]
    if group.high is not None:
        found.append(variable <= int(group.high // 1))
    return found


def marco(model: Model, closed: Sequence[int]) -> list[tuple[int, ...]]:
    """Every minimal set of figures that is impossible while the open terms are closed, up to the stated limit."""
    size = len(model.figures)
    seeds = z3.Solver(ctx=model.solver.ctx)
    marks = [z3.Bool(f"in:{i}", model.solver.ctx) for i in range(size)]
    found: list[tuple[int, ...]] = []
    for _ in range(ROUNDS):
        if len(found) >= limit("sets") or seeds.check() != z3.sat:
            break
        answer = seeds.model()
        seed = [i for i in range(size) if not z3.is_false(answer.eval(marks[i]))]
        if model.possible(seed, closed):
            grown = grow(model, seed, closed)
            seeds.add(z3.Or([marks[i] for i in range(size) if i not in grown] or [z3.BoolVal(False, model.solver.ctx)]))
        else:
            core = shrink(model, closed)
            found.append(core)
            seeds.add(z3.Or([z3.Not(marks[i]) for i in core]))
    return sorted(set(found))


def grow(model: Model, seed: Sequence[int], closed: Sequence[int]) -> set[int]:
    """A largest possible set around a possible one."""
    kept = list(seed)
    for i in range(len(model.figures)):
        if i not in kept and model.possible([*kept, i], closed):
            kept.append(i)
    return set(kept)


def shrink(model: Model, closed: Sequence[int]) -> tuple[int, ...]:
    """A minimal impossible set within the cause of the impossibility just found."""
    kept = model.core()
    for i in list(kept):
        rest = [j for j in kept if j != i]
        if not model.possible(rest, closed):
            kept = rest
    return tuple(sorted(kept))
