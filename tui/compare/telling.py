"""How much of a comparison is told: the details that matter, more, or all, with marks and brief to match."""

from collections.abc import Sequence
from dataclasses import replace

from tui.compare.brief import write_brief
from tui.compare.comparison import Comparison, Detail, DetailLevel, Passage
from tui.compare.counting import is_differing
from tui.compare.details.judging import thresholds
from tui.compare.passages import nearly_same_words
from tui.compare.reading import Reading
from tui.compare.tokens import Token, tokenize


def tell(comparison: Comparison, level: DetailLevel = "few") -> Comparison:
    """Return the comparison with the details told at a level, as if there were no others; conflicts always are.

    A passage none of whose differing details is told is no longer one that differs, but one in nearly the same words or
    in others. The brief is written anew.
    """
    least = thresholds()[level]
    kept = tuple(d for d in comparison.details if d.conflict or d.importance >= least)
    if len(kept) == len(comparison.details):
        return comparison
    differing = {detail.passage for detail in kept if is_differing(detail)}
    passages = tuple(_without_details(comparison, p, differing) for p in comparison.passages)
    brief = write_brief(
        comparison.readings, passages, kept, comparison.mentions, comparison.quotes, comparison.revision
    )
    return replace(comparison, passages=passages, details=kept, brief=brief)


def count_untold(comparison: Comparison, details: Sequence[Detail]) -> int:
    """Return how many differing details of a comparison are not among those told."""
    return sum(map(is_differing, comparison.details)) - sum(map(is_differing, details))


def _without_details(comparison: Comparison, passage: Passage, differing: set[int]) -> Passage:
    if passage.relation != "differs" or passage.number in differing:
        return passage
    left, right = comparison.readings
    same = nearly_same_words(_tokens(left, passage.left), _tokens(right, passage.right))
    return replace(passage, relation="same" if same else "similar")


def _tokens(reading: Reading, numbers: Sequence[int]) -> tuple[Token, ...]:
    article = reading.article
    spans = (article.sentences[number] for number in numbers)
    return tuple(token for span in spans for token in tokenize(article.text, span.start, span.end))
