"""Standard streams that are closed, full, or whose other end is gone: one line and status 2, a gone reader quietly."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

FULL = Path("/dev/full")
COMMANDS = [
    ["--help"],
    ["--version"],
    ["compare", "{pair}"],
    ["compare", "{pair}", "--format", "json"],
    ["inspect", "{left}"],
    ["export", "{left}", "{right}"],
    ["themes"],
    ["keys"],
    ["paths"],
    ["compare", "--help"],
]


@pytest.fixture
def run(tmp_path: Path):
    names = {side: tmp_path / f"{side}.txt" for side in ("left", "right", "pair")}
    for side in ("left", "right"):
        names[side].write_text("The bridge at Altmoor fell on Monday. Twelve people were hurt.", encoding="utf-8")
    names["pair"] = tmp_path / "pair.yaml"
    names["pair"].write_text("left: {file: left.txt}\nright: {file: right.txt}\n", encoding="utf-8")

    def run(words: list[str], redirection: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        given = [word.format(**names) for word in words]
        line = f'exec "$@" {redirection}'
        command = ["sh", "-c", line, "sh", sys.executable, "-m", "tui", *given]
        env = os.environ | {"NEWSDIFF_HOME": str(tmp_path / "home")}
        return subprocess.run(command, input=stdin, capture_output=True, timeout=60, env=env)

    return run


def tells_one_line(done: subprocess.CompletedProcess[bytes], what: str) -> None:
    assert done.returncode == 2, done.stderr
    assert done.stderr.count(b"\n") == 1, done.stderr
    assert done.stderr.decode().startswith(f"newsdiff-tui: {what}"), done.stderr


@pytest.mark.skipif(not FULL.exists(), reason="there is no device that is always full here")
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_full_standard_output_is_told_in_one_line(run, words: list[str]) -> None:
    tells_one_line(run(words, ">/dev/full"), "standard output: no space left on device")


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_closed_standard_output_is_told_in_one_line(run, words: list[str]) -> None:
    tells_one_line(run(words, ">&-"), "standard output: is closed")


@pytest.mark.parametrize("words", [["compare", "--jsonl"], ["inspect", "--jsonl"], ["compare", "-", "{left}"]])
def test_a_closed_standard_input_is_told_in_one_line(run, words: list[str]) -> None:
    tells_one_line(run(words, "<&-"), "standard input: is closed")


@pytest.mark.parametrize("words", [["compare", "{pair}"], ["compare", "nothing.txt", "{left}"]])
def test_a_closed_standard_error_costs_nothing_but_what_would_be_told(run, words: list[str]) -> None:
    done = run(words, "2>&-")
    assert (done.returncode, done.stderr) == (0 if words[1] == "{pair}" else 2, b"")
    assert b"no such file" not in done.stdout


def test_a_file_is_written_whole_though_all_streams_are_closed(run, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    done = run(["compare", "{pair}", "--format", "json", "-o", str(target)], "<&- >&- 2>&-")
    assert done.returncode == 0
    assert json.loads(target.read_text(encoding="utf-8"))["passages"]


@pytest.mark.parametrize("words", [["compare", "--jsonl"], ["inspect", "--jsonl"]])
def test_output_that_fills_in_mid_batch_is_told_in_one_line(run, words: list[str]) -> None:
    done = run(words, ">/dev/full", b'{"left": "a", "right": "b", "text": "c"}\n' * 3)
    tells_one_line(done, "standard output: no space left on device")


def test_letters_that_an_encoding_lacks_cost_only_themselves(tmp_path: Path) -> None:
    env = os.environ | {"PYTHONIOENCODING": "ascii", "NEWSDIFF_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-m", "tui", "--help"], capture_output=True, timeout=60, env=env)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"COMMAND ?" in done.stdout
