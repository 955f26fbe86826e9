"""Later versions of a report: what an earlier one said and no later one says is withdrawn, dated, and kept."""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import partial

from onrecord.reconcile.scene import Scene
from onrecord.reconcile.statements import KEYS, LAYERS
from onrecord.types import Attribution, Commitment, EventMention, Figure, Interval, OriginLink, Position, Proposal, Reading, Statement, Withdrawn

VERSIONS = ("update", "corrects")
SHARED = 0.5
"""Least share of the shorter one's words for two phrases to say one thing, as readings are compared with gold."""


def find_withdrawn(scene: Scene) -> tuple[Withdrawn, ...]:
    """The statements of earlier versions that none of the later versions makes, by id."""
    later = later_versions(scene)
    notes = {(k.report, k.other) for k in scene.origin_links if k.kind == "corrects"}
    found = []
    marks = marks_of(scene, sorted({report for earlier, versions in later.items() for report in (earlier, *versions)}))
    for earlier, versions in later.items():
        first, inputs = versions[0], [marks[report] for report in (earlier, *versions)]
        dropped = scene.memo.of_inputs("statements that no later version makes", tuple[str, ...], inputs, partial(dropped_by, scene, earlier, versions))
        found += [Withdrawn(one, earlier, first, scene.dates[first].published, (first, earlier) in notes) for one in dropped]
    return tuple(sorted(found, key=lambda w: w.statement))


def dropped_by(scene: Scene, earlier: str, versions: Sequence[str]) -> tuple[str, ...]:
    """The ids of the statements of a report that none of its later versions makes; no date bears on it."""
    texts = [plain(scene.reading_of(v).report.text) for v in versions]
    said = [s for v in versions for s in scene.told.of(v)]
    left = (s for s in scene.told.of(earlier) if not any(plain(s.quote) in t for t in texts))
    return tuple(s.id for s in left if not any(same(s, other) for other in said))


def marks_of(scene: Scene, reports: Sequence[str]) -> dict[str, str]:
    """By report a hash of what it says, in which a person may have decided something."""
    readings = [scene.reading_of(report) for report in reports]
    read = dict(zip(reports, scene.memo.of_readings("a hash of what it says", str, readings, mark_of), strict=True))
    return read | {report: hashed(report, scene.told.of(report)) for report in reports if report in scene.told.changed}


def mark_of(reading: Reading) -> str:
    """A hash of all items of a reading."""
    return hashed(reading.report.id, [getattr(reading, layer) for layer in LAYERS])


def hashed(report: str, said: object) -> str:
    """A hash of what a report with this id says; the id stands for the text."""
    return hashlib.blake2b(repr((report, said)).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def later_versions(scene: Scene) -> dict[str, list[str]]:
    """Earlier version → the later ones, the first of them first: two texts at one address, or a text with a note that corrects the other."""
    steps: defaultdict[str, set[str]] = defaultdict(set)
    for link in scene.origin_links:
        if link.kind in VERSIONS and link.other in scene.by_report and is_version(scene, link):
            steps[link.other].add(link.report)
    out = {}
    for earlier in sorted(steps):
        reached, waiting = set[str](), [earlier]
        while waiting:
            for report in steps.get(waiting.pop(), ()):
                if report != earlier and report not in reached:
                    reached.add(report)
                    waiting.append(report)
        out[earlier] = sorted(reached, key=lambda r: (order(scene.dates[r].published), r))
    return out


def is_version(scene: Scene, link: OriginLink) -> bool:
    """Whether the edge leads between two versions of one report, not between two reports that one outlet wrote of one text."""
    if "which came first is not told" in link.reasons:
        return False
    one, other = (scene.reading_of(r).report for r in (link.report, link.other))
    return link.kind == "corrects" or (one.url is not None and one.url == other.url)


def order(days: Interval | None) -> dt.date:
    """A sort key: the last day on which a version may have been published; one without a date comes last."""
    return (days.last if days else None) or dt.date.max


def plain(words: str) -> str:
    """Words without case, line breaks and kinds of quotation marks."""
    return re.sub(r"[“”\"‘’']", "", " ".join(words.split())).casefold()


def same(one: Statement, other: Statement) -> bool:
    """Whether two statements of two versions say one thing, in other words perhaps."""
    if one.layer != other.layer or getattr(one.item, KEYS[one.layer]) != getattr(other.item, KEYS[other.layer]):
        return False
    a, b = one.item, other.item
    match a, b:
        case Figure(), Figure():
            return (a.value, a.low, a.high) == (b.value, b.low, b.high) and (a.scope or "") == (b.scope or "")
        case EventMention(), EventMention():
            return a.factuality == b.factuality and shares((*a.actors, *a.targets), (*b.actors, *b.targets))
        case Position(), Position():
            return a.party == b.party and a.topic_key == b.topic_key
        case Commitment(), Commitment():
            return a.obligor == b.obligor and alike(a.what, b.what)
        case Proposal(), Proposal():
            return a.who == b.who
        case Attribution(), Attribution():
            return a.resolved == b.resolved and alike(a.content, b.content)
    return True


def shares(some: Iterable[str], others: Sequence[str]) -> bool:
    """Whether two lists of names have one in common, or are both empty."""
    mine = set(some)
    return bool(mine & set(others)) or (not mine and not others)


def alike(one: str, other: str) -> bool:
    """Whether half of the shorter phrase's words stand in the other."""
    a, b = (set(re.findall(r"\w+", w.casefold())) for w in (one, other))
    return bool(a and b) and len(a & b) >= SHARED * min(len(a), len(b))
