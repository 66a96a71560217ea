"""`find_details`: every search of this room over every passage, put in order."""

from collections.abc import Iterable

from tui.compare.comparison import Detail, Passage, Settings
from tui.compare.details.found import Found
from tui.compare.details.numbers import compare_dates, compare_figures
from tui.compare.details.parts import Parts, read_parts
from tui.compare.reading import Reading


def find_details(
    left: Reading, right: Reading, passages: tuple[Passage, ...], settings: Settings
) -> tuple[Detail, ...]:
    """Return the details of a pair, passage by passage in the order of the left text.

    Parameters
    ----------
    left, right
        What stands in the two articles.
    passages
        The passages whose links are looked into.
    settings
        `wording_threshold` tells how alike sentences must be for word-level differences.
    """
    sides = read_parts(left), read_parts(right)
    return tuple(
        Detail(
            passage.number,
            found.left_sentence,
            found.right_sentence,
            found.kind,
            found.left,
            found.right,
            found.conflict,
            found.summary,
            found.why,
        )
        for passage in passages
        for found in _in_order(_search(sides, passage, settings))
    )


def _search(sides: tuple[tuple[Parts, ...], tuple[Parts, ...]], passage: Passage, settings: Settings) -> list[Found]:
    found: list[Found] = []
    for link in passage.links:
        left, right = sides[0][link.left], sides[1][link.right]
        found.extend(compare_figures(left, right))
        found.extend(compare_dates(left, right))
    return found


def _in_order(found: Iterable[Found]) -> list[Found]:
    def place(one: Found) -> tuple[int, int, int, int]:
        return (
            one.left_sentence,
            one.left.start if one.left else 1 << 60,
            one.right_sentence,
            one.right.start if one.right else 1 << 60,
        )

    return sorted(found, key=place)
