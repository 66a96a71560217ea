"""The details panel: what differs in the current passage, side by side, with the verdict and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.geometry import Region
from textual.strip import Strip

from tui.articles.article import Article, Span
from tui.reader.panes.finished import ground_lines
from tui.reader.panes.unscrolled import unscrolled
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Item, Line, Paragraph, fit, wrap_text

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Detail, Link, Passage

STATE_MARKS = {"checked": "✓", "settled": "✔", "set aside": "⊘"}
"""What stands before a detail that the reader has dealt with."""

_NARROW = 64
"""Below this many columns a detail's reason stands under it instead of beside it."""


@dataclass(frozen=True, slots=True)
class DetailRow:
    """One detail: its kind, both sides, the verdict and why."""

    position: int
    """Its position in `Comparison.details`."""
    kind: str
    left: str
    right: str
    conflict: bool
    why: str
    state: str = ""
    """What the reader said of it: "checked", "settled: left is right", "set aside", or nothing."""
    selectable: bool = True
    height: int | None = None

    def lines(self, width: int) -> Sequence[Line]:
        """Return its lines: four columns, or two and the reason below where there is little room."""
        mark, role = ("!", "conflict") if self.conflict else ("≠", "differs")
        if self.state:
            mark, role = STATE_MARKS.get(self.state.partition(":")[0], mark), "settled"
        verdict = ("conflict" if self.conflict else "differs") + (f": {self.why}" if self.why else "")
        verdict = f"{self.state} · {verdict}" if self.state else verdict
        wide, kind, side, rest = _columns(width)
        left, right = wrap_text(self.left, side), wrap_text(self.right, side)
        reasons = wrap_text(verdict, max(2, rest)) if wide else ()
        found: list[Line] = []
        for number, (one, other, reason) in enumerate(zip_longest(left, right, reasons, fillvalue="")):
            first = number == 0
            line: Line = (
                (f"{mark} " if first else "  ", role),
                (fit(self.kind if wide and first else "", kind), "muted"),
                (fit(one, side) + "  ", "only-left" if self.right == "–" else ""),
                (fit(other, side) + "  ", "only-right" if self.left == "–" else ""),
                (reason, role if self.conflict and not self.state else "muted"),
            )
            found.append(line)
        if not wide:
            under = wrap_text(f"{self.kind}: {verdict}", max(2, width - 2 - kind))
            found += [((" " * (2 + kind), ""), (row, role if self.conflict else "muted")) for row in under]
        return tuple(found)


@dataclass(frozen=True, slots=True)
class ShortRow:
    """A row in one line, where there is room for no more."""

    text: str
    mark: str
    role: str
    position: int = -1
    """The detail's position in `Comparison.details`; -1 for what is no detail."""
    selectable: bool = True
    height: int | None = 1

    @classmethod
    def of(cls, row: Item) -> ShortRow:
        """Return the short form of a row."""
        if isinstance(row, DetailRow):
            mark, role = ("!", "conflict") if row.conflict else ("≠", "differs")
            why = f" · {row.why}" if row.why else ""
            return cls(f"{row.kind}: {row.left} │ {row.right}{why}", f"{mark} ", role, row.position)
        if isinstance(row, Paragraph):
            return cls(row.text, row.margin, row.margin_role, selectable=False)
        return cls("", "", "")

    def lines(self, width: int) -> Sequence[Line]:
        """Return the line."""
        return (((self.mark, self.role), (fit(self.text, max(0, width - len(self.mark))), "")),)


@dataclass(frozen=True, slots=True)
class ColumnHeading:
    """What the columns of the rows below are."""

    title: str
    names: tuple[str, str] = ("left", "right")
    selectable: bool = False
    height: int | None = 1

    def lines(self, width: int) -> Sequence[Line]:
        """Return the line."""
        wide, kind, side, rest = _columns(width)
        if not wide:
            return (((fit(self.title, width), "accent"),),)
        left, right = self.names
        sides = fit(left, side + 2) + fit(right, side + 2) + fit("verdict and why", rest)
        return (((fit(self.title, 1 + kind) + " ", "accent"), (sides, "muted")),)


def _columns(width: int) -> tuple[bool, int, int, int]:
    """Return whether the reason stands beside a detail, and the columns of kind, of either side, and of the reason."""
    if width < _NARROW:
        return False, 2, max(1, (width - 6) // 2), 0
    room = width - 15
    side = room * 3 // 10
    return True, 13, side, room - 2 * (side + 2)


class DetailsPanel(Vertical):
    """Lists the details of the current passage; walking them moves the cursor in both panes.

    Parameters
    ----------
    go
        Goes to a detail, by its position in `Comparison.details`.
    """

    DEFAULT_CSS = """
    DetailsPanel { height: 1fr; background: $panel; padding: 0 1; }
    """
    virtual_size = unscrolled()

    def __init__(self, go: Callable[[int], None], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._go = go
        self._shown: tuple[object, ...] = ()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the ground that everything stands on."""
        return ground_lines(self, crop)

    def compose(self) -> ComposeResult:
        """Show one list."""
        yield RowList(id="details-list")

    @property
    def list(self) -> RowList:
        """The list of details."""
        return self.query_one("#details-list", RowList)

    def show(
        self,
        comparison: Comparison | None,
        passage: Passage | None,
        details: Sequence[int] = (),
        detail: int | None = None,
        *,
        otherwise: str = "",
        states: Mapping[int, str] | None = None,
        checked: frozenset[tuple[int, int]] = frozenset(),
        names: tuple[str, str] = ("left", "right"),
        brief: bool = False,
    ) -> None:
        """Show the details of a passage.

        Parameters
        ----------
        comparison
            The comparison, or none while it is awaited.
        passage
            The passage, or none where the current sentence has none; then `otherwise` says what there is to say.
        details
            The positions of its details in `Comparison.details`.
        detail
            The current detail's position in `Comparison.details`.
        states
            What the reader said of details, by position.
        checked
            The links, as left and right sentence, that the reader has found right.
        names
            What the sides are called.
        brief
            Whether there is only room for a line a detail.
        """
        wanted = (comparison, passage, otherwise, tuple((states or {}).items()), checked, names, brief)
        if wanted != self._shown:
            self._shown = wanted
            rows = list_details(comparison, passage, details, otherwise, states or {}, checked, names)
            self.list.show([ShortRow.of(row) for row in rows[1:]] if brief and passage and comparison else rows, None)
        index = next((n for n, row in enumerate(self.list.items) if getattr(row, "position", -1) == detail), None)
        self.list.move_to(index if detail is not None else None)

    def on_row_list_highlighted(self, message: RowList.Highlighted) -> None:
        """Go to the detail under the cursor, in both panes."""
        message.stop()
        self._go_to_detail()

    def on_row_list_chosen(self, message: RowList.Chosen) -> None:
        """Go to the detail that was clicked."""
        message.stop()
        self._go_to_detail()

    def _go_to_detail(self) -> None:
        row = self.list.current
        if isinstance(row, DetailRow | ShortRow) and row.position >= 0:
            self._go(row.position)


def list_details(
    comparison: Comparison | None,
    passage: Passage | None,
    details: Iterable[int],
    otherwise: str,
    states: Mapping[int, str],
    checked: frozenset[tuple[int, int]] = frozenset(),
    names: tuple[str, str] = ("left", "right"),
) -> list[Item]:
    """Return the rows of a passage: its details, by their positions in the comparison, and what its links stand on."""
    if passage is None or comparison is None:
        return [Paragraph(otherwise, "muted", selectable=False)]
    rows: list[Item] = [ColumnHeading(f"PASSAGE {passage.number}", names)]
    for position in details:
        rows.append(_detail_row(comparison, position, comparison.details[position], states.get(position, "")))
    if len(rows) == 1:
        same = "In nearly the same words." if passage.relation == "same" else "In other words; no detail differs."
        rows.append(Paragraph(same, "muted", selectable=False))
    rows += [_link_row(comparison, link, many=len(passage.links) > 1, checked=checked) for link in passage.links]
    return rows


def _detail_row(comparison: Comparison, position: int, detail: Detail, state: str) -> DetailRow:
    left, right = _said(comparison.left, detail.left), _said(comparison.right, detail.right)
    return DetailRow(position, detail.kind, left, right, detail.conflict, detail.why, state)


def _said(article: Article, span: Span | None) -> str:
    return " ".join(article.slice(span).split()) if span else "–"


def _link_row(comparison: Comparison, link: Link, *, many: bool, checked: frozenset[tuple[int, int]]) -> Paragraph:
    reasons = "; ".join(f"{reason.kind}: {reason.text}" for reason in link.reasons[:4])
    sign = "✓ " if (link.left, link.right) in checked else "─ "
    which = f"L{link.left + 1}–R{link.right + 1} {link.rank}, " if many else ""
    if link.by_hand:
        return Paragraph(f"{which}linked by hand", "by-hand", "⌁ ", selectable=False)
    text = f"{which}linked at {link.score:.2f}" + (f" by {reasons}" if reasons else "")
    return Paragraph(text, "muted", sign, selectable=False)
