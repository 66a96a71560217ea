"""What the reader must know of a comparison at every key: passages, facing sentences, details, marks."""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Article, Side, Span
from tui.articles.furniture import FURNITURE
from tui.reader.session.chains import Chains
from tui.reader.session.detail_places import DetailPlaces
from tui.reader.session.linked import Linked, Mark, first_of_run
from tui.reader.session.place import Place

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Detail, Mention, Passage
    from tui.compare.counting import Counts

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


_Edges = tuple[list[int], list[int]]


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
    whole
        Whether it is all of the answer; else it is known what faces what, and not what differs.
    before
        What was known a moment ago; what it has of the same articles and passages is not worked out again.
    found
        The same with all details, told or not, where `comparison` has only those that are told.
    """

    def __init__(
        self,
        articles: tuple[Article, Article],
        comparison: "Comparison | None" = None,
        *,
        turned: bool = False,
        whole: bool = True,
        before: "Lookup | None" = None,
        found: "Comparison | None" = None,
    ) -> None:
        self._comparison = comparison
        self.finished = comparison is not None and whole
        """Whether the engine has told all."""
        self.articles = articles
        self.passages: tuple[Passage, ...] = comparison.passages if comparison else ()
        self.details: tuple[Detail, ...] = comparison.details if comparison else ()
        self.mentions: tuple[Mention, ...] = comparison.mentions if comparison else ()
        self.names = side_names(articles, comparison is not None and comparison.revision, turned)
        """What the left and the right are called."""
        known = before if before is not None and before.articles == articles else None
        linked = known._linked if known is not None else None
        again = linked is not None and linked.passages is self.passages
        self._linked: Linked = linked if linked and again else Linked(articles, self.passages, linked)
        self._facing = self._linked.facing
        self._edges: tuple[_Edges, ...] = known._edges if known is not None else tuple(map(_edges, articles))
        places = known._places if known is not None and again else None
        every = found.details if found is not None else self.details
        if places is None or places.details is not every:
            places = DetailPlaces(every, self.sentences_over, self._facing)
        self._places: DetailPlaces = places
        self._counted: Counts | None = known.__dict__.get("counts") if known is not None and again else None
        """What was counted of the same passages with other details told."""
        self._numbers = None if every is self.details else _numbers(self.details, every)
        """The position in `details` of each that there is; none where all are told."""
        self._conflicts = frozenset(self.details[one].passage for one in self._told(places.conflicts))
        self.marks = self._find_marks()
        """The mark in the margin of every sentence of the left and of the right article."""

    @property
    def linked(self) -> bool:
        """Whether it is known which sentences face each other."""
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

    def _told(self, positions: Sequence[int]) -> Sequence[int]:
        """Return where in `details` those of all details are that are told, in the same order."""
        numbers = self._numbers
        return positions if numbers is None else [numbers[one] for one in positions if numbers[one] >= 0]

    def _find_marks(self) -> tuple[list[Mark], ...]:
        if not self.linked:
            return tuple([" "] * len(article.sentences) for article in self.articles)
        found = []
        for side, marks, apart in zip(SIDES, self._linked.marks(self._conflicts), self._places.apart, strict=True):
            beside = {n: one for n in apart if (one := self.detail_beside(side, n)) is not None}
            if beside:
                marks = marks.copy()
                for number, detail in beside.items():
                    marks[number] = "!" if detail.conflict else "≠"
            found.append(marks)
        return tuple(found)

    @property
    def chains(self) -> Chains:
        """Which linked sentences may stand level one after another."""
        return self._linked.chains

    def name(self, side: Side) -> str:
        """Return what a side is called: left and right, or of two versions of one text earlier and later."""
        return self.names[SIDES.index(side)]

    def passages_with(self, side: Side, sentence: int) -> "list[Passage]":
        """Return the passages that a sentence stands in, the one it is linked in most strongly first."""
        return self._linked.passages_with(side, sentence)

    def passage(self, side: Side, sentence: int) -> "Passage | None":
        """Return the passage that a sentence stands in; of several, the one it is linked in most strongly."""
        passages = self.passages_with(side, sentence)
        return passages[0] if passages else None

    def passage_at(self, place: Place) -> "Passage | None":
        """Return the passage of a place."""
        return self._linked.numbered.get(place.passage) if place.passage is not None else None

    def passage_numbered(self, number: int) -> "Passage":
        """Return the passage with a number."""
        return self._linked.numbered[number]

    def passage_mark(self, passage: "Passage") -> Mark:
        """Return the mark of a passage."""
        return self._linked.mark(passage.number, self._conflicts)

    def holding_details(self) -> "tuple[frozenset[int], frozenset[int]]":
        """Return the left and right sentences in whose passages told details differ, whether or not they matter."""
        numbers = {self.details[position].passage for position in self._differing}
        links = [link for passage in self.passages if passage.number in numbers for link in passage.links]
        return frozenset(link.left for link in links), frozenset(link.right for link in links)

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
        return first_of_run(facing) if facing else None

    def level_pair(self, place: Place) -> tuple[int, int] | None:
        """Return the sentence of a place and its counterpart as (left, right), or none when it has none."""
        other = self.counterpart(place)
        if other is None:
            return None
        return (place.sentence, other) if place.side == "left" else (other, place.sentence)

    def mark(self, side: Side, sentence: int) -> Mark:
        """Return the mark that stands in the margin of a sentence: the most telling of its passages'."""
        return self.marks[SIDES.index(side)][sentence]

    def is_one_sided(self, side: Side, sentence: int) -> bool:
        """Say whether only this side says what the sentence says, as far as it is known."""
        marks = self.marks[SIDES.index(side)]
        return sentence < len(marks) and marks[sentence] == "·"

    def is_furniture(self, side: Side, sentence: int) -> bool:
        """Say whether a sentence belongs to the page and not to the news: shown, but no stop on the way."""
        sentences = self.articles[SIDES.index(side)].sentences
        return sentence < len(sentences) and sentences[sentence].kind in FURNITURE

    def detail_beside(self, side: Side, sentence: int) -> "Detail | None":
        """Return the detail that holds a sentence without a passage against one, a conflict first; or none."""
        if sentence in self._facing[SIDES.index(side)]:
            return None
        there = (self.details[position] for position in self.details_at(side, sentence))
        beside = (d for d in there if d.left and d.right and self.detail_sentence(d, side) == sentence)
        return min(beside, key=lambda detail: not detail.conflict, default=None)

    def details_at(self, side: Side, sentence: int) -> Sequence[int]:
        """Return the positions of the details that touch a sentence of one side."""
        return self._told(self._places.at(side, sentence))

    def one_sided(self, side: Side) -> Sequence[int]:
        """Return the sentences that only this side has, in reading order."""
        return self._one_sided[SIDES.index(side)]

    @cached_property
    def _one_sided(self) -> tuple[list[int], ...]:
        return tuple([n for n, mark in enumerate(marks) if mark == "·"] for marks in self.marks)

    def details_of(self, passage: "Passage | None") -> tuple[int, ...]:
        """Return the positions in `Comparison.details` of a passage's details."""
        return tuple(self._told(self._places.of(passage.number))) if passage else ()

    def detail_span(self, detail: "Detail", side: Side) -> Span | None:
        """Return where a detail stands on one side, if it does."""
        return detail.left if side == "left" else detail.right

    def detail_sentence(self, detail: "Detail", side: Side) -> int:
        """Return the sentence of a detail on one side."""
        return detail.left_sentence if side == "left" else detail.right_sentence

    @cached_property
    def counts(self) -> "Counts":
        """The numbers of the comparison."""
        from tui.compare.counting import count, is_differing

        if not self.linked:
            return count(self.comparison)
        alone = len(self.one_sided("left")), len(self.one_sided("right"))
        if self._counted is None:
            return count(self.comparison, alone)
        conflicts = sum(is_differing(self.details[one]) for one in self._told(self._places.conflicts))
        return replace(self._counted, details=len(self._differing), conflicts=conflicts, alone=alone)

    @cached_property
    def _differing(self) -> Sequence[int]:
        return self._told(self._places.differing)

    @property
    def untold(self) -> int:
        """How many differing details are not among those told."""
        return len(self._places.differing) - len(self._differing)

    def details_in_order(self, side: Side) -> Sequence[int]:
        """Return the positions of the differing details in the reading order of one side."""
        return self._detail_orders[SIDES.index(side)]

    @cached_property
    def _detail_orders(self) -> tuple[Sequence[int], ...]:
        return tuple(map(self._told, self._places.orders))

    def passages_in_order(self, side: Side) -> "Sequence[Passage]":
        """Return all passages in the reading order of one side."""
        return self._linked.orders[SIDES.index(side)]

    def passage_starts(self, side: Side) -> Sequence[int]:
        """Return the first sentence on one side of each passage, in the order of `passages_in_order`."""
        return self._linked.starts[SIDES.index(side)]

    def has_links_of(self, other: "Lookup") -> bool:
        """Say whether it is known that the same sentences face each other as in what was known before."""
        return self._facing is other._facing

    def sentences_over(self, side: Side, span: Span) -> range:
        """Return the sentences that a span touches."""
        starts, ends = self._edges[SIDES.index(side)]
        first = bisect_left(ends, span.start + 1)
        return range(first, max(first, bisect_left(starts, span.end)))


def _numbers(told: "Iterable[Detail]", every: "Iterable[Detail]") -> "array[int]":
    """Return the position of each detail among those that are told, or -1."""
    numbers = {id(detail): number for number, detail in enumerate(told)}
    return array("q", [numbers.get(id(detail), -1) for detail in every])


def _edges(article: Article) -> _Edges:
    """Return where the sentences begin, and where they end."""
    return [sentence.start for sentence in article.sentences], [sentence.end for sentence in article.sentences]
