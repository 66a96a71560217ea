"""From two files to a document for somebody else, as a person goes it: in a terminal, with keys."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.notes.conftest import LEFT, RIGHT
from tests.terminal import Terminal
from tui.articles.load import load_article
from tui.notes.open_notes import OpenNotes, open_notes

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow


@pytest.fixture
def pair(tmp_path) -> list[str]:
    names = [str(tmp_path / "left.txt"), str(tmp_path / "right.txt")]
    for name, text in zip(names, (LEFT, RIGHT), strict=True):
        Path(name).write_text(text, encoding="utf-8")
    return names


@pytest.fixture
def environment(tmp_path) -> dict[str, str]:
    # The size that counts is the terminal's own.
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    return kept | {"NEWSDIFF_HOME": str(tmp_path / "home"), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}


def program(*words: str) -> list[str]:
    return [sys.executable, "-m", "tui", *words]


def notes_on(pair: list[str], environment: dict[str, str]) -> OpenNotes:
    left, right = map(load_article, pair)
    return open_notes(left, right, Path(environment["NEWSDIFF_HOME"]) / "state" / "notes")


def test_marked_corrected_quit_opened_again_and_handed_on(pair, environment, tmp_path):
    with Terminal(program(*pair), columns=130, rows=40, cwd=tmp_path, env=environment) as terminal:
        terminal.wait_for("Ferry runs aground", "1 of", seconds=30)
        for keys in ("h", "j", "h", "j", "j", "h", "z", "z"):
            terminal.send(keys)
            terminal.settle()
        terminal.send("X")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait_until_it_ends(seconds=20) == 0
    kept = notes_on(pair, environment)
    assert len(kept.notebook.notes) == 1
    assert len(kept.placement.corrections.unlinked) == 1

    with Terminal(program(*pair), columns=130, rows=40, cwd=tmp_path, env=environment) as terminal:
        terminal.wait_for("Ferry runs aground", "1 of", seconds=30)
        for keys in ("G", "h"):
            terminal.send(keys)
            terminal.settle(0.6)
        os.kill(terminal.process.pid, signal.SIGKILL)
    assert len(notes_on(pair, environment).notebook.notes) == 2

    page = tmp_path / "ferry.html"
    subprocess.run(program("export", *pair, "-o", str(page)), env=environment, cwd=tmp_path, check=True, timeout=60)
    html = page.read_text(encoding="utf-8")
    assert html.count('<article class="note') == 2
    assert "unlinked by hand" in html
