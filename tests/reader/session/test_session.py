"""The open pair by itself: no application, no screen."""

import subprocess
import sys
from dataclasses import replace

import pytest

from tests.reader.pairs import ferry
from tui.articles.article import Span
from tui.compare.relations import with_relations
from tui.reader.session import events
from tui.reader.session.filters import shown_sentences
from tui.reader.session.place import Place, Selection
from tui.reader.session.search import Hits, Search
from tui.reader.session.session import Session


class Opened:
    """A pair that was opened and compared, with what it announced since."""

    def __init__(self) -> None:
        self.comparison = ferry()
        self.session = Session(self.comparison.left, self.comparison.right)
        self.session.take_comparison(self.comparison)
        self.heard: list[events.Event] = []
        self.session.listen(self.heard.append)

    @property
    def said(self) -> list[str]:
        return [event.words for event in self.heard if isinstance(event, events.Said)]


@pytest.fixture
def opened() -> Opened:
    return Opened()


def test_it_needs_no_screen() -> None:
    code = "import sys, tui.reader.session.session; sys.exit('textual' in sys.modules or 'rich.console' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_going_somewhere_is_announced_after_it_is_true(opened: Opened) -> None:
    places: list[int] = []
    opened.session.listen(lambda _: places.append(opened.session.place.sentence))
    opened.session.go_to_sentence("left", 4)
    assert opened.heard == [events.PlaceChanged(move=True)]
    assert places == [4]


def test_a_jump_is_remembered_and_a_step_is_not(opened: Opened) -> None:
    session = opened.session
    start = session.place.sentence
    session.go_to_sentence("left", start + 1)
    assert not session.trail
    session.go_to_sentence("left", start + 4)
    assert [place.sentence for place in session.trail] == [start + 1]


def test_where_there_is_nothing_to_go_to_it_says_so_and_stays(opened: Opened) -> None:
    before = opened.session.place
    opened.session.go(None, "No passage after this one")
    assert opened.said == ["No passage after this one"] and opened.session.place == before


def test_a_filter_hides_and_going_to_what_is_hidden_drops_it(opened: Opened) -> None:
    session = opened.session
    assert session.show("reading", "conflicts")
    hidden = next(n for n in range(9) if session.is_hidden(Place("left", n)))
    session.go_to_sentence("left", hidden)
    assert session.filter is None and session.place.sentence == hidden


def test_a_filter_that_leaves_nothing_is_refused_with_a_word() -> None:
    comparison = replace(ferry(), details=())
    session = Session(comparison.left, comparison.right)
    session.take_comparison(comparison)
    said: list[events.Event] = []
    session.listen(said.append)
    assert not session.show("reading", "conflicts")
    assert session.filter is None
    assert said == [events.Said("Nothing to show: what can't both be right")]


def test_opening_another_pair_lets_go_of_everything(opened: Opened) -> None:
    session = opened.session
    session.select(Selection("left", 0, 5))
    session.show("reading", "conflicts")
    session.linking = ("left", 1)
    session.go_to_sentence("left", 5)
    session.open(opened.comparison.right, opened.comparison.left)
    assert (session.selection, session.filter, session.linking, session.trail) == (None, None, None, ())
    assert not session.lookup.finished and session.articles[0] == opened.comparison.right
    assert events.ArticlesOpened() in opened.heard


def test_hits_are_walked_around_the_end_and_lit(opened: Opened) -> None:
    session = opened.session
    hits = Hits((sentence.start, sentence.end) for sentence in opened.comparison.left.sentences[2:4])
    session.show_search(Search(hits, 0, is_open=True))
    assert session.walk_hits(1) and session.place.sentence == 3
    assert session.walk_hits(1) and session.place.sentence == 2
    assert session.search.current == 0 and opened.heard[-2:] == [events.SearchChanged(), events.PlaceChanged(move=True)]
    session.show_search(Search())
    assert not session.walk_hits(1)


def test_notes_cannot_be_changed_before_they_are_read(opened: Opened) -> None:
    assert not opened.session.change_notes("highlight", lambda notebook: notebook)
    assert opened.said == ["The notes are not open yet"]


def test_two_texts_that_are_the_same_say_so() -> None:
    left = ferry().left
    comparison = replace(ferry(), right=left, passages=(), details=(), mentions=())
    session = Session(left, left)
    said: list[events.Event] = []
    session.listen(said.append)
    session.take_comparison(comparison)
    assert said[-1] == events.Said("Both texts are the same, letter for letter")


def test_the_current_sentence_is_the_one_a_span_begins_in(opened: Opened) -> None:
    sentence = opened.comparison.right.sentences[3]
    opened.session.go_to_span("right", Span(sentence.start + 2, sentence.start + 6))
    assert (opened.session.place.side, opened.session.place.sentence) == ("right", 3)


def test_it_begins_with_the_first_sentence_that_faces_another_one() -> None:
    comparison = ferry()
    session = Session(comparison.left, comparison.right)
    session.take_comparison(comparison)
    first = min(comparison.passages, key=lambda passage: passage.left)
    assert (session.place.sentence, session.place.passage) == (first.left[0], first.number)


def test_who_has_gone_somewhere_stays_there_when_the_comparison_comes() -> None:
    comparison = ferry()
    session = Session(comparison.left, comparison.right)
    session.go_to_sentence("left", 9)
    session.take_comparison(comparison)
    assert session.place.sentence == 9


def test_more_differences_are_told_step_by_step_all_counts_follow_and_no_mark_changes() -> None:
    comparison = ferry()
    importance = [0.9, 0.45, 0.25]
    details = tuple(
        replace(detail, importance=importance[n % 3], conflict=False) for n, detail in enumerate(comparison.details)
    )
    passages = with_relations(comparison.passages, details, comparison.readings)
    session = Session(comparison.left, comparison.right)
    session.take_comparison(replace(comparison, passages=passages, details=details))
    that_matter = {d.passage for d in details if d.kind != "wording" and d.importance >= 0.5}
    told = []
    for telling in ("few", "more", "all"):
        session.tell(telling)
        lookup = session.lookup
        told.append(lookup.counts.details)
        assert len(lookup.details_in_order("left")) == lookup.counts.details
        differing = {detail.passage for detail in lookup.details if detail.kind != "wording"}
        assert {p.number for p in lookup.passages if lookup.passage_mark(p) == "≠"} == that_matter
        shown = shown_sentences(lookup, "reading", "differing")
        assert shown is not None
        assert {p.number for p in lookup.passages if set(p.left) & shown[0]} == differing
    steps = [n % 3 for n, detail in enumerate(details) if detail.kind != "wording"]
    assert told == [sum(step < most for step in steps) for most in (1, 2, 3)]
