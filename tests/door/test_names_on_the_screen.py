"""Names of files reach the terminal as signs, wherever they are shown: every byte is looked at."""

import os
import sys
from pathlib import Path

import pytest

from tests.door.test_in_a_terminal import PAYLOADS, ROOT, shows_nothing_forbidden, text_with
from tests.terminal import Terminal

pytestmark = pytest.mark.slow

HIDDEN = ("\u034f", "\u115f", "\U000e0041", "\u200b")
BOXES = {
    "about": ("I",),
    "files": ("o", "\t", "\t", "\x1b[B", "\r", "\x1b[B", "\r"),
    "open lately": ("o", "\x0f", "\x1b[B"),
    "came along": ("o", "\x0f", "\x0f"),
    "import": ("E", "\t", "\x1b[B"),
    "export": ("e", "\t", "\t"),
    "brief": ("B",),
    "help": ("?",),
    "notes": ("m",),
    "palette": ("\x10",),
    "theme": ("t",),
    "note": ("n", "a"),
    "names of colours": ("n", "H", "n"),
    "mark": ("d", "M"),
    "explanation": ("n", "x"),
    "search": ("/", "b"),
    "said on leaving": ("q",),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with articles, and a folder in it, of hostile names."""
    hostile = "".join(PAYLOADS.values()).replace("/", "") + "".join(HIDDEN)
    (tmp_path / "articles" / f"inner{hostile}").mkdir(parents=True)
    for side in ("left", "right"):
        path = tmp_path / "articles" / f"{side}{hostile}.txt"
        path.write_text(
            text_with("").replace("At least 12", "At least 14" if side == "left" else "Some 12"), encoding="utf-8"
        )
    return tmp_path / "articles"


def drive(folder: Path, words: list[str], keys: tuple[str, ...], env: dict[str, str]) -> None:
    command = [sys.executable, "-P", "-m", "tui", *words]
    with Terminal(command, columns=120, rows=36, cwd=folder, env=env | {"PYTHONPATH": str(ROOT)}) as terminal:
        terminal.wait_for("passage", seconds=30)
        terminal.settle()
        for key in keys:
            terminal.send(key)
            terminal.settle(0.15)
        terminal.settle()  # a cursor that blinks each half second never rests for so long
        shows_nothing_forbidden(terminal.written)
        for hidden in HIDDEN:
            assert hidden.encode() not in terminal.written, f"U+{ord(hidden):04X}"


@pytest.mark.parametrize("box", BOXES)
def test_a_name_is_inert_in_every_box(box: str, folder: Path, surroundings: dict[str, str]) -> None:
    names = sorted(str(path) for path in folder.glob("*.txt"))
    if box == "open lately":
        drive(folder, names, (), surroundings)  # now it has been
    drive(folder, names, BOXES[box], surroundings)


def test_a_name_is_inert_among_the_pairs_found_in_a_folder(folder: Path, surroundings: dict[str, str]) -> None:
    for path in sorted(folder.glob("*.txt")):
        (folder / f"other-{path.name}").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    drive(folder, [os.fspath(folder)], ("\x1b[B",), surroundings)
