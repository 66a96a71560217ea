"""Two linked sentences held against each other word by word: which word of one says what a word of the other says."""

from bisect import bisect_left
from collections.abc import Hashable, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tui.compare.details.claims import changes_claim, is_negation
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.links.concepts import concepts_of_stem
from tui.compare.links.rarity import rarity_in_english
from tui.compare.units.unit import Unit
from tui.compare.vectors import vectors_of

Numbers = NDArray[np.float32]

_AGREED = 0.95
"""What a word of a figure or date is worth beside one of the same value in other words."""
_CONCEPT = 0.85
"""What a word of the same concept is worth beside the word itself."""
_NEAR = 0.35
"""Vectors nearer than this mean something alike; below, nothing."""
_CLOSE = 3.0
"""A word at this distance tells half as much of a place as one right beside it."""
_WEIGHTY = frozenset("less more than all some".split())  # noqa: SIM905
"""Small words that change how much is claimed; others change whether it is."""
_REACH = 3
"""What is negated stands at most so many words after the negation."""


class Sentence:
    """The content words of a sentence, with what is asked of them over and over."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.at = np.array([n for n, word in enumerate(parts.words) if word.content], dtype=np.int64)
        """Where the content words stand among all words."""
        words = [parts.words[n] for n in self.at]
        self.stems = [word.stem for word in words]
        self.rarity: Numbers = np.array([rarity_in_english(stem) for stem in self.stems], dtype=np.float32)
        self.clauses = np.array([word.clause for word in words], dtype=np.int64)
        self.is_word = np.array([word.stem.isalpha() for word in words], dtype=bool)
        names = [
            next((name.name for name in parts.names if name.start <= word.start < name.end), None) for word in words
        ]
        self.names = names
        self._around: dict[tuple[int, int], Numbers] = {}
        self._meanings: dict[tuple[int, int, bytes], Numbers] = {}
        self._reach: dict[tuple[int, int], tuple[float, Numbers]] = {}
        self._clause_texts: dict[tuple[int, int], frozenset[str]] = {}
        self.places: list[int] = self.at.tolist()
        """The same as a list."""
        self._inside: dict[tuple[int, int], slice] = {}
        self._texts: dict[tuple[int, int], frozenset[str]] = {}
        self._weights: dict[tuple[int, int], tuple[Numbers, float]] = {}
        self._quoted: dict[Unit, bool] = {}

    @cached_property
    def vectors(self) -> Numbers:
        """A vector for each content word; of length 0 for numbers and names, which are near nothing but themselves."""
        found = vectors_of([self.parts.words[n].text for n in self.at])
        keep = self.is_word & np.array([name is None for name in self.names], dtype=bool)
        return found * keep[:, None] if len(found) else found

    @cached_property
    def weighty(self) -> tuple[tuple[int, str], ...]:
        """Where the small words stand that change what or how much is claimed, and what they are."""
        return tuple((at, word.text) for at, word in enumerate(self.parts.words) if is_weighty(word.text))

    @cached_property
    def negated(self) -> dict[int, int]:
        """For each negation, by its place among all words, the content word that it negates, by its number."""
        words, found = self.parts.words, dict[int, int]()
        for at, word in enumerate(words):
            if is_negation(word.text) and (negated := _negated(words, at)) is not None:
                found[at] = self.places.index(negated)
        return found

    def inside(self, first: int, after: int) -> slice:
        """Return which content words lie among the words from `first` to before `after`."""
        if (first, after) not in self._inside:
            self._inside[first, after] = slice(bisect_left(self.places, first), bisect_left(self.places, after))
        return self._inside[first, after]

    def weight(self, inside: slice) -> tuple[Numbers, float]:
        """Return how rare each of some content words is, and all of them together."""
        key = inside.start, inside.stop
        if key not in self._weights:
            weight = self.rarity[inside]
            self._weights[key] = weight, float(weight.sum())
        return self._weights[key]

    def share_told(self, told: Numbers, inside: slice) -> float:
        """Return how much of the meaning of some content words is told, 0 to 1."""
        weight, total = self.weight(inside)
        return float(weight @ told) / total if total else 1.0

    def texts(self, unit: Unit) -> frozenset[str]:
        """Return the words of a unit as they are written in lower case."""
        key = unit.first, unit.after
        if key not in self._texts:
            self._texts[key] = frozenset(word.text for word in self.parts.words[unit.first : unit.after])
        return self._texts[key]

    def is_quoted(self, unit: Unit) -> bool:
        """Say whether a unit stands within quotation marks."""
        if unit not in self._quoted:
            self._quoted[unit] = any(q.start <= unit.start and unit.end <= q.end for q in self.parts.quotations)
        return self._quoted[unit]

    def around(self, unit: Unit) -> Numbers:
        """Return how much each content word tells of a unit: the nearer the more, none of its own words."""
        key = unit.first, unit.after
        if key not in self._around:
            distance = np.maximum(unit.first - self.at, self.at - unit.after + 1).astype(np.float32)
            weight = 1 / (1 + np.maximum(distance, 0) / _CLOSE)
            home = self.parts.words[unit.first].clause
            weight = weight * np.where(self.clauses == home, 1.0, 0.5) * self.rarity
            weight[self.inside(unit.first, unit.after)] = 0
            self._around[key] = weight.astype(np.float32)
        return self._around[key]

    def reach(self, unit: Unit) -> tuple[float, Numbers]:
        """Return how much all content words tell of a unit, and each beside the one that tells most."""
        key = unit.first, unit.after
        if key not in self._reach:
            around = self.around(unit)
            total = float(around.sum())
            self._reach[key] = total, around / max(float(around.max()), 1e-6) if total else around
        return self._reach[key]

    def clause_texts(self, unit: Unit) -> frozenset[str]:
        """Return the words of the clauses that a unit stands in."""
        words = self.parts.words[unit.first : unit.after]
        if not words:
            return frozenset()
        key = words[0].clause, words[-1].clause
        if key not in self._clause_texts:
            self._clause_texts[key] = frozenset(w.text for w in self.parts.words if key[0] <= w.clause <= key[1])
        return self._clause_texts[key]

    def meaning(self, inside: slice, said: NDArray[np.bool_] | None = None) -> Numbers:
        """Return the vector of some content words together, of length 1 or 0; of those alone that are not `said`."""
        key = inside.start, inside.stop, b"" if said is None else said.tobytes()
        if key not in self._meanings:
            weight = self.rarity[inside] if said is None else self.rarity[inside] * ~said
            total = (self.vectors[inside] * weight[:, None]).sum(axis=0)
            self._meanings[key] = total / max(1e-6, float(np.linalg.norm(total)))
        return self._meanings[key]


def is_weighty(word: str) -> bool:
    """Say whether a small word in lower case changes what is claimed, or how much."""
    return word in _WEIGHTY or changes_claim(word)


def _negated(words: Sequence[Word], at: int) -> int | None:
    """Return the place of the content word that the negation at a place negates, none where it negates none."""
    for n in range(at + 1, min(len(words), at + 1 + _REACH)):
        is_number = words[at].text == "no" and words[n].text[0].isdecimal()  # "the No. 2 reactor"
        if is_number or words[n].text in words_of("no negation") or words[n].clause != words[at].clause:
            return None
        if words[n].content and words[n].text not in words_of("auxiliary"):
            return n
    return None


class Facing:
    """A left and a right sentence with how much each word of one says what each of the other says, 0 to 1."""

    def __init__(self, left: Sentence, right: Sentence, agreed: Sequence[tuple[Unit, Unit]] = ()) -> None:
        self.sides = (left, right)
        self.agreed = agreed
        """The figures and dates of both that are one value."""
        self.likeness = _likeness(left, right)
        for one, two in agreed:
            block = self.likeness[left.inside(one.first, one.after), right.inside(two.first, two.after)]
            np.maximum(block, _AGREED, out=block)
        self.flipped = self.likeness.T
        self.told = (
            self.likeness.max(axis=1) if self.likeness.shape[1] else np.zeros(len(left.at), dtype=np.float32),
            self.likeness.max(axis=0) if self.likeness.shape[0] else np.zeros(len(right.at), dtype=np.float32),
        )
        """For each side how much of each word the other sentence says anywhere."""
        self.kept: dict[Hashable, float] = {}
        """What others found out of the two sentences, by what was asked."""
        self._slots: dict[tuple[int, int, int, int], float] = {}
        self._toward: tuple[dict[tuple[int, int], Numbers], dict[tuple[int, int], Numbers]] = ({}, {})
        self._said: dict[tuple[int, int, int, int], tuple[Numbers, Numbers]] = {}
        self._shares: dict[tuple[int, int, int, int, int], float] = {}
        self._told_shares: dict[tuple[int, int, int], float] = {}

    @cached_property
    def shares(self) -> tuple[float, float]:
        """For each side how much of its meaning the other sentence says, 0 to 1."""
        found = []
        for sentence, told in zip(self.sides, self.told, strict=True):
            total = float(sentence.rarity.sum())
            found.append(float(sentence.rarity @ told) / total if total else 0.0)
        return found[0], found[1]

    def slot(self, one: Unit, two: Unit) -> float:
        """Return how alike what stands around two units is, 0 to 1."""
        key = one.first, one.after, two.first, two.after
        if key not in self._slots:
            self._slots[key] = self._slot(one, two)
        return self._slots[key]

    def _slot(self, one: Unit, two: Unit) -> float:
        (near_total, _), (far_total, _) = self.sides[0].reach(one), self.sides[1].reach(two)
        if not near_total or not far_total:
            return 0.0
        ours = float(self.sides[0].around(one) @ self._told_around(1, two)) / near_total
        theirs = float(self.sides[1].around(two) @ self._told_around(0, one)) / far_total
        return max(ours, theirs) * 0.5 + min(ours, theirs) * 0.5

    def _told_around(self, side: int, unit: Unit) -> Numbers:
        """Return how much of each word of the other sentence stands around a unit of `side`, nearer words more."""
        key = unit.first, unit.after
        if key not in self._toward[side]:
            _, reach = self.sides[side].reach(unit)
            self._toward[side][key] = ((self.flipped if side == 0 else self.likeness) * reach).max(axis=1)
        return self._toward[side][key]

    def said(self, one: slice, two: slice) -> tuple[Numbers, Numbers]:
        """Return of some content words of the left and some of the right how much of each the others say."""
        key = one.start, one.stop, two.start, two.stop
        if key not in self._said:
            block = self.likeness[one, two]
            self._said[key] = (
                (block.max(axis=1), block.max(axis=0))
                if block.size
                else (np.zeros(block.shape[0], np.float32), np.zeros(block.shape[1], np.float32))
            )
        return self._said[key]

    def share_said(self, side: int, one: slice, two: slice) -> float:
        """Return how much of the meaning of the words of `side`, of some words of each, the others say, 0 to 1."""
        key = side, one.start, one.stop, two.start, two.stop
        if key not in self._shares:
            self._shares[key] = self.sides[side].share_told(self.said(one, two)[side], (one, two)[side])
        return self._shares[key]

    def share_told(self, side: int, inside: slice) -> float:
        """Return how much of the meaning of some content words of `side` the other sentence says, 0 to 1."""
        key = side, inside.start, inside.stop
        if key not in self._told_shares:
            self._told_shares[key] = self.sides[side].share_told(self.told[side][inside], inside)
        return self._told_shares[key]


def _likeness(left: Sentence, right: Sentence) -> Numbers:
    if not len(left.at) or not len(right.at):
        return np.zeros((len(left.at), len(right.at)), dtype=np.float32)
    near = left.vectors @ right.vectors.T
    found: Numbers = np.clip((near - _NEAR) / (1 - _NEAR), 0, 1).astype(np.float32)
    where: dict[str, list[int]] = {}
    for n, stem in enumerate(right.stems):
        where.setdefault(stem, []).append(n)
        for concept in concepts_of_stem(stem):
            where.setdefault(f" {concept}", []).append(n)
        if right.names[n]:
            where.setdefault(f"@{right.names[n]}", []).append(n)
    for n, stem in enumerate(left.stems):
        for concept in concepts_of_stem(stem):
            for m in where.get(f" {concept}", ()):
                found[n, m] = max(found[n, m], _CONCEPT)
        if left.names[n]:
            for m in where.get(f"@{left.names[n]}", ()):
                found[n, m] = 1.0
        for m in where.get(stem, ()):
            found[n, m] = 1.0
    return found
