"""Figures of a form of their own: ages, sports scores and votes, the strength of storms and earthquakes."""

from tui.compare.figures.amounts import Amount
from tui.compare.figures.names import is_known_pair
from tui.compare.figures.nouns import is_stop, read_noun
from tui.compare.figures.numerals import read_numeral
from tui.compare.figures.quantities import Found, place_figure
from tui.compare.figures.units import read_unit
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.nouns import noun
from tui.compare.reading import Figure, FigureKind

_NEAR = 12
"""So many words before and after a number tell what it is about."""
_LEAST_AGE = 5
"""Who turns fewer is no news: "turned 3" and "at 3" tell of other things."""
_APART = frozenset(",.;:?!")
_LOCATIVE = frozenset(("in", "at", "of", "for", "from", "near", "the"))
_MOST_GOALS = 200
"""No side scores more; greater numbers joined are models and parts."""
_LEAST_VOTES = 9
"""A vote has at least so many voices: the smallest courts."""


def _is_talk_of(topic: str, words: Words, at: int) -> bool:
    """Say whether words near `at` speak of a topic: "votes", "matches", "earthquakes"."""
    return not word_list(f"talk of {topic}").isdisjoint(words.low[max(0, at - _NEAR) : at + _NEAR])


def read_score(words: Words, amount: Amount) -> Found | None:
    """Read a score or a vote, where the words around tell of a match or of voting: "won 3-1", "passed 51-49"."""
    at = amount.numeral.first
    told = _read_told_vote(words, amount)
    if told is not None:
        return told
    pair = _read_pair(words, at)
    if pair is None or amount.first != at or _is_model(words, at, pair):
        return None
    one, two = pair
    kind: FigureKind
    if _is_beside_vote(words, at) or (_is_talk_of("votes", words, at) and one + two >= _LEAST_VOTES):
        kind = "vote"
    elif _is_talk_of("matches", words, at) and not _measures(words, at + 3):
        kind = "score"
    else:
        return None
    return Found(Figure(words.starts[at], words.ends[at + 2], kind, one, two), at + 3)


def _read_told_vote(words: Words, amount: Amount) -> Found | None:
    """Read a vote told in words: "five votes to four", "by 12 votes to 9"."""
    numeral = amount.numeral
    if amount.unit is not None or words.low[numeral.after : numeral.after + 2] not in (["votes", "to"], ["vote", "to"]):
        return None
    other = read_numeral(words, numeral.after + 2)
    counts = other is not None and words.kinds[other.after] == "word" and not is_stop(words.low[other.after])
    if other is None or counts or other.is_part or numeral.is_part:
        return None
    figure = Figure(words.starts[amount.first], words.ends[other.after - 1], "vote", numeral.value, other.value)
    return Found(figure, other.after)


def _is_beside_vote(words: Words, at: int) -> bool:
    beside = words.low[max(0, at - 3) : at] + words.low[at + 3 : at + 5]
    return not word_list("beside votes").isdisjoint(beside)


def _is_model(words: Words, at: int, pair: tuple[float, float]) -> bool:
    """Say whether two joined numbers are a part of a name: "the Boeing 737-8"."""
    before = words.low[at - 1] if at > 0 else ""
    return before in word_list("before numbers") and (
        max(pair) > _MOST_GOALS or before not in ("game", "round", "match")
    )


def _read_pair(words: Words, at: int) -> tuple[float, float] | None:
    """Read two whole numbers below a thousand joined by a hyphen without blanks, and by nothing else."""
    if (
        words.touches(at)
        or is_known_pair(words, at)
        or words.low[at + 1] != "-"
        or not (words.touches(at + 1) and words.touches(at + 2))
    ):
        return None
    if words.touches(at + 3) and words.low[at + 3] in ("-", "/"):
        return None
    one, two = words.number(at), words.number(at + 2)
    whole = all(words.raw[place].isdecimal() and len(words.raw[place]) <= 3 for place in (at, at + 2))
    return None if one is None or two is None or not whole else (one, two)


def _measures(words: Words, at: int) -> bool:
    return read_unit(words, at, after_digits=True) is not None or read_noun(words, at, 2) is not None


def read_age(words: Words, amount: Amount) -> Found | None:
    """Read an age: "45-year-old", "aged 45", "Jo Lind, 45,"."""
    first, after = amount.first, amount.after
    if amount.unit is not None:
        place = after + (words.low[after] == "-" and words.touches(after))
        if amount.unit.name not in ("year", "month", "week", "day"):
            return None
        if words.low[place] in ("old", "olds", "old's", "olds'"):
            return place_figure(words, amount, "age", amount.unit.name, first=first, after=place + 1)
        if words.low[after : after + 2] == ["of", "age"]:
            return place_figure(words, amount, "age", amount.unit.name, first=first, after=after + 2)
        return None
    if not 0 < amount.value <= 120 or amount.value != int(amount.value):
        return None
    lead = first - 1 - (first > 1 and words.low[first - 1] in ("between", "about", "around", "over", "under"))
    if lead >= 0 and words.low[lead] in ("aged", "age", "ages"):
        return place_figure(words, amount, "age", "year", first=lead, after=after)
    if _stands_for_age(words, amount):
        return place_figure(words, amount, "age", "year", first=first, after=after)
    return None


def _stands_for_age(words: Words, amount: Amount) -> bool:
    """Say whether a number alone is an age: "over the age of 21", "Jo Lind, 45,", "Lind, now 45,"."""
    first = amount.first
    before, earlier = (words.low[first - back] if first >= back else "" for back in (1, 2))
    if before == "of" and earlier in ("age", "ages"):
        return True
    if before == "of" and earlier in ("man", "woman", "boy", "girl"):
        following = words.low[amount.after]
        return not following.isalpha() or is_stop(following)
    if before in word_list("before ages") or (before == "at" and earlier in word_list("before at an age")):
        return amount.value >= _LEAST_AGE and read_noun(words, amount.after, amount.value) is None
    if words.low[amount.after] not in (",", ".", ";", ")", ""):
        return False
    if before in ("now", "then", "both") and earlier == ",":
        return True
    if before in ("was", "is") and amount.numeral.in_digits and not amount.is_range:
        return amount.value >= _LEAST_AGE and _is_person_before(words, first - 1)
    named = before == "," and first > 1 and (words.is_capital(first - 2) or _is_one_person(words.low[first - 2]))
    return named and amount.numeral.in_digits and not amount.is_range


def _is_person_before(words: Words, verb: int) -> bool:
    """Say whether the subject of a verb is a person: "he was", "Ann Lind was", "Lind, a farmer from Rost, was"."""
    if words.low[verb - 1] in ("he", "she", "who"):
        return True
    if words.low[verb - 1] != ",":
        return _ends_a_person(words, verb - 1)
    opened = next((at for at in range(verb - 2, max(0, verb - _NEAR), -1) if words.low[at] in _APART), 0)
    named = words.low[opened] == "," and _ends_a_person(words, verb - 2, opened + 1)
    return named or (words.low[opened] == "," and _ends_a_person(words, opened - 1))


def _is_one_person(low: str) -> bool:
    known = noun(low)
    return known is not None and known.kind == "person" and not known.many


def _ends_a_person(words: Words, last: int, begin: int = 0) -> bool:
    """Say whether a noun for a person, or a name of two words with no preposition before it, ends at `last`."""
    if last < 0:
        return False
    if _is_one_person(words.low[last]):
        return True
    first = last
    while first > begin and (words.is_capital(first - 1) or words.low[first - 1] == "."):
        first -= 1
    return first < last and words.is_capital(last) and (first == 0 or words.low[first - 1] not in _LOCATIVE)


_GRADES = {
    "category": ("category", "storms"),
    "cat": ("category", "storms"),
    "level": ("level", "warnings"),
    "stage": ("stage", "illness"),
}
"""Nouns before a number that grades something, the grade's name, and what is talked of near by if it does."""


def read_grade(words: Words, amount: Amount) -> Found | None:
    """Read a grade: "Category 4", "a category-three hurricane", "EF4", "an avalanche warning of level four"."""
    first, value = amount.first, amount.value
    if amount.is_range or amount.unit is not None or value not in range(6):
        return None
    joined = words.low[first - 1] == "-"
    before = first - 1 - joined
    if before < 0:
        return None
    if words.low[before] == "ef" and words.touches(first) and amount.numeral.in_digits:
        return place_figure(words, amount, "measure", "EF", first=before, after=amount.after)
    unit, talk = _GRADES.get(words.low[before], ("", ""))
    if talk and _is_talk_of(talk, words, first):
        return place_figure(words, amount, "measure", unit, first=before, after=amount.after)
    return None


def read_magnitude(words: Words, amount: Amount) -> Found | None:
    """Read an earthquake's magnitude: "6.1-magnitude", "magnitude 5", "a 6.7 quake"."""
    first, after = amount.first, amount.after
    if amount.unit is not None or not 0 < amount.value < 10 or amount.is_range:
        return None
    hyphen = words.low[after] == "-" and words.touches(after)
    before = first - 1 - (first > 1 and words.low[first - 1] in ("-", "of"))
    if words.low[after + hyphen] in ("magnitude", "strength") and (hyphen or amount.numeral.in_digits):
        after += hyphen + 1
    elif before >= 0 and words.low[before] == "magnitude":
        first = before
    elif "." not in words.raw[amount.numeral.first] or not _is_talk_of("earthquakes", words, first):
        return None
    return place_figure(words, amount, "measure", "magnitude", first=first, after=after)
