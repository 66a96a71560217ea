"""The values that leave this room: an article, its paragraphs and its sentences.

Offsets count Unicode code points of `Article.text`; an end is exclusive. That holds everywhere in the program.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Side = Literal["left", "right"]
"""Which of the two articles of a pair is meant."""

SIDES: tuple[Side, Side] = ("left", "right")

LineKind = Literal["headline", "dateline", "byline", "caption", "prose", "credit", "appeal", "notice"]
"""What a sentence is on the page: running prose, one of the lines that stand alone, or furniture among the prose:
who made the report, what the reader is asked to click, and rights, corrections and advertisements."""


class ArticleError(Exception):
    """An article cannot be had; the message is one line that names the file and says what to do."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one article's text, `start` inclusive, `end` exclusive."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Say whether at least one character belongs to both."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence inside one paragraph; headlines, datelines, bylines and captions are sentences too."""

    start: int
    end: int
    paragraph: int
    """The number of the paragraph it stands in, from 0."""
    kind: LineKind = "prose"

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


DateKind = Literal[
    "as given",
    "front matter",
    "JSON-LD",
    "meta tag",
    "time element",
    "dateline",
    "running head",
    "updated",
    "mail header",
    "modified",
    "created",
    "address",
    "converted",
    "printed",
]
"""Where a date stands that may tell when an article was published."""


@dataclass(frozen=True, slots=True)
class DateSource:
    """A place that tells a date, whether or not it was believed."""

    kind: DateKind
    day: date
    told: str = ""
    """The words, where they say more than the day: "2019-03-08T23:30:00-05:00"."""
    is_used: bool = False
    """Whether this is the day that counts as the article's date."""


@dataclass(frozen=True, slots=True)
class Article:
    """One text with what is known about it.

    `text` is what the user gave, decoded, line ends made line feeds and dangerous characters replaced one for one;
    nothing else has moved. Of a page, a document, a mail or Markdown it is what a reader sees, a block a line.
    """

    text: str
    sentences: tuple[Sentence, ...] = ()
    paragraphs: tuple[Span, ...] = ()
    title: str | None = None
    source: str | None = None
    """The outlet, or else the name of the file or site it came from."""
    published: date | None = None
    author: str | None = None
    origin: str = ""
    """The path, URL or `-` as the user gave it; empty for a text that came without one."""
    warnings: tuple[str, ...] = ()
    """What the reader should know of how the text was read (a guessed encoding, invisible characters)."""
    dates: tuple[DateSource, ...] = ()
    """Every date that the article and its file tell of its publication, the most trusted first."""
    left_out: tuple[str, ...] = ()
    """What the file holds beside the text: running heads, comments, boxes, a signature; one line for each kind."""

    def slice(self, where: Span | Sentence) -> str:
        """Return the text of a span or sentence."""
        return self.text[where.start : where.end]
