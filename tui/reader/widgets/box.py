"""A box over the two articles: what every screen that opens for a moment has in common."""

from collections.abc import Callable
from typing import Any, ClassVar, Protocol, TypeVar, runtime_checkable

from rich.console import RenderableType
from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen

from tui.reader.action import bindings
from tui.reader.panes.unscrolled import unscrolled
from tui.reader.widgets.actions import DIALOG
from tui.reader.widgets.behind import Behind

Answer = TypeVar("Answer")


@runtime_checkable
class TakesKeys(Protocol):
    """A screen that is asked about every key before it goes anywhere, since it ends by most and uses up few."""

    def takes_key(self, key: str) -> bool:
        """Heed a key, and say whether it is used up."""


class _Frame(Vertical):
    virtual_size = unscrolled()


class Box(ModalScreen[Answer | None]):
    """A framed box with a title; escape, or a click outside, closes it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(DIALOG)]
    virtual_size = unscrolled()

    HEADING = ""
    """What the frame says at the top."""

    HINT = "esc closes"
    """What the frame says at the bottom."""

    DEFAULT_CSS = """
    Box { align: center middle; }
    Box > #box {
        width: 94%; max-width: 104; height: 92%; max-height: 100%;
        background: $role-panel-background; border: round $role-frame;
        border-title-color: $role-accent; border-title-style: bold; border-subtitle-color: $role-muted; padding: 0 1;
    }
    Box Input {
        border: none; height: 1; padding: 0; background: $role-current-background;
        &:focus { border: none; background: $role-surface-background; }
        & > .input--placeholder { color: $role-muted; }
    }
    Box .label { color: $role-muted; height: 1; }
    Box .buttons { height: 1; align-horizontal: right; }
    """

    def compose(self) -> ComposeResult:
        """Put what the box holds in its frame."""
        with _Frame(id="box") as box:
            box.border_title = Content(self.HEADING)
            box.border_subtitle = Content(self.HINT)
            yield from self.inside()

    def inside(self) -> ComposeResult:
        """Make what the box holds."""
        yield from ()

    def render(self) -> RenderableType:
        """Return what shows through around the frame."""
        around = super().render()
        return Behind(around.screen, around.color) if isinstance(around, BackgroundScreen) else around

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Close the box with an answer, once: a second key of the same moment must not close what lies under it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def from_thread(self, call: Callable[..., Any], *given: Any) -> None:
        """Call something on the box from a thread of its own, unless the box has been closed by then."""
        self.app.call_from_thread(self._while_open, call, given)

    def _while_open(self, call: Callable[..., Any], given: tuple[Any, ...]) -> None:
        if self.is_active:
            call(*given)

    def keep_what_is_written(self) -> bool:
        """Keep what would be lost when the program is told to end, and say whether there was anything."""
        return False

    def action_close(self) -> None:
        """Close the box without an answer."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close the box when something else is clicked."""
        if self.get_widget_at(event.screen_x, event.screen_y)[0] is self:
            self.action_close()
