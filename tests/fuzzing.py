"""Texts and files that nobody would think of, and what must hold for all of them.

`tests/test_fuzz.py` tries a few on every run; what `make fuzz` tries by the thousand is in `tests/generated.py`.
"""

import json
import os

from hypothesis import strategies as st

from tui.articles.article import Article, ArticleError, Span
from tui.articles.load import load_article, make_article
from tui.compare.budget import within_budget
from tui.compare.comparison import Comparison
from tui.compare.engine import compare
from tui.disk.inert import make_inert
from tui.notes.reports.document import comparison_document
from tui.notes.reports.export import FORMATS, render
from tui.reader.layout.pair import lay_out
from tui.reader.layout.source import Source
from tui.reader.session.lookup import Lookup

_NEWS = """
The bridge at Velmouth has closed.
Some 4,000 people crossed it every day.
Nearly 4,100 people a day used the bridge, the council said.
“We had no choice,” said Ilse Marek.
Police said 12 were hurt on 3 May 2015.
Mr Lund told Newswire it cost $4.5bn.
VELMOUTH, May 12 (Newswire) -
It closed at 6:30 p.m. Monday.
By Petra Novak
Iran, Syria and Yemen agreed.
Marek: “It is safe.
She resigned on Tuesday, three days later.
12 May 2015
""".strip().split("\n")
_WORDS = (
    *("“", "”", '"', "'", "(", ")", "[...]", "…", "...", "—", "[bold]", "[/]", "[/red]", "&amp;", "*a*", "==x==", "`"),
    *("|", "U.S.", "D-N.J.", "1.", "½", "٣٤", "10,0,0", "$", "€5", "50%", "0", "1e400", "the", "Mc", "O'"),
)
_CONTROLS = (
    *("\n", "\n\n", " ", "\t", "\r\n", "\u00a0", "\u2028", "\f", "\x1b]52;c;QUFB\x07", "\x1b[31m", "\x9b", "\x90"),
    *("\0", "\u202e", "\u2066", "\u200b", "e" + "\u0301" * 30, "\ud800", "👩\u200d🚒"),
)
_PIECES = (
    *_WORDS,
    *_CONTROLS,
    *("<script>alert(1)</script>", "https://example.org/a", "日本語。", "العربية", "9" * 400, "31 February 2015"),
    *("9" * 40 + " billion people", "99/99/9999", "a" * 200, "–5°C"),
)

texts = st.lists(st.sampled_from(_NEWS) | st.sampled_from(_PIECES) | st.text(max_size=6), max_size=25).map(" ".join)
"""Texts that are half news and half trouble."""

suffixes = st.sampled_from(["", ".txt", ".md", ".html", ".pdf", ".docx", ".eml", ".mht", ".yaml"])
starts = st.sampled_from(
    [b"", b"%PDF-1.4\n", b"PK\x03\x04word/document", b"<html>", b"\xff\xfe", b"Subject: x\nFrom: y\n\n", b"---\n"]
)
files = st.tuples(suffixes, starts, st.binary(max_size=300) | texts.map(lambda text: text.encode(errors="replace")))
"""What a file may be called and hold."""


def check_pair(left: str, right: str) -> None:
    """Take two texts all the way: to articles, a comparison, every document and every view."""
    articles = make_article(left), make_article(right)
    comparison = compare(*articles, watch=within_budget)
    assert not [trouble for trouble in comparison.troubles if trouble.what == "failed"], comparison.troubles
    _check_offsets(comparison)
    json.loads(json.dumps(comparison_document(comparison)))
    for form in FORMATS:
        if form not in ("jsonld", "notes-csv", "yaml"):
            # CSV ends its rows with carriage return and line feed (RFC 4180).
            check_harmless(render(comparison, None, form).replace("\r\n", "\n"))
    lookup, sources = Lookup(articles, comparison), (Source(articles[0]), Source(articles[1]))
    for width, height in ((0, 0), (1, 1), (20, 5), (80, 24), (300, 80)):
        for view in ("reading", "rows", "differences"):
            lay_out(lookup, sources, (width, height), view)  # type: ignore[arg-type]


def check_file(folder: str, file: tuple[str, bytes, bytes]) -> None:
    """Load any bytes under any name: they become an article or are refused in one line."""
    suffix, start, rest = file
    path = os.path.join(folder, "file" + suffix)
    with open(path, "wb") as opened:
        opened.write(start + rest)
    try:
        article = load_article(path)
    except ArticleError as error:
        assert str(error).isprintable()
        return
    check_harmless(article.text)
    check_harmless("".join([article.title or "", article.author or "", article.source or "", *article.warnings]))


def _check_offsets(comparison: Comparison) -> None:
    for passage in comparison.passages:
        assert passage.links
        assert all(0 <= number < len(comparison.left.sentences) for number in passage.left)
        assert all(0 <= number < len(comparison.right.sentences) for number in passage.right)
    for detail in comparison.details:
        assert detail.left or detail.right
        _check_span(comparison.left, detail.left)
        _check_span(comparison.right, detail.right)
    for mention in comparison.mentions:
        for article, spans in ((comparison.left, mention.left), (comparison.right, mention.right)):
            for span in spans:
                _check_span(article, span)
    for quote in comparison.quotes:
        _check_span(comparison.left if quote.side == "left" else comparison.right, Span(quote.start, quote.end))


def _check_span(article: Article, span: Span | None) -> None:
    assert span is None or 0 <= span.start < span.end <= len(article.text)


def check_harmless(text: str) -> None:
    """See that nothing in a text would be obeyed, or hidden, by a terminal."""
    wrong = [char for char in set(text) - {"\n", "\t"} if make_inert(char) != char]
    assert not wrong, wrong
