"""A group of mentions → one Event with everything that its accounts tell."""

from __future__ import annotations

from collections import Counter

from onrecord.reconcile.events.compare import is_narrow, numbers_meet
from onrecord.reconcile.events.joining import Group
from onrecord.reconcile.events.mention import Told, place_of, signed
from onrecord.reconcile.events.settings import table
from onrecord.reconcile.events.title import title
from onrecord.reconcile.events.worded import RELATIVE, borne
from onrecord.reconcile.ordering import derived_id, moment
from onrecord.reconcile.parties import account_of
from onrecord.reconcile.scene import Scene
from onrecord.types import Event, EventType, Factuality, Interval

HOSTILE: frozenset[EventType] = frozenset({"attack", "breach", "capture", "operation", "truce_end", "threaten", "accuse"})
"""Types of which nobody is a doer whom no account names: a record never accuses."""
MONTH = 31
"""Days up to which a date still tells when something was."""
RANK: tuple[Factuality, ...] = ("happened", "ongoing", "planned", "denied", "called_for", "conditional", "possible")
"""The factuality that stands for an event told in several: what came true before what was planned or feared."""


def event_of(scene: Scene, group: Group) -> Event:
    """The Event that *group* tells of."""
    members = sorted(group.members, key=lambda m: moment(m.statement))
    leading = lead(members)
    ids = tuple(m.statement.id for m in members)
    types = Counter(m.item.type for m in members if m.item.factuality == leading.item.factuality or len(members) == 1)
    also = next((t for t in sorted(types) if t != leading.item.type), None)
    factuality = min((m.item.factuality for m in members), key=RANK.index)
    date = date_of(members, leading)
    negotiations = sorted(frozenset.intersection(*(m.negotiations for m in members)) if members else ())
    return Event(
        id=derived_id("event", (min(ids),)),
        type=leading.item.type,
        title=title(scene, leading, also),
        date=date,
        factuality=factuality,
        actors=joined(scene, members, "actors"),
        targets=joined(scene, members, "targets"),
        statements=ids,
        types=tuple(sorted({m.item.type for m in members})),
        through=joined(scene, members, "through"),
        place=place_told(scene, members),
        negotiation=negotiations[0] if len(negotiations) == 1 else None,
        differs=differences(scene, members),
        reasons=tuple(dict.fromkeys(group.reasons)),
        salience=salience(leading.item.type, factuality, members, date),
    )


def lead(members: list[Told]) -> Told:
    """The account that titles the event: told as fact, of the weightiest type, with doer and target, in running text, early and short."""
    weights = table("weights")

    def worth(m: Told) -> tuple[float, ...]:
        """What `lead` maximises."""
        item = m.item
        leaning = 0.2 * (RELATIVE.match(m.statement.quote) is not None)
        verb = 1.0 if " " in m.statement.quote and item.trigger_span.start > item.span.start else 0.0
        return (
            -float(RANK.index(item.factuality)),
            weights[item.type] + 0.3 * borne(m) + doer_of(m) + told_of(m) + 0.05 * verb + 0.1 * bool(m.numbers) + 0.2 * bool(m.date) - leaning,
            -float(m.statement.in_title),
            -float(m.statement.in_opinion),
            -abs(len(m.statement.quote) - 70.0),
        )

    return max(members, key=lambda m: (worth(m), m.statement.id))


def doer_of(mention: Told) -> float:
    """The weight of a doer: one who is told only by what they are ("soldiers") says less."""
    return (0.05 if mention.nameless else 0.15) * bool(mention.named("actors"))


def told_of(mention: Told) -> float:
    """The weight of whom an account names: a bare number tells less than what they are."""
    named = mention.named("targets")
    return 0.1 if any(" " in t or t[:1].isupper() for t in named) else 0.05 * bool(named)


def date_of(members: list[Told], leading: Told) -> Interval | None:
    """The days on which all dated accounts agree; where they do not meet, those that most reports tell of, then the narrowest.

    Of what is only wished or feared, the days of its leading account: another wish has its own. What is told as past was by the day of its report.
    """
    alike = [leading] if leading.mood == "idea" else members
    dated = [(d, m.statement.report) for m in alike if (d := by_its_telling(m)) is not None]
    if not dated:
        return told_by(members)
    days = sorted({d for d, _ in dated}, key=width)
    found = min(days, key=lambda d: (-len({r for other, r in dated if other.overlaps(d)}), width(d)))
    for date in days:
        found = found.meet(date) or found
    return found


def by_its_telling(mention: Told) -> Interval | None:
    """When it was; of what is told as past no day after its report."""
    date, told = mention.date, mention.statement.published
    if date is None or told is None or told.last is None or mention.mood != "fact":
        return date
    return date.meet(Interval(None, told.last)) or date


def told_by(members: list[Told]) -> Interval | None:
    """For what is told as past without a date: up to the day of the earliest report that tells it, within the days that its place before or after dated
    deeds leaves it; None for everything else."""
    days = [m.statement.published.last for m in members if m.item.factuality == "happened" and m.statement.published is not None and m.statement.published.last]
    found = Interval(None, min(days)) if days else None
    for placed in sorted((m.placed for m in members if found is not None and m.placed is not None), key=width):
        found = found.meet(placed) or found if found is not None else None
    return found


def width(date: Interval) -> tuple[int, str]:
    """How wide an interval is; open ones last."""
    return (date.days if date.days is not None else 10**6, date.edtf())


def joined(scene: Scene, members: list[Told], role: str) -> tuple[str, ...]:
    """The participants of a role over all accounts, the most often told first; where no account names one, those that the reports' parties
    supply, unless that would accuse somebody."""
    counts: Counter[str] = Counter()
    for m in members:
        counts.update({scene.canonical(m.statement.report, n) for n in m.named(role)})
    if not counts and not any(m.item.type in HOSTILE for m in members):
        for m in members:
            counts.update({scene.canonical(m.statement.report, n) for n in getattr(m.item, role)})
    return tuple(n for n, _ in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))


def place_told(scene: Scene, members: list[Told]) -> str | None:
    """The place told most often."""
    counts = Counter(place_of(scene, m.statement.report, m.item.place) for m in members if m.item.place)
    return min(counts, key=lambda n: (-counts[n], n)) if counts else None


def salience(kind: EventType, factuality: Factuality, members: list[Told], date: Interval | None) -> float:
    """How much a reader needs the event: type × factuality × how many reports tell it × whether it is dated × whether only opinion tells it."""
    reports = len({m.statement.report for m in members})
    told = 1 - 0.35 / reports
    dated = 1.0 if is_narrow(date) else 0.85 if date is not None and date.days is not None and date.days <= MONTH else 0.6
    opinion = 0.85 if all(m.statement.in_opinion for m in members) else 1.0
    named = 1.0 if any(m.item.actors for m in members) else 0.8
    beside = 0.4 if all(" " not in m.statement.quote.strip() for m in members) else 1.0  # "captured" of "the captured soldiers": told in passing
    weight = float(table("weights")[kind]) * float(table("factuality")[factuality]) * beside
    return round(min(1.0, weight * told * dated * opinion * named * 1.25), 3)


def differences(scene: Scene, members: list[Told]) -> tuple[str, ...]:
    """The points on which the accounts differ, each a line of words."""
    narrow = {m.date for m in members if m.date is not None and is_narrow(m.date)}
    dates = {d.edtf() for d in narrow if any(not d.overlaps(other) for other in narrow)}
    places = {place_of(scene, m.statement.report, m.item.place) for m in members if m.item.place and m.item.type != "travel"}
    sides = {m.sides for m in members if m.sides}
    towards = frozenset(t for m in members for t in m.target_sides)
    apart = {", ".join(sorted(s)) for s in sides if any(not s & other and not s & towards for other in sides)}
    counting = [m for m in members if m.numbers]
    several = len({m.statement.report for m in counting}) > 1
    numbers = {signed(n) for m in counting for n in m.numbers if any(not numbers_meet(m, o) for o in counting)} if several else set()
    found = [difference(p, v) for p, v in (("date", dates), ("place", places), ("who", apart), ("number", numbers))]
    denials = sorted({account_of(scene, m.statement) for m in members if m.item.factuality == "denied"})
    if denials and any(m.mood == "fact" for m in members):
        found.append(f"whether it happened: denied by the account of {', '.join(denials)}")
    return tuple(f for f in found if f)


def difference(point: str, values: set[str]) -> str:
    """One line where there are at least two values, else nothing."""
    return f"{point}: {' or '.join(sorted(values))}" if len(values) > 1 else ""
