"""Who speaks in a statement that names its issuer only in its head."""

from __future__ import annotations

from onrecord.annotate.draft import Draft

HEAD = ("title", "standfirst", "byline", "paragraph")
LONGEST = 9
"""Words of a letterhead; a longer first line is a headline or a sentence."""
SMALL = frozenset({"OF", "THE", "AND", "FOR", "IN", "ON"})


def issuer(draft: Draft) -> str | None:
    """The party that issues a statement: after "statement by", else the name that stands alone as its letterhead; None where no head tells."""
    report = draft.parsed.report
    first = next((b for b in report.blocks if b.kind in HEAD), None)
    if report.genre not in ("statement", "readout") or first is None:
        return None
    tokens = draft.parsed.within(first.span)
    for token in tokens:
        if token.lower in ("by", "from", "of") and token.head.lower in ("statement", "communique", "declaration", "message", "letter"):
            below = token.has("pobj")
            known = draft.cast.at(below) if below is not None else None
            if known is not None:
                return known.side or known.name
    words = first.span.of(report.text).split()
    if len(words) > LONGEST or not all(w.isupper() for w in words):
        return None
    return " ".join(w.lower() if w in SMALL and i else w.capitalize() for i, w in enumerate(words))
