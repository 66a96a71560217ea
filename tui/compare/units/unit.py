"""What linked sentences are held against each other by: figures, dates, names, descriptions, quotations, clauses."""

from dataclasses import dataclass
from typing import Literal

from tui.articles.article import Span
from tui.compare.comparison import DetailKind
from tui.compare.reading import Date, Figure

Form = Literal["figure", "date", "name", "list", "description", "pronoun", "source", "quotation", "clause", "phrase"]
"""How a unit stands there: "Kerry" is a name, "the men" a description, "Iran, Syria and Yemen" a list."""
Family = Literal["number", "name", "words"]

FAMILY_OF: dict[DetailKind, Family] = {
    "figure": "number",
    "date": "number",
    "person": "name",
    "place": "name",
    "organisation": "name",
    "quote": "words",
    "claim": "words",
    "wording": "words",
}

NOBODY: frozenset[str] = frozenset()
"""What a unit that names nobody has; one for all, since they are many."""


@dataclass(frozen=True, slots=True, eq=False)
class Unit:
    """One unit of a sentence; each is made once and equal to nothing else."""

    kind: DetailKind
    form: Form
    start: int
    end: int
    first: int
    """The first of the sentence's words that lie in it."""
    after: int
    """The word after its last one."""
    value: Figure | Date | None = None
    names: frozenset[str] = NOBODY
    """Whom or what it stands for, by key; empty for a description that nothing resolves."""
    title: str | None = None
    text: str = ""
    """The words it is told in."""
    spelling: str | None = None
    """A person's name as written here, where the articles do not all spell it so."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)

    def overlaps(self, other: "Unit") -> bool:
        """Say whether at least one character belongs to both."""
        return self.start < other.end and other.start < self.end

    @property
    def family(self) -> Family:
        """The family that it is judged in."""
        return FAMILY_OF[self.kind]


def are_respelt(one: Unit, two: Unit) -> bool:
    """Say whether two units name one person in two spellings, neither being a shorter form of the other."""
    if not one.spelling or not two.spelling or one.names != two.names:
        return False
    words = [frozenset(spelling.casefold().split()) for spelling in (one.spelling, two.spelling)]
    return not words[0] <= words[1] and not words[1] <= words[0]


def order_of(one: Unit | None, two: Unit | None) -> tuple[int, int]:
    """Return where two units stand in the order of their texts, the same whichever side is the left one."""
    starts = [unit.start for unit in (one, two) if unit]
    return sum(starts), max(starts)
