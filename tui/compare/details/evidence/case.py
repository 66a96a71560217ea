"""A candidate with what its evidence asks of it again and again."""

from functools import cached_property

import numpy as np

from tui.articles.article import SIDES
from tui.compare.details.candidates import Candidate
from tui.compare.details.facing import Facing, Numbers, Sentence
from tui.compare.details.field import Field
from tui.compare.details.parts import Parts, Word
from tui.compare.units.unit import Unit

_FULL = 0.8
"""From here on a word is said by the other sentence."""


class Case:
    """A candidate in its surroundings. Sides are 0 for left and 1 for right; `own` is the side of a lone unit."""

    def __init__(self, field: Field, candidate: Candidate) -> None:
        self.field = field
        self.candidate = candidate
        self.units: tuple[Unit | None, Unit | None] = (candidate.one, candidate.two)
        self.numbers = (candidate.left, candidate.right)
        self.own = 0 if candidate.one is not None else 1
        self.facing: Facing = field.facing(candidate.left, candidate.right)
        self.link = field.links.get((candidate.left, candidate.right))

    def unit(self, side: int) -> Unit:
        """Return the unit of a side that has one."""
        unit = self.units[side]
        assert unit is not None
        return unit

    @property
    def lone(self) -> Unit:
        """The unit that no other answers."""
        return self.unit(self.own)

    def sentence(self, side: int) -> Sentence:
        """Return the sentence of a side."""
        return self.facing.sides[side]

    def parts(self, side: int) -> Parts:
        """Return the sentence of a side, taken apart."""
        return self.facing.sides[side].parts

    def words(self, side: int) -> tuple[Word, ...]:
        """Return the words of a side's unit."""
        return self._words[side]

    @cached_property
    def _words(self) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        found = [self.parts(s).words[u.first : u.after] if u else () for s, u in enumerate(self.units)]
        return found[0], found[1]

    def inside(self, side: int) -> slice:
        """Return which content words of a side's sentence lie in its unit."""
        unit = self.unit(side)
        return self.sentence(side).inside(unit.first, unit.after)

    @cached_property
    def slot(self) -> float:
        """How alike what stands around both units is."""
        return self.field.slot(self.candidate.left, self.candidate.right, self.unit(0), self.unit(1))

    @cached_property
    def told(self) -> tuple[Numbers, Numbers]:
        """For each side how much of each of the unit's content words the other unit says."""
        block = self.facing.likeness[self.inside(0), self.inside(1)]
        if not block.size:
            return np.zeros(block.shape[0], np.float32), np.zeros(block.shape[1], np.float32)
        return block.max(axis=1), block.max(axis=0)

    @cached_property
    def shares(self) -> tuple[float, float]:
        """For each side how much of its unit's meaning the other unit says, 0 to 1."""
        told = self.told
        return self.share_told(0, told[0], self.inside(0)), self.share_told(1, told[1], self.inside(1))

    def share_told(self, side: int, told: Numbers, inside: slice) -> float:
        """Return how much of the meaning of some content words is told, 0 to 1."""
        weight, total = self.sentence(side).weight(inside)
        return float(weight @ told) / total if total else 1.0

    @cached_property
    def texts(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of both sides' units as they are written in lower case; empty for a side without."""
        found = [self.sentence(s).texts(unit) if unit else frozenset[str]() for s, unit in enumerate(self.units)]
        return found[0], found[1]

    @cached_property
    def clause_texts(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of the clauses that the units stand in."""
        found = [
            self.sentence(side).clause_texts(unit) if unit else frozenset[str]() for side, unit in enumerate(self.units)
        ]
        return found[0], found[1]

    def is_quoted(self, side: int) -> bool:
        """Say whether a side's unit stands within quotation marks."""
        return self.sentence(side).is_quoted(self.unit(side))

    def is_headline(self, side: int) -> bool:
        """Say whether a side's sentence is a headline."""
        reading = self.field.pair.readings[SIDES[side]]
        return reading.article.sentences[self.numbers[side]].kind == "headline"
