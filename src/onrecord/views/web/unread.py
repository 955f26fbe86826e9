"""What was not read, for the head of every page: lost input, languages, days, sides."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from onrecord.reconcile.judged_reports import named
from onrecord.types import Snapshot
from onrecord.views.brief.coverage import gap_line, sides_line
from onrecord.views.brief.words import joined, language_words, number_words, plural


@dataclass(frozen=True, slots=True)
class Unread:
    """One thing that was not read or heard."""

    kind: str
    """In a word or two, for a head that has no room."""
    words: str


def unread(snapshot: Snapshot) -> tuple[Unread, ...]:
    """Each a clause: "2 not read: language", "days without any report: …", "sides not heard at all: …"."""
    lost = Counter(p.kind.replace("_", " ") for p in snapshot.problems if p.lost)
    languages = sorted({language_words(r.language) for r in snapshot.reports})
    told = [Unread("lost input", f"{number_words(n)} not read: {kind}") for kind, n in lost.most_common()]
    aside = sum(len(named(j)) for j in snapshot.set_aside)
    if aside:
        told.append(Unread("reports set aside", f"{plural(aside, 'report')} set aside by a person"))
    if languages:
        told.append(Unread("other languages", f"no report in a language other than {joined(languages)}"))
    days = gap_line(snapshot).text.rstrip(".")
    sides = [part for part in sides_line(snapshot).text.rstrip(".").removeprefix("Sides ").split("; ") if part.startswith(("only", "not heard"))]
    gaps = (Unread("days", days[0].lower() + days[1:]),) if days else ()
    return (*told, *gaps, *(Unread("sides", f"sides {part}") for part in sides))
