"""Making text from outside harmless to a terminal: one visible character for each dangerous one.

Every text that may reach a screen goes through here: articles, titles, file names, error messages, themes, notes.
"""

import re

_CONTROLS = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421}
_CONTROLS |= {code: 0xFFFD for code in range(0x80, 0xA0)}
_CONTROLS |= {code: 0xFFFD for code in range(0xD800, 0xE000)}
"""C0 and DEL become their control pictures; C1 and lone surrogates, which have none, a replacement character."""

BIDI_CONTROLS = {
    0x061C: 0x29D7,
    0x200E: 0x21A6,
    0x200F: 0x21A4,
    0x202A: 0x21B1,
    0x202B: 0x21B0,
    0x202C: 0x21B5,
    0x202D: 0x21C9,
    0x202E: 0x21C7,
    0x2066: 0x21E5,
    0x2067: 0x21E4,
    0x2068: 0x21F9,
    0x2069: 0x21B2,
}
"""Marks that turn the direction of text, and so can hide what it says, with the arrow or sign that is shown instead."""

_HIDDEN = (
    *((0x034F, 0x034F), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180E, 0x180E), (0x200B, 0x200B), (0x2060, 0x2065)),
    *((0x206A, 0x206F), (0x2800, 0x2800), (0x3164, 0x3164), (0xFE00, 0xFE0D), (0xFEFF, 0xFEFF), (0xFFA0, 0xFFA0)),
    *((0xFFF0, 0xFFFB), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)
"""Unicode's default ignorable code points (DerivedCoreProperties.txt) but those kept below; and braille's blank."""

INVISIBLE = {code: 0x2423 for first, last in _HIDDEN for code in range(first, last + 1)} | {0x00AD: 0x2010}
"""Characters of no width that can hide in a word, with the visible one that is shown instead.

The zero-width joiner and non-joiner, the selectors of emoji (U+FE0E, U+FE0F) and those of Mongolian are not here:
emoji, Persian, Indic scripts and Mongolian are spelt with them.
"""

_LINE = _CONTROLS | BIDI_CONTROLS | INVISIBLE | {0x2028: 0x2424, 0x2029: 0x2424}
_TEXT = _LINE | dict.fromkeys((0x0B, 0x0C, 0x2028, 0x2029), 0x0A)
del _TEXT[0x09], _TEXT[0x0A]

_ANY = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u2028\u2029\ud800-\udfff"
    + "".join(map(chr, BIDI_CONTROLS))
    + "".join(f"{chr(first)}-{chr(last)}" for first, last in _HIDDEN)
    + "]"
)
"""What is a key of `_TEXT`."""


def make_inert(text: str) -> str:
    """Return `text` of any number of lines with every dangerous character replaced one for one by a visible one.

    Tabs and line feeds stay; form feeds, vertical tabs and the Unicode line and paragraph separators become line feeds.
    """
    # Finding that nothing is to be replaced takes a twentieth of the time that replacing nothing takes.
    return text.translate(_TEXT) if _ANY.search(text) else text


def make_inert_line(text: str) -> str:
    """Return `text` as `make_inert` does, but on one line: tabs and line ends become visible as well."""
    return text.translate(_LINE)
