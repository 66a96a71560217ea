"""The lines between the panes."""

from hypothesis import given
from hypothesis import strategies as st

from tests.reader.pairs import FEW
from tui.reader.layout.gutter import Join, draw_gutter


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


def test_lines_that_would_lie_on_each_other_become_arrows() -> None:
    rows = drawn([Join(1, (0,), (4,), "same"), Join(2, (4,), (0,), "same")])
    assert rows[0] == "───╮ ↓2"
    assert rows[4] == "↑2 ╰───"


def test_the_current_line_lies_on_top() -> None:
    cells = draw_gutter([Join(1, (2,), (2,), "same", current=True), Join(2, (0,), (4,), "same")], 7, 6)
    assert [cell.character for cell in cells[2]] == list("━━━━━━━")
    assert all(cell.current and cell.number == 1 for cell in cells[2])


def test_what_faces_a_sentence_off_the_screen_is_told_by_an_arrow_and_its_number() -> None:
    rows = drawn([Join(3, (1,), (-8,), "same"), Join(12, (90,), (4,), "differs")])
    assert rows[1] == "↑3     "
    assert rows[4] == "    ↓12"


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
