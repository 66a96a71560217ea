"""What may be a detail, and how it goes from one process to another: units that both know go by their number."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tui.compare.comparison import DetailKind
from tui.compare.units.unit import Family, Unit, are_respelt

UnitsOf = Callable[[int, int], Sequence[Unit]]
"""Returns the units of a sentence, given its side and number."""
_Carried = int | Unit | None
Packed = tuple[Family, DetailKind, int, int, _Carried, _Carried]


@dataclass(eq=False, slots=True)
class Candidate:
    """A unit of the left and one of the right, or a unit of one side with the sentence that lacks it."""

    family: Family
    kind: DetailKind
    left: int
    right: int
    """The sentences."""
    one: Unit | None
    two: Unit | None

    @property
    def is_pair(self) -> bool:
        """Whether both sides say something."""
        return self.one is not None and self.two is not None

    @property
    def is_respelt(self) -> bool:
        """Whether it is one name in two spellings."""
        return self.one is not None and self.two is not None and are_respelt(self.one, self.two)


def pack(units_of: UnitsOf, candidates: Iterable[Candidate]) -> list[Packed]:
    """Return candidates as they go to a process that knows the units of sentences too."""

    def number_of(unit: Unit | None, side: int, sentence: int) -> _Carried:
        if unit is None:
            return None
        try:
            return units_of(side, sentence).index(unit)
        except ValueError:
            return unit  # cut for this candidate

    return [
        (c.family, c.kind, c.left, c.right, number_of(c.one, 0, c.left), number_of(c.two, 1, c.right))
        for c in candidates
    ]


def unpack(units_of: UnitsOf, packed: Iterable[Packed]) -> list[Candidate]:
    """Return the candidates that were packed; a unit of a sentence is the very one that this process knows."""

    def unit_of(carried: _Carried, side: int, sentence: int) -> Unit | None:
        return units_of(side, sentence)[carried] if isinstance(carried, int) else carried

    return [
        Candidate(family, kind, left, right, unit_of(one, 0, left), unit_of(two, 1, right))
        for family, kind, left, right, one, two in packed
    ]
