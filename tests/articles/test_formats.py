import io
import subprocess
import sys
import zipfile
from datetime import date
from email.message import EmailMessage

import pytest

from tests.articles.hostile import docx
from tests.articles.server import PAGE, PARAGRAPHS
from tui.articles.article import Article, ArticleError
from tui.articles.load import load_article

MARKDOWN = """---
title: "Velmouth bridge closes"
date: 2015-05-12
author: Petra Novak
---
# Velmouth bridge *closes*

The bridge at [Velmouth](https://example.org/velmouth) has **closed**.
It will stay shut for a year.

![A crane](crane.png)

- One `item` with 4 * 5 = 20
- Two

> We will pay.

| Year | Boats |
|------|-------|
| 2014 | 40    |

<div onclick="steal()">Set in HTML</div>
"""


def write(folder, name, content) -> str:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return str(path)


def told(article: Article) -> tuple[str | None, str | None, date | None]:
    return article.title, article.author, article.published


def refusal(location: str) -> str:
    with pytest.raises(ArticleError) as caught:
        load_article(location)
    assert str(caught.value).isprintable()
    return str(caught.value)


@pytest.mark.parametrize("name", ["story.html", "story.HTM", "story.txt", "story"])
def test_a_saved_page_is_read_whatever_it_is_called(tmp_path, name):
    article = load_article(write(tmp_path, name, PAGE))
    assert article.text.split("\n") == ["Velmouth bridge closes", *PARAGRAPHS]
    assert (article.title, article.source, article.published) == (
        "Velmouth bridge closes",
        "The Velmouth Post",
        date(2015, 5, 12),
    )


def test_a_page_in_an_old_encoding_is_read_as_it_declares(tmp_path):
    page = PAGE.replace("utf-8", "windows-1252").encode("cp1252")
    assert "“We had no choice,”" in load_article(write(tmp_path, "story.html", page)).text


def test_scripts_and_markup_of_a_page_are_not_read(tmp_path):
    page = PAGE.replace("has <b>closed</b>", "has <b>closed</b> [/] [bold]<script>steal()</script><!-- hidden -->")
    text = load_article(write(tmp_path, "story.html", page)).text
    assert "has closed [/] [bold]." in text
    assert "steal" not in text
    assert "hidden" not in text


def test_soft_hyphens_of_a_page_are_no_part_of_its_words(tmp_path):
    page = PAGE.replace("Velmouth has", "Vel&shy;mouth h\u00adas")
    article = load_article(write(tmp_path, "story.html", page))
    assert "The bridge at Velmouth has closed." in article.text
    assert article.warnings == ()


def test_a_page_without_an_article_is_shown_whole_and_said_to_be(tmp_path):
    items = [f"Offer {number}" for number in range(40)]
    page = "<html><body><nav>" + "".join(f"<a href=x><div>{item}</div></a>" for item in items) + "</nav></body></html>"
    article = load_article(write(tmp_path, "menu.html", page))
    assert article.text.split("\n") == items
    assert "no article was recognised" in article.warnings[0]


@pytest.mark.parametrize("page", ["<html></html>", "<html><body><img src=x></body></html>", "<!DOCTYPE html>"])
def test_a_page_without_text_is_refused(tmp_path, page):
    assert "a page without text" in refusal(write(tmp_path, "empty.html", page))


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<div>" * 300_000 + "The council met on Monday.",
        "<html><body>" + "<b>" * 100_000 + "The council met on Monday." + "</b>" * 100_000,
        "<html><body><p>The council met on Monday." + "<script>" * 50_000,
        "<html><body><p>The council met on Monday." + "<!--" * 100_000,
        "<html><body><p>The council met on Monday." + "<a href='" * 100_000,
        "<html><body><p>The council met on Monday." + "&" * 100_000,
        "<html><body><img src='data:image/png;base64," + "A" * 6_000_000 + "'><p>The council met on Monday.",
    ],
    ids=["deep", "deep and closed", "open scripts", "open comments", "open links", "ampersands", "embedded image"],
)
def test_a_hostile_page_is_read_or_refused_in_one_line(tmp_path, page):
    try:
        assert "council met" in load_article(write(tmp_path, "hostile.html", page)).text
    except ArticleError as error:
        assert str(error).isprintable()


def test_a_page_beyond_the_limit_is_refused(tmp_path):
    assert "5 million characters" in refusal(write(tmp_path, "long.html", "<html><body>" + "<p>word</p>" * 500_000))


def test_markdown_is_read_as_its_reader_sees_it(tmp_path):
    article = load_article(write(tmp_path, "story.md", MARKDOWN))
    assert article.text.split("\n") == [
        "Velmouth bridge closes",
        "The bridge at Velmouth has closed. It will stay shut for a year.",
        "A crane",
        "One item with 4 * 5 = 20",
        "Two",
        "We will pay.",
        *("Year", "Boats", "2014", "40"),
        "Set in HTML",
    ]
    assert (article.title, article.author, article.published) == (
        "Velmouth bridge closes",
        "Petra Novak",
        date(2015, 5, 12),
    )
    assert article.warnings == ()


def test_damaged_front_matter_costs_nothing_but_itself(tmp_path):
    article = load_article(write(tmp_path, "story.md", "---\ntitle: *a\n---\nThe bridge has closed."))
    assert article.text == "The bridge has closed."
    assert "front matter" in article.warnings[0]


HOSTILE_MARKDOWN = {
    "quotes": "> " * 20_000 + "word",
    "brackets": "[" * 10_000 + "word",
    "stars": "*a " * 10_000,
    "a fence": "`" * 20_000 + "word",
    "lists": "- " * 20_000 + "word",
}


@pytest.mark.parametrize("text", HOSTILE_MARKDOWN.values(), ids=HOSTILE_MARKDOWN)
def test_the_words_of_hostile_markdown_are_read(tmp_path, text):
    assert text[-4:].strip("* ") in load_article(write(tmp_path, "hostile.md", text)).text


def test_lines_of_a_fixed_width_are_joined_and_nothing_moves(tmp_path):
    story = (
        "The bridge at Velmouth has closed for a year after a storm in\n"
        "January cracked two of its piers, the owner said on Monday, and the\n"
        "council will meet on Tuesday to talk about a ferry.\n"
        "\n"
        "Some 4,000 people crossed it every day, most of them on their way to\n"
        "work at the Brightwater yard, which lies on the other side of the\n"
        "river and has no other road.\n"
    )
    article = load_article(write(tmp_path, "wire.txt", story))
    assert len(article.text) == len(story)
    assert len(article.paragraphs) == 2
    assert len(article.sentences) == 2
    assert article.warnings == ("lines of a fixed width were joined to paragraphs",)


def test_a_paragraph_a_line_is_left_as_it_is(tmp_path):
    story = (
        "The bridge has closed.\nIt was old.\nNobody was hurt when the pier cracked.\nThe council meets on Tuesday.\n"
        * 3
    )
    article = load_article(write(tmp_path, "story.txt", story))
    assert article.text == story
    assert article.warnings == ()


def pdf(text: str) -> bytes:
    """Return a PDF of one page that shows `text`."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792]"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Title (Velmouth bridge closes) /Author (Petra Novak) /CreationDate (D:20150512102000Z) >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(body)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        body
        + head
        + table
        + b"trailer << /Size %d /Root 1 0 R /Info 6 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            start,
        )
    )


def word() -> bytes:
    """Return a Word file with a heading, a paragraph and a table."""
    heading = "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Velmouth bridge closes</w:t></w:r></w:p>"
    cell = "<w:tc><w:p><w:r><w:t>4,000 people</w:t></w:r></w:p></w:tc>"
    text = "<w:p><w:r><w:t>The bridge at Velmouth has closed.</w:t></w:r></w:p>"
    return docx(f"{heading}{text}<w:tbl><w:tr>{cell}</w:tr></w:tbl>")


def test_a_pdf_is_read(tmp_path):
    pytest.importorskip("pypdfium2")
    article = load_article(write(tmp_path, "story.pdf", pdf("The bridge at Velmouth has closed.")))
    assert article.text.strip() == "The bridge at Velmouth has closed."
    assert (article.title, article.author) == ("Velmouth bridge closes", "Petra Novak")
    assert article.published is None, "the day on which a PDF was made is not that of its article"
    assert [(source.kind, source.day) for source in article.dates] == [("printed", date(2015, 5, 12))]


@pytest.mark.parametrize(
    "content", [b"%PDF-1.4\nnothing", pdf("x")[:300], b"%PDF-1.4" + bytes(5000)], ids=["short", "cut", "blank"]
)
def test_a_damaged_pdf_is_refused(tmp_path, content):
    pytest.importorskip("pypdfium2")
    assert "PDF" in refusal(write(tmp_path, "story.pdf", content))


def test_a_pdf_of_pictures_is_refused(tmp_path):
    pytest.importorskip("pypdfium2")
    assert "no text in it, only pictures of pages: run it through OCR first, e.g. ocrmypdf" in refusal(
        write(tmp_path, "scan.pdf", pdf(""))
    )


def test_a_word_file_is_read(tmp_path):
    article = load_article(write(tmp_path, "story.docx", word()))
    assert article.text == "Velmouth bridge closes\nThe bridge at Velmouth has closed.\n4,000 people"


def test_a_word_file_that_unpacks_to_too_much_is_refused(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("word/document.xml", bytes(101_000_000))
    assert "unpacks to more than 100 MB" in refusal(write(tmp_path, "bomb.docx", packed.getvalue()))


@pytest.mark.parametrize("content", [word()[:200], b"PK\x03\x04 word/document.xml"], ids=["cut", "no archive"])
def test_a_damaged_word_file_is_refused(tmp_path, content):
    assert "damaged Word file" in refusal(write(tmp_path, "story.docx", content))


def test_another_archive_is_refused(tmp_path):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as file:
        file.writestr("a.txt", "The bridge has closed.")
    assert "is a zip archive" in refusal(write(tmp_path, "story.zip", packed.getvalue()))


@pytest.mark.parametrize(
    ("name", "content", "missing"),
    [("a.pdf", b"%PDF-1.4", "pypdfium2"), ("a.rtf", b"{\\rtf1 The bridge}", "striprtf")],
    ids=["PDF", "RTF"],
)
def test_a_missing_extra_is_told_in_one_line(tmp_path, monkeypatch, name, content, missing):
    (tmp_path / "without").mkdir()
    (tmp_path / "without" / f"{missing}.py").write_text("raise ImportError")
    monkeypatch.syspath_prepend(tmp_path / "without")
    assert "pip install 'newsdiff-tui[documents]'" in refusal(write(tmp_path, name, content))


def mail(plain: str | None, page: str | None) -> bytes:
    message = EmailMessage()
    message["Subject"] = "Velmouth bridge closes"
    message["From"] = "Petra Novak <petra@example.org>"
    message["Date"] = "Tue, 12 May 2015 10:20:00 +0100"
    if plain is not None:
        message.set_content(plain)
    if page is not None:
        message.add_alternative(page, subtype="html")
    return message.as_bytes()


def test_a_mail_is_read_by_its_plain_part(tmp_path):
    article = load_article(
        write(tmp_path, "story.eml", mail("The café has closed.\n", "<p>The <i>café</i> has closed."))
    )
    assert article.text.strip() == "The café has closed."
    assert (article.title, article.author, article.published) == (
        "Velmouth bridge closes",
        "Petra Novak",
        date(2015, 5, 12),
    )


@pytest.mark.parametrize("name", ["story.eml", "story.mht"])
def test_a_mail_or_saved_page_of_html_is_read_as_a_page(tmp_path, name):
    assert PARAGRAPHS[0] in load_article(write(tmp_path, name, mail(None, PAGE))).text


def test_a_mail_without_text_is_refused(tmp_path):
    message = EmailMessage()
    message["Subject"] = "Nothing"
    message["From"] = "a@example.org"
    message.add_attachment(b"\0\1", maintype="application", subtype="octet-stream")
    assert "mail without text" in refusal(write(tmp_path, "story.eml", message.as_bytes()))


@pytest.mark.parametrize("depth", [50, 1000])
def test_a_deeply_nested_mail_is_read_or_refused(tmp_path, depth):
    head = "Subject: x\nFrom: a@example.org\n"
    nested = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(depth))
    path = write(tmp_path, "deep.eml", head + nested + "Content-Type: text/plain\n\nword")
    try:
        assert "word" in load_article(path).text
    except ArticleError as error:
        assert "a damaged mail" in str(error)


def test_a_file_address_is_a_file(tmp_path):
    path = write(tmp_path, "a story.txt", "The bridge has closed.")
    assert load_article("file://" + path.replace(" ", "%20")).text == "The bridge has closed."


def test_no_reader_of_documents_is_loaded_before_one_is_read():
    program = "import sys, tui.articles.load; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    late = ("pypdfium2", "striprtf", "lxml", "trafilatura", "zipfile", "email.policy")
    late += tuple(f"tui.articles.{room}" for room in ("pdf", "word", "opendocument", "epub", "rtf", "mail", "pages"))
    assert not [module for module in late if module in loaded]
