"""The clauses of a sentence, and how well two sentences' best clauses fit.

A claim is a clause more often than a sentence: "Ten people were killed" is one of several in the sentence that tells
of the whole disaster, and the whole of another.
"""

import math
import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.compare.links.concepts import first_stems
from tui.compare.tokens import Token

_BREAK = re.compile(r'[,;:()"“”—–…]|\s-+\s')
_OPENERS = frozenset(
    {
        "after", "although", "and", "as", "because", "before", "but", "for", "if", "or", "since", "than", "that",
        "though", "until", "when", "where", "which", "while", "who", "whose",
    }
)  # fmt: skip
_LEAST_WORDS = 2
_MOST_CLAUSES = 12
_CONCEPT_SHARE = 0.7


class Clause(NamedTuple):
    """A clause or two that follow each other."""

    weights: Mapping[str, float]
    """Each stem's weight in the pair."""
    rarities: Mapping[str, float]
    """Each stem's weight by English at large alone."""
    length: float
    """Of `weights` as a vector."""
    rarity: float
    """All `rarities` together."""
    concepts: Mapping[str, str]


class ClauseFit(NamedTuple):
    """How well the best two clauses of two sentences fit, each measure at its best."""

    cosine: float = 0.0
    containment: float = 0.0
    """The share of the one with less to say that the other says too."""


_Row = list[tuple[Token, frozenset[str]]]
"""Words, each with its concepts."""


def cut_clauses(
    text: str,
    tokens: Sequence[Token],
    concepts: Sequence[frozenset[str]],
    weights: Mapping[str, float],
    rarities: Mapping[str, float],
) -> tuple[Clause, ...]:
    """Return the clauses of a sentence and each two neighbouring ones together.

    `concepts` are those of each token, `weights` and `rarities` those of the sentence's stems.
    """
    rows: list[_Row] = []
    row: _Row = []
    for at, token in enumerate(tokens):
        gap = text[tokens[at - 1].end : token.start] if at else ""
        if (token.word in _OPENERS or _BREAK.search(gap)) and _says(row) and len(rows) < _MOST_CLAUSES:
            rows.append(row)
            row = []
        row.append((token, concepts[at]))
    if rows and not _says(row):
        rows[-1] += row
    elif row:
        rows.append(row)
    rows += [[*one, *two] for one, two in pairwise(rows)]
    return tuple(_clause(row, weights, rarities) for row in rows)


def _says(row: _Row) -> bool:
    return sum(not token.is_stop for token, _ in row) >= _LEAST_WORDS


def _clause(row: _Row, weights: Mapping[str, float], rarities: Mapping[str, float]) -> Clause:
    mine = {token.stem: weights[token.stem] for token, _ in row if token.stem in weights}
    rare = {stem: rarities[stem] for stem in mine}
    length = math.sqrt(sum(weight * weight for weight in mine.values())) or 1.0
    return Clause(mine, rare, length, sum(rare.values()) or 1.0, first_stems(row))


def fit_clauses(left: Sequence[Clause], right: Sequence[Clause], concept_weights: Mapping[str, float]) -> ClauseFit:
    """Return how well the best clauses of two sentences fit; two with one thing in common or none do not fit."""
    cosine = containment = 0.0
    for one in left:
        for other in right:
            product, rarity, things = _common(one, other, concept_weights)
            if things >= _LEAST_WORDS:
                cosine = max(cosine, product / (one.length * other.length))
                containment = max(containment, rarity / min(one.rarity, other.rarity))
    return ClauseFit(min(cosine, 1.0), min(containment, 1.0))


def _common(one: Clause, other: Clause, concept_weights: Mapping[str, float]) -> tuple[float, float, int]:
    """Return the product, the rarity and the number of what two clauses share."""
    product = rarity = 0.0
    things = 0
    theirs = other.weights
    for stem, mine in one.weights.items():
        if stem in theirs:
            product += mine * theirs[stem]
            rarity += min(one.rarities[stem], other.rarities[stem])
            things += 1
    for concept, stem in one.concepts.items():
        match = other.concepts.get(concept)
        if match is not None and match != stem and stem not in theirs and match not in one.weights:
            both = min(one.weights.get(stem, 1.0), theirs.get(match, 1.0), concept_weights[concept])
            product += _CONCEPT_SHARE * both * both
            rarity += _CONCEPT_SHARE * min(one.rarities.get(stem, 0.5), other.rarities.get(match, 0.5))
            things += 1
    return product, rarity, things
