"""Who carries between the two sides, as parties."""

from __future__ import annotations

from onrecord.annotate.draft import Draft, of_cast


@of_cast
def mediators(draft: Draft) -> frozenset[str]:
    """The parties of those whom the report calls mediators, brokers or go-betweens, or says to mediate."""
    told = (draft.cast.at(draft.parsed.tokens[at]) for at in draft.cast.mediating)
    return frozenset(known.side or known.name for known in told if known is not None and known.kind in ("state", "body", "person", "group", "place"))
