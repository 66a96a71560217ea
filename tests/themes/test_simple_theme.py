"""Themes read without PyYAML: they mean the same, and what is not sure is left to it."""

from pathlib import Path

import pytest

from tui.disk.paths import shipped_folder
from tui.disk.yaml_values import build_value
from tui.reader.looks.simple_theme import parse_theme
from tui.reader.looks.themes import BASES

THEMES = sorted(shipped_folder("themes").glob("*.yaml"))
NOT_SURE = (
    "",
    "colours:\n",
    "  text: red\n",
    "title: null\n",
    "title: Dark\ncolours:\n  text: null\n",
    "title: Dark\ntitle: Light\n",
    "title: Dark\ncolours:\n  text: red\n  text: blue\n",
    "title: Dark\n  text: red\n",
    "title: Dark\ncolours:\n  text: 'red'\n",
    "title: Dark\ncolours: {text: red}\n",
    "title: Dark\ncolours:\n  text: red # why\n",
    "title: Dark\ncolours:\n  text: 12\n",
    "title: Dark\ncolours:\n    text: red\n",
    'title: Dark\ncolours:\n  text: "\\x41"\n',
)


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_a_theme_that_is_read_without_pyyaml_means_the_same(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    simple = parse_theme(text)
    if path.stem in BASES:
        assert simple is not None
    if simple is not None:
        built = build_value(text, str(path), 1000)
        assert (simple.value, simple.lines) == (built.value, built.lines)


@pytest.mark.parametrize("text", NOT_SURE)
def test_what_is_not_sure_is_left_to_pyyaml(text: str) -> None:
    assert parse_theme(text) is None
