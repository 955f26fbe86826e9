"""Values that stay packed until somebody looks at them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar, overload

import msgspec

T = TypeVar("T")


class Wrapped(Sequence[T]):
    """Values as MessagePack, read as often as they are looked at, so that none is held; *made* are those, by place, that are there unpacked already."""

    def __init__(self, packed: Sequence[bytes], decoder: msgspec.msgpack.Decoder[T], made: Mapping[int, T]) -> None:
        self._packed, self._decoder, self._made = packed, decoder, made

    def __len__(self) -> int:
        return len(self._packed)

    def __iter__(self) -> Iterator[T]:
        if not self._made:
            return map(self._decoder.decode, self._packed)
        return (self._made[place] if place in self._made else self._decoder.decode(one) for place, one in enumerate(self._packed))

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...

    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        return self._made[place] if place in self._made else self._decoder.decode(self._packed[place])
