"""Candidates for details: which unit of one side could answer which of the other, and which no unit answers.

A candidate is no detail yet; evidence and fitted weights tell which are.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

import numpy as np

from tui.compare.comparison import DetailKind
from tui.compare.details.agreeing import verdict_of
from tui.compare.details.candidate import Candidate, Packed, pack, unpack
from tui.compare.details.content import is_weighty
from tui.compare.details.cutting import phrase_of
from tui.compare.details.facing import Facing
from tui.compare.details.field import Field
from tui.compare.details.grid import SAID
from tui.compare.details.opposing import find_opposed
from tui.compare.units.unit import FAMILY_OF, Family, Unit, are_respelt
from tui.system.shares import Tell, in_shares

_Families = tuple[dict[Family, list[Unit]], dict[Family, list[Unit]]]
"""The units of a left and of a right sentence, by family."""
_MOST_UNITS = 24
"""Of so many units of one family in a sentence the first are held against others; one with more is a table."""
_AT_ONCE = 500
"""So many links, of many a share, are looked into before what was kept of their sentences is forgotten."""
_MANY = 2500
_Some = tuple[list[Candidate], list[Candidate]]
"""The candidates of some links: what faces something, and phrases that face nothing."""


def find_candidates(
    field: Field, links: Collection[tuple[int, int]] | None = None, progress: Tell | None = None
) -> list[Candidate]:
    """Return every candidate of a pair of articles, or those of some of its links and of their sentences alone.

    `progress` is told the share of the work that is done, 0 to 1.
    """
    asked = [link for link in field.links if links is None or link in links]
    is_long = len(asked) > _MANY
    if asked:
        field.sentence(0, asked[0][0])  # what all sentences need is known before any share of the work is given away

    def find(first: int, after: int) -> _Some:
        block = asked[first:after]
        some = [pair for link in block for pair in _pairs(field, *link)], list(_alone(field, block))
        if is_long:  # what is kept of all links would be hundreds of megabytes
            field.forget(block)
        return some

    def pack_some(some: _Some) -> tuple[list[Packed], list[Packed]]:
        return pack(field.units_of, some[0]), pack(field.units_of, some[1])

    def unpack_some(packed: tuple[list[Packed], list[Packed]]) -> _Some:
        return unpack(field.units_of, packed[0]), unpack(field.units_of, packed[1])

    size = _AT_ONCE if is_long else max(1, len(asked))
    some = in_shares(find, len(asked), size, progress, (pack_some, unpack_some))
    lone: list[Candidate] = []
    for side in (0, 1):
        numbers = {link[side] for link in asked}
        for number, partners in field.partners[side].items():
            if number in numbers:
                lone += _lone(field, side, number, partners)
                if len(partners) > 1 and is_long:
                    field.forget([(number, other) if side == 0 else (other, number) for other in partners])
    facing, alone = (chain.from_iterable(found) for found in zip(*some, strict=True)) if some else ((), ())
    return _tell_spellings_once(chain(facing, lone, alone))


def _tell_spellings_once(candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates, of those that are one name in the same two spellings the first alone."""
    seen: set[tuple[str | None, str | None]] = set()
    kept = []
    for candidate in candidates:
        if candidate.one and candidate.two and candidate.is_respelt:
            key = candidate.one.spelling, candidate.two.spelling
            if key in seen:
                continue
            seen.add(key)
        kept.append(candidate)
    return kept


def pairs_of_numbers(field: Field, left: int, right: int) -> Iterator[Candidate]:
    """Yield every two figures or dates of two sentences that are not the same value."""
    yield from _pairs_of_numbers(_by_family(field, left, right), left, right)


def _pairs_of_numbers(families: _Families, left: int, right: int) -> Iterator[Candidate]:
    for one, two in _facing_units(families[0]["number"], families[1]["number"]):
        if one.kind == two.kind and verdict_of(one, two) != "same":
            yield Candidate("number", one.kind, left, right, one, two)


def _by_family(field: Field, left: int, right: int) -> _Families:
    found: _Families = (defaultdict(list), defaultdict(list))
    for side, number in ((0, left), (1, right)):
        for unit in field.units_of(side, number):
            found[side][FAMILY_OF[unit.kind]].append(unit)
    return found


def _pairs(field: Field, left: int, right: int) -> Iterator[Candidate]:
    facing, families = field.facing(left, right), _by_family(field, left, right)
    yield from _pairs_of_numbers(families, left, right)
    names, words = ((families[0][family], families[1][family]) for family in ("name", "words"))
    for one, two in _facing_units(*names):
        if _may_stand_for_one(one, two):
            yield Candidate("name", one.kind, left, right, one, two)
    answered = _answered(field, (left, right), words)
    for one, two in _facing_units(*words):
        if one in answered or two in answered:
            continue
        if _may_face(one, two) and not _holds_quotation(words, one, two):
            cut = _trimmed(facing, 0, one, two), _trimmed(facing, 1, two, one)
            if cut[0] and cut[1] and _tell_words(field, (left, right), (cut[0], cut[1])):
                yield Candidate("words", _kind(one, two), left, right, cut[0], cut[1])
    found = [(one, two) for one, two in field.wordings(left, right) if one and two]
    tell = [units for units in found if _tell_words(field, (left, right), units)]
    spans = {(one.span, two.span) for one, two in tell}
    tell += [units for units in find_opposed(facing) if (units[0].span, units[1].span) not in spans]
    for one, two in tell:
        yield Candidate("words", "claim", left, right, one, two)


def _answered(field: Field, numbers: tuple[int, int], words: tuple[list[Unit], list[Unit]]) -> set[Unit]:
    """Return the clauses that one of the other sentence tells too, but for numbers and names: they answer no third."""
    found = set[Unit]()
    for one, two in _facing_units(*words):
        if one.form == two.form == "clause":
            both = one, two
            if not _tell_words(field, numbers, both) and _tell_something(field, numbers, both):
                found |= {one, two}
    return found


def _tell_something(field: Field, numbers: tuple[int, int], units: tuple[Unit, Unit]) -> bool:
    """Say whether two phrases both hold words with a meaning of their own besides figures, dates and names."""
    for side, unit in enumerate(units):
        sentence, taken = field.sentence(side, numbers[side]), field.taken(side, numbers[side])
        if taken.issuperset(sentence.places[sentence.inside(unit.first, unit.after)]):
            return False
    return True


def _facing_units(ours: Sequence[Unit], theirs: Sequence[Unit]) -> Iterator[tuple[Unit, Unit]]:
    for one in ours[:_MOST_UNITS]:
        for two in theirs[:_MOST_UNITS]:
            yield one, two


def _tell_words(field: Field, numbers: tuple[int, int], units: tuple[Unit, Unit]) -> bool:
    """Say whether two phrases differ by more than figures, dates and names, which are held against each other alone."""
    facing = field.facing(*numbers)
    if _tell_other_degrees(facing, units):
        return True
    for side, unit in enumerate(units):
        sentence, taken = facing.sides[side], field.taken(side, numbers[side])
        inside = sentence.inside(unit.first, unit.after)
        said = facing.said(side, inside, units[1 - side])
        for at, share in zip(sentence.places[inside], said, strict=True):
            if share < SAID and at not in taken:
                return True
        weighty = [text for at, text in sentence.weighty if unit.first <= at < unit.after]
        if weighty and not facing.sides[1 - side].texts(units[1 - side]).issuperset(weighty):
            return True
    return False


def _tell_other_degrees(facing: Facing, units: tuple[Unit, Unit]) -> bool:
    """Say whether two phrases tell other degrees of one scale: "damaged", "destroyed"."""
    degrees = facing.sides[0].degrees, facing.sides[1].degrees
    if not degrees[0] or not degrees[1]:
        return False
    ours, theirs = (
        {
            degree.scale: degree.degree
            for degree in found
            if degree.span.start < unit.end and unit.start < degree.span.end
        }
        for found, unit in zip(degrees, units, strict=True)
    )
    return any(ours[scale] != theirs[scale] for scale in ours.keys() & theirs.keys())


def _may_stand_for_one(one: Unit, two: Unit) -> bool:
    """Say whether two names, or a name and a description, could differ: of one kind, and not the same words."""
    if one.spelling and two.spelling and are_respelt(one, two):
        return True
    forms = one.form, two.form
    if "name" not in forms:
        if "pronoun" in forms:
            return False
    elif one.kind != two.kind and {one.kind, two.kind} == {"person", "place"}:
        return False
    if one.title != two.title:
        return True
    if one.names and one.names == two.names and "description" not in forms:
        return False
    return one.text.lower().removeprefix("the ") != two.text.lower().removeprefix("the ")


def _holds_quotation(sides: tuple[list[Unit], list[Unit]], one: Unit, two: Unit) -> bool:
    """Say whether a quotation is held against a clause with one of its own: quotations face quotations."""
    for quoted, clause, others in ((one, two, sides[1]), (two, one, sides[0])):
        faced = quoted.form == "quotation" and clause.form == "clause"
        if faced and any(other.form == "quotation" and other.overlaps(clause) for other in others):
            return True
    return False


def _may_face(one: Unit, two: Unit) -> bool:
    return (one.form == "source") == (two.form == "source")


def _kind(one: Unit, two: Unit) -> DetailKind:
    return "quote" if "quotation" in (one.form, two.form) else "claim"


def _trimmed(facing: Facing, side: int, own: Unit, other: Unit) -> Unit | None:
    """Return a clause without the words at its ends that the other clause says too, none where nothing is left."""
    if own.form != "clause":
        return own
    sentence = facing.sides[side]
    words = sentence.parts.words
    others = facing.sides[1 - side].texts(other)
    inside = sentence.inside(own.first, own.after)
    shares = zip(sentence.places[inside], facing.said(side, inside, other), strict=True)
    said = facing.words_agreed[side].union([at for at, share in shares if share >= SAID])
    start, end = own.first, own.after
    while start < end and (start in said or (not words[start].content and words[start].text in others)):
        start += 1
    while start < end and (end - 1 in said or (not words[end - 1].content and words[end - 1].text in others)):
        end -= 1
    if start == end or not any([word.content or is_weighty(word.text) for word in words[start:end]]):
        return None
    if start > own.first and not words[start - 1].content and words[start].content:
        start -= 1  # "the men", "at police"
    if (start, end) == (own.first, own.after):
        return own
    return phrase_of(sentence.parts, "clause", start, end)


def _lone(field: Field, side: int, number: int, partners: Sequence[int]) -> Iterator[Candidate]:
    units = [
        unit
        for unit in field.units_of(side, number)
        if unit.form not in ("list", "pronoun") and not _is_given(field, 1 - side, partners, unit)
    ]
    for unit, best in zip(units, _closest(field, side, number, partners, units), strict=True):
        yield (
            Candidate(unit.family, unit.kind, number, best, unit, None)
            if side == 0
            else Candidate(unit.family, unit.kind, best, number, None, unit)
        )


def _closest(field: Field, side: int, number: int, partners: Sequence[int], units: Sequence[Unit]) -> Sequence[int]:
    """Return for each of some units of a sentence which of the linked ones says most of what stands around it."""
    if len(partners) == 1 or not units:
        return [partners[0]] * len(units)
    links = [(number, other) if side == 0 else (other, number) for other in partners]
    told = np.array([field.facing(*link).told[side] for link in links])
    around = field.sentence(side, number).around_all([(unit.first, unit.after) for unit in units])
    # Rounded, so that of equally close ones it is the first, in whichever order each was added up.
    closest = np.round(told.astype(np.float64) @ around.T, 6).argmax(axis=0)
    return [partners[at] for at in closest.tolist()]


def _is_given(field: Field, side: int, numbers: Sequence[int], unit: Unit) -> bool:
    """Say whether a sentence linked to a unit's own gives its value, or names whom it names: it is nobody's alone."""
    if unit.form == "name":
        return any(not unit.names.isdisjoint(field.names_of(side, number)) for number in numbers)
    return unit.family == "number" and any(field.says_value(side, number, unit) for number in numbers)


def _alone(field: Field, links: Sequence[tuple[int, int]]) -> Iterator[Candidate]:
    """Yield the phrases that face nothing in the sentence that is the best counterpart of their own."""
    for left, right in links:
        if right in field.partners[0][left][:1] or left in field.partners[1][right][:1]:
            for one, two in field.wordings(left, right):
                if one is None or two is None:
                    unit = one or two
                    taken = field.taken(one is None, (left, right)[one is None])
                    if unit and not taken.issuperset(range(unit.first, unit.after)):
                        yield Candidate("words", "claim", left, right, one, two)
