"""A box over the two articles: what every screen that opens for a moment has in common."""

from collections.abc import Callable
from typing import Any, ClassVar, Protocol, Self, TypeVar, runtime_checkable

from rich.console import RenderableType
from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region, Size
from textual.renderables.background_screen import BackgroundScreen
from textual.screen import ModalScreen
from textual.strip import Strip

from tui.reader.action import bindings
from tui.reader.panes.unscrolled import unpainted, unscrolled
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
    focused = unpainted()
    _around: tuple[Size, list[Strip]] | None = None
    """The size of the screen, and what is drawn around the frame."""
    _laid_out_for: Size | None = None
    _is_painted = False

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

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return some lines around the frame; they are made once for as long as nothing changes behind the box."""
        size = self.outer_size
        if self._around is None or self._around[0] != size:
            self._around = size, super().render_lines(size.region)
        lines = self._around[1][crop.y : crop.bottom]
        return lines if crop.column_span == (0, size.width) else [line.crop(*crop.column_span) for line in lines]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Have parts drawn anew; that is how Textual tells that the screen behind the box has changed there."""
        if regions:
            self._around = None
        elif self._is_painted and not (layout or recompose):
            self._is_painted = False
            return self
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def on_resize(self, event: events.Resize) -> None:
        """Lay nothing out that has been laid out in this size already, which a box has been since it was opened."""
        if event.size == self._laid_out_for:
            event.prevent_default()
        self._laid_out_for = event.size

    def on_screen_resume(self) -> None:
        """Note that the box, where it has another size, is laid out and painted now, for which Textual asks again."""
        self._is_painted = self.outer_size != self.app.size
        self._laid_out_for = self.app.size

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
