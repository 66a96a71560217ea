"""What a user sets: how the reader starts, with a default for everything."""

import os
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tui.reader.key_names import Keymap
from tui.reader.keys import DEFAULT_KEYS
from tui.reader.looks.themes import DEFAULT_THEME
from tui.reader.session.place import View

if TYPE_CHECKING:
    from tui.compare.settings import DetailLevel
    from tui.compare.settings import Settings as EngineSettings
    from tui.notes.note import ColourNames

Fold = Literal["auto", "shown", "folded"]
Marks = Literal["auto", "unicode", "ascii"]


@dataclass(frozen=True, slots=True)
class Settings:
    """How the reader starts."""

    theme: str = field(default_factory=lambda: usual_theme())
    """A theme's name; without one the dark theme, or the one without colour where NO_COLOR asks for it."""
    theme_is_chosen: bool = False
    """Whether the user has chosen the theme; otherwise it may follow the terminal."""
    marks: Marks = "auto"
    """What marks and lines are drawn with: `auto` takes ASCII where nothing else can be printed."""
    view: View = "reading"
    keys: Keymap = field(default_factory=lambda: DEFAULT_KEYS)
    sidebar: Fold = "auto"
    """Whether the sidebar is shown at the start; `auto` shows it where the terminal is wide enough."""
    details: bool = True
    """Whether the details panel is shown at the start."""
    differences: "DetailLevel" = "few"
    """How many of the differing details are told at the start: those that matter, more, or all."""
    lines: Literal["near", "all"] = "near"
    """Which passages are joined in the gutter: the current one with its neighbours marked, or all."""
    sentences: Literal["apart", "flowing"] = "apart"
    """Whether each sentence begins a line of its own, or the paragraph flows on."""
    glide: bool = False
    """Whether going to a passage moves the text in one short glide instead of at once."""
    measure: int = 76
    """The longest line of an article, in columns."""
    link_threshold: float | None = None
    """A link needs at least this score, 0 to 1; none for the engine's own."""
    wording_threshold: float | None = None
    """Word-level differences are shown only for sentences at least this alike, 0 to 1; none for the engine's own."""
    model: str | None = None
    """Where a sentence model lies that judges links too; none for none."""
    colours: "ColourNames | None" = None
    """What the four colours of notes mean, until they are named otherwise for a pair; none for the usual names."""

    @property
    def engine(self) -> "EngineSettings":
        """What the engine is told: to find all details, of which the reader tells few, more or all."""
        from tui.compare.settings import Settings as EngineSettings

        if self.wording_threshold is None:
            return EngineSettings(self.link_threshold, level="all", model=self.model)
        return EngineSettings(self.link_threshold, self.wording_threshold, "all", self.model)


def usual_theme() -> str:
    """Return the theme of a reader who has chosen none: without colour where NO_COLOR (https://no-color.org) is set."""
    return "monochrome" if os.environ.get("NO_COLOR") else DEFAULT_THEME


def suiting_theme(colours: int, ground: str | None) -> str:
    """Return the theme that suits a terminal of so many colours on a ground that is "light", "dark" or not known."""
    if os.environ.get("NO_COLOR"):
        return usual_theme()
    if colours <= 16:
        return "terminal"
    return "light" if ground == "light" else DEFAULT_THEME


def draws_ascii(marks: Marks) -> bool:
    """Return whether marks and lines are drawn in ASCII; with `auto` where what is printed is not encoded as UTF-8."""
    if marks == "auto":
        return getattr(sys.__stdout__, "encoding", "utf-8").lower().replace("-", "") != "utf8"
    return marks == "ascii"
