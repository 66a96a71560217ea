"""Both articles taken apart for their details, each piece once, when it is first asked for."""

import re
from collections import Counter
from functools import cached_property
from typing import NamedTuple

from tui.articles.article import SIDES, Side
from tui.compare.details.parts import Parts, read_parts
from tui.compare.reading import Date, Reading
from tui.compare.units.read import Units

_WORD = re.compile(r"\w+")


def date_key(date: Date, text: str) -> tuple[str | None, str | None, str | None]:
    """Return what tells a date from others: value, words, part of the day; its own text where nothing fixes it."""
    key = date.value, date.explicit, date.part
    return key if any(key[:2]) else (text.lower(), None, date.part)


class Told(NamedTuple):
    """What an article tells anywhere, to be looked up in a moment."""

    figures: Counter[tuple[float, str | None]]
    """How often it gives each value with its unit."""
    least: frozenset[tuple[float, str | None]]
    """The values, with their units, that it gives as the least that is known: "at least 14"."""
    dates: Counter[tuple[str | None, str | None, str | None]]
    """How often it gives each date, as value, words and part of the day."""
    text: str
    """The whole of it in lower case."""
    words: frozenset[str]
    """The words of that."""

    def says(self, phrase: str) -> bool:
        """Say whether the article has a phrase in it, in any case."""
        phrase = phrase.lower()
        return all(word in self.words for word in _WORD.findall(phrase)) and phrase in self.text


def _read_told(reading: Reading) -> Told:
    text = reading.article.text.lower()
    return Told(
        Counter((figure.value, figure.unit) for figure in reading.figures),
        frozenset((f.value, f.unit) for f in reading.figures if f.qualifier in ("at_least", "more_than")),
        Counter(date_key(date, reading.article.slice(date.span)) for date in reading.dates),
        text,
        frozenset(_WORD.findall(text)),
    )


class Pair:
    """Two articles, sentence by sentence."""

    def __init__(self, left: Reading, right: Reading) -> None:
        self.readings: dict[Side, Reading] = {"left": left, "right": right}

    @cached_property
    def sentences(self) -> dict[Side, tuple[Parts, ...]]:
        """The parts of each sentence."""
        return {side: read_parts(self.readings[side]) for side in SIDES}

    @cached_property
    def units(self) -> dict[Side, Units]:
        """The units of each sentence."""
        return {side: Units(self.readings[side], self.sentences[side]) for side in SIDES}

    def read_ahead(self) -> None:
        """Read all units of all sentences, also where nobody will ask: for when there is nothing else to do."""
        for side in SIDES:
            for number in range(len(self.sentences[side])):
                self.units[side].of(number)

    @cached_property
    def told(self) -> dict[Side, Told]:
        """What each article tells anywhere."""
        return {side: _read_told(self.readings[side]) for side in SIDES}
