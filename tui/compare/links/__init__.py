"""Which left sentence shares a claim with which right sentence.

Sentences that are at all alike are measured by some thirty features, fitted weights make a probability of them, and
every link, and every two sentences that are not linked, can say why.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.articles.revision import is_revision
from tui.compare.comparison import Link, Settings, UsedModel
from tui.compare.judgement import Judgement, read_judgement
from tui.compare.links.candidates import Candidates, Progress, find_candidates
from tui.compare.links.features import FEATURES, MODEL_FEATURES, measure, measure_surroundings, measure_understood
from tui.compare.links.kinship import may_be_strangers, one_event
from tui.compare.links.profiles import ProfiledPair, profile_pair
from tui.compare.links.reasons import give_reasons
from tui.compare.links.senses import Senses, model_senses, word_senses
from tui.compare.links.twins import find_twins, keep_twins
from tui.compare.links.understanding import Understanding
from tui.compare.reading import Reading

_TOLD_EVERY = 1000


class Linking(NamedTuple):
    """What was found between two articles."""

    links: tuple[Link, ...]
    """Ordered by left and then right sentence."""
    may_be_strangers: bool
    """Whether the articles may well tell of different events."""
    model: UsedModel | None = None
    """The sentence model that judged too, if one did."""


def link_sentences(
    left: Reading, right: Reading, settings: Settings, progress: Progress | None = None
) -> tuple[Link, ...]:
    """Return the links between two articles, ordered by left and then right sentence; see `link_pair`."""
    return link_pair(left, right, settings, progress).links


def link_pair(
    left: Reading,
    right: Reading,
    settings: Settings,
    progress: Progress | None = None,
    understanding: Understanding | None = None,
) -> Linking:
    """Return the links between two articles, and whether the articles may be strangers to each other.

    Parameters
    ----------
    left, right
        What stands in each article.
    settings
        `link_threshold` is the least score of a link; none for the fitted one.
    progress
        Called now and then, for long articles, with the share of the work done, 0 to 1; what it raises stops the work.
    understanding
        What a sentence model makes of both articles; none to judge without one.
    """
    twins: dict[int, int] = {}
    if is_revision(left.article.text, right.article.text):
        twins = find_twins(left.article, right.article)
        if len(twins) >= min(len(left.article.sentences), len(right.article.sentences)):
            return Linking(_in_order(keep_twins([], twins, left.article)), False)
    pair = profile_pair(left, right)
    senses = word_senses(pair)
    kin = one_event(pair, senses)
    links = _fitted_links(pair, senses, kin, (left, right), settings, progress, understanding)
    return Linking(
        _in_order(keep_twins(links, twins, left.article) if twins else links),
        not twins and may_be_strangers(kin, pair),
        understanding.used if understanding else None,
    )


def _in_order(links: list[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _fitted_links(
    pair: ProfiledPair,
    senses: Senses,
    kin: float,
    readings: tuple[Reading, Reading],
    settings: Settings,
    progress: Progress | None,
    understanding: Understanding | None,
) -> list[Link]:
    judgement = fitted_judgement(understanding is not None)
    threshold = judgement.threshold if settings.link_threshold is None else settings.link_threshold
    candidates = find_candidates(pair, senses, progress)
    rows = measure_candidates(pair, senses, kin, candidates, progress, understanding)
    links = []
    for ((i, j), row), score in zip(rows.items(), judgement.probabilities(list(rows.values())), strict=True):
        if score >= threshold:
            reasons = give_reasons(pair, readings, (i, j), candidates[i, j], judgement.contributions(row))
            links.append(Link(i, j, round(score, 3), reasons))
    return links


@cache
def fitted_judgement(with_model: bool = False) -> Judgement:
    """Return the weights of the features and the score that makes a link, with or without a sentence model."""
    if with_model:
        return read_judgement(Path(__file__).with_name("weights_model.tsv"), (*FEATURES, *MODEL_FEATURES))
    return read_judgement(Path(__file__).with_name("weights.tsv"), tuple(FEATURES))


def measure_candidates(
    pair: ProfiledPair,
    senses: Senses,
    kin: float,
    candidates: Candidates,
    progress: Progress | None = None,
    understanding: Understanding | None = None,
) -> dict[tuple[int, int], list[float]]:
    """Return the features of every candidate, in the order of `FEATURES`; `kin` is what `one_event` returns.

    Those of `MODEL_FEATURES` follow where there is an `understanding`.
    """
    facing: dict[int, list[int]] = defaultdict(list)
    for left, right in candidates:
        facing[left].append(right)
    compared = senses.compare_all(facing)
    rows = {}
    for (i, j), like in candidates.items():
        rows[i, j] = measure(pair, kin, pair.left[i], pair.right[j], like, compared[i, j])
        if progress and len(rows) % _TOLD_EVERY == 0:
            progress(0.5 + 0.5 * len(rows) / len(candidates))
    around = measure_surroundings(
        {key: like.likeness for key, like in candidates.items()}, {key: sense.mean for key, sense in compared.items()}
    )
    if understanding is None:
        return {key: [*row, *around[key]] for key, row in rows.items()}
    understood = measure_understood(model_senses(pair, understanding).compare_all(facing))
    return {key: [*row, *around[key], *understood[key]] for key, row in rows.items()}
