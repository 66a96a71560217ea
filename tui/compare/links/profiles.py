"""What each sentence has to compare, read once, and what the pair as a whole weighs.

The furniture of a page has nothing to compare.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from tui.articles.article import Article, Sentence
from tui.articles.furniture import FURNITURE
from tui.compare.links.clauses import Clause, cut_clauses
from tui.compare.links.concepts import first_stems, read_concepts
from tui.compare.links.facts import Fact, read_facts
from tui.compare.links.rarity import rarity_in_english
from tui.compare.links.words import find_respellings, name_key, tokens_inside, weigh_pair, word_shares
from tui.compare.reading import Date, Figure, Name, Quotation, Reading
from tui.compare.tokens import Token, plain_words, tokenize

_PRONOUNS = frozenset({"he", "she", "his", "her", "him"})
_PRONOUN_REACH = 4
_MAIN_SHARE = 0.2
_LEAST_MAIN = 3
_SMALL_FIGURE = 2
_RARE = 0.72
_MOST_CONTENT = 150


class Profile(NamedTuple):
    """What one sentence has to compare."""

    number: int
    place: float
    """Where it stands in its article, 0 to 1."""
    tokens: tuple[Token, ...]
    stems: tuple[str, ...]
    """Of all words but stop words, in order."""
    content: str
    """The first of `stems` as one text."""
    weights: Mapping[str, float]
    """Each stem's weight in the pair."""
    length: float
    """Of `weights` as a vector."""
    rarities: Mapping[str, float]
    """Each stem's weight by English at large alone."""
    concepts: Mapping[str, str]
    """Each concept with the stem that stands for it."""
    clauses: tuple[Clause, ...]
    names: frozenset[str]
    """Who and what is named, and who is meant by the pronoun it begins with."""
    persons: frozenset[str]
    borrowed: frozenset[str]
    """Those of `names` that only a pronoun stands for: the last person named."""
    facts: tuple[Fact, ...]
    times: frozenset[str]
    """Dates, as values and as the words they are told with."""
    quoted: frozenset[str]
    """The stems inside quotation marks."""


class Kinship(NamedTuple):
    """How like the whole articles are: what tells whether they are about one event."""

    words: float
    """The cosine of their mean sentences."""
    names: float
    """The cosine of how often each names whom and what."""
    figures: float
    """The share of the figures of the one with fewer that the other has too."""
    rare_words: float
    """The same of words that are rare in English and no part of a name."""
    one_sided: float
    """How many times as long one is as the other, as a logarithm."""


class ProfiledPair(NamedTuple):
    """Both articles' profiles and what they share."""

    left: tuple[Profile, ...]
    right: tuple[Profile, ...]
    weights: Mapping[str, float]
    concept_weights: Mapping[str, float]
    name_weights: Mapping[str, float]
    name_forms: Mapping[str, str]
    """Each name's key with the one name of who or what is meant."""
    main_names: frozenset[str]
    """The story's main actors: named in a fifth of all sentences."""
    centrality: tuple[tuple[float, ...], tuple[float, ...]]
    """How like the other article's mean sentence each sentence is, 0 to 1."""
    kinship: Kinship


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Thing = TypeVar("_Thing")
_Found = TypeVar("_Found", bound=_Spanned)


@dataclass(slots=True)
class _Parts:
    """One sentence's tokens and what stands in it, before the pair's weights are known."""

    article: Article
    sentence: Sentence
    tokens: tuple[Token, ...]
    names: list[Name]
    figures: list[Figure]
    dates: list[Date]
    quotations: list[Quotation]
    senses: tuple[frozenset[str], ...]
    """The concepts of each token."""
    shares: dict[str, float]
    keys: list[tuple[str, bool]]
    """Each name's key and whether it is a person's."""


def profile_pair(left: Reading, right: Reading) -> ProfiledPair:
    """Return the profiles of all sentences of both articles."""
    joined = plain_words(left.article.text) | plain_words(right.article.text)
    rows = tuple(
        [
            () if s.kind in FURNITURE else tokenize(side.article.text, s.start, s.end, joined)
            for s in side.article.sentences
        ]
        for side in (left, right)
    )
    respelt = find_respellings(left.article, right.article, (rows[0], rows[1]))
    if respelt:
        rows = (
            rows[0],
            [tuple(t._replace(stem=respelt[t.stem]) if t.stem in respelt else t for t in tokens) for tokens in rows[1]],
        )
    sides = [_read_parts(side, tokens, respelt) for side, tokens in zip((left, right), rows, strict=True)]
    everything = [parts for side in sides for parts in side]
    weights = weigh_pair([parts.shares for parts in everything])
    name_weights = _rarer_is_more([{key for key, _ in parts.keys} for parts in everything])
    common = math.log((len(everything) + 1) / max(_LEAST_MAIN, _MAIN_SHARE * len(everything)))
    profiled = [_profile_side(side, weights) for side in sides]
    centres = _centre(profiled[0]), _centre(profiled[1])
    named = [Counter(key for parts in side for key, _ in parts.keys) for side in sides]
    return ProfiledPair(
        profiled[0],
        profiled[1],
        weights,
        _rarer_is_more([set().union(*parts.senses) for parts in everything]),
        name_weights,
        {key: name.name for parts in everything for (key, _), name in zip(parts.keys, parts.names, strict=True)},
        frozenset(key for key, weight in name_weights.items() if weight <= common),
        (_centrality(profiled[0], centres[1]), _centrality(profiled[1], centres[0])),
        Kinship(
            _cosine(*centres),
            _cosine(*named),
            _in_common(*map(_figures, profiled)),
            _in_common(*map(_rare, profiled)),
            abs(math.log(max(1, len(sides[0])) / max(1, len(sides[1])))),
        ),
    )


def _read_parts(reading: Reading, rows: Sequence[tuple[Token, ...]], respelt: Mapping[str, str]) -> list[_Parts]:
    article = reading.article
    names, figures = _by_sentence(article, reading.names), _by_sentence(article, reading.figures)
    dates, quotations = _by_sentence(article, reading.dates), _by_sentence(article, reading.quotations)
    return [
        _Parts(
            article,
            sentence,
            tokens,
            names[n],
            figures[n],
            dates[n],
            quotations[n],
            read_concepts(tokens),
            word_shares(tokens, names[n], dates[n], respelt),
            [(name_key(name, respelt), name.kind == "person") for name in names[n]],
        )
        for n, (sentence, tokens) in enumerate(zip(article.sentences, rows, strict=True))
    ]


def _by_sentence(article: Article, found: Sequence[_Found]) -> list[list[_Found]]:
    """Return for each sentence what overlaps it, nothing for furniture; `found` is in the order of the text."""
    rows: list[list[_Found]] = [[] for _ in article.sentences]
    at = 0
    for thing in found:
        while at < len(rows) and article.sentences[at].end <= thing.start:
            at += 1
        n = at
        while n < len(rows) and article.sentences[n].start < thing.end:
            if article.sentences[n].kind not in FURNITURE:
                rows[n].append(thing)
            n += 1
    return rows


def _rarer_is_more(rows: Sequence[set[str]]) -> dict[str, float]:
    spread = Counter(key for keys in rows for key in keys)
    return {key: math.log((len(rows) + 1) / count) for key, count in spread.items()}


def _profile_side(side: Sequence[_Parts], weights: Mapping[str, float]) -> tuple[Profile, ...]:
    profiles = []
    last: frozenset[str] = frozenset()
    for n, parts in enumerate(side):
        persons = [key for key, is_person in parts.keys if is_person]
        is_pronoun = not persons and any(token.word in _PRONOUNS for token in parts.tokens[:_PRONOUN_REACH])
        borrowed = last if is_pronoun else frozenset()
        last = frozenset(persons[:1]) or last
        profiles.append(_profile(parts, n, n / max(1, len(side) - 1), weights, borrowed))
    return tuple(profiles)


def _profile(
    parts: _Parts, number: int, place: float, weights: Mapping[str, float], borrowed: frozenset[str]
) -> Profile:
    tokens, text = parts.tokens, parts.article.text
    # Most words count whole: theirs are the very floats of the pair, not thousands of equal ones.
    mine = {o: weights[o] if share == 1 else weights[o] * share for o, share in parts.shares.items()}
    rarities = {
        o: rarity_in_english(o) if share == 1 else rarity_in_english(o) * share for o, share in parts.shares.items()
    }
    persons = frozenset(key for key, is_person in parts.keys if is_person)
    stems = tuple(token.stem for token in tokens if not token.is_stop)
    return Profile(
        number,
        place,
        tokens,
        stems,
        " ".join(stems[:_MOST_CONTENT]),
        mine,
        math.sqrt(sum(weight * weight for weight in mine.values())) or 1.0,
        rarities,
        first_stems(zip(tokens, parts.senses, strict=True)),
        cut_clauses(text, tokens, parts.senses, mine, rarities),
        frozenset(key for key, _ in parts.keys) | borrowed,
        persons | borrowed,
        borrowed,
        read_facts(parts.article, parts.sentence, parts.figures),
        _times(text, parts.dates),
        _quoted(tokens, parts.quotations),
    )


def _quoted(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> frozenset[str]:
    inside = tokens_inside(tokens, [(quotation.start, quotation.end) for quotation in quotations])
    return frozenset(tokens[at].stem for at in inside if not tokens[at].is_stop)


def _times(text: str, dates: Sequence[Date]) -> frozenset[str]:
    times = set()
    for date in dates:
        if date.value:
            times.add(date.value[:6] if date.value.startswith("T") else date.value[:10])
        words = [token.stem for token in tokenize(text, date.start, date.end) if not token.is_stop]
        times.update(word for word in words if word.isalpha() or len(word) == 4)
    return frozenset(times)


def _figures(side: Sequence[Profile]) -> set[tuple[float, str | None]]:
    return {(f.figure.value, f.figure.unit) for p in side for f in p.facts if f.figure.value > _SMALL_FIGURE}


def _rare(side: Sequence[Profile]) -> set[str]:
    """Return the stems that are rare in English and no part of a name."""
    named = {word for profile in side for name in profile.names for word in name.split()}
    return {s for p in side for s, rarity in p.rarities.items() if rarity > _RARE and s.isalpha()} - named


def _in_common(one: set[_Thing], other: set[_Thing]) -> float:
    """Return the share of the smaller set that is in the other, two more counted as not shared."""
    return len(one & other) / (min(len(one), len(other)) + 2)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    product = sum(value * other.get(key, 0.0) for key, value in one.items())
    lengths = [math.sqrt(sum(value * value for value in vector.values())) for vector in (one, other)]
    return product / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def _centrality(side: Sequence[Profile], centre: Mapping[str, float]) -> tuple[float, ...]:
    return tuple(
        sum(weight * centre.get(stem, 0.0) for stem, weight in profile.weights.items()) / profile.length
        for profile in side
    )


def _centre(side: Sequence[Profile]) -> dict[str, float]:
    summed: dict[str, float] = defaultdict(float)
    for profile in side:
        for stem, weight in profile.weights.items():
            summed[stem] += weight / profile.length
    length = math.sqrt(sum(value * value for value in summed.values())) or 1.0
    return {stem: value / length for stem, value in summed.items()}
