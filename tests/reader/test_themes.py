import os
from pathlib import Path

import pytest
import yaml
from textual.color import Color

from tests.reader.conftest import InventedApp
from tui.reader.looks.roles import RoleStyles, textual_theme
from tui.reader.looks.themed import ThemedApp
from tui.reader.looks.themes import GROUNDS, ROLES, base_theme, load_theme, load_themes, read_theme, theme_files
from tui.reader.settings import Settings

CASES = yaml.safe_load((Path(__file__).parent / "theme_mistakes.yaml").read_text(encoding="utf-8"))
SHIPPED = ("dark", "light", "colour-blind", "high-contrast", "monochrome", "solarized", "terminal")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path / "home"))
    folder = tmp_path / "home" / "config" / "themes"
    folder.mkdir(parents=True)
    return folder


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_mistake_is_told_with_file_line_key_and_what_is_allowed(case: dict, home: Path) -> None:
    path = home / "mine.yaml"
    path.write_text(case["file"], encoding="utf-8")
    theme, mistakes = read_theme(path)
    assert [(mistake.line, mistake.key) for mistake in mistakes] == [(line, key) for line, key, *_ in case["told"]]
    for mistake, (line, key, problem, allowed) in zip(mistakes, case["told"], strict=True):
        assert str(mistake).startswith(f"{path}:{line}: {key}")
        assert problem in mistake.problem
        assert allowed in mistake.allowed
    assert (theme is None) == case.get("unusable", False)
    for role, colour in case.get("looks", {}).items():
        assert theme is not None
        assert theme.looks[role].colour == colour


def test_all_shipped_themes_load_without_a_mistake() -> None:
    themes, mistakes = load_themes()
    assert mistakes == ()
    assert tuple(theme.name for theme in themes) == SHIPPED


def test_one_bad_file_costs_no_other_theme(home: Path) -> None:
    (home / "torn.yaml").write_text("colours: {", encoding="utf-8")
    (home / "latin.yaml").write_bytes(b"title: caf\xe9")
    (home / "folder.yaml").mkdir()
    (home / "mine.yaml").write_text("title: Mine\nbase: light\n", encoding="utf-8")
    themes, mistakes = load_themes()
    assert [theme.name for theme in themes] == [*SHIPPED, "mine"]
    assert sorted(Path(mistake.file).name for mistake in mistakes) == ["latin.yaml", "torn.yaml"]


def test_a_pipe_or_device_in_the_place_of_a_theme_is_told_and_not_waited_for(home: Path) -> None:
    os.mkfifo(home / "pipe.yaml")
    (home / "zero.yaml").symlink_to("/dev/zero")
    themes, mistakes = load_themes()
    assert [theme.name for theme in themes] == [*SHIPPED]
    assert [str(mistake) for mistake in mistakes] == [
        f"{home / name}.yaml:1: cannot be read (is a pipe or device, not a file)" for name in ("pipe", "zero")
    ]


def test_a_users_file_stands_before_the_shipped_one_of_its_name(home: Path) -> None:
    (home / "dark.yaml").write_text("title: My dark\ncolours:\n  text: '#ffffff'\n", encoding="utf-8")
    theme, mistakes = load_theme("dark")
    assert (theme.title, theme.looks["text"].colour, mistakes) == ("My dark", "#ffffff", ())
    assert theme.looks["same"] == base_theme("dark").looks["same"]
    assert len(theme_files()) == len(SHIPPED)


def test_a_theme_that_cannot_be_had_gives_the_default_one() -> None:
    theme, _ = load_theme("nowhere")
    assert theme.name == "dark"


@pytest.mark.parametrize("name", SHIPPED)
def test_every_role_has_a_style_and_textual_takes_the_theme(name: str) -> None:
    theme, _ = load_theme(name)
    styles = RoleStyles(theme)
    assert set(theme.looks) == set(ROLES)
    for role in ROLES:
        assert styles[role] is not None
    made = textual_theme(theme)
    assert made.to_color_system().generate()
    assert made.variables["role-accent"] == theme.looks["accent"].colour


def test_monochrome_uses_no_colour_and_still_tells_the_marks_apart() -> None:
    styles = RoleStyles(base_theme("monochrome"))
    for role in ROLES:
        assert styles[role].color is None or styles[role].color.is_default
        assert styles[role].bgcolor is None or styles[role].bgcolor.is_default
    for one, other in (
        ("text", "current"),
        ("current", "current-detail"),
        ("differs", "conflict"),
        ("hit", "current-hit"),
        ("text", "selection"),
        ("text", "lit"),
        ("text", "note-1"),
        ("same", "differs"),
    ):
        assert styles[one] != styles[other], (one, other)


def _luminance(colour: Color) -> float:
    parts = [part / 255 for part in (colour.r, colour.g, colour.b)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(front: str | None, ground: str | None) -> float:
    """Return how much two colours stand out from each other, 1 to 21, as WCAG 2 reckons it."""
    dark, light = sorted(_luminance(Color.parse(colour or "")) for colour in (front, ground))
    return (light + 0.05) / (dark + 0.05)


COLOURED = [name for name in SHIPPED if name not in ("monochrome", "terminal")]
"""Themes whose colours are theirs; those of the other two are the terminal's."""
LINES = ("frame", "gutter")
"""What is drawn in lines only, never in letters."""


@pytest.mark.parametrize("name", COLOURED)
def test_every_text_stands_out_from_every_ground_it_can_stand_on(name: str) -> None:
    theme, _ = load_theme(name)
    least = 7 if name == "high-contrast" else 4.5
    looks = theme.looks
    grounds = [looks[role].background for role in ("surface", "panel", "current")]
    for role, look in looks.items():
        if role in GROUNDS or role in LINES:
            continue
        for ground in [look.background] if look.background else grounds:
            assert contrast(look.colour or looks["text"].colour, ground) >= least, (role, ground)


@pytest.mark.parametrize("name", COLOURED)
def test_every_line_and_every_mark_stands_out_from_its_ground(name: str) -> None:
    theme, _ = load_theme(name)
    looks = theme.looks
    for role in (*LINES, "current-gutter"):
        for ground in ("surface", "panel"):
            assert contrast(looks[role].colour, looks[ground].background) >= 3, (role, ground)
    for role in ("same", "similar", "differs", "conflict", "only-left", "only-right", "muted"):
        assert contrast(looks[role].colour, looks["viewport"].background) >= 3, role


def test_no_text_is_dimmed_by_the_terminal_below_what_can_be_read() -> None:
    for name in COLOURED:
        theme, _ = load_theme(name)
        assert not [role for role, look in theme.looks.items() if "dim" in look.style.split()]


def test_a_single_colour_for_a_ground_is_the_background(home: Path) -> None:
    (home / "mine.yaml").write_text("colours:\n  surface: '#102030'\n  panel: on red\n", encoding="utf-8")
    theme, mistakes = load_theme("mine")
    assert mistakes == ()
    assert theme.looks["surface"].background == "#102030"
    assert theme.looks["panel"].background == "red"


async def test_another_theme_reaches_styles_and_roles_at_once() -> None:
    app = ThemedApp()
    async with app.run_test() as pilot:
        assert app.reader_theme.name == "dark"
        for name in SHIPPED:
            theme, _ = load_theme(name)
            app.use_theme(theme)
            await pilot.pause()
            assert app.roles["text"] == RoleStyles(theme)["text"]
            assert app.theme == f"reader-{name}"
            ground = theme.looks["surface"].background
            assert ground is not None
            if ground != "ansi_default":
                assert app.screen.styles.background == Color.parse(ground)


async def test_a_theme_is_worn_anew_when_its_file_changes_and_kept_while_it_is_broken(home: Path) -> None:
    mine = home / "mine.yaml"
    mine.write_text("base: dark\ncolours:\n  text: '#ffffff'\n", encoding="utf-8")
    app = InventedApp(Settings(theme="mine"))

    async def look(words: str) -> str:
        """Return the colour of text on the screen, a while after the file was written."""
        mine.write_text(words, encoding="utf-8")
        for _ in range(3):
            app._look_at_theme()
            await pilot.pause()
        colour = app.pair_screen.panes._inks.text.color
        assert colour is not None
        return colour.name

    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.pause()
        assert await look("base: dark\ncolours:\n  text: '#eeeeee'\n") == "#eeeeee"
        assert await look("base: light\ncolours:\n  text: '#111111'\n") == "#111111"
        assert not app.notices
        assert await look("base: light\ncolours:\n  text: '#11\n") == "#111111"
        (told,) = app.notices
        assert told.text.startswith(f"{mine}:") and "\n" not in told.text
        assert await look("base: light\ncolours:\n  text: nocolour\n  same: neither\n") == "#111111"
        assert f"{mine}:3: colours.text" in app.notices[-1].text and app.notices[-1].text.endswith("(and 1 more)")
        assert await look("base: dark\ncolours:\n  text: '#dddddd'\n") == "#dddddd"
        assert len(app.notices) == 2
