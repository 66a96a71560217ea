"""What each sentence has to compare, read once, and what the pair as a whole weighs.

The furniture of a page, and the dateline that a sentence opens with, have nothing to compare.
"""

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import not_
from typing import NamedTuple, Never, Protocol, TypeVar

from tui.articles.furniture import told_span
from tui.compare.links.concepts import first_stems, read_concepts
from tui.compare.links.facts import Fact, read_facts
from tui.compare.links.rarity import rarity_in_english
from tui.compare.links.words import REFERENCE_SHARE, find_respellings, name_key, tokens_inside, weigh_pair, word_shares
from tui.compare.reading import Date, Name, Quotation, Reading, Reference
from tui.compare.tokens import Token, plain_words, tokenize

_MAIN_SHARE = 0.2
_LEAST_MAIN = 3
_NOTHING: frozenset[str] = frozenset()
_NOBODY: Mapping[str, Never] = {}


class Said(NamedTuple):
    """All words of a sentence, in order; columns take a quarter of the room that tokens do."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    starts: "array[int]"
    ends: "array[int]"
    stops: bytes
    """1 for a stop word."""

    def tokens(self) -> list[Token]:
        """Return the words as tokens again."""
        words = zip(self.starts, self.ends, self.words, self.stems, self.stops, strict=True)
        return [Token(start, end, word, stem, bool(is_stop)) for start, end, word, stem, is_stop in words]

    def written(self, text: str) -> dict[str, str]:
        """Return each stem as the article, given its text, writes it last."""
        return {stem: text[a:b] for stem, a, b in zip(self.stems, self.starts, self.ends, strict=True)}


class Profile(NamedTuple):
    """What one sentence has to compare."""

    number: int
    place: float
    """Where it stands in its article, 0 to 1."""
    said: "Said"
    stems: tuple[str, ...]
    """Of all words but stop words, in order."""
    weights: Mapping[str, float]
    """Each stem's weight in the pair."""
    length: float
    """Of `weights` as a vector."""
    rarities: "array[float]"
    """The weight of each stem of `weights` by English at large alone, in that order."""
    concepts: Mapping[str, str]
    """Each concept with the stem that stands for it."""
    names: frozenset[str]
    """Who and what is named."""
    meant: Mapping[str, float]
    """Who and what is not named but stood for ("he", "the company"), each with how sure that is, 0 to 1."""
    facts: tuple[Fact, ...]
    times: frozenset[str]
    """Dates, as values and as the words they are told with."""
    quoted: frozenset[str]
    """The stems inside quotation marks."""

    @property
    def words(self) -> dict[str, str]:
        """Each stem that is weighed, with the first word that has it."""
        said = zip(reversed(self.said.stems), reversed(self.said.words), strict=True)
        return {stem: word for stem, word in said if stem in self.weights}


class ProfiledPair(NamedTuple):
    """Both articles' profiles and what they share."""

    texts: tuple[str, str]
    left: tuple[Profile, ...]
    right: tuple[Profile, ...]
    weights: Mapping[str, float]
    concept_weights: Mapping[str, float]
    name_weights: Mapping[str, float]
    name_forms: Mapping[str, str]
    """Each name's key with the one name of who or what is meant."""
    main_names: frozenset[str]
    """The story's main actors: named in a fifth of all sentences."""
    headline_likeness: tuple[tuple[float, ...], tuple[float, ...]]
    """How like the first sentence of its article each sentence is, 0 to 1."""


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


_Found = TypeVar("_Found", bound=_Spanned)


@dataclass(slots=True)
class _Parts:
    """What one sentence has to compare, as `Profile` has it, before the pair's weights are known."""

    said: Said
    shares: dict[str, float]
    concepts: Mapping[str, str]
    names: list[Name]
    keys: list[str]
    """Each name's key."""
    meant: Mapping[str, float]
    facts: tuple[Fact, ...]
    times: frozenset[str]
    quoted: frozenset[str]


def profile_pair(left: Reading, right: Reading) -> ProfiledPair:
    """Return the profiles of all sentences of both articles."""
    rows = [[_say(tokens) for tokens in side] for side in _tokenize_sides(left, right)]
    tokens = [(said.tokens() for said in side) for side in rows]
    respelt = find_respellings(left.article, right.article, (tokens[0], tokens[1]))
    if respelt:
        rows[1] = [said._replace(stems=tuple([respelt.get(stem, stem) for stem in said.stems])) for said in rows[1]]
    sides = [_read_parts(side, said, respelt) for side, said in zip((left, right), rows, strict=True)]
    del rows
    everything = [parts for side in sides for parts in side]
    weights = weigh_pair([parts.shares for parts in everything])
    name_weights = _rarer_is_more([set(parts.keys) for parts in everything])
    common = math.log((len(everything) + 1) / max(_LEAST_MAIN, _MAIN_SHARE * len(everything)))
    concept_weights = _rarer_is_more([set(parts.concepts) for parts in everything])
    forms = {key: name.name for parts in everything for key, name in zip(parts.keys, parts.names, strict=True)}
    del everything
    profiled = [_profile_side(side, weights) for side in sides]
    return ProfiledPair(
        (left.article.text, right.article.text),
        profiled[0],
        profiled[1],
        weights,
        concept_weights,
        name_weights,
        forms,
        frozenset(key for key, weight in name_weights.items() if weight <= common),
        (_headline_likeness(profiled[0]), _headline_likeness(profiled[1])),
    )


def tokenize_pair(left: Reading, right: Reading) -> tuple[list[tuple[Token, ...]], list[tuple[Token, ...]]]:
    """Return the words of each left and each right sentence, without those that are no news."""
    one, two = map(list, _tokenize_sides(left, right))
    return one, two


def _tokenize_sides(left: Reading, right: Reading) -> Iterator[Iterator[tuple[Token, ...]]]:
    joined = plain_words(left.article.text) | plain_words(right.article.text)
    for article in (left.article, right.article):
        yield (tokenize(article.text, *told_span(article.text, s), joined) for s in article.sentences)


def _say(tokens: Sequence[Token]) -> Said:
    starts, ends, words, stems, stops = zip(*tokens, strict=True) if tokens else ((), (), (), (), ())
    return Said(words, stems, array("i", starts), array("i", ends), bytes(stops))


def _read_parts(reading: Reading, rows: Sequence[Said], respelt: Mapping[str, str]) -> list[_Parts]:
    article = reading.article
    told = [told_span(article.text, sentence) for sentence in article.sentences]
    names, figures = _by_sentence(told, reading.names), _by_sentence(told, reading.figures)
    dates, quotations = _by_sentence(told, reading.dates), _by_sentence(told, reading.quotations)
    references = _by_sentence(told, reading.references)
    known = {name.name: name for name in reading.names}
    parts = []
    for n, (sentence, said) in enumerate(zip(article.sentences, rows, strict=True)):
        tokens = said.tokens()
        meant = _meant(references[n], known, {name.name for name in names[n]}, respelt)
        shares = word_shares(tokens, names[n], dates[n], respelt)
        for key, sure in meant.items():
            for stem in key.split():
                shares[stem] = max(REFERENCE_SHARE * sure, shares.get(stem, 0.0))
        parts.append(
            _Parts(
                said,
                shares,
                first_stems(said.stems, read_concepts(tokens)) or _NOBODY,
                names[n],
                [name_key(name, respelt) for name in names[n]],
                meant or _NOBODY,
                read_facts(article, sentence, figures[n]),
                _times(article.text, dates[n]),
                _quoted(tokens, quotations[n]),
            )
        )
    return parts


def _meant(
    references: Sequence[Reference], known: Mapping[str, Name], named: set[str], respelt: Mapping[str, str]
) -> dict[str, float]:
    """Return whom a sentence's references stand for, but for who is named in it."""
    found: dict[str, float] = {}
    for reference in references:
        for name in (known[name] for name in reference.names if name in known and name not in named):
            key = name_key(name, respelt)
            found[key] = max(reference.probability, found.get(key, 0.0))
    return found


def _by_sentence(told: Sequence[tuple[int, int]], found: Sequence[_Found]) -> list[list[_Found]]:
    """Return for each sentence what overlaps the news it tells, which stands at `told`; both in the text's order."""
    rows: list[list[_Found]] = [[] for _ in told]
    at = 0
    for thing in found:
        while at < len(rows) and told[at][1] <= thing.start:
            at += 1
        n = at
        while n < len(rows) and told[n][0] < thing.end:
            if told[n][0] < told[n][1]:
                rows[n].append(thing)
            n += 1
    return rows


def _rarer_is_more(rows: Sequence[set[str]]) -> dict[str, float]:
    spread = Counter(key for keys in rows for key in keys)
    return {key: math.log((len(rows) + 1) / count) for key, count in spread.items()}


def _profile_side(side: list[_Parts], weights: Mapping[str, float]) -> tuple[Profile, ...]:
    """Return the profiles of a side; it is empty then, so that not all of both is held at once."""
    last = max(1, len(side) - 1)
    side.reverse()
    profiles: list[Profile] = []
    while side:
        profiles.append(_profile(side.pop(), len(profiles), len(profiles) / last, weights))
    return tuple(profiles)


def _profile(parts: _Parts, number: int, place: float, weights: Mapping[str, float]) -> Profile:
    # Most words count whole: theirs are the very floats of the pair, not thousands of equal ones.
    mine = {o: weights[o] if share == 1 else weights[o] * share for o, share in parts.shares.items()}
    return Profile(
        number,
        place,
        parts.said,
        tuple(compress(parts.said.stems, map(not_, parts.said.stops))),
        mine,
        math.sqrt(sum([weight * weight for weight in mine.values()])) or 1.0,
        array("d", [rarity_in_english(stem) * share for stem, share in parts.shares.items()]),
        parts.concepts,
        _set(parts.keys),
        parts.meant,
        parts.facts,
        parts.times,
        parts.quoted,
    )


def _quoted(tokens: Sequence[Token], quotations: Sequence[Quotation]) -> frozenset[str]:
    inside = tokens_inside(tokens, [(quotation.start, quotation.end) for quotation in quotations])
    return _set(tokens[at].stem for at in inside if not tokens[at].is_stop)


def _times(text: str, dates: Sequence[Date]) -> frozenset[str]:
    times = set()
    for date in dates:
        if date.value:
            times.add(date.value[:6] if date.value.startswith("T") else date.value[:10])
        words = [token.stem for token in tokenize(text, date.start, date.end) if not token.is_stop]
        times.update(word for word in words if word.isalpha() or len(word) == 4)
    return _set(times)


def _set(things: Iterable[str]) -> frozenset[str]:
    """Return a set, always the same one of nothing: most are, and each would take more room than a word."""
    return frozenset(things) or _NOTHING


def _headline_likeness(side: Sequence[Profile]) -> tuple[float, ...]:
    first = side[0].weights if side else {}
    length = side[0].length if side else 1.0
    return tuple(
        sum(weight * first.get(stem, 0.0) for stem, weight in profile.weights.items()) / (profile.length * length)
        for profile in side
    )
