"""Lists of names: "Karsana, Melhoub and Tirsin". Members of one list are most often of one kind."""

from collections.abc import Sequence

from tui.compare.names.words import Word

LINKS = frozenset({",", "and", "or", "&"})
"""What stands between the members of a list."""
_MOST_MEMBERS = 8
_LONGEST_MEMBER = 3


def members_before(words: Sequence[Word], first: int) -> list[tuple[int, int]]:
    """Return the bounds of the list members before the name that begins at `first`, the nearest one first."""
    found: list[tuple[int, int]] = []
    for _ in range(_MOST_MEMBERS):
        end = first
        if end > 1 and words[end - 1].text == "the" and words[end - 2].text in LINKS:
            end -= 1
        linked = end
        while end and words[end - 1].text in LINKS and linked - end < 2:
            end -= 1
        start = end
        while start and words[start - 1].capital and end - start < _LONGEST_MEMBER:
            start -= 1
        if end in (linked, start):
            break
        found.append((start, end))
        first = start
    return found


def members_behind(words: Sequence[Word], last: int) -> list[tuple[int, int]]:
    """Return the bounds of the list members behind the name that ends before `last`, the nearest one first."""
    found: list[tuple[int, int]] = []
    for _ in range(_MOST_MEMBERS):
        start = last
        while start < len(words) and words[start].text in LINKS and start - last < 2:
            start += 1
        if last < start < len(words) and words[start].text == "the":
            start += 1
        end = start
        while end < len(words) and words[end].capital and end - start < _LONGEST_MEMBER:
            end += 1
        if start in (last, end):
            break
        found.append((start, end))
        last = end
    return found
