"""A sample of a record for a person to look at: statements by layer, and sentences in which nothing was found; and the answers read back."""

from __future__ import annotations

import csv
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from onrecord.errors import InputError
from onrecord.reconcile.sentences import sentences
from onrecord.record import Record, queries
from onrecord.record.rows import kind_of
from onrecord.score.audited import SENTENCE, Answered
from onrecord.types import Report, Span, Statement

LAYERS = ("attributions", "figures", "events", "positions", "commitments", "proposals", "status")
ACCEPT, REJECT, NONE, MISSED = "accept", "reject", "none", "missed"
WORDS = {"a": ACCEPT, "accept": ACCEPT, "yes": ACCEPT, "right": ACCEPT, "r": REJECT, "reject": REJECT, "no": REJECT, "wrong": REJECT, "n": NONE, "none": NONE,
         "ok": NONE, "m": MISSED, "missed": MISSED}
"""What may be written as an answer."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place of a sample, with what was read there, what the person answered, and what the sample was drawn from."""

    what: str
    """`statement`, or `sentence` for one in which nothing was found."""
    layer: str
    report: str
    start: int
    end: int
    words: str
    sentence: str
    reading: str
    by: str
    id: str
    size: int
    drawn: int
    beside: int
    answer: str = ""
    missed: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """What is drawn: *size* statements spread over the layers, and half as many sentences in which none of these layers found anything."""

    size: int = 50
    seed: int = 1
    layers: tuple[str, ...] = LAYERS


def draw(record: Record, sample: Sample) -> list[Place]:
    """The places of a sample, report by report as they stand there; the same seed draws the same from the same record."""
    frame: list[Place] = []
    empty: list[Place] = []
    said: dict[str, list[Statement]] = defaultdict(list)
    for statement in queries.statements(record):
        if statement.layer in sample.layers:
            said[statement.report].append(statement)
    for report in queries.all_reports(record):
        here = said[report.id]
        found = list(sentences(report))
        frame += list(statement_places(report, found, here))
        empty += [sentence_place(report, s) for s in found if not any(s.overlaps(x.span) for x in here)]
    chance = random.Random(sample.seed)
    by_layer = {layer: [p for p in frame if p.layer == layer] for layer in sample.layers}
    places = []
    for layer, many in shares({k: len(v) for k, v in by_layer.items()}, sample.size).items():
        places += [replace(p, size=len(by_layer[layer]), drawn=many) for p in chance.sample(by_layer[layer], many)]
    many = min(len(empty), sample.size // 2)
    places += [replace(p, size=len(empty), drawn=many) for p in chance.sample(empty, many)]
    return sorted(places, key=lambda p: (p.report, p.start, p.end, p.layer, p.id))


def shares(sizes: Mapping[str, int], whole: int) -> dict[str, int]:
    """How many are drawn of each layer: as many of each, and what a small layer cannot give goes to the others."""
    taken = dict.fromkeys(sizes, 0)
    while sum(taken.values()) < min(whole, sum(sizes.values())):
        for layer in sorted(sizes):
            if taken[layer] < sizes[layer] and sum(taken.values()) < whole:
                taken[layer] += 1
    return {layer: many for layer, many in taken.items() if many}


def statement_places(report: Report, found: Sequence[Span], here: Sequence[Statement]) -> Iterator[Place]:
    """The places of a report's statements, each with its sentence and how many statements begin in that."""
    own = {s.id: next((x for x in found if x.overlaps(s.span)), s.span) for s in here}
    beside = Counter(own.values())
    for one in here:
        around = [x for x in found if x.overlaps(one.span)] or [one.span]
        words = Span(around[0].start, around[-1].end).of(report.text)
        by = one.chain[-1].resolved if one.chain else "own voice"
        yield Place(
            "statement", one.layer, report.name, one.span.start, one.span.end, one.quote, words, told(one), by, one.id, 0, 0, beside[own[one.id]],
        )


def told(statement: Statement) -> str:
    """What was read, in short: the kind, and the fields that a person judges by."""
    shown = []
    for name in ("value", "low", "high", "comparator", "unit", "scope", "party", "stance", "topic", "actors", "targets", "factuality", "obligor", "obligee",
                 "what", "account", "title", "who", "answer", "track", "resolved", "cue", "content"):
        value = getattr(statement.item, name, None)
        if value not in (None, (), ""):
            words = ", ".join(value) if isinstance(value, tuple) else f"{value:.10g}" if isinstance(value, float) else str(value)
            shown.append(f"{name}: {words}")
    day = [f"date: {statement.date.edtf()}"] if statement.date else []
    return "; ".join([kind_of(statement), *shown, *day])


def sentence_place(report: Report, span: Span) -> Place:
    """A sentence in which nothing was found."""
    words = span.of(report.text)
    return Place("sentence", SENTENCE, report.name, span.start, span.end, words, words, "", "", "", 0, 0, 1)


COLUMNS = ("what", "layer", "report", "start", "end", "words", "sentence", "reading", "by", "answer", "missed", "note", "id", "size", "drawn", "beside")


def write(places: Iterable[Place], path: Path) -> None:
    """The sample as CSV, to be filled in: `answer` and `missed`; never over a file that is there."""
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            writer = csv.DictWriter(file, COLUMNS)
            writer.writeheader()
            writer.writerows(asdict(place) for place in places)
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}); give the name of a file that is not there yet, in a folder that is") from error


def read(path: Path) -> list[Place]:
    """The places of a CSV that `write` made and a person filled in; InputError says which line cannot be used."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read ({error}); give a CSV file that `onrecord audit --out` made, saved as UTF-8") from error
    delimiter = ";" if text.partition("\n")[0].count(";") > text.partition("\n")[0].count(",") else ","
    rows = csv.DictReader(text.splitlines(keepends=True), delimiter=delimiter)
    lacking = [c for c in COLUMNS if c not in (rows.fieldnames or ())]
    if lacking:
        raise InputError(f"{path}: no column {', '.join(lacking)}; fill in the file that `onrecord audit --out` made and leave its columns as they are")
    return [place_of(row, f"{path}:{rows.line_num}") for row in rows]


def place_of(row: Mapping[str, str | None], where: str) -> Place:
    """The place of one line."""
    numbers = {f.name for f in fields(Place) if f.type == "int"}
    try:
        place = Place(**{c: int(row[c] or "") if c in numbers else (row[c] or "").strip() for c in COLUMNS})  # type: ignore[arg-type]
    except ValueError as error:
        raise InputError(f"{where}: {error}; start, end, size, drawn and beside are as `onrecord audit --out` wrote them") from error
    return checked(place, where)


def checked(place: Place, where: str) -> Place:
    """The same place with its answer in our words; InputError where it cannot be understood."""
    answer, missed = place.answer.casefold(), layers_in(place.missed, where)
    if answer and answer not in WORDS:
        raise InputError(f"{where}: answer {place.answer!r}; write accept or reject at a statement, none or missed at a sentence, or nothing where you skip it")
    said = WORDS.get(answer, "")
    if place.what == "sentence":
        said = MISSED if missed else {ACCEPT: NONE}.get(said, said)
        if said == REJECT or (said == MISSED and not missed):
            raise InputError(f"{where}: answer {place.answer!r} at a sentence; name the layers that were missed in the column missed, or answer none")
    elif said in (NONE, MISSED):
        raise InputError(f"{where}: answer {place.answer!r} at a statement; write accept or reject, and what else its sentence says in the column missed")
    return replace(place, answer=said, missed=" ".join(missed))


def layers_in(words: str, where: str) -> list[str]:
    """The layers that were missed, one for each statement that should be there."""
    found = [w for w in re.split(r"[\s;,]+", words.casefold()) if w]
    for word in found:
        if word not in LAYERS:
            raise InputError(f"{where}: {word!r} is no layer; there are {', '.join(LAYERS)}")
    return found


def answered(places: Iterable[Place]) -> list[Answered]:
    """The places that were answered, as quality is told of them; those left blank are no answers."""
    return [
        Answered(p.layer, p.report, p.size, p.drawn, p.answer != REJECT, tuple(p.missed.split()), max(p.beside, 1)) for p in places if p.answer
    ]
