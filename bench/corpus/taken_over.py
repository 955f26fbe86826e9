"""Reports that take their content from another: copies, near copies, rewrites, later versions, corrections."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace

from bench.corpus.laid import later
from bench.corpus.lines import Line, Mark, opening, templates
from bench.corpus.reports import NOTE, Made, Writer, headline
from bench.corpus.story import Happening

COUNTED = {"release": "hostages released", "rescue": "hostages rescued", "capture": "people taken", "attack": "people killed"}


def other_outlet(made: Made, outlets: tuple[str, ...], rng: random.Random) -> str:
    """Another outlet than the report's."""
    return rng.choice([o for o in outlets if o != made.outlet])


def address(outlet: str, identity: str) -> str:
    """Where an outlet's report stands."""
    return f"https://{outlet.lower().replace(' ', '')}.example/{identity}"


def copy(made: Made, identity: str, outlet: str, rng: random.Random) -> Made:
    """The same words under another name, on the day or the next."""
    return replace(made, id=identity, outlet=outlet, date=later(made.date, rng.randrange(2)), kind="copy", url=address(outlet, identity))


def near_copy(made: Made, identity: str, outlet: str, rng: random.Random) -> Made:
    """Almost the same words: another title, the dateline gone, the last paragraph cut or a sentence of colour put in."""
    body = made.paragraphs
    if len(body) > 3 and rng.random() < 0.6:
        body = body[:-1]
    title = replace(made.title, text=f"{made.title.text}: what is known", marks=made.title.marks)
    day = later(made.date, rng.randrange(2))
    return replace(made, id=identity, outlet=outlet, date=day, kind="near", url=address(outlet, identity), title=title, paragraphs=body, head="")


def rewrite(made: Made, identity: str, outlet: str, writer: Writer, events: Mapping[str, Happening]) -> Made:
    """The same facts and quotations in the same order by another hand."""
    writer.wrong.update({h: n for h, _, n, _ in made.slips})

    def anew(line: Line) -> Line:
        event = events[line.about]
        if line.kind == "saying":
            return writer.quotation(event, line.way)
        if line.kind == "witness":
            return line
        fresh = writer.line(line.kind, event, way=line.way + 1 + writer.rng.randrange(max(len(templates(line.kind)) - 1, 1)))
        return writer.attributed(fresh, line.side, line.who) if line.side is not None else opening(fresh)

    title = headline(writer.line(made.title.kind, events[made.title.about], way=made.title.way + 1))
    body = tuple(tuple(anew(line) for line in p if line.kind != "colour") for p in made.paragraphs)
    kept, url = tuple(p for p in body if p), address(outlet, identity)
    return replace(made, id=identity, outlet=outlet, date=writer.date, kind="rewrite", url=url, title=title, paragraphs=kept, head="")


def update(made: Made, identity: str, writer: Writer, event: Happening) -> Made:
    """A later version at the same address, with a paragraph more."""
    more = opening(writer.line("standing", event))
    return replace(made, id=identity, date=later(made.date, 1), kind="update", paragraphs=(*made.paragraphs, (more,)))


def corrected(made: Made, identity: str, event: Happening) -> Made:
    """A later version that puts the report's slip right and says so."""
    _, _, told, true = made.slips[0]

    def right(line: Line) -> Line:
        text, marks = line.text, list[Mark]()
        shift, at = 0, 0
        out = ""
        for mark in sorted(line.marks, key=lambda m: m.start):
            if mark.value == "n" or mark.value.endswith(":n"):
                words = text[mark.start : mark.end].replace(f"{told:,}", f"{true:,}")
                out += text[at : mark.start] + words
                at = mark.end
                marks.append(replace(mark, start=mark.start + shift, end=mark.start + shift + len(words)))
                shift += len(words) - (mark.end - mark.start)
            else:
                marks.append(mark.moved(shift))
        return replace(line, text=out + text[at:], marks=tuple(marks), numbers={**line.numbers, "n": true}) if line.about == event.id else line

    body = tuple(tuple(right(line) for line in p) for p in made.paragraphs)
    note = NOTE.format(told=told, true=true, what=COUNTED.get(event.type, "people"))
    return replace(made, id=identity, date=later(made.date, 1), kind="corrects", title=right(made.title), paragraphs=body, tail=note, slips=())
