"""How many and how long, told without a number: "numerous buildings", "for decades"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tui.articles.article import Span
from tui.compare.details.found import Found, two_sided
from tui.compare.details.meaning import mean_the_same
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.slots import LEAST_LIKENESS, alikeness

_BEFORE = 2
"""A number counts a noun with at most one word between: "three burnt houses"."""
_LONG = re.compile(
    r"\b(?:for|over|in|after)\s+(?:(?:many|several|some|the\s+past|recent)\s+)?"
    r"(?P<unit>hours|days|weeks|months|years|decades|centuries)\b(?!\s+(?:ago|old))",
    re.IGNORECASE,
)


def find_vague_durations(left: Parts, right: Parts) -> Iterator[Found]:
    """Yield where both sides tell vaguely how long, in other units: "for years", "for decades"."""
    for one in _LONG.finditer(left.text):
        for two in _LONG.finditer(right.text):
            spans = (
                Span(left.span.start + one.start(), left.span.start + one.end()),
                Span(right.span.start + two.start(), right.span.start + two.end()),
            )
            other = one["unit"].lower() != two["unit"].lower()
            if other and alikeness(left, spans[0], right, spans[1]) >= LEAST_LIKENESS:
                yield two_sided("figure", (left, spans[0]), (right, spans[1]), "vague lengths of time in other units")


def _is_counted(parts: Parts, noun: Word) -> bool:
    """Say whether a number stands right before a noun, or within it."""
    before = [w for w in parts.words if w.end <= noun.start][-_BEFORE:]
    return any(f.span.overlaps(w.span) for f in parts.figures for w in (*before, noun))


def find_vague_counts(left: Parts, right: Parts) -> Iterator[Found]:
    """Yield where only one side tells, if vaguely, how many: "buildings", "numerous buildings"."""
    for own, other, side in ((left, right, "left"), (right, left, "right")):
        for before, word in pairwise(own.words):
            if before.text not in words_of("vague count") or not word.content or not word.text.endswith("s"):
                continue
            if any(n.span.overlaps(word.span) for n in own.names):
                continue
            if any(f.span.overlaps(before.span) for f in own.figures):
                continue
            plain = next((w for w in other.words if w.text.endswith("s") and mean_the_same(w.stem, word.stem)), None)
            if plain is None or _is_counted(other, plain):
                continue
            places = (own, Span(before.start, word.end)), (other, plain.span)
            one, two = places if side == "left" else places[::-1]
            yield two_sided("figure", one, two, f"only the {side} tells, vaguely, how many")
