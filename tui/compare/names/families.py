"""Families named together: "the Clintons" is everyone of that family name whom the article names."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate

from tui.articles.article import Article
from tui.compare.names.words import word_of
from tui.compare.reading import Name, Reference

_FAMILY = re.compile(r"\b[Tt]he ([^\W\d_a-z][\w'’-]*?)(?:e?s)\b(?!['’-])")
_SURE = 0.95
_LEAST = 2


def find_families(article: Article, names: Sequence[Name]) -> tuple[Reference, ...]:
    """Return where an article calls two or more people it names by their family name in the plural.

    `names` are the article's, in order; a place that is part of a name ("the Williams sisters") or of a firm is none.
    """
    bearers: dict[str, dict[str, None]] = defaultdict(dict)
    for name in names:
        if name.kind == "person" and " " in name.name:
            bearers[name.name.split()[-1]][name.name] = None
    others = sorted((name.start, name.end) for name in names if name.kind != "person")
    starts, reached = [start for start, _ in others], list(accumulate((end for _, end in others), max))
    found = []
    for match in _FAMILY.finditer(article.text):
        end = match.end()
        said = match[0].split(" ", 1)[1]
        singular = (said.removesuffix("es"), said.removesuffix("s"))
        family = next((form for form in singular if len(bearers.get(form, ())) >= _LEAST), "")
        if not family or word_of(said).adjective:
            continue
        before = bisect_left(starts, end)
        if not before or reached[before - 1] <= match.start():
            found.append(Reference(match.start(), end, tuple(bearers[family]), _SURE))
    return tuple(found)
