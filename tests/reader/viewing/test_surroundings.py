"""Every key around the two articles, on the real application."""

from textual.widgets import Input

from tests.reader.conftest import InventedApp
from tests.reader.looking import WIDE, rows_of, screen_text, settled
from tui.reader.configuration import load_settings
from tui.reader.viewing.details_panel import DetailRow
from tui.reader.viewing.sidebar import EntryRow


async def test_the_sidebar_counts_both_sides_and_sets_differing_values_side_by_side(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        rows = [" ".join(row.split()) for row in rows_of(invented_app.pair_screen.panels.listing.list)]
        assert "Ada Linde 2 2" in rows
        assert "› Harbour Union – 1" in rows
        assert "≠ people hurt >40 46" in rows
        assert "≠ 7 March 2031 / 8 March 2031" in rows
        assert "6 hours 1 1" in rows


async def test_sidebar_and_details_leave_the_articles_their_room(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=(160, 45)) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        assert pair.panels.beside.size.width == 32
        assert pair.panels.below.size.height == 7
        assert pair.panes.size == (128, 35)
        await pilot.resize_terminal(90, 20)
        await settled(pilot)
        assert pair.panes.size == (90, 17)


async def test_typing_filters_the_sidebar_and_enter_walks_the_places_of_a_mention(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        await pilot.press("s", *"linde")
        await settled(pilot)
        labels = [item.entry.label for item in pair.panels.listing.list.items if isinstance(item, EntryRow)]
        assert labels == ["Ada Linde", "Ada Linde"]
        walked = []
        for _ in range(5):
            await pilot.press("enter")
            await settled(pilot)
            walked.append((pair.session.place.side, pair.session.place.sentence))
        assert walked == [("left", 2), ("left", 3), ("right", 2), ("right", 3), ("left", 2)]
        assert pair.session.mention is not None and pair.session.mention.name == "Ada Linde"
        await pilot.press("left")
        await settled(pilot)
        assert (pair.session.place.side, pair.session.place.sentence) == ("right", 3)
        await pilot.press("escape")
        await settled(pilot)
        assert pair.panels.listing.list.filter == ""
        await pilot.press("escape", "full_stop")
        await settled(pilot)
        assert pair.focused is pair.panes
        assert (pair.session.place.side, pair.session.place.sentence) == ("left", 2)
        await pilot.press("escape")
        assert pair.session.mention is None


async def test_letters_typed_in_the_sidebar_are_no_keys(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("s", "q", "n", "space", "question_mark")
        await settled(pilot)
        assert invented_app.pair_screen.panels.listing.list.filter == "qn ?"
        await pilot.press("backspace", "ctrl+u")
        assert invented_app.pair_screen.panels.listing.list.filter == ""


async def test_the_sidebar_lists_one_side_only_on_request(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        sidebar = invented_app.pair_screen.panels.listing
        await pilot.press("s", "ctrl+o")
        await settled(pilot)
        entries = [item.entry for item in sidebar.list.items if isinstance(item, EntryRow)]
        assert {entry.presence for entry in entries} == {"left"}
        assert "1962" in {entry.label for entry in entries}
        await pilot.press("ctrl+o", "ctrl+o")
        await settled(pilot)
        entries = [item.entry for item in sidebar.list.items if isinstance(item, EntryRow)]
        assert entries and all(entry.differs for entry in entries)


async def test_tab_goes_from_group_to_group(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        listing = invented_app.pair_screen.panels.listing.list
        groups = []
        await pilot.press("s")
        for _ in range(7):
            item = listing.current
            assert isinstance(item, EntryRow)
            groups.append(item.entry.group)
            await pilot.press("tab")
        assert groups == ["person", "place", "organisation", "figure", "date", "quote", "person"]


async def test_the_sidebar_folds_away_where_there_is_no_room_and_opens_when_asked(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=(90, 24)) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        assert not pair.panels.beside.display
        await pilot.press("s")
        await settled(pilot)
        assert pair.panels.beside.display and pair.panels.listing.list.has_focus
        await pilot.press("escape")
        await settled(pilot)
        assert not pair.panels.beside.display
        await pilot.resize_terminal(140, 40)
        await settled(pilot)
        assert pair.panels.beside.display
        await pilot.press("S")
        assert not pair.panels.beside.display


async def test_the_details_panel_follows_the_reader_and_leads_to_details(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        await pilot.press("d", "d")
        await settled(pilot)
        panel = pair.panels.table.list
        row = panel.current
        assert isinstance(row, DetailRow)
        assert (row.left, row.right, row.conflict) == ("Three", "Five", True)
        assert row.why == "two exact counts of the same people"
        await pilot.press("G", "N", "N")
        await settled(pilot)
        assert pair.session.place.passage == 5
        assert "In other words" in " ".join(rows_of(panel))
        await pilot.press("n")
        await settled(pilot)
        panel.focus()
        await pilot.press("down", "down")
        await settled(pilot)
        assert pair.session.place.detail == 4


async def test_i_hides_and_shows_the_details(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        panel = invented_app.pair_screen.panels.below
        assert panel.display
        await pilot.press("i")
        assert not panel.display
        await pilot.press("i")
        assert panel.display


async def test_the_search_counts_hits_in_both_articles_and_n_walks_them(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        await pilot.press("slash", *"LINDE")
        await settled(pilot)
        assert "1 of 4 · left 2 · right 2" in screen_text(invented_app)
        await pilot.press("tab", "n")
        await settled(pilot)
        assert (pair.session.place.side, pair.session.place.sentence) == ("left", 3)
        await pilot.press("n", "n", "n", "N")
        await settled(pilot)
        assert (pair.session.place.side, pair.session.place.sentence) == ("right", 3)
        await pilot.press("escape")
        await settled(pilot)
        assert not pair.session.search.is_open
        await pilot.press("g", "n")
        await settled(pilot)
        assert pair.session.place.passage == 2


async def test_a_pattern_is_a_regular_expression_and_a_wrong_one_is_told(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        await pilot.press("slash", "ctrl+r")
        assert pair.searching.bar is not None
        pair.searching.bar.query_one(Input).value = r"\b\d{2}\b"
        await settled(pilot)
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        assert [pair.session.article(hit.side).slice(hit.span) for hit in pair.session.search.hits] == [
            "40",
            "34",
            "46",
            "46",
        ]
        pair.searching.bar.query_one(Input).value = "(["
        await settled(pilot)
        await invented_app.workers.wait_for_complete()
        await settled(pilot)
        assert "no pattern" in screen_text(invented_app)


async def test_the_brief_leads_back_to_what_a_line_stands_on(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("B")
        await settled(pilot)
        text = screen_text(invented_app)
        assert "3  What can't both be right?" in text and "2 conflicts" in text
        await pilot.press("3", "down", "enter")
        await settled(pilot)
        assert invented_app.session.place.detail == 3
        await pilot.press("B", "4", "down", "enter")
        await settled(pilot)
        assert (invented_app.session.place.side, invented_app.session.place.sentence) == ("right", 5)
        await pilot.press("B", "escape")
        await settled(pilot)
        assert invented_app.screen is invented_app.pair_screen


async def test_help_lists_every_key_and_does_what_is_chosen(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("question_mark")
        await settled(pilot)
        text = screen_text(invented_app)
        assert "Moving" in text and "Go to the start of both articles." in text
        await pilot.press(*"next conflict", "enter")
        await settled(pilot)
        assert invented_app.session.place.detail == 1


async def test_a_theme_is_worn_while_the_cursor_is_on_it_and_kept_when_chosen(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        await pilot.press("t", "down")
        await settled(pilot)
        assert invented_app.reader_theme.name == "light"
        await pilot.press("escape")
        await settled(pilot)
        assert invented_app.reader_theme.name == "dark"
        await pilot.press("t", "down", "enter")
        await settled(pilot)
        assert invented_app.reader_theme.name == "light"
        assert load_settings()[0].theme == "light"


async def test_the_mouse_chooses_in_lists(invented_app: InventedApp) -> None:
    async with invented_app.run_test(size=WIDE) as pilot:
        await settled(pilot)
        pair = invented_app.pair_screen
        listing = pair.panels.listing.list
        row = next(n for n, text in enumerate(rows_of(listing)) if "Norholm" in text)
        await pilot.click(listing, offset=(4, row))
        await settled(pilot)
        assert (pair.session.place.side, pair.session.place.sentence) == ("left", 6)
        await pilot.click("#sidebar-showing", offset=(8, 0))
        await settled(pilot)
        assert all(item.entry.presence == "left" for item in listing.items if isinstance(item, EntryRow))
