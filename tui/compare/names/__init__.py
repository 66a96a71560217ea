"""People, places and organisations: found by rules and curated tables, under one name each over both articles."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import chain

from tui.articles.article import Article
from tui.compare.names.choose import choose_names, find_leanings
from tui.compare.names.evidence import Known, stands_for
from tui.compare.names.naming import Found, name_all
from tui.compare.names.places import capital_country, demonym_place, place_name, same_place
from tui.compare.names.stretches import Stretch, find_stretches
from tui.compare.names.words import Word, cut_words
from tui.compare.reading import Name, NameKind

__all__ = ["capital_country", "demonym_place", "find_names", "place_name", "same_place"]


def find_names(articles: Sequence[Article]) -> tuple[tuple[Name, ...], ...]:
    """Return the names in each article, read together so that each person has one name."""
    sentences = [[tuple(cut_words(a.text, s.start, s.end)) for s in a.sentences] for a in articles]
    stretches = [[stretch for words in article for stretch in find_stretches(words)] for article in sentences]
    common = _common_words(sentences)
    first = [_choose(article, Known(common)) for article in stretches]
    leanings = find_leanings(chain.from_iterable(stretches), Known(common))
    second = [_choose(article, _learn(first, common, leanings)) for article in stretches]
    return name_all(list(zip(articles, second, strict=True)))


def _choose(stretches: list[Stretch], known: Known) -> list[Found]:
    return [Found(s, first, last, kind) for s in stretches for first, last, kind in choose_names(s, known)]


def _common_words(sentences: list[list[tuple[Word, ...]]]) -> frozenset[str]:
    return frozenset(w.text for article in sentences for words in article for w in words if w.text[0].islower())


def _learn(found: list[list[Found]], common: frozenset[str], leanings: dict[str, NameKind]) -> Known:
    counts: dict[str, Counter[NameKind]] = defaultdict(Counter)
    surnames = set()
    acronyms: dict[str, NameKind] = {}
    for name in chain.from_iterable(found):
        texts, kind = [w.text for w in name.words], name.kind
        counts[" ".join(texts)][kind] += 1
        if kind == "person" and len(texts) > 1:
            surnames |= {texts[-1], texts[0]} if "-" in texts[-1] else {texts[-1]}
        after = [w.text for w in name.stretch.words[name.last : name.last + 3]]
        if len(after) == 3 and after[0] in "([" and after[2] in ")]" and stands_for(after[1], texts):
            acronyms[after[1]] = kind
    shares = {text: {kind: n / sum(c.values()) for kind, n in c.items()} for text, c in counts.items()}
    return Known(common, shares, leanings, frozenset(surnames), acronyms)
