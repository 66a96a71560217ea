import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.links.surroundings import measure_long, measure_surroundings

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


def measured_long(pairs: Pairs, sentences: int) -> dict[tuple[int, int], list[float]]:
    keys = np.array(list(pairs), dtype=np.int64).reshape(len(pairs), 2)
    likeness = np.array([likeness for likeness, _ in pairs.values()], dtype=np.float64)
    return dict(zip(pairs, measure_long(keys, likeness, sentences).tolist(), strict=True))


def long_one_by_one(pairs: Pairs, i: int, j: int) -> tuple[float, float]:
    """By how much a candidate leads, and how much is alike in its region, said plainly."""
    lines = [[key for key in pairs if key[side] == (i, j)[side] and key != (i, j)] for side in (0, 1)]
    lead = min(pairs[i, j][0] - max((pairs[key][0] for key in line), default=0.0) for line in lines)
    near = [key for key in pairs if abs(key[0] // 10 - i // 10) <= 1 and abs(key[1] // 10 - j // 10) <= 1]
    return lead, math.log1p(math.fsum(pairs[key][0] ** 2 for key in near if key != (i, j)))


SCATTERED = st.dictionaries(st.tuples(st.integers(0, 99), st.integers(0, 99)), st.tuples(_SHARE, _SHARE), max_size=20)


@given(SCATTERED | PAIRS)
def test_what_tells_in_long_articles_is_told_of_all_at_once_as_of_each(pairs: Pairs) -> None:
    told = {key: long_one_by_one(pairs, *key) for key in pairs}
    weight = sum(pairs[key][0] ** 2 for key in pairs) or 1.0
    usual = sum(region * pairs[key][0] ** 2 for key, (_, region) in told.items()) / weight
    for key, row in measured_long(pairs, 3000).items():
        expected = [1.0, told[key][0], told[key][1] - usual]
        assert row == pytest.approx([math.log(10) * value for value in expected], abs=1e-4)


@given(SCATTERED | PAIRS, st.integers(300, 100_000))
def test_in_long_articles_too_left_and_right_may_be_exchanged(pairs: Pairs, sentences: int) -> None:
    turned = measured_long({(j, i): values for (i, j), values in pairs.items()}, sentences)
    assert {(j, i): row for (i, j), row in turned.items()} == measured_long(pairs, sentences)


@given(PAIRS, st.integers(0, 300))
def test_articles_of_ordinary_length_are_no_long_ones(pairs: Pairs, sentences: int) -> None:
    assert not np.any(list(measured_long(pairs, sentences).values()))
