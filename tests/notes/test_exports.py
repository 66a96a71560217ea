import unicodedata

import pytest

from tests.notes.conftest import quote
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.disk.inert import BIDI_CONTROLS
from tui.notes.note import make_note
from tui.notes.notebook import Notebook
from tui.notes.reports.export import DESCRIPTIONS, FORMATS, SUFFIXES, render, suggest_file_name, write_export

ESCAPES = "\x1b[31m\x1b]52;c;eA==\x07 \x9b2J \u202eevil\u2066 \x00\x7f \udcff"


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_lets_anything_through_that_a_terminal_would_obey(form):
    left = make_article(f"Ten were hurt {ESCAPES} in Sandholm.", title=ESCAPES, source=ESCAPES, author=ESCAPES)
    right = make_article(
        f"Eight were hurt {ESCAPES} in Sandholm.", title=ESCAPES, origin=f"https://x.example/{ESCAPES}"
    )
    book = Notebook().add(make_note([quote(left, "left", "Ten")], 1, ESCAPES, [ESCAPES])).name_colour(1, ESCAPES)
    text = render(compare(left, right), book, form)
    assert not [c for c in text if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\r"]
    assert not [c for c in text if ord(c) in BIDI_CONTROLS]


@pytest.mark.parametrize("form", FORMATS)
def test_two_empty_articles_make_a_document_in_every_format(form):
    empty = make_article("")
    assert render(compare(empty, empty), Notebook(), form).endswith("\n")
    assert render(compare(empty, empty), None, form).endswith("\n")


def test_every_format_has_a_description_and_an_ending_of_its_own():
    assert set(DESCRIPTIONS) == set(SUFFIXES) == set(FORMATS)
    assert len(set(SUFFIXES.values())) == len(FORMATS)


@pytest.mark.parametrize(
    ("title", "name"),
    [("Kerry in Sochi!", "kerry-in-sochi.md"), ("../../etc/passwd", "etc-passwd.md"), ("漢字", "comparison.md")],
)
def test_a_file_name_is_suggested_from_the_title(title, name):
    article = make_article("A ferry ran aground.", title=title)
    assert suggest_file_name(compare(article, article), "markdown") == name


def test_a_file_is_replaced_only_when_asked(tmp_path):
    target = tmp_path / "a.md"
    write_export(target, "one")
    with pytest.raises(FileExistsError):
        write_export(target, "two")
    (tmp_path / "dangling.md").symlink_to(tmp_path / "nowhere.md")
    with pytest.raises(FileExistsError):
        write_export(tmp_path / "dangling.md", "two")
    assert target.read_text() == "one"
    write_export(target, "two", overwrite=True)
    assert target.read_text() == "two"
