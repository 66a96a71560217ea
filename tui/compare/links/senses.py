"""How near two sentences are in what their words mean, by the vectors of their words."""

import itertools
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from tui.compare.links.profiles import Profile, ProfiledPair
from tui.compare.vectors import meanings_of, vectors_of

if TYPE_CHECKING:
    from tui.compare.vectors import Vectors

_NEAR = 0.5
"""From this nearness on a word says something of what the other says; all of it at 1."""


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
    """The words but names of one article's sentences, one after the other, and what each sentence means as a whole."""

    def __init__(self, profiles: Sequence[Profile], named: frozenset[str], rows: dict[str, int]) -> None:
        import numpy as np

        kept = [[stem for stem in profile.words if stem not in named] for profile in profiles]
        pairs = [(p.words[stem], p.weights[stem]) for p, stems in zip(profiles, kept, strict=True) for stem in stems]
        self.starts = [0, *itertools.accumulate(map(len, kept))]
        self.rows = np.array([rows.setdefault(word, len(rows)) for word, _ in pairs], dtype=np.int64)
        self.weights = np.array([weight for _, weight in pairs], dtype=np.float32)
        self.meanings = _unit(meanings_of([[token.word for token in profile.tokens] for profile in profiles]))

    def words_of(self, number: int) -> slice:
        """Return where the words of a sentence stand."""
        return slice(self.starts[number], self.starts[number + 1])


class Senses:
    """What the sentences of a pair of articles mean."""

    def __init__(self, pair: ProfiledPair) -> None:
        import numpy as np

        rows: dict[str, int] = {}
        named = frozenset(word for name in pair.name_weights for word in name.split())
        self._left, self._right = (_Side(side, named, rows) for side in (pair.left, pair.right))
        self._vectors = vectors_of(list(rows))
        means = [
            side.meanings.mean(axis=0) if len(side.meanings) else np.zeros(1) for side in (self._left, self._right)
        ]
        common = (means[0] + means[1]) / 2
        self._beside = tuple(_unit(side.meanings - common) for side in (self._left, self._right))

    def compare(self, left: int, numbers: Sequence[int]) -> list[Sense]:
        """Return how near a left sentence is to each of some right ones."""
        import numpy as np

        wholes = (self._beside[1][list(numbers)] @ self._beside[0][left]).tolist()
        found = [Sense(whole) for whole in wholes]
        own = self._left.words_of(left)
        full = [at for at, number in enumerate(numbers) if self._right.starts[number] < self._right.starts[number + 1]]
        if own.start == own.stop or not full:
            return found
        slices = [self._right.words_of(numbers[at]) for at in full]
        theirs = np.concatenate([np.arange(one.start, one.stop) for one in slices])
        starts = np.cumsum([0, *(one.stop - one.start for one in slices)])[:-1]
        near = self._vectors[self._left.rows[own]] @ self._vectors[self._right.rows[theirs]].T
        near = np.clip(near, 0.0, 1.0)
        ours, mine = self._left.weights[own], np.maximum.reduceat(near, starts, axis=1)
        other, back = self._right.weights[theirs], near.max(axis=0)
        told = [ours @ _told(mine), np.add.reduceat(other * _told(back), starts)]
        sums = [ours.sum(), np.add.reduceat(other, starts)]
        words = [ours @ mine / sums[0], np.add.reduceat(other * back, starts) / sums[1]]
        columns = (
            np.maximum(told[0] / sums[0], told[1] / sums[1]),
            np.minimum(*told),
            (words[0] + words[1]) / 2,
        )
        for at, *row in zip(full, *(column.tolist() for column in columns), strict=True):
            found[at] = Sense(wholes[at], *row)
        return found


def _told(nearness: "Vectors") -> "Vectors":
    import numpy as np

    told: Vectors = np.clip((nearness - _NEAR) / (1 - _NEAR), 0, 1)
    return told


def _unit(rows: "Vectors") -> "Vectors":
    import numpy as np

    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), dtype=np.float32)
