"""One negotiation from the reports that tell of it: its name, its mediators, its days, its reasons."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence

from onrecord.reconcile.negotiations.profiles import Profile, table
from onrecord.types import Interval, Negotiation


def named(pair: tuple[str, ...], group: str, members: Sequence[Profile], states: set[str]) -> Negotiation:
    """One negotiation from the reports that tell of it, named by parties and what is most at stake."""
    stakes: Counter[str] = Counter()
    mediators: Counter[str] = Counter()
    for member in members:
        stakes.update({name: member.stakes[name] for name, of, _ in table("stakes")["rows"] if of == group})
        mediators.update({p: n for p, n in member.mediators.items() if p not in pair})
    stake = max(stakes, key=lambda s: (stakes[s], s))
    ordered = sorted(pair, key=lambda p: (p not in states, -sum(m.single[p] for m in members), p))
    days = [m.day for m in members if m.day is not None]
    identity = hashlib.sha256("\x1f".join((*sorted(pair), group)).encode()).hexdigest()[:16]
    weight = sum(m.pairs.get(pair, 0.0) for m in members)
    reasons = (
        f"{' and '.join(ordered)} owe, release, accept, refuse or fight each other in {len(members)} reports (weight {weight:g})",
        f"at stake by words: {', '.join(f'{s} {n}' for s, n in stakes.most_common(3) if n)}",
        *(f"{p} is told of as a mediator {n} times" for p, n in mediators.most_common(5)),
    )
    carrying = tuple(p for p, n in sorted(mediators.items(), key=lambda row: (-row[1], row[0])) if n > 0)
    return Negotiation(
        identity, f"{' – '.join(ordered)}: {stake}", tuple(ordered), carrying, stake,
        tuple(sorted(m.report for m in members)), Interval(min(days), max(days)) if days else None, reasons,
    )
