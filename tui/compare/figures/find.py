"""Finding figures: walking over a paragraph, number by number."""

from collections.abc import Iterator
from dataclasses import replace

from tui.compare.figures.amounts import Amount, is_change, read_amount, read_range
from tui.compare.figures.forms import read_age, read_grade, read_magnitude, read_score
from tui.compare.figures.names import is_part_of_name
from tui.compare.figures.nouns import read_noun
from tui.compare.figures.numerals import number_words
from tui.compare.figures.quantities import Found, place_figure, read_quantity
from tui.compare.figures.words import Words
from tui.compare.reading import Date, Figure


def find_in(words: Words, dates: tuple[Date, ...]) -> Iterator[Figure]:
    """Yield the figures of a paragraph in the order of its text, none inside one of its `dates` but a duration.

    "Two years ago" is a date and holds the figure "two years"; "12 May" is a date and no figure.
    """
    starts, at, free, date = number_words(), 0, 0, 0
    while at < words.size:
        kind = words.kinds[at]
        if kind in ("number", "part") or (kind == "word" and words.low[at] in starts):
            while date < len(dates) and dates[date].end <= words.starts[at]:
                date += 1
            inside = date < len(dates) and dates[date].start <= words.starts[at]
            found = _read_duration(words, at, dates[date]) if inside else _read_figure(words, at, free)
            if found is not None and (inside or not _reaches(found.figure, dates, date)):
                at = free = found.after
                yield found.figure
                continue
            if kind == "number" and not inside:
                at = _past_code(words, at)
        at += 1


def _reaches(figure: Figure, dates: tuple[Date, ...], date: int) -> bool:
    """Say whether a figure that begins before a date would take some of its words."""
    return date < len(dates) and figure.span.overlaps(dates[date].span)


def _read_duration(words: Words, at: int, date: Date) -> Found | None:
    """Read the duration that a date is told by, such as "two years" in "two years ago"."""
    if date.precision == "decade":
        return None  # the "s" of "the early 1980s" is no second
    amount = read_amount(words, at)
    if amount is None or amount.unit is None or amount.unit.kind != "duration":
        return None
    start, end = words.starts[amount.first], words.ends[amount.after - 1]
    if start < date.start or end > date.end or (start, end) == (date.start, date.end):
        return None
    return place_figure(words, amount, "duration", amount.unit.name, first=amount.first, after=amount.after)


def _past_code(words: Words, at: int) -> int:
    """Return the last word of a telephone number, a part number or the like, no piece of which is a figure."""
    while words.touches(at + 1):
        if words.kinds[at + 1] not in ("number", "word") and words.low[at + 1] not in ("-", "/", ":", "."):
            break
        at += 1
    return at


def _read_figure(words: Words, at: int, free: int) -> Found | None:
    amount = read_amount(words, at, free)
    if amount is None or amount.first < free:
        return None
    score = read_score(words, amount)
    if score is not None:
        return score
    amount = _with_other_end(words, read_range(words, amount))
    grade = read_grade(words, amount)
    if grade is not None or is_part_of_name(words, amount):
        return grade
    for read in (read_age, read_magnitude):
        found = read(words, amount)
        if found is not None:
            return found
    return read_quantity(words, amount, free)


def _with_other_end(words: Words, amount: Amount) -> Amount:
    """Give an end of a falling change the unit that only the other one tells: "from 3.8 to 3.6 percent"."""
    if amount.is_range or amount.unit is not None or not amount.numeral.in_digits or amount.numeral.is_part:
        return amount
    if words.low[amount.after] == "to" and words.kinds[amount.after + 1] == "number":
        high = read_amount(words, amount.after + 1)
        return amount if high is None or high.unit is None else replace(amount, unit=high.unit)
    at = amount.first
    if at > 1 and (words.low[at - 1] == "to" or (words.low[at - 1] == "from" and _ends_alone(words, amount))):
        for start in range(at - 2, max(-1, at - 5), -1):
            low = read_amount(words, start) if words.kinds[start] == "number" else None
            if low is not None and low.after == at - 1 and low.unit is not None and not is_change(words, low):
                return replace(amount, unit=low.unit)
    return amount


def _ends_alone(words: Words, amount: Amount) -> bool:
    """Say whether a number counts nothing that is told behind it: "44 euros from 52", not "from 52 shops"."""
    return read_noun(words, amount.after, amount.value) is None
