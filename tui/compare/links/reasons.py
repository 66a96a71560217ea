"""Why two sentences are linked, for the reader to see."""

from collections import defaultdict
from collections.abc import Mapping

from tui.compare.comparison import Reason
from tui.compare.links.features import FEATURES, MODEL_FEATURES, Likeness
from tui.compare.links.profiles import Profile, ProfiledPair
from tui.compare.reading import Reading
from tui.compare.vectors import Vocabulary

_MOST_NAMED = 5
_FAMILIES = {
    "words": ("words", "clauses", "rivals"),
    "concepts": ("concepts",),
    "meaning": ("meaning",),
    "names": ("names",),
    "references": ("references",),
    "figures": ("figures",),
    "dates": (),
    "quote": ("quote",),
    "neighbours": ("neighbours",),
}
"""The kinds of reason with the families of evidence that weigh for each."""
_FAMILY_OF = FEATURES | MODEL_FEATURES
_LEAST_WEIGHT = 0.05
_LEAST_QUOTED = 2
_NEAR = 0.5


def by_family(added: Mapping[str, float]) -> dict[str, float]:
    """Return what each family of evidence adds, given what each feature does."""
    families: dict[str, float] = defaultdict(float)
    for feature, weight in added.items():
        families[_FAMILY_OF[feature]] += weight
    return families


def give_reasons(
    pair: ProfiledPair,
    readings: tuple[Reading, Reading],
    numbers: tuple[int, int],
    like: Likeness,
    added: Mapping[str, float],
    vocabulary: Vocabulary,
) -> tuple[Reason, ...]:
    """Return what speaks for linking two sentences, the strongest first.

    `numbers` are those of the left and the right sentence; `added` is what each feature adds to the score, and
    `vocabulary` what gives the vectors of their words.
    """
    sentences = pair.left[numbers[0]], pair.right[numbers[1]]
    families = by_family(added)
    left, right = (one.said.written(reading.article.text) for one, reading in zip(sentences, readings, strict=True))
    texts = {
        "words": _shared_words(left, sentences, like),
        "concepts": _shared_concepts((left, right), like),
        "meaning": _near_words((left, right), sentences, like, vocabulary),
        "names": _shared_names(pair, sentences),
        "references": _meant_names(pair, sentences),
        "figures": _shared_figures(readings, sentences),
        "dates": ", ".join(sorted(word for word in sentences[0].times & sentences[1].times)),
        "quote": _shared_quote(right | left, sentences),
        "neighbours": "the sentences around are alike" if families["neighbours"] > _NEAR else "",
    }
    reasons = []
    for kind, text in texts.items():
        if text:
            weight = sum(families[family] for family in _FAMILIES[kind])
            reasons.append(Reason(kind, text, round(max(_LEAST_WEIGHT, weight), 3)))
    return tuple(sorted(reasons, key=lambda reason: -reason.weight))


_Written = Mapping[str, str]
"""Each stem of a sentence as the article writes it."""


def _shared_words(words: _Written, sentences: tuple[Profile, Profile], like: Likeness) -> str:
    left, right = sentences
    strongest = sorted(like.stems, key=lambda stem: -left.weights[stem] * right.weights[stem])
    return ", ".join(words[stem] for stem in strongest[:_MOST_NAMED] if stem in words)


def _shared_concepts(written: tuple[_Written, _Written], like: Likeness) -> str:
    ours, theirs = written
    return ", ".join(
        f"{ours.get(mine, mine)} / {theirs.get(other, other)} ({name})"
        for name, mine, other, _ in like.concepts[:_MOST_NAMED]
    )


def _near_words(
    written: tuple[_Written, _Written], sentences: tuple[Profile, Profile], like: Likeness, vocabulary: Vocabulary
) -> str:
    """Return the words that only their meaning brings near each other, the nearest first, each side's as written."""
    told = {stem for _, *stems, _ in like.concepts for stem in stems}
    sides = []
    for words, one, other in zip(written, sentences, reversed(sentences), strict=True):
        sides.append([s for s in one.words if s not in other.words and s not in told and words[s].islower()])
    if not all(sides):
        return ""
    vectors = [vocabulary.vectors_of([p.words[s] for s in side]) for p, side in zip(sentences, sides, strict=True)]
    near = vectors[0] @ vectors[1].T
    found: list[str] = []
    while near.max() >= _NEAR and len(found) < _MOST_NAMED:
        i, j = divmod(int(near.argmax()), near.shape[1])
        found.append(f"{written[0][sides[0][i]]} / {written[1][sides[1][j]]}")
        near[i, :] = near[:, j] = -1
    return ", ".join(found)


def _meant_names(pair: ProfiledPair, sentences: tuple[Profile, Profile]) -> str:
    """Return who is meant in both sentences but named in one of them at most."""
    left, right = sentences
    both = left.meant.keys() & (right.names | right.meant.keys()) | right.meant.keys() & left.names
    return ", ".join(pair.name_forms.get(key, key) for key in sorted(both)[:_MOST_NAMED])


def _shared_names(pair: ProfiledPair, sentences: tuple[Profile, Profile]) -> str:
    shared = sentences[0].names & sentences[1].names
    rarest = sorted(shared, key=lambda key: (-pair.name_weights.get(key, 0.0), key))
    return ", ".join(pair.name_forms.get(key, key) for key in rarest[:_MOST_NAMED])


def _shared_figures(readings: tuple[Reading, Reading], sentences: tuple[Profile, Profile]) -> str:
    found = []
    for one in sentences[0].facts:
        for other in sentences[1].facts:
            same_thing = one.figure.unit == other.figure.unit and (
                one.stems & other.stems or one.concepts & other.concepts
            )
            if one.figure.value == other.figure.value or same_thing:
                left, right = readings[0].article.slice(one.figure.span), readings[1].article.slice(other.figure.span)
                found.append(left if left == right else f"{left} / {right}")
    return ", ".join(dict.fromkeys(found[:_MOST_NAMED]))


def _shared_quote(words: _Written, sentences: tuple[Profile, Profile]) -> str:
    """Return the words that one side has in quotation marks and the other has too; a single one is no quote."""
    left, right = sentences
    both = (left.quoted & right.weights.keys()) | (right.quoted & left.weights.keys())
    if len(both) < _LEAST_QUOTED:
        return ""
    return " ".join(words[stem] for stem in dict.fromkeys((*left.stems, *right.stems)) if stem in both)
