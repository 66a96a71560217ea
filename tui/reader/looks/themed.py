"""An application that wears a reader's theme, and tells its widgets the style of every role."""

from dataclasses import replace

from textual.app import App
from textual.widget import Widget

from tui.articles.watch import watch_files
from tui.reader.looks.roles import RoleStyles, role_variables, textual_theme
from tui.reader.looks.themes import DEFAULT_THEME, ReaderTheme, base_theme, read_theme


class ThemedApp(App[None]):
    """Holds the theme in use. `theme_changed_signal` tells when it is another one."""

    def __init__(self, theme: ReaderTheme | None = None, *, names_articles: bool = False) -> None:
        self._reader_theme = theme or base_theme(DEFAULT_THEME)
        self._names_articles = names_articles
        self._roles = RoleStyles(self._reader_theme, names_articles=names_articles)
        super().__init__()
        self.use_theme(self._reader_theme)

    @property
    def reader_theme(self) -> ReaderTheme:
        """The theme in use."""
        return self._reader_theme

    @property
    def roles(self) -> RoleStyles:
        """The style of every role in the theme in use."""
        return self._roles

    def use_theme(self, theme: ReaderTheme) -> None:
        """Wear another theme, at once and everywhere."""
        before, self._reader_theme = self._reader_theme, theme
        self._roles = RoleStyles(theme, names_articles=self._names_articles)
        self._watch = watch_files(str(theme.path))
        made = textual_theme(theme)
        if made.name == self.theme and theme != before:
            # Textual sees no change in a theme that is called as the one before.
            made = replace(made, name=f"{made.name}-again")
        self.register_theme(made)
        self.theme = made.name

    def look_at_theme(self) -> str:
        """Wear the theme anew when its file has changed; return what is wrong in it, if it stays as it was for that."""
        self._watch, changed = self._watch.look()
        if not changed:
            return ""
        theme, mistakes = read_theme(self._reader_theme.path)
        if theme is None or mistakes:
            more = f" (and {len(mistakes) - 1} more)" if len(mistakes) > 1 else ""
            return f"{mistakes[0]}{more}"
        self.use_theme(theme)
        return ""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every role's CSS variables a value, whatever theme Textual itself may start with."""
        return role_variables(self._reader_theme)


def roles_of(widget: Widget) -> RoleStyles:
    """Return the role styles that a widget draws with: its application's, or else those of the default theme."""
    app = widget.app
    return app.roles if isinstance(app, ThemedApp) else RoleStyles(base_theme(DEFAULT_THEME))
