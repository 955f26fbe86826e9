"""Chains, continued quotations, documents, block quotations and turns."""

from __future__ import annotations

from collections.abc import Callable

from onrecord.annotate import annotate
from onrecord.parse import SpacyParser
from onrecord.types import Attribution, Block, Reading, Report, Span

Read = Callable[[str], Reading]


def cue(reading: Reading, words: str) -> Attribution:
    """The attribution whose cue is *words*."""
    return next(a for a in reading.attributions if a.cue == words)


def test_said_according_to_stands_inside_and_is_told_to_the_outlet(read_text: Read) -> None:
    found = read_text("The rebel envoy said the talks would not resume before spring, according to the Daily Star.")
    inner, outer = cue(found, "said"), cue(found, "according to")
    assert (inner.inside, inner.audience) == (outer.id, "the Daily Star")
    assert outer.content == "The rebel envoy said the talks would not resume before spring"
    assert inner.content == "the talks would not resume before spring"


def test_chain_of_three_links(read_text: Read) -> None:
    found = read_text("Reuters reported that a diplomat said the rebels believe the army will attack.")
    first, second, third = cue(found, "reported"), cue(found, "said"), cue(found, "believe")
    assert (first.inside, second.inside, third.inside) == (None, first.id, second.id)
    assert second.audience == "Reuters"


def test_relay_at_the_end_of_the_sentence_holds_the_warning(read_text: Read) -> None:
    found = read_text("Chad has warned the militia that it must leave the town within a week, Reuters reported on Sunday.")
    assert cue(found, "warned").inside == cue(found, "reported").id
    assert cue(found, "warned").content == "it must leave the town within a week"


def test_quotation_goes_on_after_the_cue(read_text: Read) -> None:
    found = read_text("“We waited for an hour,” the nurse said. “Nobody came. We left.”").attributions
    assert [a.content_spans for a in found] == [(Span(1, 22), Span(42, 62))]


def test_quotation_goes_on_in_the_next_paragraph(read_text: Read) -> None:
    text = "“We waited for an hour,” the nurse told the Daily Star. “Nobody came.\n“Then we left, and we will not come back.”"
    found = read_text(text)
    assert [a.kind for a in found.attributions] == ["direct"]
    assert found.attributions[0].content_spans[-1].of(text).endswith("we will not come back")
    assert not found.problems


def test_pronoun_is_resolved_to_the_fullest_name(read_text: Read) -> None:
    found = read_text("Foreign Minister Ana Kovac arrived on Friday. She said the list was ready.")
    assert cue(found, "said").resolved == "Ana Kovac"


def test_the_two_are_the_two_who_spoke_before(read_text: Read) -> None:
    found = read_text("Two people briefed on the text said it foresees a truce. It was signed on Friday, the two added.")
    added = cue(found, "added")
    assert (added.source_class, added.access, added.number) == ("unnamed_source", "briefed", 2)


def test_statement_is_resolved_to_its_issuer(read_text: Read) -> None:
    found = read_text("Two boats had been stopped, the Chadian navy said in a statement. The crews were safe, the statement added.")
    added = cue(found, "added")
    assert (added.source_class, added.resolved) == ("document", cue(found, "said").resolved)


def test_document_names_its_issuer(read_text: Read) -> None:
    found = read_text("A statement from President Omar Diallo says the border will open.")
    assert cue(found, "says").resolved == "Omar Diallo"


def test_unpaired_mark_is_a_problem_and_the_rest_is_read(read_text: Read) -> None:
    found = read_text("The mayor called it “a disgrace and left.\nThe army said the road was open.")
    assert [p.kind for p in found.problems] == ["unpaired_quotation"]
    assert cue(found, "said").content == "the road was open"


def blocks_of(text: str, kinds: list[str]) -> tuple[Block, ...]:
    """One block a line, of the kinds given."""
    out, at = [], 0
    for line, kind in zip(text.split("\n"), kinds, strict=True):
        out.append(Block(Span(at, at + len(line)), kind))  # type: ignore[arg-type]
        at += len(line) + 1
    return tuple(out)


def test_block_quotation_belongs_to_the_outlet_that_introduces_it(parser: SpacyParser) -> None:
    text = (
        "Reuters reported that the siege might end:\nTwo convoys left the town on Sunday, a rebel officer said.\nThe roads are now open.\nThat would be news."
    )
    report = Report("x", "x", text, blocks=blocks_of(text, ["paragraph", "quotation", "quotation", "paragraph"]))
    found = annotate(parser.parse(report))
    outer, inner = cue(found, "reported"), cue(found, "said")
    assert [s.of(text) for s in outer.content_spans[1:]] == [line.rstrip(".") for line in text.split("\n")[1:3]]
    assert (outer.kind, inner.inside, inner.audience) == ("mixed", outer.id, "Reuters")


def test_turn_of_a_transcript_is_told_by_its_speaker(parser: SpacyParser) -> None:
    text = "DIALLO:\nWe met the rebels twice. They said they would leave."
    report = Report("x", "x", text, genre="transcript", blocks=(Block(Span(0, 7), "label"), Block(Span(8, len(text)), "turn", "DIALLO")))
    found = annotate(parser.parse(report))
    turn = cue(found, ":")
    assert (turn.source, turn.kind, turn.content) == ("DIALLO", "direct", text[8:])
    assert cue(found, "said").inside == turn.id
