"""The sources that the sentences of an article name, "he said" tied to whoever spoke before."""

from collections.abc import Sequence
from dataclasses import replace

from tui.compare.details.attribution import Attribution, find_attributions
from tui.compare.details.parts import Parts

_FAR = 4
"""A pronoun stands for a source named at most this many sentences earlier."""

Sources = tuple[tuple[Attribution, ...], ...]
"""The attributions of each sentence of an article."""


def read_sources(article: Sequence[Parts]) -> Sources:
    """Return the attributions of every sentence, "he said" tied to the person who spoke last where one did."""
    found: list[tuple[Attribution, ...]] = []
    last: tuple[int, Attribution] | None = None
    for number, parts in enumerate(article):
        here = []
        for attribution in find_attributions(parts):
            if attribution.is_pronoun and last and number - last[0] <= _FAR:
                attribution = replace(attribution, name=last[1].name, heads=last[1].heads, is_resolved=True)
            elif attribution.name and attribution.name.kind == "person":
                last = number, attribution
            here.append(attribution)
        found.append(tuple(here))
    return tuple(found)
