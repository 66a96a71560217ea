"""What tells a company or another body by what it has and does: its staff, its shares, "its" behind what it did."""

from collections.abc import Iterator, Sequence

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.words import Word

_LEADS = frozenset({"for", "of", "at"})
_OFFICERS = frozenset({"CEO", "CFO", "COO", "CTO"})
_WORKING = frozenset({"work", "works", "worked", "working"})
_OWN = frozenset({"'s", "'", "’"})
_TELLING = frozenset({"staff-before", "staff-behind", "does-business", "run-by"})
_IT_WITHIN = 6
"""So many words behind "said" may stand before the "it" that is who says it."""


def is_told_body(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether only a body can be named here, unless it is somebody with a given name."""
    if marks(words[first].text).given or marks(words[first].text).title:
        return False
    return not _TELLING.isdisjoint(find_body_signs(words, first, last))


def is_told_firm(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether one unknown word is a firm's name by who stands behind it: "Stellaris founder Wes Kaplan"."""
    word = marks(words[first].text)
    known = word.given or word.surname or word.surname_listed or word.title or not word.rare
    return last - first == 1 and not known and _staff_at(words, last) in lexicon.word_class("firm-staff")


def find_body_signs(words: Sequence[Word], first: int, last: int) -> Iterator[str]:
    """Yield what the words around the span `first` to before `last` tell of a body, as features."""
    staff = _staff_before(words, first)
    if staff:
        yield "speaker-before" if staff in lexicon.word_class("body-speaker") else "staff-before"
    if _is_run_by(words, first, last):
        yield "run-by"
    if first > 1 and words[first - 1].text in _LEADS and words[first - 2].text in _WORKING:
        yield "after-working-for"
    if last >= len(words):
        return
    owned = words[last].text in _OWN
    staff = _staff_at(words, last + owned)
    if staff and not (owned and staff in lexicon.word_class("body-speaker")):
        yield "staff-behind"
    if words[last].text == "," and last + 1 < len(words) and words[last + 1].lower == "which":
        yield "before-which"
        if _does_business(words, last + 2):
            yield "does-business"
    if owned or words[last].capital:
        return
    if words[last].lower in lexicon.word_class("reporting"):
        if any(word.text == "it" for word in words[last + 1 : last + _IT_WITHIN]):
            yield "says-of-it"
    elif _does_business(words, last):
        yield "does-business"
    elif any(word.text == "its" for word in words[last + 1 : last + 4]) and words[last].text.isalpha():
        yield "its-own"


def _does_business(words: Sequence[Word], at: int) -> bool:
    """Say whether what companies do stands at `at`, helpers before it left out: "will merge with"."""
    while at < len(words) and words[at].text in lexicon.word_class("helper"):
        at += 1
    return at < len(words) and words[at].text in lexicon.word_class("business")


def _is_run_by(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether something is run by what an unknown word and an ordinary noun call: "operated by Tarn Line"."""
    at = first - 1 - (first > 1 and words[first - 1].text == "the")
    if at < 1 or words[at].text != "by" or words[at - 1].text not in lexicon.word_class("run-by"):
        return False
    head, name = marks(words[last - 1].text), marks(words[first].text)
    person = name.given or name.title or head.surname or head.surname_listed or head.given or head.rare
    return last - first > 1 and not person


def _staff_before(words: Sequence[Word], first: int) -> str:
    """Return who works for or buys from a body before its name: employees of "employees of the X"; else nothing."""
    at = first - 1
    if at > 0 and words[at].text == "the":
        at -= 1
    return words[at - 1].lower if at > 0 and words[at].text in _LEADS and _is_staff(words[at - 1].lower) else ""


def _staff_at(words: Sequence[Word], at: int) -> str:
    """Return who works for a body at `at`, or behind one small word: director of "managing director"; else nothing."""
    if at < len(words) and words[at].text in _OFFICERS:
        return words[at].text
    for number in (at, at + 1):
        if number >= len(words) or not words[number].text.islower():
            return ""
        if _is_staff(words[number].text):
            return words[number].text
        if words[number].text not in lexicon.word_class("staff-modifier"):
            return ""
    return ""


def _is_staff(text: str) -> bool:
    return text in lexicon.word_class("body-staff") or text in lexicon.word_class("body-speaker")
