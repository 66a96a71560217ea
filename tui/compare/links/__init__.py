"""Which left sentence shares a claim with which right sentence.

Sentences that are at all alike are measured by some thirty features, fitted weights make a probability of them, and
every link, and every two sentences that are not linked, can say why.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tui.articles.revision import is_revision
from tui.compare.comparison import Link, Settings
from tui.compare.judgement import Judgement, read_judgement
from tui.compare.links.candidates import Candidates, Progress, find_candidates
from tui.compare.links.features import FEATURES, measure, measure_surroundings
from tui.compare.links.kinship import may_be_strangers, one_event
from tui.compare.links.profiles import ProfiledPair, profile_pair
from tui.compare.links.reasons import give_reasons
from tui.compare.links.senses import word_senses
from tui.compare.links.twins import find_twins, keep_twins
from tui.compare.reading import Reading

_TOLD_EVERY = 1000


class Linking(NamedTuple):
    """What was found between two articles."""

    links: tuple[Link, ...]
    """Ordered by left and then right sentence."""
    may_be_strangers: bool
    """Whether the articles may well tell of different events."""


def link_sentences(
    left: Reading, right: Reading, settings: Settings, progress: Progress | None = None
) -> tuple[Link, ...]:
    """Return the links between two articles, ordered by left and then right sentence; see `link_pair`."""
    return link_pair(left, right, settings, progress).links


def link_pair(left: Reading, right: Reading, settings: Settings, progress: Progress | None = None) -> Linking:
    """Return the links between two articles, and whether the articles may be strangers to each other.

    Parameters
    ----------
    left, right
        What stands in each article.
    settings
        `link_threshold` is the least score of a link; none for the fitted one.
    progress
        Called now and then, for long articles, with the share of the work done, 0 to 1; what it raises stops the work.
    """
    twins: dict[int, int] = {}
    if is_revision(left.article.text, right.article.text):
        twins = find_twins(left.article, right.article)
        if len(twins) >= min(len(left.article.sentences), len(right.article.sentences)):
            return Linking(_in_order(keep_twins([], twins, left.article)), False)
    pair = profile_pair(left, right)
    links = _fitted_links(pair, (left, right), settings, progress)
    return Linking(
        _in_order(keep_twins(links, twins, left.article) if twins else links),
        not twins and may_be_strangers(one_event(pair)),
    )


def _in_order(links: list[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _fitted_links(
    pair: ProfiledPair, readings: tuple[Reading, Reading], settings: Settings, progress: Progress | None
) -> list[Link]:
    judgement = fitted_judgement()
    threshold = judgement.threshold if settings.link_threshold is None else settings.link_threshold
    candidates = find_candidates(pair, progress)
    links = []
    for (i, j), row in measure_candidates(pair, candidates, progress).items():
        score = judgement.probability(row)
        if score >= threshold:
            reasons = give_reasons(pair, readings, (i, j), candidates[i, j], judgement.contributions(row))
            links.append(Link(i, j, round(score, 3), reasons))
    return links


@cache
def fitted_judgement() -> Judgement:
    """Return the weights of the features and the score that makes a link."""
    return read_judgement(Path(__file__).with_name("weights.tsv"), tuple(FEATURES))


def measure_candidates(
    pair: ProfiledPair, candidates: Candidates, progress: Progress | None = None
) -> dict[tuple[int, int], list[float]]:
    """Return the features of every candidate, in the order of `FEATURES`."""
    senses, kin = word_senses(pair), one_event(pair)
    facing: dict[int, list[int]] = defaultdict(list)
    for left, right in candidates:
        facing[left].append(right)
    rows, nearness = {}, {}
    for i, numbers in facing.items():
        for j, sense in zip(numbers, senses.compare(i, numbers), strict=True):
            rows[i, j] = measure(pair, kin, pair.left[i], pair.right[j], candidates[i, j], sense)
            nearness[i, j] = sense.mean
            if progress and len(rows) % _TOLD_EVERY == 0:
                progress(0.5 + 0.5 * len(rows) / len(candidates))
    around = measure_surroundings({key: like.likeness for key, like in candidates.items()}, nearness)
    return {key: [*row, *around[key]] for key, row in rows.items()}
