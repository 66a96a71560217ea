"""Why a detail is told: evidence in words, for what is told and for what is not; and how many are told."""

import dataclasses

from tui.articles.load import make_article
from tui.compare.comparison import Detail, Settings
from tui.compare.details.evidence import EVIDENCE
from tui.compare.details.explaining import explain_all_details, explain_detail, explain_details
from tui.compare.engine import compare
from tui.disk.tables import read_table

LEFT = make_article("Eight people were hurt in the crash near Oslo on Monday, and the road was closed for hours.")
RIGHT = make_article("Ten people were hurt in the crash near Oslo on Monday, and the road stayed open.")


def test_every_candidate_of_two_sentences_is_explained_in_words_and_the_likeliest_comes_first():
    comparison = compare(LEFT, RIGHT)
    explained = explain_details(comparison, 0, 0)
    first = explained[0]
    assert (LEFT.slice(first.left), RIGHT.slice(first.right)) == ("Eight people", "Ten people")
    assert first.level == "few" and first.importance >= first.threshold
    assert len(explained) > len([d for d in comparison.details if d.kind != "wording"])
    assert all(one.speaks_for or one.speaks_against for one in explained)
    assert explained == tuple(sorted(explained, key=lambda one: -one.importance))


def test_evidence_is_told_the_strongest_first_and_each_family_once():
    for one in explain_details(compare(LEFT, RIGHT), 0, 0):
        for reasons, sign in ((one.speaks_for, 1), (one.speaks_against, -1)):
            weights = [sign * reason.weight for reason in reasons]
            assert weights == sorted(weights, reverse=True) and all(weight > 0 for weight in weights)
        kinds = [reason.kind for reason in (*one.speaks_for, *one.speaks_against)]
        assert len(kinds) == len(set(kinds))


def test_what_is_explained_as_told_is_what_the_comparison_holds():
    comparison = compare(LEFT, RIGHT, Settings(level="all"))
    held = {(d.left, d.right): d.importance for d in comparison.details if d.kind != "wording"}
    told = {(e.left, e.right): e.importance for e in explain_details(comparison, 0, 0) if e.level}
    assert told.keys() == held.keys()
    assert all(abs(told[key] - held[key]) < 0.001 for key in held)


def test_a_rejected_candidate_is_explained_as_well_and_why_it_gave_way():
    rejected = [one for one in explain_all_details(compare(LEFT, RIGHT)) if one.level is None]
    assert rejected and all(one.speaks_for or one.speaks_against for one in rejected)
    assert any("matters more" in one.note for one in explain_details(compare(LEFT, RIGHT), 0, 0))


def test_a_detail_is_explained_and_one_of_mere_wording_says_that_it_is():
    comparison = compare(LEFT, RIGHT)
    detail = next(d for d in comparison.details if d.kind == "figure")
    assert explain_detail(comparison, detail).speaks_for
    worded = Detail(1, 0, 0, "wording", None, None, False, "", "")
    assert explain_detail(comparison, worded).note == "the wording alone differs"


def test_sentences_that_are_not_linked_have_nothing_to_explain():
    assert explain_details(compare(LEFT, RIGHT), 0, 7) == ()
    cut = dataclasses.replace(compare(LEFT, RIGHT), passages=())
    assert explain_all_details(cut) == ()


def test_every_piece_of_evidence_has_words_that_a_reader_understands():
    from tui.compare.details import explaining

    table = explaining.__file__.replace("explaining.py", "evidence_words.tsv")
    rows = read_table(explaining.Path(table))
    assert {row[0] for row in rows} == {name for evidence in EVIDENCE.values() for name in evidence}
    assert all(len(row) == 4 and row[2] != row[3] for row in rows)


def test_more_details_hold_the_few_and_all_hold_the_more():
    levels = []
    for level in ("few", "more", "all"):
        details = compare(LEFT, RIGHT, Settings(level=level)).details
        levels.append({(d.left, d.right) for d in details if d.kind != "wording"})
    assert levels[0] <= levels[1] <= levels[2]
