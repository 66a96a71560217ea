"""Roles on the screen: a theme's looks as Rich styles for the line API, and as a Textual theme for everything else."""

from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from tui.reader.looks.themes import Look, ReaderTheme

OF_THE_ARTICLE = "article"
"""Under this key the meta data of a style says that it is that of an article's own words."""


class RoleStyles:
    """The Rich style of every role in one theme.

    >>> from tui.reader.looks.themes import base_theme
    >>> styles = RoleStyles(base_theme("dark"))
    >>> styles["conflict"].bold
    True
    """

    def __init__(self, theme: ReaderTheme, *, names_articles: bool = False) -> None:
        self.theme = theme
        self.of_the_article = Style.from_meta({OF_THE_ARTICLE: True}) if names_articles else Style()
        """What the style of an article's own words has besides, for whoever draws all other signs otherwise."""
        self._styles: dict[str, Style] = {}

    def __getitem__(self, role: str) -> Style:
        """Return the style of a role; a colour it leaves open is that of whatever lies beneath."""
        if role not in self._styles:
            self._styles[role] = _style(self.theme.looks[role])
        return self._styles[role]

    def note(self, colour: int) -> Style:
        """Return the style of a note in colour 1 to 4."""
        return self[f"note-{colour}"]


def _style(look: Look) -> Style:
    words = dict.fromkeys(look.style.split(), True)
    return Style(
        color=Color.parse(look.colour).rich_color if look.colour else None,
        bgcolor=Color.parse(look.background).rich_color if look.background else None,
        **words,  # type: ignore[arg-type]
    )


def textual_theme(theme: ReaderTheme) -> Theme:
    """Return the theme for Textual's own widgets; its name is `reader-` and the theme's name."""
    looks = theme.looks

    def colour(role: str) -> str:
        return looks[role].colour or looks["text"].colour or "ansi_default"

    surface = looks["surface"].background or "ansi_default"
    panel = looks["panel"].background or surface
    plain = surface == "ansi_default"
    return Theme(
        name=f"reader-{theme.name}",
        primary=colour("accent"),
        secondary=colour("similar"),
        accent=colour("accent"),
        warning=colour("warning"),
        error=colour("error"),
        success=colour("same"),
        foreground=colour("text"),
        background=surface,
        surface=surface,
        panel=panel,
        dark=theme.dark,
        ansi=plain,
        variables=role_variables(theme),
    )


_ROLES_IN_CSS = ("surface", "panel", "current", "muted", "frame", "accent", "error")


def role_variables(theme: ReaderTheme) -> dict[str, str]:
    """Return the CSS variables of a theme: `$role-NAME` and `$role-NAME-background` for what style sheets use.

    Textual's own variables for cursors, selections and the footer are among them. Most roles are drawn line by line,
    from `RoleStyles`; every variable costs the first paint some time.
    """
    looks = theme.looks
    text = looks["text"].colour or "ansi_default"
    surface = looks["surface"].background or "ansi_default"
    variables: dict[str, str] = {}
    for role in _ROLES_IN_CSS:
        variables[f"role-{role}"] = looks[role].colour or text
        variables[f"role-{role}-background"] = looks[role].background or surface
    cursor, selection = looks["cursor"], looks["selection"]
    frame = looks["frame"].colour or text
    variables |= {
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "block-cursor-foreground": cursor.colour or text,
        "block-cursor-background": cursor.background or surface,
        "block-cursor-text-style": cursor.style or "none",
        "block-cursor-blurred-foreground": text,
        "block-cursor-blurred-background": looks["current"].background or surface,
        "block-cursor-blurred-text-style": "none",
        "block-hover-background": looks["current"].background or surface,
        "border": looks["accent"].colour or text,
        "border-blurred": frame,
        "input-selection-background": selection.background or surface,
        "input-selection-foreground": selection.colour or text,
        "screen-selection-background": selection.background or surface,
        "screen-selection-foreground": selection.colour or text,
        "footer-background": looks["panel"].background or surface,
        "footer-key-foreground": looks["accent"].colour or text,
        "scrollbar": looks["gutter"].colour or text,
        "scrollbar-hover": looks["muted"].colour or text,
        "scrollbar-active": looks["accent"].colour or text,
        "scrollbar-background": surface,
        "scrollbar-background-hover": surface,
        "scrollbar-background-active": surface,
        "scrollbar-corner-color": surface,
    }
    return variables
