"""Which sentences face each other: all that follows from the passages, whatever details are told."""

from collections.abc import Collection, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from tui.articles.article import SIDES, Article, Side
from tui.articles.furniture import FURNITURE
from tui.reader.session.chains import Anchor, Chains

if TYPE_CHECKING:
    from tui.compare.comparison import Passage

Mark = Literal["=", "≈", "≠", "!", "·", " "]
"""What a sentence is: in both in nearly the same words or reworded; differing; in conflict; on one side only."""

TELLING = " ·=≈≠!"
"""The marks from the least to the most telling."""

_RELATION_MARKS: dict[str, Mark] = {"same": "=", "similar": "≈", "differs": "≠"}

_Facing = dict[int, dict[int, list[tuple[float, int]]]]
"""By sentence, then by passage: the scores of its links and the sentences on the other side."""


class Linked:
    """The passages of one pair by sentence.

    Parameters
    ----------
    articles
        The left and the right article.
    passages
        What they report both.
    before
        The same of a moment ago: where the links are those, what follows from them is not worked out again.
    """

    def __init__(
        self, articles: tuple[Article, Article], passages: "tuple[Passage, ...]", before: "Linked | None" = None
    ) -> None:
        self.articles = articles
        self.passages = passages
        self.numbered = {passage.number: passage for passage in passages}
        self._marked: tuple[Collection[int], tuple[list[Mark], ...]] | None = None
        same = before if before is not None and _same_links(passages, before.passages) else None
        self.facing: tuple[_Facing, _Facing] = same.facing if same is not None else self._find_facing()
        self.chains: Chains = same.chains if same is not None else Chains(self._anchors())
        """The links that may stand level one after another."""
        if same is not None and passages is same.passages:
            self._marked = same._marked

    def _find_facing(self) -> tuple[_Facing, _Facing]:
        found: tuple[_Facing, _Facing] = ({}, {})
        for passage in self.passages:
            for link in passage.links:
                for side, (own, other) in enumerate(((link.left, link.right), (link.right, link.left))):
                    at = found[side].setdefault(own, {})
                    at.setdefault(passage.number, []).append((link.score, other))
        for at in (*found[0].values(), *found[1].values()):
            if len(at) > 1:
                for number in sorted(at, key=lambda number, at=at: (-max(at[number])[0], number)):  # type: ignore[misc]
                    at[number] = at.pop(number)
        return found

    @cached_property
    def orders(self) -> "tuple[list[Passage], ...]":
        """The passages in the reading order of the left and of the right article."""
        return (
            sorted(self.passages, key=lambda passage: (passage.left[0], passage.number)),
            sorted(self.passages, key=lambda passage: (passage.right[0], passage.number)),
        )

    @cached_property
    def starts(self) -> tuple[list[int], list[int]]:
        """The first left sentence of each passage in the left order, and the same of the right."""
        left, right = self.orders
        return [passage.left[0] for passage in left], [passage.right[0] for passage in right]

    def _anchors(self) -> list[Anchor]:
        anchors: list[Anchor] = []
        for side in (0, 1):
            for sentence, at in self.facing[side].items():
                for facing in at.values():
                    other, weight = first_of_run(facing), max(facing)[0]
                    anchors.append((sentence, other, weight) if side == 0 else (other, sentence, weight))
        return anchors

    def mark(self, number: int, conflicts: Collection[int]) -> Mark:
        """Return the mark of a passage, where those with these numbers hold a conflict."""
        return "!" if number in conflicts else _RELATION_MARKS[self.numbered[number].relation]

    def marks(self, conflicts: Collection[int]) -> tuple[list[Mark], ...]:
        """Return the mark of every sentence on the left and on the right; what is in no passage is its side's alone."""
        if self._marked is None or self._marked[0] != conflicts:
            of = {number: self.mark(number, conflicts) for number in self.numbered}
            self._marked = conflicts, tuple(self._marks(SIDES.index(side), of) for side in SIDES)
        return self._marked[1]

    def _marks(self, side: int, of: dict[int, Mark]) -> list[Mark]:
        facing = self.facing[side]
        found: list[Mark] = []
        for number, sentence in enumerate(self.articles[side].sentences):
            at = facing.get(number)
            if at is None:
                found.append(" " if sentence.kind in FURNITURE else "·")
            elif len(at) == 1:
                found.append(of[next(iter(at))])
            else:
                found.append(max((of[one] for one in at), key=TELLING.index))
        return found

    def passages_with(self, side: Side, sentence: int) -> "list[Passage]":
        """Return the passages that a sentence stands in, the one it is linked in most strongly first."""
        return [self.numbered[number] for number in self.facing[SIDES.index(side)].get(sentence, ())]


def _same_links(passages: "Sequence[Passage]", others: "Sequence[Passage]") -> bool:
    """Say whether passages are made of the same links, whatever relations they have."""
    return len(passages) == len(others) and all(
        one.links is two.links for one, two in zip(passages, others, strict=True)
    )


def first_of_run(facing: Sequence[tuple[float, int]]) -> int:
    """Return, of scored sentences, the first one of the run that the best stands in."""
    best = max(facing, key=lambda one: (one[0], -one[1]))[1]
    linked = {other for _, other in facing}
    while best - 1 in linked:
        best -= 1
    return best
