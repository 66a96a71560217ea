import pytest

from tui.articles.furniture import FURNITURE
from tui.articles.load import load_article, make_article
from tui.compare.engine import compare
from tui.disk.paths import shipped_folder

SENTENCE = "The bridge at Velmouth has closed, and some 4,000 people a day must find another way. "


def write(folder, text: str) -> str:
    path = folder / "long.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (SENTENCE * 115_000, 115_000),
        ("word " * 2_000_000, 1),
        ("x" * 10_000_000, 1),
        ("Ab c.\n" * 1_000_000, 1_000_000),
        ("\n" * 5_000_000 + "The bridge has closed.", 1),
    ],
    ids=[
        "one 10 MB line",
        "10 MB without a stop",
        "one word of 10 MB",
        "a million paragraphs",
        "five million blank lines",
    ],
)
def test_a_long_text_is_read_whole(tmp_path, text, sentences):
    assert len(load_article(write(tmp_path, text)).sentences) == sentences


def test_a_megabyte_of_news_is_read_whole(tmp_path):
    path = write(tmp_path, (SENTENCE * 12 + "\n") * 1000)
    assert len(load_article(path).sentences) == 12_000


def test_the_same_file_on_both_sides_is_the_same_throughout():
    name = str(shipped_folder("seeds") / "kerry-in-sochi.left.txt")
    comparison = compare(load_article(name), load_article(name))
    assert comparison.details == ()
    assert [(passage.left, passage.right) for passage in comparison.passages] == [
        ((number,), (number,))
        for number, sentence in enumerate(comparison.left.sentences)
        if sentence.kind not in FURNITURE
    ]
    assert {passage.relation for passage in comparison.passages} == {"same"}


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", SENTENCE), (SENTENCE, "  \n"), ("...", "?")])
def test_an_empty_side_is_compared_without_a_word_in_common(left, right):
    comparison = compare(make_article(left), make_article(right))
    assert comparison.passages == ()
    assert comparison.details == ()


def test_each_of_hundreds_of_identical_sentences_has_one_counterpart():
    comparison = compare(make_article(SENTENCE * 500), make_article(SENTENCE * 600))
    assert len(comparison.passages) == 500


def test_an_article_in_another_language_is_compared_and_said_to_be():
    german = (
        "Die Brücke von Velmouth ist seit Montag gesperrt, und sie wird es nach Angaben der Stadt auch für ein Jahr "
        "sein. Der Rat will am Dienstag über eine Fähre sprechen, die aber nicht vor dem Winter fahren kann."
    )
    comparison = compare(make_article(SENTENCE), make_article(german))
    assert "German" in comparison.right.warnings[0]
    assert not [detail for detail in comparison.details if detail.conflict]
