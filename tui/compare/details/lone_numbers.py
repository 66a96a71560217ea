"""Figures and dates that only one side of a passage gives, or gives as a number where the other has only a word."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, takewhile

from tui.articles.article import SIDES, Side, Span
from tui.compare.details.figures import are_of_one_size, is_idle, of_people
from tui.compare.details.found import Found, one_sided, two_sided
from tui.compare.details.ground import Ground, other_side
from tui.compare.details.meaning import mean_the_same
from tui.compare.details.moments import fixed_words, relate_dates
from tui.compare.details.parts import Parts, Word, words_of
from tui.compare.details.roles import role_of
from tui.compare.details.slots import CLOSE, LEAST_LIKENESS, alikeness, closeness
from tui.compare.figures.compare import relation_of
from tui.compare.reading import Date, Figure
from tui.compare.tokens import stem_of

_REFERS_BACK = re.compile(r"\b(?:(?:since|by|until) then|(?:that|the same) (?:day|night|month|year))\b")

_MOST_BETWEEN = 3
"""So many small words may stand between a noun and what it measures: "aftershocks of at least 4.0"."""

LONE_FIGURE, LONE_DATE = (0.5, 0.6), (0.3, 0.33)
"""What one side lacks is told only if so much of what stands around it, and right beside it, is said by the other."""

RIVAL_LIKENESS = 0.3
"""Another date in a slot as alike as this is told instead of this one, not beside it."""


def find_lone_figures(ground: Ground, side: Side, told: set[Span | None]) -> Iterator[Found]:
    """Yield the figures for which the facing sentence has only a word, or nothing though the rest is in it too."""
    for own, others in ground.facing(side):
        near = ground.near(side, own)
        for figure in own.figures:
            if figure.span in told or not figure.unit or is_idle(figure):
                continue
            if in_words := [(other, span) for other in others if (span := _told_in_a_word(own, figure, other))]:
                for place in in_words:
                    one, two = ((own, figure.span), place) if side == "left" else (place, (own, figure.span))
                    yield two_sided("figure", one, two, f"a number on the {side}, a word on the {other_side(side)}")
                continue
            best = ground.closest(side, own, figure.span, others)
            known = _is_known(own, figure, near) or _names_unit(figure, near)
            if best and not known and _says_the_rest(own, figure.span, best, LONE_FIGURE):
                yield one_sided("figure", side, own, best, figure.span, f"only the {side} gives it")


def _is_known(own: Parts, figure: Figure, near: Sequence[Parts]) -> bool:
    """Say whether the other side gives the figure nearby, or one that may stand for it."""
    if any(relation_of(figure, f).verdict == "same" for parts in near for f in parts.figures):
        return True
    role = role_of(own, figure)
    for parts in near:
        for other in parts.figures:
            akin = relation_of(of_people(figure), of_people(other)).verdict != "unrelated"
            telling = other.unit is not None or other.value >= 100
            if (role and role == role_of(parts, other)) or (akin and telling and are_of_one_size(figure, other)):
                return True
    return False


def _open_date(own: Parts, date: Date, other: Parts) -> Span | None:
    """Return where the other sentence refers back to a time instead of telling it, in the slot of a date here."""
    match = _REFERS_BACK.search(other.text)
    span = Span(other.span.start + match.start(), other.span.start + match.end()) if match else None
    return span if span and alikeness(own, date.span, other, span) >= LEAST_LIKENESS else None


def _told_in_a_word(own: Parts, figure: Figure, other: Parts) -> Span | None:
    """Return the word that the other sentence has where a figure stands here, if it has no such figure itself."""
    if any(f.value == figure.value or relation_of(figure, f).verdict == "same" for f in other.figures):
        return None
    return _counted_without_number(figure, other) or _size_in_a_word(own, figure, other)


def _counted_without_number(figure: Figure, other: Parts) -> Span | None:
    """Return where the other sentence speaks of what a figure counts without a number: "shells" for "three shells"."""
    if figure.kind != "count" or not figure.unit or figure.unit == "person":
        return None
    key = stem_of(figure.unit.split()[-1])
    for at, word in enumerate(other.words):
        if word.stem != key or not word.text.endswith("s") or any(f.span.overlaps(word.span) for f in other.figures):
            continue
        if at and other.words[at - 1].text[0].isdecimal():
            return None  # a number stands there, though none that was read as a figure
        vague = other.words[at - 1] if at and other.words[at - 1].text in words_of("vague number") else word
        return Span(vague.start, word.end)
    return None


def _size_in_a_word(own: Parts, figure: Figure, other: Parts) -> Span | None:
    """Return the word that gives the size of a thing which the figure measures: "strong" for "of magnitude 6"."""
    if figure.kind not in ("measure", "percent", "money"):
        return None
    beside = _measured_noun(own, figure)
    for before, word in pairwise(other.words):
        measured = any(mean_the_same(word.stem, noun.stem) for noun in beside)
        if measured and before.text in words_of("size") and before.clause == word.clause:
            return before.span
    return None


def _measured_noun(parts: Parts, figure: Figure) -> list[Word]:
    """Return the nouns that a figure may measure: right after it, or before it with only "of around" between."""
    inside = [n for n, w in enumerate(parts.words) if w.end > figure.start and w.start < figure.end]
    if not inside:
        return []
    home = parts.words[inside[0]].clause
    after = parts.words[inside[-1] + 1 : inside[-1] + 2]
    ahead = list(takewhile(lambda w: not w.content, reversed(parts.words[: inside[0]])))[:_MOST_BETWEEN]
    at = inside[0] - len(ahead) - 1
    before = parts.words[at : at + 1] if at >= 0 else ()
    return [w for w in (*after, *before) if w.content and w.clause == home]


def _names_unit(figure: Figure, near: Iterable[Parts]) -> bool:
    """Say whether the other side uses the unit too, so that it may give the value in words no figure was read from."""
    unit = "people" if figure.unit == "person" else (figure.unit or "").split(" ")[-1]
    return bool(unit) and any(word.stem == stem_of(unit) for parts in near for word in parts.words)


def _may_answer(own: Parts, date: Date, other: Parts, facing: Date) -> bool:
    """Say whether a date of the other side may tell the same moment, or tells another one in the same slot."""
    verdict = relate_dates(date, own.slice(date.span), facing, other.slice(facing.span)).verdict
    if verdict in ("unrelated", "same", "compatible"):
        return verdict != "unrelated"
    return alikeness(own, date.span, other, facing.span) >= RIVAL_LIKENESS


def _says_the_rest(own: Parts, span: Span, other: Parts, least: tuple[float, float]) -> bool:
    """Say whether the other sentence says so much of what stands around a place, and of what stands right beside it."""
    return closeness(own, span, other) >= least[0] and closeness(own, span, other, CLOSE) >= least[1]


def find_lone_dates(ground: Ground, told: tuple[set[Span | None], set[Span | None]]) -> Iterator[Found]:
    """Yield the dates that only one side gives, where the rest of the sentence is in the other's too.

    Where both sentences have one of their own in one slot, they tell one time in words that nothing here relates.
    """
    left, right = (list(_lone_dates(ground, side, told[side == "right"])) for side in SIDES)
    for one in left:
        two = next((two for two in right if _are_of_one_slot(ground, one, two)), None)
        if two is None or one.left is None or two.right is None:
            yield one
            continue
        right.remove(two)
        sentences = ground.pair.sentences
        places = (sentences["left"][one.left_sentence], one.left), (sentences["right"][two.right_sentence], two.right)
        yield two_sided("date", *places, "each side tells when in its own words")
    yield from right


def _are_of_one_slot(ground: Ground, one: Found, two: Found) -> bool:
    """Say whether a date that only the left gives and one that only the right gives tell of one thing."""
    if one.right or two.left or one.left is None or two.right is None:
        return False
    if (one.left_sentence, one.right_sentence) != (two.left_sentence, two.right_sentence):
        return False
    left, right = ground.pair.sentences["left"][one.left_sentence], ground.pair.sentences["right"][two.right_sentence]
    if _is_clock_alone(left, one.left) != _is_clock_alone(right, two.right):
        return False  # a day and a time of day go together
    return alikeness(left, one.left, right, two.right) >= LEAST_LIKENESS


def _is_clock_alone(parts: Parts, span: Span) -> bool:
    """Say whether a date is only a time of day."""
    return any(date.span == span and (date.value or date.explicit or "").startswith("T") for date in parts.dates)


def _lone_dates(ground: Ground, side: Side, told: set[Span | None]) -> Iterator[Found]:
    dateline = ground.pair.readings[other_side(side)].dates[:1]
    for own, others in ground.facing(side):
        across = ground.near(side, own)
        for date in own.dates:
            text = own.slice(date.span)
            known = any(_may_answer(own, date, parts, d) for parts in across for d in parts.dates)
            known = known or any(text.lower() in parts.text.lower() for parts in across)
            known = known or any(d.value and date.value and d.value.startswith(date.value) for d in dateline)
            if date.span in told or known or not (date.value or dict(fixed_words(date, text))):
                continue
            left_open = next(((other, span) for other in others if (span := _open_date(own, date, other))), None)
            if left_open:
                one, two = ((own, date.span), left_open) if side == "left" else (left_open, (own, date.span))
                yield two_sided("date", one, two, f"only the {side} says when, the other side refers back")
                continue
            best = ground.closest(side, own, date.span, others)
            if best and _says_the_rest(own, date.span, best, LONE_DATE):
                yield one_sided("date", side, own, best, date.span, f"only the {side} says when")
