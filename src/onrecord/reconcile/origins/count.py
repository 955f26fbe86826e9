"""How many independent origins stand behind a point, as a range and by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol

from onrecord.reconcile.entities import folded
from onrecord.types import Link, OriginLink, Origins, Statement


class Voiced(Protocol):
    """Something that stands in a report by somebody's account."""

    @property
    def report(self) -> str: ...

    @property
    def chain(self) -> tuple[Link, ...]: ...


@dataclass(frozen=True, slots=True)
class Spoken:
    """An outlet that speaks for a side in its own voice, by a pack."""

    outlet: str
    side: str
    pack: str


NOBODY: Mapping[str, Spoken] = {}
NAMED = ("named_person", "named_body", "document", "group")
TRACKED = ""
"""The text that rows of a person's tracker are held to be of; it is no origin."""
ONE_TEXT = ("copy", "rewrite", "update", "corrects")


ONLY_TRACKED = "only a person's own tracker tells it"


def count_origins(statements: Sequence[Statement], links: Sequence[OriginLink]) -> Origins:
    """The origins behind *statements*: least those surely distinct, most those possibly distinct, and how many of each side.

    Copies, rewrites, versions and wire copies of one agency are one text. One named source is one origin however many quote it. An unnamed
    source, and a report's own voice beside named sources, may be an origin already counted: they raise only the upper bound. Rows of a
    person's tracker count for nothing.
    """
    return count_in(statements, one_text(links))


def count_in(statements: Iterable[Voiced], texts: Mapping[str, str], sided: Mapping[str, Spoken] = NOBODY) -> Origins:
    """The same, where it is known already which reports share a text (one_text); *sided* are the reports whose outlet speaks for a side."""
    return count_voices((voice_of(s, texts, sided) for s in statements), texts)


class Voice(NamedTuple):
    """Who speaks in a statement, as far as origins are told apart by it."""

    report: str
    kind: Literal["named", "unnamed", "own", "tracked"]
    key: str
    """What makes the voice one; of a report's own voice, the text that the report shares."""
    side: str | None = None
    spoken: Spoken | None = None


def voice_of(statement: Voiced, texts: Mapping[str, str], sided: Mapping[str, Spoken] = NOBODY) -> Voice:
    """The voice of a statement."""
    report, source = statement.report, statement.chain[-1] if statement.chain else None
    text = texts.get(report, report)
    if text == TRACKED:
        return Voice(report, "tracked", text)
    if source is None:
        return Voice(report, "own", text, None, sided.get(report))
    if source.source_class in NAMED:
        return Voice(report, "named", key_of(source), source.side)
    if source.source_class == "outlet":
        return Voice(report, "named", f"outlet {folded(source.resolved)}")
    return Voice(report, "unnamed", f"{text}:{folded(source.source)}", source.side)


def count_voices(told: Iterable[Voice], texts: Mapping[str, str]) -> Origins:
    """The origins behind the statements whose voices these are."""
    named: dict[str, str | None] = {}
    unnamed: dict[str, str | None] = {}
    spoken: dict[str, set[Spoken | None]] = {}
    every = dict.fromkeys(told)
    reports = {v.report for v in every if v.kind != "tracked"}
    if every and not reports:
        return Origins(0, 0, (), (ONLY_TRACKED,))
    for voice in every:
        if voice.kind == "own":
            spoken.setdefault(voice.key, set()).add(voice.spoken)
        elif voice.kind == "named":
            named.setdefault(voice.key, voice.side)
        elif voice.kind == "unnamed":
            unnamed.setdefault(voice.key, voice.side)
    voices = {text: next(iter(told)) if len(told) == 1 else None for text, told in spoken.items()}
    least = len(named) or (1 if voices else 0)
    return Origins(least, len(named) + len(unnamed) + len(voices), by_side(named, unnamed, voices), reasons(named, unnamed, voices, reports, texts))


def key_of(source: Link) -> str:
    """What makes a named source one: its resolved name; a paper is its issuer's."""
    return folded(source.resolved or source.source)


def one_text(links: Sequence[OriginLink]) -> dict[str, str]:
    """Report → the least id of the reports that share its text, wire copies of one agency that copy each other among them."""
    parent: dict[str, str] = {}

    def root(report: str) -> str:
        parent.setdefault(report, report)
        while parent[report] != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    for link in links:
        if link.kind in ONE_TEXT:
            low, high = sorted((root(link.report), root(link.other)))
            parent[high] = low
    tracked = {link.report for link in links if link.kind == "tracker"}
    return {report: root(report) for report in parent} | dict.fromkeys(tracked, TRACKED)


def by_side(named: dict[str, str | None], unnamed: dict[str, str | None], voices: dict[str, Spoken | None]) -> tuple[tuple[str, int], ...]:
    """How many origins, unnamed ones among them, each side has; those of no side and the reports' own voices stand last."""
    count: dict[str, int] = {}
    for side in (*named.values(), *unnamed.values()):
        count[side or "no side"] = count.get(side or "no side", 0) + 1
    for voice in voices.values():
        place = voice.side if voice is not None else "own voice"
        count[place] = count.get(place, 0) + 1
    return tuple(sorted(count.items(), key=lambda row: (row[0] in ("no side", "own voice"), -row[1], row[0])))


def reasons(
    named: dict[str, str | None], unnamed: dict[str, str | None], voices: dict[str, Spoken | None], reports: Set[str], texts: Mapping[str, str]
) -> tuple[str, ...]:
    """The count in words."""
    out = [f"{len(reports)} reports, {len({texts.get(r, r) for r in reports})} texts"]
    if named:
        out.append(f"named: {', '.join(sorted(named))}")
    if unnamed:
        out.append(f"{len(unnamed)} unnamed, which may be among the named or each other: upper bound only")
    if voices:
        out.append(f"{len(voices)} in the report's own voice" + (": upper bound only" if named else ""))
    out += sorted({f"pack {v.pack}: {v.outlet} speaks for {v.side}" for v in voices.values() if v is not None})
    sides = {s for s in named.values() if s}
    if len(named) > 1 and len(sides) == 1 and all(named.values()):
        out.append(f"all of one side ({next(iter(sides))}): not {len(named)} confirmations")
    return tuple(out)
