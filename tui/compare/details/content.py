"""The content words of a sentence, with what details ask of them over and over."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tui.compare.details.claims import Degree, changes_claim, denies_what_follows, read_degrees
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.links.concepts import concepts_of_stem
from tui.compare.links.rarity import rarity_in_english
from tui.compare.units.unit import Unit
from tui.compare.vectors import Vocabulary

Numbers = NDArray[np.float32]
Integers = NDArray[np.int64]
Place = tuple[int, int]
"""Where a unit stands in its sentence: its first word and the one after its last."""

_CLOSE = 3.0
"""A word at this distance tells half as much of a place as one right beside it."""
_WEIGHTY = frozenset("less more than all some".split())  # noqa: SIM905
"""Small words that change how much is claimed; others change whether it is."""
_REACH = 3
"""What is negated stands at most so many words after the negation."""


class Sentence:
    """The content words of a sentence, with what is asked of them over and over."""

    def __init__(self, parts: Parts, vocabulary: Vocabulary) -> None:
        self.parts = parts
        self._vocabulary = vocabulary
        self.places = [n for n, word in enumerate(parts.words) if word.content]
        """Where the content words stand among all words."""
        self.at: Integers = np.array(self.places, dtype=np.int64)
        """The same as an array."""
        words = [parts.words[n] for n in self.places]
        self.stems = [word.stem for word in words]
        self.rarities = [rarity_in_english(stem) for stem in self.stems]
        self.rarity: Numbers = np.array(self.rarities, dtype=np.float32)
        """The same as an array."""
        self.clauses: Integers = np.array([word.clause for word in words], dtype=np.int64)
        self.names: list[str | None] = [None] * len(words)
        """For each content word the name that it belongs to, if it does."""
        for name in reversed(parts.names):
            for n, word in enumerate(words):
                if name.start <= word.start < name.end:
                    self.names[n] = name.name
        self._around: dict[Place, Numbers] = {}
        self._clause_texts: dict[tuple[int, int], frozenset[str]] = {}
        self._inside: dict[Place, slice] = {}
        self._weights: dict[Place, tuple[Numbers, float]] = {}
        self._texts: dict[Place, frozenset[str]] = {}

    @cached_property
    def is_word(self) -> NDArray[np.bool_]:
        """Of each content word whether it is one of letters alone."""
        return np.array([stem.isalpha() for stem in self.stems], dtype=bool)

    @property
    def vectors(self) -> Numbers:
        """A vector for each content word; of length 0 for numbers and names, which are near nothing but themselves."""
        return self._vocabulary.table[self._rows]

    @cached_property
    def _rows(self) -> Integers:
        told = zip(self.places, self.stems, self.names, strict=True)
        words = [self.parts.words[at].text if name is None and stem.isalpha() else None for at, stem, name in told]
        return np.array(self._vocabulary.rows_of(words), dtype=np.int64)

    @cached_property
    def concepts(self) -> list[frozenset[str]]:
        """What each content word stands for."""
        return [concepts_of_stem(stem) for stem in self.stems]

    @cached_property
    def degrees(self) -> tuple[Degree, ...]:
        """The words of scales that it uses, in its order."""
        return read_degrees(self.parts)

    @cached_property
    def weighty(self) -> tuple[tuple[int, str], ...]:
        """Where the small words stand that change what or how much is claimed, and what they are."""
        return tuple([(at, word.text) for at, word in enumerate(self.parts.words) if is_weighty(word.text)])

    @cached_property
    def negated(self) -> dict[int, int]:
        """For each negation, by its place among all words, the content word that it negates, by its number."""
        words, found = self.parts.words, dict[int, int]()
        for at in range(len(words)):
            negated = _negated(words, at) if denies_what_follows(words, at) else None
            # "not one person" tells another number, and denies nothing.
            if negated is not None and not any(f.span.overlaps(words[negated].span) for f in self.parts.figures):
                found[at] = self.places.index(negated)
        return found

    def inside(self, first: int, after: int) -> slice:
        """Return which content words lie among the words from `first` to before `after`."""
        if (first, after) not in self._inside:
            self._inside[first, after] = slice(bisect_left(self.places, first), bisect_left(self.places, after))
        return self._inside[first, after]

    def share_told(self, told: Numbers, inside: slice) -> float:
        """Return how much of the meaning of some content words is told, 0 to 1."""
        key = inside.start, inside.stop
        if key not in self._weights:
            weight = self.rarity[inside]
            self._weights[key] = weight, float(weight.sum())
        weight, total = self._weights[key]
        return float(weight @ told) / total if total else 1.0

    def texts(self, unit: Unit) -> frozenset[str]:
        """Return the words of a unit as they are written in lower case."""
        key = unit.first, unit.after
        if key not in self._texts:
            self._texts[key] = frozenset([word.text for word in self.parts.words[unit.first : unit.after]])
        return self._texts[key]

    def is_quoted(self, unit: Unit) -> bool:
        """Say whether a unit stands within quotation marks."""
        return any([q.start <= unit.start and unit.end <= q.end for q in self.parts.quotations])

    def around_all(self, places: Sequence[Place]) -> Numbers:
        """Return how much each content word tells of each of some units, a row a unit."""
        bounds = np.array([(*place, self.parts.words[place[0]].clause) for place in places], dtype=np.int64)
        first, after, homes = (bounds[:, n : n + 1] for n in range(3))
        return weigh_around(self.at, self.clauses, self.rarity, first, after, homes)

    def around(self, unit: Unit, units: Sequence[Unit] = ()) -> Numbers:
        """Return how much each content word tells of a unit; `units` are those that will most likely be asked for."""
        key = unit.first, unit.after
        if key not in self._around:
            places = list(dict.fromkeys((key, *((other.first, other.after) for other in units))))
            self._around.update(zip(places, self.around_all(places), strict=True))
        return self._around[key]

    def clause_texts(self, unit: Unit) -> frozenset[str]:
        """Return the words of the clauses that a unit stands in."""
        words = self.parts.words[unit.first : unit.after]
        if not words:
            return frozenset()
        key = words[0].clause, words[-1].clause
        if key not in self._clause_texts:
            self._clause_texts[key] = frozenset([w.text for w in self.parts.words if key[0] <= w.clause <= key[1]])
        return self._clause_texts[key]


def weigh_around(
    at: Integers, clauses: Integers, rarity: Numbers, first: Integers, after: Integers, homes: Integers
) -> Numbers:
    """Return how much content words tell of a unit that they stand beside.

    The nearer a word the more it tells, in another clause half as much; a unit's own words tell nothing of it.
    `at`, `clauses` and `rarity` are of the words, `first`, `after` and `homes` of the unit: its first word, the one
    after its last, and the clause that it begins in. Many units and words are told in one go, as NumPy spreads them.
    """
    distance = np.maximum(first - at, at - after + 1).astype(np.float32)
    weight = 1 / (1 + np.maximum(distance, 0) / _CLOSE)
    weight = weight * np.where(clauses == homes, 1.0, 0.5) * rarity
    weight[(at >= first) & (at < after)] = 0
    found: Numbers = weight.astype(np.float32)
    return found


def is_weighty(word: str) -> bool:
    """Say whether a small word in lower case changes what is claimed, or how much."""
    return word in _WEIGHTY or changes_claim(word)


def _negated(words: Sequence[Word], at: int) -> int | None:
    """Return the place of the content word that the negation at a place negates, none where it negates none."""
    for n in range(at + 1, min(len(words), at + 1 + _REACH)):
        # "the No. 2 reactor", and a "no" that is somebody's answer: "his 'no' on Friday"
        denies_nothing = words[n].text[0].isdecimal() or words[n].text in words_of("locating")
        if (
            (words[at].text == "no" and denies_nothing)
            or words[n].text in words_of("no negation")
            or words[n].clause != words[at].clause
        ):
            return None
        if words[n].content and words[n].text not in words_of("auxiliary"):
            return n
    return None
