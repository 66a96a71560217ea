"""Where quotation marks open and close: straight, curly and mixed ones, over one paragraph or several."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tui.articles.article import Article, Span
from tui.compare.quotations.words import speech_verbs

_DOUBLE = re.compile(r"[\"“”„«»]|``|''")
_OPENING = frozenset(("“", "„", "«", "``"))
_CLOSING = frozenset(("»", "''"))
_SINGLE_OPEN = re.compile(r"(?<![\w.,!?’'])[‘'’](?=[\w\[“\"…])")
_SINGLE_CLOSE = re.compile(r"(?<=[\w.,!?…\]%\"”])['’](?!\w)")
_CLIPPED = re.compile(r"(?:\d\ds?|em|tis|twas|n|til|till|cause|cos|bout|round)\b", re.IGNORECASE)
"""What an apostrophe at the head of a word stands in for: the '90s, 'em, rock 'n' roll."""
_WORD = re.compile(r"\w+")
_SINGLE_REACH = 600
"""A quotation in single marks is looked for over so many characters: an apostrophe is soon mistaken for its end."""
_PARAGRAPHS_AHEAD = 6
"""The end of a quotation that is not opened anew is looked for over so many paragraphs, or lines that stand for one."""


def find_marked(article: Article) -> tuple[Span, ...]:
    """Return the spans between quotation marks, the marks included, in order and without overlap.

    A quotation that a paragraph leaves open goes on in the next one if that opens it anew, or if the next mark after
    it can only close; otherwise nobody can tell where it ends, and it is left out, unless it is the whole paragraph.
    Single marks inside double ones belong to the quotation around them.
    """
    paragraphs = article.paragraphs or (Span(0, len(article.text)),)
    reading = _Reading(article.text)
    for number, paragraph in enumerate(paragraphs):
        if reading.opened >= 0 and not _goes_on(article.text, paragraphs[number : number + _PARAGRAPHS_AHEAD]):
            reading.end()
        reading.read(paragraph)
    reading.end()
    return tuple(span for span in reading.found if any(c.isalnum() for c in article.text[span.start : span.end]))


@dataclass
class _Reading:
    """The quotations found so far, and the one that is still open."""

    text: str
    found: list[Span] = field(default_factory=list)
    opened: int = -1
    """Where the open quotation begins, or -1."""
    paragraph: Span = Span(0, 0)
    """The paragraph read last."""

    def read(self, paragraph: Span) -> None:
        """Read the marks of the next paragraph."""
        text, begins = self.text, paragraph.start
        continued = self.opened >= 0
        self.paragraph = paragraph
        for mark in _DOUBLE.finditer(text, paragraph.start, paragraph.end):
            if continued and mark.start() == paragraph.start:
                continue
            if self.opened >= 0 and not _must_open(text, mark, paragraph):
                self.found.append(Span(self.opened, mark.end()))
                self.opened, begins = -1, mark.end()
            elif _can_open(text, mark, paragraph):
                if self.opened < 0:
                    self.found += _find_single(text, begins, mark.start())
                self.opened = mark.start()
        if self.opened < 0:
            self.found += _find_single(text, begins, paragraph.end)

    def end(self) -> None:
        """Close what is still open where its paragraph ends, or leave it out."""
        if self.opened == self.paragraph.start or (0 <= self.opened < self.paragraph.start):
            self.found.append(Span(self.opened, self.paragraph.end))
        self.opened = -1


def _goes_on(text: str, paragraphs: tuple[Span, ...]) -> bool:
    """Say whether a quotation that is open goes on in the first of `paragraphs`."""
    if text.startswith(("“", '"', "„", "«", "``", "”"), paragraphs[0].start):
        return True
    for paragraph in paragraphs:
        mark = _DOUBLE.search(text, paragraph.start, paragraph.end)
        if mark is not None:
            before, after = _around(text, mark, paragraph)
            return mark.group() not in _OPENING and not before.isspace() and not after.isalnum()
    return False


def _around(text: str, mark: re.Match[str], paragraph: Span) -> tuple[str, str]:
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    return before, text[mark.end()] if mark.end() < paragraph.end else " "


def _can_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    if mark.group() in _CLOSING:
        return False
    before, after = _around(text, mark, paragraph)
    if mark.group() == "”":
        return before.isspace() and after.isalnum()
    if mark.group() in _OPENING:
        return not after.isspace() or before.isspace()
    return not before.isalnum() and before not in ".,!?;%)’'…”" and not after.isspace()


def _must_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """Say whether a mark cannot close the quotation that is open: it stands behind a blank and before a word.

    One behind a comma or a full stop, or before a verb of speech, closes all the same, its blank misplaced.
    """
    before, after = _around(text, mark, paragraph)
    if mark.group() in _CLOSING or not (before.isspace() or before in "(["):
        return False
    word = _WORD.match(text, mark.end())
    misplaced = text[mark.start() - 2 : mark.start()] in (", ", ". ", "! ", "? ")
    if misplaced or (word is not None and word.group() in speech_verbs()):
        return False
    return after.isalnum() or after in "[‘'…"


def _find_single(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the quotations in single marks of a stretch that holds no double ones."""
    at = start
    while (opening := _SINGLE_OPEN.search(text, at, end)) is not None:
        at = opening.end()
        if _CLIPPED.match(text, opening.end(), end):
            continue
        closing = _closing_single(text, opening.end(), min(end, opening.end() + _SINGLE_REACH))
        if closing is not None:
            yield Span(opening.start(), closing)
            at = closing


def _closing_single(text: str, start: int, end: int) -> int | None:
    """Return where a quotation in single marks ends; a plural's apostrophe ("the workers' demands") is passed over."""
    doubtful = None
    for mark in _SINGLE_CLOSE.finditer(text, start, end):
        before, after = text[mark.start() - 1], text[mark.end() : mark.end() + 2]
        if before != "s" or not (after[:1] == " " and after[1:].isalpha()):
            return mark.end()
        doubtful = doubtful or mark.end()
    return doubtful
