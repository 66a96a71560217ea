"""Units of measure and currencies: what they are called and how they compare."""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.compare.figures.phrases import Phrases
from tui.compare.figures.words import Words
from tui.compare.reading import FigureKind
from tui.disk.tables import read_table


class Unit(NamedTuple):
    """What a figure is measured in."""

    name: str
    """An English noun in the singular."""
    kind: FigureKind
    dimension: str
    """Units of one dimension can be converted into each other."""
    factor: float
    """How many base units of the dimension one is."""

    def to_base(self, value: float) -> float:
        """Return `value` of this unit in base units; degrees of temperature count from their own zero."""
        return value * self.factor + _ZERO.get(self.name, 0.0)

    def from_base(self, value: float) -> float:
        """Return `value` base units in this unit."""
        return (value - _ZERO.get(self.name, 0.0)) / self.factor


class _Form(NamedTuple):
    unit: Unit
    exact: str | None = None
    """The very letters it must be written with, for short forms; none when case does not count."""


_ZERO = {"degree Fahrenheit": -32 / 1.8, "kelvin": -273.15}
"""Where these scales have their zero, in degrees Celsius."""
_KINDS: dict[str, FigureKind] = {
    "duration": "duration",
    "distance": "distance",
    "measure": "measure",
    "percent": "percent",
}


@cache
def _tables() -> tuple[dict[str, Unit], Phrases[_Form], Phrases[list[_Form]], Phrases[_Form]]:
    """Return units by name, names after any number, short forms after digits, and signs before a number."""
    here = Path(__file__).parent
    by_name: dict[str, Unit] = {}
    after: list[tuple[str, _Form]] = []
    short: dict[str, list[_Form]] = {}
    before: list[tuple[str, _Form]] = []
    for name, kind, dimension, factor, words, signs in read_table(here / "units.tsv"):
        unit = Unit(name, _KINDS[kind], name if dimension == "-" else dimension, float(factor))
        by_name[name] = unit
        after += [(word, _Form(unit)) for word in _cell(words)]
        for sign in _cell(signs):
            short.setdefault(sign.lower(), []).append(_Form(unit, sign))
    for name, part, whole, prefixes, words, signs in read_table(here / "currencies.tsv"):
        unit = Unit(name, "money", f"money in {whole}", float(part))
        by_name.setdefault(name, unit)
        after += [(word, _Form(unit)) for word in _cell(words)]
        for sign in _cell(signs):
            short.setdefault(sign.lower(), []).append(_Form(unit, sign))
        before += [(sign, _Form(unit, sign if sign.isalpha() or len(sign) == 2 else None)) for sign in _cell(prefixes)]
    return by_name, Phrases(after), Phrases(short.items()), Phrases(before)


def _cell(text: str) -> list[str]:
    return [] if text == "-" else [item.strip() for item in text.split(",")]


def unit_named(name: str) -> Unit | None:
    """Return the unit of measure or currency with this name, or none."""
    return _tables()[0].get(name)


def currency_with_scale(word: str) -> tuple[str, Unit] | None:
    """Return the scale letter and the currency that a code such as "MEUR" is made of, or none."""
    letter, code = word[:1], word[1:]
    unit = _codes().get(code) if code.isupper() and len(code) == 3 else None
    return None if unit is None else (letter.lower(), unit)


@cache
def _codes() -> dict[str, Unit]:
    rows = read_table(Path(__file__).with_name("currencies.tsv"))
    codes = {sign: row[0] for row in rows for sign in _cell(row[3]) if len(sign) == 3 and sign.isupper()}
    return {code: _tables()[0][name] for code, name in codes.items() if _tables()[0][name].kind == "money"}


def read_unit(words: Words, at: int, *, after_digits: bool) -> tuple[Unit, int] | None:
    """Return the unit that stands at `at`, and where the words after it begin."""
    _, names, short, _ = _tables()
    for forms, end in short.all_at(words, at) if after_digits else ():
        raw = _joined(words, at, end)
        for form in forms:
            exact = form.exact or ""
            whole = " " in exact or all(words.touches(place) for place in range(at + 1, end))
            if raw == exact.replace(" ", "") and whole and _may_stand_apart(words, at, raw):
                return form.unit, end
    named = names.at(words, at)
    return None if named is None else (named[0].unit, named[1])


def read_currency_before(words: Words, at: int) -> tuple[Unit, int] | None:
    """Return the currency whose sign or code ends just before `at`, and where it begins."""
    for form, first in _tables()[3].all_before(words, at):
        if _is_written_so(words, form, first, at):
            return form.unit, first
    return None


def read_currency_at(words: Words, at: int) -> tuple[Unit, int] | None:
    """Return the currency whose sign or code begins at `at`, and where the number after it begins."""
    found = _tables()[3].at(words, at)
    return None if found is None or not _is_written_so(words, found[0], at, found[1]) else (found[0].unit, found[1])


def _joined(words: Words, first: int, after: int) -> str:
    return "".join(words.raw[first:after])


def _is_written_so(words: Words, form: _Form, first: int, after: int) -> bool:
    if form.exact is None:
        return True
    raw = _joined(words, first, after)
    return raw == form.exact and (raw != "A$" or words.touches(after - 1))


def _may_stand_apart(words: Words, at: int, raw: str) -> bool:
    """Say whether a short form is near enough to its number: one letter may be a word of its own."""
    if words.touches(at):
        return True
    if raw in ("C", "F"):
        return not words.is_capital(at + 1)
    return raw in ("m", "g", "W", "V", "L") or (len(raw) > 1 and raw not in ("ha", "st", "min"))
