"""The current sentence and what faces it stand level, whatever the reader has done before."""

from hypothesis import given
from hypothesis import strategies as st

from tests.reader.pairs import FEW, comparisons, ferry, lookup_of
from tui.articles.article import SIDES
from tui.compare.comparison import Comparison
from tui.reader.layout.pair import PairLayout, lay_out
from tui.reader.layout.scrolling import Scrolling
from tui.reader.layout.source import Source
from tui.reader.moving import moves
from tui.reader.session.chains import Chains
from tui.reader.session.filters import shown_sentences
from tui.reader.session.place import VIEWS, Place

GOING = {
    "next": lambda lookup, place: moves.next_passage(lookup, place, 1),
    "before": lambda lookup, place: moves.next_passage(lookup, place, -1),
    "sentence": lambda lookup, place: moves.next_sentence(lookup, place, 1),
    "back": lambda lookup, place: moves.next_sentence(lookup, place, -1),
    "detail": lambda lookup, place: moves.next_detail(lookup, place, 1),
    "facing": moves.counterpart,
    "one side": lambda lookup, place: moves.next_one_sided(lookup, place, 1),
    "start": lambda lookup, place: moves.place_at(lookup, place.side, 0),
    "end": lambda lookup, place: moves.place_at(lookup, place.side, 10**6),
}
STEPS = st.one_of(
    st.sampled_from(list(GOING)),
    st.tuples(st.just("scroll"), st.sampled_from(SIDES), st.integers(-30, 30)),
    st.tuples(st.just("size"), st.integers(20, 200), st.integers(1, 50)),
    st.tuples(st.just("view"), st.sampled_from(list(VIEWS))),
    st.just("filter"),
    st.just("free"),
)


class Screen:
    """What the pair's screen does, without a screen."""

    def __init__(self, comparison: Comparison) -> None:
        self.lookup = lookup_of(comparison)
        self.sources = Source(comparison.left), Source(comparison.right)
        self.size, self.view, self.filtered = (100, 24), "reading", False
        self.place = moves.place_at(self.lookup, "left", 0)
        self.scrolling = Scrolling(self.layout(), self.place)

    def layout(self) -> PairLayout:
        shown = shown_sentences(self.lookup, self.view, "both" if self.filtered else None)  # type: ignore[arg-type]
        return lay_out(self.lookup, self.sources, self.size, self.view, shown)  # type: ignore[arg-type]

    def do(self, step: str | tuple[str, ...]) -> bool:
        """Take one step and say whether it leaves the current sentence level."""
        match step:
            case ("scroll", side, rows):
                self.scrolling.scroll(side, rows)  # type: ignore[arg-type]
                sentence = self.scrolling.scrolled_to()
                if sentence is not None:
                    self.place = moves.place_at(self.lookup, self.place.side, sentence)
                    self.scrolling.point_to(self.place)
                return False
            case ("size", width, height):
                self.size = (width, height)  # type: ignore[assignment]
                self.scrolling.lay_out(self.layout())
            case ("view", view):
                self.view = view
                self.scrolling.lay_out(self.layout())
            case "filter":
                self.filtered = not self.filtered
                self.scrolling.lay_out(self.layout())
            case "free":
                self.scrolling.free(not self.scrolling.is_free)
                return not self.scrolling.is_free
            case _:
                self.place = GOING[step](self.lookup, self.place) or self.place  # type: ignore[index, no-untyped-call]
                self.scrolling.go_to(self.place)
        return True

    def heights(self) -> tuple[int, int] | None:
        """Return on which rows of the screen the current sentence and what faces it begin."""
        pair = self.lookup.level_pair(self.place)
        columns = self.scrolling.layout.columns
        if pair is None or any(column.first_row[n] < 0 for column, n in zip(columns, pair, strict=True)):
            return None
        left, right = (
            column.first_row[n] - top for column, n, top in zip(columns, pair, self.scrolling.tops, strict=True)
        )
        return left, right

    def is_level(self) -> bool:
        heights = self.heights()
        if heights is None:
            return True
        if self.scrolling.layout.view == "reading":
            return heights[0] == heights[1]
        return self.scrolling.tops[0] == self.scrolling.tops[1]


@given(comparisons(), st.lists(STEPS, min_size=1, max_size=12))
@FEW
def test_going_anywhere_and_any_change_of_rows_leave_the_current_sentence_level(
    comparison: Comparison, steps: list[str | tuple[str, ...]]
) -> None:
    if not comparison.left.sentences or not comparison.right.sentences:
        return
    screen = Screen(comparison)
    for step in steps:
        if screen.do(step):
            assert screen.is_level()


@given(comparisons(), st.lists(STEPS, min_size=1, max_size=12))
@FEW
def test_going_anywhere_brings_the_current_sentence_onto_the_screen(
    comparison: Comparison, steps: list[str | tuple[str, ...]]
) -> None:
    if not comparison.left.sentences:
        return
    screen = Screen(comparison)
    for step in steps:
        if screen.do(step):
            column = screen.scrolling.layout.column(screen.place.side)
            row = column.nearest_row(screen.place.sentence) - screen.scrolling.top(screen.place.side)
            assert 0 <= row < screen.scrolling.height


@given(comparisons(), st.sampled_from(SIDES), st.lists(st.integers(-9, 9), max_size=12))
@FEW
def test_scrolling_back_brings_both_sides_back(comparison: Comparison, side: str, rows: list[int]) -> None:
    screen = Screen(comparison)
    screen.scrolling.go_to(Place(side, 0))  # type: ignore[arg-type]
    column, height = screen.scrolling.layout.column(side), screen.scrolling.height  # type: ignore[arg-type]
    first = screen.scrolling.top(side)  # type: ignore[arg-type]
    seen = {first: screen.scrolling.tops}
    for step in rows:
        screen.scrolling.scroll(side, step)  # type: ignore[arg-type]
        top = screen.scrolling.top(side)  # type: ignore[arg-type]
        assert min(0, first) <= top <= max(0, first, len(column) - height)
        assert seen.setdefault(top, screen.scrolling.tops) == screen.scrolling.tops


@given(comparisons(), st.integers(20, 200))
@FEW
def test_the_other_side_never_runs_backwards(comparison: Comparison, width: int) -> None:
    screen = Screen(comparison)
    screen.do(("size", width, 24))  # type: ignore[arg-type]
    for sentence in range(len(comparison.left.sentences)):
        level = screen.scrolling.layout.level(Place("left", sentence))
        for side, column in enumerate(screen.scrolling.layout.columns):
            beside = [level.beside(side, row) for row in range(-5, len(column) + 5)]
            assert beside == sorted(beside)


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), st.sampled_from([0.25, 0.5, 1.0])), max_size=12))
@FEW
def test_chains_are_the_heaviest_that_rise_on_both_sides(anchors: list[tuple[int, int, float]]) -> None:
    chains = Chains(anchors)
    weight: dict[tuple[int, int], float] = {}
    for left, right, score in anchors:
        weight[left, right] = max(score, weight.get((left, right), 0))
    rising = [()] + [chain for chain in all_rising(sorted(weight)) if chain]
    for pair in [None, *weight]:
        chain = chains.through(pair)
        assert chain in rising
        best = max(sum(weight[p] for p in one) for one in rising if pair is None or pair in one)
        assert sum(weight[p] for p in chain) == best
        assert pair is None or pair in chain


def all_rising(pairs: list[tuple[int, int]]) -> list[tuple[tuple[int, int], ...]]:
    found: list[tuple[tuple[int, int], ...]] = [()]
    for pair in pairs:
        found += [(*one, pair) for one in found if not one or (one[-1][0] < pair[0] and one[-1][1] < pair[1])]
    return found


def test_a_passage_told_in_another_order_comes_beside_the_current_one() -> None:
    screen = Screen(ferry())
    for sentence in (3, 10, 11):
        screen.place = moves.place_at(screen.lookup, "left", sentence)
        screen.scrolling.go_to(screen.place)
        heights = screen.heights()
        assert heights is not None and heights[0] == heights[1]
        assert 0 <= heights[0] < screen.scrolling.height


def test_the_current_sentence_stays_where_it_is_when_the_width_changes() -> None:
    screen = Screen(ferry())
    for _ in range(4):
        screen.do("next")
    before = screen.heights()
    screen.do(("size", 130, 24))  # type: ignore[arg-type]
    assert screen.heights() == before


@given(comparisons())
@FEW
def test_walking_the_details_brings_the_two_sentences_of_each_level(comparison: Comparison) -> None:
    screen = Screen(comparison)
    place = moves.next_detail(screen.lookup, Place("left", 0), 1)
    while place is not None:
        screen.place = place
        screen.scrolling.go_to(place)
        detail = comparison.details[place.detail or 0]
        assert screen.lookup.level_pair(place) == (detail.left_sentence, detail.right_sentence)
        assert screen.is_level()
        place = moves.next_detail(screen.lookup, place, 1)
