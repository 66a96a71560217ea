"""Every unit of a left sentence held against every one of a right: what is asked of two of them, for all at once.

A sentence is too short for arrays to pay, so several pairs of sentences of nearly one size are worked on together.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from tui.compare.details.content import Numbers, Place, Sentence, weigh_around

SAID = 0.8
"""A word said so nearly by the other unit tells nothing of its own."""
_AT_ONCE = 12
"""So many pairs of sentences are worked on together."""
_LEAST = 1e-6


class Faced(NamedTuple):
    """Two sentences that a grid is asked for."""

    sides: tuple[Sentence, Sentence]
    likeness: Numbers
    places: tuple[Sequence[Place], Sequence[Place]]
    """Where the units of each stand."""
    pairs: Sequence[tuple[int, int]]
    """The units, by number, of which it is asked what neither says of the other."""


@dataclass(frozen=True, slots=True)
class Grid:
    """What holds of each two units of two sentences.

    What is told of a side is a list by the unit of that side of lists by the unit of the other one, else by the left
    and then by the right unit.
    """

    shares: tuple[list[list[float]], list[list[float]]]
    """For each side how much of the meaning of each of its units each unit of the other says, 0 to 1."""
    open: tuple[list[list[int]], list[list[int]]]
    """For each side how many content words of each of its units each unit of the other does not say."""
    near: list[list[float]]
    """How near the vectors of each two are, as wholes."""
    rest: dict[tuple[int, int], float]
    """How near the vectors are of what neither of two units says of the other, for the pairs that were asked for."""
    slots: list[list[float]]
    """How alike what stands around each two is, 0 to 1."""


def lay_grids(asked: Sequence[Faced]) -> list[Grid]:
    """Return the grid of each pair of sentences."""
    found: dict[int, Grid] = {}
    order = sorted(range(len(asked)), key=lambda n: asked[n].likeness.size)
    for at in range(0, len(order), _AT_ONCE):
        here = order[at : at + _AT_ONCE]
        found.update(zip(here, _lay([asked[n] for n in here]), strict=True))
    return [found[n] for n in range(len(asked))]


def _lay(asked: Sequence[Faced]) -> list[Grid]:
    """Return the grids of some pairs of sentences of nearly one size: short ones are filled up with nothing."""
    one, two = (_Side([faced.sides[n] for faced in asked], [faced.places[n] for faced in asked]) for n in (0, 1))
    likeness = np.zeros((len(asked), one.words, two.words), dtype=np.float32)
    for n, faced in enumerate(asked):
        rows, columns = faced.likeness.shape
        likeness[n, :rows, :columns] = faced.likeness
    said, told = zip(_most(likeness, two), _most(likeness.swapaxes(1, 2), one), strict=True)
    shares = one.share(said[0]), two.share(said[1])
    is_open = said[0] < SAID, said[1] < SAID
    opened = one.count(is_open[0]), two.count(is_open[1])
    slots = _slots(one, two, told)
    near, rest = _near(one, two), _rest(asked, one, two, is_open)
    return [
        Grid((shares[0][n], shares[1][n]), (opened[0][n], opened[1][n]), near[n], rest[n], slots[n])
        for n in range(len(asked))
    ]


class _Side:
    """The sentences of one side and their units as arrays: pairs of sentences, units, content words."""

    def __init__(self, sentences: Sequence[Sentence], places: Sequence[Sequence[Place]]) -> None:
        self.vectors = [sentence.vectors for sentence in sentences]
        self.words = max(len(sentence.places) for sentence in sentences)
        self.units = max(map(len, places))
        many = len(sentences)
        at = np.full((many, 1, self.words), -1, dtype=np.int64)
        clauses = np.full((many, 1, self.words), -1, dtype=np.int64)
        rarity = np.zeros((many, 1, self.words), dtype=np.float32)
        bounds = np.zeros((many, self.units, 3), dtype=np.int64)
        for n, (sentence, here) in enumerate(zip(sentences, places, strict=True)):
            at[n, 0, : len(sentence.at)] = sentence.at
            clauses[n, 0, : len(sentence.at)] = sentence.clauses
            rarity[n, 0, : len(sentence.at)] = sentence.rarity
            if here:
                bounds[n, : len(here)] = [(*place, sentence.parts.words[place[0]].clause) for place in here]
        first, after, homes = (bounds[:, :, n : n + 1] for n in range(3))
        self.inside: NDArray[np.bool_] = (at >= first) & (at < after)
        """Which words lie in each unit."""
        self.rarity: Numbers = rarity * self.inside
        """How rare those are."""
        self.around = weigh_around(at, clauses, rarity, first, after, homes)
        """How much each word tells of each unit that it stands beside."""
        self.total = self.around.sum(axis=2)

    def share(self, said: Numbers) -> list[list[list[float]]]:
        """Return how much of the meaning of each unit each of the other side says."""
        total = self.rarity.sum(axis=2, dtype=np.float64)[:, :, None]
        told = (self.rarity @ said.swapaxes(1, 2)).astype(np.float64)
        found: list[list[list[float]]] = np.where(total > 0, told / np.maximum(total, _LEAST), 1.0).tolist()
        return found

    def count(self, words: NDArray[np.bool_]) -> list[list[list[int]]]:
        """Return how many of some words lie in each unit; which, is told for each unit of the other side."""
        counts = self.inside.astype(np.float32) @ words.swapaxes(1, 2).astype(np.float32)
        found: list[list[list[int]]] = counts.astype(np.int64).tolist()
        return found


def _most(likeness: Numbers, others: _Side) -> tuple[Numbers, Numbers]:
    """Return how much of each word of a side each unit of the other says at most, and stands around that unit."""
    reach = others.around / np.maximum(others.around.max(axis=2, initial=0.0), _LEAST)[:, :, None]
    weights = np.concatenate([others.inside.astype(np.float32), reach], axis=1)
    most = np.zeros((len(likeness), weights.shape[1], likeness.shape[1]), dtype=np.float32)
    for n in range(others.words):
        np.maximum(most, weights[:, :, n, None] * likeness[:, None, :, n], out=most)
    return most[:, : others.units], most[:, others.units :]


def _slots(one: _Side, two: _Side, told: tuple[Numbers, Numbers]) -> list[list[list[float]]]:
    """Return how alike what stands around each two units is; of a unit that nothing stands around, nothing."""
    ours = (one.around @ told[0].swapaxes(1, 2)).astype(np.float64) / np.maximum(one.total, _LEAST)[:, :, None]
    theirs = (told[1] @ two.around.swapaxes(1, 2)).astype(np.float64) / np.maximum(two.total, _LEAST)[:, None, :]
    both = (one.total > 0)[:, :, None] & (two.total > 0)[:, None, :]
    found: list[list[list[float]]] = np.where(both, (ours + theirs) * 0.5, 0.0).tolist()
    return found


def _near(*sides: _Side) -> list[list[list[float]]]:
    """Return how near the vectors of each two units are."""
    wholes = [_meanings(side, side.rarity) for side in sides]
    return [(ours @ theirs.T).tolist() for ours, theirs in zip(*wholes, strict=True)]


def _rest(
    asked: Sequence[Faced], one: _Side, two: _Side, is_open: tuple[NDArray[np.bool_], NDArray[np.bool_]]
) -> list[dict[tuple[int, int], float]]:
    """Return how near the vectors are of what neither of two units says of the other, for the pairs asked for."""
    rows = [np.array(faced.pairs, dtype=np.int64).reshape(len(faced.pairs), 2).T for faced in asked]
    ours = [one.rarity[n][i] * is_open[0][n][j] for n, (i, j) in enumerate(rows)]
    theirs = [two.rarity[n][j] * is_open[1][n][i] for n, (i, j) in enumerate(rows)]
    near = np.einsum("ij,ij->i", np.concatenate(_meanings(one, ours)), np.concatenate(_meanings(two, theirs))).tolist()
    found, at = [], 0
    for faced in asked:
        found.append(dict(zip(faced.pairs, near[at : at + len(faced.pairs)], strict=True)))
        at += len(faced.pairs)
    return found


def _meanings(side: _Side, weights: Numbers | Sequence[Numbers]) -> list[Numbers]:
    """Return for each sentence what some of its words mean together, as often as it has rows of weights."""
    rows = [w[:, : len(vectors)] @ vectors for w, vectors in zip(weights, side.vectors, strict=True)]
    meanings: Numbers = np.concatenate(rows)
    meanings /= np.maximum(np.sqrt(np.einsum("ij,ij->i", meanings, meanings)), _LEAST)[:, None]
    return np.split(meanings, np.cumsum([len(row) for row in rows])[:-1])
