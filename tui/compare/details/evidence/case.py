"""A candidate with what its evidence asks of it again and again."""

from collections.abc import Callable
from functools import wraps

from tui.articles.article import SIDES
from tui.compare.details.candidates import Candidate
from tui.compare.details.facing import Facing, Numbers, Sentence
from tui.compare.details.field import Field
from tui.compare.details.parts import Parts, Word
from tui.compare.units.unit import Unit

_NONE = frozenset[str]()


def of_link(tell: Callable[["Case"], float]) -> Callable[["Case"], float]:
    """Return evidence that is the same for all candidates of a link, measured once for each."""

    @wraps(tell)
    def evidence(case: Case) -> float:
        kept = case.facing.kept
        if tell not in kept:
            kept[tell] = tell(case)
        return kept[tell]

    return evidence


class Case:
    """A candidate in its surroundings. Sides are 0 for left and 1 for right; `own` is the side of a lone unit."""

    def __init__(self, field: Field, candidate: Candidate) -> None:
        self.field = field
        self.candidate = candidate
        self.units: tuple[Unit | None, Unit | None] = (candidate.one, candidate.two)
        self.numbers = (candidate.left, candidate.right)
        self.own = 0 if candidate.one is not None else 1
        self.facing: Facing = field.facing(candidate.left, candidate.right)
        self._insides: list[slice | None] = [None, None]

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
        """Return the words of a side's unit, none where it has none."""
        unit = self.units[side]
        return self.facing.sides[side].parts.words[unit.first : unit.after] if unit else ()

    def size(self, side: int) -> int:
        """Return how many words a side's unit has."""
        unit = self.units[side]
        return unit.after - unit.first if unit else 0

    def inside(self, side: int) -> slice:
        """Return which content words of a side's sentence lie in its unit."""
        found = self._insides[side]
        if found is None:
            unit = self.unit(side)
            found = self._insides[side] = self.facing.sides[side].inside(unit.first, unit.after)
        return found

    def homes(self, side: int) -> frozenset[int]:
        """Return which clauses a side's unit stands in."""
        return frozenset(word.clause for word in self.words(side))

    @property
    def slot(self) -> float:
        """How alike what stands around both units is."""
        return self.facing.slot(self.unit(0), self.unit(1))

    @property
    def told(self) -> tuple[Numbers, Numbers]:
        """For each side how much of each of the unit's content words the other unit says."""
        return self.facing.said(self.inside(0), self.inside(1))

    @property
    def shares(self) -> tuple[float, float]:
        """For each side how much of its unit's meaning the other unit says, 0 to 1."""
        one, two = self.inside(0), self.inside(1)
        return self.facing.share_said(0, one, two), self.facing.share_said(1, one, two)

    def known(self, side: int) -> list[bool]:
        """Return of each content word of a side's unit whether its stem stands anywhere in the other article."""
        return self.field.known(side, self.numbers[side])[self.inside(side)]

    @property
    def texts(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of both sides' units as they are written in lower case; empty for a side without."""
        one, two = self.units
        left, right = self.facing.sides
        return left.texts(one) if one else _NONE, right.texts(two) if two else _NONE

    @property
    def clause_texts(self) -> tuple[frozenset[str], frozenset[str]]:
        """The words of the clauses that the units stand in."""
        one, two = self.units
        left, right = self.facing.sides
        return left.clause_texts(one) if one else _NONE, right.clause_texts(two) if two else _NONE

    def is_quoted(self, side: int) -> bool:
        """Say whether a side's unit stands within quotation marks."""
        return self.sentence(side).is_quoted(self.unit(side))

    def is_headline(self, side: int) -> bool:
        """Say whether a side's sentence is a headline."""
        reading = self.field.pair.readings[SIDES[side]]
        return reading.article.sentences[self.numbers[side]].kind == "headline"
