"""Sketches with a band in common are found among all, whichever are new."""

from __future__ import annotations

import random

import pytest

from onrecord.reconcile.origins.pairs import alike, bands, both, by_sketch, sketch


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_pairs_are_those_that_have_a_band_in_common(seed: int) -> None:
    rng = random.Random(seed)
    texts = [frozenset(rng.sample(range(400), 60)) for _ in range(12)]
    texts += [frozenset(rng.sample(sorted(texts[0]), 50)), texts[3], frozenset(rng.sample(sorted(texts[5]), 40)) | texts[7]]
    sketches = {f"r{n}": sketch(runs) for n, runs in enumerate(texts)} | {"empty": b""}
    near = {both(a, b) for a in sketches for b in sketches if a != b and set(bands(sketches[a])) & set(bands(sketches[b]))}
    assert near and by_sketch(frozenset(sketches), sketches) == near
    for fresh in (frozenset({"r0"}), frozenset({"r3", "empty", "r14"}), frozenset[str]()):
        assert by_sketch(fresh, sketches) == {pair for pair in near if fresh & set(pair)}


def test_where_nothing_has_a_sketch_nothing_is_alike() -> None:
    assert alike([b""], {"one": b"", "two": b""}) == [] and alike([], {}) == []
