"""The reading order of invented pages, built from words at their places."""

from tui.articles.pdf.columns import Line, find_columns
from tui.articles.pdf.hyphens import Hyphens
from tui.articles.pdf.margins import take_margins
from tui.articles.pdf.paragraphs import find_paragraphs
from tui.articles.pdf.words import Page, Word, read_page

LETTER = 5.0


def line(text: str, left: float, base: float, size: float = 10.0) -> list[Word]:
    words, at = [], left
    for word in text.split():
        end = at + len(word) * LETTER * size / 10
        words.append(Word(word, at, end, base, size))
        at = end + LETTER * size / 20
    return words


def column(name: str, left: float, top: float, count: int) -> list[Word]:
    return [
        word for number in range(count) for word in line(f"{name}{number} runs on and on here", left, top + 12 * number)
    ]


def firsts(words: list[Word]) -> list[str]:
    return [part.words[0].text for part_column in find_columns(words) for part in part_column]


def names(name: str, count: int) -> list[str]:
    return [f"{name}{number}" for number in range(count)]


def test_columns_are_read_one_after_the_other_below_their_headline():
    words = [*line("A headline over all of it here", 50, 40, 20)]
    for name, left in (("a", 50), ("b", 220), ("c", 390)):
        words += column(name, left, 70, 8)
    assert firsts(words) == ["A", *names("a", 8), *names("b", 8), *names("c", 8)]


def test_the_order_in_which_a_file_draws_its_words_does_not_matter():
    words = [*column("a", 50, 70, 8), *column("b", 220, 70, 8)]
    assert firsts(sorted(words, key=lambda word: (word.base, word.left))) == [*names("a", 8), *names("b", 8)]


def test_a_second_story_begins_at_its_headline_though_that_ends_before_the_last_column():
    words = []
    for top, first in ((70, "a"), (220, "d")):
        words += line("A headline over two columns", 50, top - 30, 20)
        for offset, left in enumerate((50, 220, 390)):
            words += column(chr(ord(first) + offset), left, top, 8)
    story = [[*names(chr(ord(first) + n), 8)] for first in "ad" for n in range(3)]
    assert firsts(words) == ["A", *story[0], *story[1], *story[2], "A", *story[3], *story[4], *story[5]]


def test_the_head_of_a_story_beside_another_one_stays_with_it():
    words = [*column("a", 50, 82, 9), *line("Other news", 220, 66, 12), *column("b", 220, 82, 9)]
    assert firsts(words) == [*names("a", 9), "Other", *names("b", 9)]


def test_a_large_initial_is_put_back_before_its_word():
    words = [
        *line("T", 50, 84, 32),
        *line("he bridge at Velmouth has closed", 70, 60),
        *line("for a year after a storm cracked", 70, 72),
        *line("two of its piers, its owner said", 70, 84),
        *line("on Monday in a statement to all.", 50, 96),
    ]
    texts = find_paragraphs(find_columns(words)).texts
    assert len(texts) == 1
    assert texts[0].startswith("The bridge at Velmouth has closed for a year")


def test_words_broken_at_the_end_of_a_line_are_joined_by_what_the_document_says():
    hyphens = Hyphens(
        ["the officials said that a well-being officer", "of the north-west came by", "in the memorandum"]
    )
    for above, below, joined in (
        ("the offi-", "cials said", "the officials said"),
        ("the offi\u00ad", "cials said", "the officials said"),
        ("its well-", "being counts", "its well-being counts"),
        ("a four-", "page letter", "a four-page letter"),
        ("a 38-", "year-old man", "a 38-year-old man"),
        ("the Smith-", "Jones house", "the Smith-Jones house"),
        ("was ex-", "pected to", "was expected to"),
        ("a pro-", "posed law", "a proposed law"),
        ("he said —", "and left", "he said — and left"),
        ("the end", "of it", "the end of it"),
    ):
        assert hyphens.join(above, below) == joined
    assert hyphens.join("passed after all-", "night session", is_headline=True) == "passed after all-night session"


def test_heads_and_numbers_of_pages_are_taken_out_and_named():
    pages = [
        Page(tuple([*line("THE POST", 50, 30), *column(name, 50, 70, 9), *line(f"Page {n} of 3", 50, 780)]), 595, 842)
        for n, name in enumerate("abc", 1)
    ]
    margins = take_margins(pages, "")
    assert margins.taken == ("THE POST", "Page 1 of 3", "Page 2 of 3", "Page 3 of 3")
    assert next(word.text for word in margins.pages[1]) == "b0"
    assert all(len(page) == 54 for page in margins.pages)


def test_a_last_line_that_stands_alone_is_no_foot():
    page = Page(tuple([*column("a", 50, 70, 9), *line("He left in 1984", 50, 70 + 9 * 12)]), 595, 842)
    assert take_margins([page], "").taken == ()


def test_the_words_of_a_page_are_read_with_their_places():
    import pypdfium2

    from tests.articles.test_formats import pdf

    page = read_page(pypdfium2.PdfDocument(pdf("The office has closed."))[0])
    assert [word.text for word in page.words] == ["The", "office", "has", "closed."]
    assert page.words[0].left == 50
    assert round(page.words[0].base) == 92
    assert {word.size for word in page.words} == {12}
    assert Line(page.words).text == "The office has closed."
