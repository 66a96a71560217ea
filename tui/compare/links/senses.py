"""How near two sentences are in what their words mean, by vectors of their words."""

from collections.abc import Sequence
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from tui.compare.links.profiles import Profile, ProfiledPair
from tui.compare.links.understanding import Understanding, UnderstoodSide
from tui.compare.vectors import Vocabulary, meanings_of, unit_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.compare.vectors import Vectors

_NEAR = 0.5
"""From this nearness on a word says something of what the other says; all of it at 1."""
_MOST_BETWEEN = 300


_MOST_WORDS = 400
"""Of a sentence of more words the last ones are held against no others; one with more is a list."""


class Sense(NamedTuple):
    """How near two sentences are in meaning."""

    whole: float = 0.0
    """The cosine of what all their words mean together, beside what the two articles are about."""
    share: float = 0.0
    """The share of the words but names that say something of what the other says, on the side where that is more."""
    weight: float = 0.0
    """The weight of those words, on the side where it is less."""
    mean: float = 0.0
    """How near the words but names are to each other, both sides together."""


class _Side:
    """The words but names of one article's sentences, one after the other."""

    def __init__(self, profiles: Sequence[Profile], named: frozenset[str]) -> None:
        import numpy as np

        self.kept: list[str] = []
        """The stems of the words."""
        self.starts = [0]
        for profile in profiles:
            self.kept += islice((stem for stem in profile.words if stem not in named), _MOST_WORDS)
            self.starts.append(len(self.kept))
        weights = (p.weights[stem] for p in profiles for stem in self.kept[self.words_of(p.number)])
        self.weights = np.fromiter(weights, dtype=np.float32, count=len(self.kept))
        self.rows = np.zeros(len(self.kept), dtype=np.int64)
        self.table: Vectors = np.zeros((1, 1), dtype=np.float32)

    def look_up(self, rows: Sequence[int], table: "Vectors") -> None:
        """Take the vector of each word from a row of a table."""
        import numpy as np

        self.rows, self.table = np.array(rows, dtype=np.int64), table

    def words_of(self, number: int) -> slice:
        """Return where the words of a sentence stand."""
        return slice(self.starts[number], self.starts[number + 1])

    def vectors(self, words: "slice | NDArray[np.int64]") -> "Vectors":
        """Return a row for each of some words."""
        return self.table[self.rows[words]].astype("float32", copy=False)


def vocabulary_of(pair: ProfiledPair) -> Vocabulary:
    """Return the vectors of all words of a pair that are weighed."""
    return Vocabulary(word for profiles in (pair.left, pair.right) for p in profiles for word in p.words.values())


def word_senses(pair: ProfiledPair, vocabulary: Vocabulary | None = None) -> "Senses":
    """Return what the sentences mean by the vectors of words that ship with the program.

    `vocabulary` is what `vocabulary_of` returns, where it is asked for more besides.
    """
    named, vocabulary = _named(pair), vocabulary or vocabulary_of(pair)
    sides, wholes = [], []
    for profiles in (pair.left, pair.right):
        side = _Side(profiles, named)
        words = [words[stem] for p in profiles for words in (p.words,) for stem in side.kept[side.words_of(p.number)]]
        side.look_up(vocabulary.rows_of(words), vocabulary.table)
        sides.append(side)
        wholes.append(unit_rows(meanings_of([profile.said.words for profile in profiles])))
    return Senses(sides[0], sides[1], wholes[0], wholes[1])


def model_senses(pair: ProfiledPair, understanding: Understanding) -> "Senses":
    """Return what the sentences mean by a sentence model, which has read each word where it stands."""
    named = _named(pair)
    sides, wholes = [], []
    for profiles, known in ((pair.left, understanding.left), (pair.right, understanding.right)):
        side = _Side(profiles, named)
        side.look_up(*_rows_in(known, profiles, side))
        sides.append(side)
        wholes.append(unit_rows(known.wholes))
    return Senses(sides[0], sides[1], wholes[0], wholes[1])


def _rows_in(known: UnderstoodSide, profiles: Sequence[Profile], side: _Side) -> tuple[list[int], "Vectors"]:
    """Return the row of each word in the table of words, which ends with a row of zeros for what was not read."""
    import numpy as np

    table = np.concatenate([known.words, np.zeros((1, known.words.shape[1]), dtype=known.words.dtype)])
    rows = list[int]()
    for profile in profiles:
        starts = dict(zip(reversed(profile.said.stems), reversed(profile.said.starts), strict=True))
        stems = side.kept[side.words_of(profile.number)]
        rows += [known.row_of.get(starts.get(stem, -1), len(table) - 1) for stem in stems]
    return rows, table


def _named(pair: ProfiledPair) -> frozenset[str]:
    return frozenset(word for name in pair.name_weights for word in name.split())


class Senses:
    """What the sentences of a pair of articles mean; see `word_senses` and `model_senses`."""

    def __init__(self, left: _Side, right: _Side, left_wholes: "Vectors", right_wholes: "Vectors") -> None:
        """`left_wholes` and `right_wholes` tell what each sentence means as a whole, in rows of length 1."""
        import numpy as np

        self._left, self._right = left, right
        both = left_wholes, right_wholes
        means = [wholes.mean(axis=0) if len(wholes) else np.zeros(1) for wholes in both]
        common = (means[0] + means[1]) / 2
        self._beside = tuple(unit_rows(wholes - common) for wholes in both)
        self._sums = [unit_rows(wholes.sum(axis=0, keepdims=True)) for wholes in both]
        self._first = [wholes[:_MOST_BETWEEN].copy() for wholes in both]

    def compare_all(self, keys: "NDArray[np.int64]") -> "NDArray[np.float64]":
        """Return how near the sentences of each of some pairs are, a row a pair, a column for each field of `Sense`."""
        import numpy as np

        found = np.zeros((len(keys), len(Sense._fields)))
        order = keys[:, 0].argsort(kind="stable")
        cuts = np.flatnonzero(np.diff(keys[order, 0])) + 1
        for rows in np.split(order, cuts) if len(order) else ():
            found[rows] = self._compare(int(keys[rows[0], 0]), keys[rows, 1])
        return found

    def whole(self) -> float:
        """Return how near the articles are as wholes, -1 to 1."""
        return float(self._sums[0][0] @ self._sums[1][0])

    def between(self) -> "Vectors":
        """Return how near the sentences are, a row a left one and a column a right one; of long articles the first."""
        near: Vectors = self._first[0] @ self._first[1].T
        return near

    def nearest(self, left: int, least: float) -> list[int]:
        """Return the right sentences that are at least so near to a left one, beside what the articles are about."""
        near = self._beside[1] @ self._beside[0][left]
        return [int(number) for number in (near >= least).nonzero()[0]]

    def _compare(self, left: int, numbers: "NDArray[np.int64]") -> "NDArray[np.float64]":
        """Return how near a left sentence is to each of some right ones."""
        import numpy as np

        found = np.zeros((len(numbers), len(Sense._fields)))
        found[:, 0] = self._beside[1][numbers] @ self._beside[0][left]
        own = self._left.words_of(left)
        slices = [self._right.words_of(number) for number in numbers.tolist()]
        full = [at for at, one in enumerate(slices) if one.start < one.stop]
        if own.start == own.stop or not full:
            return found
        slices = [slices[at] for at in full]
        theirs = np.concatenate([np.arange(one.start, one.stop) for one in slices])
        starts = np.cumsum([0, *(one.stop - one.start for one in slices)])[:-1]
        near = self._left.vectors(own) @ self._right.vectors(theirs).T
        near = np.clip(near, 0.0, 1.0)
        ours, mine = self._left.weights[own], np.maximum.reduceat(near, starts, axis=1)
        other, back = self._right.weights[theirs], near.max(axis=0)
        told = [ours @ _told(mine), np.add.reduceat(other * _told(back), starts)]
        sums = [ours.sum(), np.add.reduceat(other, starts)]
        words = [ours @ mine / sums[0], np.add.reduceat(other * back, starts) / sums[1]]
        found[full, 1] = np.maximum(told[0] / sums[0], told[1] / sums[1])
        found[full, 2] = np.minimum(*told)
        found[full, 3] = (words[0] + words[1]) / 2
        return found


def _told(nearness: "Vectors") -> "Vectors":
    import numpy as np

    told: Vectors = np.clip((nearness - _NEAR) / (1 - _NEAR), 0, 1)
    return told
