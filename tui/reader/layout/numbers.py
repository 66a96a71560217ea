"""Numbers that are worked out when they are asked for: what a layout knows of each row, without making every row."""

from collections.abc import Callable, Iterator, Sequence
from typing import overload


class Numbers(Sequence[int]):
    """So many numbers, each worked out when it is asked for."""

    def __init__(self, size: int, number: Callable[[int], int]) -> None:
        self._size = size
        self._number = number

    def __len__(self) -> int:
        return self._size

    @overload
    def __getitem__(self, position: int) -> int: ...
    @overload
    def __getitem__(self, position: slice) -> list[int]: ...
    def __getitem__(self, position: int | slice) -> int | list[int]:
        """Return one of them, or some."""
        if isinstance(position, slice):
            return [self._number(one) for one in range(*position.indices(self._size))]
        if not -self._size <= position < self._size:
            raise IndexError(position)
        return self._number(position % self._size)

    def __iter__(self) -> Iterator[int]:
        return map(self._number, range(self._size))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment]
