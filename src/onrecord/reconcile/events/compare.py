"""How likely two mentions tell of one happening, with the reasons in words."""

from __future__ import annotations

from dataclasses import dataclass
from math import inf

from onrecord.reconcile.events.mention import Told
from onrecord.reconcile.events.settings import families, table
from onrecord.types import Interval

JOINED = 0.6
"""Least score at which two mentions are one event: with it no two events of shared/gold/record.json fall together."""
NARROW = 3
"""Days up to which a date speaks for one happening, not for a period."""


TOGETHER = 400
"""Characters within which two mentions are told in one breath."""
ALIKE = 0.4
"""Share of words from which a denial is held to be of what another report tells."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A score and what it rests on."""

    score: float
    reasons: tuple[str, ...]


SPOKEN = frozenset({"reject", "accept", "propose", "demand", "threaten", "warn", "accuse", "appeal", "message", "protest", "publish", "other"})
"""Types that one party does again and again about different things: only their words tell which of them is meant."""
REPEATED = frozenset({"attack", "operation"})
"""Deeds that one party does again and again: without a day only their words, place, number or whom they hit tell which of them is meant."""
GIVEN_BACK = frozenset({"release", "exchange"})
"""The same of what is done to captives, who are called alike each time: only their number or a name tells which release a report of other days means."""
SETTLING = frozenset({"agree", "accept", "exchange", "truce_start", "truce_extend"})
"""Types of which several fall into one negotiation; without a day, reports of different weeks tell of different ones."""
SAME_MATTER = 0.34
"""Share of words from which two such mentions are of one matter."""
MUTUAL = frozenset({"meet", "call", "travel", "resume_talks", "agree", "exchange", "truce_start", "truce_end", "truce_extend"})
"""Types whose doer and target may be told the other way round."""
ON_PEOPLE = frozenset({"release", "rescue", "capture", "exchange"})
"""Types of which whoever is named in the words and does nothing is the one to whom it was done."""
COPIED = 4
"""Longer words that, all alike, are one text told again."""
ABOUT = 0.1
"""The share of itself by which "about 200" may miss."""
NOTHING = Likeness(0.0, ())


def likeness(one: Told, other: Told) -> Likeness:
    """The likeness of two mentions; 0 where something speaks plainly against it."""
    if not families(one.mention.type) & families(other.mention.type) or not moods_meet(one, other) or numbers_clash(one, other):
        return NOTHING
    if one.negotiations and other.negotiations and not one.negotiations & other.negotiations:
        return NOTHING
    if one.mention.id in other.earlier or other.mention.id in one.earlier:
        return NOTHING  # their report puts one after the other
    dates = of_dates(one, other)
    if dates[0] <= -1:
        return NOTHING
    parts = [
        of_types(one, other),
        dates,
        of_actors(one, other),
        of_targets(one, other),
        of_persons(one, other),
        of_places(one, other),
        of_words(one, other),
        of_telling(one, other),
    ]
    if any(p[0] <= -1 for p in parts):
        return NOTHING
    return Likeness(round(sum(p[0] for p in parts), 3), tuple(p[1] for p in parts if p[1]))


Part = tuple[float, str]


def moods_meet(one: Told, other: Told) -> bool:
    """Facts meet facts, plans and denials of the same; mere ideas meet only each other, of one type."""
    if one.mood == other.mood:
        return one.mood != "idea" or one.mention.type == other.mention.type
    if {one.mood, other.mood} not in ({"fact", "planned"}, {"fact", "denied"}) or one.mention.type != other.mention.type:
        return False
    if one.date is None or other.date is None or not one.date.overlaps(other.date):
        return False
    return "denied" not in (one.mood, other.mood) or shared_words(one, other) >= ALIKE


def numbers_clash(one: Told, other: Told) -> bool:
    """Whether both count their targets and share no number: then they are two events, unless two outlets tell of one narrow date."""
    if one.mention.type != other.mention.type or numbers_meet(one, other):
        return False
    dated = is_narrow(one.date) and is_narrow(other.date)
    return one.mention.report == other.mention.report or not dated


def numbers_meet(one: Told, other: Told) -> bool:
    """Whether the counts of two mentions may be one: they share a number, or one is a bound that the other's keeps; a count and none always may."""
    if not (one.numbers and other.numbers) or one.numbers & other.numbers:
        return True
    return any(a[0] <= b[1] and b[0] <= a[1] for a in map(limits, one.numbers) for b in map(limits, other.numbers))


def limits(number: str) -> tuple[float, float]:
    """The least and the most that a count in digits, with its sign before it, may mean."""
    value = float(number.lstrip("<>~+").replace(",", ""))
    spread = ABOUT * value if number[0] == "~" else 0.0
    low = value + 1 if number[0] == ">" else 0.0 if number[0] == "<" else value - spread
    return low, inf if number[0] in ">+" else value + spread


def of_types(one: Told, other: Told) -> Part:
    """Same type, or types of one family."""
    if one.mention.type == other.mention.type:
        return (0.15, "") if one.mention.type == "other" else (0.3, f"both tell of {one.mention.type}")
    return 0.15, f"{one.mention.type} and {other.mention.type} may be one deed"


def of_dates(mention: Told, beside: Told) -> Part:
    """Same day speaks for it, different days forbid it; a wide interval says little. Without a day, that of the telling may forbid it."""
    one, other = mention.date, beside.date
    if one is None or other is None:
        if mention.near is not None and beside.near is not None and not mention.near.overlaps(beside.near):
            return -1, ""
        return (0.0, "") if one is not None or other is not None else (0.1, "neither is dated")
    if not one.overlaps(other):
        return (0.1, f"told across midnight ({one.edtf()}, {other.edtf()})") if across_midnight(mention, beside) else (-1, "")
    widths = [i.days for i in (one, other)]
    if one == other and widths[0] is not None and widths[0] <= NARROW:
        return 0.3, f"same date {one.edtf()}"
    if all(w is not None and w <= NARROW for w in widths):
        return 0.25, f"dates meet ({one.edtf()}, {other.edtf()})"
    return (0.2, f"same period {one.edtf()}") if one == other else (0.1, f"dates overlap ({one.edtf()}, {other.edtf()})")


def across_midnight(one: Told, other: Told) -> bool:
    """Whether two single days next to each other may be one night's of a happening that is rare ("an hour later", "on Friday")."""
    if one.mention.type != other.mention.type or not overnight(one.mention.type) or one.date is None or other.date is None:
        return False
    first, second = sorted((one.date, other.date), key=lambda d: d.edtf())
    return first.days == second.days == 1 and first.last is not None and second.first is not None and (second.first - first.last).days == 1


def of_actors(one: Told, other: Told) -> Part:
    """Shared actors by name, then by side; disjoint sides speak against it."""
    shared = one.actors & other.actors
    if shared:
        return 0.25, f"both by {', '.join(sorted(shared))}"
    sides = one.sides & other.sides
    if sides:
        return 0.18, f"both by the side of {', '.join(sorted(sides))}"
    if not one.actors or not other.actors or (one.nameless != other.nameless and same_telling(one, other)):
        return 0.05, ""
    if one.sides & other.target_sides and other.sides & one.target_sides:
        return (0.15, "the same parties in turned roles") if {one.mention.type, other.mention.type} <= MUTUAL else (-0.3, "")
    return -0.4, ""


def of_targets(one: Told, other: Told) -> Part:
    """Shared targets by name, side or words."""
    shared = one.targets & other.targets
    if shared:
        return 0.15, f"both towards {', '.join(sorted(shared))}"
    if one.target_sides & other.target_sides:
        return 0.1, f"both towards the side of {', '.join(sorted(one.target_sides & other.target_sides))}"
    apart = one.target_sides - other.target_sides - other.sides and other.target_sides - one.target_sides - one.sides
    if apart and one.mention.report == other.mention.report and {one.mention.type, other.mention.type} <= {"call", "meet"}:
        return -1, ""  # one report that tells of a call with each tells of two
    if not one.targets or not other.targets or {one.mention.type, other.mention.type} <= MUTUAL:
        return 0.05, ""
    if {w for t in one.targets for w in t.split()} & {w for t in other.targets for w in t.split()}:
        return 0.08, "targets share words"
    return -0.15, ""


def of_persons(one: Told, other: Told) -> Part:
    """A person who was freed, taken, hit or handed over by both accounts: it happens to one person once in these talks."""
    if one.mention.type not in ON_PEOPLE or other.mention.type not in ON_PEOPLE:
        return 0.0, ""
    shared = one.persons & other.persons
    return (0.25, f"both of {', '.join(sorted(shared))}") if shared else (0.0, "")


def of_places(one: Told, other: Told) -> Part:
    """Shared place."""
    if one.place and other.place:
        return (0.12, f"both at {one.place}") if one.place == other.place else (-0.06, "")
    return 0.0, ""


def of_words(one: Told, other: Told) -> Part:
    """Overlap of the longer words of the quotes."""
    if not one.words or not other.words:
        return 0.0, ""
    share = shared_words(one, other)
    if not share and told_as_two(one, other):
        return -0.4, ""
    copied = share == 1 and len(one.words) >= COPIED
    if {one.mention.type, other.mention.type} <= GIVEN_BACK and one.mood != "idea" and told_apart(one, other) and not (copied or same_people(one, other)):
        return -0.3, ""
    if share < SAME_MATTER and not same_day(one.date, other.date):
        if {one.mention.type, other.mention.type} <= SPOKEN and (one.mention.type == other.mention.type or one.mention.report != other.mention.report):
            return -0.3, ""
        if {one.mention.type, other.mention.type} <= REPEATED and not one_matter(one, other):
            return -0.3, ""
        if {one.mention.type, other.mention.type} <= SETTLING and news_apart(one, other):
            return -0.3, ""
    return round(0.2 * share, 3), f"{len(one.words & other.words)} words in common" if share >= 0.5 else ""


def told_as_two(one: Told, other: Told) -> bool:
    """Whether one report tells of two such deeds in two sentences without a word in common, and the later does not point back ("the attack")."""
    if one.mention.report != other.mention.report or not {one.mention.type, other.mention.type} <= REPEATED or one.mention.in_title or other.mention.in_title:
        return False
    if one.sentence == other.sentence or same_people(one, other):
        return False
    return not (one if one.mention.span > other.mention.span else other).points_back


def told_apart(one: Told, other: Told) -> bool:
    """Whether reports of different days tell of them, and one of them without a day."""
    first, second = one.mention.published, other.mention.published
    if one.date is not None and other.date is not None:
        return False
    return one.mention.report != other.mention.report and (first is None or second is None or not first.overlaps(second))


def same_people(one: Told, other: Told) -> bool:
    """Whether both count as many, or name one of them."""
    return bool(one.numbers & other.numbers) or bool(one.persons & other.persons)


def one_matter(one: Told, other: Told) -> bool:
    """Whether two deeds share a place, a number, or whom they hit by name or word."""
    words = [{w for t in m.targets - m.target_sides for w in t.split()} for m in (one, other)]
    return (one.place is not None and one.place == other.place) or bool(one.numbers & other.numbers) or bool(words[0] & words[1])


def same_telling(one: Told, other: Told) -> bool:
    """Whether one report tells of both on the same few days: the title by a name, the text by what they are ("soldiers"), or the other way round."""
    if one.mention.report != other.mention.report:
        return False
    return same_day(one.date, other.date) or (one.mention.in_title != other.mention.in_title and None in (one.date, other.date))


def is_narrow(date: Interval | None) -> bool:
    """Whether a date speaks for one happening: NARROW days at most."""
    return date is not None and date.days is not None and date.days <= NARROW


def same_day(one: Interval | None, other: Interval | None) -> bool:
    """Whether both are dated to the same few days."""
    return one is not None and other is not None and is_narrow(one) and is_narrow(other) and one.overlaps(other)


def news_apart(one: Told, other: Told) -> bool:
    """Whether neither is dated and their reports are of different days: each was news then."""
    first, second = one.mention.published, other.mention.published
    if one.date is not None or other.date is not None or first is None or second is None:
        return False
    return is_narrow(first) and is_narrow(second) and not first.overlaps(second)


def of_telling(one: Told, other: Told) -> Part:
    """Two mentions of one type in one breath of one report are mostly one event."""
    if one.mention.report != other.mention.report or one.mention.type != other.mention.type:
        return 0.0, ""
    return (0.08, "told together") if abs(one.mention.span.start - other.mention.span.start) < TOGETHER else (0.0, "")


def shared_words(one: Told, other: Told) -> float:
    """The share of the shorter quote's longer words that stand in the other too."""
    return len(one.words & other.words) / max(min(len(one.words), len(other.words)), 1)


def overnight(kind: str) -> bool:
    """Whether events of this type may be told of two days next to each other."""
    return kind in table("overnight")["types"]


def once(kind: str) -> bool:
    """Whether events of this type are rare enough to join an undated mention to the only dated one."""
    return kind in table("once")["types"]
