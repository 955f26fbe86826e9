"""The people held, one by one, and the ways that messages go."""

from __future__ import annotations

from onrecord.types import CaptiveStatus, Channel, ChannelBreak, ChannelUse, Interval, RosterLine, RosterPoint, Snapshot, Words
from onrecord.views.brief.page import Cite, Line, Section, short_name
from onrecord.views.brief.words import date_words, joined, origins_words, plural

STATUSES: dict[CaptiveStatus, str] = {
    "taken": "taken", "held": "held", "seen_alive": "sign of life", "released": "released", "rescued": "rescued", "escaped": "escaped",
    "said_dead": "said to be dead", "body_returned": "body returned", "missing": "missing",
}
SHOWN: dict[CaptiveStatus, str] = {"seen_alive": "held, seen alive"}
MOODS = {"planned": "planned", "possible": "possible", "denied": "denied", "called_for": "asked for", "conditional": "on a condition"}
USES = {
    "message": "message", "meeting": "meeting", "call": "call", "visit": "visit", "proposal": "proposal carried", "remark": "told to exist",
}
MOST_NAMESAKES = 4
ROSTER_NOTE = "Only what reports say of a person by name; no count makes anybody dead, alive or free. No sign of life reported means nothing."
CHANNELS_NOTE = "A way is what reports show or tell; others may exist. A stretch without a reported use is no evidence that contact was cut."


def roster_section(snapshot: Snapshot) -> Section:
    """A line a captive, what is reported of them beneath."""
    lines = [line for captive in snapshot.derived.roster for line in captive_lines(snapshot, captive)]
    title = f"Roster: {plural(len(snapshot.derived.roster), 'person')} named as held or freed".replace("persons", "people")
    return Section("roster", title, tuple(lines), note=ROSTER_NOTE if lines else "Nobody who was taken, held or freed is named.")


def captive_lines(snapshot: Snapshot, captive: RosterLine) -> list[Line]:
    """One captive: last told status, last sign of life, what differs; then every point."""
    marks = []
    if captive.taken_by:
        marks.append(f"taken or held by {captive.taken_by}, as told")
    marks.append(f"last sign of life {date_words(captive.last_sign_on)}" if captive.last_sign else "no sign of life reported")
    if origins_words(captive.origins):
        marks.append(origins_words(captive.origins))
    lines = [Line(f"{captive.name}: {SHOWN.get(captive.status, STATUSES[captive.status])}", "", tuple(marks), link=captive.id)]
    lines += [Line(f"accounts differ: {words}", "", level=1) for words in captive.differs]
    lines += [point_line(snapshot, point) for point in captive.points]
    if captive.namesakes:
        others = "; ".join(f"{n.name} ({n.why})" for n in captive.namesakes[:MOST_NAMESAKES])
        lines.append(Line(f"not to be taken for: {others}", "", (), namesake_cites(snapshot, captive), level=1))
    return lines


def namesake_cites(snapshot: Snapshot, captive: RosterLine) -> tuple[Cite, ...]:
    """Where each of the namesakes is named in full first, by the order of the reports' names; else where they are told of first."""
    found: list[Cite] = []
    for other in captive.namesakes[:MOST_NAMESAKES]:
        entity = next((e for e in snapshot.derived.entities if e.name == other.name and e.kind == "person"), None)
        places = [] if entity is None else [(snapshot.by_id[r], span) for r, span in entity.mentions if r in snapshot.by_id]
        if places:
            report, span = min(places, key=lambda place: (other.name not in place[1].of(place[0].text), place[0].name, place[1]))
            found += cited(snapshot, Words(report.id, span, span.of(report.text)))
    return tuple(found)


def point_line(snapshot: Snapshot, point: RosterPoint) -> Line:
    """One point with who says so."""
    mood = MOODS.get(point.factuality)
    text = STATUSES[point.status] + (f", {mood}" if mood else "") + f" — {point.told_by}"
    return Line(text, day_words(snapshot, point.date, point.words), (), cited(snapshot, point.words), link=point.words.statement, level=1)


def day_words(snapshot: Snapshot, date: Interval | None, words: Words) -> str:
    """The day that is told, else when its report told it."""
    known = snapshot.date_of(words.report)
    if date is not None or known is None or known.published is None:
        return date_words(date)
    return f"told {date_words(known.published)}"


def cited(snapshot: Snapshot, words: Words) -> tuple[Cite, ...]:
    """The place of words, whether or not a statement stands there."""
    report = snapshot.report(words.report)
    return (Cite(words.report, short_name(snapshot, report), words.span, words.quote, words.statement, report.pages_of(words.span)),)


def channels_section(snapshot: Snapshot) -> Section:
    """A line a way, its uses and breaks beneath."""
    ordered = sorted(snapshot.derived.channels, key=lambda c: (-len(c.uses), c.sender, c.receiver, c.through))
    lines = [line for way in ordered for line in channel_lines(snapshot, way)]
    return Section("channels", f"Channels: {plural(len(ordered), 'way')}", tuple(lines), note=CHANNELS_NOTE if lines else "No way of messages was read.")


def way_words(way: Channel) -> str:
    """ "Norland → Oman → the Front"."""
    return (" ↔ " if way.both_ways else " → ").join((way.sender, *way.through, way.receiver))


def channel_lines(snapshot: Snapshot, way: Channel) -> list[Line]:
    """One way: first and last use, then every use and break."""
    marks = [f"first used {date_words(way.first)}, last {date_words(way.last)}"] if way.first else ["no use reported"]
    delays = list(dict.fromkeys(u.delay for u in way.uses if u.delay))
    if delays:
        marks.append(f"messages take {joined(delays, 3)}")
    if origins_words(way.origins):
        marks.append(origins_words(way.origins))
    lines = [Line(way_words(way), "", tuple(marks), link=way.id)]
    lines += [use_line(snapshot, use) for use in way.uses]
    lines += [break_line(snapshot, gap) for gap in way.breaks]
    return lines


def use_line(snapshot: Snapshot, use: ChannelUse) -> Line:
    """One use with who tells it."""
    text = f"messages take {use.delay}" if use.delay else USES[use.kind] + ("" if use.state == "used" else f", {use.state}")
    return Line(f"{text} — {use.told_by}", day_words(snapshot, use.date, use.words), (), cited(snapshot, use.words), link=use.words.statement, level=1)


def break_line(snapshot: Snapshot, gap: ChannelBreak) -> Line:
    """A break that is told, or a stretch in which no use is reported."""
    until = f"next used {date_words(gap.ends)}" if gap.ends else "no later use reported"
    if gap.words is None:
        return Line(f"no use reported between {date_words(gap.begins)} and {date_words(gap.ends)}", "", ("no evidence of a break",), level=1)
    return Line(f"told to be cut; {until}", date_words(gap.begins), (), cited(snapshot, gap.words), link=gap.words.statement, level=1)
