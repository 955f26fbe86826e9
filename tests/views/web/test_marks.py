"""A chain is shown as marks within marks: each piece of a report knows in how many contents it stands, and nothing of the text is lost."""

from __future__ import annotations

from itertools import pairwise

from onrecord.types import Attribution, Figure, Item, Layer, Report, Span, Statement
from onrecord.views.web.marks import MarkedBlock, marked_blocks

TEXT = "Reuters reported that a source said the minister told aides that 40 people are held. Nobody else spoke."


def at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def said(identity: str, source: str, cue: str, content: str) -> Statement:
    item = Attribution(identity, at(content), "indirect", source, "unnamed_source", source, cue, content, (at(source),), (at(cue),), (at(content),))
    return made(identity, "attributions", item, at(content))


def made(identity: str, layer: Layer, item: Item, span: Span) -> Statement:
    return Statement(identity, "r", layer, identity, item, span, span.of(TEXT), None, None, "", ())


CHAIN = (
    said("outer", "Reuters", "reported", "a source said the minister told aides that 40 people are held"),
    said("middle", "a source", "said", "the minister told aides that 40 people are held"),
    said("inner", "the minister", "told", "40 people are held"),
)
FIGURE = made("f", "figures", Figure("f", at("40 people"), 40, None, None, "exact", "persons", "held"), at("40 people"))


def marked(*statements: Statement) -> MarkedBlock:
    (block,) = marked_blocks(Report("r", "one", TEXT), list(statements))
    assert "".join(p.text for p in block.pieces) == TEXT, "nothing is left out, nothing stands twice"
    return block


def depth_at(block: MarkedBlock, words: str) -> int:
    """In how many contents the piece stands that begins or holds *words*."""
    ends, start = [], 0
    for piece in block.pieces:
        ends.append((start, start + len(piece.text), piece.depth))
        start += len(piece.text)
    return next(depth for a, b, depth in ends if a <= TEXT.index(words) < b)


def test_the_links_of_a_chain_are_nested_one_deeper_each() -> None:
    block = marked(*CHAIN, FIGURE)
    told = ("Reuters", "a source", "the minister", "40 people", "are held", "Nobody else")
    assert [depth_at(block, words) for words in told] == [0, 1, 2, 3, 3, 0]


def test_each_piece_leads_to_the_narrowest_that_holds_it_and_each_link_ends_once() -> None:
    block = marked(*CHAIN, FIGURE)
    links = {p.text: p.link for p in block.pieces}
    assert links["40 people"] == "f" and links[" are held"] == "inner" and links["Reuters"] == "outer" and links[". Nobody else spoke."] is None
    ends = [end for piece in block.pieces for end in piece.ends]
    assert sorted(ends) == [("A", "inner"), ("A", "middle"), ("A", "outer"), ("F", "f")]


def test_a_link_that_is_missing_takes_one_depth_away_where_it_stood() -> None:
    whole, less = marked(*CHAIN), marked(CHAIN[0], CHAIN[2])
    for words, depth in (("a source", 1), ("40 people", 2)):
        assert depth_at(less, words) == depth
    assert depth_at(whole, "40 people") == 3


def test_pieces_are_cut_where_marks_begin_and_end_only() -> None:
    pieces = marked(*CHAIN).pieces
    assert all((one.classes, one.depth, one.link) != (other.classes, other.depth, other.link) or one.ends for one, other in pairwise(pieces))
