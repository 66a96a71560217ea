"""Words that were broken at the end of a line: whether the hyphen belongs to the word or to the line."""

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from tui.articles.pdf.words import SOFT_HYPHEN
from tui.disk.tables import read_table

_PIECE = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W_]+)-\Z")
_AFTER = re.compile(r"([^\W_]+)")


@cache
def _joined_words() -> tuple[frozenset[str], frozenset[str]]:
    """Return the words that stand before a hyphen and those that stand behind one."""
    rows = read_table(Path(__file__).with_name("hyphens.tsv"))
    first, second = (
        frozenset(w for place, words in rows if place == which for w in words.split()) for which in ("first", "second")
    )
    return first, second


class Hyphens:
    """Judges broken words by the words of the document they stand in."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = frozenset(
            word.casefold() for line in lines for word in _PIECE.findall(line) if not line.endswith((word, word + "-"))
        )

    def join(self, above: str, below: str, is_headline: bool = False) -> str:
        """Return two lines of a paragraph as one: with a blank, or as one word where the first ends with a hyphen.

        No word of a headline is broken to fit.
        """
        if above.endswith(SOFT_HYPHEN):
            return above.rstrip(SOFT_HYPHEN) + below
        first, second = _BEFORE.search(above), _AFTER.match(below)
        if not first or not second:
            # A dash set without blanks does not ask for any at the end of a line.
            return (
                above + below if above.endswith(("—", "-")) and not above.endswith((" —", " -")) else f"{above} {below}"
            )
        return above[: None if is_headline or self._keeps(first[1], second[1]) else -1] + below

    def _keeps(self, first: str, second: str) -> bool:
        """Say whether the hyphen between two halves would stand in the middle of a line too."""
        if not (first.isalpha() and second.isalpha() and second.islower()):
            return True
        one, other = first.casefold(), second.casefold()
        if one + other in self._words:
            return False
        if f"{one}-{other}" in self._words:
            return True
        befores, behinds = _joined_words()
        return (one in befores and (other in behinds or (len(other) > 3 and other in self._words))) or (
            other in behinds and len(one) > 3 and one in self._words
        )
