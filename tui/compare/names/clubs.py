"""Signs that a name means a club at play where its last word may be a town's too: "beat Estern City 3-2"."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.phrases import is_known, phrase_of
from tui.compare.names.words import Word


def is_at_play(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether what stands around a name that ends as clubs' names do tells of a match, its players or its crowd."""
    if last - first < 2 or words[last - 1].text not in lexicon.word_class("club"):
        return False
    before, earlier = (words[at].lower if at >= 0 else "" for at in (first - 1, first - 2))
    behind, later = (words[at].text if at < len(words) else "" for at in (last, last + 1))
    players, plays = lexicon.word_class("player"), lexicon.word_class("plays")
    told = before in plays or before in lexicon.word_class("side") or (before == "of" and earlier in players)
    told = told or behind in plays or behind in players or _is_score(behind) or (behind == "lost" and _is_score(later))
    return told and not is_known(phrase_of([word.text for word in words[first:last]]))


def _is_score(text: str) -> bool:
    return "-" in text and text.replace("-", "").isdecimal()
