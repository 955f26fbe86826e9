"""The ways of messages as a graph in SVG: no script, every line a link to its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from onrecord.types import Channel, ChannelUse, Snapshot
from onrecord.views.brief.words import date_words, plural

COLUMN, ROW = 196, 84
WIDTH, HEIGHT = 140, 46
MARGIN = 34
LONGEST = 14
"""Letters of a name on one line of a box."""
THICKEST = 5.0


@dataclass(frozen=True, slots=True)
class Edge:
    """All ways that pass from one node to the next."""

    one: str
    other: str
    uses: tuple[ChannelUse, ...]
    both: bool

    @property
    def used(self) -> bool:
        """Whether a use of it is reported, not only a plan, a denial or a remark."""
        return any(u.state == "used" and u.kind != "remark" for u in self.uses)

    @property
    def label(self) -> str:
        """How many places tell of it; a word where all of them tell of a plan or a denial."""
        states = {u.state for u in self.uses}
        return "denied" if states == {"denied"} else "planned" if states == {"planned"} else str(len(self.uses))


def channel_graphs(snapshot: Snapshot) -> tuple[tuple[str, str], ...]:
    """(heading, SVG) for each negotiation, then for each set of ways of none that hang together; two negotiations are never drawn as one."""
    names = {n.id: n.name for n in snapshot.derived.negotiations}
    groups: defaultdict[str, list[Channel]] = defaultdict(list)
    loose: list[Channel] = []
    for way in snapshot.derived.channels:
        (groups[names[way.negotiation]] if way.negotiation in names else loose).append(way)
    drawn = [(name, ways) for name, ways in sorted(groups.items(), key=lambda row: (-len(row[1]), row[0]))]
    drawn += [(" and ".join(ends_of(tuple(ways))[:2]), ways) for ways in together(loose)]
    return tuple((name, graph(snapshot, tuple(ways))) for name, ways in drawn)


def together(ways: list[Channel]) -> list[list[Channel]]:
    """Ways that share somebody, put together."""
    groups: list[tuple[set[str], list[Channel]]] = []
    for way in ways:
        own, members = {owner(n) for n in (way.sender, *way.through, way.receiver)}, [way]
        for other in [g for g in groups if g[0] & own]:
            groups.remove(other)
            own, members = own | other[0], [*other[1], *members]
        groups.append((own, members))
    return [members for _, members in groups]


def graph(snapshot: Snapshot, ways: tuple[Channel, ...]) -> str:
    """SVG of some channels."""
    found = columns(snapshot, ways)
    places = placed(found)
    room = max(len(c) for c in found) * ROW
    width = max(x for x, _ in places.values()) + WIDTH + MARGIN
    height = max(y for _, y in places.values()) + HEIGHT + MARGIN
    lines = [drawn_edge(edge, places, room) for edge in edges(ways)]
    height += 24 if any(far for _, far in lines) else 0
    boxes = "".join(drawn_node(name, x, y) for name, (x, y) in places.items())
    arrow = (
        '<marker id="way-end" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto-start-reverse">'
        '<path d="M0 0 10 5 0 10z" fill="currentColor"/></marker>'
    )
    return (
        f'<svg class="graph" xmlns="http://www.w3.org/2000/svg" width="{width:.0f}" height="{height:.0f}" viewBox="0 0 {width:.0f} {height:.0f}">'
        f"<defs>{arrow}</defs>{''.join(line for line, _ in lines)}{boxes}</svg>"
    )


def ends_of(ways: tuple[Channel, ...]) -> list[str]:
    """Those between whom others carry, the most used first; of ways without a carrier the senders."""
    weight = Counter(owner(n) for way in ways for n in (way.sender, *way.through, way.receiver))
    between = {owner(n) for way in ways for n in way.through if owner(n) not in (owner(way.sender), owner(way.receiver))}
    carried = {owner(n) for way in ways if way.through for n in (way.sender, way.receiver)} - between
    return sorted(carried or {owner(w.sender) for w in ways}, key=lambda p: (-weight[p], p))


def owner(node: str) -> str:
    """The party of a node."""
    return node.partition(" (")[0]


def columns(snapshot: Snapshot, ways: tuple[Channel, ...]) -> list[list[str]]:
    """Nodes by column: the one party with its parts, those between, the other parties with theirs, the parts nearest to the others first."""
    nodes = list(dict.fromkeys(n for way in ways for n in (way.sender, *way.through, way.receiver)))
    weight = Counter(n for way in ways for n in (way.sender, *way.through, way.receiver))
    parties = {p for n in snapshot.derived.negotiations for p in n.parties if len(n.parties) > 1}

    def order(name: str) -> tuple[int, str]:
        """The most used first."""
        return (-weight[name], name)

    parts_of = Counter(owner(n) for n in nodes if n != owner(n))
    ends = sorted({owner(n) for n in nodes} & parties, key=lambda p: (parts_of[p], *order(p))) or ends_of(ways)
    middle = [n for n in nodes if owner(n) not in ends]
    others = [n for n in nodes if owner(n) in ends[1:]]
    whole = [n for n in others if n == owner(n)]
    parts = sorted((n for n in others if n != owner(n)), key=lambda n: (-depth(n, ways), n))
    own = [n for n in nodes if owner(n) in ends[:1]]
    left = [[n] for n in sorted(own, key=lambda n: (n == owner(n), depth(n, ways), n))]
    return [c for c in (*left, sorted(middle, key=order), sorted(whole, key=order), *([n] for n in parts)) if c]


def depth(node: str, ways: tuple[Channel, ...]) -> int:
    """How much others of its own party lie behind a part: the political office before the leadership that it reaches."""
    return sum(1 for way in ways for one, two in pairwise((way.sender, *way.through, way.receiver)) if one == node and owner(one) == owner(two))


def placed(found: list[list[str]]) -> dict[str, tuple[float, float]]:
    """The upper left corner of every node, columns centred on the tallest."""
    tallest = max(len(c) for c in found)
    return {
        name: (MARGIN + k * COLUMN, MARGIN + (tallest - len(column)) * ROW / 2 + n * ROW)
        for k, column in enumerate(found) for n, name in enumerate(column)
    }


def edges(ways: tuple[Channel, ...]) -> list[Edge]:
    """Every pair of neighbours on any way, with all uses."""
    gathered: defaultdict[tuple[str, str], list[ChannelUse]] = defaultdict(list)
    directions: defaultdict[frozenset[str], set[tuple[str, str]]] = defaultdict(set)
    for way in ways:
        for one, two in pairwise((way.sender, *way.through, way.receiver)):
            pair = (min(one, two), max(one, two))
            gathered[pair].extend(u for u in way.uses if not u.delay)
            directions[frozenset(pair)] |= {(one, two), (two, one)} if way.both_ways else {(one, two)}
    out = []
    for pair, uses in sorted(gathered.items()):
        told = directions[frozenset(pair)]
        one, two = pair if pair in told else (pair[1], pair[0])
        out.append(Edge(one, two, tuple(dict.fromkeys(uses)), len(told) > 1))
    return out


def drawn_edge(edge: Edge, places: dict[str, tuple[float, float]], room: float) -> tuple[str, bool]:
    """One line with its count, and whether it passes below a column; dashed where no use is reported."""
    (x1, y1), (x2, y2) = ((x + WIDTH / 2, y + HEIGHT / 2) for x, y in (places[edge.one], places[edge.other]))
    right = 1 if x2 > x1 else -1
    far = abs(x2 - x1) > COLUMN * 1.5
    if abs(x2 - x1) < 1:
        start, end = (x1, y1 + (HEIGHT / 2 if y2 > y1 else -HEIGHT / 2)), (x2, y2 + (-HEIGHT / 2 if y2 > y1 else HEIGHT / 2))
        bend = (x1 + (WIDTH * 0.75 if abs(y2 - y1) > ROW * 1.5 else 0), (y1 + y2) / 2)
    else:
        start, end = (x1 + right * WIDTH / 2, y1), (x2 - right * WIDTH / 2, y2)
        bend = ((x1 + x2) / 2, (y1 + y2) / 2 + (room + 24 if far else 0))
    middle = ((start[0] + 2 * bend[0] + end[0]) / 4, (start[1] + 2 * bend[1] + end[1]) / 4)
    width = min(1.2 + 0.5 * len(edge.uses), THICKEST)
    dash = "" if edge.used else ' stroke-dasharray="5 5"'
    back = ' marker-start="url(#way-end)"' if edge.both else ""
    line = (
        f'<a href="{address(edge)}"><title>{escape(title(edge))}</title>'
        f'<path d="M{start[0]:.1f} {start[1]:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {end[0]:.1f} {end[1]:.1f}" fill="none" stroke="currentColor" '
        f'stroke-width="{width:.1f}" opacity=".65"{dash} marker-end="url(#way-end)"{back}/>'
        f'<text x="{middle[0]:.1f}" y="{middle[1] - 6:.1f}" text-anchor="middle" class="count">{edge.label}</text></a>'
    )
    return line, far and abs(x2 - x1) >= 1


def address(edge: Edge) -> str:
    """Where the latest words of a line stand."""
    words = edge.uses[-1].words
    return f"/statements/{words.statement}" if words.statement else f"/reports/{words.report}"


def title(edge: Edge) -> str:
    """What a line says when pointed at."""
    dates = [u.date for u in edge.uses if u.date is not None and u.state == "used"]
    told = f", {date_words(dates[0])} to {date_words(dates[-1])}" if len(dates) > 1 else f", {date_words(dates[0])}" if dates else ""
    return f"{edge.one} {'↔' if edge.both else '→'} {edge.other}: {plural(len(edge.uses), 'place')} in reports{told}"


def drawn_node(name: str, x: float, y: float) -> str:
    """One box with a name on at most two lines, the part of a party on the second."""
    head, _, rest = name.partition(" (")
    lines = [head, f"({rest}"] if rest else wrapped(head)
    at = y + HEIGHT / 2 + 5 - (len(lines) - 1) * 8
    words = "".join(f'<tspan x="{x + WIDTH / 2:.1f}" dy="{16 if n else 0}">{escape(line)}</tspan>' for n, line in enumerate(lines))
    return (
        f'<g><title>{escape(name)}</title><rect x="{x:.1f}" y="{y:.1f}" width="{WIDTH}" height="{HEIGHT}" rx="7" class="node"/>'
        f'<text x="{x + WIDTH / 2:.1f}" y="{at:.1f}" text-anchor="middle" class="name">{words}</text></g>'
    )


def wrapped(name: str) -> list[str]:
    """A name on one line, or on two where it is long."""
    if len(name) <= LONGEST:
        return [name]
    cut = name.rfind(" ", 0, LONGEST + 1)
    first, rest = (name[:cut], name[cut + 1 :]) if cut > 0 else (name[:LONGEST], name[LONGEST:])
    return [first, rest if len(rest) <= LONGEST else rest[: LONGEST - 1] + "…"]
