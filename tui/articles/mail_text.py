"""The text of a mail without what is no part of the article: who sent it on and why, signature, and the list's foot."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from tui.articles.stamps import find_dates
from tui.disk.tables import read_table

_FEWEST_HEADERS = 2
_MOST_HEADERS = 12
_WROTE = re.compile(r"\s*(?:On|Am|Le)\b.{5,200}\b(?:wrote|schrieb.{0,80}|a écrit)\s?:\s*", re.IGNORECASE)
_QUOTED = re.compile(r"\s?>+\s?")
_SIGNATURE = re.compile(r"--\s?|__+|(?:sent|gesendet|envoyé) (?:from|von|de) (?:my|mein|mon).{2,40}", re.IGNORECASE)
_LONGEST_SIGNATURE = 12
_LONGEST_FOOT_LINE = 300
_SENTENCE = re.compile(r"[.!?…][\"”’)]*\Z")


@dataclass(frozen=True, slots=True)
class MailText:
    """The article in a mail's text, and what stood around it."""

    text: str
    left_out: tuple[str, ...] = ()
    is_forwarded: bool = False
    sender: str = ""
    subject: str = ""
    sent: str = ""
    day: date | None = None
    """Of the forwarded message, as its own headers tell."""


@dataclass(frozen=True, slots=True)
class _Words:
    mark: re.Pattern[str]
    header: re.Pattern[str]
    foot: re.Pattern[str]
    keys: dict[str, str]
    """What a header tells, by its name."""


@cache
def _words() -> _Words:
    rows = read_table(Path(__file__).with_name("mail_words.tsv"))
    marks, headers, feet = (
        "|".join(re.escape(row[1]) for row in rows if row[0] == kind) for kind in ("mark", "header", "foot")
    )
    return _Words(
        re.compile(rf"[>\s]*(?:-{{2,}}\s?)?(?:{marks})\s?:?(?:\s?-{{2,}})?\s*", re.IGNORECASE),
        re.compile(rf"[>\s*]*({headers})\s?:\s?\**\s*(.*)", re.IGNORECASE),
        re.compile(feet, re.IGNORECASE),
        {row[1]: row[2] for row in rows if row[0] == "header"},
    )


def part_mail(text: str) -> MailText:
    """Return the article in the text of a mail."""
    lines = text.split("\n")
    left_out: list[str] = []
    lines, headers = _forwarded(lines, left_out)
    lines = _answered(lines, left_out)
    lines = _without_signature(lines, left_out)
    lines = _without_foot(lines, left_out)
    told = headers.get("date", "")
    days = find_dates(told)
    return MailText(
        "\n".join(lines).strip("\n"),
        tuple(left_out),
        bool(headers),
        headers.get("from", ""),
        headers.get("subject", ""),
        told,
        days[0][0] if days else None,
    )


def _forwarded(lines: list[str], left_out: list[str]) -> tuple[list[str], dict[str, str]]:
    """Return the lines of the innermost forwarded message that has any text, and its headers."""
    headers: dict[str, str] = {}
    start = 0
    for at, line in enumerate(lines):
        if _words().mark.fullmatch(line):
            end, found = _headers(lines, at + 1)
            if len(found) >= _FEWEST_HEADERS and any(line.strip("> ") for line in lines[end:]):
                start, headers = end, found
                before = [word for word in lines[:at] if word.strip()]
    if not headers:
        return lines, {}
    if note := _first_words(
        [line for line in before if not _words().header.fullmatch(line) and not _words().mark.fullmatch(line)]
    ):
        left_out.append(f"what was written when it was sent on: {note}")
    return _unquoted(lines[start:]), headers


def _headers(lines: list[str], at: int) -> tuple[int, dict[str, str]]:
    """Return where the text begins after the headers from line `at` on, and what they say."""
    found: dict[str, str] = {}
    key = ""
    for number in range(at, min(at + 2 * _MOST_HEADERS, len(lines))):
        header = _words().header.fullmatch(lines[number])
        if header:
            key = _words().keys[header[1].lower()]
            found.setdefault(key, header[2].strip(" *"))
        elif lines[number].strip("> \t"):
            # A long header goes on in the next line; before the first one there may be blank lines.
            if not found or not lines[number - 1].strip("> \t") or (len(found) >= 3 and key != "other"):
                return number, found
            found[key] = f"{found[key]} {lines[number].strip('> ')}"
        elif len(found) >= _FEWEST_HEADERS:
            return number, found
    return at, {}


def _unquoted(lines: list[str]) -> list[str]:
    filled = [line for line in lines if line.strip()]
    if sum(bool(_QUOTED.match(line)) for line in filled) > 0.7 * len(filled):
        return [_QUOTED.sub("", line, count=1) for line in lines]
    return lines


def _answered(lines: list[str], left_out: list[str]) -> list[str]:
    """Return the longer of what a mail says and what it quotes below that."""
    for at, line in enumerate(lines):
        if not _WROTE.fullmatch(line):
            continue
        own, quoted = lines[:at], [below for below in lines[at + 1 :] if below.strip()]
        if not quoted or sum(bool(_QUOTED.match(below)) for below in quoted) < 0.7 * len(quoted):
            continue
        is_own = len("".join(own)) >= len("".join(quoted))
        out = quoted if is_own else own
        if words := _first_words([_QUOTED.sub("", word) for word in out]):
            left_out.append(("the mail that it answers: " if is_own else "the answer to it: ") + words)
        return own if is_own else _unquoted(lines[at + 1 :])
    return lines


def _without_signature(lines: list[str], left_out: list[str]) -> list[str]:
    for at in range(len(lines) - 1, -1, -1):
        if _SIGNATURE.fullmatch(lines[at]):
            below = [line for line in lines[at:] if line.strip(" -_")]
            if len(below) > _LONGEST_SIGNATURE:
                break
            if below:
                left_out.append(f"signature: {_first_words(below)}")
            return _without_signature(lines[:at], left_out)
    return lines


def _without_foot(lines: list[str], left_out: list[str]) -> list[str]:
    """Return `lines` without what a mailing list puts above and below: how to leave it, its rights and address."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    feet = [at for at in filled if _words().foot.search(lines[at]) and len(lines[at]) < _LONGEST_FOOT_LINE]
    # One sentence that speaks of such things may be the article's own.
    feet = feet if len(feet) > 1 or not any(_is_article_line(lines[at]) for at in feet) else []
    top = {at for at in feet if at in filled[:3]}
    # The foot begins with the first of its lines that no line of the article follows.
    articles = [at for at in filled if at not in feet and _is_article_line(lines[at])]
    last = max(articles, default=-1)
    bottom = [at for at in filled if at > last] if any(at > last for at in feet) else []
    first = next((at for at in bottom if at in feet), None)
    out = top | {at for at in bottom if first is not None and at >= first} | (set(feet) & set(filled[-6:]))
    if out:
        left_out.append("what the mailing list adds: " + _first_words([lines[at] for at in sorted(out)]))
    return [line for at, line in enumerate(lines) if at not in out]


def _is_article_line(line: str) -> bool:
    return len(line.split()) > 8 and bool(_SENTENCE.search(line.strip()))


def _first_words(lines: list[str]) -> str:
    words = " ".join(" ".join(lines).split()).split(" ")
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "") if words != [""] else ""
