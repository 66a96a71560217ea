"""The lines between the panes."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from tests.reader.pairs import FEW
from tui.reader.layout.gutter import GutterCell, Join, draw_gutter


def drawn(joins: list[Join], width: int = 7, height: int = 6) -> list[str]:
    return ["".join(cell.character for cell in row) for row in draw_gutter(joins, width, height)]


def test_sentences_at_one_height_are_joined_by_a_straight_line() -> None:
    assert drawn([Join(1, (2,), (2,), "same")])[2] == "───────"


def test_a_line_goes_down_from_left_to_right() -> None:
    assert drawn([Join(1, (1,), (3,), "same")]) == ["       ", "───╮   ", "   │   ", "   ╰───", "       ", "       "]


def test_one_sentence_is_joined_with_two() -> None:
    assert drawn([Join(1, (1,), (1, 3), "same")]) == ["       ", "───┬───", "   │   ", "   ╰───", "       ", "       "]


def test_lines_cross_where_the_stories_cross() -> None:
    joins = [Join(1, (0,), (4,), "same"), Join(2, (3,), (1,), "same")]
    assert drawn(joins, height=5) == ["──╮    ", "  │╭───", "  ││   ", "──┼╯   ", "  ╰────"]


def test_two_passages_in_each_others_place_go_around_each_other() -> None:
    rows = drawn([Join(1, (0,), (4,), "same"), Join(2, (4,), (0,), "same")])
    assert rows[:5] == ["───╮╭──", "   ││  ", "  ╭┼╯  ", "  ││   ", "──╯╰───"]


def test_a_sentence_in_two_passages_is_joined_with_both() -> None:
    joins = [Join(1, (0, 2), (2,), "same", current=True), Join(2, (2,), (5,), "same")]
    assert drawn(joins) == ["━━━┓   ", "   ┃   ", "━━━┻━━━", "  │    ", "  │    ", "  ╰────"]


def test_lines_without_a_way_left_become_arrows() -> None:
    joins = [Join(1, (0,), (5,), "same"), Join(2, (5,), (0,), "same"), Join(3, (2,), (3,), "same")]
    rows = drawn(joins, width=3)
    assert any("↓" in row for row in rows) and any("↑" in row for row in rows)


def test_the_current_line_lies_on_top() -> None:
    cells = draw_gutter([Join(1, (2,), (2,), "same", current=True), Join(2, (0,), (4,), "same")], 7, 6)
    assert [cell.character for cell in cells[2]] == list("━━━━━━━")
    assert all(cell.current and cell.number == 1 for cell in cells[2])


def test_what_faces_a_sentence_off_the_screen_is_told_by_an_arrow_and_its_number() -> None:
    rows = drawn([Join(3, (1,), (-8,), "same"), Join(12, (90,), (4,), "differs")])
    assert rows[1] == "↑3     "
    assert rows[4] == "    ↓12"


def test_an_arrow_stands_without_its_number_where_a_line_leaves_no_room() -> None:
    rows = drawn([Join(1, (0,), (5,), "same"), Join(12, (2,), (90,), "same")], width=5)
    assert rows[2].startswith("↓ │") or rows[2].startswith("↓│")


# Where each shape goes on: north, east, south, west.
OPEN_TO = dict(
    zip("─│╭╮╰╯├┤┬┴┼", ["EW", "NS", "ES", "SW", "NE", "NW", "NES", "NSW", "ESW", "NEW", "NESW"], strict=True)
)

JOINS = st.lists(
    st.builds(
        Join,
        st.integers(1, 99),
        st.lists(st.integers(-9, 29), min_size=1, max_size=3, unique=True).map(tuple),
        st.lists(st.integers(-9, 29), min_size=1, max_size=3, unique=True).map(tuple),
        st.just("same"),
    ),
    max_size=9,
    unique_by=lambda join: join.number,
)


STEPS = {"N": (0, -1), "E": (1, 0), "S": (0, 1), "W": (-1, 0)}
BACK = {"N": "S", "S": "N", "E": "W", "W": "E"}


def ends_of(cells: list[list[GutterCell]], row: int) -> set[tuple[int, int]]:
    """Follow a line from the left edge, straight on over crossings, and return where it leaves the gutter."""
    found, going, been = set(), [(0, row, "E")], set()
    while going:
        x, y, way = going.pop()
        if not 0 <= x < len(cells[0]):
            found.add((0 if x < 0 else 1, y))
        elif (x, y, way) not in been:
            been.add((x, y, way))
            open_to = OPEN_TO[cells[y][x].character]
            ways = [way] if open_to == "NESW" else [one for one in open_to if one != BACK[way]]
            going += [(x + STEPS[one][0], y + STEPS[one][1], one) for one in ways]
    return found


ONE_TO_ONE = st.lists(
    st.builds(
        lambda number, left, right: Join(number, (left,), (right,), "same"),
        st.integers(1, 99),
        st.integers(0, 19),
        st.integers(0, 19),
    ),
    max_size=7,
    unique_by=(lambda join: join.number, lambda join: join.left, lambda join: join.right),
)


@given(ONE_TO_ONE, st.integers(5, 11))
@FEW
def test_a_line_can_be_followed_from_one_side_to_the_other(joins: list[Join], width: int) -> None:
    cells = draw_gutter(joins, width, 20)
    for join in joins:
        (left,), (right,) = join.left, join.right
        if cells[left][0].character in OPEN_TO:
            assert (1, right) in ends_of(cells, left)


def test_two_lines_always_find_a_way() -> None:
    for left, right, other_left, other_right in product(range(6), repeat=4):
        if left != other_left and right != other_right:
            joins = [Join(1, (left,), (right,), "same"), Join(2, (other_left,), (other_right,), "same")]
            cells = draw_gutter(joins, 7, 6)
            assert not any(cell.character in "↑↓" for row in cells for cell in row), joins


@given(JOINS, st.integers(5, 9), st.integers(1, 24))
@FEW
def test_every_cell_is_drawn_and_every_line_is_whole(joins: list[Join], width: int, height: int) -> None:
    cells = draw_gutter(joins, width, height)
    assert len(cells) == height and all(len(row) == width for row in cells)
    for row in cells:
        assert all(len(cell.character) == 1 for cell in row)
    for y, row in enumerate(cells):
        for x, cell in enumerate(row):
            for side in OPEN_TO.get(cell.character, ""):
                other_x, other_y = x + {"E": 1, "W": -1}.get(side, 0), y + {"S": 1, "N": -1}.get(side, 0)
                if 0 <= other_x < width and 0 <= other_y < height:
                    assert cells[other_y][other_x].character != " "
