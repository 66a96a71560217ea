"""The whole program in a real terminal: what reaches it, how it ends, and what it stands."""

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.terminal import Terminal

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow

PAYLOADS = {
    "clipboard": "\x1b]52;c;cHduZWQ=\x07",
    "title": "\x1b]0;pwned\x1b\\",
    "alternate screen": "\x1b[?47h",
    "cursor": "\x1b[66;6;6H",
    "device control": "\x1bPpwned\x1b\\",
    "one-byte control": "\x9b66;6;6H",
    "bell and backspace": "\x07\x08\x08",
    "right-to-left": "\u202epwned\u2066",
}
FORBIDDEN = (
    *(b"\x1b]52", b"\x1b]0;pwned", b"\x1b[?47h", b"\x1b[66;6;6H", b"\x1bPpwned", b"\xc2\x9b", b"\x08"),
    *("\u202e".encode(), "\u2066".encode()),
)
"""What only the payloads hold."""

TOUR = (*"ndhm", "\x1b", "B", "\x1b", "o", "\x1b", "/held\r", "\x1b", "t", "\x1b", "e", "\x1b", "\x10", "\x1b", "r")
"""Keys that bring every box up that shows text from outside."""

RESTORED = (b"\x1b[?1049l", b"\x1b[?25h")
"""Leaving the alternate screen and showing the cursor."""


def text_with(payload: str) -> str:
    lines = [
        f"Bridge {payload} falls",
        f"The bridge {payload} at Altmoor fell on Monday, Mayor Ada {payload} Linde said.",
        f'"It held {payload} for years," she said. At least 12 {payload} people were hurt.',
    ]
    # Enough plain prose that the few control characters do not make it a binary file.
    return "\n\n".join(
        [*lines, *["Engineers had warned the council of rust in the cables every spring since then."] * 12]
    )


@pytest.fixture
def hostile_home(tmp_path: Path, surroundings: dict[str, str]) -> dict[str, str]:
    everything = "".join(PAYLOADS.values())
    config = tmp_path / "home" / "config"
    (config / "themes").mkdir(parents=True)
    escaped = everything.encode("unicode_escape").decode()
    (config / "config.yaml").write_text(f'theme: "{escaped}"\nkeys:\n  "{escaped}": x\n', encoding="utf-8")
    (config / "themes" / "evil.yaml").write_text(f'title: "{escaped}"\nbase: dark\n', encoding="utf-8")
    return surroundings


def shows_nothing_forbidden(written: bytes) -> None:
    for sequence in FORBIDDEN:
        at = written.find(sequence)
        assert at < 0, f"{sequence!r} reached the terminal: {written[max(0, at - 60) : at + 60]!r}"


@pytest.mark.parametrize("name", PAYLOADS)
def test_no_sequence_in_text_or_file_name_reaches_the_terminal(
    name: str, tmp_path: Path, hostile_home: dict[str, str]
) -> None:
    payload = PAYLOADS[name]
    files = [tmp_path / f"{side}{payload.replace('/', '')}.txt" for side in ("left", "right")]
    for file in files:
        file.write_text(text_with(payload), encoding="utf-8")
    command = [sys.executable, "-m", "tui", *map(str, files)]
    with Terminal(command, columns=120, rows=36, cwd=ROOT, env=hostile_home) as terminal:
        terminal.wait_for("passage", "held", seconds=30)
        for keys in TOUR:
            terminal.send(keys)
            terminal.settle(0.15)
        terminal.send("q")
        assert terminal.wait_until_it_ends() == 0
        shows_nothing_forbidden(terminal.written)


@pytest.mark.parametrize("words", [["{}", "x"], ["compare", "{}", "x"], ["inspect", "{}"], ["{}"]])
def test_no_sequence_in_an_error_reaches_the_terminal(
    words: list[str], tmp_path: Path, surroundings: dict[str, str]
) -> None:
    name = str(tmp_path / "".join(PAYLOADS.values()).replace("/", ""))
    command = [sys.executable, "-m", "tui", *(word.format(name) for word in words)]
    with Terminal(command, columns=200, rows=10, cwd=ROOT, env=surroundings) as terminal:
        assert terminal.wait_until_it_ends() == 2
        shows_nothing_forbidden(terminal.written)


@pytest.fixture
def opened(surroundings: dict[str, str]) -> Iterator[Terminal]:
    with Terminal([sys.executable, "-m", "tui"], columns=130, rows=36, cwd=ROOT, env=surroundings) as terminal:
        terminal.wait_for("Both sides say", "passage", seconds=30)
        terminal.settle()
        yield terminal


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_the_terminal_is_restored_when_the_program_is_told_to_end(opened: Terminal, number: signal.Signals) -> None:
    os.kill(opened.process.pid, number)
    opened.wait_until_it_ends()
    assert all(sequence in opened.written for sequence in RESTORED)
    assert opened.modes == opened.modes_before


def test_the_terminal_is_restored_while_the_program_is_suspended_and_taken_again_after(opened: Terminal) -> None:
    opened.send("\x1a")
    until = time.monotonic() + 10
    while (state := opened.process_state()) != "T":
        assert time.monotonic() < until, f"not suspended but {state}"
        opened.read(0.05)
    opened.settle()
    assert all(sequence in opened.written for sequence in RESTORED)
    opened.screen.resize(130, 36)
    os.killpg(opened.process.pid, signal.SIGCONT)
    opened.wait_for("Both sides say", "It was Kerry", "passage")
    opened.send("q")
    assert opened.wait_until_it_ends() == 0


def test_a_storm_of_resizes_down_to_nothing_and_up_leaves_the_program_well(opened: Terminal) -> None:
    chance = random.Random(7)
    sizes = [(0, 0), (1, 1), (300, 1000), (2, 60), (500, 2), (20, 5)]
    sizes += [(chance.randrange(1, 300), chance.randrange(1, 200)) for _ in range(40)]
    for columns, rows in sizes:
        opened.resize(columns, rows)
        opened.send(chance.choice(["n", "d", "v", "S", "j", "G", "g", "\t"]))
        opened.read(0.02)
    opened.resize(130, 36)
    opened.settle(0.5, seconds=30)
    opened.send("g")
    opened.wait_for("passage")
    opened.send("q")
    assert opened.wait_until_it_ends(20) == 0


def test_notes_that_cannot_be_saved_are_told_before_leaving_and_rescued(
    tmp_path: Path, surroundings: dict[str, str]
) -> None:
    blocked = tmp_path / "home"
    shutil.rmtree(blocked)
    blocked.write_text("a file where the folder should be", encoding="utf-8")
    rescued = tmp_path / "elsewhere"
    rescued.mkdir()
    env = surroundings | {"TMPDIR": str(rescued)}
    with Terminal([sys.executable, "-m", "tui"], columns=130, rows=36, cwd=ROOT, env=env) as terminal:
        terminal.wait_for("Both sides say", "passage", seconds=30)
        terminal.settle()
        terminal.send("nh")
        terminal.wait_for("Not saved")
        terminal.send("q")
        terminal.wait_for("Some notes could not be saved")
        terminal.send("q")
        assert terminal.wait_until_it_ends() == 0
        (kept,) = rescued.glob("newsdiff-notes-*.yaml")
        assert kept.name.encode() in terminal.written.replace(b"\r\n", b"")
        assert "frank meeting" in kept.read_text(encoding="utf-8")


def test_no_sequence_in_a_notes_file_reaches_the_terminal(tmp_path: Path, surroundings: dict[str, str]) -> None:
    command = [sys.executable, "-m", "tui"]
    with Terminal(command, columns=130, rows=36, cwd=ROOT, env=surroundings) as terminal:
        terminal.wait_for("Both sides say", "passage", seconds=30)
        terminal.settle()
        terminal.send("nhq")
        assert terminal.wait_until_it_ends() == 0
    (kept,) = (tmp_path / "home" / "state" / "notes").glob("*.yaml")
    escaped = "".join(PAYLOADS.values()).encode("unicode_escape").decode()
    content = kept.read_text(encoding="utf-8")
    hostile = content.replace("text: ''", f'text: "{escaped}"').replace("tags: []", f'tags: ["{escaped}"]')
    assert hostile != content
    kept.write_text(hostile, encoding="utf-8")
    with Terminal(command, columns=130, rows=36, cwd=ROOT, env=surroundings) as terminal:
        terminal.wait_for("Both sides say", "passage", seconds=30)
        terminal.settle()
        for keys in ("n", "m", "\x1b", "a", "\x1b", "s", "\x1b", "e", "\x1b"):
            terminal.send(keys)
            terminal.settle(0.15)
        terminal.send("m")
        terminal.wait_for("]52;c;cHduZWQ=")
        terminal.send("\x1b")
        terminal.settle()
        terminal.send("q")
        assert terminal.wait_until_it_ends() == 0
        shows_nothing_forbidden(terminal.written)
