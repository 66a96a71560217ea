import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tests.notes.conftest import quote
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.notes.note import make_note
from tui.notes.notebook import Notebook
from tui.notes.placing import place_notebook
from tui.notes.reports.contents import make_contents
from tui.notes.reports.markdown import escape, render_markdown

HOSTILE = [
    "# not a heading",
    "1. not a list",
    "12) nor this",
    "- nor this",
    "+ nor this",
    "> no quote",
    "*no* _emphasis_ **here**",
    "`no code`",
    "[no](http://link.example)",
    "![no](http://image.example/x.png)",
    "<script>alert(1)</script>",
    "<http://auto.example>",
    "a | table | row",
    "&lt; &amp; &#60; AT&T",
    "==not lit== and ~~not struck~~",
    "===",
    "---",
    "$x$ and $6,000 and $7,000",
    "a\\*b",
    "[^1]: no footnote",
    "[1]: http://no.reference.example",
    ": no definition",
    "www.example.org and https://example.org",
]


def shown(markdown: str) -> str:
    """Return what a reader of the rendered page sees of one block, and fail when it is more than text."""
    tokens = MarkdownIt("gfm-like").parse(markdown)
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"], tokens
    inline = tokens[1].children or []
    assert {token.type for token in inline} <= {"text", "text_special"}, inline
    return "".join(token.content for token in inline)


@pytest.fixture(scope="module", autouse=True)
def linkify_is_there():
    pytest.importorskip("linkify_it", reason="linkify-it-py finds bare addresses as GitHub does")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_looks_like_markdown_is_shown_as_it_is(text):
    assert shown(escape(text)) == text


@given(st.text(st.sampled_from("ab1 .)(-+*_#>!|`~=[]<>&;:/^$\\\"'w\n"), min_size=1).filter(str.strip))
def test_any_text_is_shown_as_it_is(text):
    assert shown(escape(text)) == " ".join(text.split())


def test_highlights_stand_between_equals_signs_with_a_footnote(left, right):
    book = Notebook().add(make_note([quote(left, "left", "Eight passengers were hurt")], text="Ten, says the other"))
    text = render_markdown(make_contents(compare(left, right), book))
    assert "==Eight passengers were hurt==[^1l], two of them seriously." in text
    assert "[^1l]: **Left**" in text
    assert "Ten, says the other" in text


def test_overlapping_highlights_share_their_marks(left, right):
    book = Notebook()
    for words in ("Eight passengers were", "were hurt, two of them", "two"):
        book = book.add(make_note([quote(left, "left", words)]))
    text = render_markdown(make_contents(compare(left, right), book, ["notes", "articles"]))
    (line,) = (line for line in text.splitlines() if line.startswith("==Eight"))
    assert re.sub(r"\[\^\d+l\]| \[\d+\]", "", line).startswith("==Eight passengers were hurt, two of them== seriously.")
    assert line.count("==") == 2


def test_a_highlight_over_sentences_and_paragraphs_is_marked_in_each(left, right):
    start, end = left.text.index("said.\n\nEight"), left.text.index(" passengers were hurt")
    book = Notebook().add(make_note([quote(left, "left", left.text[start:end])]))
    text = render_markdown(make_contents(compare(left, right), book, ["notes", "articles"]))
    assert "the coast guard ==said.==[^1l]" in text
    assert "==Eight==[^1l] passengers" in text


def test_orphaned_notes_are_listed_with_their_words(left, right):
    book = Notebook().add(make_note([quote(left, "left", "Eight passengers were hurt")], text="keep me"))
    changed = make_article("Nothing of it is left here.", origin=left.origin)
    contents = make_contents(compare(changed, right), book)
    assert place_notebook(book, changed, right).orphans
    text = render_markdown(contents)
    assert "## Notes whose words are gone" in text
    assert "~~Eight passengers were hurt~~" in text
    assert "keep me" in text


def test_only_what_was_asked_for_is_in_the_document(left, right):
    book = Notebook().add(make_note([quote(left, "left", "Eight")]))
    text = render_markdown(make_contents(compare(left, right), book, ["brief"]))
    assert "## In brief" in text
    assert "==" not in text and "## Passages" not in text and "## Notes" not in text
