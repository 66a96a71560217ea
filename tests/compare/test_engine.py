"""The engine as a whole: corrections by hand, comparing anew, progress."""

import os
import subprocess
import sys
from itertools import groupby

import pytest

from tui.articles.load import make_article
from tui.compare import engine
from tui.compare.comparison import Corrections, Settings
from tui.compare.engine import compare, recompare

LEFT = make_article(
    "The river Arve burst its banks on Monday.\n"
    "Twelve people drowned in Vellin when the river Arve burst its banks.\n"
    "The mayor opened the school to those without a roof."
)
RIGHT = make_article(
    "Nine people drowned in Vellin when the river Arve burst its banks.\nA concert in the town hall was called off."
)


def pairs(comparison):
    return {(link.left, link.right) for passage in comparison.passages for link in passage.links}


def test_a_link_made_by_hand_scores_one_and_says_so():
    made = compare(LEFT, RIGHT, corrections=Corrections(linked=frozenset({(2, 1)})))
    link = next(o for p in made.passages for o in p.links if (o.left, o.right) == (2, 1))
    assert (link.score, link.by_hand) == (1.0, True)


def test_a_link_cut_by_hand_is_gone_whatever_the_engine_thinks():
    assert (1, 0) in pairs(compare(LEFT, RIGHT))
    assert (1, 0) not in pairs(compare(LEFT, RIGHT, corrections=Corrections(unlinked=frozenset({(1, 0)}))))


def test_a_correction_of_a_sentence_that_is_no_more_is_passed_over():
    assert compare(LEFT, RIGHT, corrections=Corrections(frozenset({(99, 0), (-1, 0)}))) == compare(LEFT, RIGHT)


def test_comparing_anew_gives_what_comparing_from_the_start_gives():
    corrections = Corrections(linked=frozenset({(2, 1)}), unlinked=frozenset({(1, 0)}))
    assert recompare(compare(LEFT, RIGHT), corrections=corrections) == compare(LEFT, RIGHT, corrections=corrections)


def test_taking_corrections_back_brings_the_engines_links_back():
    corrected = compare(LEFT, RIGHT, corrections=Corrections(unlinked=frozenset({(1, 0)})))
    assert recompare(corrected) == compare(LEFT, RIGHT)


def test_comparing_anew_reads_nothing_again_and_links_again_only_for_another_threshold(monkeypatch):
    comparison = compare(LEFT, RIGHT)
    calls = []
    monkeypatch.setattr(engine, "find_names", lambda articles: pytest.fail("read again"))
    linking = engine.link_pair
    monkeypatch.setattr(engine, "link_pair", lambda *given: calls.append(given) or linking(*given))
    recompare(comparison, corrections=Corrections(linked=frozenset({(2, 1)})))
    assert not calls
    recompare(comparison, Settings(link_threshold=0.9))
    assert len(calls) == 1


def test_progress_names_its_stages_in_order_and_ends_at_one():
    told = []
    compare(LEFT, RIGHT, progress=lambda stage, share: told.append((stage, share)))
    shares = [share for _, share in told]
    assert shares == sorted(shares) and shares[0] == 0.0 and shares[-1] == 1.0
    stages = [stage for stage, _ in groupby(told, key=lambda one: one[0])]
    assert len(stages) == len(set(stages)) >= 5
    reading = [share for stage, share in told if stage == stages[0]]
    assert len(reading) == len(set(reading)) >= 7


def test_what_progress_raises_stops_the_engine():
    def stop(stage, share):
        raise InterruptedError(stage)

    with pytest.raises(InterruptedError):
        compare(LEFT, RIGHT, progress=stop)


def test_two_empty_articles_compare():
    empty = make_article("")
    assert compare(empty, empty).passages == ()
    assert len(compare(empty, RIGHT).brief.questions) == 5


EARLIER = (
    "The river Arve burst its banks on Monday and flooded the lower town of Vellin.\n"
    "Twelve people drowned and forty were hurt, the police said late in the evening.\n"
    "The mayor opened the school to those without a roof over their heads."
)


def test_two_versions_of_one_text_are_known_as_such_and_two_reports_are_not():
    later = EARLIER.replace("Twelve people drowned", "Thirteen people drowned")
    assert compare(make_article(EARLIER), make_article(later)).revision
    assert not compare(LEFT, RIGHT).revision


def test_a_passage_differs_where_a_detail_is_more_than_another_wording():
    comparison = compare(LEFT, RIGHT)
    assert comparison.passages
    for passage in comparison.passages:
        kinds = {detail.kind for detail in comparison.details if detail.passage == passage.number}
        assert (passage.relation == "differs") == bool(kinds - {"wording"})


def test_every_detail_stands_in_a_link_of_its_passage_and_in_its_sentences():
    comparison = compare(LEFT, RIGHT)
    passages = {passage.number: passage for passage in comparison.passages}
    for detail in comparison.details:
        links = {(link.left, link.right) for link in passages[detail.passage].links}
        assert (detail.left_sentence, detail.right_sentence) in links
        assert detail.left is None or LEFT.sentences[detail.left_sentence].span.holds(detail.left)
        assert detail.right is None or RIGHT.sentences[detail.right_sentence].span.holds(detail.right)
        assert detail.left or detail.right


def test_a_comparison_does_not_depend_on_the_order_of_sets() -> None:
    program = (
        "from tui.articles.load import make_article; from tui.compare.engine import compare; import sys\n"
        "months = 'May June July'.split()\n"
        "dates = ', '.join(f'on {n % 28 + 1} {months[n % 3]} {1950 + n % 70}' for n in range(150))\n"
        "others = ' '.join(word for n, word in enumerate(dates.split()) if n % 5 != 4)\n"
        "print(repr(compare(make_article(dates), make_article(others)).brief))\n"
    )
    told = {
        subprocess.run(
            [sys.executable, "-c", program], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(told) == 1
