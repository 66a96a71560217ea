"""Where the notes and marks of a notebook stand in the two articles as they are now."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tui.articles.article import Article, Side, Span
from tui.compare.comparison import Comparison, Corrections, Detail, Passage
from tui.notes.anchors import Anchor, Place, anchor_span, find_anchor
from tui.notes.note import DetailMark, LinkMark, Note
from tui.notes.notebook import Notebook


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with the place of each of its anchors."""

    note: Note
    places: tuple[Place, ...]

    @property
    def is_orphaned(self) -> bool:
        """Say whether none of its anchors was found."""
        return all(place.span is None for place in self.places)

    @property
    def has_changed(self) -> bool:
        """Say whether what it stands on is no longer what was highlighted."""
        return any(place.finding in ("changed", "orphaned") for place in self.places)

    def spans(self, side: Side) -> tuple[Span, ...]:
        """Return where it stands on one side, in the order of its anchors."""
        return tuple(p.span for p in self.places if p.anchor.side == side and p.span is not None)


@dataclass(frozen=True, slots=True)
class PlacedLinkMark:
    """A mark on a link with its sentences' numbers; a number is none when the sentence is gone."""

    mark: LinkMark
    left: int | None
    right: int | None


@dataclass(frozen=True, slots=True)
class PlacedDetailMark:
    """A mark on a detail with its sentences' numbers and the places of the differing words."""

    mark: DetailMark
    left_sentence: int | None
    right_sentence: int | None
    left: Span | None
    right: Span | None


@dataclass(frozen=True)
class Placement:
    """A whole notebook, placed."""

    notes: tuple[PlacedNote, ...] = ()
    link_marks: tuple[PlacedLinkMark, ...] = ()
    detail_marks: tuple[PlacedDetailMark, ...] = ()

    @property
    def orphans(self) -> tuple[PlacedNote, ...]:
        """The notes whose words are in neither article any more."""
        return tuple(placed for placed in self.notes if placed.is_orphaned)

    @property
    def corrections(self) -> Corrections:
        """The links made and cut by hand, for `tui.compare.engine.compare`."""
        latest = self._latest_link_marks
        return Corrections(
            frozenset(pair for pair, mark in latest.items() if mark.link == "linked"),
            frozenset(pair for pair, mark in latest.items() if mark.link == "unlinked"),
        )

    @property
    def checked_links(self) -> frozenset[tuple[int, int]]:
        """The (left sentence, right sentence) of every link marked checked."""
        return frozenset(pair for pair, mark in self._latest_link_marks.items() if mark.checked)

    def link_mark(self, left: int, right: int) -> LinkMark | None:
        """Return the mark on a left and a right sentence, if there is one."""
        return self._latest_link_marks.get((left, right))

    def detail_mark(self, detail: Detail) -> DetailMark | None:
        """Return the mark on a detail, if there is one."""
        marks = self._detail_marks_on.get((detail.left_sentence, detail.right_sentence), ())
        matching = [placed.mark for placed in marks if _is_on(placed, detail)]
        return max(matching, key=lambda mark: mark.modified, default=None)

    @cached_property
    def _latest_link_marks(self) -> dict[tuple[int, int], LinkMark]:
        latest: dict[tuple[int, int], LinkMark] = {}
        for placed in sorted(self.link_marks, key=lambda placed: placed.mark.modified):
            if placed.left is not None and placed.right is not None:
                latest[placed.left, placed.right] = placed.mark
        return latest

    @cached_property
    def _detail_marks_on(self) -> dict[tuple[int | None, int | None], list[PlacedDetailMark]]:
        found: dict[tuple[int | None, int | None], list[PlacedDetailMark]] = {}
        for placed in self.detail_marks:
            found.setdefault((placed.left_sentence, placed.right_sentence), []).append(placed)
        return found


def place_notebook(notebook: Notebook, left: Article, right: Article) -> Placement:
    """Return where everything in a notebook stands in the two articles."""
    articles: dict[Side, Article] = {"left": left, "right": right}

    def find(anchor: Anchor) -> Place:
        return find_anchor(articles[anchor.side].text, anchor)

    def sentence(anchor: Anchor) -> int | None:
        span = find(anchor).span
        return None if span is None else find_sentence(articles[anchor.side], span)

    return Placement(
        tuple(PlacedNote(note, tuple(find(anchor) for anchor in note.anchors)) for note in notebook.notes),
        tuple(PlacedLinkMark(mark, sentence(mark.left), sentence(mark.right)) for mark in notebook.link_marks),
        tuple(
            PlacedDetailMark(
                mark,
                sentence(mark.left_sentence),
                sentence(mark.right_sentence),
                find(mark.left).span if mark.left else None,
                find(mark.right).span if mark.right else None,
            )
            for mark in notebook.detail_marks
        ),
    )


def find_sentence(article: Article, span: Span) -> int | None:
    """Return the number of the sentence that shares most characters with `span`, none when none shares any."""
    shared: dict[int, int] = {}
    for number in sentences_under(article, span):
        sentence = article.sentences[number]
        shared[number] = min(span.end, sentence.end) - max(span.start, sentence.start)
    return max(shared, key=lambda number: shared[number], default=None)


def sentences_under(article: Article, span: Span) -> range:
    """Return the numbers of the sentences that share at least one character with `span`."""
    first = bisect_right(article.sentences, span.start, key=lambda sentence: sentence.end)
    return range(first, max(first, bisect_left(article.sentences, span.end, key=lambda sentence: sentence.start)))


def passages_of(comparison: Comparison, placed: PlacedNote) -> tuple[int, ...]:
    """Return the numbers of the passages a note stands in, ascending."""
    left = {number for span in placed.spans("left") for number in sentences_under(comparison.left, span)}
    right = {number for span in placed.spans("right") for number in sentences_under(comparison.right, span)}
    return tuple(
        passage.number
        for passage in comparison.passages
        if not left.isdisjoint(passage.left) or not right.isdisjoint(passage.right)
    )


def anchor_passage(comparison: Comparison, passage: Passage) -> tuple[Anchor, ...]:
    """Return the anchors of a whole passage: each run of neighbouring sentences on either side."""
    return (
        *anchor_sentences(comparison.left, "left", passage.left),
        *anchor_sentences(comparison.right, "right", passage.right),
    )


def anchor_sentences(article: Article, side: Side, numbers: Iterable[int]) -> tuple[Anchor, ...]:
    """Return an anchor for each run of neighbouring sentences among `numbers` that stand in one paragraph."""
    runs: list[tuple[int, int]] = []
    for number in sorted(set(numbers)):
        last = runs[-1][1] if runs else None
        same_paragraph = last is not None and article.sentences[last].paragraph == article.sentences[number].paragraph
        if last is not None and last + 1 == number and same_paragraph:
            runs[-1] = (runs[-1][0], number)
        else:
            runs.append((number, number))
    return tuple(
        anchor_span(article, side, Span(article.sentences[first].start, article.sentences[last].end))
        for first, last in runs
    )


def anchor_link(
    comparison: Comparison, left: int, right: int, placement: Placement | None = None
) -> tuple[Anchor, Anchor]:
    """Return the anchors of a left and a right sentence, for marks on the link between them.

    With a placement, they are those of the mark that is there, if one is: it may have been made on an earlier text.
    """
    mark = placement.link_mark(left, right) if placement else None
    if mark is not None:
        return mark.left, mark.right
    return (
        anchor_span(comparison.left, "left", comparison.left.sentences[left].span),
        anchor_span(comparison.right, "right", comparison.right.sentences[right].span),
    )


def anchor_detail(comparison: Comparison, detail: Detail) -> tuple[Anchor | None, Anchor | None]:
    """Return the anchors of a detail's differing words, none for a side that lacks them."""
    return (
        anchor_span(comparison.left, "left", detail.left) if detail.left else None,
        anchor_span(comparison.right, "right", detail.right) if detail.right else None,
    )


def _is_on(placed: PlacedDetailMark, detail: Detail) -> bool:
    return placed.mark.kind == detail.kind and _agree(placed.left, detail.left) and _agree(placed.right, detail.right)


def _agree(one: Span | None, two: Span | None) -> bool:
    return one == two if one is None or two is None else one.overlaps(two)
