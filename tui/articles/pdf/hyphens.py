"""Words that were broken at the end of a line: whether the hyphen belongs to the word or to the line."""

import re
from collections.abc import Iterable

from tui.articles.pdf.words import SOFT_HYPHEN

_PIECE = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_BEFORE = re.compile(r"([^\W_]+)-\Z")
_AFTER = re.compile(r"([^\W_]+)")
_FIRST = frozenset(
    "all anti co cross deputy double eight ex fifty first five forty four full half hard high ill inter left like long low "
    "mid much multi nine nineteenth non north one post pre pro right second self semi seven short single six sixty so "
    "soft south south well ten third thirty three top triple twenty twentieth two under vice well wide year zero "
    "back door east eighty front in ninety off on out seventy up west".split()
)
_SECOND = frozenset(
    "aged based born backed called controlled day east elect false free friendly funded general high hour in language led "
    "level like long made man minister month minded minute off old on only out owned page party person president ranking related "
    "rich round run scale size so star storey style term time to up week west wide woman year".split()
)


class Hyphens:
    """Judges broken words by the words of the document they stand in."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._words = frozenset(
            word.casefold() for line in lines for word in _PIECE.findall(line) if not line.endswith((word, word + "-"))
        )

    def join(self, above: str, below: str) -> str:
        """Return two lines of a paragraph as one: with a blank, or as one word where the first ends with a hyphen."""
        if above.endswith(SOFT_HYPHEN):
            return above.rstrip(SOFT_HYPHEN) + below
        first, second = _BEFORE.search(above), _AFTER.match(below)
        if not first or not second:
            # A dash set without blanks does not ask for any at the end of a line.
            return above + below if above.endswith(("—", "-")) and not above.endswith((" —", " -")) else f"{above} {below}"
        return above[: None if self._keeps(first[1], second[1]) else -1] + below

    def _keeps(self, first: str, second: str) -> bool:
        """Say whether the hyphen between two halves would stand in the middle of a line too."""
        if not (first.isalpha() and second.isalpha() and second.islower()):
            return True
        one, other = first.casefold(), second.casefold()
        if one + other in self._words:
            return False
        if f"{one}-{other}" in self._words:
            return True
        return one in _FIRST and len(other) > 2 or other in _SECOND and len(one) > 3 and one in self._words
