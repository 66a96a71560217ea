"""What a document says: a comparison, the notes placed in it, and which parts were asked for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from typing import Literal, get_args

from tui.articles.article import SIDES, Article, Side, Span
from tui.articles.furniture import FURNITURE
from tui.compare.brief_lines import sentences_beside
from tui.compare.comparison import Comparison, Detail, Passage
from tui.disk.inert import make_inert_line
from tui.notes.note import DetailMark, RightSide
from tui.notes.notebook import Notebook
from tui.notes.placing import PlacedNote, Placement, find_sentence, place_notebook, sentences_under
from tui.notes.set_aside import without_set_aside

Part = Literal["brief", "notes", "passages", "articles"]
"""What a document can hold: the answers to the five questions, the notes, the facing passages with their details, the
two articles in full."""

PARTS: tuple[Part, ...] = get_args(Part)


@dataclass(frozen=True, slots=True)
class Mark:
    """How a passage is marked: by a sign that needs no colour, a name for style sheets, and in words."""

    sign: str
    name: str
    words: str


MARKS = {
    "same": Mark("=", "same", "nearly the same words"),
    "similar": Mark("≈", "similar", "reworded"),
    "differs": Mark("≠", "differs", "a detail differs"),
    "conflict": Mark("!", "conflict", "both cannot be right"),
}

_REVISION_NAMES: dict[Side, str] = {"left": "earlier", "right": "later"}

_RIGHTS: dict[RightSide, str] = {
    "left": "the left is right",
    "right": "the right is right",
    "both": "both are right",
    "neither": "neither is right",
}


@dataclass(frozen=True)
class NumberedNote:
    """A note with its number in the document, from 1, in the order of the text."""

    number: int
    placed: PlacedNote


@dataclass(frozen=True, slots=True)
class Row:
    """Linked sentences facing each other: one on one side, what it is linked with on the other."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    details: tuple[Detail, ...]


@dataclass(frozen=True)
class Contents:
    """What a document says."""

    comparison: Comparison
    """Without the details that were set aside."""
    notebook: Notebook
    placement: Placement
    parts: frozenset[Part]
    marked: tuple[tuple[Detail, DetailMark], ...] = ()
    """The details that the reader checked, settled or set aside, in the order of the text."""
    details: tuple[Detail, ...] = ()
    """All details, also those set aside."""

    def shows(self, part: Part) -> bool:
        """Say whether a part was asked for and holds anything."""
        if part not in self.parts:
            return False
        if part == "notes":
            return not self.notebook.is_empty
        if part == "brief":
            return bool(self.comparison.brief.questions)
        return bool(self.comparison.passages) if part == "passages" else True

    def side_name(self, side: Side) -> str:
        """Return what a side is called: left and right, or of two versions earlier and later."""
        return _REVISION_NAMES[side] if self.comparison.revision else side

    def article(self, side: Side) -> Article:
        """Return the article on one side."""
        return self.comparison.left if side == "left" else self.comparison.right

    @cached_property
    def notes(self) -> tuple[NumberedNote, ...]:
        """The notes in the order of the text, left before right, orphaned ones last."""
        ordered = sorted(self.placement.notes, key=_first_place)
        return tuple(NumberedNote(number, placed) for number, placed in enumerate(ordered, start=1))

    @cached_property
    def highlights(self) -> "dict[Side, dict[int, tuple[Highlight, ...]]]":
        """The highlights on each sentence of each side; none when notes were not asked for."""
        found: dict[Side, dict[int, list[Highlight]]] = {side: defaultdict(list) for side in SIDES}
        for numbered in self.notes if "notes" in self.parts else ():
            for side in SIDES:
                for span in numbered.placed.spans(side):
                    for sentence in sentences_under(self.article(side), span):
                        found[side][sentence].append(Highlight(numbered.number, span))
        return {
            side: {
                sentence: tuple(sorted(marks, key=lambda mark: (mark.span.start, mark.span.end)))
                for sentence, marks in by_sentence.items()
            }
            for side, by_sentence in found.items()
        }

    @cached_property
    def beside(self) -> dict[Side, set[int]]:
        """The sentences that no passage holds, but that a detail holds against one."""
        left, right = sentences_beside(self.comparison.passages, self.comparison.details)
        return {"left": left, "right": right}

    @cached_property
    def passages_at(self) -> dict[Side, dict[int, tuple[int, ...]]]:
        """The numbers of the passages each linked sentence stands in, the one it is surest linked in first."""
        found: dict[Side, dict[int, dict[int, float]]] = {side: defaultdict(dict) for side in SIDES}
        for passage in self.comparison.passages:
            for link in passage.links:
                for side, sentence in (("left", link.left), ("right", link.right)):
                    scores = found["left" if side == "left" else "right"][sentence]
                    scores[passage.number] = max(scores.get(passage.number, 0.0), link.score)
        return {
            side: {n: tuple(sorted(scores, key=lambda number: (-scores[number], number))) for n, scores in of.items()}
            for side, of in found.items()
        }

    @cached_property
    def details_of(self) -> dict[int, tuple[Detail, ...]]:
        """The details of each passage."""
        found: dict[int, list[Detail]] = {}
        for detail in self.comparison.details:
            found.setdefault(detail.passage, []).append(detail)
        return {number: tuple(details) for number, details in found.items()}

    @cached_property
    def passages(self) -> dict[int, Passage]:
        """The passages by their numbers."""
        return {passage.number: passage for passage in self.comparison.passages}

    @cached_property
    def counterparts(self) -> dict[Side, dict[int, tuple[int, ...]]]:
        """The sentences that each linked sentence is linked with, the surest link first."""
        links = [link for passage in self.comparison.passages for link in passage.links]
        found: dict[Side, dict[int, list[int]]] = {side: defaultdict(list) for side in SIDES}
        for link in sorted(links, key=lambda link: (-link.score, link.left, link.right)):
            found["left"][link.left].append(link.right)
            found["right"][link.right].append(link.left)
        return {side: {n: tuple(others) for n, others in of.items()} for side, of in found.items()}

    def rows(self, passage: Passage) -> tuple[Row, ...]:
        """Return a passage's sentences so that those stand together that are linked, in the order of the text.

        There is a row for each sentence of the side that has fewer, with all it is linked with in this passage; a
        sentence that is linked with several stands in several rows.
        """
        details = self.details_of.get(passage.number, ())
        by_left = len(passage.left) <= len(passage.right)
        facing: dict[int, list[int]] = defaultdict(list)
        for link in passage.links:
            facing[link.left if by_left else link.right].append(link.right if by_left else link.left)
        pairs = [((n,), tuple(sorted(facing[n]))) for n in (passage.left if by_left else passage.right)]
        return tuple(
            Row(left, right, tuple(d for d in details if d.left_sentence in left and d.right_sentence in right))
            for left, right in sorted(pairs if by_left else [(left, right) for right, left in pairs])
        )

    def note(self, number: int) -> NumberedNote:
        """Return the note of that number."""
        return self.notes[number - 1]

    @cached_property
    def details_on(self) -> dict[Side, dict[int, tuple[Detail, ...]]]:
        """The details that light words of each sentence."""
        found: dict[Side, dict[int, list[Detail]]] = {side: defaultdict(list) for side in SIDES}
        for detail in self.comparison.details:
            found["left"][detail.left_sentence].append(detail)
            found["right"][detail.right_sentence].append(detail)
        return {side: {n: tuple(details) for n, details in of.items()} for side, of in found.items()}

    def mark(self, passage: Passage) -> Mark:
        """Return what a passage is marked with: `!` where both sides cannot be right, else its relation's sign."""
        if any(detail.conflict for detail in self.details_of.get(passage.number, ())):
            return MARKS["conflict"]
        return MARKS[passage.relation]

    @property
    def unlinked(self) -> tuple[tuple[int, int], ...]:
        """The (left sentence, right sentence) pairs that the reader unlinked, in the order of the text."""
        return tuple(sorted(self.placement.corrections.unlinked))


@dataclass(frozen=True, slots=True)
class Highlight:
    """Where a note stands on one side."""

    number: int
    """The note's number in the document."""
    span: Span


def make_contents(comparison: Comparison, notebook: Notebook | None, parts: Iterable[Part] = PARTS) -> Contents:
    """Return what a document on a comparison says; without a notebook it has no notes."""
    held = notebook or Notebook()
    placement = place_notebook(held, comparison.left, comparison.right)
    marked = ((detail, placement.detail_mark(detail)) for detail in comparison.details)
    return Contents(
        without_set_aside(comparison, placement),
        held,
        placement,
        frozenset(parts),
        tuple((detail, mark) for detail, mark in marked if mark is not None),
        comparison.details,
    )


def article_title(article: Article) -> str:
    """Return what an article is called: its title, else its first headline, else its source."""
    headline = next((article.slice(s) for s in article.sentences if s.kind == "headline"), None)
    return flatten(article.title or headline or article.source or "Untitled")


def article_paragraphs(article: Article) -> tuple[tuple[int, ...], ...]:
    """Return the numbers of the sentences of each paragraph."""
    numbered = enumerate(article.sentences)
    return tuple(tuple(n for n, _ in held) for _, held in groupby(numbered, key=lambda pair: pair[1].paragraph))


def article_facts(article: Article) -> tuple[str, ...]:
    """Return source, author and date of an article, as far as they are known."""
    facts = (article.source, article.author, say_date(article))
    flat = dict.fromkeys(flatten(fact) for fact in facts if fact)
    return tuple(fact for fact in flat if fact != article_title(article))


def article_address(article: Article) -> str | None:
    """Return the article's URL, if it came from one; a path on somebody's disk stays theirs."""
    return flatten(article.origin) if article.origin.lower().startswith(("http://", "https://")) else None


def say_date(article: Article) -> str | None:
    """Return the day an article was published, "12 May 2015"."""
    day = article.published
    return f"{day.day} {day:%B %Y}" if day else None


def say_verdict(mark: DetailMark | None) -> str:
    """Return what the reader says of a detail, "settled: the left is right"; empty when nothing."""
    if mark is None:
        return ""
    if mark.state != "settled" or mark.correct is None:
        return mark.state
    return f"settled: {_RIGHTS[mark.correct]}"


def links_by_hand(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Return the (left sentence, right sentence) of the links in a passage that a reader made."""
    return tuple((link.left, link.right) for link in passage.links if link.by_hand)


def sentences_alone(contents: Contents, side: Side) -> tuple[int, ...]:
    """Return the sentences of one side that face nothing; the furniture of a page says nothing."""
    faced = contents.passages_at[side].keys() | contents.beside[side]
    sentences = enumerate(contents.article(side).sentences)
    return tuple(n for n, sentence in sentences if n not in faced and sentence.kind not in FURNITURE)


def sentence_of(contents: Contents, side: Side, span: Span) -> int | None:
    """Return the number of the sentence a stretch stands in, from 0."""
    return find_sentence(contents.article(side), span)


def flatten(text: str) -> str:
    """Return `text` on one line with single blanks and nothing that a terminal would obey."""
    return make_inert_line(" ".join(text.split()))


def _first_place(placed: PlacedNote) -> tuple[int, int]:
    for rank, side in enumerate(SIDES):
        if spans := placed.spans(side):
            return rank, min(span.start for span in spans)
    return len(SIDES), 0
