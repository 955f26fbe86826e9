"""Forms that are one, each edge with score and reasons; what must stay apart is never joined by way of a third."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from onrecord.reconcile.entities.forms import Form
from onrecord.reconcile.entities.names import JOINED, compare, folded, skeleton, table

SURNAME_ONLY = 0.6
"""What `compare` gives for a surname alone: enough where one person only can be meant."""
SPAN_OF_BLOCK = 400
"""Largest block whose forms are compared pair by pair; larger ones are of names too common to tell anything."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two forms that are held to be one."""

    score: float
    one: int
    other: int
    left: str
    """How the one is written."""
    right: str
    why: str

    @property
    def reason(self) -> str:
        """The edge in words."""
        return f"{self.left} = {self.right}: {self.why}"


def clusters(forms: Sequence[Form]) -> tuple[list[list[int]], dict[int, list[Edge]]]:
    """Forms joined: lists of their numbers, and the edges used by the least number of each cluster."""
    parent = list(range(len(forms)))
    members: dict[int, list[int]] = {k: [k] for k in parent}
    used: dict[int, list[Edge]] = defaultdict(list)

    def root(k: int) -> int:
        while parent[k] != k:
            parent[k] = parent[parent[k]]
            k = parent[k]
        return k

    for edge in sorted(edges(forms), key=lambda e: (-e.score, e.one, e.other)):
        a, b = sorted((root(edge.one), root(edge.other)))
        if a == b or any(apart(forms[i], forms[j]) for i in members[a] for j in members[b]):
            continue
        parent[b] = a
        members[a].extend(members.pop(b))
        used[a].extend([edge, *used.pop(b, [])])
    return [sorted(m) for _, m in sorted(members.items())], used


def edges(forms: Sequence[Form]) -> Iterator[Edge]:
    """The pairs worth joining, found by block, so that the work grows with the number of forms and not with its square."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        if not form.unnamed or arm_of(form):
            for block in blocks_of(form):
                blocks[block].append(number)
    seen: set[tuple[int, int]] = set()
    for block in sorted(blocks):
        held = blocks[block]
        if len(held) > SPAN_OF_BLOCK:
            continue
        for k, one in enumerate(held):
            for other in held[k + 1 :]:
                if (one, other) not in seen:
                    seen.add((one, other))
                    found = edge(forms[one], forms[other], one, other)
                    if found is not None:
                        yield found
    yield from lone_surnames(forms)
    yield from lone_acronyms(forms)
    yield from lone_heads(forms)
    yield from lone_tails(forms)


def blocks_of(form: Form) -> set[tuple[str, str]]:
    """The blocks in which a form looks for others: a surname's sound and first letters, a body's names, its arm of a side."""
    if form.kind == "person":
        own = form.own
        out = {("name", form.key), ("surname", skeleton(own[-1])), ("start", own[-1][:4] + own[0][:1]), ("first two", " ".join(own[:2]))}
        sound = skeleton(own[-1])
        return out | {("both", " ".join(sorted(own))), ("begins", sound[:3] + own[0][:1]), ("ends", sound[-4:] + own[0][:1])}
    out = {("name", name) for name in form.plain}
    if form.kind == "place":
        out.add(("place", skeleton(folded(form.display))))
    arm = arm_of(form)
    if arm:
        out.add(("arm", f"{form.side or form.guess} {arm}"))
    return out


def arm_of(form: Form) -> str | None:
    """Which arm of its state a body is, by its name without the state's; None for others."""
    side = form.side or form.guess
    if form.kind != "body" or not side or folded(side) == form.key:
        return None
    told = plain_order(form.key)
    if any(told == w or told.endswith(" " + w) for w in table("armies")["words"]):
        return "army"
    words = told.split()
    if words[-1] == "ministry" and 2 <= len(words) <= 4:
        return " ".join(words[-2:])
    arms = sorted((folded(a) for a in table("arms")["words"]), key=len, reverse=True)
    return next((a for a in arms if told == a or (told.endswith(" " + a) and len(told.split()) - len(a.split()) <= 2)), None)


@lru_cache(4096)
def plain_order(key: str) -> str:
    """A body's name with what it is at the end: "ministry of foreign affairs" is "foreign ministry", "government of kenya" is "government"."""
    ministry = re.match(r"(?:\w+ ){0,2}?ministry of (.+)$", key)
    if ministry is not None:
        field = ministry[1]
        for long, short in table("ministries")["rows"]:
            field = re.sub(rf"^{long}\b", short, field)
        return f"{field.split(' of ')[0]} ministry"
    told = re.sub(r"\bdefense\b", "defence", key)
    for word in (*table("armies")["words"], *table("arms")["words"]):
        if told.startswith(f"{folded(word)} of "):
            return folded(word)
    return told


def edge(a: Form, b: Form, one: int, other: int) -> Edge | None:
    """The edge between two forms, or None."""
    if apart(a, b):
        return None
    if a.kind == b.kind == "person":
        likeness = compare(a.display, b.display)
        if likeness.score >= JOINED:
            return Edge(likeness.score, one, other, a.display, b.display, f"{', '.join(likeness.reasons)} ({likeness.score:.2f})")
        return None
    if "person" in (a.kind, b.kind) or ("group" in (a.kind, b.kind) and a.kind != b.kind):
        return None
    shared = a.plain & b.plain
    if a.unnamed and b.unnamed and (a.side or a.guess) != (b.side or b.guess):
        return None
    if shared:
        return Edge(0.95, one, other, a.display, b.display, f"both are called {sorted(shared)[0]}")
    if a.kind == b.kind == "place" and skeleton(a.key) == skeleton(b.key):
        return Edge(0.85, one, other, a.display, b.display, "spellings of one sound")
    if arm_of(a) and arm_of(a) == arm_of(b) and (a.side or a.guess) == (b.side or b.guess):
        return Edge(0.8, one, other, a.display, b.display, f"the {arm_of(a)} of {a.side or a.guess}")
    return None


def apart(a: Form, b: Form) -> bool:
    """Whether two forms must not be one: sides or work that differ, two full names in one report, a state and its like-named place apart from it."""
    if a.kind == b.kind == "person":
        if a.side and b.side and a.side != b.side and not one_office(a, b):
            return True
        if a.works and b.works and not a.works & b.works and not (a.side and a.side == b.side):
            return True
        full = len(a.own) > 1 and len(b.own) > 1
        if full and a.own != b.own and a.reports & b.reports and begins(a.own, b.own):
            return True
        return full and a.own != b.own and compare(a.display, b.display).score < SURNAME_ONLY
    if a.side and b.side and a.side != b.side and a.kind == b.kind == "body":
        return not ({folded(a.side), folded(b.side)} & ({folded(n) for n in a.names} & {folded(n) for n in b.names}) or (self_sided(a) and self_sided(b)))
    return False


def one_office(a: Form, b: Form) -> bool:
    """Whether two sides are told of one full name and office, and all reports of the one name the other side too: they misread whose envoy it is."""
    both = {a.side, b.side}
    named = both <= (a.beside or set()) or both <= (b.beside or set())
    return named and a.own == b.own and len(a.own) > 1 and bool(a.offices.keys() & b.offices.keys())


def begins(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one name is the beginning of the other: within one report that names both, two persons."""
    short = min(len(one), len(other))
    return one[:short] == other[:short]


def self_sided(form: Form) -> bool:
    """Whether a body speaks for itself, so that its side is only another of its names."""
    return form.side is not None and folded(form.side) in form.plain


def lone(forms: Sequence[Form], number: int, found: int, score: float, why: str) -> Edge:
    """The edge from a form told of by a part of a name to the only one whose name it may be."""
    return Edge(score, min(number, found), max(number, found), forms[number].display, forms[found].display, why)


def lone_surnames(forms: Sequence[Form]) -> Iterator[Edge]:
    """Edges from a person told of by surname alone to the only person of that surname whose side and work allow it."""
    full: dict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        if form.kind == "person" and not form.unnamed and len(form.own) > 1:
            full[skeleton(form.own[-1])].append(number)
    for number, form in enumerate(forms):
        own = form.own
        if form.kind != "person" or form.unnamed or len(own) != 1:
            continue
        fitting = [k for k in full.get(skeleton(own[0]), ()) if not apart(form, forms[k])]
        if fitting and all(compare(forms[fitting[0]].display, forms[k].display).score >= JOINED for k in fitting[1:]):
            yield lone(forms, number, fitting[0], SURNAME_ONLY, "the only one of that surname")


def lone_acronyms(forms: Sequence[Form]) -> Iterator[Edge]:
    """Edges from a body told of by first letters alone to the only body whose name gives them, sides allowing."""
    full: dict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        if form.kind == "body" and not form.unnamed:
            for letters in acronyms(form.display):
                full[letters].append(number)
    for number, form in enumerate(forms):
        letters = form.display.replace(".", "")
        if form.kind != "body" or not letters.isupper() or not 2 < len(letters) < 8:
            continue
        fitting = [k for k in full.get(letters.lower(), ()) if k != number and not apart(form, forms[k])]
        if len({forms[k].key for k in fitting}) == 1:
            yield lone(forms, number, fitting[0], 0.85, "first letters, the only such body (0.85)")


def lone_heads(forms: Sequence[Form]) -> Iterator[Edge]:
    """Edges from a body told of by the word that says what it is ("the Union", "the Brotherhood") to the only body of its reports that is called by it and
    more ("Union of Nurses", "Tide Brotherhood")."""
    full: dict[str, list[int]] = defaultdict(list)
    for number, form in enumerate(forms):
        if form.kind == "body" and not form.unnamed and " " in form.key:
            of = re.match(r"\w+ (?:of|for) ", form.key)
            head = form.key.split()[0 if of else -1]
            if of or head in table("heads")["words"]:
                full[head].append(number)
    for number, form in enumerate(forms):
        if form.kind != "body" or form.unnamed or " " in form.key:
            continue
        fitting = [k for k in full.get(form.key, ()) if forms[k].reports & form.reports]
        if len(fitting) == 1 and form.reports <= forms[fitting[0]].reports and not apart(form, forms[fitting[0]]):
            yield lone(forms, number, fitting[0], 0.8, "what it is called, the only such body of its reports (0.80)")


def lone_tails(forms: Sequence[Form]) -> Iterator[Edge]:
    """Edges from a body told of by the last words of its name ("the Red Cross") to the only body that is called "… of" these; none where others end so too."""
    ends: dict[str, list[int]] = defaultdict(list)
    bodies = [(number, form) for number, form in enumerate(forms) if form.kind == "body" and not form.unnamed]
    for number, form in bodies:
        told = form.key.split()
        for k in range(1, len(told) - 1):
            ends[" ".join(told[k:])].append(number)
    for number, form in bodies:
        longer = ends.get(form.key, []) if " " in form.key else []
        fitting = [k for k in longer if not apart(form, forms[k]) and re.search(rf" of (?:the )?{re.escape(form.key)}$", forms[k].key)]
        if len({forms[k].key for k in longer}) == 1 and fitting:
            yield lone(forms, number, fitting[0], 0.8, "its last words, the only such body (0.80)")


@lru_cache(4096)
def acronyms(name: str) -> frozenset[str]:
    """The first letters of a name of several words, with and without its small words."""
    told = re.findall(r"[\w'’]+", name)
    if len(told) < 3 or sum(w[:1].isupper() for w in told) < 3:
        return frozenset()
    return frozenset({"".join(w[0] for w in told if w[:1].isupper()).lower(), "".join(w[0] for w in told if w.lower() not in ("the", "a")).lower()})
