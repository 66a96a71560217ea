"""The link gutter: lines between the panes that join facing passages, also where the stories cross."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_NORTH, _EAST, _SOUTH, _WEST = 1, 2, 4, 8
_LIGHT = {10: "─", 5: "│", 6: "╭", 12: "╮", 3: "╰", 9: "╯", 7: "├", 13: "┤", 14: "┬", 11: "┴", 15: "┼", 2: "╶", 8: "╴"}
_HEAVY = {10: "━", 5: "┃", 6: "┏", 12: "┓", 3: "┗", 9: "┛", 7: "┣", 13: "┫", 14: "┳", 11: "┻", 15: "╋", 2: "╺", 8: "╸"}


@dataclass(frozen=True, slots=True)
class Join:
    """One passage to be joined: the screen rows at which its sentences begin, which may lie off the screen."""

    number: int
    left: tuple[int, ...]
    right: tuple[int, ...]
    role: str
    current: bool = False


class GutterCell(NamedTuple):
    """One cell of the gutter, and the passage it belongs to."""

    character: str = " "
    role: str = "gutter"
    """The theme role of the passage's mark."""
    current: bool = False
    number: int = 0
    """The passage's number; 0 in an empty cell."""


def draw_gutter(joins: Iterable[Join], width: int, height: int) -> list[list[GutterCell]]:
    """Return the cells of the gutter, row by row.

    A passage on the screen on both sides gets a line with one lane of its own; one whose counterpart is off the
    screen, or for whom no lane is free, an arrow with its number. The current passage lies on top.
    """
    drawing = _Drawing(width, height)
    for join in sorted(joins, key=_by_need):
        drawing.add(join)
    return drawing.cells()


def _by_need(join: Join) -> tuple[bool, int, int]:
    rows = join.left + join.right
    return not join.current, max(rows) - min(rows), join.number


class _Drawing:
    def __init__(self, width: int, height: int) -> None:
        self._width = width
        self._height = height
        self._lines: list[tuple[Join, int, tuple[int, ...], tuple[int, ...]]] = []
        self._labels: dict[tuple[int, int], tuple[str, Join]] = {}

    def add(self, join: Join) -> None:
        left, right = self._seen(join.left), self._seen(join.right)
        if left and right:
            lane = self._free_lane(left, right)
            if lane is not None:
                self._lines.append((join, lane, left, right))
                return
        for side, seen, others in ((0, left, join.right), (1, right, join.left)):
            if seen and others:
                self._labels.setdefault((side, seen[0]), (_arrow(seen[0], others, join.number), join))

    def _seen(self, rows: Sequence[int]) -> tuple[int, ...]:
        return tuple(row for row in rows if 0 <= row < self._height)

    def _free_lane(self, left: tuple[int, ...], right: tuple[int, ...]) -> int | None:
        """Return the column nearest the middle where the line meets no other line along its way."""
        if left == right and len(left) == 1:
            return 0 if not any(left[0] in rows for _, _, *sides in self._lines for rows in sides) else None
        middle = (self._width - 1) / 2
        lanes = sorted(range(1, self._width - 1), key=lambda lane: (abs(lane - middle), lane))
        return next((lane for lane in lanes if self._is_free(lane, left, right)), None)

    def _is_free(self, lane: int, left: tuple[int, ...], right: tuple[int, ...]) -> bool:
        top, bottom = min(left + right), max(left + right)
        for _, other, other_left, other_right in self._lines:
            rows = other_left + other_right
            if other == lane and min(rows) <= bottom and top <= max(rows) and len(set(rows)) > 1:
                return False
            if set(left) & set(other_right) and lane >= other:
                return False
            if set(right) & set(other_left) and lane <= other:
                return False
        return True

    def cells(self) -> list[list[GutterCell]]:
        rows = [[GutterCell()] * self._width for _ in range(self._height)]
        masks: dict[tuple[int, int], int] = {}
        for join, lane, left, right in reversed(self._lines):
            own = self._mask(lane, left, right)
            for (x, y), mask in own.items():
                masks[x, y] = mask if join.current else masks.get((x, y), 0) | mask
                shape = (_HEAVY if join.current else _LIGHT).get(masks[x, y], "┼")
                rows[y][x] = GutterCell(shape, join.role, join.current, join.number)
        for (side, y), (label, join) in self._labels.items():
            shown = label[: self._width]
            start = 0 if side == 0 else self._width - len(shown)
            if all(rows[y][start + x].character == " " for x in range(len(shown))):
                for x, character in enumerate(shown):
                    rows[y][start + x] = GutterCell(character, join.role, join.current, join.number)
        return rows

    def _mask(self, lane: int, left: tuple[int, ...], right: tuple[int, ...]) -> dict[tuple[int, int], int]:
        mask: dict[tuple[int, int], int] = {}

        def add(x: int, y: int, bits: int) -> None:
            mask[x, y] = mask.get((x, y), 0) | bits

        for y in left:
            for x in range(lane):
                add(x, y, _EAST | _WEST)
            add(lane, y, _WEST)
        for y in right:
            for x in range(lane + 1, self._width):
                add(x, y, _EAST | _WEST)
            add(lane, y, _EAST)
        top, bottom = min(left + right), max(left + right)
        for y in range(top, bottom):
            add(lane, y, _SOUTH)
            add(lane, y + 1, _NORTH)
        return mask


def _arrow(row: int, others: Sequence[int], number: int) -> str:
    above = max(others) < row
    return f"{'↑' if above else '↓'}{number}"
