"""Finding words in both articles. Pure, apart from patterns, which run in a process of their own that can be stopped.

A pattern is a user's regular expression; one that never ends would stop the whole program if it ran in it.
"""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate

from tui.articles.article import SIDES, Article
from tui.reader.session.search import Hits
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


_Places = tuple[list[int], list[int]]
"""Where some places begin, and where they end."""


class Finder:
    """Finds words in two articles."""

    def __init__(self, left: Article, right: Article) -> None:
        self._texts = left.text, right.text
        self._lowered: dict[int, str] = {}
        """The texts in small letters, letter by letter: where that can be had."""
        self._known: tuple[str, Hits] = "", Hits()
        """A word all of whose places are known, and these."""

    def steps(self, words: str) -> Iterator[Hits]:
        """Yield what has been found of the words so far, again and again: each step takes a few milliseconds.

        The words may stand in any case. Any blanks match any blanks, line ends too, and quotation marks, apostrophes
        and dashes match those of their kind.
        """
        typed = words.split()
        if len(typed) == 1 and (narrowed := self._narrowed(typed[0].lower())) is not None:
            yield narrowed
            return
        found = Hits()
        parts = ["".join(_SAME.get(one, re.escape(one)) for one in word) for word in typed]
        pattern = re.compile(r"\s+".join(parts), re.IGNORECASE)
        for number, side in enumerate(SIDES):
            for starts, ends in self._spans(number, typed, pattern) if parts else ():
                room = MOST_HITS - found.on(side)
                found.add(side, starts[:room], ends[:room])
                yield found
                if found.on(side) >= MOST_HITS:
                    break
        if len(typed) == 1 and max(map(found.on, SIDES)) < MOST_HITS:
            self._known = typed[0].lower(), found
        yield found

    def _narrowed(self, word: str) -> Hits | None:
        """Return where a word stands that goes on where a known one ends; none where the places of that do not tell."""
        known, hits = self._known
        rest, size = word[len(known) :], len(known)
        if not known or not word.startswith(known) or not _is_plain(word) or _overlaps_itself(known):
            return None
        found = Hits()
        for number, side in enumerate(SIDES):
            lowered, behind = self._small(number), 0
            if not lowered:
                return None
            starts = []
            for start in hits.places(side)[0]:
                if start >= behind and lowered.startswith(rest, start + size):
                    starts.append(start)
                    behind = start + len(word)
            found.add(side, starts, [start + len(word) for start in starts])
        self._known = word, found
        return found

    def _spans(self, number: int, words: Sequence[str], pattern: re.Pattern[str]) -> Iterator[_Places]:
        text, first = self._texts[number], words[0]
        if _is_plain(first) and (lowered := self._small(number)):
            if len(words) == 1:
                return _of_word(lowered, first.lower())
            return _from_word(lowered, first.lower(), text, pattern)
        return _by_pattern(text, pattern)

    def _small(self, number: int) -> str:
        """Return a text in small letters; nothing where a letter has another small one than ASCII would tell."""
        if number not in self._lowered:
            text = self._texts[number]
            lowered = "" if any(letter in text for letter in _ALSO_ASCII) else text.lower()
            self._lowered[number] = lowered if len(lowered) == len(text) else ""
        return self._lowered[number]


def _is_plain(word: str) -> bool:
    """Say whether a word is found by its letters alone."""
    return word.isascii() and not _SAME.keys() & set(word)


def _overlaps_itself(word: str) -> bool:
    """Say whether a word may begin within another place where it stands, which is none of its places then."""
    return any(word.endswith(word[:size]) for size in range(1, len(word)))


_ALSO_ASCII = "ıİſ\u212a"
"""Letters that are no ASCII, and the same as one of ASCII in another case."""
_AT_ONCE = 2_000
"""So many places, and fifty times as many characters, are looked at in one step."""


def _of_word(lowered: str, word: str) -> Iterator[_Places]:
    """Yield step by step where a word stands."""
    size, at, stretch = len(word), 0, 50 * _AT_ONCE
    while at < len(lowered):
        stop = at + stretch
        *between, _ = lowered[at : stop + size - 1].split(word)
        ends = list(accumulate(map(size.__add__, map(len, between)), initial=at))[1:]
        yield [end - size for end in ends], ends
        at = max(stop, ends[-1] if ends else 0)


def _from_word(lowered: str, word: str, text: str, pattern: re.Pattern[str]) -> Iterator[_Places]:
    """Yield step by step where a pattern matches that begins with a word."""
    at, behind, find = 0, 0, lowered.find
    while at >= 0:
        matches = []
        for _ in range(_AT_ONCE):
            at = find(word, at)
            if at < 0:
                break
            if at >= behind and (match := pattern.match(text, at)) is not None:
                matches.append(match)
                behind = match.end()
            at += 1
        yield [match.start() for match in matches], [match.end() for match in matches]


def _by_pattern(text: str, pattern: re.Pattern[str]) -> Iterator[_Places]:
    """Yield step by step where a pattern matches; what matches is no longer than such a step."""
    at, stretch = 0, 50 * _AT_ONCE
    while at < len(text):
        stop, matches = at + stretch, []
        for match in pattern.finditer(text, at, stop + stretch):
            if match.start() >= stop:
                break
            matches.append(match)
        yield [match.start() for match in matches], [match.end() for match in matches]
        at = max(stop, matches[-1].end() if matches else 0)


def find_words(left: Article, right: Article, words: str) -> Hits:
    """Return every place where the words stand, as `Finder` finds them."""
    *_, found = Finder(left, right).steps(words)
    return found


def find_pattern(left: Article, right: Article, pattern: str, seconds: float = PATTERN_SECONDS) -> Hits:
    """Return every place that a regular expression matches, in any case; `^` and `$` match at line ends.

    Raises
    ------
    PatternError
        If it is no regular expression, or takes longer than `seconds`.
    """
    if not pattern:
        return Hits()
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
    return Hits(*found)


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
