"""Chains: which attribution stands inside the content of which, and what the outer one tells of the inner."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.types import Attribution, Span

COUNTED = {"the two": 2, "both": 2, "the pair": 2, "the three": 3, "the four": 4, "all three": 3}
CITING = ("citing", "quoting")
OURS = frozenset({"our", "my"})
FIRST = frozenset({"i", "we", "me", "us", "my", "our"})


def nest(attributions: Sequence[Attribution], relays: Mapping[str, str]) -> tuple[Attribution, ...]:
    """The attributions with `inside` set to the innermost one whose content holds cue and content of the inner.

    *relays*: the outlet of a journalist, by the id of the attribution to him; what stands inside was told to it.
    """
    out = []
    for inner in attributions:
        best: Attribution | None = None
        size = 0
        for outer in attributions:
            if outer.id == inner.id or not holds(outer, inner):
                continue
            length = sum(s.end - s.start for s in outer.content_spans)
            if best is None or length < size:
                best, size = outer, length
        if best is None:
            out.append(inner)
            continue
        audience = inner.audience
        if audience is None and inner.source_class not in ("document", "outlet"):
            audience = best.source if best.source_class == "outlet" else relays.get(best.id)
        out.append(replace(inner, inside=best.id, audience=audience))
    return tuple(out)


def holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether the cue and the first content of *inner* stand in the content of *outer*."""
    if inner.cue.lower() in CITING and outer.cue.lower() not in CITING and inner.content_spans == outer.content_spans:
        return True
    cue, content = inner.cue_spans[0], inner.content_spans[0]
    for told in outer.content_spans:  # every pair of a report is asked for, and hardly one holds
        if told.holds(cue):
            return any(grown(c).holds(content) for c in outer.content_spans)
    return False


def grown(span: Span) -> Span:
    """A span with a character to spare on either side, for quotation marks that were cut off."""
    return Span(span.start - 2, span.end + 2)


def carry_audience(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with the audience of the one before, where the same source goes on in the same sentence."""
    out: list[Attribution] = []
    for item in attributions:
        last = out[-1] if out else None
        goes_on = last is not None and item.source_spans == last.source_spans and last.resolved == item.resolved
        if goes_on and last is not None and item.audience is None and last.cue_class == "reporting" and item.cue_class != "belief":
            item = replace(item, audience=last.audience)
        out.append(item)
    return out


def first_person(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with "I" and "we" inside somebody's words resolved to who speaks them; elsewhere they are left as they stand."""
    by_id = {a.id: a for a in attributions}
    out = []
    for item in attributions:
        outer = by_id.get(item.inside or "")
        if outer is not None and item.affiliation is None and outer.affiliation is not None and item.source.split()[0].lower() in OURS:
            item = replace(item, affiliation=outer.affiliation, source_class="unnamed_official" if item.source_class == "group" else item.source_class)
        if outer is not None and item.source.lower() == "we" and outer.kind == "direct" and outer.affiliation is not None:
            out.append(replace(item, resolved=outer.affiliation, source_class="named_body", affiliation=outer.affiliation))
            continue
        if outer is not None and item.source.lower() in FIRST and outer.kind == "direct":
            item = replace(item, resolved=outer.resolved, source_class=outer.source_class, affiliation=outer.affiliation, office=outer.office)
        out.append(item)
    return out


def counted_back(attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions with "the two" and "all three" resolved to the last sources of that number."""
    out: list[Attribution] = []
    for item in attributions:
        number = COUNTED.get(item.source.lower())
        before = next((a for a in reversed(out) if a.number == number and a.source_class.startswith("unnamed")), None) if number else None
        if before is not None:
            item = replace(
                item, resolved=before.resolved, source_class=before.source_class, affiliation=before.affiliation, access=before.access, number=number
            )
        out.append(item)
    return out
