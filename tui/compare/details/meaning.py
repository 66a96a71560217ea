"""Words of one meaning: the same stem, or stems of one news concept, such as "jail" and "prison"."""

from collections.abc import Iterable

from tui.compare.links.concepts import concepts_of_stem


def share_of(stems: Iterable[str], others: Iterable[str]) -> int:
    """Return how many of the stems have one of the same meaning among the others."""
    far = frozenset(others)
    concepts = frozenset(concept for stem in far for concept in concepts_of_stem(stem))
    return sum(stem in far or bool(concepts_of_stem(stem) & concepts) for stem in set(stems))
