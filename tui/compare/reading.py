"""What the engine reads in one article before it compares: names, figures, dates and quotations, place by place.

These are occurrences. `tui.compare.mentions` gathers those of both articles under one name each.
"""

from dataclasses import dataclass
from typing import Literal

from tui.articles.article import Article, Span

NameKind = Literal["person", "place", "organisation"]
FigureKind = Literal[
    "count", "money", "percent", "duration", "distance", "measure", "age", "score", "vote", "fraction", "number"
]
Qualifier = Literal["exact", "about", "more_than", "at_least", "less_than", "up_to", "nearly", "between", "vague"]
Precision = Literal["decade", "year", "season", "quarter", "month", "week", "day", "part_of_day", "time"]


@dataclass(frozen=True, slots=True)
class Name:
    """One place where a person, place or organisation is named."""

    start: int
    end: int
    kind: NameKind
    name: str
    """The one name of who or what is meant, the same for every form of it in both articles."""
    title: str | None = None
    """A person's title as said here, such as "US Secretary of State"; it stands outside the span."""
    spelling: str | None = None
    """A person's name as written here if the articles do not all spell it so ("Ryan Preibus", "Priebus"), else none."""
    acts: bool = False
    """Whether it is a country that acts here, as a state does: one and the same place, but listed as a body."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Figure:
    """One place where a number of something is given."""

    start: int
    end: int
    kind: FigureKind
    value: float
    """The value in `unit`, scale words multiplied out; the lower one of a range."""
    high: float | None = None
    """The upper value of a range or of a vague plural ("hundreds": 100 to 1,000), the second of a score or vote."""
    unit: str | None = None
    """An English noun in the singular: person, US dollar, percent, hour, kilometre."""
    counted: str | None = None
    """What is counted or measured, as said around the figure: "people killed"."""
    qualifier: Qualifier = "exact"

    @property
    def span(self) -> Span:
        """Where it stands, qualifier and unit included."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Date:
    """One place where a date, a range of dates or a time of day is given."""

    start: int
    end: int
    value: str | None
    """ISO 8601 as far as the text and the article's own date fix it ("2015-05-12", "2014-04", "T10:00"), else none."""
    until: str | None = None
    """The end of a range in the same form, else none."""
    precision: Precision = "day"
    explicit: str | None = None
    """What the words alone fix, before the article's date helps: "--05-12" for "May 12"; none for "Tuesday"."""
    part: str | None = None
    """The part of the day or of the period, or the season, as said: "night", "early", "summer"."""
    zone: str | None = None
    """The time zone of a time of day as said: "GMT", "ET", "local time"."""
    sooner: float = 0.0
    """So many days before its value it may be as well, as the words tell it: "about noon", "by 2020" (infinite)."""
    later: float = 0.0
    """So many days after it: "more than an hour after noon" is open to this side."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Quotation:
    """One direct quotation, its marks included."""

    start: int
    end: int
    speaker: str | None = None
    """The `Name.name` of who says it, where the text tells, else none."""

    @property
    def span(self) -> Span:
        """Where it stands, marks included."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Reference:
    """A pronoun or description that stands for someone or something the article names: "he", "the company"."""

    start: int
    end: int
    names: tuple[str, ...]
    """The `Name.name` of whom it stands for; several for a group ("both unions", "they")."""
    probability: float
    """How sure that is, 0 to 1."""

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything found in one article, each kind in the order of the text."""

    article: Article
    names: tuple[Name, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    references: tuple[Reference, ...] = ()
