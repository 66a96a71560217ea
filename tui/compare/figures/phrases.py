"""Tables of phrases, looked up word by word: the longest that stands at a place wins."""

from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from tui.articles.article import Span
from tui.compare.figures.words import Words

Meaning = TypeVar("Meaning")


class Phrases(Generic[Meaning]):
    """Phrases of one or more words with what each means; case does not count."""

    def __init__(self, rows: Iterable[tuple[str, Meaning]]) -> None:
        self._meanings: dict[tuple[str, ...], Meaning] = {}
        self._longest: dict[str, int] = {}
        self._longest_back: dict[str, int] = {}
        for phrase, meaning in rows:
            words = _pieces(phrase)
            self._meanings[words] = meaning
            self._longest[words[0]] = max(len(words), self._longest.get(words[0], 0))
            self._longest_back[words[-1]] = max(len(words), self._longest_back.get(words[-1], 0))

    def at(self, words: Words, at: int) -> tuple[Meaning, int] | None:
        """Return what the longest phrase that begins at `at` means, and where the words after it begin."""
        return next(self.all_at(words, at), None)

    def all_at(self, words: Words, at: int) -> Iterator[tuple[Meaning, int]]:
        """Yield what each phrase that begins at `at` means, and where the words after it begin, the longest first."""
        for size in range(self._longest.get(words.low[at], 0), 0, -1):
            meaning = self._meanings.get(tuple(words.low[at : at + size]))
            if meaning is not None:
                yield meaning, at + size

    def before(self, words: Words, at: int) -> tuple[Meaning, int] | None:
        """Return what the longest phrase that ends just before `at` means, and where it begins."""
        return next(self.all_before(words, at), None)

    def all_before(self, words: Words, at: int) -> Iterator[tuple[Meaning, int]]:
        """Yield what each phrase that ends just before `at` means, and where it begins, the longest first."""
        if at <= 0:
            return
        for size in range(min(at, self._longest_back.get(words.low[at - 1], 0)), 0, -1):
            meaning = self._meanings.get(tuple(words.low[at - size : at]))
            if meaning is not None:
                yield meaning, at - size


def _pieces(phrase: str) -> tuple[str, ...]:
    """Return a phrase cut as a text is cut; blanks are enough where it is all letters."""
    if phrase.isascii() and phrase.replace(" ", "").isalpha():
        return tuple(phrase.lower().split())
    words = Words(phrase, Span(0, len(phrase)))
    return tuple(words.low[: words.size])
