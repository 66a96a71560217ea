"""Of candidates that hold the same words those are told that tell a reader most."""

import pytest

from tui.compare.details.candidate import Candidate
from tui.compare.details.selecting import select
from tui.compare.units.unit import Unit

BAKED, SOLD = (Unit("claim", "phrase", 4, 20, 1, 4, text=text) for text in ("baked for the fair", "sold at the fair"))


@pytest.mark.parametrize(("alone", "told"), [(0.55, "both sides"), (0.75, "one side")])
def test_what_both_sides_tell_goes_before_what_one_tells_alone_unless_that_matters_far_more(
    alone: float, told: str
) -> None:
    both = Candidate("words", "claim", 0, 0, BAKED, SOLD)
    lone = Candidate("words", "claim", 0, 0, BAKED, None)
    chosen = select({lone: alone, both: 0.5}, 0.35)
    assert chosen == [both if told == "both sides" else lone]
