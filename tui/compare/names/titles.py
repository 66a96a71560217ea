"""The title a person is given beside the name: "US Secretary of State John Kerry", "Marie Harf, a spokeswoman"."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.phrases import BORN
from tui.compare.names.stretches import Stretch
from tui.compare.names.words import Word

_LONGEST_BEFORE = 9
_LONGEST_AFTER = 10
_LONGEST_MAIDEN = 5
_ARTICLES = frozenset({"a", "an", "the", "its", "his", "their", "her", "our", "one", "another"})
_TELLING = frozenset({"who", "that", "which", "told", "said"})
_LINKS = frozenset({"of", "for", "on", "to", "in", "at"})


def find_title(stretch: Stretch, first: int, last: int, text: str) -> str | None:
    """Return the title said right before or, set off by a comma, behind the name of words `first` to before `last`.

    An honorific (Mr, Mrs) is none. The title is the article's own `text`, line breaks made blanks.
    """
    words = stretch.words
    span = _before(words, first) or _after(words, last)
    if span is None:
        return None
    start, end = span
    owned = [at for at in range(start, end - 1) if words[at].text == "'s"]
    if owned and _title_from(words, owned[-1] + 1, end):
        start = owned[-1] + 1
    return " ".join(text[slice(*stretch.place(start, end))].split())


def honorific_before(words: tuple[Word, ...], first: int) -> str:
    """Return the honorific right before a name in small letters: "mr", "mrs"; else nothing."""
    before = words[first - 1].lower if first else ""
    return before if lexicon.titles().get(before) == "honorific" else ""


def _before(words: tuple[Word, ...], first: int) -> tuple[int, int] | None:
    end = first
    if end > 1 and words[end - 1].text == ",":
        end -= 1
        if not _role_ends(words, end):
            return None
    first = max(0, end - _LONGEST_BEFORE)
    if any([word.ends_title for word in words[first:end]]):
        for start in range(first, end):
            if _title_from(words, start, end):
                return start, end
    return None


def _role_ends(words: tuple[Word, ...], end: int) -> bool:
    """Say whether a role, not a mere rank or honorific, ends before `end`: "planning minister, Imad Fakhoury"."""
    return any(
        lexicon.titles().get(" ".join(w.lower for w in words[end - n : end])) == "role" for n in (1, 2, 3) if end >= n
    )


def _title_from(words: tuple[Word, ...], start: int, end: int) -> bool:
    """Say whether the words from `start` to before `end` are a title: modifiers, title, and perhaps what it is of."""
    at = start
    while at < end and _title_length(words, at, end) == 0:
        if not _modifies(words[at]) and not _joins(words, at, start, end):
            return False
        at += 1
    if at == end or words[start].text == "'s":
        return False
    while at < end:
        length = _title_length(words, at, end)
        if length:
            at += length
        elif words[at].text in _LINKS and at + 1 < end:
            return all(_belongs(words[n]) and not _title_length(words, n, end) for n in range(at + 1, end))
        elif words[at].text in ("and", "'s", "-") or _modifies(words[at]):
            at += 1
        else:
            return False
    return lexicon.titles().get(words[end - 1].lower) is not None or _title_length(words, end - 3, end) == 3


def maiden_behind(words: Sequence[Word], first: int, last: int) -> str:
    """Return the family name somebody was born with, told behind the name: Holt of "Jane Doe (née Holt)"; else ""."""
    if last + 2 >= len(words) or words[last].text not in (",", "("):
        return ""
    end = last + 2
    while end < len(words) and words[end].capital and end - last < _LONGEST_MAIDEN:
        end += 1
    if end == last + 2:
        return ""
    same = end > last + 3 and words[last + 2].text == words[first].text
    said = words[last + 1].lower in BORN or (words[last + 1].lower == "born" and same)
    return words[end - 1].text if said else ""


def _title_length(words: tuple[Word, ...], at: int, end: int) -> int:
    for length in (3, 2, 1):
        if at >= 0 and at + length <= end and words[at + length - 1].ends_title:
            kind = lexicon.titles().get(" ".join([w.lower for w in words[at : at + length]]))
            if kind and kind not in ("honorific", "relation", "either"):
                return length
    return 0


def _belongs(word: Word) -> bool:
    """Say whether a word can stand in what a title is of: "Minister for the Middle East"."""
    return word.capital or word.text in ("the", "and", "of") or word.small_head


def _joins(words: tuple[Word, ...], at: int, start: int, end: int) -> bool:
    """Say whether a small word stands between capitals: "UN Relief and Works Agency spokesman"."""
    between = start < at < end - 1 and words[at - 1].capital and words[at + 1].capital
    following = words[at + 1] if between else None
    if following is None or following.adjective or following.title or following.given:
        return False
    return words[at].text in ("and", "&", "of", "for")


def _modifies(word: Word) -> bool:
    lower = word.lower
    if lower in lexicon.word_class("title-modifier") or word.small_head or word.text == "'s":
        return True
    if not word.capital:
        return False
    known = word
    return not known.function and not known.calendar and (not known.given or known.adjective)


def _after(words: tuple[Word, ...], last: int) -> tuple[int, int] | None:
    if last + 1 >= len(words) or words[last].text != ",":
        return None
    start = last + 1
    if words[start].lower in _ARTICLES:
        start += 1
    end = start
    while (
        end < len(words)
        and end - start <= _LONGEST_AFTER
        and words[end].text not in (",", ".", ";", ":", "(", "—", "–")
    ):
        end += 1
    if end == start or end - start > _LONGEST_AFTER or (end < len(words) and words[end].text in ("(", ":")):
        return None
    at = start
    while at < end and not _title_length(words, at, end):
        if not _modifies(words[at]):
            return None
        at += 1
    if at == end:
        return None
    at += _title_length(words, at, end)
    if at < end and words[at].text not in _LINKS:
        return None
    verbs = lexicon.word_class("verb")
    return None if any(w.text in verbs or w.text in _TELLING for w in words[at:end]) else (start, end)
