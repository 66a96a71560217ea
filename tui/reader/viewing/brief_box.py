"""The brief: the five questions and their answers on one page, numbers first; every line leads back to its place."""

from textual.app import ComposeResult

from tui.compare.comparison import Brief, BriefLine, Question
from tui.reader.widgets.box import Box
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Heading, Item, Paragraph

_ROLES = {1: "similar", 2: "differs", 3: "conflict", 4: "only-left", 5: "person"}
_MARKS = {1: "=", 2: "≠", 3: "!", 4: "·", 5: "•"}


class BriefBox(Box[BriefLine]):
    """The brief; it answers with the line that was chosen."""

    HEADING = "Brief"
    HINT = "enter goes there · 1–5 question · esc closes"

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self._brief = brief

    def inside(self) -> ComposeResult:
        """Make the page."""
        yield RowList(id="brief-list")

    def on_mount(self) -> None:
        """Write the page."""
        listing = self.query_one(RowList)
        listing.show(brief_items(self._brief))
        listing.focus()

    def on_key(self, event) -> None:  # type: ignore[no-untyped-def]
        """Go to the question whose number was typed."""
        if event.character and event.character in "12345":
            listing = self.query_one(RowList)
            for number, item in enumerate(listing.items):
                if isinstance(item, Heading) and item.text.startswith(event.character):
                    listing.move_to(min(number + 1, len(listing.items) - 1))
            event.stop()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Answer with the line."""
        row = message.list.items[message.index]
        if isinstance(row, Paragraph) and isinstance(row.value, BriefLine):
            self.dismiss(row.value)


def brief_items(brief: Brief) -> list[Item]:
    """Return the page: for each question its title and counts, and its lines below."""
    items: list[Item] = []
    for question in brief.questions:
        items.append(Heading(f"{question.number}  {question.title}", counts_text(question), blank_above=bool(items)))
        role, mark = _ROLES.get(question.number, ""), _MARKS.get(question.number, "•")
        for line in question.lines:
            items.append(Paragraph(line.text, "", f" {line.sign or mark} ", role, value=line))
        if not question.lines:
            items.append(Paragraph("nothing", "muted", "   ", selectable=False))
    return items


def counts_text(question: Question) -> str:
    """Return the counts of a question in one line: "15 passages · 3 reworded"."""
    return " · ".join(f"{count} {what}" for what, count in question.counts)
