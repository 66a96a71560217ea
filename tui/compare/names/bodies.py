"""What tells a company or another body by what it has and does: its staff, its shares, "its" behind what it did."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.classes import BUSINESS, HELPER, REPORTING, RUN_BY, SPEAKER, STAFF, STAFF_MODIFIER
from tui.compare.names.told import OWN
from tui.compare.names.words import Word

_LEADS = frozenset({"for", "of", "at"})
_OFFICERS = frozenset({"CEO", "CFO", "COO", "CTO"})
_WORKING = frozenset({"work", "works", "worked", "working"})
_TELLING = frozenset({"staff-before", "run-by", "staff-behind", "does-business"})
_IT_WITHIN = 6
"""So many words behind "said" may stand before the "it" that is who says it."""


def is_told_body(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether only a body can be named here, unless it is somebody with a given name."""
    if words[first].given or words[first].title:
        return False
    return not _TELLING.isdisjoint(find_body_before(words, first, last) + find_body_behind(words, last))


def is_told_firm(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether one unknown word is a firm's name by who stands behind it: "Stellaris founder Wes Kaplan"."""
    word = words[first]
    known = word.given or word.surname or word.surname_listed or word.title or not word.rare
    return last - first == 1 and not known and _staff_at(words, last) in lexicon.word_class("firm-staff")


def find_body_before(words: Sequence[Word], first: int, last: int) -> list[str]:
    """Return what the words before the span `first` to before `last` tell of a body, as features."""
    found: list[str] = []
    at = first - 2 if first > 1 and words[first - 1].text == "the" else first - 1
    if at < 1:
        return found
    lead, before = words[at].text, words[at - 1]
    if lead in _LEADS and before.low_classes & (STAFF | SPEAKER):
        found.append("speaker-before" if before.low_classes & SPEAKER else "staff-before")
    if lead == "by" and before.classes & RUN_BY and _is_run_by(words, first, last):
        found.append("run-by")
    if at == first - 1 and lead in _LEADS and before.text in _WORKING:
        found.append("after-working-for")
    return found


def find_body_behind(words: Sequence[Word], last: int) -> list[str]:
    """Return what the words from `last` on, behind a span, tell of a body, as features."""
    found: list[str] = []
    if last >= len(words):
        return found
    following = words[last]
    owned = following.text in OWN
    staff = _staff_at(words, last + owned)
    if staff and not (owned and staff in lexicon.word_class("body-speaker")):
        found.append("staff-behind")
    if following.text == "," and last + 1 < len(words) and words[last + 1].lower == "which":
        found.append("before-which")
        if _does_business(words, last + 2):
            found.append("does-business")
    if owned or following.capital:
        return found
    if following.low_classes & REPORTING:
        if any([word.text == "it" for word in words[last + 1 : last + _IT_WITHIN]]):
            found.append("says-of-it")
    elif _does_business(words, last):
        found.append("does-business")
    elif following.text.isalpha() and any([word.text == "its" for word in words[last + 1 : last + 4]]):
        found.append("its-own")
    return found


def _does_business(words: Sequence[Word], at: int) -> bool:
    """Say whether what companies do stands at `at`, helpers before it left out: "will merge with"."""
    while at < len(words) and words[at].classes & HELPER:
        at += 1
    return at < len(words) and bool(words[at].classes & BUSINESS)


def _is_run_by(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether an unknown word and an ordinary noun call what runs something: "operated by Tarn Line"."""
    head, name = words[last - 1], words[first]
    person = name.given or name.title or head.surname or head.surname_listed or head.given or head.rare
    return last - first > 1 and not person


def _staff_at(words: Sequence[Word], at: int) -> str:
    """Return who works for a body at `at`, or behind one small word: director of "managing director"; else nothing."""
    if at < len(words) and words[at].text in _OFFICERS:
        return words[at].text
    for number in (at, at + 1):
        if number >= len(words) or not words[number].text.islower():
            return ""
        if words[number].classes & (STAFF | SPEAKER):
            return words[number].text
        if not words[number].classes & STAFF_MODIFIER:
            return ""
    return ""
