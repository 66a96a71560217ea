"""Finding words in both articles. Pure, apart from patterns, which run in a process of their own that can be stopped.

A pattern is a user's regular expression; one that never ends would stop the whole program if it ran in it.
"""

import json
import re
import subprocess
import sys

from tui.articles.article import SIDES, Article, Span
from tui.reader.session.place import Hit
from tui.system.children import Child

MOST_HITS = 20_000
"""More hits than this are not gathered."""

PATTERN_SECONDS = 3.0
"""A pattern that has not been looked for by then is given up."""

_SAME = {"'": "['‘’‛ʼ]", '"': '["“”„«»]', "-": "[-‐‑–—]", "…": "(?:…|\\.\\.\\.)"}
for _written in ("‘", "’"):
    _SAME[_written] = _SAME["'"]
for _written in ("“", "”"):
    _SAME[_written] = _SAME['"']
for _written in ("–", "—"):
    _SAME[_written] = _SAME["-"]


class PatternError(Exception):
    """A pattern cannot be looked for; the message says why in a few words."""


def find_words(left: Article, right: Article, words: str) -> tuple[Hit, ...]:
    """Return every place where the words stand, in any case; the left article's first.

    Any blanks match any blanks, line ends too, and quotation marks, apostrophes and dashes match those of their kind.
    """
    if not words.strip():
        return ()
    parts = ("".join(_SAME.get(one, re.escape(one)) for one in word) for word in words.split())
    return _gather((left, right), r"\s+".join(parts))


def find_pattern(left: Article, right: Article, pattern: str, seconds: float = PATTERN_SECONDS) -> tuple[Hit, ...]:
    """Return every place that a regular expression matches, in any case; `^` and `$` match at line ends.

    Raises
    ------
    PatternError
        If it is no regular expression, or takes longer than `seconds`.
    """
    if not pattern:
        return ()
    try:
        re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise PatternError(f"no pattern: {error}") from error
    question = json.dumps({"pattern": pattern, "texts": [left.text, right.text]})
    try:
        child = Child("from tui.reader.searching.hits import answer; answer()")
    except OSError as error:
        raise PatternError("the pattern could not be run") from error
    try:
        answered, _ = child.process.communicate(question.encode(), seconds)
        found = json.loads(answered)
    except subprocess.TimeoutExpired as error:
        raise PatternError(f"given up after {seconds:.0f} s") from error
    except (OSError, ValueError) as error:
        raise PatternError("the pattern could not be run") from error
    finally:
        child.end()
    return tuple(Hit(side, Span(*span)) for side, spans in zip(SIDES, found, strict=True) for span in spans)


def answer() -> None:
    """Answer one question that stands on standard input; this is what the process of a pattern does."""
    question = json.load(sys.stdin)
    pattern = re.compile(question["pattern"], re.IGNORECASE | re.MULTILINE)
    print(json.dumps([_spans(pattern, text) for text in question["texts"]]))


def _spans(pattern: re.Pattern[str], text: str) -> list[tuple[int, int]]:
    found = []
    for match in pattern.finditer(text):
        if match.start() < match.end():
            found.append(match.span())
        if len(found) >= MOST_HITS:
            break
    return found


def _gather(articles: tuple[Article, Article], expression: str) -> tuple[Hit, ...]:
    pattern = re.compile(expression, re.IGNORECASE)
    return tuple(
        Hit(side, Span(*span))
        for side, article in zip(SIDES, articles, strict=True)
        for span in _spans(pattern, article.text)
    )
