"""What added reports changed, most telling first, copies folded."""

from __future__ import annotations

from onrecord.types import Snapshot
from onrecord.types.changes import Change, Changes
from onrecord.views.brief.page import Cite, Line, Section, cites, short_name
from onrecord.views.brief.words import by_words, number_words, plural

MOST_CHANGES = 20
"""Lines before "more": what a reader takes in at one look."""
KINDS = {"new": "new", "updates": "updates", "contradicts": "contradicts", "moves": "moved", "gone": "gone", "confirms": "confirms"}


def changes_section(snapshot: Snapshot, changes: Changes, *, title: str = "What this changed", most: int | None = MOST_CHANGES) -> Section:
    """The first *most* changes; *snapshot* holds at least the statements that they rest on."""
    lines = tuple(change_line(snapshot, c) for c in changes.lines[:most])
    return Section("changes", title, lines, more=len(changes.lines) - len(lines), note=folded(changes) if lines or changes.repeats else "Nothing.")


def change_line(snapshot: Snapshot, change: Change) -> Line:
    """One change: of which kind, what it says, by whom."""
    told = [s for i in change.statements if (s := snapshot.statements.get(i))]
    who = list(dict.fromkeys(by_words(s) for s in told))[:2]
    names = {n.id: n.name for n in snapshot.derived.negotiations}
    if change.about == "status" and len(names) > 1 and change.negotiation in names:
        who = [names[change.negotiation], *who]  # no other title leaves open of which talks it is
    return Line(f"{KINDS[change.kind]}: {change.title}", "", tuple(who), places(snapshot, change), link=change.object)


def places(snapshot: Snapshot, change: Change) -> tuple[Cite, ...]:
    """Where its words stand: statements, then words that no layer made a statement of."""
    bare = [(w, next((r for r in snapshot.reports if r.id == w.report), None)) for w in change.words]
    told = (Cite(w.report, short_name(snapshot, r), w.span, w.quote, pages=r.pages_of(w.span)) for w, r in bare if r)
    return (*cites(snapshot, change.statements), *told)


def folded(changes: Changes) -> str:
    """How much was folded away: what is only told again, and copies."""
    parts = []
    if changes.confirmed:
        parts.append(f"{plural(len(changes.confirmed), 'known point')} told again by texts of their own")
    if changes.repeats:
        one = len(changes.repeats) == 1
        parts.append("1 copy of a text that is here, no news" if one else f"{number_words(len(changes.repeats))} copies of texts that are here, no news")
    return "Folded: " + "; ".join(parts) + "." if parts else ""


def shown(changes: Changes, most: int = MOST_CHANGES) -> list[str]:
    """Ids of the statements whose words the first *most* lines show."""
    return [s for c in changes.lines[:most] for s in c.statements]
