"""Which of many articles tell of one event: those that share rare words.

Alike are articles whose words, each weighted by how few of the articles hold it, point the same way (cosine over sets,
weights idf squared; Salton and Buckley, "Term-weighting approaches in automatic text retrieval", 1988). Only articles
that have several of their rarest words in common are held against each other, so that the work grows with the number of
articles and not with its square.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

_WORD = re.compile(r"[^\W\d_]{3,}|\d[\d.,]*\d")
_RAREST = 24
"""So many of an article's rarest words are looked up."""
_MOST_HOLDERS = 80
"""A word that more articles hold among their rarest brings nobody together."""
_LEAST_SHARED = 3
_FEW = 300
"""Among so few articles every two are held against each other."""


class Kin(NamedTuple):
    """Two articles, by their positions, and how alike they are, 0 to 1."""

    likeness: float
    left: int
    right: int


def words_of(text: str) -> frozenset[str]:
    """Return the words and figures of a text, in small letters."""
    return frozenset(_WORD.findall(text.casefold()))


def find_kin(articles: Sequence[frozenset[str]], least: float) -> list[Kin]:
    """Return the pairs of articles that are at least so much alike, the most alike first.

    Parameters
    ----------
    articles
        The words of each (`words_of`).
    least
        The least likeness, 0 to 1.
    """
    held = Counter(word for words in articles for word in words)
    weights = {word: math.log(1 + len(articles) / count) ** 2 for word, count in held.items()}
    lengths = [math.sqrt(sum(weights[word] for word in words)) or 1.0 for words in articles]
    found = []
    for left, right in _candidates(articles, held):
        shared = math.fsum(weights[word] for word in articles[left] & articles[right])
        likeness = shared / (lengths[left] * lengths[right])
        if likeness >= least:
            found.append(Kin(likeness, left, right))
    return sorted(found, key=lambda kin: (-kin.likeness, kin.left, kin.right))


def _candidates(articles: Sequence[frozenset[str]], held: Counter[str]) -> Iterator[tuple[int, int]]:
    if len(articles) <= _FEW:
        yield from combinations(range(len(articles)), 2)
        return
    holders: dict[str, list[int]] = defaultdict(list)
    for number, words in enumerate(articles):
        shared = sorted((word for word in words if held[word] > 1), key=lambda word: (held[word], word))
        for word in shared[:_RAREST]:
            holders[word].append(number)
    votes: Counter[tuple[int, int]] = Counter()
    for numbers in holders.values():
        if len(numbers) <= _MOST_HOLDERS:
            votes.update(combinations(numbers, 2))
    yield from (pair for pair, shared in votes.items() if shared >= _LEAST_SHARED)
