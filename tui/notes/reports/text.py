"""The brief for a person at a terminal: plain lines that fit a width, colour only when asked for."""

import unicodedata
from collections.abc import Iterator

from tui.articles.article import Article
from tui.compare.comparison import BriefLine, Comparison, Question
from tui.compare.counting import count
from tui.notes.reports.citing import say_counts
from tui.notes.reports.contents import brief_lines
from tui.notes.reports.explaining import detail_lines, link_lines

_LONGEST_TITLE = 120
"""A title, or the first sentence that stands for one, is cut to about this many characters."""

_BOLD, _DIM, _PLAIN = "1", "2", "0"
_COLOURS = {"=": "32", "≈": "36", "≠": "33", "!": "1;31", "·": "35"}
"""Terminal colours of the signs: SGR codes, so that every terminal theme stays readable."""


def render_text(comparison: Comparison, width: int = 80, colour: bool = False, explain: bool = False) -> str:
    """Return the brief of a comparison as lines for a terminal.

    Parameters
    ----------
    comparison
        What to report.
    width
        The most cells a line may take, at least 20; wide characters (CJK) take two.
    colour
        Whether to add ANSI colour sequences; they take no cell.
    explain
        Whether to say at the end why sentences are linked or not, and details told or not.
    """
    page = _Page(max(20, width), colour)
    lines = [*_head(comparison, page)]
    for question in comparison.brief.questions:
        lines.append("")
        lines.extend(_question(question, page))
    if explain:
        lines += _explained("Why sentences are linked, or not", link_lines(comparison), page)
        lines += _explained("Why details are told, or not", detail_lines(comparison), page)
    return "\n".join(lines) + "\n"


def _explained(heading: str, told: Iterator[str], page: "_Page") -> list[str]:
    lines = ["", *(page.paint(line, _BOLD) for line in page.wrap(heading))]
    return lines + [part for line in told for part in page.wrap(line.strip(), *_indents(line))]


def _indents(line: str) -> tuple[str, str]:
    """Return what stands before the first and the further rows of a line that may begin with blanks."""
    own = line[: len(line) - len(line.lstrip())]
    return own, own + "  "


class _Page:
    """Wraps text at a width in cells, and paints it when colour is wanted."""

    def __init__(self, width: int, colour: bool) -> None:
        self.width = width
        self.colour = colour

    def paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[{_PLAIN}m" if self.colour and text else text

    def wrap(self, text: str, first: str = "", rest: str = "") -> list[str]:
        """Return `text` in lines that begin with `first` and then `rest`, cut between words where it can be."""
        lines, line, used = [], first, cells(first)
        empty = True
        for word in text.split():
            for piece in _pieces(word, self.width - cells(rest)):
                needed = cells(piece) + (not empty)
                if not empty and used + needed > self.width:
                    lines.append(line)
                    line, used, empty = rest, cells(rest), True
                    needed = cells(piece)
                line += piece if empty else f" {piece}"
                used += needed
                empty = False
        return [*lines, line]


def cells(text: str) -> int:
    """Return how many terminal cells `text` takes: two for wide characters, none for combining ones."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf") else _cells_of(c) for c in text
    )


def _cells_of(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _pieces(word: str, most: int) -> Iterator[str]:
    """Yield `word`, cut only where it is wider than a whole line."""
    if cells(word) <= most:
        yield word
        return
    piece, used = "", 0
    for character in word:
        size = cells(character)
        if used + size > most and piece:
            yield piece
            piece, used = "", 0
        piece += character
        used += size
    yield piece


def _head(comparison: Comparison, page: _Page) -> Iterator[str]:
    kind = "Two versions of one text" if comparison.revision else "Two reports compared"
    for line in page.wrap(kind):
        yield page.paint(line, _BOLD)
    sides = ("earlier", "later") if comparison.revision else ("left", "right")
    for side, article in zip(sides, (comparison.left, comparison.right), strict=True):
        lines = page.wrap(_title(article), f"{side:<8}", " " * 8)
        yield from lines
    yield from page.wrap(" · ".join(say_counts(count(comparison), *sides)))
    if comparison.model is not None:
        yield from page.wrap(str(comparison.model))
    for told in (*comparison.warnings, *map(str, comparison.troubles)):
        for line in page.wrap(told, "! ", "  "):
            yield page.paint(line, _COLOURS["!"])


def _title(article: Article) -> str:
    title = article.title or (article.slice(article.sentences[0]) if article.sentences else "(no text)")
    title = " ".join(title.split())
    title = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 2].rsplit(" ", 1)[0] + " …"
    parts = [title, article.source, article.published.isoformat() if article.published else None]
    words = f"{len(article.sentences)} sentences" if len(article.sentences) != 1 else "1 sentence"
    return " · ".join(part for part in (*parts, words) if part)


def _question(question: Question, page: _Page) -> Iterator[str]:
    for line in page.wrap(question.title, f"{question.number}. ", "   "):
        yield page.paint(line, _BOLD)
    counts = ", ".join(f"{number} {name}" for name, number in question.counts if number) or "nothing found"
    for line in page.wrap(counts, "   ", "   "):
        yield page.paint(line, _DIM)
    lines, left_over = brief_lines(question)
    for brief_line in lines:
        yield from _line(brief_line, page)
    if left_over:
        yield page.paint(f"     and {left_over} more", _DIM)


def _line(line: BriefLine, page: _Page) -> Iterator[str]:
    where = f" [{', '.join(str(number) for number in line.passages)}]" if line.passages else ""
    sign = line.sign or " "
    first, *rest = page.wrap(line.text + where, f"   {sign} ", "     ")
    yield first[:3] + page.paint(sign, _COLOURS[sign]) + first[4:] if sign in _COLOURS else first
    yield from rest
