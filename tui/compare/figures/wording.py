"""Figures and dates in the words of a list: "6,000 people killed", "$1.5 billion", "12 May 2015"."""

from calendar import month_name
from fractions import Fraction

from tui.compare.reading import Date, Figure

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_VAGUE = {12: "dozens", 20: "scores", 100: "hundreds", 1000: "thousands", 1e4: "tens of thousands"} | {
    1e5: "hundreds of thousands",
    1e6: "millions",
    1e7: "tens of millions",
    1e8: "hundreds of millions",
    1e9: "billions",
    1e12: "trillions",
}
_IRREGULAR = {"person": "people", "man": "men", "woman": "women", "child": "children", "foot": "feet", "inch": "inches"}
_SIGNS = {"dollar": "$", "pound sterling": "£", "euro": "€"}
_UNCHANGED = frozenset(
    ("stone", "yen", "yuan", "won", "baht", "percent", "hertz", "horsepower", "ringgit", "rand", "aircraft")
)


def _share_in_words(value: float) -> str:
    share = Fraction(value).limit_denominator(20)
    return f"{share.numerator}/{share.denominator}" if abs(float(share) - value) < 1e-6 else number_in_words(value)


def number_in_words(value: float) -> str:
    """Return a number as a list shows it: thousands marked, millions and more in words, decimals that matter."""
    for scale, word in _SCALES:
        if abs(value) >= scale and round(value / scale, 3) * scale == value:
            return f"{value / scale:,.10g} {word}"
    text = f"{value:,.10g}"
    if "e" in text or len(text.partition(".")[2]) > 4:
        return f"{value:,.2f}" if abs(value) >= 1 else f"{value:.3g}"
    return text


def plural_of(unit: str) -> str:
    """Return the plural of a unit's English name."""
    head, per, rest = unit.partition(" per ")
    first, space, last = head.rpartition(" ")
    if last in _UNCHANGED or head == "degree Celsius":
        plural = head if head != "degree Celsius" else "degrees Celsius"
    elif head == "degree Fahrenheit":
        plural = "degrees Fahrenheit"
    elif last == "sterling":
        plural = "pounds sterling"
    elif last in _IRREGULAR:
        plural = first + space + _IRREGULAR[last]
    elif last.endswith("y") and last[-2:-1] not in ("a", "e", "o", "u"):
        plural = first + space + last[:-1] + "ies"
    else:
        plural = head + ("es" if last.endswith(("s", "x", "ch", "sh")) else "s")
    return plural + per + rest


def value_in_words(value: float, unit: str | None) -> str:
    """Return a value with its unit: "4.8 kilometres", "1 hour", "$1.5 billion", "$3.20 per gallon"."""
    number = number_in_words(value)
    if unit is None:
        return number
    head, per, rest = unit.partition(" per ")
    sign = _SIGNS.get(head)
    if sign is not None:
        if value != int(value):
            number = f"{value:,.2f}"
        return f"{'-' if value < 0 else ''}{sign}{number.removeprefix('-')}{per}{rest}"
    if unit == "percent":
        return f"{number}%"
    if unit in ("magnitude", "category", "level", "stage"):
        return f"{unit} {number}"
    if unit == "EF":
        return f"EF{number}"
    return f"{number} {unit if abs(value) == 1 else plural_of(unit)}"


def figure_in_words(figure: Figure) -> str:
    """Return a figure's name: its value, unit and what is counted, without the qualifier."""
    if figure.kind in ("score", "vote") and figure.high is not None:
        return f"{figure.value:g}-{figure.high:g}"
    if figure.kind == "age":
        return f"aged {value_in_words(figure.value, None if figure.unit == 'year' else figure.unit)}"
    unit, counted = figure.unit, figure.counted
    if figure.kind == "fraction":
        return " of ".join(part for part in (_share_in_words(figure.value), counted) if part)
    if counted is not None:
        unit = None
    if figure.qualifier == "vague" and figure.value in _VAGUE:
        value = _VAGUE[figure.value] + (f" of {plural_of(unit)}" if unit is not None else "")
        return f"{value} of {counted}" if counted and unit is None else value
    if figure.high is not None:
        low_unit = unit if unit in ("percent", *_SIGNS) else None
        value = f"{value_in_words(figure.value, low_unit)} to {value_in_words(figure.high, unit)}"
    else:
        value = value_in_words(figure.value, unit)
    return f"{value} {counted}" if counted else value


def date_in_words(date: Date, said: str) -> str:
    """Return a date's name: "12 May 2015", "April 2014", "2014 to 2018"; `said` where the text fixes no more."""
    if date.value is None:
        return said
    name = _iso_in_words(date.value, date.zone)
    if name is None:
        return said
    if date.until is not None:
        end = _iso_in_words(date.until, date.zone)
        return said if end is None else f"{name} to {end}"
    if date.part in ("spring", "summer", "autumn", "winter"):
        return f"{date.part} {name}"
    return name


def _iso_in_words(value: str, zone: str | None) -> str | None:
    day, at, time = value.partition("T")
    if "W" in day:
        return None
    time = f"{time[:5]} {zone}" if zone else time
    if not day:
        return time
    name: str | None
    if day.endswith("XX"):
        name = f"{int(day[:-2])}00s"
    elif day.endswith("X"):
        name = f"{day[:-1]}0s"
    else:
        year, _, rest = day.removeprefix("--").partition("-") if not day.startswith("--") else ("", "", day[2:])
        month, _, number = rest.partition("-")
        pieces = [str(int(number)) if number else "", month_name[int(month)] if month else "", year.lstrip("0")]
        name = " ".join(piece for piece in pieces if piece)
    return f"{name}, {time}" if at else name
