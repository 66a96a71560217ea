"""How near two sentences are in what their words mean, by vectors of their words."""

from collections.abc import Sequence
from itertools import islice, pairwise
from typing import TYPE_CHECKING, NamedTuple

from tui.compare.links.profiles import Profile, ProfiledPair
from tui.compare.links.understanding import Understanding, UnderstoodSide
from tui.compare.vectors import Vocabulary, meanings_of, unit_rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.compare.vectors import Vectors

    Numbers = NDArray[np.float64]

_NEAR = 0.5
"""From this nearness on a word says something of what the other says; all of it at 1."""
_MOST_BETWEEN = 300
_AT_ONCE = 1024
"""So many pairs of sentences are compared at once, which bounds the memory it takes."""


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
        starts = [0]
        for profile in profiles:
            self.kept += islice((stem for stem in profile.words if stem not in named), _MOST_WORDS)
            starts.append(len(self.kept))
        self._starts = np.array(starts, dtype=np.int64)
        self.counts = np.diff(self._starts)
        """How many words each sentence has."""
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
        return slice(int(self._starts[number]), int(self._starts[number + 1]))

    def words_of_all(self, numbers: "NDArray[np.int64]") -> "NDArray[np.int64]":
        """Return where the words of some sentences stand, one sentence after the other."""
        import numpy as np

        counts = self.counts[numbers]
        ends = counts.cumsum()
        found: NDArray[np.int64] = np.arange(ends[-1]) + np.repeat(self._starts[numbers] + counts - ends, counts)
        return found

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
        for at in range(0, len(order), _AT_ONCE):
            rows = order[at : at + _AT_ONCE]
            lefts, rights = keys[rows].T
            found[rows, 0] = np.einsum("ij,ij->i", self._beside[0][lefts], self._beside[1][rights])
            told = (self._left.counts[lefts] > 0) & (self._right.counts[rights] > 0)
            if told.any():
                found[rows[told], 1:] = self._compare(lefts[told], rights[told])
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

    def _compare(self, lefts: "NDArray[np.int64]", rights: "NDArray[np.int64]") -> "NDArray[np.float64]":
        """Return what the words of some left sentences, in order, and of right ones say of each other, a row a pair.

        Each sentence has words; the columns are those of `Sense` but the first.
        """
        import numpy as np

        ours, theirs = self._left.words_of_all(lefts), self._right.words_of_all(rights)
        ends = self._right.counts[rights].cumsum()
        near, back = [], []
        cuts = [0, *(np.flatnonzero(np.diff(lefts)) + 1).tolist(), len(lefts)]
        for first, after in pairwise(cuts):
            begin, end = int(ends[first - 1]) if first else 0, int(ends[after - 1])
            own = self._left.vectors(self._left.words_of(int(lefts[first])))
            here = own @ self._right.vectors(theirs[begin:end]).T
            starts = [0, *(ends[first : after - 1] - begin).tolist()]
            near.append(np.maximum.reduceat(here, starts, axis=1).T.ravel())
            back.append(here.max(axis=0))
        sides = [
            _add_up(self._left, lefts, ours, np.concatenate(near)),
            _add_up(self._right, rights, theirs, np.concatenate(back)),
        ]
        (told, words, weight), (told_back, words_back, weight_back) = sides
        return np.column_stack(
            [
                np.maximum(told / weight, told_back / weight_back),
                np.minimum(told, told_back),
                (words / weight + words_back / weight_back) / 2,
            ]
        )


def _add_up(side: _Side, numbers: "NDArray[np.int64]", words: "NDArray[np.int64]", near: "Vectors") -> "Numbers":
    """Return for some sentences of a side how much their words say of the others', how near they are, what they weigh.

    `words` are those of the sentences, one after the other, `near` how near each is to its nearest.
    """
    import numpy as np

    at = np.repeat(np.arange(len(numbers)), side.counts[numbers])
    near, weights = np.clip(near, 0.0, 1.0), side.weights[words]
    told = np.clip((near - _NEAR) / (1 - _NEAR), 0, 1)
    return np.array([np.bincount(at, weights * share) for share in (told, near, np.ones_like(near))])
