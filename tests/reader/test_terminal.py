"""The reader in a real terminal: it leaves at once, and a whole session under tmux."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ending import living
from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "tui"]

pytestmark = pytest.mark.slow


@pytest.fixture
def environment(home: Path) -> dict[str, str]:
    (home / "state").mkdir(parents=True)
    (home / "state" / "tour-seen").touch()
    # A size in the environment would stand before the terminal's own.
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    return kept | {"NEWSDIFF_HOME": str(home), "TERM": "xterm-256color", "PYTHONPATH": str(ROOT)}


def test_leaving_does_not_wait_for_a_long_comparison(environment: dict[str, str], tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("left.txt", "right.txt")]
    for seed, path in enumerate(paths):
        path.write_text("\n".join(f"Day {n * 7 + seed} was wet in the town of Altmoor." for n in range(4000)))
    with Terminal([*PROGRAM, *map(str, paths)], columns=100, rows=30, cwd=ROOT, env=environment) as terminal:
        terminal.wait_for("Day 7 was wet", seconds=20)
        engine = [one for one in living(terminal.process.pid) if one != terminal.process.pid]
        for process in engine:
            os.kill(process, signal.SIGSTOP)  # whoever waits for it now waits for ever
        terminal.send("q")
        assert engine and terminal.wait_until_it_ends(60) == 0


@pytest.fixture
def tmux(environment: dict[str, str]) -> Iterator["Tmux"]:
    session = Tmux(environment)
    yield session
    session.run("kill-server")


class Tmux:
    """A session of tmux of its own."""

    def __init__(self, environment: dict[str, str]) -> None:
        self.environment = environment
        self.name = f"newsdiff-{os.getpid()}"

    def run(self, *words: str) -> str:
        done = subprocess.run(
            ["tmux", "-L", self.name, *words], env=self.environment, capture_output=True, text=True, timeout=20
        )
        return done.stdout

    def wait_for(self, text: str, seconds: float = 40) -> str:
        until = time.monotonic() + seconds
        while text not in (screen := self.run("capture-pane", "-p")):
            assert time.monotonic() < until, f"{text!r} not on the screen:\n{screen}"
            time.sleep(0.1)
        return screen


@pytest.mark.needs("tmux")
def test_a_whole_session_under_tmux(tmux: Tmux, home: Path) -> None:
    command = f"cd {ROOT} && exec {' '.join(PROGRAM)}"
    tmux.run("-f", "/dev/null", "new-session", "-d", "-x", "140", "-y", "40", command)
    screen = tmux.wait_for("details differ")
    assert "Tuesday, 12 May 2015" in screen
    tmux.run("send-keys", "n")
    assert "━" in tmux.wait_for("━━")
    tmux.run("send-keys", "d")
    tmux.wait_for("· detail ")
    tmux.run("send-keys", "h")
    tmux.wait_for("◆")
    tmux.run("send-keys", "v")
    tmux.wait_for("facing rows, left order")
    tmux.run("resize-window", "-x", "70", "-y", "20")
    tmux.wait_for("? help")
    tmux.run("send-keys", "q")
    until = time.monotonic() + 10
    while tmux.run("list-sessions"):
        assert time.monotonic() < until, tmux.run("capture-pane", "-p")
        time.sleep(0.1)
    assert list(home.rglob("*.yaml")), "the highlight was not kept"


def test_the_first_launch_of_the_bundled_pair_is_guided_and_no_other(environment: dict[str, str], home: Path) -> None:
    (home / "state" / "tour-seen").unlink()
    for is_first in (True, False):
        with Terminal(PROGRAM, columns=140, rows=40, cwd=ROOT, env=environment) as terminal:
            terminal.wait_for("details differ", seconds=40)
            terminal.settle()
            assert ("What was found" in terminal.text) == is_first
            terminal.send("q")
            assert terminal.wait_until_it_ends(seconds=20) == 0
    (home / "state" / "tour-seen").unlink()
    pair = [*PROGRAM, *(f"seeds/water-price.{side}.txt" for side in ("left", "right"))]
    with Terminal(pair, columns=140, rows=40, cwd=ROOT, env=environment) as terminal:
        terminal.wait_for("details differ", seconds=40)
        terminal.settle()
        assert "What was found" not in terminal.text
