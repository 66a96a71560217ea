"""The map in docs/architecture.md is of the house that stands."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOUSE = {
    f"{folder.relative_to(ROOT).as_posix()}/"
    for folder in [ROOT / "tui", *(ROOT / "tui").rglob("*")]
    if folder.is_dir() and any(file.suffix != ".pyc" for file in folder.iterdir() if file.is_file())
}


def test_every_folder_stands_in_the_map_once_and_nothing_else_does() -> None:
    rows = re.findall(r"(?m)^\| `(tui/[^`]*)` \| (.+) \|$", (ROOT / "docs" / "architecture.md").read_text("utf-8"))
    assert sorted(folder for folder, _ in rows) == sorted(HOUSE)
    assert all(what.strip() for _, what in rows)


def test_the_map_is_one_page() -> None:
    assert len((ROOT / "docs" / "architecture.md").read_text("utf-8").splitlines()) <= 80


def test_the_reader_tells_a_comparison_without_loading_what_makes_one() -> None:
    code = "import sys, tui.compare.telling; print([name for name in sys.modules if name.startswith('tui.compare.')])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "tui.compare.comparison" in told
    assert not re.search(r"tui\.compare\.(details|names|figures|engine)\b", told)
