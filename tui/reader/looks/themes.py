"""Themes: YAML files of colour roles and text styles, the shipped ones and the user's own.

Comes in: the files in the shipped `themes` folder and in the user's `config_folder()/themes`; a user's file of the same
name stands before a shipped one. Goes out: `ReaderTheme` values and every mistake in the files. A role with a mistake,
or left out, looks as in the shipped theme that the file names as its `base`; a file that cannot be read costs no other.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tui.disk.paths import config_folder, shipped_folder
from tui.disk.read import read_words, reason_of
from tui.disk.yaml_parsed import Parsed, YamlError
from tui.disk.yaml_text import parse_yaml
from tui.reader.looks.simple_theme import parse_theme
from tui.reader.mistakes import Mistake, nearest

DEFAULT_THEME = "dark"
BASES = ("dark", "light", "monochrome")
"""Shipped themes that name every role and can be the base of another."""

ROLES: Mapping[str, str] = {
    "surface": "the ground of the screen",
    "panel": "the ground of sidebar, details, header, footer and boxes",
    "text": "the articles",
    "muted": "numbers, hints and whatever stands back",
    "frame": "lines around boxes",
    "accent": "keys, titles, what has the focus",
    "cursor": "the row chosen in a list",
    "current": "the current sentence and what faces it",
    "current-detail": "the current detail",
    "selection": "selected text",
    "hit": "what a search found",
    "current-hit": "the hit the search stands on",
    "lit": "places of the chosen mention",
    "same": "passages in nearly the same words",
    "similar": "passages in other words",
    "differs": "passages and details that differ",
    "conflict": "what cannot both be right",
    "only-left": "what only the left article says",
    "only-right": "what only the right article says",
    "figure": "figures",
    "date": "dates",
    "person": "people",
    "place": "places",
    "organisation": "organisations",
    "quote": "quotations",
    "claim": "differing claims",
    "wording": "differing words",
    "gutter": "lines between facing passages",
    "current-gutter": "the line of the current passage",
    "viewport": "the part of the overview that is on the screen",
    "by-hand": "links made by hand",
    "settled": "what has been checked, settled or set aside",
    "note-1": "notes in the first colour",
    "note-2": "notes in the second colour",
    "note-3": "notes in the third colour",
    "note-4": "notes in the fourth colour",
    "warning": "warnings",
    "error": "errors",
}
"""Every role with what it colours."""

GROUNDS = ("surface", "panel", "viewport")
"""Roles that are all background: a single colour written for them is that."""

STYLES = ("bold", "dim", "italic", "underline", "underline2", "overline", "strike", "reverse", "none")
_COLOURS = 'a name ("red"), "#rgb", "#rrggbb", "rgb(1,2,3)" or "default", and "on" with another for the background'


@dataclass(frozen=True, slots=True)
class Look:
    """How one role looks."""

    colour: str | None = None
    """A colour Textual can parse, or none for whatever lies beneath."""
    background: str | None = None
    style: str = ""
    """Words of `STYLES`, separated by blanks."""


@dataclass(frozen=True, slots=True)
class ReaderTheme:
    """One theme, with a look for every role."""

    name: str
    """The file's name without its ending; what the configuration calls it."""
    title: str
    base: str
    looks: Mapping[str, Look]
    path: Path

    @property
    def dark(self) -> bool:
        """Whether it is made for light text on a dark ground."""
        return self.base != "light"


def theme_files() -> dict[str, Path]:
    """Return every theme file by the theme's name, shipped ones first, a user's own instead of a shipped one."""
    files = {path.stem: path for path in _files_in(shipped_folder("themes"))}
    order = {name: position for position, name in enumerate(BASES[:2])}
    shipped = dict(sorted(files.items(), key=lambda item: (order.get(item[0], len(order)), item[0])))
    return shipped | {path.stem: path for path in _files_in(config_folder() / "themes")}


def _files_in(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix in (".yaml", ".yml") and not path.is_dir())
    except OSError:
        return []


def load_themes() -> tuple[tuple[ReaderTheme, ...], tuple[Mistake, ...]]:
    """Return every theme that can be used, and every mistake in any file, those that cannot be read among them."""
    loaded: list[ReaderTheme] = []
    failed: list[Mistake] = []
    for path in theme_files().values():
        theme, mistakes = read_theme(path)
        failed += mistakes
        if theme is not None:
            loaded.append(theme)
    return tuple(loaded), tuple(failed)


def load_theme(name: str) -> tuple[ReaderTheme, tuple[Mistake, ...]]:
    """Return the theme of that name, or the default one when it cannot be had, and the mistakes in its file."""
    path = theme_files().get(name)
    theme, mistakes = read_theme(path) if path else (None, ())
    return theme or base_theme(DEFAULT_THEME), mistakes


@functools.cache
def base_theme(name: str) -> ReaderTheme:
    """Return one of the shipped `BASES`."""
    path = shipped_folder("themes") / f"{name}.yaml"
    theme, mistakes = read_theme(path)
    if theme is None or mistakes:
        raise RuntimeError(f"the theme {name} that comes with the program is damaged: {'; '.join(map(str, mistakes))}")
    return theme


def read_theme(path: Path) -> tuple[ReaderTheme | None, tuple[Mistake, ...]]:
    """Return the theme in a file, or none when it cannot be read at all, and the mistakes in it."""
    try:
        written = read_words(path)
        parsed = parse_theme(written) or parse_yaml(written, str(path))
    except YamlError as error:
        problem = str(error).removeprefix(f"{path}:{error.line}: ")
        return None, (Mistake(str(path), error.line, "", problem),)
    except (OSError, UnicodeDecodeError) as error:
        return None, (Mistake(str(path), 1, "", f"cannot be read ({reason_of(error)})"),)
    if not isinstance(parsed.value, dict):
        return None, (Mistake(str(path), 1, "", "is no theme", "colours: and styles:, each a list of roles"),)
    return _Reading(path, parsed).theme()


class _Reading:
    """Reads one parsed file and gathers the mistakes in it."""

    def __init__(self, path: Path, parsed: Parsed) -> None:
        self.path = path
        self.parsed = parsed
        self.mistakes: list[Mistake] = []

    def theme(self) -> tuple[ReaderTheme, tuple[Mistake, ...]]:
        content = self.parsed.value
        known = ("title", "base", "colours", "styles")
        for key in content:
            if key not in known:
                self.tell(key, problem="there is no such key", allowed=", ".join(known))
        title = content.get("title", self.path.stem)
        if not isinstance(title, str):
            self.tell("title", problem="must be text")
            title = self.path.stem
        base = content.get("base", DEFAULT_THEME)
        if base not in BASES:
            self.tell("base", problem=f"{base!r} is no theme to start from", allowed=", ".join(BASES))
            base = DEFAULT_THEME
        own_base = self.path.stem == base and self.path.parent == shipped_folder("themes")
        looks = {} if own_base else dict(base_theme(base).looks)
        colours = {role: self.colours(role, value) for role, value in self.section("colours")}
        styles = {role: self.style(role, value) for role, value in self.section("styles")}
        for role in ROLES:
            inherited = looks.get(role, Look())
            colour, background = colours.get(role) or (inherited.colour, inherited.background)
            style = styles.get(role)
            looks[role] = Look(colour, background, inherited.style if style is None else style)
        mistakes = sorted(self.mistakes, key=lambda mistake: mistake.line)
        return ReaderTheme(self.path.stem, title, base, looks, self.path), tuple(mistakes)

    def section(self, name: str) -> list[tuple[str, Any]]:
        """Return the entries of a section whose roles exist."""
        section = self.parsed.value.get(name)
        if section is None:
            return []
        if not isinstance(section, dict):
            self.tell(name, problem="must be a list of roles", allowed="role: value, one a line")
            return []
        for role in section:
            if role not in ROLES:
                self.tell(name, role, problem="there is no such role", allowed=nearest(role, ROLES))
        return [(role, value) for role, value in section.items() if role in ROLES]

    def colours(self, role: str, value: object) -> tuple[str | None, str | None] | None:
        """Return the colour and the background written for a role, or none when they are wrong."""
        written = " ".join(str(value).split())
        before, on, background = f" {written} ".partition(" on ")
        parts = [part.strip() or None for part in (before, background)]
        bad = [part for part in parts if part is not None and not is_colour(part)]
        if bad or parts == [None, None] or (on and parts[1] is None):
            problem = f"{(bad[0] if bad else str(value))!r} is no colour"
            self.tell("colours", role, problem=problem, allowed=_COLOURS)
            return None
        colour, ground = (("ansi_default" if part == "default" else part) for part in parts)
        return (None, colour) if role in GROUNDS and ground is None else (colour, ground)

    def style(self, role: str, value: object) -> str | None:
        """Return the text style written for a role, or none when it is wrong."""
        words = str(value).split() if isinstance(value, str) else []
        bad = [word for word in words if word not in STYLES]
        if bad or not words:
            problem = f"{bad[0]!r} is no text style" if bad else "needs a text style"
            self.tell("styles", role, problem=problem, allowed=", ".join(STYLES))
            return None
        return " ".join(word for word in words if word != "none")

    def tell(self, *key: str, problem: str, allowed: str = "") -> None:
        line = self.parsed.lines.get(key, 1)
        self.mistakes.append(Mistake(str(self.path), line, ".".join(key), problem, allowed))


def is_colour(written: str) -> bool:
    """Say whether it is an opaque colour that Textual can show, or "default"."""
    from textual.color import Color, ColorParseError

    if written == "default":
        return True
    try:
        return Color.parse(written).a == 1
    except ColorParseError:
        return False
