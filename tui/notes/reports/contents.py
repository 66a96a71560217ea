"""What a document says: a comparison, the notes placed in it, and which parts were asked for."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, get_args

from tui.articles.article import SIDES, Article, Side, Span
from tui.compare.comparison import BriefLine, Comparison, Detail, Passage, Question
from tui.compare.counting import Counts, count, is_differing, sentences_alone, sentences_beside
from tui.notes.note import DetailMark
from tui.notes.notebook import Notebook
from tui.notes.placing import PlacedNote, Placement, find_sentence, place_notebook, sentences_under
from tui.notes.set_aside import without_set_aside

Part = Literal["brief", "notes", "passages", "articles"]
"""What a document can hold: the answers to the five questions, the notes, the facing passages with their details, the
two articles in full."""

PARTS: tuple[Part, ...] = get_args(Part)

BRIEF_LINES = 5
"""A brief shows so many lines of each answer, and says how many more there are."""


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


@dataclass(frozen=True)
class NumberedNote:
    """A note with its number in the document, from 1, in the order of the text."""

    number: int
    placed: PlacedNote


@dataclass(frozen=True, slots=True)
class Row:
    """Sentences that stand together in a document: a passage's two sides, or those that only one article has."""

    passage: Passage | None
    left: tuple[int, ...]
    right: tuple[int, ...]


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
                for side, sentence, held in (("left", link.left, passage.left), ("right", link.right, passage.right)):
                    if sentence in held:
                        scores = found["left" if side == "left" else "right"][sentence]
                        scores[passage.number] = max(scores.get(passage.number, 0.0), link.score)
        return {
            side: {n: tuple(sorted(scores, key=lambda number: (-scores[number], number))) for n, scores in of.items()}
            for side, of in found.items()
        }

    @cached_property
    def also_at(self) -> dict[Side, dict[int, Passage]]:
        """The passage in which a sentence that stands in none has its surest counterpart."""
        found: dict[Side, dict[int, tuple[float, Passage]]] = {"left": {}, "right": {}}
        for passage in self.comparison.passages:
            for link in passage.links:
                for side, sentence in (("left", link.left), ("right", link.right)):
                    at = found["left" if side == "left" else "right"]
                    if sentence not in self.passages_at["left" if side == "left" else "right"]:
                        at[sentence] = max(
                            at.get(sentence, (0.0, passage)), (link.score, passage), key=lambda of: of[0]
                        )
        return {side: {sentence: passage for sentence, (_, passage) in at.items()} for side, at in found.items()}

    @cached_property
    def details_of(self) -> dict[int, tuple[Detail, ...]]:
        """The differing details of each passage, the most important first."""
        found: dict[int, list[Detail]] = defaultdict(list)
        for detail in self.comparison.details:
            if is_differing(detail):
                found[detail.passage].append(detail)
        return {n: tuple(sorted(details, key=lambda d: -d.importance)) for n, details in found.items()}

    @cached_property
    def alone(self) -> dict[Side, frozenset[int]]:
        """The sentences that only one article has."""
        return {side: frozenset(sentences_alone(self.comparison, side)) for side in SIDES}

    @cached_property
    def counts(self) -> Counts:
        """What is counted, as on the screen."""
        return count(self.comparison)

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

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """Every sentence once, in the left article's order, each passage where its first left sentence stands.

        What only the right article has follows the passage of the right sentence before it.
        """
        told: dict[Side, set[int]] = {side: set() for side in SIDES}
        placed = set[int]()
        following, first = self._alone_behind()
        rows = [*first]
        for number in range(len(self.comparison.left.sentences)):
            numbers = self.passages_at["left"].get(number, ())
            if not numbers:
                rows.append(Row(None, (number,), ()))
            for passage in (self.passages[one] for one in sorted(numbers) if one not in placed):
                left = tuple(n for n in passage.left if n not in told["left"])
                right = tuple(n for n in passage.right if n not in told["right"])
                rows.append(Row(passage, left, right))
                rows += [row for n in right for row in following.get(n, ())]
                told["left"].update(left)
                told["right"].update(right)
                placed.add(passage.number)
        return tuple(rows)

    def _alone_behind(self) -> tuple[dict[int, list[Row]], list[Row]]:
        """Return the right sentences that no passage holds behind the linked one they follow, and those before any."""
        following: dict[int, list[Row]] = defaultdict(list)
        first: list[Row] = []
        before: int | None = None
        for number in range(len(self.comparison.right.sentences)):
            if number in self.passages_at["right"]:
                before = number
            else:
                (first if before is None else following[before]).append(Row(None, (), (number,)))
        return following, first

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


def links_by_hand(passage: Passage) -> tuple[tuple[int, int], ...]:
    """Return the (left sentence, right sentence) of the links in a passage that a reader made."""
    return tuple((link.left, link.right) for link in passage.links if link.by_hand)


def brief_lines(question: Question) -> tuple[tuple[BriefLine, ...], int]:
    """Return the lines of an answer that a brief shows, and how many more there are."""
    return question.lines[:BRIEF_LINES], max(0, len(question.lines) - BRIEF_LINES)


def sentence_of(contents: Contents, side: Side, span: Span) -> int | None:
    """Return the number of the sentence a stretch stands in, from 0."""
    return find_sentence(contents.article(side), span)


def _first_place(placed: PlacedNote) -> tuple[int, int]:
    for rank, side in enumerate(SIDES):
        if spans := placed.spans(side):
            return rank, min(span.start for span in spans)
    return len(SIDES), 0
