import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.links.surroundings import measure_surroundings

Pairs = dict[tuple[int, int], tuple[float, float]]
_SHARE = st.sampled_from([0.0, 0.25, 0.5, 0.5, 1.0]) | st.floats(0, 1, width=32)
PAIRS = st.dictionaries(st.tuples(st.integers(0, 4), st.integers(0, 4)), st.tuples(_SHARE, _SHARE), max_size=20)


def measured(pairs: Pairs) -> dict[tuple[int, int], list[float]]:
    keys = np.array(list(pairs), dtype=np.int64).reshape(len(pairs), 2)
    likeness, nearness = np.array(list(pairs.values()), dtype=np.float64).reshape(len(pairs), 2).T
    return dict(zip(pairs, measure_surroundings(keys, likeness, nearness).tolist(), strict=True))


def one_by_one(pairs: Pairs, i: int, j: int) -> list[float]:
    """The same of one candidate, said plainly."""
    likeness, nearness = pairs[i, j]
    lines = [[key for key in pairs if key[side] == (i, j)[side]] for side in (0, 1)]
    bests = [max(pairs[key][0] for key in line) for line in lines]
    margins = [
        nearness - max((pairs[key][1] for key in line if key != (i, j)), default=0.0) for line in lines
    ]  # fmt: skip
    around = {
        (a, b): pairs.get((i + a, j + b), (0.0, 0.0))[0] for a in (-1, 0, 1) for b in (-1, 0, 1) if (a, b) != (0, 0)
    }
    return [
        max(likeness / (best or 1.0) for best in bests),
        min(margins),
        max(margins),
        max(value for (a, b), value in around.items() if not a or not b),
        math.fsum(around.values()),
    ]


@given(PAIRS)
def test_rivals_and_neighbours_of_all_at_once_are_those_of_each(pairs: Pairs) -> None:
    for (i, j), row in measured(pairs).items():
        assert row == pytest.approx(one_by_one(pairs, i, j))


@given(PAIRS)
def test_left_and_right_may_be_exchanged(pairs: Pairs) -> None:
    turned = measured({(j, i): values for (i, j), values in pairs.items()})
    assert {(j, i): row for (i, j), row in turned.items()} == measured(pairs)
