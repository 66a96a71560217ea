"""A candidate with what its evidence asks of it again and again."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from tui.articles.article import SIDES
from tui.compare.details.candidate import Candidate
from tui.compare.details.content import Sentence
from tui.compare.details.facing import Facing
from tui.compare.details.field import Field
from tui.compare.details.parts import Parts, Word
from tui.compare.units.unit import Unit

_NONE = frozenset[str]()


class Case:
    """A candidate in its surroundings. Sides are 0 for left and 1 for right; `own` is the side of a lone unit."""

    __slots__ = (
        "_insides",
        "both",
        "candidate",
        "facing",
        "field",
        "lone",
        "numbers",
        "own",
        "sizes",
        "units",
    )

    def __init__(self, field: Field, candidate: Candidate) -> None:
        self.field = field
        self.candidate = candidate
        one, two = candidate.one, candidate.two
        self.units: tuple[Unit | None, Unit | None] = (one, two)
        self.both: tuple[Unit, Unit] = self.units  # type: ignore[assignment]
        """The same, for what is asked of sides that have one."""
        self.numbers = (candidate.left, candidate.right)
        self.own = 0 if one is not None else 1
        self.lone = self.both[self.own]
        """The unit that no other answers."""
        self.facing: Facing = field.facing(candidate.left, candidate.right)
        self.sizes = one.after - one.first if one is not None else 0, two.after - two.first if two is not None else 0
        """How many words each side's unit has."""
        self._insides: list[slice | None] = [None, None]

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

    def inside(self, side: int) -> slice:
        """Return which content words of a side's sentence lie in its unit."""
        found = self._insides[side]
        if found is None:
            unit = self.both[side]
            found = self._insides[side] = self.facing.sides[side].inside(unit.first, unit.after)
        return found

    def homes(self, side: int) -> frozenset[int]:
        """Return which clauses a side's unit stands in."""
        return frozenset(word.clause for word in self.words(side))

    @property
    def slot(self) -> float:
        """How alike what stands around both units is."""
        return self.facing.slot(*self.both)

    @property
    def shares(self) -> tuple[float, float]:
        """For each side how much of its unit's meaning the other unit says, 0 to 1."""
        grid, one, two = self.facing.place(*self.both)
        return grid.shares[0][one][two], grid.shares[1][two][one]

    @property
    def open_words(self) -> tuple[int, int]:
        """For each side how many content words of its unit the other unit does not say."""
        grid, one, two = self.facing.place(*self.both)
        return grid.open[0][one][two], grid.open[1][two][one]

    def known(self, side: int) -> tuple[int, int]:
        """Return of how many content words of a side's unit the stem stands anywhere in the other article, and of all.

        The second number is how many content words there are.
        """
        inside, known = self.inside(side), self.field.known(side, self.numbers[side])
        return known[inside.stop] - known[inside.start], inside.stop - inside.start

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
        return self.facing.sides[side].is_quoted(self.both[side])

    def is_headline(self, side: int) -> bool:
        """Say whether a side's sentence is a headline."""
        reading = self.field.pair.readings[SIDES[side]]
        return reading.article.sentences[self.numbers[side]].kind == "headline"


@dataclass(frozen=True, slots=True)
class Column:
    """Evidence that is told of many cases at once, sooner than of one after the other."""

    tell: Callable[[Sequence[Case]], list[float]]


Evidence = Callable[[Case], float] | Column


def measure(evidence: Evidence, cases: Sequence[Case]) -> list[float]:
    """Return a piece of evidence about each of some cases, those of a link side by side."""
    return evidence.tell(cases) if isinstance(evidence, Column) else [evidence(case) for case in cases]


def of_link(tell: Callable[[Case], float]) -> Column:
    """Return evidence that is the same for all candidates of a link, which is asked once of those side by side."""

    def column(cases: Sequence[Case]) -> list[float]:
        found = list[float]()
        facing, told = None, 0.0
        for case in cases:
            if case.facing is not facing:
                facing, told = case.facing, tell(case)
            found.append(told)
        return found

    return Column(column)
