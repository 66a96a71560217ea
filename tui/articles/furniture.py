"""The furniture of a page: sentences that stand in the text of an article but are no news.

Headlines and prose tell the news. Datelines, bylines and captions are found line by line (`tui.articles.lines`); here
the sentences among the prose are found that thank reporters, ask to subscribe, point to other pages, or speak of
rights and corrections. What gives them away stands in the table beside this file, with how strong a sign it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import cast

from tui.articles.article import LineKind, Sentence
from tui.disk.tables import read_table

FURNITURE: frozenset[LineKind] = frozenset({"dateline", "byline", "caption", "credit", "appeal", "notice"})
"""The kinds of sentence that are no news: shown, but neither linked nor counted as told by one side only."""
_WORD = re.compile(r"@?[^\W_]+(?:['’][^\W\d_]+)?|©|@")
_ENOUGH = 1.0
_WORD_COSTS = 0.04
"""What each word takes away that no sign holds."""
_QUOTED = re.compile(r"\A\W*[\"“”«]")
_MOST_WORDS = 60
_LONGEST = 500


_DATELINE = re.compile(
    r"(?=[^—–\n]{0,60}?(?:[—–]|\s--?\s))[A-ZÀ-Þ][A-ZÀ-Þ.'’\- ]{2,30}"
    r"(?:, [^—–()]{1,40}?)?(?:\s?\([^()]{2,30}\))?\s?(?:[—–]|--|-)\s(?=\S)"
)


def told_span(text: str, sentence: Sentence) -> tuple[int, int]:
    """Return where the news of a sentence stands: nowhere in furniture, else behind a dateline that it opens with.

    Examples
    --------
    >>> text = "TARSK, May 4 (NPA) — A ferry sank."
    >>> text[slice(*told_span(text, Sentence(0, len(text), 0)))]
    'A ferry sank.'
    """
    if sentence.kind in FURNITURE:
        return sentence.start, sentence.start
    dateline = _DATELINE.match(text, sentence.start, sentence.end) if sentence.kind == "prose" else None
    return (dateline.end() if dateline else sentence.start), sentence.end


def mark_furniture(text: str, sentences: Iterable[Sentence]) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, those among the prose and the headlines that are furniture called so."""
    marked = []
    for sentence in sentences:
        if sentence.kind in ("prose", "headline") and sentence.end - sentence.start <= _LONGEST:
            kind = furniture_kind(text[sentence.start : sentence.end])
            if kind is not None:
                sentence = replace(sentence, kind=kind)
        marked.append(sentence)
    return tuple(marked)


def furniture_kind(sentence: str) -> LineKind | None:
    """Return which kind of furniture a sentence is by its words, none if it tells news.

    Examples
    --------
    >>> furniture_kind("Anna Roth in Bern contributed to this report.")
    'credit'
    >>> furniture_kind("Sign up for our newsletter!")
    'appeal'
    >>> furniture_kind("The union signed up for the talks.")
    """
    words = [word.replace("’", "'") for word in _WORD.findall(sentence.lower())]
    if not words or len(words) > _MOST_WORDS or _QUOTED.match(sentence):
        return None
    if _telling_words().isdisjoint(words):
        return None
    spoken = f" {' '.join(words)} "
    strength: dict[LineKind, float] = defaultdict(float)
    held: dict[LineKind, set[int]] = defaultdict(set)
    for row, (kind, weight, telling) in enumerate(_signs()):
        found = None if telling.isdisjoint(words) else _pattern(row).search(spoken)
        if found:
            strength[kind] += weight
            held[kind].update(range(spoken.count(" ", 0, found.start() + 1), spoken.count(" ", 0, found.end() - 1) + 1))
    best = max(strength, key=lambda kind: strength[kind], default=None)
    if best is None or strength[best] - _WORD_COSTS * (len(words) - len(held[best])) < _ENOUGH:
        return None
    return best


@cache
def _rows() -> tuple[tuple[str, ...], ...]:
    return read_table(Path(__file__).parent / "furniture.tsv")


@cache
def _signs() -> tuple[tuple[LineKind, float, frozenset[str]], ...]:
    """Return the kind and the weight of each sign, and words without one of which it is not there: its longest's."""
    signs = []
    for kind, weight, words in _rows():
        choices = [word.split("|") for word in words.split() if word not in "^$…#"]
        telling = max(choices, key=lambda forms: min(map(len, forms)))
        signs.append((cast(LineKind, kind), float(weight), frozenset(telling)))
    return tuple(signs)


@cache
def _telling_words() -> frozenset[str]:
    """Return words without one of which a sentence holds no sign."""
    return frozenset(word for *_, telling in _signs() for word in telling)


@cache
def _pattern(row: int) -> re.Pattern[str]:
    """Return the regular expression of a sign over words with one blank before and after each."""
    parts = []
    words = _rows()[row][2]
    for word in words.split():
        if word == "^":
            parts.append(r"\A")
        elif word == "$":
            parts.append(r"(?= \Z)")
        elif word == "…":
            parts.append(r"(?: [^ ]+){0,5}?")
        elif word == "#":
            parts.append(r" \d+")
        else:
            parts.append(f" (?:{'|'.join(map(re.escape, word.split('|')))})")
    return re.compile("".join(parts) + ("(?= )" if words[-1] != "$" else ""))
