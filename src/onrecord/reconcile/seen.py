"""What a rule that looks at one report sees of it beside its reading: as long as that stays as it is, so does what the rule makes of the report."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence

from onrecord.reconcile.judged import anchor, standing
from onrecord.reconcile.said import Said
from onrecord.reconcile.scene import Scene
from onrecord.reconcile.versions import later_versions
from onrecord.types import Asked, Entity, Interval, Negotiation


class Seen:
    """The reports of a scene, each with a mark of all that a rule on it alone may look at: its date, its talks with their parties and mediators, whom the names
    that were asked for mean, what was decided, withdrawn and dropped by later versions. Counts over all reports, and other reports, are not in it."""

    def __init__(self, scene: Scene, judged: Mapping[str, str]) -> None:
        self.scene, self.judged = scene, judged
        self.reports: Sequence[str] = tuple(r.report.id for r in scene.readings)
        self.asked = scene.asked
        self.more = more_of(scene)
        self.talks: dict[tuple[str, ...], str] = {}
        self.days: dict[Interval | None, str] = {}
        self.told: dict[str, str] = {}

    def mark(self, report: str, names: Iterable[str]) -> bytes:
        """A hash of what is seen of a report by rules that ask in it for *names*."""
        scene = self.scene
        published, talks = scene.dates[report].published, scene.talks_of.get(report, ())
        days = self.days.get(published) or self.days.setdefault(published, published.edtf() if published else "?")
        known = tuple(n.id for n in talks)
        if known not in self.talks:
            self.talks[known] = "\x1e".join(talks_told(n) for n in talks)
        parts = [scene.reading_of(report).report.name, days, self.talks[known], self.judged.get(report, ""), self.more.get(report, "")]
        for name in names:
            parts.append(name)
            entity = scene.meant(report, name)
            parts.append(self.entity(entity) if entity is not None else "-")
        return hashlib.blake2b("\x1f".join(parts).encode("utf-8", "surrogatepass"), digest_size=12).digest()

    def meant(self, names: Iterable[Asked]) -> bytes:
        """A hash of whom the names mean in their reports."""
        found = (self.scene.meant(report, name) for report, name in names)
        told = "\x1f".join(self.entity(entity) if entity is not None else "-" for entity in found)
        return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=12).digest()

    def entity(self, entity: Entity) -> str:
        """What rules on one report see of somebody."""
        known = self.told.get(entity.id)
        return known if known is not None else self.told.setdefault(entity.id, "\x1e".join((entity.id, entity.name, entity.kind, entity.side or "\x1d")))


def talks_told(talks: Negotiation) -> str:
    """What rules on one report see of its talks; in which order the mediators are told of is none of it."""
    return "\x1d".join((talks.id, *talks.parties, "\x1c", *sorted(talks.mediators)))


def more_of(scene: Scene) -> dict[str, str]:
    """What was withdrawn from reports, dropped by their later versions, or put aside in them, of those that have any."""
    found: dict[str, list[str]] = {}
    for withdrawn in scene.withdrawn:
        found.setdefault(withdrawn.report, []).append(withdrawn.statement)
    for report, versions in later_versions(scene).items():
        found.setdefault(report, []).extend(versions)
    for judgement in standing(scene.judgements):
        place = anchor(judgement)
        if judgement.action == "reject" and "report" in place:
            found.setdefault(place["report"], []).append(f"{place['start']}-{place['end']}")
    return {report: json.dumps(parts) for report, parts in found.items()}


def judged_in(read: Said, decided: Said) -> dict[str, str]:
    """For each report in which people decided anything a hash of its statements as they stand now."""
    told = {report: "\x1f".join(map(repr, decided.of(report))) for report in decided.changed if read.of(report) != decided.of(report)}
    return {report: hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest() for report, said in told.items()}
