"""A passage taken apart: what every search of this room looks over."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.articles.article import SIDES, Side
from tui.compare.comparison import Link, Passage
from tui.compare.details.attribution import Attribution
from tui.compare.details.parts import Parts
from tui.compare.reading import Reading

SURE_LINK = 0.4
"""Only sentences linked with at least this score are taken to tell the same as wholes, as sources and quotations do."""


@dataclass(frozen=True, slots=True)
class Ground:
    """The sentences of one passage and the links between them."""

    left: tuple[Parts, ...]
    right: tuple[Parts, ...]
    links: tuple[tuple[Parts, Parts], ...]
    sources: dict[tuple[Side, int], tuple[Attribution, ...]]
    """The sources that a sentence names, by side and sentence number."""
    readings: tuple[Reading, Reading]
    """What stands in the whole articles."""
    scores: dict[tuple[int, int], float]
    """The score of each link by its sentences' numbers."""

    def is_sure(self, left: Parts, right: Parts) -> bool:
        """Say whether two sentences are linked surely enough to be held against each other as wholes."""
        return self.scores[left.number, right.number] >= SURE_LINK

    def reading(self, side: Side) -> Reading:
        """Return what stands in the whole article of one side."""
        return self.readings[side == "right"]

    def side(self, side: Side) -> tuple[Parts, ...]:
        """Return the sentences of one side."""
        return self.left if side == "left" else self.right

    def facing(self, side: Side) -> Iterator[tuple[Parts, tuple[Parts, ...]]]:
        """Yield each sentence of `side` with those of the other side that it is linked to, the best first."""
        partners: dict[int, list[Parts]] = {}
        for left, right in self.links:
            own, other = (left, right) if side == "left" else (right, left)
            partners.setdefault(own.number, []).append(other)
        for own in self.side(side):
            if own.number in partners:
                yield own, tuple(partners[own.number])

    def near(self, side: Side, own: Parts) -> tuple[Parts, ...]:
        """Return the sentences of the other side that may say what `own` says.

        Those linked to it, and the sentences of the passage that stand directly before and after these.
        """
        linked = {
            (right if side == "left" else left).number
            for left, right in self.links
            if (left if side == "left" else right).number == own.number
        }
        reach = linked | {n + step for n in linked for step in (-1, 1)}
        return tuple(p for p in self.side("right" if side == "left" else "left") if p.number in reach)


def other_side(side: Side) -> Side:
    """Return the side that faces `side`."""
    return SIDES[side == "left"]


def _is_dateline(reading: Reading, number: int) -> bool:
    """Say whether a sentence only tells when, where or by whom the article was written."""
    return reading.article.sentences[number].kind in ("dateline", "byline")


def make_ground(
    passage: Passage,
    sentences: tuple[Sequence[Parts], Sequence[Parts]],
    sources: tuple[Sequence[tuple[Attribution, ...]], Sequence[tuple[Attribution, ...]]],
    readings: tuple[Reading, Reading],
) -> Ground:
    """Return the ground of a passage, its best links first.

    Parameters
    ----------
    passage
        The passage.
    sentences, sources
        The parts and the sources of every sentence of the left and of the right article.
    readings
        The articles themselves.
    """

    def strength(link: Link) -> tuple[float, int, int]:
        return -link.score, link.left, link.right

    of: dict[tuple[Side, int], tuple[Attribution, ...]] = {("left", n): sources[0][n] for n in passage.left}
    of |= {("right", n): sources[1][n] for n in passage.right}
    return Ground(
        tuple(sentences[0][n] for n in passage.left),
        tuple(sentences[1][n] for n in passage.right),
        tuple(
            (sentences[0][o.left], sentences[1][o.right])
            for o in sorted(passage.links, key=strength)
            if not (_is_dateline(readings[0], o.left) or _is_dateline(readings[1], o.right))
        ),
        of,
        readings,
        {(o.left, o.right): o.score for o in passage.links},
    )
