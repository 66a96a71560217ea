"""Two linked sentences held against each other word by word: which word of one says what a word of the other says."""

from collections.abc import Iterable, Sequence
from functools import cached_property

import numpy as np

from tui.compare.details.content import Numbers, Place, Sentence
from tui.compare.details.grid import Faced, Grid, lay_grids
from tui.compare.units.unit import Unit

_AGREED = 0.95
"""What a word of a figure or date is worth beside one of the same value in other words."""
_CONCEPT = 0.85
"""What a word of the same concept is worth beside the word itself."""
_NEAR = 0.35
"""Vectors nearer than this mean something alike; below, nothing."""


class Facing:
    """A left and a right sentence with how much each word of one says what each of the other says, 0 to 1."""

    def __init__(
        self,
        left: Sentence,
        right: Sentence,
        agreed: Sequence[tuple[Unit, Unit]] = (),
        units: tuple[Sequence[Unit], Sequence[Unit]] = ((), ()),
    ) -> None:
        self.sides = (left, right)
        self.units = units
        """The units of both sentences."""
        self.lengths = max(1, len(left.parts.words)), max(1, len(right.parts.words))
        """How many words each has, 1 at least."""
        self.agreed = agreed
        """The figures and dates of both that are one value."""
        self.likeness = _likeness(left, right)
        for one, two in agreed:
            block = self.likeness[left.inside(one.first, one.after), right.inside(two.first, two.after)]
            np.maximum(block, _AGREED, out=block)
        self.flipped = self.likeness.T
        self.told = (
            self.likeness.max(axis=1) if self.likeness.shape[1] else np.zeros(len(left.at), dtype=np.float32),
            self.likeness.max(axis=0) if self.likeness.shape[0] else np.zeros(len(right.at), dtype=np.float32),
        )
        """For each side how much of each word the other sentence says anywhere."""
        self._rows: tuple[dict[Place, int], dict[Place, int]] = ({}, {})
        """The row of each unit in the grid."""
        self._cut: list[tuple[Unit, Unit]] = []
        self._grid: Grid | None = None
        self._told_shares: dict[tuple[int, int, int], float] = {}
        self._said: dict[tuple[int, int, int], list[float]] = {}

    @cached_property
    def shares(self) -> tuple[float, float]:
        """For each side how much of its meaning the other sentence says, 0 to 1."""
        found = []
        for sentence, told in zip(self.sides, self.told, strict=True):
            total = float(sentence.rarity.sum())
            found.append(float(sentence.rarity @ told) / total if total else 0.0)
        return found[0], found[1]

    @cached_property
    def words_agreed(self) -> tuple[frozenset[int], frozenset[int]]:
        """For each side the words of the figures and dates of both that are one value."""
        one, two = (frozenset(n for both in self.agreed for n in range(both[s].first, both[s].after)) for s in (0, 1))
        return one, two

    def expect(self, one: Unit, two: Unit) -> None:
        """Be told of two units that were cut for each other, before anything is asked of them."""
        self._cut.append((one, two))

    def place(self, one: Unit, two: Unit) -> tuple[Grid, int, int]:
        """Return the grid that two units stand in, and the row of each."""
        ours, theirs = (one.first, one.after), (two.first, two.after)
        if self._grid is None or ours not in self._rows[0] or theirs not in self._rows[1]:
            self.expect(one, two)
            lay_out((self,))
        assert self._grid is not None
        return self._grid, self._rows[0][ours], self._rows[1][theirs]

    def faced(self) -> Faced:
        """Return what a grid is made of: all units that are known so far, little more work than two of them."""
        for side, rows in enumerate(self._rows):
            for unit in (*self.units[side], *(cut[side] for cut in self._cut)):
                rows.setdefault((unit.first, unit.after), len(rows))
        ours, theirs = self._rows
        pairs = dict.fromkeys((ours[one.first, one.after], theirs[two.first, two.after]) for one, two in self._cut)
        return Faced(self.sides, self.likeness, (list(ours), list(theirs)), list(pairs))

    def take(self, grid: Grid) -> None:
        """Answer from a grid whatever is asked of two units."""
        self._grid = grid

    def said(self, side: int, inside: slice, other: Unit) -> list[float]:
        """Return of some content words of `side` how much of each a unit of the other side says, 0 to 1."""
        key = 1 - side, other.first, other.after
        if key not in self._said:
            there = self.sides[1 - side].inside(*key[1:])
            self._said[key] = [max(row[there], default=0.0) for row in self._lists[side]]
        return self._said[key][inside]

    @cached_property
    def _lists(self) -> tuple[list[list[float]], list[list[float]]]:
        """For each side how much each word of the other says of each word, as lists: few numbers are asked of."""
        return self.likeness.tolist(), self.flipped.tolist()

    def slot(self, one: Unit, two: Unit) -> float:
        """Return how alike what stands around two units is, 0 to 1."""
        grid, ours, theirs = self.place(one, two)
        return grid.slots[ours][theirs]

    def slots(self, side: int, units: Sequence[Unit], other: Unit) -> list[float]:
        """Return how alike what stands around each of some units of `side` is to what stands around one facing them."""
        if not units:
            return []
        grid, ours, theirs = self.place(*((units[0], other) if side == 0 else (other, units[0])))
        rows = [self._rows[side][unit.first, unit.after] for unit in units]
        return [grid.slots[row][theirs] if side == 0 else grid.slots[ours][row] for row in rows]

    def nearness_of_the_rest(self, one: Unit, two: Unit) -> float:
        """Return how near the vectors of what neither of two units says of the other are."""
        grid, *place = self.place(one, two)
        if (place[0], place[1]) not in grid.rest:
            self.expect(one, two)
            lay_out((self,))
            grid, *place = self.place(one, two)
        return grid.rest[place[0], place[1]]

    @cached_property
    def clauses(self) -> tuple[list[tuple[Unit, int]], list[tuple[Unit, int]]]:
        """For each side the clauses that say something, each with its row in the grid."""
        one, two = (
            [
                (unit, self._rows[side][unit.first, unit.after])
                for unit in self.units[side]
                if unit.form == "clause" and (inside := sentence.inside(unit.first, unit.after)).start < inside.stop
            ]
            for side, sentence in enumerate(self.sides)
        )
        return one, two

    def share_told(self, side: int, inside: slice) -> float:
        """Return how much of the meaning of some content words of `side` the other sentence says, 0 to 1."""
        key = side, inside.start, inside.stop
        if key not in self._told_shares:
            self._told_shares[key] = self.sides[side].share_told(self.told[side][inside], inside)
        return self._told_shares[key]


def lay_out(facings: Iterable[Facing]) -> None:
    """Hold all units of some facings against each other at once, for whatever will be asked of them."""
    facings = tuple(facings)
    for facing, grid in zip(facings, lay_grids([facing.faced() for facing in facings]), strict=True):
        facing.take(grid)


def _likeness(left: Sentence, right: Sentence) -> Numbers:
    if not len(left.at) or not len(right.at):
        return np.zeros((len(left.at), len(right.at)), dtype=np.float32)
    near = left.vectors @ right.vectors.T
    found: Numbers = np.minimum(np.maximum((near - _NEAR) / (1 - _NEAR), 0), 1)
    stems: dict[str, list[int]] = {}
    concepts: dict[str, list[int]] = {}
    names: dict[str | None, list[int]] = {}
    for n, (stem, meant, name) in enumerate(zip(right.stems, right.concepts, right.names, strict=True)):
        stems.setdefault(stem, []).append(n)
        for concept in meant:
            concepts.setdefault(concept, []).append(n)
        if name:
            names.setdefault(name, []).append(n)
    akin, same = list[tuple[int, int]](), list[tuple[int, int]]()
    for n, (stem, meant, name) in enumerate(zip(left.stems, left.concepts, left.names, strict=True)):
        for concept in meant:
            akin += [(n, m) for m in concepts.get(concept, ())]
        same += [(n, m) for m in names.get(name, ())]
        same += [(n, m) for m in stems.get(stem, ())]
    if akin:
        at = tuple(zip(*akin, strict=True))
        found[at] = np.maximum(found[at], _CONCEPT)
    if same:
        found[tuple(zip(*same, strict=True))] = 1.0
    return found
