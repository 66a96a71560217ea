"""What can be set and where it lies, as lines for a terminal."""

from itertools import groupby

from tui.disk.inert import make_inert_line
from tui.disk.paths import cache_folder, config_folder, shipped_folder, state_folder
from tui.reader.configuration import config_file, load_settings
from tui.reader.key_names import key_label
from tui.reader.looks.themes import load_themes
from tui.reader.table import ACTIONS


def list_themes() -> list[str]:
    """Return the themes, the chosen one marked, then every mistake in any theme file."""
    settings, _ = load_settings()
    themes, mistakes = load_themes()
    width = max((len(theme.name) for theme in themes), default=0)
    lines = [
        f"{'*' if theme.name == settings.theme else ' '} {theme.name:{width}}  {theme.title}  ({theme.path})"
        for theme in themes
    ]
    return [*map(make_inert_line, lines), *map(str, mistakes)]


def list_keys() -> list[str]:
    """Return every action by topic with its keys as set, then every mistake in the configuration."""
    settings, mistakes = load_settings()
    width = max(len(action.id) for action in ACTIONS)
    lines: list[str] = []
    for topic, actions in groupby(ACTIONS, key=lambda action: action.topic):
        lines += ["", topic] if lines else [topic]
        for action in actions:
            keys = " ".join(key_label(key) for key in settings.keys[action.id]) or "-"
            lines.append(f"  {keys:16} {action.id:{width}}  {action.tooltip}")
    return [*lines, *([""] if mistakes else []), *map(str, mistakes)]


def list_paths() -> list[str]:
    """Return where the program's files lie; a file or folder that is not there yet is made when it is needed."""
    places = {
        "configuration": config_file(),
        "own themes": config_folder() / "themes",
        "notes": state_folder() / "notes",
        "archived pages": cache_folder(),
        "shipped themes": shipped_folder("themes"),
        "bundled pairs": shipped_folder("seeds"),
    }
    width = max(map(len, places))
    return [make_inert_line(f"{name:{width}}  {path}") for name, path in places.items()]
