"""The comparison as plain lines: everything in words, every sentence once, and walked at a real terminal."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.notes.conftest import LEFT, RIGHT, quote
from tests.terminal import Terminal
from tui.articles.load import make_article
from tui.compare.counting import count
from tui.compare.engine import compare
from tui.notes.note import make_note
from tui.notes.notebook import Notebook
from tui.notes.reports.contents import make_contents
from tui.plain.lines import PlainLine, make_lines
from tui.plain.walk import HELP, step

ROOT = Path(__file__).parents[2]
SIGNS = "=≈≠!·‹›◆⊘▲"


@pytest.fixture
def contents():
    left, right = make_article(LEFT, source="Post"), make_article(RIGHT, source="Courier")
    book = Notebook().add(make_note([quote(left, "left", "Eight passengers were hurt")]))
    return make_contents(compare(left, right), book)


def test_every_sentence_is_a_line_once_and_says_its_side_in_words(contents):
    lines = [line.text for line in make_lines(contents)]
    lines = lines[lines.index("Sentence by sentence.") :]
    for side, article in (("left", contents.comparison.left), ("right", contents.comparison.right)):
        for number, sentence in enumerate(article.sentences, 1):
            held = [text for text in lines if text.endswith(f": {article.slice(sentence)}")]
            assert len(held) == 1 and f"{side}, sentence {number}" in held[0].lower()
    assert any("note 1: Eight passengers" in text for text in lines)


def test_no_line_needs_a_sign(contents):
    for line in make_lines(contents):
        assert not [c for c in line.text if c in SIGNS], line.text


def test_every_landmark_that_is_counted_can_be_gone_to(contents):
    counts, lines = count(contents.comparison), make_lines(contents)
    marked = [sum(name in line.landmarks for line in lines) for name in ("passage", "detail", "conflict", "alone")]
    assert marked == [counts.passages, counts.details, counts.conflicts, sum(counts.alone)]


def test_hostile_text_is_inert_in_every_line():
    text = "Ten \x1b]52;c;eA==\x07 were \x9b2J hurt \u202e in Sandholm on Tuesday."
    lines = make_lines(make_contents(compare(make_article(text, title=text), make_article(text, source=text)), None))
    assert not [c for line in lines for c in line.text if c in "\x1b\x07\x9b\u202e\n"]


LINES = (
    PlainLine("title"),
    PlainLine("passage 1", frozenset({"passage"})),
    PlainLine("differs", frozenset({"detail"})),
    PlainLine("conflict", frozenset({"detail", "conflict"})),
    PlainLine("only left", frozenset({"alone"})),
)


@pytest.mark.parametrize(
    ("line", "key", "to"),
    [(0, "j", 1), (0, "\x1b[B", 1), (4, "k", 3), (0, "n", 1), (0, "c", 3), (4, "D", 3), (0, "u", 4), (1, "G", 4)],
)
def test_a_key_goes_to_its_landmark(line, key, to):
    assert step(LINES, line, key).line == to and not step(LINES, line, key).said


@pytest.mark.parametrize("key", ["j", "n", "N", "c", "b", "?", "x", "\x1b[Z"])
def test_a_key_that_leads_nowhere_says_so_and_stays(key):
    taken = step(LINES, 4, key)
    if taken.said:
        assert taken.line == 4
    else:
        assert taken.line != 4


def test_no_key_is_silent_at_either_end():
    assert step(LINES, 4, "j").said == "This is the last line."
    assert step(LINES, 0, "k").said == "This is the first line."
    assert step(LINES, 4, "n").said == "No further passage."
    assert step(LINES, 2, "?").said == HELP


def _files(folder: Path) -> list[str]:
    names = [str(folder / "left.txt"), str(folder / "right.txt")]
    for name, text in zip(names, (LEFT, RIGHT), strict=True):
        Path(name).write_text(text, encoding="utf-8")
    return names


@pytest.mark.slow
def test_without_a_terminal_all_lines_are_printed(tmp_path):
    environment = os.environ | {"NEWSDIFF_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "tui", "--plain", *_files(tmp_path)]
    done = subprocess.run(words, env=environment, text=True, capture_output=True, stdin=subprocess.DEVNULL, check=True)
    assert "Passage 1 of" in done.stdout and "\x1b" not in done.stdout
    assert done.stderr == ""


@pytest.mark.slow
def test_it_is_walked_at_a_terminal_which_is_left_as_it_was(tmp_path):
    kept = {name: value for name, value in os.environ.items() if name not in ("COLUMNS", "LINES")}
    environment = kept | {"NEWSDIFF_HOME": str(tmp_path / "home"), "TERM": "dumb", "PYTHONPATH": str(ROOT)}
    words = [sys.executable, "-m", "tui", "--plain", *_files(tmp_path)]
    with Terminal(words, columns=200, rows=30, cwd=tmp_path, env=environment) as terminal:
        terminal.wait_for("Press question mark", seconds=30)
        terminal.send("n")
        terminal.wait_for("Passage 1 of", seconds=10)
        terminal.send("G")
        terminal.wait_for("All passengers were brought ashore by midnight.", seconds=10)
        terminal.send("q")
        assert terminal.wait_until_it_ends(seconds=10) == 0
        assert terminal.modes == terminal.modes_before
