import pytest

from tui.articles.article import Article
from tui.articles.load import make_article
from tui.articles.revision import is_same_but_for_signs, update_notes
from tui.compare.comparison import Question
from tui.compare.engine import compare

PARAGRAPHS = (
    "The ministry published a four-page memorandum on Thursday, in which engineers warned of an unreliable radar.",
    "The ferry ran aground in heavy fog off Skarholm with 212 people on board, the coastguard said.",
    "Nobody was killed, but eleven passengers were treated for hypothermia in Velmouth.",
    "“We counted them twice,” said the captain, who has 31 years of experience.",
    "Two tugs were expected to arrive on Friday morning to pull the vessel free.",
)


def version(*paragraphs: str) -> Article:
    return make_article("\n".join(("Engineers warned of the radar", *paragraphs)))


def stayed(left: Article, right: Article) -> Question:
    comparison = compare(left, right)
    assert comparison.revision
    return comparison.brief.questions[0]


def test_a_moved_paragraph_is_said_to_be_moved_and_not_taken_out_and_put_in():
    later = version(*PARAGRAPHS[1:], PARAGRAPHS[0])
    answer = stayed(version(*PARAGRAPHS), later)
    assert ("moved paragraph", 1) in answer.counts
    (line,) = answer.lines
    assert line.text.startswith("moved down: The ministry published a four-page memorandum")
    assert (line.left_sentences, line.right_sentences) == ((1,), (len(later.sentences) - 1,))
    alone = compare(version(*PARAGRAPHS), later).brief.questions[3]
    assert alone.counts[:2] == (("sentences taken out", 0), ("sentences put in", 0))


def test_a_paragraph_that_was_moved_and_changed_is_both():
    changed = PARAGRAPHS[0].replace("four-page", "three-page")
    comparison = compare(version(*PARAGRAPHS), version(*PARAGRAPHS[1:], changed))
    assert [line.text[:11] for line in comparison.brief.questions[0].lines] == ["moved down:"]
    (detail,) = comparison.details
    assert (comparison.left.slice(detail.left), comparison.right.slice(detail.right)) == ("four-page", "three-page")


def test_what_keeps_its_order_around_something_put_in_has_not_been_moved():
    later = version(PARAGRAPHS[0], "The owner has said nothing so far, and its office was closed.", *PARAGRAPHS[1:])
    assert stayed(version(*PARAGRAPHS), later).lines == ()


def test_changes_in_punctuation_and_typography_alone_are_counted_and_not_listed():
    later = version(
        *PARAGRAPHS[:3], '"We counted them twice" said the captain - who has 31 years of experience.', PARAGRAPHS[4]
    )
    comparison = compare(version(*PARAGRAPHS), later)
    assert ("changed in punctuation or typography alone", 1) in comparison.brief.questions[0].counts
    assert ("changed", 0) in comparison.brief.questions[0].counts
    assert comparison.brief.questions[1].lines == ()
    assert comparison.details == ()


@pytest.mark.parametrize(
    ("left", "right", "is_same"),
    [
        ("“No,” he said – twice.", '"No", he said - twice', True),
        ("He paid $5 million.", "He paid £5 million.", False),
        ("It was -5 degrees.", "It was 5 degrees.", False),
        ("Up 5% on the day", "Up 5 on the day", False),
        ("a well-known singer", "a little-known singer", False),
        ("The cease-fire held.", "The cease fire held.", True),
        ("1,500 people", "1.500 people", False),
    ],
)
def test_signs_that_say_something_are_no_typography(left, right, is_same):
    assert is_same_but_for_signs(left, right) is is_same


@pytest.mark.parametrize(
    ("paragraph", "is_note"),
    [
        ("Correction: The ferry carried 212 people, not 210.", True),
        ("Correction (March 9): The ferry carried 212 people, not 210.", True),
        ("An earlier version of this article said that 210 people were on board.", True),
        ("This story has been updated with the owner's answer.", True),
        ("Editor’s note: A name was left out at the request of the family.", True),
        ("UPDATE, 4:12 p.m. — The harbour has been closed.", True),
        ("An earlier version of the plan had foreseen a bridge.", False),
        ("The correction of the road took four years.", False),
        ("The report was published in May, and the law has been changed since.", False),
        ("He updated his will in March.", False),
    ],
)
def test_a_note_on_a_correction_is_known_by_what_it_says(paragraph, is_note):
    article = version(*PARAGRAPHS[:2], paragraph, PARAGRAPHS[4])
    assert [article.slice(span) for span in update_notes(article)] == ([paragraph] if is_note else [])


def test_a_note_on_a_correction_is_told_with_the_version_that_has_it():
    note = "An earlier version of this article said that 210 people were on board."
    (line,) = stayed(version(*PARAGRAPHS), version(*PARAGRAPHS, note)).lines
    assert line.text == f"the later version says of itself: {note}"
    assert (line.left, len(line.right)) == ((), 1)
