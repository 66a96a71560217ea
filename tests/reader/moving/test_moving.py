"""Every key that moves, on the real application."""

from dataclasses import replace

from tests.reader.ferry_app import FerryApp
from tests.reader.looking import walk
from tests.reader.pairs import lookup_of
from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare.comparison import Detail, Link
from tui.compare.engine import compare
from tui.reader.moving import moves
from tui.reader.session.session import Session

PASSAGES = [("left", n) for n in (2, 3, 4, 8, 10, 11, 13)]
LEFT_ALONE = [("left", n) for n in (0, 6, 7)]


async def test_n_and_shift_n_walk_the_passages_level_on_both_sides() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        for expected in PASSAGES:
            await pilot.press("n")
            assert app.where == expected
            left, right = app.heights()
            assert left == right
        await pilot.press("n")
        assert app.where == PASSAGES[-1]
        assert "No passage after this one" in app.status
        assert await walk(app, pilot, "N", 6) == PASSAGES[-2::-1]


async def test_d_walks_the_details_and_c_the_conflicts() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        screen = app.pair_screen
        details = []
        for _ in range(7):
            await pilot.press("d")
            details.append(screen.session.place.detail)
        assert details == [0, 2, 3, 1, 7, 5, 6]
        await pilot.press("D")
        assert screen.session.place.detail == 5
        await pilot.press("g")
        assert screen.session.place.detail is None
        conflicts = []
        for key in ("c", "c", "c", "C"):
            await pilot.press(key)
            conflicts.append(screen.session.place.detail)
        assert conflicts == [2, 1, 5, 1]
        assert "detail 4 of 7" in app.status


async def test_u_walks_what_only_the_leading_side_says() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert await walk(app, pilot, "u", 2) == LEFT_ALONE[1:]
        assert await walk(app, pilot, "U", 2) == LEFT_ALONE[1::-1]
        await pilot.press("tab")
        assert app.where[0] == "right"
        await pilot.press("u", "u")
        assert app.where == ("right", 8)


async def test_j_and_k_walk_the_sentences() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert await walk(app, pilot, "j", 2) == [("left", 2), ("left", 3)]
        assert await walk(app, pilot, "down", 1) == [("left", 4)]
        assert await walk(app, pilot, "up", 1) == [("left", 3)]
        assert await walk(app, pilot, "k", 3) == [("left", 2), ("left", 0), ("left", 0)]
        assert "first sentence" in app.status


async def test_g_and_shift_g_go_to_the_ends_and_space_and_b_by_pages() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        await pilot.press("G")
        assert app.where == ("left", 13)
        await pilot.press("g")
        assert app.where == ("left", 0)
        down = await walk(app, pilot, "space", 3)
        assert [n for _, n in down] == sorted({n for _, n in down})
        await pilot.press("b", "b", "b")
        assert app.where == ("left", 0)
        await pilot.press("pagedown", "pageup")
        assert app.where == ("left", 0)


async def test_tab_leads_with_the_other_side_and_enter_goes_to_what_faces() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "enter")
        assert app.where == ("right", 5)
        left, right = app.heights()
        assert left == right
        await pilot.press("tab")
        assert app.where == ("left", 3)
        await pilot.press("u", "enter")
        assert app.where == ("left", 6)
        assert "Only the left" in app.status


async def test_f_frees_the_sides_and_brings_them_level_again() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 20)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "f")
        before = app.pair_screen.panes.tops
        await pilot.press("J", "J")
        after = app.pair_screen.panes.tops
        assert (after[0] - before[0], after[1] - before[1]) == (2, 0)
        assert "sides free" in app.status
        await pilot.press("f")
        left, right = app.heights()
        assert left == right


async def test_scrolling_by_lines_moves_both_sides_and_back() -> None:
    app = FerryApp()
    async with app.run_test(size=(100, 16)) as pilot:
        await pilot.pause()
        await pilot.press("n", "n", "n")
        before = app.pair_screen.panes.tops
        await pilot.press("J", "ctrl+down", "J")
        moved = app.pair_screen.panes.tops
        assert moved[0] == before[0] + 3 and moved[1] >= before[1]
        await pilot.press("K", "ctrl+up", "K")
        assert app.pair_screen.panes.tops == before


async def test_shift_and_arrows_select_text_that_is_copied_clean() -> None:
    app = FerryApp()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("j", *["shift+right"] * 4)
        assert app.session.selection is not None
        await pilot.press("shift+left", "y")
        assert app.clipboard == "The"
        await pilot.press("shift+down", "shift+down", "shift+up", "ctrl+shift+right", "y")
        assert "\n" not in app.clipboard and app.clipboard.startswith("The passenger ferry Alba")
        await pilot.press("escape")
        assert app.session.selection is None
        await pilot.press("n", "y")
        assert app.clipboard.startswith("The Harbour Post: At least 24 people were hurt")
        assert "Coast Radio News: Eighteen passengers" in app.clipboard


async def test_enter_walks_on_through_all_that_faces_a_sentence_and_back() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press(*["j"] * 4)
        assert await walk(app, pilot, "enter", 3) == [("right", 1), ("right", 2), ("left", 5)]


async def test_a_sentence_in_two_passages_is_walked_once_for_each() -> None:
    app = FerryApp()
    first, *others = app.comparison.passages
    link = Link(2, 4, 0.3)
    app.comparison = replace(
        app.comparison, passages=(first, replace(first, number=8, left=(2,), right=(4,), links=(link,)), *others)
    )
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        seen = []
        for _ in range(3):
            await pilot.press("n")
            left, right = app.heights()
            assert left == right
            seen.append((app.where[1], app.session.place.passage))
        assert seen == [(2, 1), (2, 8), (3, 2)]
        assert any("1+!" in line for line in app.lines)


def test_a_detail_in_a_sentence_beside_its_passage_is_walked_in_that_passage() -> None:
    left = "A bus overturned near Altmoor on Tuesday.\n\nEight passengers were hurt, police said."
    right = "Ten people were injured when a bus overturned near Altmoor on Tuesday."
    compared = compare(make_article(left), make_article(right))
    assert [(passage.left, passage.right) for passage in compared.passages] == [((0,), (0,))]
    eight, ten = (Span(text.index(words), text.index(words) + 5) for text, words in ((left, "Eight"), (right, "Ten p")))
    beside = Detail(1, 1, 0, "figure", eight, ten, False, "Eight / Ten", "8 against 10")
    lookup = lookup_of(replace(compared, details=(beside,)))
    position = next(n for n, one in enumerate(lookup.details) if one.left_sentence == 1)
    place = moves.place_of_detail(lookup, position, "left")
    assert (place.sentence, place.passage) == (1, 1)
    across = moves.counterpart(lookup, place)
    assert across is not None
    assert moves.counterpart(lookup, across) == place


async def test_backspace_goes_back_through_the_jumps() -> None:
    app = FerryApp()
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.press("n", "j", "G", "enter")
        assert app.where == ("right", 11)
        assert await walk(app, pilot, "backspace", 4) == [("left", 13), ("left", 3), ("left", 0), ("left", 0)]
        assert "no jump before" in app.status


async def test_two_texts_that_are_the_same_say_so() -> None:
    app = FerryApp()
    app.session = Session(app.comparison.left, app.comparison.left)
    app.comparison = replace(app.comparison, right=app.comparison.left, passages=(), details=(), mentions=())
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        await pilot.pause()
        assert "the same, letter for letter" in app.status
        await pilot.press("j")
        assert "the same" not in app.status
