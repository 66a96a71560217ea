"""What the reader must know of a comparison at every key: passages, facing sentences, details, marks."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from tui.articles.article import SIDES, Article, Side, Span
from tui.reader.layout.level import Anchor, Chains

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Detail, Mention, Passage

Mark = Literal["=", "≈", "≠", "!", "·", " "]
"""What a sentence is: in both in nearly the same words or reworded; differing; in conflict; on one side only."""

_RELATION_MARKS: dict[str, Mark] = {"same": "=", "similar": "≈", "differs": "≠"}
_STANDING_ALONE = ("dateline", "byline", "caption")
"""Lines of a page that report nothing: that only one article has them is no finding."""

MARK_ROLES: dict[str, str] = {"=": "same", "≈": "similar", "≠": "differs", "!": "conflict"}


def other_side(side: Side) -> Side:
    """Return the side that faces `side`."""
    return "right" if side == "left" else "left"


class Lookup:
    """Everything about one pair by sentence.

    Parameters
    ----------
    articles
        The left and the right article.
    comparison
        The engine's answer; none while it is awaited: then nothing is marked as standing on one side only.
    """

    def __init__(self, articles: tuple[Article, Article], comparison: "Comparison | None" = None) -> None:
        self._comparison = comparison
        self.articles = articles
        self.passages: tuple[Passage, ...] = comparison.passages if comparison else ()
        self.details: tuple[Detail, ...] = comparison.details if comparison else ()
        self.mentions: tuple[Mention, ...] = comparison.mentions if comparison else ()
        self._passage_of: tuple[list[Passage | None], list[Passage | None]] = (
            [None] * len(articles[0].sentences),
            [None] * len(articles[1].sentences),
        )
        self._facing: tuple[dict[int, list[tuple[float, int]]], dict[int, list[tuple[float, int]]]] = ({}, {})
        for passage in self.passages:
            for side, sentences in enumerate((passage.left, passage.right)):
                for sentence in sentences:
                    self._passage_of[side][sentence] = passage
            for link in passage.links:
                self._facing[0].setdefault(link.left, []).append((link.score, link.right))
                self._facing[1].setdefault(link.right, []).append((link.score, link.left))
        self._passages = {passage.number: passage for passage in self.passages}
        self._details_of: dict[int, list[int]] = {}
        for position, detail in enumerate(self.details):
            self._details_of.setdefault(detail.passage, []).append(position)
        self._mark_of = {passage.number: self._judge(passage) for passage in self.passages}
        self.chains = Chains(self._anchors())
        self._passage_orders = tuple(
            sorted(self.passages, key=lambda passage, side=side: self.sentences_in(passage, side)[0])  # type: ignore[misc]
            for side in SIDES
        )
        self._one_sided = tuple(
            [n for n in range(len(article.sentences)) if self.is_one_sided(side, n)]
            for side, article in zip(SIDES, articles, strict=True)
        )
        self._detail_orders = tuple(
            sorted(range(len(self.details)), key=lambda one, side=side: self._detail_key(side, one))  # type: ignore[misc]
            for side in SIDES
        )

    @property
    def finished(self) -> bool:
        """Whether the engine has answered."""
        return self._comparison is not None

    @property
    def comparison(self) -> "Comparison":
        """The engine's answer; while it is awaited, one in which nothing was found."""
        if self._comparison is None:
            from tui.compare.comparison import Comparison
            from tui.compare.reading import Reading

            left, right = self.articles
            return Comparison(left, right, (Reading(left), Reading(right)))
        return self._comparison

    def _judge(self, passage: "Passage") -> Mark:
        details = [self.details[position] for position in self._details_of.get(passage.number, ())]
        if any(detail.conflict for detail in details):
            return "!"
        return "≠" if details else _RELATION_MARKS[passage.relation]

    def _anchors(self) -> list[Anchor]:
        anchors: list[Anchor] = []
        for side in (0, 1):
            for sentence, facing in self._facing[side].items():
                other = self._first_of_run(side, sentence, facing)
                anchors.append((sentence, other, max(facing)[0]) if side == 0 else (other, sentence, max(facing)[0]))
        return anchors

    def _first_of_run(self, side: int, sentence: int, facing: Sequence[tuple[float, int]]) -> int:
        best = max(facing, key=lambda one: (one[0], -one[1]))[1]
        linked = {other for _, other in facing}
        while best - 1 in linked:
            best -= 1
        return best

    def passage(self, side: Side, sentence: int) -> "Passage | None":
        """Return the passage that a sentence stands in."""
        passages = self._passage_of[SIDES.index(side)]
        return passages[sentence] if 0 <= sentence < len(passages) else None

    def passage_numbered(self, number: int) -> "Passage":
        """Return the passage with a number."""
        return self._passages[number]

    def passage_mark(self, passage: "Passage") -> Mark:
        """Return the mark of a passage."""
        return self._mark_of[passage.number]

    def sentences_in(self, passage: "Passage", side: Side) -> tuple[int, ...]:
        """Return one side's sentences of a passage."""
        return passage.left if side == "left" else passage.right

    def facing(self, side: Side, sentence: int) -> tuple[int, ...]:
        """Return the other side's sentences linked to this one, in reading order."""
        return tuple(sorted(other for _, other in self._facing[SIDES.index(side)].get(sentence, ())))

    def counterpart(self, side: Side, sentence: int) -> int | None:
        """Return the other side's sentence that stands level with this one: the first of the run most like it."""
        number = SIDES.index(side)
        facing = self._facing[number].get(sentence)
        return self._first_of_run(number, sentence, facing) if facing else None

    def level_pair(self, side: Side, sentence: int) -> tuple[int, int] | None:
        """Return a sentence and its counterpart as (left, right), or none when it has none."""
        other = self.counterpart(side, sentence)
        if other is None:
            return None
        return (sentence, other) if side == "left" else (other, sentence)

    def mark(self, side: Side, sentence: int) -> Mark:
        """Return the mark that stands in the margin of a sentence."""
        passage = self.passage(side, sentence)
        if passage is not None:
            return self._mark_of[passage.number]
        return "·" if self.is_one_sided(side, sentence) else " "

    def is_one_sided(self, side: Side, sentence: int) -> bool:
        """Say whether only this side says what the sentence says, as far as it is known."""
        if not self.finished or self.passage(side, sentence) is not None:
            return False
        return self.articles[SIDES.index(side)].sentences[sentence].kind not in _STANDING_ALONE

    def one_sided(self, side: Side) -> Sequence[int]:
        """Return the sentences that only this side has, in reading order."""
        return self._one_sided[SIDES.index(side)]

    def details_of(self, passage: "Passage | None") -> tuple[int, ...]:
        """Return the positions in `Comparison.details` of a passage's details."""
        return tuple(self._details_of.get(passage.number, ())) if passage else ()

    def detail_span(self, detail: "Detail", side: Side) -> Span | None:
        """Return where a detail stands on one side, if it does."""
        return detail.left if side == "left" else detail.right

    def detail_sentence(self, detail: "Detail", side: Side) -> int:
        """Return the sentence of a detail on one side."""
        return detail.left_sentence if side == "left" else detail.right_sentence

    def _detail_key(self, side: Side, position: int) -> tuple[int, int, int]:
        detail = self.details[position]
        sentence = self.detail_sentence(detail, side)
        span = self.detail_span(detail, side)
        return sentence, span.start if span else 0, position

    def details_in_order(self, side: Side) -> Sequence[int]:
        """Return the positions of all details in the reading order of one side."""
        return self._detail_orders[SIDES.index(side)]

    def passages_in_order(self, side: Side) -> "Sequence[Passage]":
        """Return all passages in the reading order of one side."""
        return self._passage_orders[SIDES.index(side)]

    def sentences_over(self, side: Side, span: Span) -> range:
        """Return the sentences that a span touches."""
        sentences = self.articles[SIDES.index(side)].sentences
        stop = bisect_left(sentences, span.end, key=lambda sentence: sentence.start)
        first = bisect_left(sentences, span.start + 1, key=lambda sentence: sentence.end)
        return range(first, max(first, stop))
