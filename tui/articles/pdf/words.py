"""The words of a PDF's pages with the places where they stand, as PDFium reads them."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

SOFT_HYPHEN = "\u00ad"
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u2010": "-",
        "\ufffe": SOFT_HYPHEN,
    }
)
_HYPHEN = 2
"""What PDFium calls a hyphen that it takes for the mark of a broken word."""
_GUESS = "\0"
"""Stands for a blank that PDFium guesses where the file has none; where letters stand decides."""
_GAP, _GUESSED_GAP = 0.18, 0.09
"""Letters further apart than this part of the type's size belong to two words; less will do at a guessed blank."""
_MOST_LETTERS = 60_000
"""A page of more letters is a drawing or a trap; the rest of it is left unread."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page. Places are in points from the page's upper left corner."""

    text: str
    left: float
    right: float
    base: float
    """The height of the line that its letters stand on, downwards."""
    size: float
    """The size of its type."""
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The words of a page in the order in which the file draws them."""

    words: tuple[Word, ...]
    width: float
    height: float
    sideways: str = ""
    """Text that does not run from left to right."""
    unknown: int = 0
    """Letters whose meaning the file does not record."""
    letters: int = 0
    has_pictures: bool = False
    is_cut: bool = False
    """Whether the page holds more letters than are read."""


@dataclass(frozen=True, slots=True)
class _Letter:
    sign: str
    left: float
    right: float
    base: float
    size: float
    at: int
    is_sideways: bool = False


def read_page(page: Any) -> Page:
    """Return the words of `page`, a page of pypdfium2."""
    import pypdfium2.raw as raw

    text = page.get_textpage()
    try:
        width, height = page.get_size()
        count = raw.FPDFText_CountChars(text.raw)
        letters, sideways, unknown = list[_Letter](), list[str](), 0
        reader = _Letters(text.raw, height)
        for at in range(min(count, _MOST_LETTERS)):
            letter = reader.read(at)
            if letter.is_sideways:
                sideways.append(letter.sign)
            elif letter.sign <= " " and sideways and sideways[-1] != " ":
                sideways.append(" ")
                letters.append(letter)
            else:
                letters.append(letter)
                unknown += letter.sign > " " and raw.FPDFText_HasUnicodeMapError(text.raw, at) == 1
        words = tuple(_word(word, _is_bold(raw, text.raw, word[0].at)) for word in _join(letters))
    finally:
        text.close()
    turned = "".join(sideways)
    has_pictures = not words and next(page.get_objects([raw.FPDF_PAGEOBJ_IMAGE]), None) is not None
    return Page(words, width, height, turned, unknown, len(letters), has_pictures, count > _MOST_LETTERS)


class _Letters:
    """Reads the letters of a page one by one; what PDFium writes into is made once for all of them."""

    def __init__(self, text: Any, height: float) -> None:
        import pypdfium2.raw as raw

        self._raw, self._text, self._height = raw, text, height
        self._x, self._y, self._matrix, self._box = (
            ctypes.c_double(),
            ctypes.c_double(),
            raw.FS_MATRIX(),
            raw.FS_RECTF(),
        )

    def read(self, at: int) -> _Letter:
        raw, text, x, matrix, box = self._raw, self._text, self._x, self._matrix, self._box
        code = raw.FPDFText_GetUnicode(text, at)
        if code < 33 and code != _HYPHEN:
            return _Letter(_GUESS if raw.FPDFText_IsGenerated(text, at) == 1 else " ", 0, 0, 0, 0, at)
        raw.FPDFText_GetCharOrigin(text, at, x, self._y)
        raw.FPDFText_GetMatrix(text, at, matrix)
        raw.FPDFText_GetLooseCharBox(text, at, box)
        size = raw.FPDFText_GetFontSize(text, at) * math.hypot(matrix.c, matrix.d)
        start, end = x.value, box.right
        is_sideways = abs(matrix.b) > 0.1 * math.hypot(matrix.a, matrix.b) or matrix.a < 0
        # From where a letter is set to where the next would be; its ink may reach beyond, in italics far.
        end = end if end > start else start + 0.5 * size
        sign = "-" if code == _HYPHEN else chr(code)
        return _Letter(sign, start, end, self._height - self._y.value, size, at, is_sideways)


def _is_bold(raw: Any, text: Any, at: int) -> bool:
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, at, name, len(name), flags)
    return raw.FPDFText_GetFontWeight(text, at) > 600 or b"bold" in name.value.lower() or b"black" in name.value.lower()


def _join(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Yield the letters of each word."""
    word: list[_Letter] = []
    gap = _GAP
    for letter in letters:
        if letter.sign == _GUESS:
            gap = _GUESSED_GAP
            continue
        is_blank = letter.sign.isspace()
        if word and (is_blank or not _goes_on(word[-1], letter, gap)):
            yield word
            word = []
        if not is_blank:
            word.append(letter)
        gap = _GAP
    if word:
        yield word


def _goes_on(one: _Letter, other: _Letter, gap: float) -> bool:
    if abs(one.base - other.base) > 0.5 * one.size:
        return False
    # The letters of a ligature are told one by one, all at the place where it is set.
    is_ligature = abs(other.left - one.left) < 0.01 * one.size
    return is_ligature or -0.5 * one.size < other.left - one.right < gap * one.size


def _word(letters: list[_Letter], is_bold: bool) -> Word:
    text = "".join(letter.sign for letter in letters).translate(_LIGATURES)
    size = max(letter.size for letter in letters)
    return Word(text, letters[0].left, letters[-1].right, letters[0].base, round(size, 2), is_bold)
