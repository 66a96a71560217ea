"""What stands around a span of words and speaks for or against its being a name."""

import re
from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.lexicon import marks
from tui.compare.names.phrases import BORN, SAINTS, is_initials, is_known, is_verb, phrase_of, stands_alone
from tui.compare.names.stretches import QUOTES, Stretch, is_headline, title_before
from tui.compare.names.things import is_storm, is_vessel, is_within_vessel
from tui.compare.names.told import DASHES, is_dateline, is_of_a_place, is_of_a_share, is_settlement
from tui.compare.names.words import Word

_AGE = re.compile(r"^\d{1,2}$")
_EXPLETIVE = frozenset({"is", "was", "'s", "would", "could", "might", "may", "seemed", "took"})
"""Words before which "it" is as often nobody as whoever said so: "he said it was late"."""
PARTICLES = frozenset("van von der den de del della di dos du la le bin ibn al el ter".split())  # noqa: SIM905
"""Small words that belong to the family name behind them."""
LABELS = frozenset({":", "—", "–", "-", "•", "*"})
_LONGEST_APPOSED = 6
"""So many words a description may have that a name is set beside."""
_ARTICLES = frozenset({"the", "this", "a", "an", "that", "its", "his", "their", "our"})


def find_before(stretch: Stretch, first: int, alone: bool) -> list[str]:
    """Return the features that the words before a span decide; `alone` if the span is a single word."""
    words, found = stretch.words, []
    previous: Word | None = words[first - 1] if first else None
    before = previous.text.lower() if previous else ""
    if stretch.style != "prose":
        found.append(f"style-{stretch.style}")
    if previous is None or before in QUOTES or before in LABELS:
        found.append(_at_a_beginning(words[first].text) if alone else "sentence-several")
        if previous is None and is_dateline(words):
            found.append("dateline")
    if alone and before != "," and _is_word_too(words[first].text):
        found.append("short-state-alone")
    length, kind = title_before(words, first)
    if previous is not None and previous.text in SAINTS:
        found.append("after-saint")
    elif length and (stretch.style == "prose" or _is_name_word(words[first].text)):
        doubtful = length == 1 and words[first - 1].text in lexicon.word_class("title-given")
        found.append("title-or-given-before" if doubtful else f"title-before-{kind}")
    elif previous is not None and previous.capital and first > stretch.first and _binds(stretch, first - 1):
        found.append(_of_a_cut(words, first))
    if previous is None:
        return found
    if before == "'s" and (marks(words[first].text).organisation_last or marks(words[first].text).place_last):
        found.append("after-possessive-head")
    if is_of_a_place(words, first - 1):
        found.append("after-noun-of-places")
    if is_storm(words, first):
        found.append("after-storm")
    if before == "." and first > 1 and words[first - 2].text == "v":
        found.append("after-versus")
    if first > stretch.first + 1 and before in PARTICLES and previous.text.islower() and words[first - 2].capital:
        found.append("cut-left-particle")
    if before in ("told", "telling", "tell", "tells"):
        found.append("after-telling")
    elif previous.text in lexicon.word_class("reporting"):
        found.append("after-reporting")
    if before in lexicon.word_class("naming"):
        found.append("after-naming")
    if before == "," and first > 1:
        title = lexicon.titles().get(words[first - 2].lower, "")
        if title in ("role", "relation") and words[first - 2].text.islower():
            found.append(f"after-comma-{title}")
        elif _ends_with_a_body(words, first - 2):
            found.append("after-comma-organisation-noun")
    if before in ("of", "the") and _is_of_a_body(words, first - 1):
        found.append("after-body-of")
    elif before == "of" and first > 1 and words[first - 2].capital and marks(words[first - 2].text).abstract:
        found.append("after-abstract-of")
    if is_vessel(words, first):
        found.append("after-vehicle")
    elif is_within_vessel(words, first):
        found.append("within-vehicle-name")
    if before == "," and first > 1 and words[first - 2].capital and words[first].text in lexicon.places():
        found.append("after-comma-name")
    if before in BORN:
        found.append("after-maiden")
    if previous.capital and previous.text in lexicon.word_class("sure-place-first"):
        found.append("after-place-first")
    if is_of_a_share(words, first):
        found.append("after-company-share")
    if not previous.capital and before in lexicon.word_class("organisation-noun"):
        found.append("after-organisation-noun")
    elif before == "of" and first > 1 and is_settlement(words[first - 2].lower):
        found.append("after-settlement-of")
    elif before in lexicon.word_class("direction") and len(before) > 6:
        found.append("after-direction")
    elif before in lexicon.word_class("locative"):
        found.append("after-locative")
    elif before in ("of", "by", "with", "and", "for"):
        found.append(f"after-{before}")
    elif before == "the" and alone and f"the {words[first].text}" in lexicon.organisations():
        found.append("known-organisation")
    elif before in _ARTICLES:
        found.append("after-article")
    return found


def _ends_with_a_body(words: Sequence[Word], at: int) -> bool:
    """Say whether a noun for bodies at `at` ends what a name is told to be: "the state fire agency, Cal Ember"."""
    if words[at].lower not in lexicon.word_class("organisation-noun") or not words[at].text.islower():
        return False
    start = at - 1
    while start >= 0 and at - start < _LONGEST_APPOSED:
        lower = words[start].lower
        if lower in _ARTICLES:
            told = words[start - 1].lower if start else ""
            source = start > 1 and words[start - 2].lower == "according"
            return source or told not in lexicon.word_class("locative")
        if not words[start].text.islower() and lower not in ("'s", "'"):
            return words[start + 1].text in ("'s", "'")
        start -= 1
    return False


def _is_of_a_body(words: Sequence[Word], at: int) -> bool:
    """Say whether the "of" or "of the" that ends at `at` goes on with a body's name: University of, Bank of the."""
    at -= words[at].text.lower() == "the"
    return at > 0 and words[at].text == "of" and words[at - 1].capital and marks(words[at - 1].text).organisation_first


def _is_name_word(text: str) -> bool:
    """Say whether a word is a name rather than one more word of a headline: not "Resigns"."""
    word = marks(text)
    return word.given or word.surname or word.rare or is_known(text)


def _is_told(words: Sequence[Word], last: int) -> bool:
    """Say whether a headline's verb stands behind a person's name: "Tom Hale Speaks Out"."""
    name = marks(words[last - 1].text)
    return (name.given or name.surname or name.rare) and is_verb(words[last].text)


def _of_a_cut(words: Sequence[Word], first: int) -> str:
    """Return the feature of a span with a capital right before it; none is cut off by a whole known name."""
    before = marks(words[first - 1].text)
    if before.adjective:
        return "cut-left-nationality"
    if first > 2 and words[first - 2].lower == "of" and is_settlement(words[first - 3].lower):
        return "cut-left-settlement"
    named = before.given or before.surname or before.particle or before.rare
    given = marks(words[first].text).given or is_initials(words[first].text)
    if not named and given and not is_known(f"{words[first - 1].text} {words[first].text}"):
        return "cut-left-word"
    pairs = (words[first - 1].text, " ".join(w.text for w in words[max(0, first - 2) : first]))
    return "cut-left-known" if any(is_known(pair) for pair in pairs) else "cut-left"


def _binds(stretch: Stretch, at: int) -> bool:
    """Say whether a capital at `at` tells of a name: all words of a title have one, there only names' words count."""
    if stretch.style == "prose":
        return not marks(stretch.words[at].text).function
    word = marks(stretch.words[at].text)
    return word.rare or word.given or word.surname


def _is_word_too(text: str) -> bool:
    """Say whether a state's short form is a word or a name too: Mass., Mo., but not Calif."""
    if not text.endswith(".") or text not in lexicon.regions() or not text[1].islower():
        return False
    word = marks(text[:-1])
    return word.given or word.common


def _at_a_beginning(text: str) -> str:
    """Return the feature of a single word at the head of a sentence, where all words have a capital."""
    word = marks(text)
    if text in lexicon.word_class("ordinary-too"):
        return "sentence-ordinary"
    if word.rare:
        return "sentence-rare"
    named = word.given or word.surname or is_known(phrase_of((text,)))
    return "sentence-english-name" if named else "sentence-english"


def find_behind(stretch: Stretch, last: int) -> list[str]:
    """Return the features that the words from `last` on, behind a span, decide."""
    words = stretch.words
    verb = ["verb-last"] if is_verb(words[last - 1].text) and is_headline(stretch) else []
    return verb + _of_what_follows(stretch, last) if last < len(words) else verb


def _of_what_follows(stretch: Stretch, last: int) -> list[str]:
    words = stretch.words
    following = words[last]
    if following.capital and marks(following.text).calendar:
        return ["before-calendar"]
    if following.text in PARTICLES and last + 1 < stretch.last and words[last + 1].capital:
        return ["cut-right-particle"]
    if following.capital and last < stretch.last and not _is_told(words, last) and _binds(stretch, last):
        word = marks(following.text)
        if _is_title_of_somebody(words, last):
            return ["before-title"]
        if marks(words[last - 1].text).surname and is_known(" ".join(w.text for w in words[last : last + 2])):
            return ["cut-right-known"]
        cut = "cut-right-abstract" if word.abstract else "cut-right-given" if word.given else "cut-right"
        return [cut, "before-body"] if _goes_on_as_body(words, last) else [cut]
    second = words[last + 1].text if last + 1 < len(words) else ""
    third = words[last + 2].text if last + 2 < len(words) else ""
    found = _of_apposition(words, last)
    if following.text == "of" and second[:1].isupper() and is_settlement(words[last - 1].text):
        found.append("before-of-its-name")
    if last == 1 or words[last - 2].text in QUOTES or not words[last - 2].capital:
        found += _of_a_club(words, last)
    if following.text in ("and", "&") and marks(second).given and third[:1].isupper() and not marks(third).function:
        found.append("before-couple")
    if following.text in lexicon.word_class("reporting") and second == "it" and third not in _EXPLETIVE:
        found.append("before-reporting-it")
    feature = _of_the_next(following.text, following.text.lower(), second, third)
    return [*found, feature] if feature else found


def _is_title_of_somebody(words: Sequence[Word], last: int) -> bool:
    """Say whether somebody's title with the name behind it begins at `last`: "Ohio Senator Bo Reed"."""
    for end in range(last + 1, min(last + 3, len(words) - 1) + 1):
        said = " ".join(word.lower for word in words[last:end])
        if end < len(words) and lexicon.titles().get(said) in ("role", "rank"):
            name = marks(words[end].text)
            return words[end].capital and (name.given or name.surname or name.rare)
    return False


def _of_a_club(words: Sequence[Word], last: int) -> list[str]:
    """Look at whether a club's last word stands alone before what only a team has: "Rovers manager Al Dunn"."""
    alone = words[last - 1].capital and stands_alone(words[last - 1].text)
    return ["club-then-role"] if alone and words[last].text in lexicon.word_class("team-role") else []


def _goes_on_as_body(words: Sequence[Word], last: int) -> bool:
    """Say whether a body's name goes on to its last word: "Los Angeles County Sheriff's Department"."""
    for word in words[last : last + 3]:
        if not word.capital and word.text != "'s":
            return False
        if word.capital and marks(word.text).organisation_last:
            return True
    return False


def _of_the_next(text: str, after: str, second: str, third: str) -> str:
    if after in lexicon.word_class("reporting"):
        return "before-reporting"
    if after == "'s":
        return "before-possessive-matter" if second in lexicon.word_class("company-matter") else "before-possessive"
    if text in ("the", "a", "an", "your", "it", "him", "them"):
        return "before-article"
    if text[0].isdecimal():
        return "before-number"
    if text in lexicon.word_class("ware"):
        return "before-ware"
    if after == "who":
        return "before-who"
    if after == ",":
        return _of_the_next_after_comma(second, third)
    if after == ":":
        return "before-colon"
    if after == "(" and second in BORN:
        return "before-maiden"
    if text in lexicon.heads("organisation", "adjective"):
        return "before-organisation-word"
    if text in lexicon.heads("place", "adjective"):
        return "before-place-word"
    if text in lexicon.word_class("company-matter"):
        return "before-company-matter"
    if after in lexicon.word_class("people-do"):
        return "before-people-do"
    if after in lexicon.word_class("verb") or (text.islower() and after.endswith(("ed", "es"))):
        return "before-verb"
    return "before-word" if text.isalpha() and text.islower() else ""


def _of_the_next_after_comma(second: str, third: str) -> str:
    if second in ("who", "whose"):
        return "before-who"
    if second in BORN:
        return "before-maiden"
    if _AGE.match(second) and third in (",", ".", "and"):
        return "before-age"
    if second in lexicon.places():
        of_a_town = second in lexicon.regions() and (second.endswith(".") or third in ("", ",", ".", ")", *DASHES))
        return "before-comma-region" if of_a_town else "before-comma-place"
    return "before-role" if second in ("a", "an", "the") and third in lexicon.titles() else ""


def _of_apposition(words: Sequence[Word], last: int) -> list[str]:
    """Look at what a name is said to be right behind it: "Torvane, a chip maker", "Selvoe, an island"."""
    if words[last].text != "," or last + 2 >= len(words):
        return []
    if words[last + 1].lower not in ("a", "an", "the", "its", "his", "their", "one"):
        return []
    for word in words[last + 2 : last + 7]:
        lower = word.lower
        if lower in lexicon.word_class("organisation-noun"):
            return ["said-organisation"]
        if lower in lexicon.word_class("place-noun"):
            return ["said-place"]
        if lexicon.titles().get(lower, "either") != "either":
            return ["said-person"]
        if lower in (",", "", "that", "which", "who", "in", "of", "for", "near"):
            break
    return []
