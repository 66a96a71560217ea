"""What tells a newspaper: the line at an article's head that says where and when it appeared, a byline, "the"."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.words import Word

_SMALL = frozenset({"of", "and", "&", "the"})


def begins_as_paper(words: Sequence[Word], end: int) -> bool:
    """Say whether a paper rather than a town is named from a sentence's head to before `end`: "The Daily Beacon"."""
    article = words[0].text == "The" and f"The {words[min(1, end - 1)].text}" not in lexicon.places()
    return end > 1 and (article or words[end - 1].text in lexicon.word_class("newspaper"))


def find_paper_signs(words: Sequence[Word], first: int, last: int, dated: int) -> list[str]:
    """Return what tells that the span `first` to before `last` is a newspaper, as features.

    `dated` says where the name ends that, with a day, is all that the sentence says, 0 for none.
    """
    found: list[str] = []
    if dated == last and first == (words[0].text == "The") and begins_as_paper(words, last):
        found.append("paper-line")
    if last >= len(words) and _is_outlet_of_byline(words, first, last):
        found.append("byline-outlet")
    the = first > 0 and words[first - 1].lower == "the"
    if the and _is_sure_paper(words[last - 1].text) and (last - first > 1 or _tells(words, first - 1, last)):
        found.append("paper-behind-the")
    return found


def _is_sure_paper(text: str) -> bool:
    papers = lexicon.word_class("sure-paper")
    return not papers.isdisjoint(text.split("-")) if "-" in text else text in papers


def _tells(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether somebody told what a word with its "the" calls, or it tells: "The Courier reported"."""
    behind = words[last].text if last < len(words) else ""
    told = first > 0 and words[first - 1].text in ("told", "tell", "telling")
    return told or behind in lexicon.word_class("reporting") or behind == "reported"


def _is_outlet_of_byline(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a byline ends with a paper or a station: "By Jo Marsh, Ostmark Evening Star"."""
    if first < 3 or words[0].lower != "by" or words[first - 1].text != ",":
        return False
    said = words[first:last]
    if len(said) < 2 or not all(word.capital or word.text in _SMALL for word in said) or said[-1].title:
        return False
    papers = lexicon.word_class("newspaper")
    return not said[0].given and any(w.text in papers or w.organisation_last for w in said)
