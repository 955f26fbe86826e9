"""The readers as a spaCy component: items on the Doc with spans that are the Doc's, from whatever pipeline the user loaded."""

from __future__ import annotations

import pickle
import tomllib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from tests.conftest import report_of

from onrecord.annotate import annotate
from onrecord.component import LAYERS, Component
from onrecord.errors import InputError, ModelError
from onrecord.parse import SpacyParser
from onrecord.pipeline import date_and_resolve

ROOT = Path(__file__).parents[2]
TEXT = (
    "Truce in the valley\n\nThe Reed Union released 12 sailors on Monday, Northland's foreign minister Lena Roe said. "
    "It demands that Northland withdraw its troops.\n"
    "\n  The Union  still holds 31 people, an official told reporters.\n"
)


@pytest.fixture(scope="module")
def nlp(parser: SpacyParser) -> Iterator[Language]:
    """The loaded pipeline with the component at its end, taken off afterwards."""
    parser.nlp.add_pipe("onrecord")
    yield parser.nlp
    parser.nlp.remove_pipe("onrecord")


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    """One Doc that was read."""
    return nlp(TEXT)


def test_items_stand_on_the_doc_with_its_own_words(doc: Doc) -> None:
    assert [(f.measure, f.value, doc.char_span(*f.span).text) for f in doc._.figures] == [("released", 12.0, "12 sailors"), ("held", 31.0, "31 people")]
    assert doc._.attributions[0].resolved == "Lena Roe" and doc._.times and doc._.events and doc._.participants
    assert [p.stance for p in doc._.positions] == ["demands"]
    assert doc._.figures == doc._.reading.figures and doc._.problems == ()


def test_every_span_begins_and_ends_with_a_token_of_the_doc(nlp: Language) -> None:
    for path in sorted((ROOT / "sample" / "reports").glob("0*.txt")):
        doc = nlp(path.read_text(encoding="utf-8"))
        for layer in LAYERS[1:-1]:
            for item in getattr(doc._, layer):
                assert doc.char_span(*item.span) is not None, f"{path.name} {layer}: {item.span.of(doc.text)!r}"


def test_a_doc_is_read_as_the_same_report_is(nlp: Language, parser: SpacyParser) -> None:
    text = "The Reed Union released 12 sailors on Monday, Northland's foreign minister Lena Roe said."
    with parser.nlp.select_pipes(disable="onrecord"):
        report = annotate(parser.parse(report_of(text)))
    reading = nlp(text)._.reading
    assert [getattr(reading, layer) for layer in LAYERS] == [getattr(report, layer) for layer in LAYERS]


def test_days_are_given_once_somebody_says_when_it_was_published(doc: Doc) -> None:
    from dataclasses import replace

    reading = doc._.reading
    dated = replace(reading, report=replace(reading.report, published="2024-03-06", published_basis="given"))
    ((_, date, resolved),) = date_and_resolve([dated])
    assert date.published is not None and resolved != date_and_resolve([reading])[0][2]


def test_a_reading_goes_through_bytes_and_bins(doc: Doc) -> None:
    again = Doc(doc.vocab).from_bytes(doc.to_bytes())
    (binned,) = DocBin(docs=[doc], store_user_data=True).get_docs(doc.vocab)
    assert again._.reading == binned._.reading == doc._.reading


def test_two_processes_read_as_one_does(nlp: Language) -> None:
    """The readings come back with the Docs; the component goes to a process that starts afresh, as on systems without fork, by pickling."""
    texts = [TEXT.replace("12", str(n)) for n in range(12, 16)]
    alone, apart = ([d._.reading for d in nlp.pipe(texts, n_process=n, batch_size=2)] for n in (1, 2))
    assert alone == apart and {f.value for r in apart for f in r.figures} >= {float(n) for n in range(12, 16)}
    again = pickle.loads(pickle.dumps(nlp.get_pipe("onrecord")))
    assert again(nlp.make_doc("")).text == ""


def test_a_doc_that_was_not_read_has_nothing_on_it(doc: Doc) -> None:
    assert Doc(doc.vocab, words=["five", "freed"])._.figures == ()
    assert Component()(Doc(doc.vocab))._.reading.coverage.sentences == 0


def test_a_pipeline_without_syntax_is_refused_with_what_to_do() -> None:
    blank = spacy.blank("en")
    blank.add_pipe("onrecord")
    with pytest.raises(ModelError, match="after a parser"):
        blank("Five were freed.")


def test_a_pipeline_that_gives_less_is_told(parser: SpacyParser) -> None:
    with parser.nlp.select_pipes(disable=[n for n in ("ner", "onrecord") if n in parser.nlp.pipe_names]):
        doc = Component()(parser.nlp("Five were freed."))
    assert ["gives no named entities" in p.message for p in doc._.problems] == [True]


def test_attributes_of_others_are_left_alone_and_a_prefix_helps() -> None:
    Doc.set_extension("record_events", default=1)
    try:
        with pytest.raises(InputError, match="prefix"):
            Component("record_")
        Component("told_")
        assert Doc.has_extension("told_events")
    finally:
        Doc.remove_extension("record_events")


def test_the_entry_point_names_the_factory() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    module, _, name = project["entry-points"]["spacy_factories"]["onrecord"].partition(":")
    assert callable(getattr(import_module(module), name))
