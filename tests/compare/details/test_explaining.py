"""Why a detail is told: evidence by name, for what is shown and for what is not; and how many are shown."""

from tui.articles.load import make_article
from tui.compare.comparison import Settings
from tui.compare.details.explaining import explain_details
from tui.compare.engine import compare

LEFT = make_article("Eight people were hurt in the crash near Oslo on Monday, and the road was closed for hours.")
RIGHT = make_article("Ten people were hurt in the crash near Oslo on Monday, and the road stayed open.")


def test_every_candidate_of_two_sentences_is_explained_by_named_evidence_and_the_shown_one_comes_first():
    comparison = compare(LEFT, RIGHT)
    explained = explain_details(comparison, 0, 0)
    first = explained[0]
    assert (LEFT.slice(first.left), RIGHT.slice(first.right)) == ("Eight people", "Ten people")
    assert len(explained) > len([d for d in comparison.details if d.kind != "wording"])
    assert all(one.evidence for one in explained)
    assert explained == tuple(sorted(explained, key=lambda one: -one.importance))


def test_sentences_that_are_not_linked_have_nothing_to_explain():
    assert explain_details(compare(LEFT, RIGHT), 0, 7) == ()


def test_more_details_hold_the_few_and_all_hold_the_more():
    levels = []
    for level in ("few", "more", "all"):
        details = compare(LEFT, RIGHT, Settings(level=level)).details
        levels.append({(d.left, d.right) for d in details if d.kind != "wording"})
    assert levels[0] <= levels[1] <= levels[2]
