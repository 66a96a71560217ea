"""What each word of a sentence weighs: a name counts once, titles and sources little, common words less than rare."""

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from tui.articles.article import Article
from tui.compare.links.rarity import is_listed, rarity_in_english
from tui.compare.reading import Date, Name
from tui.compare.tokens import Token, stem_of, tokenize
from tui.disk.tables import read_table

FORENAME_SHARE = 0.2
"""What a forename counts beside the surname."""
TITLE_SHARE = 0.15
"""What each word of a person's title counts: who meets "Secretary of State John Kerry" meets John Kerry."""
DATE_SHARE = 0.4
"""What each word of a date counts: the date as a whole is compared elsewhere."""
REFERENCE_SHARE = 0.5
"""What each word of a name counts that a sure reference ("he", "the company") stands for."""
SOURCE_SHARE = 0.5
"""What the words of an attribution ("officials", "statement") count."""
_ALIKE = 0.8
_SHORTEST_ALIKE = 5
_ALIKE_LIMIT = 2000


@cache
def source_stems() -> frozenset[str]:
    """Return the stems of the words that say where a claim comes from."""
    rows = read_table(Path(__file__).parent / "source_words.tsv")
    return frozenset(stem_of(word) for row in rows for word in row[0].split())


def find_respellings(
    left: Article, right: Article, rows: tuple[Iterable[Sequence[Token]], Iterable[Sequence[Token]]]
) -> dict[str, str]:
    """Return the stems of capitalised words that only the right article has, each with the left one it respells.

    "Alishbandi" is taken as "Alishvandi" where the left article has the one and the right the other: both rare, both
    begin with the same letter, and four fifths of their letters agree (Levenshtein).
    """
    names = [_capitalised(article, side) for article, side in zip((left, right), rows, strict=True)]
    by_initial = defaultdict(list)
    for stem in sorted(names[0] - names[1])[:_ALIKE_LIMIT]:
        by_initial[stem[0]].append(stem)
    found = {}
    for stem in sorted(names[1] - names[0])[:_ALIKE_LIMIT]:
        for other in by_initial[stem[0]]:
            if Levenshtein.normalized_similarity(stem, other, score_cutoff=_ALIKE):
                found[stem] = other
                break
    return found


def _capitalised(article: Article, rows: Iterable[Iterable[Token]]) -> set[str]:
    return {
        token.stem
        for tokens in rows
        for token in tokens
        if len(token.stem) >= _SHORTEST_ALIKE
        and article.text[token.start].isupper()
        and token.stem.isalpha()
        and not is_listed(token.stem)
    }


def word_shares(
    tokens: Sequence[Token], names: Sequence[Name], dates: Sequence[Date], respelt: Mapping[str, str]
) -> dict[str, float]:
    """Return how much each stem of a sentence counts, 0 to 1, before its rarity does.

    A name counts as one word under its one form, a person's by the surname; its title and its forename add little.
    """
    shares: dict[str, float] = {}
    named = tokens_inside(tokens, [(name.start, name.end) for name in names])
    titled = tokens_inside(tokens, [(n.start - len(n.title) - 1, n.start) for n in names if n.title])
    dated = tokens_inside(tokens, [(date.start, date.end) for date in dates])
    for name in names:
        for stem, share in _name_shares(name.name, name.kind == "person"):
            stem = respelt.get(stem, stem)
            shares[stem] = max(share, shares.get(stem, 0.0))
    sources = source_stems()
    for at, (_, _, _, stem, is_stop) in enumerate(tokens):
        if is_stop or at in named:
            continue
        share = 1.0
        if at in titled:
            share = TITLE_SHARE
        elif at in dated:
            share = DATE_SHARE
        elif stem in sources:
            share = SOURCE_SHARE
        if share > shares.get(stem, 0.0):
            shares[stem] = share
    return shares


def tokens_inside(tokens: Sequence[Token], stretches: Sequence[tuple[int, int]]) -> set[int]:
    """Return the positions in `tokens` of those that begin inside one of the stretches of text."""
    if not stretches:
        return set()
    starts = [token.start for token in tokens]
    return {at for start, end in stretches for at in range(bisect_left(starts, start), bisect_left(starts, end))}


@lru_cache(maxsize=1 << 12)
def _name_shares(name: str, is_person: bool) -> tuple[tuple[str, float], ...]:
    stems = [token.stem for token in tokenize(name) if not token.is_stop]
    if is_person:
        return tuple((stem, FORENAME_SHARE if n < len(stems) - 1 else 1.0) for n, stem in enumerate(stems))
    return tuple((stem, 1 / len(stems)) for stem in stems)


def name_key(name: Name, respelt: Mapping[str, str]) -> str:
    """Return what a name is compared by: a person's surname, the words of another name."""
    stems = [respelt.get(stem, stem) for stem, _ in _name_shares(name.name, name.kind == "person")]
    if not stems:
        return name.name
    return stems[-1] if name.kind == "person" else " ".join(stems)


def weigh_pair(rows: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """Return the weight of each stem of a pair, given the stems of every sentence of both articles.

    The inverse document frequency `log((N + 1) / n)` of N sentences, n of them with the stem (Spärck Jones, 1972),
    times the stem's rarity in English.
    """
    spread = Counter(stem for shares in rows for stem in shares)
    return {stem: math.log((len(rows) + 1) / count) * rarity_in_english(stem) for stem, count in spread.items()}
