"""Why two sentences are linked, or are not: the strongest evidence for and against, in words."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tui.articles.furniture import FURNITURE
from tui.compare.comparison import CARRYING, Comparison, Reason
from tui.compare.links import fitted_judgement, measure_candidates
from tui.compare.links.candidates import find_candidates
from tui.compare.links.features import compare_words
from tui.compare.links.kinship import one_event
from tui.compare.links.profiles import profile_pair
from tui.compare.links.reasons import by_family, give_reasons
from tui.compare.links.senses import vocabulary_of, word_senses
from tui.compare.links.understanding import Understanding, understand
from tui.disk.tables import read_table

_LEAST_TOLD = 0.1
_MOST_TOLD = 5
_WITH_WORDS = frozenset({"words", "concepts", "meaning", "names", "references", "figures", "quote"})
"""The families that can say what they found."""


@dataclass(frozen=True, slots=True)
class LinkExplanation:
    """What speaks for and against a link between two sentences."""

    left: int
    right: int
    linked: bool
    """Whether the comparison links them."""
    probability: float
    """How likely they share a claim, 0 to 1, as the evidence has it."""
    threshold: float
    """The probability that a link needs."""
    speaks_for: tuple[Reason, ...]
    """The strongest first; a weight is what it adds to the log odds, beside the pair's average."""
    speaks_against: tuple[Reason, ...]
    """The strongest first; weights below 0."""
    note: str = ""
    """What decided apart from the evidence, such as that a reader made the link; else empty."""


def explain_link(comparison: Comparison, left: int, right: int) -> LinkExplanation:
    """Return why a left and a right sentence of a comparison are linked, or why not.

    Raises
    ------
    IndexError
        If an article has no such sentence.
    ToldFault
        If the sentence model that judged the links cannot be used any more.
    """
    sentences = comparison.left.sentences[left], comparison.right.sentences[right]
    evidence = _Evidence(comparison, [(left, right)])
    if any(sentence.kind in FURNITURE for sentence in sentences):
        note = "one of them belongs to the page, not to the news"
        return LinkExplanation(left, right, (left, right) in evidence.linked, 0.0, evidence.threshold, (), (), note)
    return evidence.explain((left, right))


def explain_links(comparison: Comparison) -> tuple[LinkExplanation, ...]:
    """Return why every link was made, and of each sentence without one why the likeliest was not, by place."""
    evidence = _Evidence(comparison, [(o.left, o.right) for p in comparison.passages for o in p.links])
    told = {pair for pair in evidence.linked if pair in evidence.chances}
    for side in (0, 1):
        faced = {pair[side] for pair in evidence.linked}
        for pair in sorted(evidence.chances, key=lambda pair: -evidence.chances[pair]):
            if pair[side] not in faced:
                faced.add(pair[side])
                told.add(pair)
    return tuple(evidence.explain(pair) for pair in sorted(told))


class _Evidence:
    """What there is to say of all candidates of a comparison, and of some pairs of sentences besides."""

    def __init__(self, comparison: Comparison, besides: list[tuple[int, int]]) -> None:
        self._comparison = comparison
        self._judgement = fitted_judgement(comparison.model is not None)
        wanted = comparison.settings.link_threshold
        self.threshold = self._judgement.threshold if wanted is None else wanted
        self.linked = {(link.left, link.right): link for p in comparison.passages for link in p.links}
        pair = self._pair = profile_pair(*comparison.readings)
        also = {(i, j): compare_words(pair.left[i], pair.right[j], pair.concept_weights) for i, j in besides}
        self._vocabulary = vocabulary_of(pair)
        senses = word_senses(pair, self._vocabulary)
        self._found = find_candidates(pair, senses)
        self._candidates = also | self._found
        kin, understanding = one_event(pair, senses), _understanding(comparison)
        rows = measure_candidates(pair, senses, kin, self._candidates, understanding=understanding)
        self._rows = dict(zip(self._candidates, rows.tolist(), strict=True))
        self.chances = {key: self._judgement.probability(row) for key, row in self._rows.items()}
        mean = [sum(values) / len(self._rows) for values in zip(*self._rows.values(), strict=True)]
        self._usual = by_family(self._judgement.contributions(mean)) if mean else {}

    def explain(self, pair: tuple[int, int]) -> LinkExplanation:
        """Return what speaks for and against one pair, beside what pairs of sentences have on average."""
        added, like = self._judgement.contributions(self._rows[pair]), self._candidates[pair]
        families = by_family(added)
        reasons = give_reasons(self._pair, self._comparison.readings, pair, like, added, self._vocabulary)
        texts = {reason.kind: reason.text for reason in reasons}
        told = []
        for family, (speaking_for, speaking_against) in _evidence_words().items():
            weight = round(families.get(family, 0.0) - self._usual.get(family, 0.0), 2)
            told.append(Reason(family, _say(family, weight, texts, speaking_for, speaking_against), weight))
        strongest = sorted((r for r in told if abs(r.weight) >= _LEAST_TOLD), key=lambda reason: -abs(reason.weight))
        return LinkExplanation(
            *pair,
            pair in self.linked,
            round(self.chances[pair], 3),
            self.threshold,
            tuple(r for r in strongest if r.weight > 0)[:_MOST_TOLD],
            tuple(r for r in strongest if r.weight < 0)[:_MOST_TOLD],
            self._note(pair),
        )

    def _note(self, pair: tuple[int, int]) -> str:
        comparison, link = self._comparison, self.linked.get(pair)
        found = any((link.left, link.right) == pair for link in comparison.engine_links)
        if link is not None and link.by_hand:
            return "linked by hand"
        if link is not None and comparison.links_given:
            return "the link came with the pair"
        if found and link is None:
            return "unlinked by hand"
        if link is not None and link.score == 1 and comparison.revision:
            return "the same words stand in both"
        if link is not None and any(reason.kind == CARRYING for reason in link.reasons):
            return "nearly alike, and linked by numbers that cannot both be right"
        if link is None and self.chances[pair] >= self.threshold:
            return "one of them stands word for word in both, and faces that alone"
        return "" if pair in self._found else "they share next to nothing, so nothing more was looked at"


def _understanding(comparison: Comparison) -> Understanding | None:
    path = comparison.settings.model
    return understand(path, *comparison.readings) if comparison.model is not None and path is not None else None


def _say(family: str, weight: float, texts: dict[str, str], speaking_for: str, speaking_against: str) -> str:
    """Return in words what a family of evidence says; `texts` are what was found, by family."""
    found = texts.get(family) if family in _WITH_WORDS else None
    if weight > 0:
        return f"{speaking_for}: {found}" if found else speaking_for
    return f"what they share of {family} says little here: {found}" if found else speaking_against


@cache
def _evidence_words() -> dict[str, tuple[str, str]]:
    rows = read_table(Path(__file__).with_name("evidence_words.tsv"))
    return {family: (speaking_for, speaking_against) for family, speaking_for, speaking_against in rows}
