"""The program's own signs in ASCII, for terminals, fonts and screen readers that have no others; letters stay.

The table beside this says what stands for each sign. One character stands for one, so that nothing moves but what took
two cells.
"""

import functools
import re
from collections.abc import Mapping
from pathlib import Path

from tui.disk.tables import read_table

_SYMBOLS = ((0x2190, 0x2BFF), (0xE000, 0xF8FF), (0x1F000, 0x1FAFF))
"""Arrows, mathematics, boxes, blocks and pictures, the private ones of some fonts among them; `*` stands for each."""
_OTHER_THAN_LETTERS = re.compile("[\u00b7\u00d7\u2010-\u2044\u2190-\u2bff\ue000-\uf8ff\U0001f000-\U0001faff]")


def to_ascii(text: str) -> str:
    """Return `text` with its signs, dashes, dots and quotation marks in ASCII, each one character for one.

    >>> to_ascii("≠ 6,000 – 6,100 “dead” … Élysée ↑8")
    '# 6,000 - 6,100 "dead" ~ Élysée ^8'
    """
    return text.translate(_signs()) if _OTHER_THAN_LETTERS.search(text) else text


@functools.cache
def _signs() -> Mapping[int, str]:
    symbols = {code: "*" for first, last in _SYMBOLS for code in range(first, last + 1)}
    return symbols | {ord(row[0]): row[1] for row in read_table(Path(__file__).with_name("ascii_signs.tsv"))}
