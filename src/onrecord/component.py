"""The readers as a component of a spaCy pipeline: `nlp.add_pipe("onrecord")` puts what a text says on its Doc.

The Doc's own parse is used, so the pipeline needs a parser for sentences and syntax; without tags, lemmas and named entities less is found, which is told
in `doc._.problems`. Dates stay relative to the text, as a Doc has no day of publication: `onrecord.pipeline.date_and_resolve([doc._.reading])` gives days.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from spacy.language import Language
from spacy.tokens import Doc

from onrecord.annotate import annotate
from onrecord.errors import InputError, ModelError
from onrecord.record.codec import pack_reading, unpack_reading
from onrecord.types import Block, Parsed, Problem, Reading, Report, Sentence, Span, Token, report_id

if TYPE_CHECKING:
    from collections.abc import Callable

LAYERS = ("participants", "times", "attributions", "figures", "events", "positions", "commitments", "proposals", "status", "problems")
"""The parts of a Reading that have an attribute of their own, beside `reading`, which is all of it."""
KEPT = "onrecord"
"""Where in `doc.user_data` a reading is kept, packed, so that it goes through `to_bytes`, DocBin and several processes."""
HELPFUL = (("TAG", "tags"), ("LEMMA", "lemmas"), ("ENT_IOB", "named entities"))
"""Annotations without which less is found."""


@Language.factory("onrecord", default_config={"prefix": ""}, requires=["token.dep", "token.head", "token.tag", "token.lemma", "doc.sents", "doc.ents"])
def make(nlp: Language, name: str, prefix: str) -> Component:
    """The component; *prefix* goes before the names of the attributes, where `doc._.events` is somebody else's already."""
    return Component(prefix)


class Component:
    """Puts a Reading on each Doc, under `doc._.reading`, and its parts under their own names."""

    def __init__(self, prefix: str = "") -> None:
        for part in ("reading", *LAYERS):
            register(prefix + part, getter_of(part))

    def __call__(self, doc: Doc) -> Doc:
        """The same Doc, read."""
        doc.user_data[KEPT] = pack_reading(read(doc))
        return doc


def register(name: str, getter: Callable[[Doc], Any]) -> None:
    """Makes an attribute of Docs; InputError where another package has one of the name."""
    if Doc.has_extension(name) and getattr(Doc.get_extension(name)[2], "__module__", "") != __name__:
        raise InputError(f'doc._.{name} is there already and not ours; give nlp.add_pipe("onrecord", config={{"prefix": "record_"}})')
    Doc.set_extension(name, getter=getter, force=True)


def getter_of(part: str) -> Callable[[Doc], Any]:
    """What gives one part of a Doc's reading; an empty one of a Doc that the component did not see."""

    def get(doc: Doc) -> Any:
        reading = reading_of(doc)
        return reading if part == "reading" else getattr(reading, part)

    return get


def reading_of(doc: Doc) -> Reading:
    """The reading that is kept on a Doc."""
    packed = doc.user_data.get(KEPT)
    return Reading(report_of(doc)) if packed is None else unpack_reading(packed, report_of(doc))


def read(doc: Doc) -> Reading:
    """What a parsed Doc says; ModelError for one without syntax or sentences."""
    if len(doc) and not (doc.has_annotation("DEP") and doc.has_annotation("SENT_START")):
        raise ModelError('the Doc has no syntax; put "onrecord" after a parser (nlp.pipe_names shows the order), as in a pipeline for English with one')
    reading = annotate(parsed_of(doc))
    missing = [words for key, words in HELPFUL if len(doc) and not doc.has_annotation(key)]
    if not missing:
        return reading
    seen = f"the pipeline gives no {' and no '.join(missing)}, so that less was found than could be; add the components that do before \"onrecord\""
    return replace(reading, problems=(*reading.problems, Problem("not_understood", seen, reading.report.id)))


def report_of(doc: Doc) -> Report:
    """The Doc's text as a report whose lines are its paragraphs."""
    text = doc.text
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(Span(at, at + len(line)), "paragraph"))
        at += len(line) + 1
    return Report(report_id(text, None, None), f"doc-{sha256(text.encode()).hexdigest()[:8]}", text, blocks=tuple(blocks))


def parsed_of(doc: Doc) -> Parsed:
    """The Doc's own parse, as the readers take it: no sentence crosses a line, and what hangs over one stands alone."""
    report = report_of(doc)
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    made: dict[int, Token] = {}
    for number, block in enumerate(report.blocks):
        words = [w for w in doc if block.span.start <= w.idx < block.span.end and w.text.strip("\n")]
        starts = [n for n, w in enumerate(words) if n == 0 or w.is_sent_start]
        for first, after in pairwise([*starts, len(words)]):
            begins = len(tokens)
            for word in words[first:after]:
                made[word.i] = Token(
                    len(tokens), word.text, word.idx, lemma=word.lemma_, pos=word.pos_, tag=word.tag_, dep=word.dep_, ent=word.ent_type_,
                    ent_start=word.ent_iob == 3, sent=len(sentences), block=number,
                )
                tokens.append(made[word.i])
            sentences.append(Sentence(len(sentences), begins, len(tokens), number))
    for word in doc:
        token, head = made.get(word.i), made.get(word.head.i)
        if token is not None and head is not None and token is not head and token.sent == head.sent:
            token.head = head
            head.children.append(token)
    return Parsed(report, tuple(tokens), tuple(sentences), tuple(t.start for t in tokens))
