"""What is counted of a comparison, in one place: the header, `d`, the brief and every document ask here."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from tui.articles.article import Article, Side
from tui.articles.furniture import FURNITURE
from tui.compare.comparison import Comparison, Detail, Passage


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is of everything that the reader is told by number."""

    passages: int
    same: int
    """Passages in nearly the same words."""
    similar: int
    differs: int
    details: int
    """Differing details, conflicts among them."""
    conflicts: int
    alone: tuple[int, int]
    """Sentences that only the left and only the right article has."""


def count(comparison: Comparison, alone: tuple[int, int] | None = None) -> Counts:
    """Return the numbers of a comparison; `alone` where it is known already how many sentences only one side has."""
    relations = Counter(passage.relation for passage in comparison.passages)
    differing = [detail for detail in comparison.details if is_differing(detail)]
    return Counts(
        passages=len(comparison.passages),
        same=relations["same"],
        similar=relations["similar"],
        differs=relations["differs"],
        details=len(differing),
        conflicts=sum(detail.conflict for detail in differing),
        alone=alone or (len(sentences_alone(comparison, "left")), len(sentences_alone(comparison, "right"))),
    )


def is_differing(detail: Detail) -> bool:
    """Say whether a detail differs in what it tells, and not in its wording alone."""
    return detail.kind != "wording"


def sentences_alone(comparison: Comparison, side: Side) -> tuple[int, ...]:
    """Return the sentences that only one article has."""
    article = comparison.left if side == "left" else comparison.right
    return find_alone(article, side, comparison.passages, comparison.details)


def find_alone(article: Article, side: Side, passages: Iterable[Passage], details: Iterable[Detail]) -> tuple[int, ...]:
    """Return the sentences of one side that no passage holds and no detail holds against the other side.

    Furniture (datelines, bylines, appeals, …) is no news, so it is no sentence that only one side has.
    """
    both = (detail for detail in details if detail.left and detail.right)
    faced = {d.left_sentence if side == "left" else d.right_sentence for d in both}
    for passage in passages:
        faced.update([link.left if side == "left" else link.right for link in passage.links])
    return tuple(
        [
            number
            for number, sentence in enumerate(article.sentences)
            if number not in faced and sentence.kind not in FURNITURE
        ]
    )


def linked_sentences(passages: Iterable[Passage]) -> tuple[set[int], set[int]]:
    """Return the numbers of the left and of the right sentences that are linked, as main counterparts or also."""
    links = [link for passage in passages for link in passage.links]
    return {link.left for link in links}, {link.right for link in links}


def sentences_beside(passages: Iterable[Passage], details: Iterable[Detail]) -> tuple[set[int], set[int]]:
    """Return the left and right sentences that no passage holds, but a detail holds against one: no side's alone."""
    linked = linked_sentences(passages)
    both = [detail for detail in details if detail.left and detail.right]
    return {d.left_sentence for d in both} - linked[0], {d.right_sentence for d in both} - linked[1]
