"""What packs say of those over all reports: how they are called, who held an office when, how the negotiation is called, for whom an outlet speaks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from onrecord.reconcile.entities import folded
from onrecord.types import Entity, Negotiation, Pack, PackName, PackOffice, Packs, Participant, Reading, ReportDate

LITTLE = frozenset({"the", "a", "an", "of", "for"})
Held = dict[tuple[str, str], str]
"""(report, words of an office there) → id of the entity that held it, by a pack."""


def called_by_packs(entities: Sequence[Entity], packs: Packs) -> tuple[Entity, ...]:
    """The entities that a pack names, called as it calls them, with that as a reason; the words of the reports stay among their names."""
    given: dict[tuple[str, str], list[tuple[str, PackName]]] = {}
    for pack in packs:
        for entry in pack.names:
            for name in entry.names:
                given.setdefault((folded(name), entry.kind), []).append((pack.name, entry))
    out = []
    for entity in entities:
        found = {row for name in (entity.name, *entity.names) for row in given.get((folded(name), entity.kind), ())}
        names = {entry.name for _, entry in found}
        if len(names) == 1:
            (name,) = names
            others = ", ".join(n for n in entity.names if n != name) or name
            sides = {pack: f", of {entry.side}" if entry.side not in (None, name) and entry.side == entity.side else "" for pack, entry in found}
            reasons = tuple(f"pack {pack}: called {name} ({others}){side}" for pack, side in sorted(sides.items()))
            entity = replace(entity, name=name, reasons=(*entity.reasons, *reasons))
        out.append(entity)
    return tuple(out)


def held_by_packs(
    entities: Sequence[Entity], packs: Packs, readings: Sequence[Reading], dates: Mapping[str, ReportDate]
) -> tuple[tuple[Entity, ...], Held]:
    """Persons told of by office alone joined to whom a pack says to have held it on every day when the report may have been published."""
    if not packs:
        return tuple(entities), Held()
    by_id, held = {e.id: e for e in entities}, Held()
    owner = {(report, span): e.id for e in entities for report, span in e.mentions}
    for reading in readings:
        for who in reading.participants:
            found = office_of(who, packs, dates[reading.report.id])
            mine = next((owner[reading.report.id, s] for s in who.spans if (reading.report.id, s) in owner), None)
            if found is None or mine is None or mine not in by_id:
                continue
            pack, office = found
            other = next((e.id for e in by_id.values() if e.kind == "person" and folded(office.holder) in {folded(n) for n in (e.name, *e.names)}), None)
            kept, gone = by_id[other or mine], by_id[mine]
            days = f"from {office.first or 'an open day'} to {office.last or 'an open day'}"
            reason = f"pack {pack}: {office.office} of {office.side} {days} is {office.holder}; {gone.name} in a report of those days"
            reasons = kept.reasons if reason in kept.reasons else (*kept.reasons, reason)
            mentions = tuple(sorted({*kept.mentions, *gone.mentions}))
            by_id[kept.id] = replace(kept, name=office.holder, side=kept.side or office.side, mentions=mentions, reasons=reasons)
            held[reading.report.id, who.name] = kept.id
            if gone.id != kept.id:
                del by_id[gone.id]
                owner |= {place: kept.id for place, i in owner.items() if i == gone.id}
    return tuple(sorted(by_id.values(), key=lambda e: e.id)), held


def office_of(who: Participant, packs: Packs, date: ReportDate) -> tuple[str, PackOffice] | None:
    """The one pack and office that a person without a name is told of by; None where the report's days are not known or not all within it."""
    days = date.published
    if who.kind not in ("person", "group") or not who.office or not who.side or days is None:
        return None
    found = [
        (pack.name, office) for pack in packs for office in pack.offices
        if folded(office.side) == folded(who.side) and bare_office(who.name, pack, office.side) == folded(office.office).split()
        and (office.first is None or (days.first is not None and days.first >= office.first))
        and (office.last is None or (days.last is not None and days.last <= office.last))
    ]
    return found[0] if len({folded(o.holder) for _, o in found}) == 1 else None


def bare_office(told: str, pack: Pack, side: str) -> list[str]:
    """The words of an office without articles and without its side's names ("the Belmari foreign minister")."""
    names = {side, *(n for entry in pack.names if side in entry.names for n in entry.names)}
    owners = {word for name in names for word in folded(name).split()}
    return [word for word in folded(told).split() if word not in owners and word not in LITTLE]


def named_by_packs(negotiations: Sequence[Negotiation], packs: Packs, entities: Sequence[Entity]) -> tuple[Negotiation, ...]:
    """The negotiations between parties of a pack, named as it says and with its mediators, those that their reports tell of."""
    out = list(negotiations)
    for pack in packs:
        names = {folded(p.name): p.name for p in pack.of("party")} | {folded(p.side): p.side for p in pack.of("party") if p.side}
        mine = [k for k, n in enumerate(out) if len(n.parties) > 1 and all(folded(p) in names for p in n.parties)]
        for k in mine:
            negotiation, reasons = out[k], []
            name = negotiation.name
            if pack.talks:
                name = pack.talks if len(mine) == 1 else f"{pack.talks}: {negotiation.stake}"
                reasons.append(f"pack {pack.name}: talks between {' and '.join(negotiation.parties)} are called {pack.talks}")
            carrying = [m.side or m.name for m in pack.of("mediator") if met(m.names, negotiation, entities)]
            more = [m for m in dict.fromkeys(carrying) if m not in (*negotiation.mediators, *negotiation.parties)]
            reasons += [f"pack {pack.name}: {m} mediates; the reports name it" for m in more]
            reasons += [f"pack {pack.name} says that {m} mediates; it stays a party, as the reports tell it" for m in carrying if m in negotiation.parties]
            out[k] = replace(negotiation, name=name, mediators=(*negotiation.mediators, *more), reasons=(*negotiation.reasons, *reasons))
    return tuple(out)


def met(names: Sequence[str], negotiation: Negotiation, entities: Sequence[Entity]) -> bool:
    """Whether a report of the negotiation names somebody of these names."""
    told, reports = {folded(n) for n in names}, set(negotiation.reports)
    return any(told & {folded(n) for n in (e.name, *e.names)} and any(report in reports for report, _ in e.mentions) for e in entities)


def outlets_by_packs(packs: Packs) -> dict[str, tuple[str, str]]:
    """Outlet, folded → (side, pack); an outlet to which two packs give two sides has none."""
    found: dict[str, set[tuple[str, str]]] = {}
    for pack in packs:
        for outlet in pack.outlets:
            found.setdefault(folded(outlet.name), set()).add((outlet.side, pack.name))
    return {name: min(rows) for name, rows in found.items() if len({side for side, _ in rows}) == 1}
