"""The ways in which the reports write somebody, gathered before anybody is joined."""

from __future__ import annotations

from collections.abc import KeysView, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from onrecord.reconcile.entities.names import folded, parts, table
from onrecord.reconcile.entities.settled import settled
from onrecord.reconcile.entities.taught import is_guess
from onrecord.reconcile.memo import AFRESH, Memo
from onrecord.types import Participant, ParticipantKind, Reading, Span

LINKED: frozenset[ParticipantKind] = frozenset({"person", "body", "state", "place", "outlet"})
"""Kinds that may be one over several reports; unnamed groups never are."""


@dataclass(slots=True, eq=False)
class Form:
    """All participants that the reports write alike: one folded name, kind and side."""

    key: str
    kind: ParticipantKind
    side: str | None
    guess: str | None = None
    """A side that only the state which a report is about suggests; it keeps nobody apart."""
    names: dict[str, int] = field(default_factory=dict)
    """Every name and alias, with how many reports use it."""
    offices: dict[str, int] = field(default_factory=dict)
    spans: dict[str, tuple[Span, ...]] = field(default_factory=dict)
    """Where each report names it."""
    times: int = 0
    """At how many places."""
    unnamed: bool = False
    display: str = ""
    """The name that most reports use, the longer of two used alike."""
    own: tuple[str, ...] = ()
    """The parts of the name, of a person."""
    works: frozenset[str] = frozenset()
    """The kinds of work that the offices tell."""
    plain: frozenset[str] = frozenset()
    """All names, folded."""
    beside: frozenset[str] | None = None
    """The sides that every report of it names."""

    @property
    def reports(self) -> KeysView[str]:
        """The reports that name it."""
        return self.spans.keys()

    @property
    def sort_key(self) -> tuple[str, str, str, str]:
        """An order that does not hang on the order of the reports."""
        return (self.kind, self.key, self.side or self.guess or "", min(self.reports, default=""))

    def add(self, report: str, who: Participant, beside: frozenset[str]) -> None:
        """Takes in one participant of one report, which names the sides *beside*."""
        self.beside = beside if self.beside is None else self.beside & beside
        for name in (who.name, *who.aliases):
            self.names[name] = self.names.get(name, 0) + 1
        if who.office:
            office = who.office.lower()
            self.offices[office] = self.offices.get(office, 0) + 1
        known = self.spans.get(report, ())
        self.spans[report] = who.spans if not known and len(who.spans) < 2 else tuple(dict.fromkeys((*known, *who.spans)))

    def settle(self) -> Form:
        """The form with what is compared worked out once, when all its participants are in."""
        self.times = sum(map(len, self.spans.values()))
        self.display = max(self.names, key=lambda n: (self.names[n], len(n), n))
        self.own = parts(self.display) if self.kind == "person" else ()
        self.works = frozenset(w for office in self.offices for w in work(office))
        bare = (short for n in self.names for short in (undescribed(n), unformed(n))) if self.kind == "body" else ()
        self.plain = frozenset(folded(n) for n in (*self.names, *bare) if n is not None)
        return self


def unformed(name: str) -> str | None:
    """A company's name without its legal form ("Corvo Lines" of "Corvo Lines Ltd"); None where it has none, or one word before it."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 2 and words[-1].lower().rstrip(".") in table("legal_forms")["words"] else None


def undescribed(name: str) -> str | None:
    """A body's name without what it is called behind it ("Shin Bet" of "Shin Bet intelligence agency"); None where nothing is left or nothing falls away."""
    words = name.split()
    kept = next((k for k, word in enumerate(words) if word.islower()), len(words))
    if not 0 < kept < len(words) or words[kept - 1].endswith(("’s", "'s", "s’")) or " ".join(words[kept:]) not in table("descriptions")["words"]:
        return None
    return " ".join(words[:kept])


def forms_of(readings: Sequence[Reading], memo: Memo = AFRESH) -> list[Form]:
    """One form for each folded name, kind and side; an unnamed group of a side is a form of its own report."""
    found: dict[tuple[str, ...], Form] = {}
    for reading, participants in settled(sorted(readings, key=lambda r: r.report.id), memo):
        sides = frozenset(p.side for p in participants if p.side)
        for who in participants:
            guessed = is_guess(who)
            kept = kept_as(who.kind, who.name, who.side, who.office)
            if kept is None:
                continue
            place = (who.kind, kept.key, who.side or "", str(guessed), "" if kept.linked else f"{reading.report.id}:{who.id}", *kept.work)
            form = found.get(place)
            if form is None:
                side, guess = (None, who.side) if guessed else (who.side, None)
                form = found[place] = Form(kept.key, who.kind, side, guess, unnamed=kept.unnamed)
            form.add(reading.report.id, who, sides)
    return sorted((f.settle() for f in found.values()), key=lambda f: f.sort_key)


class Kept(NamedTuple):
    """What tells the form of a participant."""

    key: str
    unnamed: bool
    linked: bool
    """Whether it may be of one form with those of other reports."""
    work: tuple[str, ...]


@lru_cache(65536)
def kept_as(kind: ParticipantKind, name: str, side: str | None, office: str | None) -> Kept | None:
    """What tells the form of a participant of this kind, name, side and office; None for one that is no entity."""
    who = Participant("", name, kind, side, office)
    unnamed = nameless(who)
    if kind not in LINKED and not (side and unnamed) and not (kind == "group" and not unnamed):
        return None
    key = form_key(who)
    linked = not unnamed or (kind == "body" and side is not None and folded(side) != key and name.islower())
    return Kept(key, unnamed, linked, kind_of_work(who))


def nameless(who: Participant) -> bool:
    """Whether a participant has no name of its own: nothing in it but its first letter is a capital, or it is a described group."""
    if who.kind == "group":
        return who.office is not None or len(who.name.split()) > 1
    if who.kind == "person":
        return who.name.split()[0].lower() in ("a", "an", "the", "his", "her", "their", "its") or who.name[0].islower()
    return who.kind == "body" and (who.name.islower() or who.name.split()[0].lower() in ("his", "her", "their", "its"))


def form_key(who: Participant) -> str:
    """What two participants must share to be one form."""
    if who.kind == "person":
        return " ".join(parts(who.name))
    return folded(who.name)


def kind_of_work(who: Participant) -> tuple[str, ...]:
    """The kinds of work that a person's office tells, so that two officials of one name start apart; empty for others."""
    if who.kind != "person" or not who.office:
        return ()
    return tuple(sorted(work(who.office.lower())))


@lru_cache(4096)
def work(office: str) -> frozenset[str]:
    """The kinds of work in an office's words."""
    told = set(office.replace("-", " ").split())
    return frozenset(kind for kind, rows in table("offices").items() if kind != "note" and told & set(rows))
