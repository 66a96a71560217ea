"""A held key sends two keys in one write: whatever box they meet, the reader stays."""

import random
from pathlib import Path

import pytest

from tests.held_keys import BOXES, PAIRS, held_keys

pytestmark = pytest.mark.slow


def test_two_keys_in_one_write_end_no_reader_in_any_box(tmp_path: Path) -> None:
    chance = random.Random(18)
    twice = [(box, "\r\r") for box in BOXES]
    others = [(box, chance.choice(PAIRS)) for box in BOXES]
    assert held_keys(tmp_path / "home", [], [*twice, *others]) == ""
