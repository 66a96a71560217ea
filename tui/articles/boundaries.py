"""Where news sentences end and where they do not, for the places that sentencex judges otherwise.

Each rule looks at a few words on both sides of a place in a paragraph. The abbreviations and the words that open a
sentence are tables beside this file.
"""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from tui.disk.tables import read_table

_TOLD, _TO_COME = 40, 80
"""How many characters before and after a place the rules look at."""

# Patterns that few texts need are strings: `re` compiles them when they are used, and keeps them.
_CLOCK = re.compile(r"\b[ap]\.?\s?m\.\Z", re.IGNORECASE)
_AFTER_CLOCK = (
    r"(?:[ECMP][SD]?T|GMT|BST|IST|CES?T|EES?T|MSK|JST|AES?T|NZS?T|HKT|SGT|WIB|UTC|Z|"
    r"(?:Mon|Tues?|Wed(?:nes)?|Thurs?|Fri|Sat(?:ur)?|Sun)(?:day)?|"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?=\s\d)|"
    r"(?:Eastern|Pacific|Central|Mountain|Greenwich|[A-Z]\w+(?:\s[A-Z]\w+)?\stime\b))(?![\w-])"
)
_ANY_WORD = re.compile(r"[^\W_]")
_WORD = re.compile(r"[\"“‘'(\[]*([^\W\d_]+)")
_STOP = re.compile(r"[.?!…。！？][\"“”’'»)\]]*\Z")
_NO_PLAIN_STOP = re.compile(r"(?:[?!…]|[.?!…]['\"“”’»]+)\Z")
_SMALL = re.compile(r"[^\W\d_](?<![A-ZÀ-Þ])(?![A-Z])")
_SHOUTED = re.compile(r"[?!][\"”’»]\Z")
_DETERMINERS = frozenset(["the", "a", "an", "one", "his", "her", "their"])
_CLAUSE_OPENERS = frozenset(["that", "it", "he", "she", "they"])
# "agreed.The", as against "D-N.J." and "Example.Com".
_LOST_BLANK = re.compile(r"(?:^|[\s\"“‘'(-])[a-z]{2,}\.”?\Z")
_CAPITALISED = re.compile(r"(?:^|[\s(\[“\"‘'])[A-Z][\w.'’-]*\s\Z")
_ITEM = re.compile(r"(?:(?<=\s)|\A)([•⁃*·-]?\s?)(\d{1,3}|[a-z])([.)]{1,2})\s")
_CREDIT = (
    r"(?<=[^\s:,;])(?<!Photo)(?<!\()\s+"
    r"(?=(?:Images?|Photos?|Photographs?|Pictures?|Video|Graphic|Credit|File photo)\s?:\s?\S.{0,80}\Z)"
)
_CREDIT_REACH = 120
_OMISSION = r"\[(?:\.\.\.|…)\]\s+(?=[\"“‘']?[A-Z])"
_WIDE_STOPS = "。！？"
_WIDE_STOP = rf"[{_WIDE_STOPS}][”」』）]*(?=[^\s”」』）])"
_STOP_AND_ELLIPSIS = r"\s(?=\.\s\.\s\.\s[A-Z])(?<=[^\W\d]{2}\.\s)"
_AFTER_STOP_AND_ELLIPSIS = re.compile(r"[^\W\d]{2}\.\s\.\s\.\s\.\Z")
# It begins with a full stop, which is quick to find, and only then looks back.
_SHORT_WORD_AND_STOP = re.compile(r"\.(?<=[^\W\d_]\.)[\"”’)]*\s+(?=[\"“‘'(\[]*[A-Z])")


def review_boundaries(paragraph: str, proposed: set[int]) -> list[int]:
    """Return where the second and every later sentence of `paragraph` begins, in rising order.

    Parameters
    ----------
    proposed
        Where a splitter that knows less of news sees a sentence begin.
    """
    items = _list_items(paragraph)
    found = {at for at in proposed.difference(items.values()) if _is_boundary(paragraph, at)}
    found.update(items, _find_missed(paragraph, proposed))
    return _with_words(paragraph, sorted(found - {0, len(paragraph)}))


def _with_words(paragraph: str, boundaries: list[int]) -> list[int]:
    """Return `boundaries` without those that leave a sentence of marks alone, such as an ellipsis."""
    kept = [at for at, end in pairwise([*boundaries, len(paragraph)]) if _ANY_WORD.search(paragraph, at, end)]
    if kept and not _ANY_WORD.search(paragraph, 0, kept[0]):
        del kept[0]
    return kept


def _is_boundary(paragraph: str, at: int) -> bool:
    """Say whether the boundary that was proposed before `at` is one."""
    left, right = paragraph[max(0, at - _TOLD) : at], paragraph[at : at + _TO_COME]
    told = left.rstrip()
    if told == left:
        return bool(_LOST_BLANK.search(told)) and right[:1].isupper() and right[1:2].islower()
    if not _STOP.search(told[-6:]) or (_NO_PLAIN_STOP.search(told[-6:]) and _SMALL.match(right)):
        return False
    if _CLOCK.search(told[-6:]) and re.match(_AFTER_CLOCK, right):
        return False
    if _SHOUTED.search(told[-2:]) and _names_speaker(right):
        return False
    if _AFTER_STOP_AND_ELLIPSIS.search(told[-9:]):
        return False
    return _ends_before(told, right) is not False


def _find_missed(paragraph: str, proposed: set[int]) -> set[int]:
    """Return the places, beside those `proposed`, where a sentence begins after an abbreviation, a credit or "[…]"."""
    found = {place.end() for rule in _rules_for(paragraph) for place in re.finditer(rule, paragraph)}
    if ":" in paragraph[-_CREDIT_REACH:]:
        found.update(p.end() for p in re.compile(_CREDIT).finditer(paragraph, max(0, len(paragraph) - _CREDIT_REACH)))
    for place in _SHORT_WORD_AND_STOP.finditer(paragraph):
        at = place.end()
        if at not in proposed:
            stop = place.start() + 1
            told = paragraph[max(0, stop - _TOLD) : stop]
            if _ends_before(told, paragraph[at : at + _TO_COME]):
                found.add(at)
    return found


def _rules_for(paragraph: str) -> list[str]:
    """Return the rules that could find anything in a paragraph, by what is quick to see in it."""
    rules = [_OMISSION] if "[" in paragraph else []
    if any(stop in paragraph for stop in _WIDE_STOPS):
        rules.append(_WIDE_STOP)
    if paragraph.count(".") > 3:
        rules.append(_STOP_AND_ELLIPSIS)
    return rules


def _list_items(paragraph: str) -> dict[int, int]:
    """Return where the items of a list in one line begin, and where the words of each do, if it begins as a list."""
    first = _ITEM.match(paragraph)
    if not first:
        return {}
    found = {0: first.end()}
    last = _item_number(first)
    for mark in _ITEM.finditer(paragraph, first.end() - 1):
        if mark.group(1, 3) == first.group(1, 3) and _item_number(mark) == last + 1:
            found[mark.start()] = mark.end()
            last += 1
    return found


def _item_number(mark: re.Match[str]) -> int:
    return int(mark[2]) if mark[2].isdecimal() else ord(mark[2])


def _ends_before(told: str, right: str) -> bool | None:
    """Say whether the abbreviation at the end of `told` ends a sentence before `right`; none if no rule knows."""
    last = told[-30:].rpartition(" ")[2].strip("\"“”‘’'()[]—–")
    if last[:1].isalpha() and "." in last[:-1] and _STOP.search(told[: told.rfind(last)].rstrip()[-6:]):
        return False  # a sentence of an abbreviation alone is none
    if last in _abbreviations():
        return _opens_sentence(right)
    word = last.rpartition("/")[2].removesuffix(".")
    uses = _abbreviations().get(word, frozenset())
    if "title" in uses or ("number" in uses and right[:1].isdecimal()):
        return False
    if "either" in uses:
        return _opens_sentence(right)
    if uses or "." in word:
        return _opens_sentence(right) or None
    if len(word) == 1 and word.isupper() and _CAPITALISED.search(told[: told.rfind(word)]):
        return _opens_sentence(right)
    return None


def _names_speaker(right: str) -> bool:
    """Say whether `right` begins with who said what stands before it: "Mayor Holt asked", "the driver shouted"."""
    words = right.split(maxsplit=7)[:7]
    for number, word in enumerate(words[1:], start=1):
        if word.rstrip(",.;:") in _words()["speech"]:
            speaker, following = words[:number], words[number + 1 : number + 2]
            is_name = all(part[0].isupper() for part in speaker) and speaker[0].lower() not in _words()["function"]
            is_described = speaker[0].lower() in _DETERMINERS and len(speaker) <= 4
            # "Smith said that …" and "Smith said he …" are sentences of their own.
            return (is_name or is_described) and not _CLAUSE_OPENERS.intersection(following)
    return False


def _opens_sentence(right: str) -> bool:
    found = _WORD.match(right)
    if not found or not found[1][0].isupper():
        return False
    word = found[1].lower()
    if word in _words()["function"]:
        return True
    return word in _words()["noun"] and right[found.end() :].lstrip()[:1].islower()


@cache
def _abbreviations() -> dict[str, frozenset[str]]:
    """Return the uses of each abbreviation, written without its last full stop."""
    uses: dict[str, set[str]] = {}
    for use, words in read_table(Path(__file__).with_name("abbreviations.tsv")):
        for word in words.split():
            uses.setdefault(word, set()).add(use)
    return {word: frozenset(found) for word, found in uses.items()}


@cache
def _words() -> dict[str, frozenset[str]]:
    """Return the words of `sentence_words.tsv` by kind, in small letters."""
    kinds: dict[str, set[str]] = {}
    for kind, words in read_table(Path(__file__).with_name("sentence_words.tsv")):
        kinds.setdefault(kind, set()).update(words.split())
    return {kind: frozenset(words) for kind, words in kinds.items()}
