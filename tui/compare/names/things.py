"""What bears a person's name and is none: storms ("Hurricane Irene"), ships ("the ferry Maria Teresa"), saints."""

from collections.abc import Collection, Sequence

from tui.compare.names import lexicon
from tui.compare.names.classes import ABOARD, NAMING, PEOPLE_DO, STORM, VEHICLE, VERB
from tui.compare.names.phrases import SAINTS
from tui.compare.names.stretches import QUOTES
from tui.compare.names.words import Word

_LONGEST = 4
"""No ship's name has more words."""


def is_storm(words: Sequence[Word], first: int) -> bool:
    """Say whether a storm is called what stands at `first`: "Hurricane Irene", "Tropical Storm Bill"."""
    return first > 0 and words[first - 1].capital and bool(words[first - 1].low_classes & STORM)


def _is_of_a_church(words: Sequence[Word], at: int) -> bool:
    """Say whether a church or a school is called after a saint: "St. Mary's sang", not "St. Jerome's letters"."""
    if not at or words[at - 1].text not in SAINTS or not words[at].given or at + 1 >= len(words):
        return False
    if words[at + 1].text != "'s":
        return words[at + 1].capital and (words[at + 1].organisation_last or words[at + 1].place_last)
    behind = words[at + 2] if at + 2 < len(words) else None
    if behind is None or behind.capital or not behind.text[0].isalpha() or behind.function:
        return True
    return bool(behind.classes & (VERB | PEOPLE_DO))


def _is_named_storm(words: Sequence[Word], at: int) -> bool:
    """Say whether a storm is told to be named what stands at `at`: "a second storm was named Jose"."""
    if at < _LONGEST or not words[at - 1].low_classes & NAMING:
        return False
    return not lexicon.word_class("storm").isdisjoint(word.lower for word in words[at - 1 - _LONGEST : at - 1])


def is_vessel(words: Sequence[Word], first: int) -> bool:
    """Say whether a ship, a train or the like is called what begins at `first`: "the ferry X", "aboard the X"."""
    if not first:
        return False
    at = first - 1
    if words[at].low_classes & VEHICLE:
        return True
    if words[at].text in QUOTES and at:
        at -= 1
    if at < 1 or words[at].lower != "the":
        return bool(words[at].low_classes & ABOARD) and words[at].text.islower()
    before = words[at - 1]
    return bool(before.low_classes & ABOARD) or (
        before.lower == "of" and at > 1 and words[at - 2].lower in lexicon.word_class("of-ships")
    )


def is_within_vessel(words: Sequence[Word], first: int) -> bool:
    """Say whether the name of a ship goes on at `first`: Rupert of "HMS Prince Rupert"."""
    at = first
    while at and words[at - 1].capital and first - at < _LONGEST:
        at -= 1
        hull = at > 0 and words[at - 1].text in lexicon.word_class("hull")
        if words[at].title and not hull:
            return False
        if is_vessel(words, at):
            return True
    return False


def is_article_of_a_thing(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a given name and more have a "the" that no noun behind them explains: "The Maria Teresa sank".

    People have none; "the Ada Brandt case" is called after one.
    """
    at = first - 1 if first > 1 and words[first - 1].text in QUOTES else first
    if not at or last - first < 2 or words[at - 1].lower != "the":
        return False
    if not (words[first].given or words[first].text in lexicon.word_class("royal")):
        return False
    if any(w.capital and (w.organisation_last or w.place_last) for w in words[first:last]):
        return False
    last += at < first
    following = words[last] if last < len(words) else None
    if following is None or not following.text[0].isalpha():
        return True
    if following.capital or not following.text.islower():
        return False
    ends_verb = following.text.endswith(("ed", "es")) or bool(following.classes & VERB)
    return ends_verb or following.text in lexicon.word_class("sinking") or following.function


def is_said_vessel(words: Sequence[Word], last: int) -> bool:
    """Say whether a name is said to be a ship's right behind it: "the Lady Alda, a Danish ferry"."""
    if last + 2 >= len(words) or words[last].text != "," or words[last + 1].lower not in ("a", "an", "the"):
        return False
    for word in words[last + 2 : last + 2 + _LONGEST]:
        if word.text in lexicon.word_class("boat"):
            return True
        if not word.text.isalpha() or word.function:
            return False
    return False


def is_work(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a book, a film or the like is called so in quotation marks: "the novel 'The Salt Road' by"."""
    at = first - 1 if first and words[first - 1].text in ("The", "A", "An") else first
    if not at or last >= len(words) or words[at - 1].text not in QUOTES:
        return False
    end = last + 1 if words[last].text in (",", ".") and last + 1 < len(words) else last
    near = {word.lower for word in words[max(0, at - 1 - _LONGEST) : at - 1]}
    return words[end].text in QUOTES and not lexicon.word_class("work").isdisjoint(near)


def is_within_thing(words: Sequence[Word], first: int, last: int, things: Collection[str]) -> bool:
    """Say whether a span is only the end of what a ship or a storm is called: Doyle of "the Jane Doyle"."""
    start = first
    while start and words[start - 1].capital and first - start < _LONGEST:
        start -= 1
        if " ".join(w.text for w in words[start:last]) in things:
            return True
    return False


def names_of_things(words: Sequence[Word], at: int) -> str:
    """Return what a storm, a ship or a saint is called from the capital at `at` on, joined by blanks; else nothing."""
    if _is_of_a_church(words, at) or is_storm(words, at) or _is_named_storm(words, at):
        return words[at].text
    end = at + 1
    while end < len(words) and end - at < _LONGEST and words[end].capital:
        end += 1
    if is_vessel(words, at) or is_article_of_a_thing(words, at, end) or is_said_vessel(words, end):
        return " ".join([word.text for word in words[at:end]])
    return ""
