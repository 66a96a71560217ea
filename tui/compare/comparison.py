"""The comparison of two articles: a plain immutable value.

It is the same for the screen, the reports and the batch command.
"""

from dataclasses import dataclass
from typing import Literal

from tui.articles.article import Article, Side, Span
from tui.compare.reading import Reading
from tui.compare.settings import DetailLevel as DetailLevel
from tui.compare.settings import Settings as Settings
from tui.compare.trouble import Trouble

Relation = Literal["same", "similar", "differs"]
DetailKind = Literal["figure", "date", "person", "place", "organisation", "quote", "claim", "wording"]
LinkRank = Literal["main", "also"]
MentionKind = Literal["person", "place", "organisation", "figure", "date"]
CARRYING = "conflict"
"""The kind of reason that a contradiction is for a link which too little else spoke for."""
MentionValue = float | tuple[float, float] | str | None


@dataclass(frozen=True, slots=True)
class UsedModel:
    """The sentence model that links were judged with."""

    name: str
    """Its folder and file: "minilm/model.onnx"."""
    sha256: str
    """Of the file, 64 hexadecimal digits."""

    def __str__(self) -> str:
        return f"Links were judged with the sentence model {self.name}, SHA-256 {self.sha256[:12]}…"


@dataclass(frozen=True, slots=True)
class Corrections:
    """Links that a reader made or cut by hand, as (left sentence, right sentence)."""

    linked: frozenset[tuple[int, int]] = frozenset()
    unlinked: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing that speaks for (or, weighing less than 0, against) a link or the kind of a name."""

    kind: str
    """The family of evidence: "words", "names", "figures", "dates", "quote", …; of a name a feature: "digit"."""
    text: str
    """What was found, for a person to read: "frank, Putin, crisis"."""
    weight: float
    """Its share of the score, for ordering."""


@dataclass(frozen=True, slots=True)
class Link:
    """One left and one right sentence that share an asserted claim."""

    left: int
    right: int
    score: float
    """0 to 1; 1 for a link made by hand."""
    reasons: tuple[Reason, ...] = ()
    by_hand: bool = False
    rank: LinkRank = "main"
    """A sentence's main counterpart, or one it has besides; passages are made of main links."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Links that hang together: left sentences facing right ones."""

    number: int
    """From 1, in the left article's reading order; what the screen shows."""
    left: tuple[int, ...]
    right: tuple[int, ...]
    links: tuple[Link, ...]
    relation: Relation
    score: float


@dataclass(frozen=True, slots=True)
class Detail:
    """A place where linked sentences say the shared thing differently."""

    passage: int
    left_sentence: int
    right_sentence: int
    kind: DetailKind
    left: Span | None
    right: Span | None
    conflict: bool
    """Whether both cannot be right."""
    summary: str
    """Both sides in one line: "6,000 / 6,100 people killed"."""
    why: str
    """Why it differs and why it is or is no conflict: "both are lower bounds"."""
    importance: float = 1.0
    """How likely an editor would want to be told, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A person, place, organisation, figure or date with every place it stands in."""

    kind: MentionKind
    name: str
    left: tuple[Span, ...]
    right: tuple[Span, ...]
    value: MentionValue = None
    """A figure's number, both ends of a range, or a date in ISO 8601 (an interval for a stretch of time)."""
    unit: str | None = None
    titles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Quote:
    """A direct quotation with its speaker and the passage it stands in."""

    side: Side
    start: int
    end: int
    speaker: str | None
    passage: int | None


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line of the brief, with everything it stands on."""

    text: str
    passages: tuple[int, ...] = ()
    left_sentences: tuple[int, ...] = ()
    right_sentences: tuple[int, ...] = ()
    left: tuple[Span, ...] = ()
    right: tuple[Span, ...] = ()
    mentions: tuple[int, ...] = ()
    """Positions in `Comparison.mentions`."""
    details: tuple[int, ...] = ()
    """Positions in `Comparison.details`."""
    sign: str = ""
    """The mark of what it tells: = ≈ ≠ for a passage, ≠ or ! for a detail, · for one side only, else none."""


@dataclass(frozen=True, slots=True)
class Question:
    """One of the five questions with its answer."""

    number: int
    title: str
    counts: tuple[tuple[str, int], ...]
    """What was counted and how many, the most telling first."""
    lines: tuple[BriefLine, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """The answers to the five questions a reader asks, in their order."""

    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles with all that was found between them."""

    left: Article
    right: Article
    readings: tuple[Reading, Reading]
    passages: tuple[Passage, ...] = ()
    details: tuple[Detail, ...] = ()
    mentions: tuple[Mention, ...] = ()
    quotes: tuple[Quote, ...] = ()
    brief: Brief = Brief()
    engine_links: tuple[Link, ...] = ()
    """The links as the engine found them, before a reader's corrections: what `recompare` starts from."""
    settings: Settings = Settings()
    """What the links and details were made with."""
    links_given: bool = False
    """Whether the caller brought the links, so that the engine looked for none."""
    revision: bool = False
    """Whether these are two versions of one text rather than two reports of one event."""
    troubles: tuple[Trouble, ...] = ()
    """The stages of the engine that gave less than they should; their pieces are empty."""
    may_be_strangers: bool = False
    """Whether the articles may well tell of different events; what is alike in them is linked all the same."""
    model: UsedModel | None = None
    """The sentence model that the links were judged with, if one was."""

    @property
    def warnings(self) -> tuple[str, ...]:
        """What the reader should know of the pair before trusting it, a line each."""
        return ("these may tell of different events",) if self.may_be_strangers else ()
