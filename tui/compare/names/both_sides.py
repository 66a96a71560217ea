"""What stands on both sides of a span together: quotation marks, ampersands, brackets, "from" and "to"."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.before import LABELS, is_described
from tui.compare.names.lexicon import marks
from tui.compare.names.lists import members_before
from tui.compare.names.papers import find_paper_signs
from tui.compare.names.phrases import is_known, phrase_of, stands_for
from tui.compare.names.stretches import QUOTES, Stretch, title_before
from tui.compare.names.things import is_article_of_a_thing, is_work
from tui.compare.names.told import is_settlement, name_before_date
from tui.compare.names.words import Word

WHERE = frozenset(
    "in near outside into around through across between fled fleeing neighbouring neighboring".split()  # noqa: SIM905
)
"""Words that hardly ever stand before a person; "at", "from" and "to" do."""
_CLOSING = QUOTES - {"“", "‘", "«", "„"}


def find_on_both_sides(stretch: Stretch, first: int, last: int) -> list[str]:
    """Return the features that need both sides of a span: quotes around it, an acronym in brackets behind it."""
    found = _of_both_sides(stretch, first, last)
    behind = stretch.words[last].text if last < len(stretch.words) else ""
    if first and stretch.words[first - 1].lower in WHERE and behind not in ("'s", "'", "’"):
        found.append("after-where")
    if _is_at_a_head(stretch.words, first, last):
        found.append("at-a-head-of-places")
    if _is_several(stretch.words, first, last):
        found.append("before-plural-verb")
    found += find_paper_signs(stretch.words, first, last, name_before_date(stretch.words) == last)
    described = last - first > 1 and is_described(stretch.words, first + 1)
    if described and not is_known(phrase_of([w.text for w in stretch.words[first:last]])):
        found.append("described-at-head")
    return found


def _of_both_sides(stretch: Stretch, first: int, last: int) -> list[str]:
    words = stretch.words
    if stretch.style == "capitals" and last - first == 1 and _is_shouted_function(words[first].text):
        return ["shouted-function"]
    if last - first == 2 and words[last - 1].text.islower() and _begins_plainly(words, first):
        return ["sentence-english-small"]
    if last - first == 1 and last < len(words) and _is_faith_of(words[first].text, words[last]):
        return ["faith-then-noun"]
    located = _of_a_location(words, first, last) if first and last - first == 1 else []
    if located:
        return located
    if stretch.style != "prose" and last - first == 1 and _is_ordinary(words, first):
        return ["ordinary-in-title"]
    if stretch.style != "prose" and last - first > 1:
        texts = [w.text for w in words[first:last]]
        plain = [t for t in texts if marks(t).common and not marks(t).given and not marks(t).surname]
        if plain and not is_known(phrase_of(texts)):
            return ["plain-word-in-title"]
    if last + 1 < len(words) and words[last].text in ("and", "&") and _goes_on(words, first, last):
        return ["cut-at-and"]
    if is_work(words, first, last):
        return ["called-as-work"]
    if is_article_of_a_thing(words, first, last):
        return ["article-of-a-thing"]
    if _is_beside_ampersand(words, first, last):
        return ["beside-ampersand"]
    if last - first == 1 and last < len(words) and _is_one_of_a_kind(words, first):
        return ["one-of-a-kind"]
    if last - first == 1 and last < len(words) and _is_plain_teller(words[first].text, words[last].text):
        return ["plain-word-tells"]
    if _asks(words, first, last):
        return ["auxiliary-then-word"]
    if _speaks_after_a_quote(words, first, last):
        return ["speaks-after-quote"]
    if _are_rare_and_act(words, first, last):
        return ["rare-several-then-verb"]
    if last - first == 1 and _stands_before_family(words, first, last):
        return ["place-before-family"]
    if last + 2 < len(words) and words[last].text in ("(", "["):
        acronym = words[last + 1].text
        texts = [w.text for w in words[first:last]]
        if acronym.isupper() and len(acronym) > 1 and words[last + 2].text in (")", "]") and stands_for(acronym, texts):
            return ["before-acronym"]
    elif first and last < len(words) and words[last].text in QUOTES and words[first - 1].text in QUOTES:
        return ["quoted"]
    return []


def _is_at_a_head(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether something is in or at what ends as places do: "at Eden Park", not "shouted at Tom Hill"."""
    if not first or last - first < 2 or not marks(words[last - 1].text).place_last:
        return False
    before = words[first - 1].lower
    aimed = first > 1 and words[first - 2].lower in lexicon.word_class("aimed")
    return before in WHERE or (before == "at" and not aimed)


def _is_several(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a clause begins with a town that acts as several do: "Leeds are bottom", not "ships of Leeds are"."""
    town = words[first].text in lexicon.places() and words[first].text not in lexicon.lands()
    if not town or last - first > 1 or last >= len(words) or words[last].text not in ("are", "were", "have"):
        return False
    return not first or words[first - 1].text in lexicon.word_class("clause-start") or words[first - 1].text in QUOTES


def _is_one_of_a_kind(words: Sequence[Word], first: int) -> bool:
    """Say whether "a" or "an" counts what a name stands for, no noun behind it: "an Oscar for"."""
    if not first or words[first - 1].text not in ("a", "an", "A", "An"):
        return False
    following = words[first + 1]
    return not following.text[0].isalpha() or (following.text.islower() and marks(following.text).function)


def _is_plain_teller(text: str, following: str) -> bool:
    """Say whether a plain word with a capital tells something, as a paper may and nobody does: "Discover notes"."""
    word = marks(text)
    named = word.given or word.surname or word.surname_listed or word.adjective or is_known(text)
    return word.common and not named and following in lexicon.word_class("reporting")


def _asks(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a name begins with the "Will" or "May" of a question: "Will Perry come?"."""
    heads = not first or words[first - 1].text in QUOTES or words[first - 1].text in LABELS
    asked = words[-1].text == "?" or (words[-1].text in QUOTES and words[-2].text == "?")
    if (
        words[first].text not in ("Will", "May", "Can")
        or last - first < 2
        or not heads
        or not asked
        or last >= len(words)
    ):
        return False
    return words[last].text.islower() and not words[last].text.endswith(("s", "ed"))


def _speaks_after_a_quote(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a quotation ends before a span and "said" or the like stands behind it: "It flew," Dunn said."""
    if first < 2 or last >= len(words) or words[last].text not in lexicon.word_class("reporting"):
        return False
    return words[first - 1].text in _CLOSING and words[first - 2].text in (",", ".", "!", "?", "…")


def _are_rare_and_act(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether two words that English hardly knows do something: "Reince Priebus met", not a firm's business."""
    if last - first != 2 or last >= len(words) or not words[last].text.islower():
        return False
    if first and words[first - 1].capital:
        return False
    if not all(word.text[-1].islower() and marks(word.text).rare for word in words[first:last]):
        return False
    does = words[last].text.endswith("ed") or words[last].text in lexicon.word_class("verb")
    return does and words[last].text not in lexicon.word_class("business")


def _is_faith_of(text: str, following: Word) -> bool:
    """Say whether a given name is a faith's or a people's adjective before a noun: "Christian groups"."""
    word = marks(text)
    if not (word.given and word.adjective) or not following.text.islower() or not following.text.isalpha():
        return False
    verb = following.text in lexicon.word_class("verb") or following.text in lexicon.word_class("reporting")
    verb = verb or following.text in lexicon.word_class("people-do") or following.text.endswith("ed")
    return not (verb or marks(following.text).function)


def _is_ordinary(words: Sequence[Word], first: int) -> bool:
    """Say whether an ordinary word of a headline that could be a name has no title before it: "Emergency Powers"."""
    return words[first].text in lexicon.word_class("ordinary-too") and not title_before(tuple(words), first)[0]


def _is_beside_ampersand(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether an ampersand goes on with a capital on either side: Barnes of "Barnes & Cole"."""
    behind = last + 1 < len(words) and words[last].text == "&" and words[last + 1].capital
    return behind or (first > 1 and words[first - 1].text == "&" and words[first - 2].capital)


def _stands_before_family(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a known place has a family name right behind it: Jordan of "Jordan Blake"."""
    if words[first].text not in lexicon.places() or last >= len(words) or not words[last].capital:
        return False
    following = marks(words[last].text)
    family = following.surname or following.surname_listed
    body = following.organisation_last or following.place_last or following.title or following.adjective
    return family and not body and not is_known(words[last].text)


def _goes_on(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a body's name goes on with the "and" behind it: "Ministry of Ports and Fisheries"."""
    following = marks(words[last + 1].text)
    if not words[last + 1].capital or not marks(words[first].text).organisation_first or words[first + 1].text != "of":
        return False
    named = following.given or following.adjective or following.organisation_first or following.place_first
    return not named and not is_known(words[last + 1].text) and not following.organisation_last


def _is_shouted_function(text: str) -> bool:
    """Say whether a word in a line of capitals is a small one: IS, WHO; US is more often the country there."""
    return text != "US" and text.lower() in lexicon.word_class("function")


def _begins_plainly(words: Sequence[Word], first: int) -> bool:
    """Say whether a sentence begins with a word that needs its capital for no other reason: "Special police"."""
    if first and words[first - 1].text not in QUOTES and words[first - 1].text not in LABELS:
        return False
    word = marks(words[first].text)
    known = is_known(words[first].text) or is_known(f"{words[first].text} {words[first + 1].text}")
    named = word.adjective or word.given or word.surname or known
    return not (named or word.rare or words[first].text.isupper())


def _of_a_location(words: Sequence[Word], first: int, last: int) -> list[str]:
    """Look at whether a word English hardly knows stands where places do: "in Dunfirth on Monday", "from X to Y"."""
    text = words[first].text
    if not text[-1].islower() or not marks(text).rare or marks(text).surname:
        return []
    before = words[first - 1].lower
    behind = words[last].lower if last < len(words) else ""
    if behind == "'s" or (behind and words[last].capital):
        return []
    if before in WHERE:
        return ["rare-where-then-verb" if behind in lexicon.word_class("reporting") else "rare-where"]
    if before == "from" and behind == "to" and last + 1 < len(words) and words[last + 1].capital:
        return ["rare-where"]
    if before == "to" and first > 2 and words[first - 2].capital:
        start = first - 2
        while start and words[start].capital:
            start -= 1
        return ["rare-where"] if words[start].lower == "from" else []
    head = first
    for start, _ in members_before(words, first):
        head = start
    if head == first or not head:
        return []
    of_places = words[head - 1].lower == "of" and head > 1 and is_settlement(words[head - 2].lower)
    return ["rare-in-list-where"] if of_places or words[head - 1].lower in WHERE else []
