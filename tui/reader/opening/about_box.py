"""Where both articles are from, how they were read, and every warning that was told while the pair was open."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from textual.app import ComposeResult

from tui.articles.article import SIDES, Article, DateKind, Side
from tui.articles.revision import update_notes
from tui.reader.mistakes import Mistake
from tui.reader.notices import Notice
from tui.reader.session.linked import Mark
from tui.reader.session.lookup import Lookup
from tui.reader.widgets.box import Box
from tui.reader.widgets.row_list import RowList
from tui.reader.widgets.rows import Heading, Item, Paragraph
from tui.timings import most_memory

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison
    from tui.reader.engine.wire import Costs

_DATE_KINDS: dict[DateKind, str] = {
    "as given": "as given with the pair",
    "front matter": "from its front matter",
    "JSON-LD": "from the page's JSON-LD",
    "meta tag": "from the file's own fields",
    "time element": "from a time on the page",
    "dateline": "from its dateline",
    "running head": "from the head of its pages",
    "updated": "last changed",
    "mail header": "from the mail's header",
    "modified": "the document was last saved",
    "created": "the document was made",
    "address": "from its address",
    "converted": "the file was converted or saved",
    "printed": "the file was printed",
}
"""How the places that tell a date are called on the page."""
_LEAST_SECONDS = 0.005
"""A stage that took less is not told."""
WARNING = "▲ "
"""Stands before a warning."""


class AboutBox(Box[None]):
    """One page about the pair; it has no answer."""

    HEADING = "About the articles"
    HINT = "esc closes"

    DEFAULT_CSS = """
    AboutBox > #box { height: auto; max-height: 92%; }
    AboutBox RowList { height: auto; max-height: 80vh; }
    """

    def __init__(self, items: list[Item]) -> None:
        super().__init__()
        self._items = items

    def inside(self) -> ComposeResult:
        """Make the page."""
        yield RowList(id="about-list")

    def on_mount(self) -> None:
        """Write the page."""
        listing = self.query_one(RowList)
        listing.show(self._items)
        listing.focus()


def about_items(
    lookup: Lookup,
    notices: Iterable[Notice] = (),
    mistakes: Iterable[Mistake] = (),
    costs: "Costs | None" = None,
) -> list[Item]:
    """Return the page: both articles, what else was told, and the mistakes in the user's files.

    Parameters
    ----------
    lookup
        What is known of the pair.
    notices
        What was told besides the articles' own warnings.
    mistakes
        What is wrong in the user's files.
    costs
        What the comparison has cost, when it is known.
    """
    items: list[Item] = []
    for side, article in zip(SIDES, lookup.articles, strict=True):
        heading = lookup.name(side).upper()
        items.append(Heading(heading, _size(article), blank_above=bool(items)))
        known = (*_known(article), ("in both", _share(lookup, side)))
        items += [Paragraph(text, "", f"{name:<11}") for name, text in known if text]
        items += [Paragraph(text, "", f"{'left out':<11}") for text in article.left_out]
        items += [Paragraph(article.slice(note), "", f"{'corrected':<11}") for note in update_notes(article)]
        items += [Paragraph(warning, "warning", WARNING, "warning") for warning in article.warnings]
    together = _together(lookup.comparison) if lookup.finished else []
    if together:
        items += [Heading("TOGETHER", blank_above=True), *together]
    told = [Paragraph(notice.words, "warning", WARNING, "warning") for notice in notices]
    if told:
        items += [Heading("TOLD BEFORE", blank_above=True), *told]
    wrong = [Paragraph(str(mistake), "warning", WARNING, "warning") for mistake in mistakes]
    if wrong:
        items += [Heading("MISTAKES IN YOUR FILES", blank_above=True), *wrong]
    if costs is not None:
        items += [Heading("WHAT COMPARING TOOK", blank_above=True), *_costs(costs)]
    return items


def _together(comparison: "Comparison") -> list[Item]:
    told = []
    if comparison.revision:
        told.append("Two versions of one text: half or more of the shorter one stands in both.")
    if comparison.model is not None:
        told.append(f"{comparison.model}.")
    return [Paragraph(text) for text in told]


def _costs(costs: "Costs") -> list[Item]:
    """Return the seconds of the processor that each stage took, those too short to be seen left out, and the memory."""
    rows = [*costs.seconds.items(), ("all together", sum(costs.seconds.values()))]
    told = [Paragraph(name, "", f"{seconds:8.2f} s  ") for name, seconds in rows if seconds >= _LEAST_SECONDS]
    memory = [("the engine", costs.megabytes), ("the reader", most_memory())]
    return [*told, *(Paragraph(f"of memory for {whose}", "", f"{size:6.0f} MB  ") for whose, size in memory)]


def _size(article: Article) -> str:
    count = len(article.sentences)
    return f"{count:,} sentence{'s' if count != 1 else ''} · {len(article.text.split()):,} words"


def _share(lookup: Lookup, side: Side) -> str:
    """Return how much of an article the other one reports too, and how."""
    if not lookup.finished:
        return ""
    counts = Counter(lookup.marks[SIDES.index(side)])
    ways: dict[Mark, str] = {
        "=": "nearly the same words",
        "≈": "other words",
        "≠": "details that differ",
        "!": "conflicts",
    }
    linked, alone = sum(counts[mark] for mark in ways), counts["·"]
    told = ", ".join(
        f"{counts[mark]} with {what}" if mark in "≠!" else f"{counts[mark]} in {what}"
        for mark, what in ways.items()
        if counts[mark]
    )
    return f"{linked} of {linked + alone} sentences" + (f": {told}" if told else "")


def _day(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else ""


def _known(article: Article) -> tuple[tuple[str, str], ...]:
    used = next((source for source in article.dates if source.is_used), None)
    published = _day(article.published) + (f" ({_DATE_KINDS[used.kind]})" if used else "")
    others = {(source.day, source.kind): None for source in article.dates if not source.is_used}
    origin = {"": "pasted, or given by another program", "-": "standard input"}.get(article.origin, article.origin)
    return (
        ("title", article.title or ""),
        ("source", article.source or ""),
        ("author", article.author or ""),
        ("published", published),
        ("not used", " · ".join(f"{_day(day)} ({_DATE_KINDS[kind]})" for day, kind in others)),
        ("read from", origin),
    )
