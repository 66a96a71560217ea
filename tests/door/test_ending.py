"""The reader ends in good order whatever its terminal does: nothing is left running, the terminal is as it was."""

import random
from pathlib import Path

import pytest

from tests import ending

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("way", ending.WAYS)
@pytest.mark.parametrize("seed", range(3))
def test_however_a_reader_is_ended_nothing_is_left_behind(
    way: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ending, "SECONDS", 20.0)  # the drill looks at the time
    assert ending.WAYS[way](tmp_path / "home", random.Random(seed)) == ""
