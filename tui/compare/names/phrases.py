"""What tables and letters tell of a phrase: whether it is known, an acronym of another, a run of initials."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from tui.compare.names import lexicon
from tui.compare.names.classes import REPORTING, VERB
from tui.compare.names.words import Word, word_of

_INITIALS = re.compile(r"^(?:[^\W\d_]\.)+[^\W\d_]?\.?$")
"""One initial or a run of them: K., J.T."""
SAINTS = frozenset({"St", "St.", "Saint", "SS"})
BORN = frozenset({"née", "nee"})
"""Words between a name and the family name somebody was born with."""
_TOWN_TOO = frozenset({"City", "Town", "County", "United"})


def is_known(key: str) -> bool:
    """Say whether a phrase is a place or an organisation of the tables."""
    return key in lexicon.places() or key in lexicon.organisations()


def phrase_of(texts: Sequence[str]) -> str:
    """Return the phrase that tables and other places in the articles know a span by."""
    key = texts[0] if len(texts) == 1 else " ".join(texts)
    return " ".join(lexicon.unshout(t) for t in texts) if key.isupper() else key


def is_initials(text: str) -> bool:
    """Say whether a word is one initial or a run of them: K., J.T."""
    return text[1:2] == "." and bool(_INITIALS.match(text)) and text.upper() == text and not is_known(text)


def is_verb(word: Word) -> bool:
    """Say whether a word with a capital is a verb of a headline: Says, Vows."""
    if not word.low_classes & (REPORTING | VERB) or word.text[-1] == ".":
        return False
    return word.common and not (word.given or word.surname or word.organisation_last or word.place_last)


def stands_for(acronym: str, texts: Sequence[str]) -> bool:
    """Say whether an acronym's letters are the initials of a name's words, small words counted or not."""
    letters = acronym.replace(".", "").upper()
    initials = [t[0].upper() for t in texts if t[0].isalpha()]
    capitals = [t[0] for t in texts if t[0].isupper()]
    parts = [p[0].upper() for t in texts for p in t.split("-") if p and p[0].isupper()]
    return len(letters) > 1 and letters in ("".join(initials), "".join(capitals), "".join(parts))


def stands_alone(last: str) -> bool:
    """Say whether a club or a newspaper is called by its last word too: Rovers, the Tribune."""
    return last in lexicon.word_class("club") - _TOWN_TOO or last in lexicon.word_class("newspaper")


@cache
def _of_a_town() -> frozenset[str]:
    """Return the last words of bodies whose first word is their town's name more often than their own."""
    return lexicon.word_class("town-body") | lexicon.word_class("newspaper")


def short_forms(texts: Sequence[str]) -> Iterator[str]:
    """Yield the words that may stand for a body of several: Brightwell of Brightwell Foods, Villa of Aston Villa."""
    word = word_of(texts[0])
    vague = word.common or word.adjective or word.function or word.organisation_first or word.place_first
    person = word.given or (word.surname and texts[-1] not in lexicon.word_class("trade")) or bool(word.title)
    described = (
        "for" in texts
        or "of" in texts[2:]
        or texts[-1] in lexicon.heads("organisation", "adjective")
        or texts[-1] in _of_a_town()
    )
    if not described and texts[0][0].isupper() and not (vague or person or is_known(texts[0])):
        yield texts[0]
    if stands_alone(texts[-1]):
        yield texts[-1]
