"""How a figure is meant: more than, about, at least, up to."""

from functools import cache
from pathlib import Path
from typing import cast

from tui.compare.figures.phrases import Phrases
from tui.compare.figures.word_lists import word_list
from tui.compare.figures.words import Words
from tui.compare.reading import FigureKind, Qualifier
from tui.disk.tables import read_table


@cache
def _qualifiers() -> tuple[Phrases[Qualifier], Phrases[Qualifier]]:
    """Return what the phrases before a figure mean, and those after it."""
    before: list[tuple[str, Qualifier]] = []
    after: list[tuple[str, Qualifier]] = []
    for name, ahead, behind in read_table(Path(__file__).with_name("qualifiers.tsv")):
        qualifier = cast(Qualifier, name)
        before += [(phrase.strip(), qualifier) for phrase in ahead.split(",")]
        after += [(phrase.strip(), qualifier) for phrase in behind.split(",") if phrase != "-"]
    return Phrases(before), Phrases(after)


def read_qualifier_before(words: Words, first: int, free: int, kind: FigureKind) -> tuple[int, Qualifier]:
    """Return where the qualifier before a figure begins, not before `free`, and what it means.

    "Over two years" tells how long something went on, not that it was more, unless "for" or the like says so; "over 19
    miles" tells how far something reached only behind words such as "spread" or "for 27 minutes".
    """
    found = _qualifiers()[0].before(words, first)
    if found is None or found[1] < free:
        return first, "exact"
    qualifier, start = found
    if words.low[start] == "over" and start == first - 1:
        before = words.low[start - 1]
        during = kind == "duration" and before not in word_list("before more than")
        if during or (kind in ("distance", "measure") and before in word_list("reaches over")):
            return first, "exact"
    return start, qualifier


def read_qualifier_after(words: Words, after: int) -> tuple[int, Qualifier]:
    """Return where the qualifier after a figure ends, and what it means."""
    found = _qualifiers()[1].at(words, after)
    if found is None or (words.low[after] == "+" and not words.touches(after)):
        return after, "exact"
    return found[1], found[0]
