"""Finding figures: numbers of something, with what is counted, the unit and the qualifier."""

from collections.abc import Iterator
from dataclasses import replace

from tui.compare.figures.amounts import Amount, is_change, read_amount, read_range
from tui.compare.figures.counted import read_counted
from tui.compare.figures.names import is_part_of_name
from tui.compare.figures.nouns import Noun, is_person_noun, is_stop, read_noun, singular_of
from tui.compare.figures.numerals import number_words
from tui.compare.figures.qualifiers import read_qualifier_after, read_qualifier_before
from tui.compare.figures.special import read_age, read_magnitude, read_pair, tells_score, tells_vote
from tui.compare.figures.units import read_unit
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.reading import Date, Figure, FigureKind, Qualifier


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
            if found is not None and (inside or not _reaches(found[0], dates, date)):
                figure, at = found
                free = at
                yield figure
                continue
            if kind == "number" and not inside:
                at = _past_code(words, at)
        at += 1


def _reaches(figure: Figure, dates: tuple[Date, ...], date: int) -> bool:
    """Say whether a figure that begins before a date would take some of its words."""
    return date < len(dates) and figure.span.overlaps(dates[date].span)


def _read_duration(words: Words, at: int, date: Date) -> tuple[Figure, int] | None:
    """Read the duration that a date is told by, such as "two years" in "two years ago"."""
    amount = read_amount(words, at)
    if (
        amount is None
        or amount.unit is None
        or amount.unit.kind != "duration"
        or words.ends[amount.after - 1] >= date.end
    ):
        return None
    return _figure(words, amount, amount.first, amount.after, "duration", amount.unit.name)


def _past_code(words: Words, at: int) -> int:
    """Return the last word of a telephone number, a part number or the like, no piece of which is a figure."""
    while words.touches(at + 1) and (
        words.kinds[at + 1] in ("number", "word") or words.low[at + 1] in ("-", "/", ":", ".")
    ):
        at += 1
    return at


def _read_figure(words: Words, at: int, free: int) -> tuple[Figure, int] | None:
    amount = read_amount(words, at, free)
    if amount is None or amount.first < free:
        return None
    amount = _with_other_end(words, read_range(words, amount))
    if is_part_of_name(words, amount):
        return None
    return _score(words, amount) or _age(words, amount) or _magnitude(words, amount) or _quantity(words, amount, free)


def _with_other_end(words: Words, amount: Amount) -> Amount:
    """Give an end of a falling change the unit that only the other one tells: "from 4.8 to 4.7 percent"."""
    if amount.is_range or amount.unit is not None or amount.numeral.is_part:
        return amount
    if words.low[amount.after] == "to" and (high := read_amount(words, amount.after + 1)) is not None:
        return (
            amount
            if high.unit is None or words.kinds[amount.after + 1] != "number"
            else replace(amount, unit=high.unit)
        )
    at = amount.first
    if at > 1 and words.low[at - 1] == "to" and amount.numeral.in_digits:
        for start in range(at - 2, max(-1, at - 5), -1):
            low = read_amount(words, start) if words.kinds[start] == "number" else None
            if low is not None and low.after == at - 1 and low.unit is not None and not is_change(words, low):
                return replace(amount, unit=low.unit)
    return amount


def _figure(
    words: Words,
    amount: Amount,
    first: int,
    after: int,
    kind: FigureKind,
    unit: str | None,
    counted: str | None = None,
    qualifier: Qualifier = "exact",
) -> tuple[Figure, int]:
    if amount.is_range and qualifier == "exact":
        qualifier = "between"
    if amount.high is not None and not amount.is_range:
        qualifier = "vague"
    start, end = words.starts[first], words.ends[after - 1]
    return Figure(start, end, kind, amount.value, amount.high, unit, counted, qualifier), after


def _score(words: Words, amount: Amount) -> tuple[Figure, int] | None:
    at = amount.numeral.first
    pair = read_pair(words, at)
    if pair is None or amount.first != at:
        return None
    one, two, after = pair
    if tells_vote(words, at) and one + two >= 9:
        kind: FigureKind = "vote"
    elif (
        tells_score(words, at) and read_unit(words, after, after_digits=True) is None and not read_noun(words, after, 2)
    ):
        kind = "score"
    else:
        return None
    return Figure(words.starts[at], words.ends[after - 1], kind, one, two), after


def _age(words: Words, amount: Amount) -> tuple[Figure, int] | None:
    age = read_age(words, amount)
    if age is None:
        return None
    first, after, unit = age
    return _figure(words, amount, first, after, "age", unit)


def _magnitude(words: Words, amount: Amount) -> tuple[Figure, int] | None:
    found = read_magnitude(words, amount)
    return None if found is None else _figure(words, amount, *found, "measure", "magnitude")


def _quantity(words: Words, amount: Amount, free: int) -> tuple[Figure, int] | None:
    """Read what is measured or counted after an amount, and the qualifier around it."""
    after, qualifier = read_qualifier_after(words, amount.after)
    counted, noun, noun_at, after_number = None, None, after, after
    kind: FigureKind = "number"
    name: str | None = None
    if amount.unit is not None:
        kind, name = amount.unit.kind, amount.unit.name
    else:
        noun_at = _noun_start(words, after, amount)
        noun = _read_joined_noun(words, after, amount.value) or _read_counted_noun(words, noun_at, amount)
        if amount.numeral.is_part:
            after = after if noun is None else noun.after
            return _placed(words, amount, amount.first, after, free, "fraction", None, None, qualifier)
        if noun is None and _counts_nothing(words, amount):
            return None
        if noun is not None:
            kind, name, after = "count", noun.singular, noun.after
    if name is not None:
        after, name = _with_rate(words, after, name)
    if kind in ("count", "number"):
        first, _ = read_qualifier_before(words, amount.first, free, kind)
        starts = noun_at if amount.value != 1 or noun_at == after_number else after_number
        counted = read_counted(words, first, noun, starts)
        if name is None and counted is not None and amount.value == int(amount.value):
            kind, name = "count", "person"
    return _placed(words, amount, amount.first, after, free, kind, name, counted, qualifier)


def _read_counted_noun(words: Words, at: int, amount: Amount) -> Noun | None:
    """Read the noun that an amount counts; "thousands" alone counts nothing without "of"."""
    last = words.low[amount.numeral.after - 1]
    if amount.high is not None and not amount.is_range and last.endswith("s") and at == amount.after:
        return None
    return read_noun(words, at, 2 if at > amount.after and amount.value == 1 else amount.value)


def _noun_start(words: Words, at: int, amount: Amount) -> int:
    """Return where the words that tell what is counted begin: past "more", "of" and "of the"."""
    at += words.low[at] in ("more", "other", "additional", "extra")
    if words.low[at] == "of" and (amount.high is not None or amount.value == 1):
        at += 1
        at += words.low[at] in word_list("after of")
        at += words.low[at].endswith(("'s", "s'"))
    return at


def _read_joined_noun(words: Words, at: int, value: float) -> Noun | None:
    """Read the noun that a hyphen joins to a number: "a five-page letter"."""
    joined = words.low[at] == "-" and words.touches(at) and words.touches(at + 1)
    low = words.low[at + 1]
    if not joined or value < 2 or words.kinds[at + 1] != "word" or words.is_capital(at + 1) or len(low) < 3:
        return None
    if low in word_list("joined to no count") or low.endswith(("ed", "ing")) or is_stop(low):
        return None
    return Noun(at + 2, singular_of(low) or low, is_person_noun(singular_of(low) or low))


def _placed(
    words: Words,
    amount: Amount,
    first: int,
    after: int,
    free: int,
    kind: FigureKind,
    unit: str | None,
    counted: str | None,
    qualifier: Qualifier,
) -> tuple[Figure, int]:
    """Return the figure with the qualifier that stands before it, or else around it."""
    first, before = read_qualifier_before(words, first, free, kind)
    if before == "exact" and qualifier == "exact":
        after, qualifier = read_qualifier_after(words, after)
    return _figure(words, amount, first, after, kind, unit, counted, qualifier if before == "exact" else before)


def _counts_nothing(words: Words, amount: Amount) -> bool:
    """Say whether a number without a noun is no figure: "the two", "one of them", "two-way"."""
    before = words.low[amount.first - 1] if amount.first > 0 else ""
    at = amount.after
    if amount.value == 1 and words.low[at] == "of":
        return True
    joined = words.low[at] == "-" and words.touches(at) and words.touches(at + 1) and words.kinds[at + 1] == "word"
    return not amount.numeral.in_digits and (joined or before in word_list("before known"))


def _with_rate(words: Words, after: int, name: str) -> tuple[int, str]:
    """Read what a rate is per: "a day", "per square foot"."""
    low = words.low[after]
    if low not in word_list("before rate") or words.low[after + 1] not in word_list("rate units"):
        return after, name
    if words.low[after + 2] in word_list("after no rate"):
        return after, name  # "$5m a year ago" is no rate
    return after + 2, f"{name} per {words.low[after + 1]}"
