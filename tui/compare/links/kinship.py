"""How like two articles are as wholes: what tells whether they are about one event."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TypeVar

from tui.compare.judgement import Judgement, read_judgement
from tui.compare.links.profiles import Profile, ProfiledPair
from tui.compare.links.senses import Senses

_LIKENESSES = ("words", "names", "figures", "rare_words", "one_sided", "meaning", "nearest", "facing")
KINSHIP = (*_LIKENESSES, "few", *(f"{name}, few" for name in _LIKENESSES))
"""The evidence, in the order of a row: each likeness, how few the sentences are, and each likeness times that."""
LEAST_WARNED = 6
"""Of an article of fewer sentences no reader is warned: too little stands in it to tell another event."""
_SMALL_FIGURE = 2
_RARE = 0.72
_MOST_NEAREST = 3

_Thing = TypeVar("_Thing")


def one_event(pair: ProfiledPair, senses: Senses) -> float:
    """Return how likely two articles tell of one event, 0 to 1."""
    return _judgement().probability(measure_kinship(pair, senses))


def may_be_strangers(probability: float, pair: ProfiledPair) -> bool:
    """Say whether articles that tell of one event with such a probability may well tell of two.

    Never of articles of fewer sentences than `LEAST_WARNED`.
    """
    return min(len(pair.left), len(pair.right)) >= LEAST_WARNED and probability < _judgement().threshold


def measure_kinship(pair: ProfiledPair, senses: Senses) -> list[float]:
    """Return the evidence that two articles are about one event, in the order of `KINSHIP`.

    The cosine of their mean sentences; the cosine of how many sentences name whom and what; the share of the figures of
    the one with fewer that the other has too; the same of words that are rare in English and no part of a name; how
    many times as long one is as the other, as a logarithm; how near they are in meaning as wholes, in their three
    nearest sentences, and on average of each sentence's nearest. What is alike says more, or less, in few sentences.
    """
    sides = pair.left, pair.right
    found = [
        _cosine(*map(_centre, sides)),
        _cosine(*(Counter(name for profile in side for name in profile.names) for side in sides)),
        _in_common(*map(_figures, sides)),
        _in_common(*map(_rare, sides)),
        abs(math.log(max(1, len(pair.left)) / max(1, len(pair.right)))),
        *_nearness(senses),
    ]
    few = 1 / (1 + min(len(pair.left), len(pair.right)))
    return [*found, few, *(few * value for value in found)]


def _nearness(senses: Senses) -> tuple[float, float, float]:
    import numpy as np

    near = senses.between()
    if not near.size:
        return 0.0, 0.0, 0.0
    nearest = np.sort(near, axis=None)[-_MOST_NEAREST:]
    facing = (near.max(axis=0).mean() + near.max(axis=1).mean()) / 2
    return senses.whole(), float(nearest.mean()), float(facing)


@cache
def _judgement() -> Judgement:
    return read_judgement(Path(__file__).with_name("same_event.tsv"), KINSHIP)


def _figures(side: Sequence[Profile]) -> set[tuple[float, str | None]]:
    return {(f.figure.value, f.figure.unit) for p in side for f in p.facts if f.figure.value > _SMALL_FIGURE}


def _rare(side: Sequence[Profile]) -> set[str]:
    """Return the stems that are rare in English and no part of a name."""
    named = {word for profile in side for name in profile.names for word in name.split()}
    return {
        s for p in side for s, rarity in zip(p.weights, p.rarities, strict=True) if rarity > _RARE and s.isalpha()
    } - named


def _in_common(one: set[_Thing], other: set[_Thing]) -> float:
    """Return the share of the smaller set that is in the other, two more counted as not shared."""
    return len(one & other) / (min(len(one), len(other)) + 2)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    product = sum(value * other.get(key, 0.0) for key, value in one.items())
    lengths = [math.sqrt(sum(value * value for value in vector.values())) for vector in (one, other)]
    return product / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def _centre(side: Sequence[Profile]) -> dict[str, float]:
    summed: dict[str, float] = defaultdict(float)
    for profile in side:
        for stem, weight in profile.weights.items():
            summed[stem] += weight / profile.length
    return summed
