"""What happened between two versions of one text: what was moved, what changed in signs alone, what each admits."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from tui.articles.article import SIDES, Article
from tui.articles.revision import is_same_but_for_signs, update_notes
from tui.compare.brief_lines import SIDE_NAMES, clip
from tui.compare.comparison import BriefLine, Passage
from tui.compare.reading import Reading


def moved_paragraphs(left: Article, right: Article, passages: Sequence[Passage]) -> tuple[tuple[int, int], ...]:
    """Return the paragraphs that stand elsewhere in the right article than in the left, as pairs of their numbers.

    Paragraphs face each other where most of their sentences do. Those that keep their order are the longest rising
    sequence (Fredman, 1975); the fewest others have been moved.
    """
    facing = _facing_paragraphs(left, right, passages)
    kept = set(_longest_rising([there for _, there in facing]))
    return tuple(pair for number, pair in enumerate(facing) if number not in kept)


def _facing_paragraphs(left: Article, right: Article, passages: Sequence[Passage]) -> list[tuple[int, int]]:
    shared: Counter[tuple[int, int]] = Counter()
    for passage in passages:
        for link in passage.links:
            one, other = left.sentences[link.left], right.sentences[link.right]
            # A line that stands alone is moved by whoever lays out the page.
            if one.kind == other.kind == "prose":
                shared[one.paragraph, other.paragraph] += min(one.end - one.start, other.end - other.start)
    facing: dict[int, int] = {}
    taken: set[int] = set()
    for (here, there), _ in shared.most_common():
        if here not in facing and there not in taken:
            facing[here] = there
            taken.add(there)
    return sorted(facing.items())


def _longest_rising(numbers: list[int]) -> list[int]:
    """Return the positions of the longest rising sequence in `numbers`."""
    ends: list[int] = []
    last: list[int] = []
    before: list[int | None] = []
    for position, number in enumerate(numbers):
        at = bisect_left(ends, number)
        before.append(last[at - 1] if at else None)
        ends[at : at + 1] = [number]
        last[at : at + 1] = [position]
    rising: list[int] = []
    step = last[-1] if last else None
    while step is not None:
        rising.append(step)
        step = before[step]
    return rising[::-1]


def is_typographic(left: str, right: str) -> bool:
    """Say whether two sentences differ, but in punctuation, case or blanks alone."""
    return left.split() != right.split() and is_same_but_for_signs(left, right)


def tell_versions(readings: tuple[Reading, Reading], passages: Sequence[Passage]) -> tuple[BriefLine, ...]:
    """Return a line for each note of correction, and one for each paragraph that was moved."""
    left, right = (reading.article for reading in readings)
    lines = [line for side, article in enumerate((left, right)) for line in _note_lines(side, article)]
    number_of = {link.left: passage.number for passage in passages for link in passage.links}
    for here, there in moved_paragraphs(left, right, passages):
        one, other = _sentences_in(left, here), _sentences_in(right, there)
        numbers = tuple(sorted({number_of[number] for number in one if number in number_of}))
        way = "down" if there > here else "up"
        text = left.slice(left.paragraphs[here])
        lines.append(BriefLine(f"moved {way}: {clip(text)}", numbers, one, other, sign="="))
    return tuple(lines)


def _note_lines(side: int, article: Article) -> Iterator[BriefLine]:
    for span in update_notes(article):
        text = f"the {SIDE_NAMES[True][SIDES[side]]} version says of itself: {clip(article.slice(span))}"
        yield BriefLine(text, left=(span,) * (side == 0), right=(span,) * (side == 1))


def _sentences_in(article: Article, paragraph: int) -> tuple[int, ...]:
    return tuple(number for number, sentence in enumerate(article.sentences) if sentence.paragraph == paragraph)
