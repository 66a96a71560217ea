"""What speaks for and against a link beside the two sentences themselves, for all candidates at once.

Rivals are what else either sentence is like: one that has a better partner needs less from this one. Neighbours are the
sentences before and after on either side. In long articles sentences are alike by chance more often, and what is no
chance is told by how far it leads its rivals and by whether others in the same region are alike too. Every column is
the same with left and right exchanged.
"""

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]
    Keys = NDArray[np.int64]
    """A left and a right sentence a row."""

_ORDINARY = 300
"""An article of no more sentences is not long."""
_REGION = 10
"""So many sentences of either side make a region; those that border on it count as well."""
_WHOLE = 1 << 20
_BESIDE = ((-1, 0), (1, 0), (0, -1), (0, 1))
_ACROSS = ((-1, -1), (-1, 1), (1, -1), (1, 1))


def measure_surroundings(keys: "Keys", likeness: "Numbers", nearness: "Numbers") -> "Numbers":
    """Return the features of rivals and neighbours, a row a candidate, in the order of `FEATURES`.

    `likeness` tells how alike in words the sentences of each candidate are, `nearness` how near in meaning.
    """
    import numpy as np

    bests = [_best_two(side, likeness)[0] for side in keys.T]
    shares = [likeness / np.where(best > 0, best, 1.0) for best in bests]
    beside, across = _neighbours(keys, likeness)
    # Put in order before they are added up: the sum is the same with left and right exchanged.
    around = np.sort(np.concatenate([beside, across]), axis=0).sum(axis=0)
    return np.column_stack([np.maximum(*shares), *measure_margins(keys, nearness), beside.max(axis=0), around])


def measure_margins(keys: "Keys", nearness: "Numbers") -> tuple["Numbers", "Numbers"]:
    """Return by how much each candidate is nearer than the best other one of either sentence: the less, the more."""
    import numpy as np

    margins = []
    for side in keys.T:
        best, second = _best_two(side, nearness)
        margins.append(nearness - np.where(nearness >= best, second, best))
    return np.minimum(*margins), np.maximum(*margins)


def measure_long(keys: "Keys", likeness: "Numbers", sentences: int) -> "Numbers":
    """Return what tells chance from more in a long article, a row a candidate: nothing in an ordinary one.

    How long the longer article is, given its `sentences`, as a logarithm; that times how much more alike in words the
    candidate is than the best other one of either sentence, the less counting; and times how much more is alike in its
    region of both articles than in those of others.
    """
    import numpy as np

    long = math.log(max(1.0, sentences / _ORDINARY))
    if not long:
        return np.zeros((len(keys), 3))
    lead, _ = measure_margins(keys, likeness)
    region = np.log1p(_others_in_region(keys, likeness))
    # Where sentences stand in no order, or all in the same one, regions tell less.
    usual = math.fsum(region * likeness**2) / (math.fsum(likeness**2) or 1.0)
    return long * np.column_stack([np.ones(len(keys)), lead, region - usual])


def _others_in_region(keys: "Keys", likeness: "Numbers") -> "Numbers":
    """Return how alike the other candidates of each one's region are, added up: their likeness squared."""
    import numpy as np

    # Whole numbers: their sum is the same in any order.
    alike = np.rint(likeness**2 * _WHOLE).astype(np.int64)
    width = int(keys[:, 1].max(initial=0)) // _REGION + 3
    regions, region = np.unique((keys // _REGION + 1) @ np.array([width, 1]), return_inverse=True)
    sums = np.zeros(len(regions), dtype=np.int64)
    np.add.at(sums, region, alike)
    steps = [down * width + across for down in (-1, 0, 1) for across in (-1, 0, 1)]
    at = [np.minimum(regions.searchsorted(regions + step), len(regions) - 1) for step in steps]
    near = [np.where(regions[found] == regions + step, sums[found], 0) for found, step in zip(at, steps, strict=True)]
    others: Numbers = (np.sum(near, axis=0)[region] - alike) / _WHOLE
    return others


def _best_two(numbers: "NDArray[np.int64]", values: "Numbers") -> tuple["Numbers", "Numbers"]:
    """Return for each candidate the best and the next best value that its sentence of one side has, none below 0."""
    import numpy as np

    best, second = np.zeros((2, int(numbers.max(initial=-1)) + 1))
    order = np.lexsort((values, numbers))
    ordered, sentences = values[order], numbers[order]
    last = np.append(sentences[1:] != sentences[:-1], len(order) > 0).nonzero()[0]
    best[sentences[last]] = np.maximum(ordered[last], 0.0)
    several = last[(last > 0) & (sentences[last - 1] == sentences[last])]
    second[sentences[several]] = np.maximum(ordered[several - 1], 0.0)
    return best[numbers], second[numbers]


def _neighbours(keys: "Keys", likeness: "Numbers") -> tuple["Numbers", "Numbers"]:
    """Return how alike those are that stand beside each candidate on one side, and on both; 0 for what is none."""
    import numpy as np

    width = int(keys[:, 1].max(initial=0)) + 3
    places = (keys[:, 0] + 1) * width + keys[:, 1] + 1
    order = places.argsort()
    ordered = places[order]

    def near(left: int, right: int) -> "Numbers":
        wanted = places + left * width + right
        at = np.minimum(ordered.searchsorted(wanted), len(ordered) - 1)
        return np.where(ordered[at] == wanted, likeness[order[at]], 0.0)

    return np.array([near(*step) for step in _BESIDE]), np.array([near(*step) for step in _ACROSS])
