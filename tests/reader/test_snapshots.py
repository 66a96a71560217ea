"""How the pair looks: every view, in four sizes, in dark, light and monochrome."""

from collections.abc import Callable

import pytest

from tests.reader.ferry_app import FerryApp
from tui.reader.session.place import VIEWS
from tui.reader.settings import Settings

SIZES = ((160, 45), (120, 40), (80, 24), (40, 12))
THEMES = ("dark", "light", "monochrome")


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("view", list(VIEWS))
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
def test_the_pair(snap_compare: Callable[..., bool], size: tuple[int, int], view: str, theme: str) -> None:
    settings = Settings(theme=theme, view=view, sidebar="folded", details=False)  # type: ignore[arg-type]
    assert snap_compare(FerryApp(settings), terminal_size=size, press=["n", "n", "d"])
