"""What the reader must know of a comparison at every key: passages, facing sentences, details, marks."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from tui.articles.article import SIDES, Article, Side, Span
from tui.articles.furniture import FURNITURE
from tui.reader.session.chains import Anchor, Chains
from tui.reader.session.place import Place

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Detail, Mention, Passage
    from tui.compare.counting import Counts

Mark = Literal["=", "≈", "≠", "!", "·", " "]
"""What a sentence is: in both in nearly the same words or reworded; differing; in conflict; on one side only."""

TELLING = " ·=≈≠!"
"""The marks from the least to the most telling."""

_RELATION_MARKS: dict[str, Mark] = {"same": "=", "similar": "≈", "differs": "≠"}
MARK_ROLES: dict[str, str] = {"=": "same", "≈": "similar", "≠": "differs", "!": "conflict"}


def other_side(side: Side) -> Side:
    """Return the side that faces `side`."""
    return "right" if side == "left" else "left"


def side_names(articles: tuple[Article, Article], revision: bool, turned: bool = False) -> tuple[str, str]:
    """Return what the left and the right are called.

    Two versions of one text are opened the earlier one first, unless their dates say otherwise, or the sides have been
    exchanged since (`turned`) and no dates tell; then they are only left and right.
    """
    left, right = (article.published for article in articles)
    known = left is not None and right is not None and left != right
    in_order = left < right if known and left and right else not turned
    return ("earlier", "later") if revision and in_order else ("left", "right")


_Facing = dict[int, dict[int, list[tuple[float, int]]]]
"""By sentence, then by passage: the scores of its links and the sentences on the other side."""


class Lookup:
    """Everything about one pair by sentence.

    Parameters
    ----------
    articles
        The left and the right article.
    comparison
        The engine's answer; none while it is awaited: then nothing is marked as standing on one side only.
    turned
        Whether the sides have been exchanged since the pair was opened.
    """

    def __init__(
        self, articles: tuple[Article, Article], comparison: "Comparison | None" = None, *, turned: bool = False
    ) -> None:
        self._comparison = comparison
        self.articles = articles
        self.passages: tuple[Passage, ...] = comparison.passages if comparison else ()
        self.details: tuple[Detail, ...] = comparison.details if comparison else ()
        self.mentions: tuple[Mention, ...] = comparison.mentions if comparison else ()
        self.names = side_names(articles, comparison is not None and comparison.revision, turned)
        """What the left and the right are called."""
        self._facing: tuple[_Facing, _Facing] = ({}, {})
        for passage in self.passages:
            for link in passage.links:
                for side, (own, other) in enumerate(((link.left, link.right), (link.right, link.left))):
                    at = self._facing[side].setdefault(own, {})
                    at.setdefault(passage.number, []).append((link.score, other))
        for at in (*self._facing[0].values(), *self._facing[1].values()):
            if len(at) > 1:
                for number in sorted(at, key=lambda number, at=at: (-max(at[number])[0], number)):  # type: ignore[misc]
                    at[number] = at.pop(number)
        self._passages = {passage.number: passage for passage in self.passages}
        self._details_of: dict[int, list[int]] = {}
        for position, detail in enumerate(self.details):
            self._details_of.setdefault(detail.passage, []).append(position)
        self._beside = self._find_beside()
        self._mark_of = {passage.number: self._judge(passage) for passage in self.passages}
        self.chains = Chains(self._anchors())
        self._passage_orders = tuple(
            sorted(self.passages, key=lambda passage, side=side: (self.sentences_in(passage, side)[0], passage.number))  # type: ignore[misc]
            for side in SIDES
        )
        self.marks = tuple(
            self._marks(side, len(article.sentences)) for side, article in zip(SIDES, articles, strict=True)
        )
        """The mark in the margin of every sentence of the left and of the right article."""
        self._one_sided = tuple([n for n, mark in enumerate(marks) if mark == "·"] for marks in self.marks)
        self._detail_orders = tuple(
            sorted(self._differing(), key=lambda one, side=side: self._detail_key(side, one))  # type: ignore[misc]
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

    def _find_beside(self) -> tuple[dict[int, "Detail"], dict[int, "Detail"]]:
        """Return for each sentence without a passage the detail that holds it against one, a conflict first."""
        found: tuple[dict[int, Detail], dict[int, Detail]] = ({}, {})
        for detail in sorted(self.details, key=lambda detail: not detail.conflict):
            for side, sentence in enumerate((detail.left_sentence, detail.right_sentence)):
                if detail.left and detail.right and sentence not in self._facing[side]:
                    found[side].setdefault(sentence, detail)
        return found

    def name(self, side: Side) -> str:
        """Return what a side is called: left and right, or of two versions of one text earlier and later."""
        return self.names[SIDES.index(side)]

    def _judge(self, passage: "Passage") -> Mark:
        if any(self.details[position].conflict for position in self._details_of.get(passage.number, ())):
            return "!"
        return _RELATION_MARKS[passage.relation]

    def _marks(self, side: Side, count: int) -> list[Mark]:
        return [self.mark(side, n) for n in range(count)] if self.finished else [" "] * count

    def _anchors(self) -> list[Anchor]:
        anchors: list[Anchor] = []
        for side in (0, 1):
            for sentence, at in self._facing[side].items():
                for facing in at.values():
                    other, weight = self._first_of_run(facing), max(facing)[0]
                    anchors.append((sentence, other, weight) if side == 0 else (other, sentence, weight))
        # A detail's sentences stand level while it is the current one, but no chain is better for them.
        return [*anchors, *((detail.left_sentence, detail.right_sentence, 0.0) for detail in self.details)]

    @staticmethod
    def _first_of_run(facing: Sequence[tuple[float, int]]) -> int:
        best = max(facing, key=lambda one: (one[0], -one[1]))[1]
        linked = {other for _, other in facing}
        while best - 1 in linked:
            best -= 1
        return best

    def passages_with(self, side: Side, sentence: int) -> "list[Passage]":
        """Return the passages that a sentence stands in, the one it is linked in most strongly first."""
        return [self._passages[number] for number in self._facing[SIDES.index(side)].get(sentence, ())]

    def passage(self, side: Side, sentence: int) -> "Passage | None":
        """Return the passage that a sentence stands in; of several, the one it is linked in most strongly."""
        passages = self.passages_with(side, sentence)
        return passages[0] if passages else None

    def passage_at(self, place: Place) -> "Passage | None":
        """Return the passage of a place."""
        return self._passages.get(place.passage) if place.passage is not None else None

    def passage_numbered(self, number: int) -> "Passage":
        """Return the passage with a number."""
        return self._passages[number]

    def passage_mark(self, passage: "Passage") -> Mark:
        """Return the mark of a passage."""
        return self._mark_of[passage.number]

    def holds_details(self, side: Side, sentence: int) -> bool:
        """Say whether details that are told differ in a passage of a sentence, whether or not they matter."""
        from tui.compare.counting import is_differing

        return any(
            is_differing(self.details[position])
            for number in self._facing[SIDES.index(side)].get(sentence, ())
            for position in self._details_of.get(number, ())
        )

    def sentences_in(self, passage: "Passage", side: Side) -> tuple[int, ...]:
        """Return one side's sentences of a passage."""
        return passage.left if side == "left" else passage.right

    def _facing_at(self, place: Place) -> Sequence[tuple[float, int]]:
        return self._facing[SIDES.index(place.side)].get(place.sentence, {}).get(place.passage or 0, ())

    def facing(self, place: Place) -> tuple[int, ...]:
        """Return the other side's sentences that the passage of a place links to its sentence, in reading order."""
        return tuple(sorted(other for _, other in self._facing_at(place)))

    def main_facing(self, place: Place) -> tuple[int, ...]:
        """Return the other side's sentences that are main counterparts of a place, in reading order."""
        passage = self.passage_at(place)
        if passage is None:
            return ()
        own, other = (0, 1) if place.side == "left" else (1, 0)
        pairs = [(link, (link.left, link.right)) for link in passage.links]
        return tuple(sorted(pair[other] for link, pair in pairs if pair[own] == place.sentence and link.rank == "main"))

    def counterpart(self, place: Place) -> int | None:
        """Return the other side's sentence that stands level with a place.

        That is the other sentence of the current detail, if there is one, else the first of the run most like it.
        """
        if place.detail is not None:
            detail = self.details[place.detail]
            if self.detail_sentence(detail, place.side) == place.sentence:
                return self.detail_sentence(detail, other_side(place.side))
        facing = self._facing_at(place)
        return self._first_of_run(facing) if facing else None

    def level_pair(self, place: Place) -> tuple[int, int] | None:
        """Return the sentence of a place and its counterpart as (left, right), or none when it has none."""
        other = self.counterpart(place)
        if other is None:
            return None
        return (place.sentence, other) if place.side == "left" else (other, place.sentence)

    def mark(self, side: Side, sentence: int) -> Mark:
        """Return the mark that stands in the margin of a sentence: the most telling of its passages'."""
        passages = self.passages_with(side, sentence)
        if passages:
            return max((self._mark_of[passage.number] for passage in passages), key=TELLING.index)
        if beside := self.detail_beside(side, sentence):
            return "!" if beside.conflict else "≠"
        return "·" if self.is_one_sided(side, sentence) else " "

    def is_one_sided(self, side: Side, sentence: int) -> bool:
        """Say whether only this side says what the sentence says, as far as it is known."""
        if not self.finished or sentence in self._facing[SIDES.index(side)] or self.detail_beside(side, sentence):
            return False
        return self.articles[SIDES.index(side)].sentences[sentence].kind not in FURNITURE

    def is_furniture(self, side: Side, sentence: int) -> bool:
        """Say whether a sentence belongs to the page and not to the news: shown, but no stop on the way."""
        sentences = self.articles[SIDES.index(side)].sentences
        return sentence < len(sentences) and sentences[sentence].kind in FURNITURE

    def detail_beside(self, side: Side, sentence: int) -> "Detail | None":
        """Return the detail that holds a sentence without a passage against a passage, or none."""
        return self._beside[SIDES.index(side)].get(sentence)

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

    def _differing(self) -> list[int]:
        from tui.compare.counting import is_differing

        return [position for position, detail in enumerate(self.details) if is_differing(detail)]

    @cached_property
    def counts(self) -> "Counts":
        """The numbers of the comparison."""
        from tui.compare.counting import count

        return count(self.comparison)

    def _detail_key(self, side: Side, position: int) -> tuple[int, int, int]:
        detail = self.details[position]
        sentence = self.detail_sentence(detail, side)
        span = self.detail_span(detail, side)
        return sentence, span.start if span else 0, position

    def details_in_order(self, side: Side) -> Sequence[int]:
        """Return the positions of the differing details in the reading order of one side."""
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
