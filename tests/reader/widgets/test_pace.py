"""How long work will take is told from what is done of it, and never too well."""

import pytest

from tui.reader.widgets.pace import Pace


@pytest.mark.parametrize(
    ("shares", "now", "told"),
    [
        ([(0.0, 0.0)], 30.0, ""),
        ([(0.0, 0.0), (0.5, 1.0)], 1.0, ""),
        ([(0.0, 0.0), (0.25, 4.0)], 4.0, "about 12 s left"),
        ([(0.0, 0.0), (0.25, 4.0)], 8.0, "about 24 s left"),
        ([(0.0, 0.0), (0.1, 20.0)], 20.0, "about 3 min left"),
        ([(0.0, 0.0), (0.9, 90.0), (0.2, 100.0)], 110.0, "about 40 s left"),
        ([(0.0, 0.0), (0.5, 9.0), (1.0, 18.0)], 18.0, ""),
    ],
)
def test_the_time_left_follows_from_the_share_that_is_done(shares, now, told):
    pace = Pace()
    for share, then in shares:
        pace.take(share, then)
    assert pace.left(now) == told


@pytest.mark.parametrize(("now", "told"), [(1.0, ""), (9.4, "9 s"), (10.4, "10 s"), (150.0, "2.5 min")])
def test_how_long_it_has_taken_is_told_whether_or_not_a_share_is_known(now, told):
    pace = Pace()
    pace.take(0.0, 0.0)
    assert pace.gone(now) == told
