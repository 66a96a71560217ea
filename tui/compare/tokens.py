"""Words as news means them: one form for each word however it is spelt, with exact places.

"U.S.", "US" and "the United States" are one word, so are "cease-fire" and "ceasefire", "Kiev" and "Kyiv", "four" and
"4", "6,000" and "6000". Everything that compares wording, from links to word differences, reads text through here.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from Stemmer import Stemmer

from tui.disk.tables import read_table

_HERE = Path(__file__).parent
_STEMMER = Stemmer("english", 0)
"""Without a cache of its own: `stem_of` keeps the stems, and a stemmer that keeps nothing can serve several threads."""
_PIECE = re.compile(
    r"""(?=\w)(?:[^\W\d_]+(?![^\W\d_]|['’][^\W\d_]|[-‐‑][^\W\d_]|\.[^\W\d_])   # most words are nothing else
      | (?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?
      | (?:[^\W\d_]\.){2,}|[^\W\d_]\.[^\W\d_]\b          # U.S., a.m., U.K
      | [^\W\d_]+(?:['’][^\W\d_]+)*(?:[-‐‑][^\W\d_]+(?:['’][^\W\d_]+)*)*)
    """,
    re.VERBOSE,
)
_POSSESSIVE = re.compile(r"'s?$|(?<=s)'$")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_JOINED_PREFIXES = frozenset(
    {
        "anti",
        "co",
        "counter",
        "e",
        "inter",
        "mega",
        "micro",
        "multi",
        "non",
        "over",
        "pre",
        "re",
        "semi",
        "sub",
        "under",
    }
)
_CURRENCY_SIGNS = frozenset("$£€¥₹₽")


class Token(NamedTuple):
    """One word of an article."""

    start: int
    """Where it begins in the article's text; a phrase taken as one word begins with its first."""
    end: int
    word: str
    """The word in its one form, lower case: "kyiv" for "Kiev", "4" for "four", "kerry" for "Kerry’s"."""
    stem: str
    """What is compared: the stem of `word`, the same for "kill", "killed" and "killing"."""
    is_stop: bool
    """Whether the word says nothing of what the sentence claims."""

    @property
    def is_number(self) -> bool:
        """Whether it is a number, in figures or spelt out."""
        return self.word[0].isdecimal()


def tokenize(text: str, start: int = 0, end: int | None = None, joined: Iterable[str] = ()) -> tuple[Token, ...]:
    """Return the words of `text[start:end]` in order.

    Parameters
    ----------
    text
        The whole article; the tokens' offsets count from its beginning.
    start, end
        The stretch to read, such as a sentence.
    joined
        Words that stand unhyphenated elsewhere in the pair: "cease-fire" is read as one word if "ceasefire" is here.

    Examples
    --------
    >>> [token.word for token in tokenize("The U.S. ended a four-hour cease-fire near Kiev.", joined={"ceasefire"})]
    ['the', 'unitedstates', 'ended', 'a', '4', 'hour', 'ceasefire', 'near', 'kyiv']
    """
    known = joined if isinstance(joined, set | frozenset) else frozenset(joined)
    row, kinds = _pieces(text, start, len(text) if end is None else end, known)
    if kinds & _NUMBER:
        row = list(_scaled(text, row))
    if kinds & _OPENS_PHRASE:
        row = list(_phrases(row))
    return tuple(row)


def plain_words(text: str) -> frozenset[str]:
    """Return the words of six letters and more in `text`, lower case: what `tokenize` takes as `joined`."""
    return frozenset(word for word in re.findall(r"[^\W\d_]{6,}", text.lower()))


def written_stem(word: str) -> str:
    """Return the stem that `tokenize` gives a single word of letters alone, without the cost of a whole text."""
    return _read(word)[1]


@lru_cache(maxsize=1 << 16)
def stem_of(word: str) -> str:
    """Return the Snowball stem of a word in lower case."""
    return str(_STEMMER.stemWord(word)) if word.isalpha() else word


@cache
def stop_words() -> frozenset[str]:
    """Return the words that say nothing of what a sentence claims."""
    return frozenset(word for row in read_table(_HERE / "stop_words.tsv") for cell in row for word in cell.split())


_NUMBER, _OPENS_PHRASE = 1, 2
_Known = tuple[str, str, bool, int]
"""A word's one form, its stem, whether it is a stop word, and whether it is a number or may open a phrase."""


def _pieces(text: str, start: int, end: int, joined: frozenset[str] | set[str]) -> tuple[list[Token], int]:
    """Return the words between two places, and whether numbers or words that may open a phrase are among them."""
    found: list[Token] = []
    kinds = 0
    make = tuple.__new__  # as `Token(…)`, in half the time
    for match in _PIECE.finditer(text, start, end):
        raw = match[0]
        known = _known.get(raw) or _know(raw)
        if known is not None:
            word, stem, is_stop, kind = known
            kinds |= kind
            at = match.start()
            found.append(make(Token, (at, at + len(raw), word, stem, is_stop)))
        else:
            for part in _parts(text, match.start(), match.end(), joined):
                found.append(part)
                kinds |= _kind(part.word)
    return found, kinds


_known: dict[str, _Known] = {}
"""What has been read of words as they are written."""
_MOST_KNOWN = 1 << 16


def _know(raw: str) -> _Known | None:
    """Return what is to be known of a word met for the first time, none where it is to be read part by part."""
    if not raw.isalpha() and _is_hyphened(raw):
        return None
    if len(_known) > _MOST_KNOWN:
        _known.clear()
    word, stem, is_stop = _read(raw)
    _known[raw] = known = word, stem, is_stop, _kind(word)
    return known


def _kind(word: str) -> int:
    return (_NUMBER if word[0].isdecimal() else 0) | (_OPENS_PHRASE if word in _phrase_forms() else 0)


def _is_hyphened(word: str) -> bool:
    return "-" in word or "‐" in word or "‑" in word


def _parts(text: str, start: int, end: int, joined: frozenset[str] | set[str]) -> Iterator[Token]:
    """Yield a hyphened word whole where it is one word elsewhere, else part by part."""
    parts = [(m.start(), m.end()) for m in _LETTERS.finditer(text, start, end)]
    whole = "".join(text[a:b] for a, b in parts)
    first, second = text[slice(*parts[0])].lower(), text[slice(*parts[-1])].lower()
    numbers = _number_words()
    if len(parts) == 2 and (whole.lower() in joined or first in _JOINED_PREFIXES):
        yield Token(start, end, *_read(whole))
    elif len(parts) == 2 and first in numbers["tens"] and second in numbers["ones"]:
        yield Token(start, end, *_number(numbers["tens"][first] + numbers["ones"][second]))
    else:
        for a, b in parts:
            yield Token(a, b, *_read(text[a:b]))


def _read(raw: str) -> tuple[str, str, bool]:
    """Return a written word's one form, its stem, and whether it is a stop word."""
    if raw[0].isdecimal():
        digits = raw.replace(",", "")
        return _number(float(digits)) if len(digits) < 16 else (digits, digits, False)
    stops, forms = stop_words(), _phrase_forms()[""]
    written = raw.replace("’", "'").rstrip(".")
    lower = written.lower()
    if lower in stops and written not in forms:
        return lower, lower, True
    word = _POSSESSIVE.sub("", written) if "'" in written else written
    word = forms.get(word) or forms.get(word.lower()) or word.lower()
    is_stop = word in stops
    spelt = None if is_stop else _spelt_numbers().get(word)
    if spelt is not None:
        return _number(spelt)
    return word, stem_of(word), is_stop


def _number(value: float) -> tuple[str, str, bool]:
    written = f"{value:.12g}"
    return written, written, False


def _scaled(text: str, tokens: list[Token]) -> Iterator[Token]:
    """Yield the tokens with "6.5 million" and "$334m" as one number each."""
    at = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if token.word[0].isdecimal() and len(token.word) < 16:
            value, end = float(token.word), token.end
            while at < len(tokens) and (scale := _scale_after(text, token.start, end, tokens[at])):
                value, end, at = value * scale, tokens[at].end, at + 1
            if end != token.end and value < 1e18:
                token = Token(token.start, end, *_number(value))
        yield token


def _scale_after(text: str, start: int, end: int, following: Token) -> float | None:
    """Return what the word after a number multiplies it by, or none."""
    gap = text[end : following.start]
    scales, signs = _number_words()["scale"], _number_words()["sign"]
    if gap in (" ", "-", "\u00a0"):
        return scales.get(following.word)
    if not gap and (len(following.word) > 1 or (start and text[start - 1] in _CURRENCY_SIGNS)):
        return signs.get(following.word)
    return None


@cache
def _number_words() -> dict[str, dict[str, float]]:
    """Return the value of each number word by how it works in a number."""
    words: dict[str, dict[str, float]] = {}
    for kind, word, value in read_table(_HERE / "number_words.tsv"):
        words.setdefault(kind, {})[word] = float(value)
    return words


@cache
def _spelt_numbers() -> dict[str, float]:
    """Return the value of each number word that is a number by itself."""
    kinds = _number_words()
    return kinds["tens"] | kinds["teens"] | kinds["ones"]


@cache
def _phrase_forms() -> dict[str, dict[str, str]]:
    """Return the one form of each phrase by its first word; the single words are under the empty one."""
    forms: dict[str, dict[str, str]] = {"": {}}
    for target, *others in read_table(_HERE / "same_words.tsv"):
        for form in others:
            first = form.split()[0] if " " in form else ""
            forms.setdefault(first, {})[form] = target
    return forms


def _phrases(row: list[Token]) -> Iterator[Token]:
    """Yield the tokens with each phrase of the table taken as one word."""
    forms, at = _phrase_forms(), 0
    while at < len(row):
        token, length = row[at], 1
        phrases = forms.get(token.word)
        if phrases:
            for form, target in phrases.items():
                words = form.split()
                if len(words) > length and [t.word for t in row[at : at + len(words)]] == words:
                    length = len(words)
                    token = Token(token.start, row[at + length - 1].end, target, stem_of(target), False)
        yield token
        at += length
