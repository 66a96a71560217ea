"""One column: what holds for it whatever the texts and the width, and how it looks on a pair made by hand."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.events import MouseMove

from tests.reader.ferry_app import FerryApp
from tests.reader.pairs import FEW, comparisons, ferry, lookup_of, make_article_of
from tests.reader.test_layout import WIDTHS, drawn_characters, layout_of
from tui.articles.article import SIDES, Side, Span
from tui.compare.comparison import Comparison
from tui.reader.layout.column import FOLD, Source
from tui.reader.layout.pair import lay_out
from tui.reader.layout.unified import CONTEXT, Line, excerpt, unified_lines
from tui.reader.place import UNIFIED
from tui.reader.settings import Settings

TEXTS = st.sampled_from(SIDES)


def lines_of(comparison: Comparison, text: Side) -> list[Line]:
    counts = len(comparison.left.sentences), len(comparison.right.sentences)
    return unified_lines(counts, comparison.passages, text)


@given(comparisons(), TEXTS)
@FEW
def test_every_sentence_of_both_articles_comes_once_and_the_text_in_its_order(
    comparison: Comparison, text: Side
) -> None:
    lines = lines_of(comparison, text)
    own = SIDES.index(text)
    for side, article in enumerate((comparison.left, comparison.right)):
        found = [line.sentence for line in lines if line.side == side]
        assert sorted(found) == list(range(len(article.sentences)))
        if side == own:
            assert found == sorted(found)
    assert {line.side == own for line in lines if line.part == "text"} <= {True}


@given(comparisons(), TEXTS)
@FEW
def test_what_faces_a_sentence_stands_below_one_it_is_linked_with(comparison: Comparison, text: Side) -> None:
    own = SIDES.index(text)
    links = {(link.left, link.right) for passage in comparison.passages for link in passage.links}
    linked = {link[1 - own] for link in links}
    host = -1
    for line in lines_of(comparison, text):
        if line.part == "text":
            host = line.sentence
        elif line.part == "facing":
            assert ((host, line.sentence) if own == 0 else (line.sentence, host)) in links
        else:
            assert line.sentence not in linked


@given(comparisons(), WIDTHS, TEXTS)
@FEW
def test_no_row_holds_text_of_both_sides_and_the_text_is_whole(comparison: Comparison, width: int, text: Side) -> None:
    layout = layout_of(comparison, width, view=UNIFIED[text])
    left, right = layout.columns
    assert len(left) == len(right)
    assert all(left.starts[row] < 0 or right.starts[row] < 0 for row in range(len(left)))
    for side, article in zip(SIDES, (comparison.left, comparison.right), strict=True):
        column = layout.column(side)
        counted = Counter(drawn_characters(column))
        assert set(counted.values()) <= {1}
        assert sorted(number for number in column.begins if number >= 0) == list(range(len(article.sentences)))
        for number, sentence in enumerate(article.sentences):
            if not layout.stands_back(side, number):
                inside = {offset for offset in range(sentence.start, sentence.end) if article.text[offset].strip()}
                assert inside <= counted.keys()


@given(comparisons(), WIDTHS, TEXTS, st.data())
@FEW
def test_every_detail_and_all_that_is_lit_is_seen_on_both_sides(
    comparison: Comparison, width: int, text: Side, data: st.DataObject
) -> None:
    articles = comparison.left, comparison.right
    lit: list[tuple[Span, ...]] = []
    for article in articles:
        starts = data.draw(st.lists(st.integers(0, max(0, len(article.text) - 1)), max_size=3))
        lit.append(tuple(Span(start, min(start + 5, len(article.text))) for start in starts if article.text))
    sources = Source(comparison.left), Source(comparison.right)
    view = UNIFIED[text]
    layout = lay_out(lookup_of(comparison), sources, (width, 40), view, wanted=(lit[0], lit[1]))
    for number, article in enumerate(articles):
        column = layout.columns[number]
        seen = set(drawn_characters(column))
        details = (detail.left if number == 0 else detail.right for detail in comparison.details)
        for span in (*(span for span in details if span), *lit[number]):
            inside = {offset for offset in range(span.start, span.end) if article.text[offset].strip()}
            assert inside <= seen
        for row in range(len(column)):
            if column.starts[row] >= 0:
                assert cell_len(column.text(row)) <= layout.geometry.text_widths[number]


LONG = "Once two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen then."


@pytest.mark.parametrize(
    ("wanted", "kept"),
    [
        ("three", LONG.partition(" eight")[0]),
        ("ten", "six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen then."),
        ("fifteen", "eleven twelve thirteen fourteen fifteen sixteen then."),
        ("two three four five six seven eight nine ten eleven", LONG),
    ],
)
def test_a_sentence_is_cut_to_what_is_wanted_with_a_few_words_around(wanted: str, kept: str) -> None:
    source = Source(make_article_of([[LONG]]))
    start = LONG.index(wanted)
    run = excerpt(source, 0, Span(start, start + len(wanted)), 40)
    assert LONG[run.start : run.end] == kept
    assert CONTEXT == 4


def test_a_sentence_in_which_nothing_is_wanted_is_cut_to_its_first_row() -> None:
    source = Source(make_article_of([[LONG]]))
    run = excerpt(source, 0, None, 30)
    assert LONG[run.start : run.end] == "Once two three four five six"


def texts_of(width: int, view: str, shown: object = None) -> list[str]:
    lookup = lookup_of(ferry())
    sources = Source(lookup.comparison.left), Source(lookup.comparison.right)
    layout = lay_out(lookup, sources, (width, 40), view, shown)  # type: ignore[arg-type]
    found = []
    for row in range(len(layout.columns[0])):
        for side, column in zip("LR", layout.columns, strict=True):
            if column.starts[row] >= 0:
                found.append(f"{side} {column.text(row)}")
            elif column.starts[row] == FOLD:
                found.append(f"⋯ {column.ends[row]}")
    return found


def test_below_a_sentence_stands_what_the_other_article_says_differently() -> None:
    rows = texts_of(200, "unified-left")
    at = rows.index("L The captain, Ingrid Solheim, said the steering had failed without any warning")
    assert rows[at + 1 : at + 5] == [
        "L shortly after eight o'clock.",
        "R Captain Ingrid Solheim told the broadcaster that the rudder had stopped",
        "R answering at about half past eight.",
        "R She has sailed the route since 2019.",
    ]
    at = rows.index("L The ship was last inspected in January 2031 and had passed without remarks.")
    assert rows[at + 1] == "R The ferry's last inspection, in November 2030, had found nothing wrong."


def test_what_a_filter_hides_is_one_fold_for_both_sides() -> None:
    rows = texts_of(200, "unified-left", (frozenset({10}), frozenset({4})))
    assert [row for row in rows if row.startswith("⋯")] == ["⋯ 18", "⋯ 6"]
    assert any("November 2030" in row for row in rows)


def app_in(view: str) -> FerryApp:
    return FerryApp(Settings(view=view, sidebar="folded", details=False))  # type: ignore[arg-type]


@pytest.mark.parametrize("size", [(150, 42), (80, 24), (40, 12)])
async def test_n_walks_the_passages_of_the_text_with_what_faces_them_in_sight(size: tuple[int, int]) -> None:
    app = app_in("unified-left")
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        seen = []
        for _ in range(7):
            await pilot.press("n")
            seen.append(app.where[1])
            left, right = app.heights()
            assert 0 <= left < app.pair_screen.panes.pane_height
            if size[0] >= 80:
                assert 0 <= right < app.pair_screen.panes.pane_height
            await pilot.press("j")
        assert seen == [2, 3, 4, 8, 10, 11, 13]


async def test_j_and_k_walk_both_articles_from_top_to_bottom() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g")
        lines = lines_of(app.comparison, "left")
        order = [(SIDES[line.side], line.sentence) for line in lines]
        seen = [app.where]
        for _ in range(len(order) - 1):
            await pilot.press("j")
            seen.append(app.where)
        assert seen == order
        await pilot.press("j")
        assert app.where == order[-1] and "last sentence" in app.status
        for expected in reversed(order[:-1]):
            await pilot.press("k")
            assert app.where == expected


async def test_u_walks_what_either_side_alone_says() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("g")
        seen = [app.where]
        for _ in range(8):
            await pilot.press("u")
            if app.where != seen[-1]:
                seen.append(app.where)
        alone = {(side, n) for side in SIDES for n in app.pair_screen.lookup.one_sided(side)}
        assert set(seen) == alone and len(seen) == len(alone)
        await pilot.press(*"UUUUUUUU")
        assert app.where == seen[0]


async def test_d_and_c_walk_details_and_conflicts_of_the_text() -> None:
    app = app_in("unified-right")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        screen = app.pair_screen
        await pilot.press("g")
        found = []
        for _ in range(8):
            await pilot.press("d")
            found.append(screen.place.detail)
            assert screen.place.side == "right"
        assert found == list(screen.lookup.details_in_order("right"))
        await pilot.press("g", "c")
        assert screen.place.detail is not None and screen.lookup.details[screen.place.detail].conflict
        await pilot.press("enter", "C")
        assert screen.place.side in SIDES and app.where[1] >= 0


async def test_tab_makes_the_other_article_the_text_and_keeps_the_passage() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "tab")
        assert (app.pair_screen.view, app.where) == ("unified-right", ("right", 5))
        await pilot.press("tab")
        assert (app.pair_screen.view, app.where) == ("unified-left", ("left", 3))
        await pilot.press("enter")
        assert (app.pair_screen.view, app.where) == ("unified-left", ("right", 5))
        await pilot.press("n")
        assert app.where == ("left", 4)


async def test_a_hit_in_what_was_cut_away_is_shown() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert not any("boy of seven" in line for line in app.lines)
        await pilot.press("slash", *"boy of seven")
        await pilot.pause(0.3)
        await pilot.pause()
        assert any("boy of seven" in line for line in app.lines)
        await pilot.press("escape", "escape")
        await pilot.pause()
        assert not any("boy of seven" in line for line in app.lines)


async def test_the_mouse_selects_in_either_article_of_the_column() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        panes = app.pair_screen.panes
        await pilot.press("n", "n")
        y, x = next((y, line.index("Eighteen")) for y, line in enumerate(app.lines) if "Eighteen" in line)
        await pilot.click(panes, offset=(x + 1, y))
        assert app.where == ("right", 5)
        y, x = next((y, line.index("Eighteen")) for y, line in enumerate(app.lines) if "Eighteen" in line)
        await pilot.mouse_down(panes, offset=(x, y))
        for row in (y, y + 1):
            panes.post_message(MouseMove(panes, x + 19, row, 0, 0, 1, False, False, False))
            await pilot.pause()
            assert app.pair_screen.selection is not None and app.pair_screen.selection.side == "right"
        await pilot.mouse_up(panes, offset=(x + 19, y + 1))
        await pilot.press("y")
        assert app.clipboard == "Eighteen passengers"


async def test_a_note_is_made_in_the_column() -> None:
    app = app_in("unified-left")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "h")
        await pilot.pause()
        (placed,) = app.pair_screen.placement.notes
        assert placed.spans("left") and placed.spans("right")
        assert any("with a broken arm." in line for line in app.lines)


async def test_the_column_has_no_sides_to_free() -> None:
    app = app_in("reading")
    async with app.run_test(size=(100, 20)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "f", "J", "J", "v", "v", "v", "J", "J")
        tops = app.pair_screen.panes.tops
        assert app.pair_screen.view == "unified-left" and tops[0] == tops[1]
        await pilot.press("f")
        assert "no sides to free" in app.status
