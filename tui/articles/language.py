"""Which language a text is in, as far as its small words and its script tell."""

import re
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

from tui.disk.tables import read_table

_SAMPLE = 20_000
_FEWEST_WORDS = 25
_FEWEST_SMALL_WORDS = 4
_LEAST_ENGLISH = 0.12
"""English news has small words of the table in a share of 0.25 to 0.45; lists and headlines sink to half of that."""
_SCRIPTS = {
    "CYRILLIC": "Cyrillic",
    "ARABIC": "Arabic",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "DEVANAGARI": "Devanagari",
    "HANGUL": "Korean",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "CJK": "Chinese or Japanese",
    "THAI": "Thai",
}
_WORD = re.compile(r"[^\W\d_]+")


def other_language(text: str) -> str | None:
    """Return the language or script that `text` is in if that is plainly not English, else none.

    "another language" stands for one in Latin letters that is not in the table.
    """
    words = _WORD.findall(text[:_SAMPLE].lower())
    letters = "".join(words)
    scripts = Counter[str]()
    for letter, count in Counter(letters[:: max(1, len(letters) // 500)]).items():
        scripts[unicodedata.name(letter, "?").split(" ")[0]] += count
    if scripts and (script := _foreign_script(scripts)):
        return script
    if len(words) < _FEWEST_WORDS:
        return None
    if _share(words, _small_words()["English"]) >= _LEAST_ENGLISH:
        return None
    shares = {language: _share(words, small) for language, small in _small_words().items()}
    best = max(shares, key=lambda language: shares[language])
    if best == "English":
        return None
    if shares[best] >= _LEAST_ENGLISH and shares[best] > 2 * shares["English"]:
        return best
    return "another language" if shares["English"] < _LEAST_ENGLISH / 4 and len(words) >= 4 * _FEWEST_WORDS else None


def _share(words: list[str], small: frozenset[str]) -> float:
    """Return which part of `words` is in `small`; nothing if hardly any of `small` occurs (a list of firms "& Co.")."""
    found = [word for word in words if word in small]
    return len(found) / len(words) if len(set(found)) >= _FEWEST_SMALL_WORDS else 0.0


def _foreign_script(scripts: Counter[str]) -> str | None:
    script, count = scripts.most_common(1)[0]
    return _SCRIPTS.get(script) if count > 0.5 * scripts.total() else None


@cache
def _small_words() -> dict[str, frozenset[str]]:
    rows = read_table(Path(__file__).with_name("stopwords.tsv"))
    return {language: frozenset(words.split()) for language, words in rows}
