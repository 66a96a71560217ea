"""The lines of an article that stand alone: its headline, dateline, byline and captions, and what they tell.

The lines above the first paragraph of prose are its headlines; a heading between paragraphs is a headline too. A line
that fits nothing is prose.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tui.articles.article import DateSource, LineKind, Span
from tui.articles.stamps import find_dates, find_opening_date, is_day, is_stamp

_BYLINE = re.compile(r"(?:By|BY|Written by|Report by)\s(?P<who>[A-ZÀ-Þ][^.!?]{2,100})\Z")
_BEFORE_BYLINE = re.compile(r"(?:(?<=[.,;])|\s[|·•–—-])\s(?=(?:By|BY)\s)")
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
_FULL_STOP = re.compile(r"[.:;,…。]\s?['\"”’»)\]]*\Z")
_QUESTION = re.compile(r"[?!]\s?['\"”’»)\]]*\Z")
_LIST_ITEM = re.compile(r"[-•*⁃·\"“‘'(]|\d{1,3}[.)]\s")
_TELLING = re.compile(r"\d\d|[:/(]|FILE |AP Photo|Getty|REUTERS|copyright|caption")
"""What every caption and every date outside the first and last lines holds."""
_MOST_LEADING, _MOST_CLOSING = 12, 4
_MOST_PLACE_WORDS = 3
_LONGEST = 400
"""A paragraph of so many characters or more is prose."""
_LONGEST_DATELINE = 60
_MOST_HEADLINE_WORDS, _MOST_HEADING_WORDS = 32, 12


@dataclass(frozen=True, slots=True)
class Lines:
    """What the lines of an article are, and what those that stand alone tell."""

    kinds: tuple[LineKind, ...]
    """One for each paragraph."""
    title: str | None = None
    author: str | None = None
    dates: tuple[DateSource, ...] = ()


def read_lines(text: str, paragraphs: tuple[Span, ...], day_first: bool | None = None) -> Lines:
    """Return what each paragraph of `text` is, with the title, dates and author that they tell.

    `day_first` says whether "8/3/2019" is in March or in August.
    """
    kinds = _kinds(
        [text[p.start : min(p.end, p.start + _LONGEST)] for p in paragraphs],
        [text[max(p.start, p.end - 8) : p.end] for p in paragraphs],
    )
    leading = list(zip(kinds, paragraphs, strict=True))[:_MOST_LEADING]
    told = [(kind, text[p.start : min(p.end, p.start + _LONGEST)]) for kind, p in leading]
    title = next((line for kind, line in told if kind == "headline"), None)
    authors = (_author(line) for kind, line in told if kind in ("byline", "dateline"))
    author = next(filter(None, authors), None)
    return Lines(kinds, title, author, tuple(_dates(told, day_first)))


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
    if is_stamp(line) or (is_edge and _is_place_and_stamp(line)):
        return "dateline"
    if is_edge and (_byline_of(line) or _CREDITS.match(line)):
        return "byline"
    return "prose"


def _byline_of(line: str) -> re.Match[str] | None:
    """Return the byline that a line is, alone or behind a place and a date: "Halvik, 5 March 2023. By Anna Roth."."""
    stamp, *rest = _BEFORE_BYLINE.split(line, maxsplit=1)
    stamp = stamp.rstrip(",")
    if rest and (is_stamp(stamp) or _is_place_and_stamp(stamp)):
        return _BYLINE.match(rest[0].removesuffix("."))
    return _BYLINE.match(line)


def _is_place_and_stamp(line: str) -> bool:
    """Say whether a line holds a place and a date and nothing else: "Halvik, March 5"."""
    place, comma, rest = line.partition(",")
    named = place.split()
    return (
        bool(comma)
        and 0 < len(named) <= _MOST_PLACE_WORDS
        and all(word[0].isupper() for word in named)
        and (is_stamp(rest.strip()) or is_day(rest))
    )


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


def _dates(told: list[tuple[LineKind, str]], day_first: bool | None) -> Iterator[DateSource]:
    """Yield the dates of the lines that hold nothing else, and then those that stand before a paragraph's words."""
    for kind, line in told:
        if kind in ("dateline", "byline"):
            for day, is_update in find_dates(line, day_first):
                yield DateSource("updated" if is_update else "dateline", day, line)
    for kind, line in told:
        if kind == "prose" and (opening := find_opening_date(line, day_first)):
            yield DateSource("dateline", opening, line[:_LONGEST_DATELINE])


def _author(line: str) -> str | None:
    found = _byline_of(line)
    return re.split(r",|\s(?:in|for|at)\s|\s?[|·•–—]\s?", found["who"])[0].strip() or None if found else None
