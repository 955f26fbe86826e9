"""What texts have in common, counted over all of them at once."""

from __future__ import annotations

from array import array
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.reconcile.runs import in_a_crowd, of_a_crowd, packed, shared, unpacked

TEXTS = st.lists(st.frozensets(st.integers(-3, 12), max_size=8), min_size=1, max_size=7)


@given(TEXTS, st.integers(2, 4), st.data())
def test_runs_that_a_crowd_has_count_for_no_two_texts(texts: list[frozenset[int]], crowd: int, data: st.DataObject) -> None:
    wanted = data.draw(st.frozensets(st.integers(0, len(texts) - 1)))
    few = {run for text in texts for run in text if sum(run in other for other in texts) <= crowd}
    expected = {(a, b): len(texts[a] & texts[b] & few) for a, b in permutations(range(len(texts)), 2) if a in wanted}
    assert shared([packed(text) for text in texts], wanted, crowd) == {pair: n for pair, n in expected.items() if n}


@given(TEXTS, st.integers(1, 4))
def test_runs_of_a_crowd_are_told_of_each_text_that_has_them(texts: list[frozenset[int]], crowd: int) -> None:
    many = frozenset(run for text in texts for run in text if sum(run in other for other in texts) > crowd)
    assert [unpacked(found) for found in of_a_crowd([packed(text) for text in texts], crowd)] == [text & many for text in texts]


def test_what_a_crowd_has_is_told_of_texts_without_numbers_and_with_a_number_twice() -> None:
    """A number that one text has twice is of one text; a text that has none is there with nothing."""
    texts = [array("q", row).tobytes() for row in ([7, 7, 3], [], [3, 9], [9], [3])]
    assert in_a_crowd(texts, 2) == [b"\x00\x00\x01", b"", b"\x01\x00", b"", b"\x01"]
    assert in_a_crowd(texts, 1) == [b"\x00\x00\x01", b"", b"\x01\x01", b"\x01", b"\x01"]
    assert of_a_crowd([packed({3, 7}), b"", packed({3, 9}), packed({9}), packed({3})], 2) == [packed({3}), b"", packed({3}), b"", packed({3})]
    assert in_a_crowd([], 1) == [] and of_a_crowd([], 1) == [] and in_a_crowd([b"", b""], 1) == [b"", b""]
