import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.notes.conftest import quote
from tui.articles.load import make_article
from tui.compare.comparison import Brief, Link, Passage
from tui.compare.engine import compare
from tui.notes.note import make_note
from tui.notes.notebook import Notebook
from tui.notes.reports.contents import make_contents
from tui.notes.reports.html import render_html
from tui.notes.reports.markup import element

HOSTILE = """"><script>alert(1)</script> hit Sandholm on Tuesday, police & coast guard said.

'onmouseover='alert(2) Ten people </style></title><img src=x onerror=alert(3)> were hurt on Tuesday near Sandholm.
$title ${style} &lt;b&gt; <!-- --> ]]> <svg/onload=alert(4)>
"""

ALLOWED = frozenset(
    [
        *("html", "head", "meta", "title", "style", "body", "header", "main", "nav", "section", "article", "footer"),
        *("h1", "h2", "h3", "div", "p", "ul", "li", "b", "a", "span", "mark", "blockquote"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    ]
)


class Page(HTMLParser):
    """Collects elements, attributes and the text a reader sees."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.seen: list[str] = []
        self._hidden = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self._hidden += tag in ("style", "title")

    def handle_endtag(self, tag):
        self._hidden -= tag in ("style", "title")

    def handle_data(self, data):
        if not self._hidden:
            self.seen.append(data)

    @property
    def text(self) -> str:
        return "".join(self.seen)


def page_of(left, right, notes=()) -> tuple[str, Page]:
    book = Notebook()
    for note in notes:
        book = book.add(note)
    html = render_html(make_contents(compare(left, right), book))
    return html, Page(html)


def check_inert(page: Page) -> None:
    for tag, attributes in page.elements:
        assert tag in ALLOWED, tag
        assert not [name for name in attributes if name.startswith("on") or name == "style"], attributes
        href = attributes.get("href")
        assert href is None or href.startswith(("#", "https://", "http://")), href


def test_hostile_article_text_and_notes_are_only_text():
    left, right = make_article(HOSTILE, title=HOSTILE), make_article(HOSTILE, source=HOSTILE)
    note = make_note([quote(left, "left", "<script>alert(1)</script> hit")], text=HOSTILE, tags=[HOSTILE])
    _, page = page_of(left, right, [note])
    check_inert(page)
    assert "<script>alert(1)</script>" in page.text
    assert "${style}" in page.text


@settings(max_examples=30, deadline=None)
@given(st.text(st.sampled_from("ab <>&\"'/=$!-\n.A"), max_size=80), st.data())
def test_any_text_is_shown_word_for_word(text, data):
    left, right = make_article(text), make_article("A ferry ran aground.")
    notes = []
    if text.strip():
        start = data.draw(st.integers(0, len(left.text) - 1))
        end = data.draw(st.integers(start + 1, len(left.text)))
        notes = [make_note([quote(left, "left", left.text[start:end])], text=text)]
    _, page = page_of(left, right, notes)
    check_inert(page)
    flat = " ".join(re.sub(r"[\W_]|\d", " ", page.text).split())
    for sentence in left.sentences:
        assert " ".join(re.sub(r"[\W_]", " ", left.slice(sentence)).split()) in flat


def test_the_page_allows_its_own_style_and_nothing_else(left, right):
    html, page = page_of(left, right)
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)[1]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = next(a["content"] for tag, a in page.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none'")
    assert f"'sha256-{digest}'" in policy
    assert "unsafe" not in policy


def test_every_link_inside_the_page_leads_somewhere_once(left, right):
    note = make_note([quote(left, "left", "Eight passengers"), quote(right, "right", "Ten people were injured")])
    _, page = page_of(left, right, [note])
    identities = [a["id"] for _, a in page.elements if "id" in a]
    assert len(identities) == len(set(identities))
    targets = {a["href"][1:] for tag, a in page.elements if tag == "a" and a["href"].startswith("#")}
    assert "note-1" in targets
    assert targets <= set(identities)


def test_highlights_have_the_colour_of_their_note(left, right):
    html, _ = page_of(left, right, [make_note([quote(left, "left", "Eight passengers were hurt")], 3)])
    assert re.search(r'<mark class="n3">(<span[^>]*>)?Eight', html)


def test_an_element_escapes_its_text_and_attributes():
    assert element("a", "<&", element("b", "x"), title='"<', class_="y") == (
        '<a title="&quot;&lt;" class="y">&lt;&amp;<b>x</b></a>'
    )


def test_a_sentence_in_two_passages_has_both_numbers_and_each_leads_to_its_counterpart(left, right):
    comparison = compare(left, right)
    one = Passage(1, (2,), (1,), (Link(2, 1, 0.9),), "similar", 0.9)
    two = Passage(2, (2,), (3,), (Link(2, 3, 0.5),), "similar", 0.5)
    overlapping = replace(comparison, passages=(one, two), details=(), brief=Brief())
    contents = make_contents(overlapping, Notebook())
    html = render_html(contents)
    assert '<span class="number similar">≈ <a href="#right-2">1</a> <a href="#right-4">2</a></span>' in html
    assert [(row.passage, row.left, row.right) for row in contents.rows if row.passage] == [
        (one, (2,), (1,)),
        (two, (), (3,)),
    ]
    assert "also sentence 3, told above" in render_html(make_contents(overlapping, None, ["passages"]))


def test_every_sentence_stands_once_in_the_rows_of_a_document(left, right):
    comparison = compare(left, right)
    chained = (
        Passage(1, (1, 2), (1,), (Link(1, 1, 0.9), Link(2, 1, 0.8)), "similar", 0.9),
        Passage(2, (2,), (3,), (Link(2, 3, 0.5),), "similar", 0.5),
    )
    rows = make_contents(replace(comparison, passages=chained, details=(), brief=Brief()), None).rows
    assert sorted(n for row in rows for n in row.left) == list(range(len(left.sentences)))
    assert sorted(n for row in rows for n in row.right) == list(range(len(right.sentences)))
    assert [row.passage.number for row in rows if row.passage] == [1, 2]


def test_the_title_names_the_event_and_both_outlets():
    left = make_article("A ferry ran aground.", title="Ferry runs aground off Sandholm in heavy weather", source="Post")
    right = make_article("A ferry hit rocks.", title="Ferry hits rocks", source="Courier")
    html = render_html(make_contents(compare(left, right), None))
    assert "<title>Ferry hits rocks: Post / Courier</title>" in html


def test_a_sentence_that_also_tells_of_a_passage_has_its_number_in_brackets(left, right):
    links = (Link(1, 1, 0.9), Link(3, 1, 0.4, rank="also"))
    comparison = replace(
        compare(left, right), passages=(Passage(1, (1,), (1,), links, "similar", 0.9),), details=(), brief=Brief()
    )
    html = render_html(make_contents(comparison, None))
    assert re.search(
        r'<span class="number also"[^>]*><a href="#right-2">\(1\)</a></span><span class="s" id="left-4">', html
    )
