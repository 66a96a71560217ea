from pathlib import Path

from tests.reader.looking import until
from tui.articles.load import load_article, make_article
from tui.reader.app import ReaderApp
from tui.reader.opening import watching

LEFT = "The bridge at Velm was closed on Monday.\n\nA barge struck it.\n\nNobody was hurt.\n"
RIGHT = "A barge struck the bridge at Velm on Monday. The bridge is closed.\n"


def write(folder: Path, name: str, text: str) -> str:
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


async def test_a_file_that_changes_is_compared_again_and_the_place_is_kept(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "SECONDS_BETWEEN_LOOKS", 0.03)
    left, right = (load_article(write(tmp_path, name, text)) for name, text in (("l.txt", LEFT), ("r.txt", RIGHT)))
    app = ReaderApp(left, right)
    async with app.run_test(size=(120, 40)) as pilot:
        assert await until(pilot, lambda: app.session.lookup.finished)
        await pilot.press("j", "j")
        write(tmp_path, "l.txt", LEFT.replace("Nobody was", "Two people were"))
        assert await until(pilot, lambda: "Two people" in app.session.lookup.articles[0].text)
        assert await until(pilot, lambda: app.session.lookup.finished)
        assert app.session.place.sentence == 2


async def test_a_file_that_is_emptied_is_told_and_the_old_text_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(watching, "SECONDS_BETWEEN_LOOKS", 0.03)
    left, right = (load_article(write(tmp_path, name, text)) for name, text in (("l.txt", LEFT), ("r.txt", RIGHT)))
    app = ReaderApp(left, right)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        assert await until(pilot, lambda: app.session.lookup.finished)
        write(tmp_path, "r.txt", "")
        assert await until(pilot, lambda: any("holds no text" in note.message for note in app._notifications))
        assert app.session.lookup.articles[1].text == RIGHT


async def test_warnings_of_an_article_are_told_without_markup():
    left = make_article("The bridge \u202eclosed.", source="[bold]x[/]")
    app = ReaderApp(left, make_article(RIGHT))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        assert await until(pilot, lambda: len(app._notifications) > 0)
        (told,) = app._notifications
        assert "turn the direction of text" in told.message
        assert told.title == "left · [bold]x[/]"
        assert not told.markup
