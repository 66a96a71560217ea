"""The brief: the five questions answered, every line with what it stands on."""

from dataclasses import replace

import pytest

from tui.articles.load import make_article
from tui.compare.brief import write_brief
from tui.compare.engine import compare

LEFT = make_article(
    "Twelve people drowned in Vellin when the river Arve burst its banks on Monday.\n"
    "Mayor Ana Kolar opened the school to those without a roof.\n"
    "Norway sent 40 soldiers."
)
RIGHT = make_article(
    "Nine people drowned in Vellin when the river Arve burst its banks on Monday.\n"
    'A concert in Oslo was called off; "it would be wrong to sing," said Ole Lie.'
)


@pytest.fixture(scope="module")
def comparison():
    return compare(LEFT, RIGHT)


def question(comparison, number):
    return comparison.brief.questions[number - 1]


def test_the_five_questions_are_answered_in_their_order(comparison):
    assert [one.number for one in comparison.brief.questions] == [1, 2, 3, 4, 5]


def test_every_shared_passage_is_one_line_and_counted(comparison):
    first = question(comparison, 1)
    assert dict(first.counts)["passage"] == len(first.lines) == len(comparison.passages) == 1
    assert {line.passages for line in first.lines} == {(p.number,) for p in comparison.passages}


def test_a_detail_line_leads_to_its_details_and_spans(comparison):
    for line in question(comparison, 2).lines:
        stands_on = [comparison.details[n] for n in line.details]
        assert stands_on and {d.passage for d in stands_on} == set(line.passages)
        assert {d.left for d in stands_on if d.left} == set(line.left)


def test_what_cannot_both_be_right_is_told_once_and_counted_among_the_details(comparison):
    second, third = question(comparison, 2), question(comparison, 3)
    assert [line.text for line in third.lines if "Twelve" in line.text and "Nine" in line.text]
    assert all(line.sign == "!" for line in third.lines)
    conflicts = {n for n, detail in enumerate(comparison.details) if detail.conflict}
    assert {n for line in third.lines for n in line.details} == conflicts
    assert not conflicts & {n for line in second.lines for n in line.details}
    assert second.counts[0][1] == sum(len(line.details) for line in (*second.lines, *third.lines))


def test_every_unlinked_sentence_of_either_side_is_told_once(comparison):
    lines = question(comparison, 4).lines
    alone = [line for line in lines if not line.mentions]
    assert [line.left_sentences for line in alone if line.left_sentences] == [(1,), (2,)]
    assert [line.right_sentences for line in alone if line.right_sentences] == [(1,)]


def test_details_are_counted_by_place_though_places_that_say_the_same_share_a_line():
    twice = "The flood in Vellin hurt more than 40 people on Monday"
    left = make_article(f"{twice}.\n\n{twice}, the mayor of the town said.")
    right = make_article("The flood in Vellin hurt 46 people on Monday.")
    found = compare(left, right, given=[(one.span, right.sentences[0].span) for one in left.sentences])
    second = question(found, 2)
    figures = [line for line in second.lines if line.text.startswith("figure")]
    assert len(figures) == 1 and len(figures[0].details) == 2
    assert dict(second.counts)["figures"] == 2


def test_who_is_named_is_told_in_a_line_a_kind_with_what_one_side_alone_names(comparison):
    line = question(comparison, 5).lines[0]
    assert line.text == "people: only left Ana Kolar; only right Ole Lie"
    assert [LEFT.slice(span) for span in line.left] == ["Ana Kolar"]
    assert [RIGHT.slice(span) for span in line.right] == ["Ole Lie"]


def test_who_is_quoted_stands_with_the_sides_and_the_places(comparison):
    line = next(line for line in question(comparison, 5).lines if line.text.startswith("quoted"))
    assert line.text == "quoted: Ole Lie 0/1"
    assert [RIGHT.slice(span) for span in line.right] == ['"it would be wrong to sing,"']


def test_no_brief_says_anything_in_two_lines(comparison):
    texts = [line.text for one in comparison.brief.questions for line in one.lines]
    assert len(texts) == len(set(texts))


def test_the_most_important_detail_comes_first():
    details = compare(LEFT, RIGHT).details
    ranked = tuple(replace(d, importance=n / 10, conflict=False, summary=f"{n}") for n, d in enumerate(details * 3))
    read = compare(LEFT, RIGHT)
    lines = write_brief(read.readings, read.passages, ranked, (), ()).questions[1].lines
    assert [line.text.split(": ")[1].split(" ")[0] for line in lines] == [f"{n}" for n in range(len(ranked))][::-1]


def test_every_span_lies_in_one_of_the_sentences_of_its_line(comparison):
    for one in comparison.brief.questions:
        for line in one.lines:
            for spans, numbers, article in (
                (line.left, line.left_sentences, LEFT),
                (line.right, line.right_sentences, RIGHT),
            ):
                held = [article.sentences[n].span for n in numbers]
                assert all(any(sentence.holds(span) for sentence in held) for span in spans)


def test_two_versions_of_one_text_are_told_as_taken_out_and_put_in(comparison):
    brief = write_brief(
        comparison.readings,
        comparison.passages,
        comparison.details,
        comparison.mentions,
        comparison.quotes,
        revision=True,
    )
    texts = [line.text for line in brief.questions[3].lines]
    assert "taken out: Norway sent 40 soldiers." in texts
    assert any(text.startswith("put in: A concert") for text in texts)


def test_a_changed_sentence_of_a_revision_is_told_as_it_was_and_as_it_is():
    earlier = (
        "The river Arve burst its banks on Monday and flooded the lower town of Vellin.\n"
        "Twelve people drowned and forty were hurt, the police said late in the evening.\n"
        "The mayor opened the school to those without a roof over their heads."
    )
    later = earlier.replace("opened the school to those", "opened the town hall to those")
    found = compare(make_article(earlier), make_article(later))
    assert found.revision
    told = [line.text for line in found.brief.questions[1].lines if "school" in line.text and "town hall" in line.text]
    assert len(told) == 1
    assert dict(found.brief.questions[0].counts)["unchanged passages"] == 2


def test_a_number_that_both_give_of_one_thing_is_on_no_side_alone():
    found = compare(make_article("The flood destroyed 12 houses."), make_article("The flood damaged a dozen houses."))
    (line,) = (line for line in found.brief.questions[4].lines if line.text.startswith("figures"))
    assert "only" not in line.text
