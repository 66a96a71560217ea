import os
from pathlib import Path

import pytest


@pytest.fixture
def surroundings(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a program in a terminal whose own folders are empty, but for a tour that was seen."""
    seen = tmp_path / "home" / "state" / "tour-seen"
    seen.parent.mkdir(parents=True)
    seen.touch()
    return dict(os.environ) | {
        "NEWSDIFF_HOME": str(tmp_path / "home"),
        "TERM": "xterm-256color",
        "LINES": "",
        "COLUMNS": "",
    }
