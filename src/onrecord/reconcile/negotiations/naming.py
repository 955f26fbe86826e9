"""One negotiation from the reports that tell of it: its name, its mediators, its days, its reasons."""

from __future__ import annotations

import hashlib
from collections import Counter

from onrecord.reconcile.negotiations.groups import Group
from onrecord.reconcile.negotiations.profiles import table
from onrecord.types import Interval, Negotiation


def named(group: Group, states: set[str]) -> Negotiation:
    """One negotiation from what its reports tell, named by parties and what is most at stake."""
    stakes = Counter({name: group.stakes[name] for name, of, _ in table("stakes")["rows"] if of == group.stake})
    stake = max(stakes, key=lambda s: (stakes[s], s))
    ordered = sorted(group.pair, key=lambda p: (p not in states, -group.single[p], p))
    identity = hashlib.sha256("\x1f".join((*sorted(group.pair), group.stake)).encode()).hexdigest()[:16]
    reasons = (
        f"{' and '.join(ordered)} owe, release, accept, refuse or fight each other in {len(group.reports)} reports (weight {group.weight:g})",
        f"at stake by words: {', '.join(f'{s} {n}' for s, n in stakes.most_common(3) if n)}",
        *(f"{p} is told of as a mediator {n} times" for p, n in group.mediators.most_common(5)),
    )
    carrying = tuple(p for p, n in sorted(group.mediators.items(), key=lambda row: (-row[1], row[0])) if n > 0)
    days = Interval(min(group.days), max(group.days)) if group.days else None
    return Negotiation(identity, f"{' – '.join(ordered)}: {stake}", tuple(ordered), carrying, stake, tuple(sorted(group.reports)), days, reasons)
