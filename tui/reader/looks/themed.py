"""An application that wears a reader's theme, and tells its widgets the style of every role."""

from textual.app import App
from textual.widget import Widget

from tui.reader.looks.roles import RoleStyles, role_variables, textual_theme
from tui.reader.looks.themes import DEFAULT_THEME, ReaderTheme, base_theme


class ThemedApp(App[None]):
    """Holds the theme in use. `theme_changed_signal` tells when it is another one."""

    def __init__(self, theme: ReaderTheme | None = None) -> None:
        self._reader_theme = theme or base_theme(DEFAULT_THEME)
        self._roles = RoleStyles(self._reader_theme)
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
        self._reader_theme = theme
        self._roles = RoleStyles(theme)
        made = textual_theme(theme)
        self.register_theme(made)
        self.theme = made.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Give every role's CSS variables a value, whatever theme Textual itself may start with."""
        return role_variables(self._reader_theme)


def roles_of(widget: Widget) -> RoleStyles:
    """Return the role styles that a widget draws with: its application's, or else those of the default theme."""
    app = widget.app
    return app.roles if isinstance(app, ThemedApp) else RoleStyles(base_theme(DEFAULT_THEME))
