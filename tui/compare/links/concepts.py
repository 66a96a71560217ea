"""The news concepts a word stands for: "killed", "dead" and "lost their lives" are all dying."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tui.compare.tokens import Token, tokenize, written_stem
from tui.disk.tables import read_table

_NONE = frozenset[str]()


@cache
def _concepts() -> tuple[Mapping[str, frozenset[str]], Mapping[tuple[str, str], frozenset[str]]]:
    """Return the concepts of each stem, and of each two stems in a row."""
    words: dict[str, set[str]] = defaultdict(set)
    phrases: dict[tuple[str, str], set[str]] = defaultdict(set)
    for name, forms in read_table(Path(__file__).parent / "concepts.tsv"):
        for form in forms.split():
            if form.isalpha():
                words[written_stem(form)].add(name)
                continue
            stems = [token.stem for token in tokenize(form.replace("_", " "))]
            if len(stems) == 1:
                words[stems[0]].add(name)
            else:
                phrases[stems[0], stems[1]].add(name)
    return (
        {stem: frozenset(names) for stem, names in words.items()},
        {stems: frozenset(names) for stems, names in phrases.items()},
    )


def concepts_of_stem(stem: str) -> frozenset[str]:
    """Return the concepts that a stem by itself may stand for."""
    return _concepts()[0].get(stem, _NONE)


def read_concepts(tokens: Sequence[Token]) -> tuple[frozenset[str], ...]:
    """Return for each word the concepts that it, or it and the next one together, stand for."""
    words, phrases = _concepts()
    firsts = _first_of_two()
    found = [_NONE if is_stop else words.get(stem, _NONE) for _, _, _, stem, is_stop in tokens]
    for at, (_, _, _, stem, _) in enumerate(tokens):
        if stem in firsts and at + 1 < len(tokens):
            found[at] |= phrases.get((stem, tokens[at + 1].stem), _NONE)
    return tuple(found)


@cache
def _first_of_two() -> frozenset[str]:
    return frozenset(first for first, _ in _concepts()[1])


def concepts_of(tokens: Sequence[Token]) -> dict[str, str]:
    """Return the concepts that words stand for, each with the first stem that stands for it."""
    return first_stems([token.stem for token in tokens], read_concepts(tokens))


def first_stems(stems: Sequence[str], concepts: Sequence[frozenset[str]]) -> dict[str, str]:
    """Return each concept with the first stem that stands for it, given words as stems and the concepts of each."""
    found: dict[str, str] = {}
    for stem, names in zip(stems, concepts, strict=True):
        for name in names:
            found.setdefault(name, stem)
    return found
