"""Times of day: 10:24 GMT, 3.45pm, 8 a.m. ET, 0737 GMT, noon, 8-9am, half past seven, eight in the evening."""

from dataclasses import replace

from tui.compare.figures.dates.moments import Moment, hour_of_day
from tui.compare.figures.dates.pieces import Piece, bare, date_phrases, date_words
from tui.compare.figures.nouns import read_noun
from tui.compare.figures.numerals import read_numeral
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words

_NAMED = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}


def read_time(words: Words, at: int) -> Piece | None:
    """Read a time of day, or two of them that share "am" or "pm"."""
    named = _NAMED.get(words.low[at])
    if named is not None:
        return _with_zone(words, Piece(at, at + 1, Moment(time=named)))
    told = _read_told(words, at)
    if told is not None:
        return told
    if words.kinds[at] != "number" or (words.touches(at) and words.low[at - 1] not in ("(", "-")):
        return None
    return _read_span(words, at) or _read_clock(words, at)


def _read_clock(words: Words, at: int) -> Piece | None:
    """Read "10:24", "3.45pm", "8 a.m.", "0737 GMT", "12 noon"."""
    read = _read_hour(words, at)
    if read is None:
        return None
    hour, minute, after = read
    is_colon = after > at + 1
    half = words.low[after]
    if half in _NAMED and hour == 12:
        return _with_zone(words, Piece(at, after + 1, Moment(time=_NAMED[half])))
    if half in ("am", "pm") and hour <= 12 and len(words.raw[at]) < 6 and not _is_military(words.raw[at]):
        hour, after = hour % 12 + 12 * (half == "pm"), after + 1
    elif half in ("o'clock", "oclock"):
        after += 1
    elif (is_colon and _zone_at(words, after) is None and _is_verse(words, at)) or (
        not is_colon and not (_is_military(words.raw[at]) and _zone_at(words, after) is not None)
    ):
        return None
    if hour > 24 or minute > 59 or (is_colon and words.low[after] in ("left", "remaining")):
        return None  # "4:39 left" is a match's clock
    is_open = half not in ("am", "pm") and 0 < hour <= 12
    if is_open and (part := _part_at(words, after)) is not None:
        hour, after, is_open = hour_of_day(hour, part[0]), part[1], False
    return _with_zone(words, Piece(at, after, Moment(time=f"{hour % 24:02}:{minute:02}", half_open=is_open)))


def _read_told(words: Words, at: int) -> Piece | None:
    """Read a time in words: "half past seven", "quarter to nine", "nine o'clock", "at eight in the evening"."""
    if words.low[at] in ("half", "quarter"):
        minutes, link = (30 if words.low[at] == "half" else 15), at + 1
    elif (count := _whole_at(words, at)) is not None:
        minutes, link = count
    else:
        return None
    before = words.low[at - 1] if at > 0 else ""
    if words.low[link] in ("past", "to") and minutes < 60:
        found = _whole_at(words, link + 1)
        back = words.low[link] == "to"
        if found is None or not 1 <= found[0] <= 12:
            return None
        if back and (minutes == 30 or not _may_lead_back(words, at, found[1])):
            return None
        hour, after = found
    else:
        part = _part_at(words, link)
        is_hour = words.low[link] in ("o'clock", "oclock") or (part is not None and before in word_list("before hours"))
        if not is_hour or not 1 <= minutes <= 12:
            return None
        hour, minutes, after, back = minutes, 0, link + (part is None), False
    part = _part_at(words, after)
    if part is not None:
        hour, after = hour_of_day(hour, part[0]), part[1]
    hour, minutes = divmod((hour * 60 + (-minutes if back else minutes)) % (24 * 60), 60)
    return _with_zone(words, Piece(at, after, Moment(time=f"{hour:02}:{minutes:02}", half_open=part is None)))


def _may_lead_back(words: Words, at: int, after: int) -> bool:
    """Say whether "to" can lead back from an hour: "a quarter to nine", "at ten to six", not "ten to six votes"."""
    if words.low[at] == "quarter":
        return True
    return at > 0 and words.low[at - 1] == "at" and read_noun(words, after, 2) is None


def _whole_at(words: Words, at: int) -> tuple[int, int] | None:
    """Return the whole number below a hundred at `at`, and where the words after it begin."""
    if words.low[at] in ("a", "an", "another") or words.touches(at):
        return None
    numeral = read_numeral(words, at)
    plain = numeral is not None and not (numeral.is_part or numeral.scaled or numeral.value != int(numeral.value))
    return (int(numeral.value), numeral.after) if numeral is not None and plain and 0 < numeral.value < 100 else None


def _part_at(words: Words, at: int) -> tuple[str, int] | None:
    """Return the part of the day that tells the half of a clock's hours: "in the evening", "at night"."""
    place = at + 2 if words.low[at : at + 2] == ["in", "the"] else at + 1 if words.low[at] == "at" else 0
    low = words.low[place]
    fits = low in ("morning", "afternoon", "evening") if place == at + 2 else low == "night"
    return (low, place + 1) if place and fits else None


def _is_verse(words: Words, at: int) -> bool:
    """Say whether digits with a colon stand behind a name, as verses do ("John 3:16"), and not where a time would."""
    if at == 0 or words.kinds[at - 1] != "word" or words.low[at - 1] in word_list("before times"):
        return False
    low = bare(words.low[at - 1])
    return words.is_capital(at - 1) and low not in date_words("weekday") and not words.opens(at - 1)


def _is_military(raw: str) -> bool:
    return len(raw) == 4 and raw.isdecimal()


def _read_hour(words: Words, at: int) -> tuple[int, int, int] | None:
    """Return hours and minutes as written, "am" and "pm" aside, and where the words after them begin."""
    raw, minutes = words.raw[at], words.raw[at + 2]
    joined = words.low[at + 1] == ":" and words.touches(at + 1) and words.touches(at + 2)
    if joined and raw.isdecimal() and len(raw) <= 2 and minutes.isdecimal() and len(minutes) == 2:
        seconds = words.low[at + 3] == ":" and words.touches(at + 3) and words.kinds[at + 4] == "number"
        return int(raw), int(minutes), at + (5 if seconds else 3)
    hour, dot, minute = raw.partition(".")
    if dot and hour.isdecimal() and len(hour) <= 2 and minute.isdecimal() and len(minute) == 2:
        return int(hour), int(minute), at + 1
    if _is_military(raw):
        return int(raw[:2]), int(raw[2:]), at + 1
    return (int(raw), 0, at + 1) if raw.isdecimal() and len(raw) <= 2 else None


def _read_span(words: Words, at: int) -> Piece | None:
    """Read "8-9am", "6.30 to 10 a.m.": two times that share the half of the day."""
    first = _read_hour(words, at)
    if first is None or words.low[first[2]] not in ("-", "to"):
        return None
    last = _read_clock(words, first[2] + 1)
    if last is None or words.low[first[2] + 1] in _NAMED or last.moment.time is None:
        return None
    ends = words.low[last.after - 1] in ("am", "pm") or words.low[last.after - 2] in ("am", "pm")
    hour, minute, _ = first
    if not ends or not 0 < hour <= 12 or minute > 59:
        return None
    until = last.moment.time
    times = [f"{half + hour % 12:02}:{minute:02}" for half in (12, 0)]
    begins = next((time for time in times if time < until), None)
    return None if begins is None else Piece(at, last.after, replace(last.moment, time=begins), last.moment)


def _zone_at(words: Words, at: int) -> tuple[str, int] | None:
    """Return the offset of the time zone at `at` and where the words after it begin; a zone is written in capitals."""
    found = date_phrases("zone").at(words, at)
    is_zone = found is not None and (not words.raw[at].islower() or words.low[at] == "local")
    return found if is_zone else None


def _with_zone(words: Words, piece: Piece) -> Piece:
    found = _zone_at(words, piece.after)
    if found is None:
        return piece
    offset, after = found
    zone = " ".join(words.raw[piece.after : after])
    moment = replace(piece.moment, zone=zone, offset=None if offset == "-" else offset)
    return replace(piece, after=after, moment=moment)
