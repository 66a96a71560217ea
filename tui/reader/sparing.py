"""Sends a terminal only the text that is other than what it shows, each change of style in as few bytes as it takes.

Textual draws whole widgets, and twice where the layout changes. What it writes is read here: styled text, placed by
moves of the cursor. Whatever else it writes goes through as it is.
"""

import re
from functools import lru_cache
from sys import intern

_TOKEN = re.compile(
    r"\x1b\[(\d+);(\d+)H"  # row and column
    r"|\x1b\[([0-9;]*)m([^\x00-\x1f\x7f-\x9f]+)\x1b\[0m"  # a style, and text in it
    r"|([^\x00-\x1f\x7f-\x9f]+)"  # text in no style
    r"|(\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[[<=>?0-9;:]*[ -/]*[@-~]?|\x1b.|.)",
    re.DOTALL,
)
_SURE = re.compile(
    r"[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2027\u2030-\u205e\u20a0-\u20bf"
    r"\u2190-\u2319\u2460-\u24ff\u2500-\u25fc◆✓✔]*"
)
"""Text of which a terminal makes as many cells as it has characters."""
_HARMLESS = re.compile(r"\x1b\[\?(?:25|100[0-6]|1015|2004|2026|2031|2048)[hl]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x07")
"""What changes no cell: whether the cursor is seen, the mouse, titles, the clipboard, the bell."""


class _Row:
    """What stands in one row of a terminal."""

    def __init__(self, columns: int) -> None:
        self.text = " " * columns
        self.styles: list[str | None] = [None] * columns
        """The style of each cell; none where it is not known what stands there."""

    def takes(self, column: int, text: str, style: str) -> bool:
        """Let a text stand in the row, and say whether another one stood there."""
        stop, styles = column + len(text), [style] * len(text)
        if self.text[column:stop] == text and self.styles[column:stop] == styles:
            return False
        self.text = f"{self.text[:column]}{text}{self.text[stop:]}"
        self.styles[column:stop] = styles
        return True

    def forget(self, column: int = 0) -> None:
        """Take no cell for known from a column on."""
        self.styles[column:] = [None] * max(0, len(self.text) - column)


class Sparing:
    """What a terminal shows, as far as it is known."""

    def __init__(self) -> None:
        self._size = (0, 0)
        self._rows: list[_Row] = []

    def spare(self, data: str, size: tuple[int, int]) -> str:
        """Return what to write to a terminal of so many columns and rows for it to show what `data` would have it."""
        if size != self._size:
            self._size, self._rows = size, _unknown(size)
        # A signal may come in the middle and write something as well, so that only the cells are shared.
        pen = _Pen(self._rows, size)
        for row, column, style, styled, plain, other in _TOKEN.findall(data):
            if row:
                pen.go(int(row) - 1, int(column) - 1)
            elif not other:
                pen.write(styled or plain, style)
            elif other != "\n" or not pen.goes_down():
                pen.pass_on(other)
        if pen.is_lost:
            self._rows = _unknown(size)
        return pen.written()


def _unknown(size: tuple[int, int]) -> list[_Row]:
    columns, rows = size
    return [_Row(columns) for _ in range(rows)]


class _Pen:
    """Writes what differs from the cells of a terminal."""

    def __init__(self, known: list[_Row], size: tuple[int, int]) -> None:
        self._known = known
        self._columns, self._rows = size
        self._out: list[str] = []
        self._style = ""
        self._at: tuple[int, int] | None = None
        """The row and column at which the next text is to stand; none right behind what was written last."""
        self._cursor: tuple[int, int] | None = None
        """Where the terminal's cursor is; none where that is not known."""
        self._is_loose = False
        """Whether text goes on whose width is not known, in a row of which nothing behind it is taken for known."""
        self.is_lost = False
        """Whether any cell may have changed."""

    def go(self, row: int, column: int) -> None:
        """Have the next text stand in a cell."""
        self._at, self._is_loose = (row, column), False

    def goes_down(self) -> bool:
        """Go to the next row, where there is one, before a place there is named; say whether there is."""
        if self._is_loose:
            self._out.append("\n")
            self._is_loose = False
            return True
        if self._at is None or self._at[0] + 1 >= self._rows:
            return False
        self._at = self._at[0] + 1, self._at[1]
        return True

    def write(self, text: str, style: str) -> None:
        """Write some text, unless it stands there already."""
        row, column = self._at or (self._rows, 0)
        stop = column + len(text)
        if row < self._rows and stop <= self._columns and _SURE.fullmatch(text):
            # One string for each style, so that comparing is looking whether it is that.
            if self._known[row].takes(column, text, intern(style)):
                self._put(text, style)
                # At the right edge the cursor waits, terminals differ in where.
                self._cursor = (row, stop) if stop < self._columns else None
            self._at = row, stop
            return
        self._put(text, style)
        # Where it ends, and what it has left of the row, is for the terminal to say.
        if row < self._rows:
            self._known[row].forget(column)
            self._is_loose = True
        elif not self._is_loose:
            self._lose()
        self._at = self._cursor = None

    def pass_on(self, other: str) -> None:
        """Write what is no text."""
        self._place()
        self._wear("")
        self._out.append(other)
        self._cursor = None
        if not _HARMLESS.fullmatch(other):
            self._at = None
            self._lose()

    def _lose(self) -> None:
        """Take no cell for known, from what comes next on."""
        self.is_lost = True
        for row in self._known:
            row.forget()

    def written(self) -> str:
        """Return all that has to be written; the cursor ends where it was to end, in no style."""
        self._place()
        self._wear("")
        return "".join(self._out)

    def _put(self, text: str, style: str) -> None:
        self._place()
        self._wear(style)
        self._out.append(text)

    def _place(self) -> None:
        if self._at is not None and self._cursor != self._at:
            row, column = self._cursor = self._at
            self._out.append(f"\x1b[{row + 1};{column + 1}H")

    def _wear(self, style: str) -> None:
        if style != self._style:
            self._out.append(_change(self._style, style))
            self._style = style


@lru_cache(maxsize=4096)
def _change(before: str, after: str) -> str:
    """Return the shortest sequence that makes one style of another."""
    old, new = _parts(before), _parts(after)
    if old[0] and old[0] != new[0]:
        return f"\x1b[0;{after}m" if after else "\x1b[0m"
    usual = new[0], "39", "49"
    return f"\x1b[{';'.join(a or none for a, b, none in zip(new, old, usual, strict=True) if a != b)}m"


def _parts(style: str) -> tuple[str, str, str]:
    """Return the attributes, the foreground and the background of a style."""
    attributes, colours = [], {"3": "", "4": ""}
    for found in _CODE.finditer(style):
        ground = found[1] or {"9": "3", "10": "4"}.get(found[2] or "", found[2] or "")
        if ground:
            colours[ground] = found[0]
        else:
            attributes.append(found[0])
    return ";".join(attributes), colours["3"], colours["4"]


_CODE = re.compile(r"\b(?:([34])8;(?:2;\d+;\d+;\d+|5;\d+)|(3|4|9|10)[0-7]|\d+)\b")
