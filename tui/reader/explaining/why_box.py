"""The box that tells why: it opens at once, and is filled when the evidence has been looked through."""

from collections.abc import Callable, Sequence

from textual import work
from textual.app import ComposeResult

from tui.compare.trouble import ToldFault
from tui.reader.layout.wrap import drawable
from tui.reader.widgets.box import Box
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Item, Paragraph


class WhyBox(Box[None]):
    """What speaks for and against something.

    Parameters
    ----------
    heading
        What the frame says at the top.
    look
        Looks through the evidence and returns what there is to tell; called in a thread.
    """

    HINT = "↑ ↓ scroll · esc closes"

    def __init__(self, heading: str, look: Callable[[], Sequence[Item]]) -> None:
        super().__init__()
        self.HEADING = drawable(heading)
        self._look = look

    def inside(self) -> ComposeResult:
        """Make the list."""
        yield RowList(id="why-list")

    def on_mount(self) -> None:
        """Say that it is being looked for, and look."""
        listing = self.query_one(RowList)
        listing.show([Paragraph("Looking for what speaks for and against it …", "muted", selectable=False)], None)
        listing.focus()
        self._fill()

    @work(thread=True, exclusive=True, description="why")
    def _fill(self) -> None:
        try:
            items = self._look()
        except ToldFault as fault:
            items = [Paragraph(str(fault), "muted")]
        self.from_thread(self._show, items)

    def _show(self, items: Sequence[Item]) -> None:
        self.query_one(RowList).show(items)
