"""Choosing the names of a stretch: every span is weighed as each kind, and the best set without overlaps wins."""

from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from tui.compare.names import lexicon
from tui.compare.names.before import find_before
from tui.compare.names.behind import find_behind
from tui.compare.names.bodies import find_body_before, find_body_behind
from tui.compare.names.both_sides import find_on_both_sides
from tui.compare.names.evidence import Known, find_learned, find_small
from tui.compare.names.inside import find_inside
from tui.compare.names.phrases import is_known
from tui.compare.names.stretches import LONGEST, QUOTES, Stretch
from tui.compare.names.words import Word
from tui.compare.reading import NameKind
from tui.disk.tables import read_table

_BOUND = frozenset({"on", "to", "in"})
"""These go on a name only when it began as an organisation's: Council on Foreign Relations, Committee to Protect."""
_DOUBLE_QUOTES = QUOTES - {"'", "’"}
_LEANING = -2.5
"""A word leans to a kind if it scores more than this for it on average."""
KINDS: tuple[NameKind, ...] = ("person", "place", "organisation")
Scores = tuple[float, float, float]
Weights = dict[str, Scores]
Choice = tuple[int, int, NameKind]
"""First word, word after the last one, and kind."""


class Candidate:
    """A span that could be a name, with its scores as each of `KINDS` before other places are looked at."""

    __slots__ = ("first", "last", "scores", "words")

    def __init__(self, first: int, last: int, words: tuple[Word, ...], scores: Scores) -> None:
        self.first = first
        self.last = last
        self.words = words
        self.scores = scores


@cache
def weight_rows() -> tuple[tuple[str, ...], ...]:
    """Return the rows of the table of weights: feature, person, place, organisation, and what the feature tells."""
    return tuple(read_table(Path(__file__).parent / "tables" / "weights.tsv"))


@cache
def weights() -> Weights:
    """Return the weight of each feature for a person, a place and an organisation."""
    return {name: (float(person), float(place), float(body)) for name, person, place, body, _ in weight_rows()}


def weigh(features: Iterable[str], table: Weights) -> Scores:
    """Return the sum of the weights of `features` for each of `KINDS`."""
    person = place = organisation = 0.0
    for feature in features:
        row = table.get(feature)
        if row:
            person += row[0]
            place += row[1]
            organisation += row[2]
    return person, place, organisation


@lru_cache(maxsize=32768)
def _weigh_inside(words: tuple[Word, ...]) -> Scores:
    return weigh(["always", *find_inside(words)], weights())


def forget_weights() -> None:
    """Forget what was weighed with other weights than those of now."""
    _weigh_inside.cache_clear()


def possible_spans(stretch: Stretch) -> list[tuple[int, int]]:
    """Return the first word and the word after the last one of every span that could be a name.

    What lies inside a longer name that the tables know is none: York in New York. A possessive may be of somebody.
    """
    spans = _all_spans(stretch)
    words = stretch.words
    whole = [(a, b) for a, b in spans if b - a > 1 and words[b - 1].text != "'s" and _is_known(words, a, b)]
    if not whole:
        return spans
    return [span for span in spans if not any([a <= span[0] and span[1] <= b and (a, b) != span for a, b in whole])]


def _all_spans(stretch: Stretch) -> list[tuple[int, int]]:
    words = stretch.words
    found: list[tuple[int, int]] = []
    for first in range(stretch.first, stretch.last):
        begin = words[first]
        if not begin.begins:
            continue
        if begin.capital or begin.known:
            found.append((first, first + 1))
        bound_here = begin.organisation_first or begin.text in _bound_starts()
        balanced = True
        for at in range(first + 1, min(first + LONGEST, stretch.last)):
            word = words[at]
            if word.text in _DOUBLE_QUOTES:
                balanced = not balanced
            elif word.text in _BOUND and not bound_here:
                break
            ends = (word.begins and word.capital) or word.small_head or word.text[0].isdecimal()
            if balanced and (ends or _ends_known(words, first, at)):
                found.append((first, at + 1))
            bound_here = bound_here or word.organisation_first
    return found


def _is_known(words: Sequence[Word], first: int, last: int) -> bool:
    return is_known(" ".join([word.text for word in words[first:last]]))


def _ends_known(words: Sequence[Word], first: int, at: int) -> bool:
    """Say whether a word that ends no name by itself ends a known one: USA Today, McDonald's."""
    return (words[at].capital or words[at].text == "'s") and _is_known(words, first, at + 1)


@cache
def _bound_starts() -> frozenset[str]:
    """Return the first words of known names that hold one of the bound words: Al-Qaeda in the Islamic Maghreb."""
    known = (*lexicon.places(), *lexicon.organisations())
    return frozenset(key.split(" ", 1)[0] for key in known if not _BOUND.isdisjoint(key.split(" ")))


def weigh_spans(stretch: Stretch, common: Collection[str]) -> list[Candidate]:
    """Return the possible names of a stretch with their scores, `common` words being those also written small."""
    table, words = weights(), stretch.words
    alone: dict[int, Scores] = {}
    before: dict[int, Scores] = {}
    behind: dict[int, Scores] = {}
    signs: dict[int, list[str]] = {}
    found: list[Candidate] = []
    for first, last in possible_spans(stretch):
        is_alone = last == first + 1
        leading = alone if is_alone else before
        if first not in leading:
            leading[first] = weigh(find_before(stretch, first, is_alone), table)
        if last not in behind:
            behind[last] = weigh(find_behind(stretch, last), table)
            signs[last] = find_body_behind(words, last)
        inside = words[first:last]
        rest = find_on_both_sides(stretch, first, last)
        rest += find_body_before(words, first, last)
        rest += signs[last]
        rest += find_small(inside, common)
        (a, b, c), (d, e, f), (g, h, i) = _weigh_inside(inside), leading[first], behind[last]
        scores = a + d + g, b + e + h, c + f + i
        if rest:
            a, b, c = weigh(rest, table)
            scores = scores[0] + a, scores[1] + b, scores[2] + c
        found.append(Candidate(first, last, inside, scores))
    return found


def find_leanings(weighed: Iterable[tuple[Stretch, list[Candidate]]]) -> dict[str, NameKind]:
    """Return, for words met alone more than once, the kind that all their places together speak for most."""
    sums: dict[str, list[float]] = {}
    for stretch, candidates in weighed:
        words = stretch.words
        for candidate in candidates:
            first, last = candidate.first, candidate.last
            if last - first > 1 or not words[first].capital:
                continue
            if first > stretch.first and words[first - 1].capital and words[first - 1].begins:
                continue
            if last < stretch.last and words[last].capital and words[last].begins:
                continue
            total = sums.setdefault(words[first].text, [0.0, 0.0, 0.0, 0.0])
            for kind, score in enumerate(candidate.scores):
                total[kind] += score
            total[3] += 1
    found: dict[str, NameKind] = {}
    for text, (*totals, count) in sums.items():
        best = max(totals)
        if count > 1 and best / count > _LEANING:
            found[text] = KINDS[totals.index(best)]
    return found


def choose_names(stretch: Stretch, candidates: list[Candidate], known: Known | None = None) -> list[Choice]:
    """Return the names of a stretch, in order; with `known`, what other places tell is weighed too."""
    table = weights()
    likely: list[tuple[int, int, float, NameKind]] = []
    for candidate in candidates:
        first, last, scores = candidate.first, candidate.last, candidate.scores
        learned = find_learned(stretch, first, last, known) if known else None
        if learned:
            more = weigh(learned, table)
            scores = (scores[0] + more[0], scores[1] + more[1], scores[2] + more[2])
        score = max(scores)
        if score > 0:
            likely.append((first, last, score, KINDS[scores.index(score)]))
    if len(likely) < 2:
        return [(first, last, kind) for first, last, _, kind in likely]
    return _best_row(stretch, likely)


def _best_row(stretch: Stretch, likely: list[tuple[int, int, float, NameKind]]) -> list[Choice]:
    """Return those of some spans that together score most, none overlapping another, in order."""
    ending: dict[int, list[tuple[int, float, NameKind]]] = {}
    for first, last, score, kind in likely:
        ending.setdefault(last, []).append((first, score, kind))
    best = {stretch.first: 0.0}
    taken: dict[int, Choice] = {}
    for at in range(stretch.first + 1, stretch.last + 1):
        best[at] = best[at - 1]
        for first, score, kind in ending.get(at, ()):
            if best[first] + score > best[at]:
                best[at] = best[first] + score
                taken[at] = first, at, kind
    chosen = []
    at = stretch.last
    while at > stretch.first:
        if at in taken:
            chosen.append(taken[at])
        at = taken[at][0] if at in taken else at - 1
    return chosen[::-1]
