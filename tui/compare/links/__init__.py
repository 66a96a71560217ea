"""Which left sentence shares a claim with which right sentence.

Sentences that are at all alike are measured by some thirty features, fitted weights make a probability of them, and
every link, and every two sentences that are not linked, can say why.
"""

from collections.abc import Callable
from functools import cache, lru_cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tui.articles.revision import is_revision
from tui.compare.comparison import Link, Settings, UsedModel
from tui.compare.judgement import Judgement, read_judgement
from tui.compare.links.candidates import Candidates, Progress, find_candidates
from tui.compare.links.clauses import clauses_of
from tui.compare.links.features import (
    CLAUSES,
    FEATURES,
    MODEL_FEATURES,
    SENSE,
    measure,
    measure_clauses,
    measure_sense,
    measure_story,
)
from tui.compare.links.kinship import may_be_strangers, one_event
from tui.compare.links.profiles import ProfiledPair, profile_pair
from tui.compare.links.reasons import give_reasons
from tui.compare.links.senses import Sense, Senses, model_senses, vocabulary_of, word_senses
from tui.compare.links.surroundings import measure_long, measure_margins, measure_surroundings
from tui.compare.links.twins import find_twins, keep_twins
from tui.compare.links.understanding import Understanding
from tui.compare.reading import Reading
from tui.compare.vectors import Vocabulary

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tui.compare.links.surroundings import Keys

_TOLD_EVERY = 1000
_CUT = 1 << 10
"""The clauses of so many sentences are kept at a time."""
_NEARLY = 0.6
"""So large a part of the score that makes a link makes two sentences nearly linked."""


class Linking(NamedTuple):
    """What was found between two articles."""

    links: tuple[Link, ...]
    """Ordered by left and then right sentence."""
    may_be_strangers: bool
    """Whether the articles may well tell of different events."""
    model: UsedModel | None = None
    """The sentence model that judged too, if one did."""
    near: tuple[Link, ...] = ()
    """What would be links if a little more spoke for them; none where it was asked for a score of its own."""


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
    vocabulary = vocabulary_of(pair)
    senses = word_senses(pair, vocabulary)
    kin = one_event(pair, senses)
    links, near = _fitted_links(pair, senses, vocabulary, kin, (left, right), settings, progress, understanding)
    return Linking(
        _in_order(keep_twins(links, twins, left.article) if twins else links),
        not twins and may_be_strangers(kin, pair),
        understanding.used if understanding else None,
        () if twins else _in_order(near),
    )


def _in_order(links: list[Link]) -> tuple[Link, ...]:
    return tuple(sorted(links, key=lambda link: (link.left, link.right)))


def _fitted_links(
    pair: ProfiledPair,
    senses: Senses,
    vocabulary: Vocabulary,
    kin: float,
    readings: tuple[Reading, Reading],
    settings: Settings,
    progress: Progress | None,
    understanding: Understanding | None,
) -> tuple[list[Link], list[Link]]:
    """Return the links, and what nearly is one."""
    judgement = fitted_judgement(understanding is not None)
    wanted = settings.link_threshold
    threshold, least = (judgement.threshold, _NEARLY * judgement.threshold) if wanted is None else (wanted, wanted)
    candidates = find_candidates(pair, senses, progress)

    def may_be_near(rows: "NDArray[np.float64]") -> "NDArray[np.bool_]":
        import numpy as np

        rows[:, CLAUSES] = float(judgement.weights[CLAUSES] > 0)  # no copy: of a long article it is many megabytes
        chances = np.array(judgement.probabilities(rows))
        rows[:, CLAUSES] = 0.0
        return chances >= least

    rows = measure_candidates(pair, senses, kin, candidates, progress, understanding, may_be_near)
    links, near = list[Link](), list[Link]()
    for at, ((i, j), score) in enumerate(zip(candidates, judgement.probabilities(rows), strict=True)):
        if score < least:
            continue
        added = judgement.contributions(rows[at].tolist())
        reasons = give_reasons(pair, readings, (i, j), candidates[i, j], added, vocabulary)
        (links if score >= threshold else near).append(Link(i, j, round(score, 3), reasons))
    return links, near


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
    is_asked: "Callable[[NDArray[np.float64]], NDArray[np.bool_]] | None" = None,
) -> "NDArray[np.float64]":
    """Return the features of every candidate, a row each, in the order of `FEATURES`.

    `kin` is what `one_event` returns. Those of `MODEL_FEATURES` follow where there is an `understanding`. Clauses are
    measured of the rows that `is_asked` chooses alone, given all that is measured but these; of all without it.
    """
    import numpy as np

    keys = np.array(list(candidates), dtype=np.int64).reshape(len(candidates), 2)
    compared = senses.compare_all(keys)
    likeness = np.array([like.likeness for like in candidates.values()])
    around = measure_surroundings(keys, likeness, compared[:, Sense._fields.index("mean")])
    long = measure_long(keys, likeness, max(len(pair.left), len(pair.right)))
    story = measure_story(pair, kin, keys)
    rows = np.empty((len(keys), len(FEATURES)))
    measured = len(FEATURES)
    for block in (long, around, story):
        rows[:, measured - block.shape[1] : measured] = block
        measured -= block.shape[1]
    del block, long, around, story
    items = iter(candidates.items())
    for at in range(0, len(keys), _TOLD_EVERY):
        here = [measure(pair, pair.left[i], pair.right[j], like) for (i, j), like in islice(items, _TOLD_EVERY)]
        rows[at : at + len(here), :measured] = here
        if progress and at + len(here) < len(keys):
            progress(0.5 + 0.5 * (at + len(here)) / len(keys))
    sense = measure_sense(compared)
    rows[:, SENSE : SENSE + sense.shape[1]] = sense
    if understanding is not None:
        rows = np.hstack([rows, _measure_understood(keys, model_senses(pair, understanding))])
    cut = lru_cache(maxsize=_CUT)(partial(clauses_of, pair))
    asked = [True] * len(rows) if is_asked is None else is_asked(rows).tolist()
    for at, ((i, j), like) in enumerate(candidates.items()):
        if asked[at]:
            rows[at, CLAUSES] = measure_clauses(pair.left[i], pair.right[j], like, (cut(0, i), cut(1, j)))
    return rows


def _measure_understood(keys: "Keys", senses: Senses) -> "NDArray[np.float64]":
    """Return what a sentence model says of each left and right sentence, in the order of `MODEL_FEATURES`."""
    import numpy as np

    compared = senses.compare_all(keys)
    return np.column_stack([measure_sense(compared), *measure_margins(keys, compared[:, -1])])
