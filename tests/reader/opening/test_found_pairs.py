from pathlib import Path

from tests.reader.looking import until
from tui.articles.pairs import load_pair, most_alike_pairs
from tui.reader.app import ReaderApp
from tui.reader.opening.open_box import OpenBox
from tui.reader.opening.pairs import known_pairs
from tui.reader.widgets.row_list import RowList

TEXTS = {
    "bridge one.txt": "The bridge at Velm was closed on Monday after a barge struck it, the council said.",
    "bridge two.txt": "A barge struck the bridge at Velm on Monday. The council has closed it.",
    "concert.txt": "The orchestra of Halden plays Dvorak on Sunday, and the council has tickets.",
}


async def test_the_pairs_of_a_folder_are_offered_and_one_is_chosen(tmp_path: Path) -> None:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    pairs = most_alike_pairs(str(tmp_path))
    app = ReaderApp(*load_pair(pairs[0]), found=known_pairs(pairs))
    async with app.run_test(size=(120, 40)) as pilot:
        assert await until(pilot, lambda: isinstance(app.screen, OpenBox))
        rows = app.screen.query_one(RowList).items
        assert [row.pair.title for row in rows] == [f"{pair.likeness:.0%} alike" for pair in pairs]
        assert Path(rows[0].pair.left).name == "bridge one.txt"
        await pilot.press("down", "enter")
        assert await until(pilot, lambda: app.screen is app.pair_screen)
        left, right = app.session.lookup.articles
        assert {left.origin, right.origin} == {pairs[1].left.location, pairs[1].right.location}
