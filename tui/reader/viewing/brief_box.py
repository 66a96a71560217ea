"""The brief: the five questions and their answers on one page, numbers first; every line leads back to its place."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual.app import ComposeResult

from tui.compare.comparison import Brief, BriefLine, Question
from tui.notes.reports.contents import BRIEF_LINES
from tui.reader.widgets.box import Box
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Item, Line, Paragraph, fit

_ROLES = {1: "similar", 2: "differs", 3: "conflict", 4: "only-left", 5: "person"}
_MARKS = {1: "=", 2: "≠", 3: "!", 4: "·", 5: "•"}


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question with its counts, which stand beside it as far as there is room."""

    text: str
    counts: str
    blank_above: bool
    selectable: bool = False

    @property
    def height(self) -> int | None:
        """One line, or two."""
        return 2 if self.blank_above else 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return its lines; counts are left out from the right, never the question."""
        room, counts = width - cell_len(self.text) - 2, self.counts
        while counts and cell_len(counts) > room:
            counts = counts.rpartition(" · ")[0]
        line: Line = ((fit(self.text, max(0, width - cell_len(counts))), "accent"), (counts, "muted"))
        return ((), line) if self.blank_above else (line,)


@dataclass(frozen=True, slots=True)
class BriefRow:
    """One line of the brief."""

    line: BriefLine
    mark: str
    role: str
    selectable: bool = True
    height: int | None = 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return the line."""
        return (((f" {self.mark} ", self.role), (fit(" ".join(self.line.text.split()), max(0, width - 3)), "")),)


@dataclass(frozen=True, slots=True)
class MoreRow:
    """How many more lines a question has; it opens them."""

    question: int
    count: int
    selectable: bool = True
    height: int | None = 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return the line."""
        return (((fit(f"   and {self.count} more", width), "muted"),),)


class BriefBox(Box[BriefLine]):
    """The brief; it answers with the line that was chosen."""

    HEADING = "Brief"
    HINT = "enter goes there · 1–5 question · esc closes"

    def __init__(self, brief: Brief) -> None:
        super().__init__()
        self._brief = brief
        self._opened: frozenset[int] = frozenset()
        """The questions of which every line is listed."""

    def inside(self) -> ComposeResult:
        """Make the page."""
        yield RowList(id="brief-list")

    def on_mount(self) -> None:
        """Write the page."""
        listing = self.query_one(RowList)
        self._list()
        listing.focus()

    def _list(self, at: int | None = None) -> None:
        self.query_one(RowList).show(brief_items(self._brief, self._opened, self._most()), at)

    def _most(self) -> int:
        """Return how many lines of a question can be shown so that all five stand on one screen."""
        rows = self.app.size.height * 92 // 100 - 2
        for most in range(BRIEF_LINES, 1, -1):
            if sum(item.height or 1 for item in brief_items(self._brief, most=most)) <= rows:
                return most
        return 1

    def on_key(self, event) -> None:  # type: ignore[no-untyped-def]
        """Go to the question whose number was typed."""
        if event.character and event.character in "12345":
            listing = self.query_one(RowList)
            for number, item in enumerate(listing.items):
                if isinstance(item, QuestionRow) and item.text.startswith(event.character):
                    listing.move_to(min(number + 1, len(listing.items) - 1))
            event.stop()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Answer with the line."""
        row = message.row
        if isinstance(row, BriefRow):
            self.dismiss(row.line)
        elif isinstance(row, MoreRow):
            self._opened |= {row.question}
            self._list(message.list.index or 0)


def brief_items(brief: Brief, opened: frozenset[int] = frozenset(), most: int = BRIEF_LINES) -> list[Item]:
    """Return the page: for each question its title and counts, and its first lines below, of those `opened` all."""
    items: list[Item] = []
    for question in brief.questions:
        items.append(QuestionRow(f"{question.number}  {question.title}", counts_text(question), bool(items)))
        role, mark = _ROLES.get(question.number, ""), _MARKS.get(question.number, "•")
        lines = question.lines if question.number in opened else question.lines[:most]
        items += [BriefRow(line, line.sign or mark, role) for line in lines]
        if len(lines) < len(question.lines):
            items.append(MoreRow(question.number, len(question.lines) - len(lines)))
        if not question.lines:
            items.append(Paragraph("nothing", "muted", "   ", selectable=False))
    return items


def counts_text(question: Question) -> str:
    """Return the counts of a question in one line: "15 passages · 3 reworded"."""
    return " · ".join(f"{count} {what}" for what, count in question.counts)
