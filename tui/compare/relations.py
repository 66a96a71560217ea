"""How a passage's two sides stand to each other: nearly the same words, the same in other words, or differing.

One judgement for every screen and document: it follows from what matters, not from how much is told.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from rapidfuzz.distance import Indel

from tui.compare.comparison import Detail, Passage, Relation
from tui.compare.counting import is_differing
from tui.compare.details.claims import is_negation
from tui.compare.reading import Reading
from tui.compare.telling_levels import thresholds
from tui.compare.tokens import Token, plain_words, tokenize

_NEARLY_SAME = 0.69
"""So alike, by the stems that both have in one order, two sides are nearly the same words. Chosen on 109 linked pairs
of sentences of 25 events, of which a reader found 42 nearly the same; with each event held out it finds 41, and 3
besides."""


def with_relations(
    passages: Iterable[Passage], details: Iterable[Detail], readings: tuple[Reading, Reading]
) -> tuple[Passage, ...]:
    """Return the passages with their relations.

    Parameters
    ----------
    passages
        The passages, whatever relation they have.
    details
        All details that a comparison holds; those that matter, as `thresholds` tells the few, make a passage `differs`.
    readings
        What stands in the two articles.
    """
    least = thresholds()["few"]
    differing = {d.passage for d in details if is_differing(d) and (d.conflict or d.importance >= least)}
    joined = plain_words(readings[0].article.text) | plain_words(readings[1].article.text)

    def relation_of(passage: Passage) -> Relation:
        if passage.number in differing:
            return "differs"
        left, right = (
            _words(reading, numbers, joined)
            for reading, numbers in zip(readings, (passage.left, passage.right), strict=True)
        )
        return "same" if are_nearly_same(left, right) else "similar"

    return tuple(replace(passage, relation=relation_of(passage)) for passage in passages)


def are_nearly_same(left: Sequence[Token], right: Sequence[Token]) -> bool:
    """Say whether two stretches of text hold nearly the same words, and as many that deny."""
    if _denials(left) != _denials(right):
        return False
    return Indel.normalized_similarity([t.stem for t in left], [t.stem for t in right]) >= _NEARLY_SAME


def _denials(tokens: Iterable[Token]) -> int:
    return sum(is_negation(token.word) for token in tokens)


def _words(reading: Reading, numbers: Iterable[int], joined: frozenset[str]) -> list[Token]:
    article = reading.article
    spans = (article.sentences[number].span for number in numbers)
    return [token for span in spans for token in tokenize(article.text, span.start, span.end, joined)]
