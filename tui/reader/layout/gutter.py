"""The link gutter: lines between the panes that join facing passages, also where the stories cross."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

_NORTH, _EAST, _SOUTH, _WEST = 1, 2, 4, 8
_LIGHT = {10: "─", 5: "│", 6: "╭", 12: "╮", 3: "╰", 9: "╯", 7: "├", 13: "┤", 14: "┬", 11: "┴", 15: "┼", 2: "╶", 8: "╴"}
_HEAVY = {10: "━", 5: "┃", 6: "┏", 12: "┓", 3: "┗", 9: "┛", 7: "┣", 13: "┫", 14: "┳", 11: "┻", 15: "╋", 2: "╺", 8: "╸"}


DETOUR = 2
"""So many rows beyond its ends a line may go around others."""
MOST_LANES_TRIED, MOST_ROWS_TRIED = 12, 8
"""So many pairs of lanes, and rows to join them in, are tried for one line."""

_Mask = dict[tuple[int, int], int]
"""The cells of a line, by column and row, each with the directions in which it goes on."""
_Stubs = tuple[set[tuple[int, int]], set[tuple[int, int]]]
"""The cells in which lines go from the left edge to their lane, and from their lane to the right edge."""
_ACROSS, _UP_AND_DOWN = _EAST | _WEST, _NORTH | _SOUTH


class _Way(NamedTuple):
    """Where a line goes."""

    mask: _Mask
    stubs: _Stubs


@dataclass(frozen=True, slots=True)
class Join:
    """One passage to be joined: the screen rows at which its sentences begin, which may lie off the screen."""

    number: int
    left: tuple[int, ...]
    right: tuple[int, ...]
    role: str
    current: bool = False
    full: bool = True
    """Whether it is joined by a line; else a number with an arrow stands beside each side."""


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

    A passage on the screen on both sides gets a line that meets other lines only to cross them: down one lane, or down
    two where the rows it leads to are taken. One whose counterpart is off the screen, or for whom there is no way, gets
    an arrow with its number. The current passage lies on top.
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
        self._lines: list[tuple[Join, _Mask]] = []
        self._taken = _Way({}, (set(), set()))
        self._labels: dict[tuple[int, int], tuple[str, Join]] = {}

    def add(self, join: Join) -> None:
        left, right = self._seen(join.left), self._seen(join.right)
        if left and right and (join.full or left == right):
            way = next(
                (
                    way
                    for way in _ways(left, right, (self._width, self._height), self._taken)
                    if _is_free(way, self._taken)
                ),
                None,
            )
            if way is not None:
                self._lines.append((join, way.mask))
                for cell, mask in way.mask.items():
                    self._taken.mask[cell] = self._taken.mask.get(cell, 0) | mask
                for taken, stub in zip(self._taken.stubs, way.stubs, strict=True):
                    taken |= stub
                return
        for side, seen, others in ((0, left, join.right), (1, right, join.left)):
            if seen and others:
                self._labels.setdefault((side, seen[0]), (_arrow(seen[0], others, join.number), join))

    def _seen(self, rows: Sequence[int]) -> tuple[int, ...]:
        return tuple(row for row in rows if 0 <= row < self._height)

    def cells(self) -> list[list[GutterCell]]:
        rows = [[GutterCell()] * self._width for _ in range(self._height)]
        masks: _Mask = {}
        for join, way in reversed(self._lines):
            for (x, y), mask in way.items():
                masks[x, y] = mask if join.current else masks.get((x, y), 0) | mask
                shape = (_HEAVY if join.current else _LIGHT).get(masks[x, y], "┼")
                rows[y][x] = GutterCell(shape, join.role, join.current, join.number)
        for (side, y), (label, join) in self._labels.items():
            # Where a line leaves no room for the number, the arrow alone tells the way.
            for shown in (label[: self._width], label[:1]):
                start = 0 if side == 0 else self._width - len(shown)
                if all(rows[y][start + x].character == " " for x in range(len(shown))):
                    for x, character in enumerate(shown):
                        rows[y][start + x] = GutterCell(character, join.role, join.current, join.number)
                    break
        return rows


def _ways(left: tuple[int, ...], right: tuple[int, ...], size: tuple[int, int], taken: _Way) -> Iterator[_Way]:
    """Yield the ways a line may go, the plainest first: straight across, down one lane, down two joined by a row."""
    width, height = size
    if left == right and len(left) == 1:
        yield _way(left, right, 0, width=width)
        return
    middle = (width - 1) / 2
    lanes = sorted(range(1, width - 1), key=lambda lane: (abs(lane - middle), lane))
    for lane in lanes:
        yield _way(left, right, lane, width=width)
    # A way that fails at its ends fails with every row between, so the ends are looked at first.
    firsts = [lane for lane in lanes if _is_free(_ends(left, (), lane, lane, width), taken)]
    seconds = [lane for lane in lanes if _is_free(_ends((), right, lane, lane, width), taken)]
    pairs = sorted(
        ((one, two) for one in firsts for two in seconds if one != two), key=lambda pair: (abs(pair[0] - pair[1]), pair)
    )
    top, bottom = min(left + right), max(left + right)
    near = range(max(0, top - DETOUR), min(height, bottom + DETOUR + 1))
    between = [row for row in near if row not in left and row not in right]
    between.sort(key=lambda row: (not top < row < bottom, abs(2 * row - top - bottom), row))
    for one, two in pairs[:MOST_LANES_TRIED]:
        for row in between[:MOST_ROWS_TRIED]:
            yield _way(left, right, one, two, row, width=width)


def _is_free(way: _Way, taken: _Way) -> bool:
    """Say whether a line meets others only to cross them, or where they come from the same sentence."""
    return all(cell not in taken.mask or _may_share(cell, way, taken) for cell in way.mask)


def _may_share(cell: tuple[int, int], way: _Way, taken: _Way) -> bool:
    mask, there = way.mask[cell], taken.mask[cell]
    if any(cell in own and cell in other for own, other in zip(way.stubs, taken.stubs, strict=True)):
        return not (mask & _UP_AND_DOWN and there & _UP_AND_DOWN)
    return {mask, there} == {_ACROSS, _UP_AND_DOWN}


def _ends(left: tuple[int, ...], right: tuple[int, ...], one: int, two: int, width: int) -> _Way:
    """Return the rows of a line: from the left edge to lane `one`, and from lane `two` to the right edge."""
    mask: _Mask = {}
    for y in left:
        mask |= dict.fromkeys(((x, y) for x in range(one)), _ACROSS)
        mask[one, y] = mask.get((one, y), 0) | _WEST
    for y in right:
        mask |= dict.fromkeys(((x, y) for x in range(two + 1, width)), _ACROSS)
        mask[two, y] = mask.get((two, y), 0) | _EAST
    stubs = {(x, y) for y in left for x in range(one + 1)}, {(x, y) for y in right for x in range(two, width)}
    return _Way(mask, stubs)


def _way(
    left: tuple[int, ...], right: tuple[int, ...], one: int, two: int | None = None, row: int = 0, *, width: int
) -> _Way:
    """Return where a line goes: its left rows to lane `one`, its right rows to lane `two`, joined in `row`."""
    other = one if two is None else two
    way = _ends(left, right, one, other, width)

    def add(x: int, y: int, bits: int) -> None:
        way.mask[x, y] = way.mask.get((x, y), 0) | bits

    trunks = [(one, left + right)] if two is None else [(one, (*left, row)), (other, (*right, row))]
    for lane, rows in trunks:
        for y in range(min(rows), max(rows)):
            add(lane, y, _SOUTH)
            add(lane, y + 1, _NORTH)
    if two is not None:
        for x in range(min(one, two), max(one, two)):
            add(x, row, _EAST)
            add(x + 1, row, _WEST)
    return way


def away(others: Sequence[int], height: int) -> str:
    """Return an arrow towards what faces a sentence, where none of it is on the screen; else a blank.

    Parameters
    ----------
    others
        The screen rows at which it begins, in the other pane.
    height
        How many rows that pane has.
    """
    if not others or any(0 <= row < height for row in others):
        return " "
    return "↑" if max(others) < 0 else "↓"


def _arrow(row: int, others: Sequence[int], number: int) -> str:
    arrow = "↑" if max(others) < row else "↓" if min(others) > row else "↕"
    return f"{arrow}{number}"
