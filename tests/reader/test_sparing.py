"""What is written sparingly shows the same as what was to be written."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.reader.sparing import Sparing

COLUMNS, ROWS = 12, 4
_TOKEN = re.compile(r"\x1b\[(\d+);(\d+)H|\x1b\[([0-9;]*)m|\x1b\[\?\d+[hl]|(\x1b\[2J)|(.)", re.DOTALL)


class Cells:
    """A terminal that knows of moves, styles, line feeds and clearing; wide characters take the cells it says."""

    def __init__(self, wide: int) -> None:
        self.wide = wide
        self.cells = [[(" ", frozenset[str]())] * COLUMNS for _ in range(ROWS)]
        self.at = (0, 0)

    def feed(self, data: str) -> None:
        style: frozenset[str] = frozenset()
        for row, column, codes, clears, character in _TOKEN.findall(data):
            y, x = self.at
            if row:
                self.at = int(row) - 1, int(column) - 1
            elif clears:
                self.cells = [[(" ", frozenset[str]())] * COLUMNS for _ in range(ROWS)]
            elif character == "\n":
                self.at = min(ROWS - 1, y + 1), x
            elif character:
                width = self.wide if character in "≣🚢" else 1
                for cell in range(x, min(COLUMNS, x + width)):
                    self.cells[y][cell] = (character, style)
                self.at = y, min(COLUMNS - 1, x + width)
            elif codes or data:
                style = worn(style, codes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cells) and (self.cells, self.at) == (other.cells, other.at)


def worn(style: frozenset[str], codes: str) -> frozenset[str]:
    """Return a style after a sequence that changes it."""
    for code in re.findall(r"[34]8;(?:2;\d+;\d+;\d+|5;\d+)|\d+", codes) or ["0"]:
        if code == "0":
            style = frozenset()
        elif code in ("39", "49"):
            style = frozenset(one for one in style if not one.startswith(code[0]) or len(one) == 1)
        elif code[0] in "34" and len(code) > 1:
            style = frozenset(one for one in style if not one.startswith(code[0]) or len(one) == 1) | {code}
        else:
            style |= {code}
    return style


STYLES = st.sampled_from(["", "31", "31;42", "38;2;1;2;3;48;2;0;0;0", "38;2;1;2;4;48;2;0;0;0", "1;31", "4;38;5;7", "7"])
TEXTS = st.one_of(
    st.sampled_from(["a", "ab", "  ", "≠ ab", "─┐", "👩‍🚢", "🚢x"]), st.text("abc ", min_size=1, max_size=5)
)


def piece(style: str, text: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m" if style else text


@st.composite
def updates(draw: st.DrawFn) -> str:
    """Return what Textual writes at one time: rows of styled text, each begun with a move."""
    rows = draw(st.lists(st.integers(0, ROWS - 1), min_size=1, max_size=ROWS, unique=True).map(sorted))
    made = draw(st.sampled_from(["", "\x1b[?2026h", "\x1b[?25l", "\x1b[2J"]))
    for row in rows:
        column = draw(st.integers(0, COLUMNS - 1))
        made += f"\x1b[{row + 1};{column + 1}H"
        for style, text in draw(st.lists(st.tuples(STYLES, TEXTS), max_size=3)):
            # Nothing is written over the edge: where the cursor is then, terminals do not agree.
            if column + 2 * len(text) < COLUMNS:
                made += piece(style, text)
                column += 2 * len(text)
        if row < ROWS - 1:
            made += "\n"
    return made + draw(st.sampled_from(["\x1b[1;1H", "\x1b[4;3H", "\x1b[?2026l\x1b[2;2H"]))


@given(st.lists(updates(), max_size=6), st.integers(1, 2))
def test_a_terminal_shows_the_same_however_wide_it_draws_what_is_not_sure(written: list[str], wide: int) -> None:
    whole, spared, sparing = Cells(wide), Cells(wide), Sparing()
    for data in written:
        whole.feed(data)
        spared.feed(sparing.spare(data, (COLUMNS, ROWS)))
        assert spared == whole


def test_what_stands_there_already_is_not_sent_again() -> None:
    sparing, line = Sparing(), "\x1b[1;1H" + piece("31;42", "lights") + piece("1;31;42", " out")
    assert sparing.spare(line, (20, 2)) == "\x1b[1;1H\x1b[31;42mlights\x1b[1m out\x1b[0m"
    assert sparing.spare(line, (20, 2)) == "\x1b[1;11H"
    changed = line.replace("out", "off")
    assert sparing.spare(changed, (20, 2)) == "\x1b[1;7H\x1b[1;31;42m off\x1b[0m"


def test_of_a_style_only_what_changes_is_sent() -> None:
    line = "\x1b[1;1H" + piece("38;2;9;9;9;48;2;0;0;0", "a") + piece("38;2;8;8;8;48;2;0;0;0", "b")
    assert Sparing().spare(line, (20, 2)) == "\x1b[1;1H\x1b[38;2;9;9;9;48;2;0;0;0ma\x1b[38;2;8;8;8mb\x1b[39;49m"


def test_in_another_size_and_on_another_screen_everything_is_sent_again() -> None:
    sparing, line = Sparing(), "\x1b[1;1Hharbour"
    for size in ((20, 2), (21, 2), (21, 3)):
        assert sparing.spare(line, size) == line
    sparing.spare("\x1b[?1049h", (21, 3))
    assert sparing.spare(line, (21, 3)) == line
