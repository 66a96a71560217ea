"""The lines of an article that stand alone: its headline, dateline, byline and captions, and what they tell.

The lines above the first paragraph of prose are its headlines; a heading between paragraphs is a headline too. A line
that fits nothing is prose.
"""

import re
from dataclasses import dataclass
from datetime import date

from tui.articles.article import LineKind, Span

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
_MONTH = "(?P<{}>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:{_DAY.format('d1')}\s(?:of\s)?{_MONTH.format('m1')},?\s(?P<y1>\d{{4}})"
    rf"|{_MONTH.format('m2')}\s{_DAY.format('d2')},?\s(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})-(?P<m3>\d\d)-(?P<d3>\d\d)"
    r"|(?P<m4>\d\d?)/(?P<d4>\d\d?)/(?P<y4>\d{4}))(?!\d)"
)
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s)?"
_TIME = r"(?:[,T\s]\s?(?:at\s)?\d{1,2}[:.]\d\d(?::\d\d)?(?:\s?[ap]\.?m\.?)?(?:\s?(?:[A-Z]{1,5}|[+-]\d\d:?\d\d)\b)?)?"
_LABEL = r"(?:(?:first\s|last\s)?(?:published|updated|posted|modified|issued|released)\s?(?:on\s|at\s|:\s?)?)?"
_STAMP = rf"{_LABEL}{_WEEKDAY}(?:\d{{1,2}}[:.]\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{{2,5}})?,?\s)?{_DATE}{_TIME}"

_STAMP_LINE = re.compile(rf"[(\[]?{_STAMP}[)\]]?\.?(?:\s?[|·•–—/-]\s?.{{0,60}})?\Z", re.IGNORECASE)
_PLACE_AND_STAMP = re.compile(rf"[^\W\d_][\w .,'’-]{{1,50}}?\s?[,—–|-]\s?{_STAMP}\.?\Z", re.IGNORECASE)
_OPENING_STAMP = re.compile(
    rf"(?-i:[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+)(?:[,/]\s?[\w .'’-]{{2,30}})?,?\s(?:\([^()]{{2,40}}\)\s)?{_WEEKDAY}{_DATE}"
    r"\s?(?:\([^()]{2,40}\))?\s?[:—–-]",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"(?:By|BY|Written by|Report by)\s(?P<who>[A-ZÀ-Þ][^.!?]{2,100})\Z")
_CREDITS = re.compile(
    r"\(?(?:(?:Additional\s)?[Rr]eporting|Writing|Editing|Compiled|Translated)\sby\s[A-ZÀ-Þ].{2,300}\Z", re.DOTALL
)
_CAPTION = re.compile(
    r"(?:Image|Photo|Photograph|Picture|Caption|Video|Graphic|File photo|FILE PHOTO)s?\s?"
    r"(?::|copyright\b|caption\b|credit\b)|FILE\s?[-–—]\s"
)
_CREDIT_AT_END = re.compile(
    r"(?:\b(?:Image|Photo|Photograph|Picture|Credit)s?:\s?[^.]{2,60}"
    r"|\((?:(?:AP\s)?Photos?|Image|Picture|Reuters|REUTERS|AFP|AP|EPA|Getty)\b[^()]{0,60}\)"
    r"|(?:AP Photo|Getty Images|REUTERS)(?:/[^.]{2,40})?)\.?\Z"
)
_TIME_LINE = re.compile(r"(?:last\s)?(?:published|updated|posted)\b.{0,12}\d{1,2}[:.]\d\d.{0,20}\Z", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.:;,…。]\s?['\"”’»)\]]*\Z")
_QUESTION = re.compile(r"[?!]\s?['\"”’»)\]]*\Z")
_LIST_ITEM = re.compile(r"[-•*⁃·\"“‘'(]|\d{1,3}[.)]\s")
_TELLING = re.compile(r"\d\d|[:/(]|FILE |AP Photo|Getty|REUTERS|copyright|caption")
"""What every caption and every date outside the first and last lines holds."""
_DATELINES = (_STAMP_LINE, _PLACE_AND_STAMP, _TIME_LINE)
_MOST_LEADING, _MOST_CLOSING = 12, 4
_LONGEST = 400
"""A paragraph of so many characters or more is prose."""
_MOST_HEADLINE_WORDS, _MOST_HEADING_WORDS = 32, 12


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of an article are, and what those that stand alone tell."""

    kinds: tuple[LineKind, ...]
    """One for each paragraph."""
    title: str | None = None
    published: date | None = None
    author: str | None = None


def read_lines(text: str, paragraphs: tuple[Span, ...]) -> Lines:
    """Return what each paragraph of `text` is, with the title, date and author that they tell."""
    kinds = _kinds(
        [text[p.start : min(p.end, p.start + _LONGEST)] for p in paragraphs],
        [text[max(p.start, p.end - 8) : p.end] for p in paragraphs],
    )
    leading = list(zip(kinds, paragraphs, strict=True))[:_MOST_LEADING]
    told = [(kind, text[p.start : min(p.end, p.start + _LONGEST)]) for kind, p in leading]
    title = next((line for kind, line in told if kind == "headline"), None)
    author = next((_author(line) for kind, line in told if kind == "byline"), None)
    return Lines(kinds, title, _published(told), author)


def find_date(text: str) -> date | None:
    """Return the first full calendar date in `text` that exists, or none."""
    for found in re.finditer(_DATE, text, re.IGNORECASE):
        if (day := _date_of(found)) is not None:
            return day
    return None


def _kinds(lines: list[str], ends: list[str]) -> tuple[LineKind, ...]:
    """Return what each paragraph is, from its first `_LONGEST` characters and its last few."""
    kinds: list[LineKind] = []
    is_leading = True
    for number, line in enumerate(lines):
        kind: LineKind = "prose"
        if len(line) < _LONGEST:
            is_edge = number < _MOST_LEADING or number >= len(lines) - _MOST_CLOSING
            # Most lines of a long text end here: nothing in them can be a date or a credit.
            if is_edge or _TELLING.search(line):
                kind = _kind_of(line, is_edge)
            following = lines[number + 1] if number + 1 < len(lines) else ""
            if kind == "prose" and _is_heading(line, following, is_leading):
                kind = "headline"
        is_leading = is_leading and kind != "prose"
        kinds.append(kind)
    if any(kind == "prose" and _ends_a_sentence(text_end) for kind, text_end in zip(kinds, ends, strict=True)):
        return tuple(kinds)
    # Without a sentence below it nothing is a headline: a list, a poem, notes.
    return tuple("prose" if kind == "headline" else kind for kind in kinds)


def _kind_of(line: str, is_edge: bool) -> LineKind:
    if _CAPTION.match(line) or _CREDIT_AT_END.search(line[-160:]):
        return "caption"
    if len(line) <= 160 and any(form.match(line) for form in _DATELINES):
        return "dateline"
    if is_edge and (_BYLINE.match(line) or _CREDITS.match(line)):
        return "byline"
    return "prose"


def _ends_a_sentence(end: str) -> bool:
    return bool(_FULL_STOP.search(end) or _QUESTION.search(end))


def _is_heading(line: str, following: str, is_leading: bool) -> bool:
    if not following or line[-1] in ".:;," or not (line[0].isupper() or line[0].isdecimal() or line[0] in "\"“‘'"):
        return False
    if _FULL_STOP.search(line[-8:]):
        return False
    words = len(line.split())
    if is_leading:
        return 2 <= words <= _MOST_HEADLINE_WORDS
    # Between paragraphs a short question is a sentence, a short line that opens like a list or a quotation is one too.
    is_sentence = _QUESTION.search(line[-8:]) or _LIST_ITEM.match(line)
    return words <= _MOST_HEADING_WORDS and not is_sentence and len(following) > len(line)


def _published(told: list[tuple[LineKind, str]]) -> date | None:
    for kind, line in told:
        if kind == "dateline" and (day := find_date(line)):
            return day
    for kind, line in told:
        if kind == "prose" and (found := _OPENING_STAMP.match(line)):
            return _date_of(found)
    return None


def _author(line: str) -> str | None:
    found = _BYLINE.match(line)
    return re.split(r",|\s(?:in|for|at)\s|\s?[|·•–—]\s?", found["who"])[0].strip() or None if found else None


def _date_of(found: re.Match[str]) -> date | None:
    form = next(form for form in "1234" if found[f"y{form}"])
    year, month, day = int(found[f"y{form}"]), found[f"m{form}"], int(found[f"d{form}"])
    number = int(month) if month.isdecimal() else _MONTHS[month.lower()]
    if form == "4" and number != day:
        # 12/19 and 19/12 can only be one day; 05/12 could be two, and is left alone.
        if number <= 12 and day <= 12:
            return None
        number, day = min(number, day), max(number, day)
    try:
        return date(year, number, day)
    except ValueError:
        return None
