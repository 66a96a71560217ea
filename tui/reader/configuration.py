"""The configuration: one YAML file in the configuration folder, read once at the start.

Goes out: `Settings`, with a default where the file says nothing or what cannot be, and every mistake in it.
The theme chosen on the screen is written back into the same file, its other lines untouched.
"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tui.disk.configuration import read_told
from tui.disk.paths import config_folder
from tui.disk.read import read_words, reason_of
from tui.disk.write import write_own
from tui.disk.yaml_parsed import YamlError
from tui.disk.yaml_text import parse_yaml
from tui.reader.keys import PRESETS, preset_keys, read_keys
from tui.reader.looks.themes import DEFAULT_THEME, theme_files
from tui.reader.mistakes import Mistake, nearest
from tui.reader.session.place import VIEWS
from tui.reader.settings import Settings

if TYPE_CHECKING:
    from tui.notes.note import ColourNames


def config_file() -> Path:
    """Return where the configuration lies; the file need not exist."""
    return config_folder() / "config.yaml"


def load_settings(path: Path | None = None) -> tuple[Settings, tuple[Mistake, ...]]:
    """Return the settings in a file, by default the user's, and the mistakes in it; no file means no mistakes."""
    path = path or config_file()
    told = _told_by_environment()
    try:
        parsed = parse_yaml(read_words(path), str(path))
    except FileNotFoundError:
        return _Reading(str(path), dict(told), {}, frozenset(told)).settings() if told else (Settings(), ())
    except YamlError as error:
        return Settings(), (Mistake(str(path), error.line, "", str(error).removeprefix(f"{path}:{error.line}: ")),)
    except (OSError, UnicodeDecodeError) as error:
        return Settings(), (Mistake(str(path), 1, "", f"cannot be read ({reason_of(error)})"),)
    if parsed.value is None and not told:
        return Settings(), ()
    if parsed.value is not None and not isinstance(parsed.value, dict):
        return Settings(), (Mistake(str(path), 1, "", "is no configuration", f"lines such as theme: {DEFAULT_THEME}"),)
    return _Reading(str(path), (parsed.value or {}) | told, parsed.lines, frozenset(told)).settings()


FROM_ENVIRONMENT = ("theme", "view", "preset", "marks", "sidebar", "details", "glide", "measure", "model")
"""Settings that an environment variable can give, named NEWSDIFF_ and the setting in capitals; it counts more than the
file."""


def _told_by_environment() -> dict[str, Any]:
    """Return the settings that environment variables give, as YAML would read them."""
    told: dict[str, Any] = {}
    for name in FROM_ENVIRONMENT:
        if written := read_told(name):
            told[name] = _SPELT_VALUES.get(written.lower(), int(written) if written.isdecimal() else written)
    return told


_SPELT_VALUES = {"true": True, "false": False}


SETTINGS = (
    *("theme", "marks", "view", "preset", "keys", "sidebar", "details", "differences", "lines", "sentences", "glide"),
    *("measure", "thresholds", "model", "colours", "documents"),
)
"""What may stand in a configuration."""


class _Reading:
    """Reads one configuration and gathers the mistakes in it."""

    def __init__(
        self, file: str, content: dict[str, Any], lines: Any, from_environment: frozenset[str] = frozenset()
    ) -> None:
        self.file = file
        self.content = content
        self.lines = lines
        self.from_environment = from_environment
        self.mistakes: list[Mistake] = []

    def settings(self) -> tuple[Settings, tuple[Mistake, ...]]:
        names = SETTINGS
        for name in self.content:
            if name not in names:
                self.tell(name, problem="there is no such setting", allowed=nearest(name, names))
        base = preset_keys(self.one_of("preset", PRESETS, PRESETS[0]))
        keys, wrong = read_keys(self.content.get("keys"), self.file, self.lines, base)
        self.mistakes += wrong
        default = Settings()
        theme = self.one_of("theme", tuple(theme_files()), None)
        settings = Settings(
            theme=theme or default.theme,
            theme_is_chosen=theme is not None,
            marks=self.one_of("marks", ("auto", "unicode", "ascii"), default.marks),
            view=self.one_of("view", tuple(VIEWS), default.view),
            keys=keys,
            sidebar=self.one_of("sidebar", ("auto", "shown", "folded"), default.sidebar),
            details=self.value("details", default.details, lambda it: isinstance(it, bool), "true, false"),
            differences=self.one_of("differences", ("few", "more", "all"), default.differences),
            lines=self.one_of("lines", ("near", "all"), default.lines),
            sentences=self.one_of("sentences", ("apart", "flowing"), default.sentences),
            glide=self.value("glide", default.glide, lambda it: isinstance(it, bool), "true, false"),
            measure=self.value("measure", default.measure, _is_measure, "a number of columns, 30 to 200"),
            **self.thresholds(),
            model=self.model(),
            colours=self.colours(),
        )
        self.look_at_documents()
        return settings, tuple(sorted(self.mistakes, key=lambda mistake: mistake.line))

    def thresholds(self) -> dict[str, float]:
        section = self.section("thresholds", ("link", "wording"))
        values: dict[str, float] = {}
        for name, value in section.items():
            if _is_share(value):
                values[f"{name}_threshold"] = float(value)
            else:
                self.tell("thresholds", name, problem=f"{value!r} will not do", allowed="a number from 0 to 1")
        return values

    def model(self) -> str | None:
        value = self.content.get("model")
        if value is None:
            return None
        from tui.compare.sentence_model import NO_MODEL, ModelError, find_model

        if value == NO_MODEL:
            return None
        if not isinstance(value, str):
            self.tell("model", problem=f"{value!r} will not do", allowed=f"the path of a sentence model, {NO_MODEL}")
            return None
        try:
            find_model(value)
        except ModelError as error:
            self.tell("model", problem=str(error))
            return None
        return value

    def look_at_documents(self) -> None:
        """Tell what is wrong in the limits of reading documents, which are read where documents are."""
        if "documents" not in self.content:
            return
        from tui.articles.walled import LEAST, MOST, is_limit

        for name, value in self.section("documents", ("seconds", "megabytes")).items():
            if not is_limit(name, value):
                allowed = f"a number from {getattr(LEAST, name):g} to {getattr(MOST, name):g}"
                self.tell("documents", name, problem=f"{value!r} will not do", allowed=allowed)

    def colours(self) -> "ColourNames | None":
        if "colours" not in self.content:
            return None
        from tui.notes.note import COLOUR_NAMES

        names = {f"note-{number}": meaning for number, meaning in enumerate(COLOUR_NAMES, 1)}
        for name, value in self.section("colours", tuple(names)).items():
            meaning = " ".join(value.split()) if isinstance(value, str) else ""
            if 0 < len(meaning) <= 24:
                names[name] = meaning
            else:
                self.tell("colours", name, problem=f"{value!r} will not do", allowed="a name of 1 to 24 characters")
        first, second, third, fourth = names.values()
        return first, second, third, fourth

    def section(self, name: str, allowed: tuple[str, ...]) -> dict[str, Any]:
        section = self.content.get(name)
        if section is None:
            return {}
        if not isinstance(section, dict):
            self.tell(name, problem="must be a section", allowed=", ".join(f"{key}:" for key in allowed))
            return {}
        for key in section:
            if key not in allowed:
                self.tell(name, key, problem="there is no such setting", allowed=", ".join(allowed))
        return {key: value for key, value in section.items() if key in allowed}

    def one_of(self, name: str, allowed: tuple[Any, ...], default: Any) -> Any:
        return self.value(name, default, lambda it: it in allowed, ", ".join(allowed))

    def value(self, name: str, default: Any, fits: Callable[[Any], bool], allowed: str) -> Any:
        if name not in self.content:
            return default
        value = self.content[name]
        if fits(value):
            return value
        self.tell(name, problem=f"{value!r} will not do", allowed=allowed)
        return default

    def tell(self, *key: str, problem: str, allowed: str = "") -> None:
        if key[0] in self.from_environment:
            self.mistakes.append(Mistake("environment", 1, f"NEWSDIFF_{key[0].upper()}", problem, allowed))
        else:
            self.mistakes.append(Mistake(self.file, self.lines.get(key, 1), ".".join(key), problem, allowed))


def _is_measure(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 30 <= value <= 200


def _is_share(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1


_THEME_LINE = r"(?m)^theme[ \t]*:[ \t]*(?P<value>[^#\n]*?)(?P<rest>[ \t]*(?:#[^\n]*)?)$"


def keep_theme(name: str, path: Path | None = None) -> None:
    """Write the theme's name into the configuration; every other line, comments included, stays as it is.

    Raises
    ------
    OSError
        If the file or its folder cannot be written.
    """
    path = path or config_file()
    try:
        text = read_words(path)
    except FileNotFoundError:
        text = ""
    written = (
        f"theme: {name}" if re.fullmatch(r"[A-Za-z][\w-]*", name) else f"theme: '{name.replace(chr(39), chr(39) * 2)}'"
    )
    if found := re.search(_THEME_LINE, text):
        text = text[: found.start()] + written + found["rest"] + text[found.end() :]
    else:
        text = f"{written}\n{text}"
    path.parent.mkdir(parents=True, exist_ok=True)
    write_own(path, text)
