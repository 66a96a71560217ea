"""The page that tells what can be set tells what is so."""

import re
import textwrap
from pathlib import Path

from tui.reader.configuration import load_settings
from tui.reader.keys import key_label
from tui.reader.looks.themes import ROLES, read_theme
from tui.reader.session.place import VIEWS
from tui.reader.table import ACTIONS

PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def examples() -> list[str]:
    """Return the indented blocks of the page."""
    return [textwrap.dedent(block) for block in re.findall(r"(?:^    .*\n|^\n(?=    ))+", PAGE, re.MULTILINE)]


def test_the_configuration_shown_is_read_without_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(examples()[0], encoding="utf-8")
    settings, mistakes = load_settings(path)
    assert mistakes == ()
    assert settings.keys["next_note"] == ("right_parenthesis",)
    assert settings.colours is not None and settings.colours[1] == "ask the desk"


def test_the_theme_shown_is_read_without_a_mistake(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text(examples()[1], encoding="utf-8")
    theme, mistakes = read_theme(path)
    assert mistakes == () and theme is not None
    assert theme.looks["surface"].background == "#101418"


def test_every_view_is_told_and_no_other() -> None:
    (told,) = re.findall(r"^    view: reading +# (.+)$", PAGE, re.MULTILINE)
    assert told.split(", ") == list(VIEWS)


def test_every_key_of_the_readme_is_one() -> None:
    rows = re.findall(r"^\| (`.+?) \| (.+?) \| (`.+?) \| (.+) \|$", README, re.MULTILINE)
    told = {key for row in rows for cell in row[::2] for key in re.findall(r"`([^`]+)`", cell)}
    known = {key_label(key) for action in ACTIONS if action.where == "reader" for key in action.keys}
    assert told and told <= known


def test_every_role_is_told() -> None:
    assert dict(re.findall(r"^\| ([\w-]+) \| (.+) \|$", PAGE, re.MULTILINE)) == dict(ROLES) | {
        "role": "what it colours"
    }
