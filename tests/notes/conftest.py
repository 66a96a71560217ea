"""Two articles about one invented event, and what notes on them need."""

from pathlib import Path

import pytest

from tui.articles.article import Article, Span
from tui.articles.load import make_article
from tui.notes.anchors import Anchor, anchor_span
from tui.notes.note import make_note
from tui.notes.open_notes import OpenNotes, open_notes

LEFT = """Ferry runs aground off Sandholm

A ferry with 214 people on board ran aground near the island of Sandholm on Tuesday evening, the coast guard said.

Eight passengers were hurt, two of them seriously. Captain Maren Ostby said the steering had failed.
All passengers were brought ashore by midnight.
"""

RIGHT = """Ten hurt as island ferry hits rocks

Ten people were injured when the ferry Havfrue struck rocks near Sandholm late on Tuesday.
The ship, which carried 214 passengers and crew, lost its steering, Captain Ostby told reporters.

The ferry company said it would pay for hotel rooms.
"""


@pytest.fixture
def left(tmp_path) -> Article:
    return make_article(LEFT, origin=str(tmp_path / "left.txt"))


@pytest.fixture
def right(tmp_path) -> Article:
    return make_article(RIGHT, origin=str(tmp_path / "right.txt"))


def quote(article: Article, side: str, words: str) -> Anchor:
    """Return the anchor of the first place where `words` stand."""
    start = article.text.index(words)
    return anchor_span(article, side, Span(start, start + len(words)))


@pytest.fixture
def folder(tmp_path) -> Path:
    return tmp_path / "notes"


def noted(left: Article, right: Article, folder: Path, text: str = "a note") -> OpenNotes:
    notes = open_notes(left, right, folder)
    notes.change("note", notes.notebook.add(make_note([quote(left, "left", "Eight passengers")], text=text)))
    assert notes.unsaved is None
    return notes


def the_file(folder: Path) -> Path:
    (path,) = (p for p in folder.glob("*.yaml") if "." not in p.stem)
    return path


def kept_aside(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in folder.glob("*.damaged-*.yaml")]
