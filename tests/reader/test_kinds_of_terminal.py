"""Each kind of terminal gets what it can show: colours, signs, a light or a dark ground; and none is asked in vain."""

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tui.reader.looks.themes import base_theme

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "tui"]
QUESTION, KIND = b"\x1b]11;?\x1b\\\x1b[c", b"\x1b[?62;22c"
LIGHT_GROUND = b"\x1b]11;rgb:ffff/fafa/e0e0\x1b\\"
TRUE = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}

pytestmark = pytest.mark.slow


def environment(home: Path, terminal: Mapping[str, str]) -> dict[str, str]:
    """Return the environment of a program in a terminal of that kind."""
    told = ("COLUMNS", "LINES", "COLORTERM", "COLORFGBG", "NO_COLOR", "TERM", "TMUX", "NEWSDIFF_THEME")
    kept = {name: value for name, value in os.environ.items() if name not in told}
    return kept | {"NEWSDIFF_HOME": str(home), "PYTHONPATH": str(ROOT)} | dict(terminal)


def opened(
    home: Path,
    terminal: Mapping[str, str],
    *words: str,
    answers: Mapping[bytes, bytes] | None = None,
    wait_for: str = "Kerry",
    keys: str = "q",
) -> Terminal:
    """Return the terminal after the bundled pair was opened and left in it."""
    with Terminal(
        [*PROGRAM, *words], columns=140, rows=40, cwd=ROOT, env=environment(home, terminal), answers=answers
    ) as shown:
        shown.wait_for(wait_for, seconds=40)
        for key in keys:
            shown.send(key)
            shown.settle()
        assert shown.wait_until_it_ends(seconds=20) == 0
        assert shown.modes == shown.modes_before
        assert b"rgb:" not in shown.written.replace(QUESTION, b""), "the answer was echoed"
    return shown


def colours_of(shown: Terminal) -> set[str]:
    """Return which colours were written: "true", "256", "16" or none of them."""
    found = set()
    for codes in set(re.findall(rb"\x1b\[([\d;]+)m", shown.written)):
        found |= {"true"} if b"8;2;" in codes else {"256"} if b"8;5;" in codes else set()
        rest = re.sub(rb"[34]8;(2;\d+;\d+;\d+|5;\d+)", b"", codes)
        found |= {"16"} if re.search(rb"(^|;)(3[0-7]|4[0-7]|9[0-7]|10[0-7])(;|$)", rest) else set()
    return found


def ground(theme: str) -> bytes:
    colour = (base_theme(theme).looks["surface"].background or "").removeprefix("#")
    return b"48;2;" + ";".join(str(int(colour[at : at + 2], 16)) for at in (0, 2, 4)).encode()


@pytest.mark.parametrize(
    ("terminal", "colours"),
    [
        (TRUE, {"true"}),
        ({"TERM": "xterm-256color"}, {"256"}),
        ({"TERM": "xterm"}, {"16"}),
        ({"TERM": "linux"}, {"16"}),
        (TRUE | {"NO_COLOR": "1"}, set()),
        (TRUE | {"NO_COLOR": "1", "NEWSDIFF_THEME": "light"}, {"true"}),
    ],
    ids=["truecolor", "256", "16", "console", "no-color", "no-color-but-a-theme"],
)
def test_a_terminal_gets_the_colours_that_it_has(home: Path, terminal: dict[str, str], colours: set[str]) -> None:
    assert colours_of(opened(home, terminal)) == colours


def test_a_terminal_that_cannot_place_text_is_told_what_to_use(home: Path) -> None:
    with Terminal(PROGRAM, columns=140, rows=24, cwd=ROOT, env=environment(home, {"TERM": "dumb"})) as terminal:
        assert terminal.wait_until_it_ends(seconds=30) == 2
        told = "newsdiff-tui: this terminal (TERM=dumb) cannot place text on a screen; use 'newsdiff-tui --plain'"
        assert "".join(terminal.text.split()) == told.replace(" ", "")
        assert b"\x1b" not in terminal.written


@pytest.mark.parametrize(
    ("terminal", "answer", "theme"),
    [
        (TRUE, LIGHT_GROUND + KIND, "light"),
        (TRUE, b"\x1b]11;rgb:00/10/20\x07" + KIND, "dark"),
        (TRUE | {"COLORFGBG": "0;15"}, KIND, "light"),
        (TRUE | {"COLORFGBG": "0;15"}, b"\x1b]11;rgb:00/10/20\x07" + KIND, "dark"),
        (TRUE | {"COLORFGBG": "0;15"}, b"", "light"),
        (TRUE, b"", "dark"),
        (TRUE | {"NEWSDIFF_THEME": "dark"}, LIGHT_GROUND + KIND, "dark"),
    ],
    ids=["light", "dark", "told-light", "asked-before-told", "silent-but-told", "silent", "chosen"],
)
def test_the_theme_follows_the_ground_unless_one_is_chosen(
    home: Path, terminal: dict[str, str], answer: bytes, theme: str
) -> None:
    shown = opened(home, terminal, answers={QUESTION: answer})
    assert ground(theme) in shown.written
    assert (QUESTION in shown.written) == ("NEWSDIFF_THEME" not in terminal)


def test_what_is_typed_before_the_answer_is_taken_as_keys_after_it(home: Path) -> None:
    opened(home, TRUE, answers={QUESTION: b"?" + LIGHT_GROUND + KIND}, wait_for="enter does it", keys="\x1bq")


@pytest.mark.parametrize("end", ["\x1b\\", "\x07"])
def test_an_answer_that_comes_too_late_is_not_taken_for_keys(home: Path, end: str) -> None:
    # Taken for keys, it would leave two filters on and a search open.
    with Terminal([*PROGRAM], columns=140, rows=40, cwd=ROOT, env=environment(home, TRUE), answers={}) as shown:
        shown.wait_for("details differ", seconds=40)
        shown.send("\x1b]11;rgb:1212/2323/3434" + end + KIND.decode())
        shown.settle()
        shown.wait_for("n/N passage", "passage 1 of")
        shown.send("[]")
        shown.send("?")
        shown.wait_for("enter does it")
        shown.send("\x1b")
        shown.settle()
        shown.send("q")
        assert shown.wait_until_it_ends(seconds=20) == 0
