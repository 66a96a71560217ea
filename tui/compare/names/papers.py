"""What tells a newspaper: the line at an article's head that says where and when it appeared, a byline, "the"."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.words import Word

_SMALL = frozenset({"of", "and", "&", "the"})


def begins_as_paper(words: Sequence[Word], end: int) -> bool:
    """Say whether a paper rather than a town is named from a sentence's head to before `end`: "The Daily Beacon"."""
    article = words[0].text == "The" and f"The {words[min(1, end - 1)].text}" not in lexicon.places()
    return end > 1 and (article or words[end - 1].text in lexicon.word_class("newspaper"))


def find_paper_signs(words: Sequence[Word], first: int, last: int, dated: bool) -> list[str]:
    """Return what tells that the span `first` to before `last` is a newspaper, as features.

    `dated` says whether the sentence is only a name and a day.
    """
    found = []
    whole = first == (words[0].text == "The") and last < len(words) and words[last].text == ","
    if dated and whole and begins_as_paper(words, last):
        found.append("paper-line")
    if _is_outlet_of_byline(words, first, last):
        found.append("byline-outlet")
    the = first > 0 and words[first - 1].lower == "the"
    sure = the and words[last - 1].text in lexicon.word_class("sure-paper")
    if sure and (last - first > 1 or _tells(words, first - 1, last)):
        found.append("paper-behind-the")
    return found


def _tells(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether somebody told what a word with its "the" calls, or it tells: "The Courier reported"."""
    behind = words[last].text if last < len(words) else ""
    told = first > 0 and words[first - 1].text in ("told", "tell", "telling")
    return told or behind in lexicon.word_class("reporting") or behind == "reported"


def _is_outlet_of_byline(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a byline ends with a paper or a station: "By Jo Marsh, Ostmark Evening Star"."""
    if first < 3 or last < len(words) or words[0].lower != "by" or words[first - 1].text != ",":
        return False
    said = words[first:last]
    if len(said) < 2 or not all(word.capital or word.text in _SMALL for word in said) or marks(said[-1].text).title:
        return False
    papers = lexicon.word_class("newspaper")
    return not marks(said[0].text).given and any(w.text in papers or marks(w.text).organisation_last for w in said)
