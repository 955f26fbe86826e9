"""Figures: another headline, another sum that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from onrecord.reconcile.changes.fresh import Fresh, latest_days, told_on
from onrecord.reconcile.changes.match import matched
from onrecord.reconcile.changes.weigh import of_days, table, weight
from onrecord.types import Headline, Ledger, LedgerValue
from onrecord.types.changes import Change, ChangeKind

TEXTS = 2
"""Texts of their own that must tell a value which does not become the headline: one alone may have slipped."""


def figure_changes(before: Sequence[Ledger], after: Sequence[Ledger], fresh: Fresh) -> Iterator[Change]:
    """Headlines that changed or are new, and figures that do not add up with what was known."""
    for ledger, was in matched(before, after, lambda g: (v.statement for v in g.values)):
        news = set(fresh.of(v.statement for v in ledger.values))
        if not news:
            continue
        earlier = {h.measure: h for h in was.headlines} if was else {}
        known = {(v.measure, v.low, v.high) for v in was.values} if was else set()
        for headline in ledger.headlines:
            for made in headline_change(ledger, headline, earlier.get(headline.measure), fresh, news):
                again = (headline.measure, headline.low, headline.high) in known
                yield of_days(made, headline.as_of if again else told_on(fresh, made.statements))
        yield from value_changes(ledger, was, fresh, news)
        yield from sum_changes(ledger, was, fresh)


def headline_change(ledger: Ledger, headline: Headline, was: Headline | None, fresh: Fresh, news: set[str]) -> Iterator[Change]:
    """One measure: its first value, a new headline, or only more of the same."""
    mine = tuple(sorted({v.statement for v in ledger.values if v.measure == headline.measure} & news))
    told = tuple(s for s in headline.statements if s in news)
    share = float(table("measures").get(headline.measure, table("measures")["other"]))
    words = f"{ledger.title}: {headline.label}"
    if told and was is None:
        made = Change("", "new", "figure", words, weight("headline_new") * share, told, None, headline.label)
    elif told and was is not None and (was.low, was.high) != (headline.low, headline.high):
        kind: ChangeKind = "contradicts" if headline.open and not was.open else "updates"
        words += f", before {was.label}" + (" (difference open)" if headline.open else "")
        made = Change("", kind, "figure", words, weight("headline") * share, told, was.label, headline.label)
    elif mine:
        made = Change("", "confirms", "figure", words, weight("confirms"), mine)
    else:
        return
    yield replace(made, object=ledger.id, negotiation=ledger.negotiation)


def value_changes(ledger: Ledger, was: Ledger | None, fresh: Fresh, news: set[str]) -> Iterator[Change]:
    """For each measure the value that most added texts tell, at least two, and no report told before, where the headline stays another."""
    if was is None:
        return
    known = {(v.measure, v.low, v.high) for v in was.values}
    anew: dict[str, dict[tuple[float | None, float | None], list[LedgerValue]]] = {}
    for value in ledger.values:
        if value.statement in news and value.measure in table("stocks")["measures"] and (value.measure, value.low, value.high) not in known:
            anew.setdefault(value.measure, {}).setdefault((value.low, value.high), []).append(value)
    heads = {h.measure: h for h in ledger.headlines}
    for measure, values in anew.items():
        told = max(values.values(), key=lambda found: (fresh.texts(v.statement for v in found), found[0].label, found[0].statement))
        statements, head = tuple(dict.fromkeys(v.statement for v in told)), heads.get(measure)
        if fresh.texts(statements) < TEXTS or (head is not None and (head.low, head.high) == (told[0].low, told[0].high)):
            continue
        words = f"{ledger.title}: {told[0].label}, not told before" + (f"; the first value is still {head.label}" if head else "")
        share = float(table("measures").get(measure, table("measures")["other"]))
        made = Change("", "updates", "figure", words, weight("value") * share, statements, head.label if head else None, told[0].label)
        yield of_days(replace(made, object=ledger.id, negotiation=ledger.negotiation), told_on(fresh, statements))


def sum_changes(ledger: Ledger, was: Ledger | None, fresh: Fresh) -> Iterator[Change]:
    """The sums of one ledger that newly cannot be: one line for the sum of fewest figures, the others counted."""
    known = {line.sum for line in was.lines} if was else set()
    found = [n for n in ledger.lines if n.verdict == "does_not_add_up" and n.sum not in known and fresh.of(n.statements)]
    if found:
        first = min(found, key=lambda n: (len(n.statements), n.id))
        more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
        title = f"{ledger.title} do not add up: {first.sum}{more}"
        made = Change("", "contradicts", "figure", title, weight("sum"), fresh.of(first.statements), None, first.sum, ledger.id, ledger.negotiation)
        yield of_days(made, latest_days(fresh, made.statements))
