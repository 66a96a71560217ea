"""The date that stands over an article: in a line of its own, or before its first words.

Only a full calendar date counts, with its year. What surrounds it is looked at apart from it, in small letters: one
pattern for the whole line would take longer to compile than an article takes to read.
"""

import re
from datetime import date

_MONTH_NAMES = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_MONTHS = {name: number for number, names in enumerate(_MONTH_NAMES, start=1) for name in names.split()}
_MONTH = r"(?P<{}>[a-z]{{3,9}})\.?"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = re.compile(
    rf"(?<!\w)(?:{_DAY.format('d1')}\s(?:of\s)?{_MONTH.format('m1')},?\s(?P<y1>\d{{4}})"
    rf"|{_MONTH.format('m2')}\s{_DAY.format('d2')},?\s(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)"
    r"|(?P<m4>\d\d?)[/.](?P<d4>\d\d?)[/.](?P<y4>\d{4}))(?!\d)"
)
_BEFORE = re.compile(
    r"(?P<place>[^\W\d_][\w .,'’-]{1,50}?\s?[,—–|-]\s?)??[(\[]?"
    r"(?:(?:first\s|last\s)?(?:published|updated|posted|modified|issued|released)\s?(?:on\s|at\s|:\s?)?)?"
    r"(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s)?"
    r"(?:\d{1,2}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[a-z]{2,5})?,?\s)?\Z"
)
_AFTER = re.compile(
    r"(?:[,t\s]\s?(?:at\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:[a-z]{1,5}|[+-]\d\d:?\d\d)\b)?)?"
    r"[)\]]?\.?(?:\s?[|·•–—/-]\s?(?P<rest>.{0,60})|[;,]?\s?\(?(?:last\s)?(?:updated|modified|published|posted)\b.{0,50})?\Z"
)
_TIME_LINE = re.compile(r"(?:last\s)?(?:published|updated|posted)\b.{0,12}\d{1,2}[:.]\d\d.{0,20}\Z")
_ACT = re.compile(r"\b(?:published|posted|issued|released|updated|modified|corrected|edited)\b")
_ACTING = re.compile(rf"(?:last\s)?{_ACT.pattern}")
_SENTENCE = re.compile(r"(?:\S+\s+){3}\S.*[.?!]['\"”’»)]*\Z", re.DOTALL)
"""So many words with a full stop are no name of a paper, but news."""
_LATER = ("updated", "modified", "corrected", "edited")
_LONGEST = 160
_PLACE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+(?:[,/]\s?[\w .'’-]{2,40})?,?\s(?:\([^()]{2,40}\)\s)?\Z")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,?\s\Z", re.IGNORECASE)
_DASH = re.compile(r"\s?(?:\([^()]{2,40}\))?\s?[:|·•—–-]")


def is_stamp(line: str) -> bool:
    """Say whether `line` is nothing but a date or the time of an update, with or without a place before it."""
    if len(line) > _LONGEST:
        return False
    line = line.lower()
    found = _search(line)
    if found is None:
        return bool(_TIME_LINE.match(line))
    after = _AFTER.match(line[found.end() :])
    return bool(_BEFORE.match(line[: found.start()]) and after and not _tells_news(after["rest"] or ""))


def _tells_news(rest: str) -> bool:
    """Say whether what stands behind a date is a sentence, and not who published it or how long it takes to read."""
    return bool(_SENTENCE.match(rest)) and not _ACTING.match(rest)


def is_day(text: str) -> bool:
    """Say whether a text is a day and a month, without a year, and nothing else: "March 5", "5 March"."""
    words = text.lower().replace(",", " ").replace(".", " ").split()
    days = [word for word in words if word.isdecimal() and 1 <= int(word) <= 31]
    return len(words) == 2 and len(days) == 1 and any(word in _MONTHS for word in words)


def find_dates(line: str, day_first: bool | None = None) -> list[tuple[date, bool]]:
    """Return the full calendar dates in `line`, each with whether it is that of an update.

    A date that does not exist, or could be two as long as `day_first` does not say which, is passed over.
    """
    low, end, told = line.lower(), 0, []
    for found in _DATE.finditer(low):
        if not _month_of(found):
            continue
        words = _ACT.findall(low[end : found.start()])
        end = found.end()
        if day := _date_of(found, day_first):
            told.append((day, bool(words) and words[-1] in _LATER))
    return told


def find_opening_date(paragraph: str, day_first: bool | None = None) -> date | None:
    """Return the date in a dateline such as "SOCHI, Russia, May 12, 2015 (Reuters) -" before a paragraph's words.

    The place may be missing: "March 8, 2019 —".
    """
    head = paragraph[:_LONGEST]
    found = _search(head.lower())
    if found is None:
        return None
    place = _WEEKDAY.sub("", head[: found.start()])
    dash = _DASH.match(head[found.end() :])
    if dash and (
        _PLACE.match(place)
        or (not place and head[found.end() :].lstrip().startswith(("—", "–", "- ", "(", "|", "·", "•")))
    ):
        return _date_of(found, day_first)
    return None


def _search(line: str) -> re.Match[str] | None:
    """Return the first date in `line`, which is in small letters."""
    return next((found for found in _DATE.finditer(line) if _month_of(found)), None)


def _month_of(found: re.Match[str]) -> int | None:
    month = found[f"m{_form_of(found)}"]
    return int(month) if month.isdecimal() else _MONTHS.get(month)


def _form_of(found: re.Match[str]) -> str:
    return next(form for form in "1234" if found[f"y{form}"])


def _date_of(found: re.Match[str], day_first: bool | None) -> date | None:
    form, number = _form_of(found), _month_of(found) or 0
    year, day = int(found[f"y{form}"]), int(found[f"d{form}"])
    if form == "4" and number != day:
        # 12/19 and 19/12 can only be one day; 05/12 could be two, and is left alone where nothing tells.
        if number <= 12 and day <= 12:
            if day_first is None:
                return None
            number, day = (day, number) if day_first else (number, day)
        else:
            number, day = min(number, day), max(number, day)
    try:
        return date(year, number, day)
    except ValueError:
        return None
