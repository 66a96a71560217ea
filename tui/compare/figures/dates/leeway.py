"""How far a date may lie from its value, told roughly or as a bound: "around 1990", "by Friday"."""

from math import inf

from tui.compare.figures.dates.moments import Moment
from tui.compare.figures.dates.pieces import Piece
from tui.compare.figures.qualifiers import read_qualifier_before
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words

_DAYS = {"hour": 1 / 24, "minute": 1 / 1440, "day": 1.0, "week": 7.0, "month": 31.0, "quarter": 92.0} | {
    "year": 366.0,
    "decade": 3653.0,
    "century": 36525.0,
}
_CLOCK = 0.5 / 24
"""A time of day that is told roughly is right within half an hour."""
_ROUND = 0.15
"""A count of years or days "ago" is right within one of them, or within such a share of it where it is greater."""


def leeway_of(words: Words, piece: Piece) -> tuple[float, float]:
    """Return how many days sooner and how many days later than its value a date may be."""
    moment = piece.moment
    counted = moment.step is not None and moment.count is not None and abs(moment.count) > 0 and not moment.span_of
    away = counted and words.low[piece.after - 1] in word_list("after a count of time")
    own = _of_count(moment) if away and moment.step != "day" else 0.0
    at = piece.first - 1
    at -= at > 0 and words.low[at] == "the"
    low = words.low[at] if at >= 0 else ""
    if low in word_list("before a last day"):
        return inf, own
    if low in word_list("before a first day"):
        return own, inf
    _, qualifier = read_qualifier_before(words, piece.first, 0, "number")
    if qualifier in ("more_than", "at_least") and away:
        return (inf, 0.0) if (moment.count or 0) < 0 else (0.0, inf)
    if qualifier in ("about", "nearly", "less_than"):
        own = max(own, _CLOCK if moment.time is not None else _DAYS.get(moment.precision_of_day or "day", 1.0))
    return own, own


def _of_count(moment: Moment) -> float:
    """Return the leeway of "three weeks ago", "ten years later"."""
    size = _DAYS.get(moment.step or "day", 1.0)
    return size * max(1.0, _ROUND * abs(moment.count or 0))
