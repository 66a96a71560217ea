"""What stands on both sides of a span together: quotation marks, ampersands, brackets, "from" and "to"."""

from collections.abc import Sequence

from tui.compare.names import lexicon
from tui.compare.names.before import LABELS, is_described
from tui.compare.names.classes import AIMED, BUSINESS, ORDINARY_TOO, PEOPLE_DO, REPORTING, VERB
from tui.compare.names.clubs import is_at_play
from tui.compare.names.lists import members_before
from tui.compare.names.papers import find_paper_signs
from tui.compare.names.phrases import is_known, phrase_of, stands_for
from tui.compare.names.stretches import QUOTES, Stretch, title_before
from tui.compare.names.things import is_article_of_a_thing, is_work
from tui.compare.names.told import OWN, is_settlement
from tui.compare.names.words import Word

WHERE = frozenset(
    "in near outside into around through across between fled fleeing neighbouring neighboring".split()  # noqa: SIM905
)
"""Words that hardly ever stand before a person; "at", "from" and "to" do."""
_AND = frozenset({"and", "&"})
_PLURAL = frozenset({"are", "were", "have"})
_ASKING = frozenset({"Will", "May", "Can"})
_CLOSING = QUOTES - {"“", "‘", "«", "„"}


def find_on_both_sides(stretch: Stretch, first: int, last: int) -> list[str]:
    """Return the features that need both sides of a span: quotes around it, an acronym in brackets behind it."""
    words = stretch.words
    feature = _of_one_word(stretch, first) if last - first == 1 else _of_several(stretch, first, last)
    feature = feature or _of_any(words, first, last)
    found = [feature] if feature else []
    behind = words[last].text if last < len(words) else ""
    if is_at_play(words, first, last):
        found.append("at-play")
    if first and words[first - 1].lower in WHERE and behind not in OWN:
        found.append("after-where")
    if last - first > 1:
        if words[last - 1].place_last and _is_at_a_head(words, first):
            found.append("at-a-head-of-places")
    elif behind in _PLURAL and _is_several(words, first):
        found.append("before-plural-verb")
    found += find_paper_signs(words, first, last, stretch.dated)
    described = last - first > 1 and is_described(words, first + 1)
    if described and not is_known(phrase_of([w.text for w in words[first:last]])):
        found.append("described-at-head")
    return found


def _of_one_word(stretch: Stretch, first: int) -> str:
    """Return what both sides of a single word tell, or nothing; the first that is told hides the others."""
    words, word = stretch.words, stretch.words[first]
    following = words[first + 1] if first + 1 < len(words) else None
    if stretch.style == "capitals" and _is_shouted_function(word.text):
        return "shouted-function"
    if following is not None and word.given and word.adjective and _is_thing_of_faith(following):
        return "faith-then-noun"
    located = _of_a_location(words, first) if first else ""
    if located:
        return located
    # Emergency of a headline's "Emergency Powers"; a title before it would tell that it is a name.
    if stretch.style != "prose" and word.classes & ORDINARY_TOO and not title_before(words, first)[0]:
        return "ordinary-in-title"
    return ""


def _of_several(stretch: Stretch, first: int, last: int) -> str:
    """Return what both sides of several words tell, or nothing; the first that is told hides the others."""
    words = stretch.words
    if last - first == 2 and words[last - 1].text.islower() and _begins_plainly(words, first):
        return "sentence-english-small"
    span = words[first:last]
    plain = stretch.style != "prose" and any([w.common and not (w.given or w.surname) for w in span])
    if plain and not is_known(phrase_of([w.text for w in span])):
        return "plain-word-in-title"
    if last + 1 < len(words) and words[last].text in _AND and _goes_on(words, first, last):
        return "cut-at-and"
    return ""


def _of_any(words: tuple[Word, ...], first: int, last: int) -> str:
    """Return what both sides of a span tell that no other side told before, or nothing."""
    following = words[last] if last < len(words) else None
    if is_work(words, first, last):
        return "called-as-work"
    if is_article_of_a_thing(words, first, last):
        return "article-of-a-thing"
    if _is_beside_ampersand(words, first, last):
        return "beside-ampersand"
    if following is not None and last - first == 1:
        if _is_one_of_a_kind(words, first):
            return "one-of-a-kind"
        if following.classes & REPORTING and _is_plain(words[first]):
            return "plain-word-tells"
    if last - first > 1 and words[first].text in _ASKING and _asks(words, first, last):
        return "auxiliary-then-word"
    if following is None:
        return ""
    if following.classes & REPORTING and _is_after_a_quote(words, first):
        return "speaks-after-quote"
    if last - first == 2 and _are_rare_and_act(words, first, last):
        return "rare-several-then-verb"
    if last - first == 1 and words[first].place and following.capital and _is_family(following):
        return "place-before-family"
    if following.text in ("(", "["):
        return "before-acronym" if last + 2 < len(words) and _is_abbreviated(words, first, last) else ""
    return "quoted" if first and following.text in QUOTES and words[first - 1].text in QUOTES else ""


def _is_at_a_head(words: Sequence[Word], first: int) -> bool:
    """Say whether something is in or at what ends as places do: "at Eden Park", not "shouted at Tom Hill"."""
    if not first:
        return False
    before = words[first - 1].lower
    return before in WHERE or (before == "at" and not (first > 1 and words[first - 2].low_classes & AIMED))


def _is_several(words: Sequence[Word], first: int) -> bool:
    """Say whether a clause begins with a town that acts as several do: "Leeds are bottom", not "ships of Leeds are"."""
    if not words[first].place or words[first].text in lexicon.lands():
        return False
    return not first or words[first - 1].text in lexicon.word_class("clause-start") or words[first - 1].text in QUOTES


def _is_one_of_a_kind(words: Sequence[Word], first: int) -> bool:
    """Say whether "a" or "an" counts what a name stands for, no noun behind it: "an Oscar for"."""
    if not first or words[first - 1].text not in ("a", "an", "A", "An"):
        return False
    following = words[first + 1]
    return not following.text[0].isalpha() or (following.text.islower() and following.function)


def _is_plain(word: Word) -> bool:
    """Say whether a word with a capital that tells something is a paper and nobody: "Discover notes"."""
    named = word.given or word.surname or word.surname_listed or word.adjective or word.known
    return word.common and not named


def _asks(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a name begins with the "Will" or "May" of a question: "Will Perry come?"."""
    heads = not first or words[first - 1].text in QUOTES or words[first - 1].text in LABELS
    asked = words[-1].text == "?" or (words[-1].text in QUOTES and words[-2].text == "?")
    if not heads or not asked or last >= len(words):
        return False
    return words[last].text.islower() and not words[last].text.endswith(("s", "ed"))


def _is_after_a_quote(words: Sequence[Word], first: int) -> bool:
    """Say whether a quotation ends right before a span: "It flew," Dunn."""
    return first > 1 and words[first - 1].text in _CLOSING and words[first - 2].text in (",", ".", "!", "?", "…")


def _are_rare_and_act(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether two words that English hardly knows do something: "Reince Priebus met", not a firm's business."""
    following = words[last]
    if not following.text.islower() or (first and words[first - 1].capital):
        return False
    if not all([word.rare and word.text[-1].islower() for word in words[first:last]]):
        return False
    does = following.text.endswith("ed") or following.classes & VERB
    return bool(does) and not following.classes & BUSINESS


def _is_thing_of_faith(following: Word) -> bool:
    """Say whether a noun stands behind what may be a given name or a faith's adjective: "Christian groups"."""
    text = following.text
    verb = following.classes & (VERB | REPORTING | PEOPLE_DO) or text.endswith("ed")
    return text.islower() and text.isalpha() and not (verb or following.function)


def _is_beside_ampersand(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether an ampersand goes on with a capital on either side: Barnes of "Barnes & Cole"."""
    behind = last + 1 < len(words) and words[last].text == "&" and words[last + 1].capital
    return behind or (first > 1 and words[first - 1].text == "&" and words[first - 2].capital)


def _is_family(word: Word) -> bool:
    """Say whether a word right behind a known place is a family name: Blake of "Jordan Blake"."""
    body = word.organisation_last or word.place_last or word.title or word.adjective
    return (word.surname or word.surname_listed) and not body and not word.known


def _is_abbreviated(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether the brackets behind a span hold its acronym."""
    acronym = words[last + 1].text
    if not acronym.isupper() or len(acronym) < 2 or words[last + 2].text not in (")", "]"):
        return False
    return stands_for(acronym, [w.text for w in words[first:last]])


def _goes_on(words: Sequence[Word], first: int, last: int) -> bool:
    """Say whether a body's name goes on with the "and" behind it: "Ministry of Ports and Fisheries"."""
    following = words[last + 1]
    if not words[last + 1].capital or not words[first].organisation_first or words[first + 1].text != "of":
        return False
    named = following.given or following.adjective or following.organisation_first or following.place_first
    return not named and not words[last + 1].known and not following.organisation_last


def _is_shouted_function(text: str) -> bool:
    """Say whether a word in a line of capitals is a small one: IS, WHO; US is more often the country there."""
    return text != "US" and text.lower() in lexicon.word_class("function")


def _begins_plainly(words: Sequence[Word], first: int) -> bool:
    """Say whether a sentence begins with a word that needs its capital for no other reason: "Special police"."""
    if first and words[first - 1].text not in QUOTES and words[first - 1].text not in LABELS:
        return False
    word = words[first]
    known = word.known or is_known(f"{word.text} {words[first + 1].text}")
    named = word.adjective or word.given or word.surname or known
    return not (named or word.rare or word.text.isupper())


def _of_a_location(words: Sequence[Word], first: int) -> str:
    """Look at whether a word English hardly knows stands where places do: "in Dunfirth on Monday", "from X to Y"."""
    word, last = words[first], first + 1
    if not word.rare or word.surname or not word.text[-1].islower():
        return ""
    before = words[first - 1].lower
    behind = words[last].lower if last < len(words) else ""
    if behind == "'s" or (behind and words[last].capital):
        return ""
    if before in WHERE:
        tells = behind and words[last].low_classes & REPORTING
        return "rare-where-then-verb" if tells else "rare-where"
    if before == "from" and behind == "to" and last + 1 < len(words) and words[last + 1].capital:
        return "rare-where"
    if before == "to" and first > 2 and words[first - 2].capital:
        start = first - 2
        while start and words[start].capital:
            start -= 1
        return "rare-where" if words[start].lower == "from" else ""
    members = members_before(words, first)
    head = members[-1][0] if members else 0
    if not head:
        return ""
    of_places = words[head - 1].lower == "of" and head > 1 and is_settlement(words[head - 2].lower)
    return "rare-in-list-where" if of_places or words[head - 1].lower in WHERE else ""
