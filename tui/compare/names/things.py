"""What bears a person's name and is none: storms ("Hurricane Irene") and ships ("the ferry Maria Teresa")."""

from collections.abc import Sequence
from itertools import takewhile

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.stretches import QUOTES
from tui.compare.names.words import Word

_LONGEST = 4
"""No ship's name has more words."""


def is_storm(words: Sequence[Word], first: int) -> bool:
    """Say whether a storm is called what stands at `first`: "Hurricane Irene", "Tropical Storm Bill"."""
    return first > 0 and words[first - 1].capital and words[first - 1].lower in lexicon.word_class("storm")


def is_vessel(words: Sequence[Word], first: int) -> bool:
    """Say whether a ship, a train or the like is called what begins at `first`: "the ferry X", "aboard the X"."""
    if not first:
        return False
    if words[first - 1].lower in lexicon.word_class("vehicle"):
        return True
    at = first - 1
    if words[at].text in QUOTES and at:
        at -= 1
    if at < 1 or words[at].lower != "the":
        return words[at].lower in lexicon.word_class("aboard") and words[at].text.islower()
    before = words[at - 1].lower
    return before in lexicon.word_class("aboard") or (
        before == "of" and at > 1 and words[at - 2].lower in lexicon.word_class("of-ships")
    )


def is_within_vessel(words: Sequence[Word], first: int) -> bool:
    """Say whether the name of a ship goes on at `first`: Rupert of "HMS Prince Rupert"."""
    at = first
    while at and words[at - 1].capital and first - at < _LONGEST:
        at -= 1
        hull = at > 0 and words[at - 1].text in lexicon.word_class("hull")
        if marks(words[at].text).title and not hull:
            return False
        if is_vessel(words, at):
            return True
    return False


def is_article_of_a_thing(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a given name and more have a "the" that no noun behind them explains: "The Maria Teresa sank".

    People have none; "the Ada Brandt case" is called after one.
    """
    at = first - 1 if first > 1 and words[first - 1].text in QUOTES else first
    if not at or last - first < 2 or words[at - 1].lower != "the" or not marks(words[first].text).given:
        return False
    if any(w.capital and (marks(w.text).organisation_last or marks(w.text).place_last) for w in words[first:last]):
        return False
    last += at < first
    following = words[last] if last < len(words) else None
    if following is None or not following.text[0].isalpha():
        return True
    if following.capital or not following.text.islower():
        return False
    ends_verb = following.text.endswith(("ed", "es")) or following.text in lexicon.word_class("verb")
    return ends_verb or following.text in lexicon.word_class("sinking") or marks(following.text).function


def names_of_things(words: Sequence[Word], at: int) -> str:
    """Return what a storm or a ship is called whose name begins at `at`, its words joined by blanks; else nothing."""
    if not words[at].capital:
        return ""
    if is_storm(words, at):
        return words[at].text
    run = [w.text for w in takewhile(lambda w: w.capital, words[at : at + _LONGEST])]
    if is_vessel(words, at) or is_article_of_a_thing(words, at, at + len(run)):
        return " ".join(run)
    return ""
