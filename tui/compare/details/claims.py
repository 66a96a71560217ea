"""Words that tell how strongly a thing is claimed: degrees of one scale, hedges and negations, words that contradict.

Small tables: `scales.tsv`, `hedges.tsv` and `opposites.tsv` beside this file.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from tui.articles.article import Span
from tui.compare.details.parts import Parts, Word
from tui.disk.tables import read_table

_TABLES = Path(__file__).parent
_CHANGING = ("negation", "hedge", "modal", "limit")


class Degree(NamedTuple):
    """A word of a scale in its sentence."""

    scale: str
    degree: int
    span: Span


@cache
def _scales() -> dict[str, tuple[tuple[tuple[str, ...], str, int], ...]]:
    """Return the phrases of every scale by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, int]]] = {}
    for scale, degree, forms in read_table(_TABLES / "scales.tsv"):
        for form in forms.split():
            words = tuple(form.split("_"))
            found.setdefault(words[0], []).append((words, scale, int(degree)))
    return {first: tuple(sorted(rows, key=lambda r: -len(r[0]))) for first, rows in found.items()}


@cache
def hedging(kind: str) -> frozenset[str]:
    """Return the words that keep one kind of distance from what is told, such as "negation"."""
    return frozenset(w for row in read_table(_TABLES / "hedges.tsv") if row[0] == kind for w in row[1].split())


@lru_cache(maxsize=1 << 14)
def changes_claim(word: str) -> bool:
    """Say whether a word in lower case changes what is claimed, and claims nothing itself: "not", "reportedly"."""
    return is_negation(word) or any(word in hedging(kind) for kind in _CHANGING)


@lru_cache(maxsize=1 << 14)
def is_negation(word: str) -> bool:
    """Say whether a word in lower case negates: "not", "never", "wouldn't"."""
    return word in hedging("negation") or word.endswith(("n't", "n’t"))


def denies_what_follows(words: Sequence[Word], at: int) -> bool:
    """Say whether a word says that what follows is not so: a negation, or as good as one, "refused to go"."""
    text = words[at].text
    return is_negation(text) or (text in hedging("refusal") and at + 1 < len(words) and words[at + 1].text == "to")


@lru_cache(maxsize=64)
def read_degrees(parts: Parts) -> tuple[Degree, ...]:
    """Return the words of scales that a sentence uses, in its order."""
    scales = _scales()
    return tuple(_read_degrees(parts)) if any([word.text in scales for word in parts.words]) else ()


def _read_degrees(parts: Parts) -> Iterator[Degree]:
    at = 0
    while at < len(parts.words):
        for words, scale, degree in _scales().get(parts.words[at].text, ()):
            if tuple(w.text for w in parts.words[at : at + len(words)]) == words:
                end = at + len(words) - 1
                yield Degree(scale, degree, Span(parts.words[at].start, parts.words[end].end))
                if len(words) > 1:
                    at = end
                    break
        at += 1


class Contrary(NamedTuple):
    """A word or phrase in its sentence that has contraries."""

    form: str
    """As the table writes it: "took_back"."""
    first: int
    """Where it stands among the words of the sentence."""
    last: int


@cache
def contraries() -> dict[str, frozenset[str]]:
    """Return for each word or phrase those that cannot be true of a thing at the same time."""
    return _gather((own, others) for row in _opposites() for own, others in (row, row[::-1]))


@cache
def in_other_words() -> dict[str, frozenset[str]]:
    """Return for each word or phrase that has a contrary those that say the same, itself among them."""
    return _gather((forms, forms) for row in _opposites() for forms in row)


def _opposites() -> list[tuple[list[str], ...]]:
    rows = read_table(_TABLES / "opposites.tsv")
    return [tuple(forms.replace("-", "_").split() for forms in row) for row in rows]


def _gather(groups: Iterable[tuple[list[str], list[str]]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for forms, told in groups:
        for form in forms:
            found[form] = found.get(form, frozenset()) | frozenset(told)
    return found


@cache
def _by_first_word() -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for form in contraries():
        words = tuple(form.split("_"))
        found[words[0]].append(words)
    return {first: tuple(sorted(forms, key=len, reverse=True)) for first, forms in found.items()}


@lru_cache(maxsize=64)
def read_contraries(parts: Parts) -> tuple[Contrary, ...]:
    """Return the words and phrases of a sentence that have contraries, in its order; a phrase before its first word."""
    texts, forms = [word.text for word in parts.words], _by_first_word()
    return tuple(
        [
            Contrary("_".join(form), at, at + len(form) - 1)
            for at, text in enumerate(texts)
            if text in forms
            for form in forms[text]
            if tuple(texts[at : at + len(form)]) == form
        ]
    )
