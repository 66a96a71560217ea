"""The clauses of a sentence, and how well two sentences' best clauses fit.

A claim is a clause more often than a sentence: "Ten people were killed" is one of several in the sentence that tells
of the whole disaster, and the whole of another.
"""

import math
import re
from collections.abc import Collection, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from tui.compare.links.concepts import first_stems, read_concepts
from tui.compare.links.profiles import ProfiledPair
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

    rarities: Mapping[str, float]
    """Each stem's weight by English at large."""
    rarity: float
    """All of them together."""
    concepts: Mapping[str, str]


def clauses_of(pair: ProfiledPair, side: int, number: int) -> tuple[Clause, ...]:
    """Return the clauses of a left (0) or right (1) sentence."""
    profile = (pair.left, pair.right)[side][number]
    tokens = profile.said.tokens()
    rarities = dict(zip(profile.weights, profile.rarities, strict=True))
    return cut_clauses(pair.texts[side], tokens, read_concepts(tokens), rarities)


def cut_clauses(
    text: str,
    tokens: Sequence[Token],
    concepts: Sequence[frozenset[str]],
    rarities: Mapping[str, float],
) -> tuple[Clause, ...]:
    """Return the clauses of a sentence and each two neighbouring ones together.

    `concepts` are those of each token, `rarities` those of the sentence's stems.
    """
    stems = [token.stem for token in tokens]
    rows: list[tuple[int, int]] = []
    first, said, last = 0, 0, 0
    for at, (start, end, word, _, is_stop) in enumerate(tokens):
        if said >= _LEAST_WORDS and len(rows) < _MOST_CLAUSES:
            gap = text[last:start]
            if word in _OPENERS or (gap != " " and _BREAK.search(gap)):
                rows.append((first, at))
                first, said = at, 0
        said += not is_stop
        last = end
    if rows and said < _LEAST_WORDS:
        rows[-1] = rows[-1][0], len(tokens)
    elif first < len(tokens):
        rows.append((first, len(tokens)))
    rows += [(one[0], two[1]) for one, two in pairwise(rows)]
    return tuple([_clause(stems[first:after], concepts[first:after], rarities) for first, after in rows])


def _clause(stems: Sequence[str], concepts: Sequence[frozenset[str]], rarities: Mapping[str, float]) -> Clause:
    rare = {stem: rarities[stem] for stem in stems if stem in rarities}
    return Clause(rare, sum(rare.values()) or 1.0, first_stems(stems, concepts))


def fit_clauses(
    left: Sequence[Clause], right: Sequence[Clause], stems_both: Collection[str], concepts_both: Collection[str]
) -> float:
    """Return how well the best clauses of two sentences fit: the share of the one with less to say that both say.

    Two with one thing in common or none do not fit. `stems_both` and `concepts_both` are what the sentences share.
    """
    best = 0.0
    if len(stems_both) + len(concepts_both) < _LEAST_WORDS:
        return best
    for one in left:
        mine = [stem for stem in stems_both if stem in one.rarities]
        meant = [concept for concept in concepts_both if concept in one.concepts]
        if len(mine) + len(meant) < _LEAST_WORDS:
            continue
        for other in right:
            stems = [stem for stem in mine if stem in other.rarities]
            concepts = one.concepts.keys() & other.concepts.keys() if meant else ()
            if len(stems) + len(concepts) >= _LEAST_WORDS:
                rarity, things = _common(one, other, stems, concepts)
                if things >= _LEAST_WORDS:
                    best = max(best, rarity / min(one.rarity, other.rarity))
    return min(best, 1.0)


def _common(one: Clause, other: Clause, stems: Collection[str], concepts: Collection[str]) -> tuple[float, int]:
    """Return the rarity and the number of what two clauses share, given the stems and the concepts that both have."""
    mine, theirs = one.rarities, other.rarities
    rarity, things = math.fsum([mine[stem] for stem in stems]), len(stems)
    for concept in concepts:
        stem, match = one.concepts[concept], other.concepts[concept]
        if match != stem and stem not in theirs and match not in mine:
            rarity += _CONCEPT_SHARE * min(mine.get(stem, 0.5), theirs.get(match, 0.5))
            things += 1
    return rarity, things
