"""Export the bundled pair, with a few notes on it, in each format: `python docs/make_examples.py [FOLDER]`."""

import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tui.articles.article import Article, Side, Span
from tui.articles.pairs import load_pair
from tui.compare.engine import compare
from tui.disk.paths import shipped_folder
from tui.notes.anchors import Anchor, anchor_span
from tui.notes.note import make_detail_mark, make_link_mark, make_note
from tui.notes.notebook import Notebook
from tui.notes.placing import anchor_detail, anchor_link, place_notebook
from tui.notes.reports.export import SUFFIXES, Format, render, write_export

NAME = "kerry-in-sochi"
FORMATS: tuple[Format, ...] = ("markdown", "html", "jsonld", "csv", "notes-csv", "yaml")
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
"""When the notes of the examples were made: the files are to change only when the program does."""


def anchor(article: Article, side: Side, words: str) -> Anchor:
    start = article.text.index(words)
    return anchor_span(article, side, Span(start, start + len(words)))


def make_notebook(left: Article, right: Article) -> Notebook:
    """Return the notes of the examples: five highlights and a link by hand."""
    toll = anchor(left, "left", "More than 6,000 people"), anchor(right, "right", "more than 6,100 people")
    listed = anchor(left, "left", "Iran, Syria, Libya and Yemen"), anchor(right, "right", "Ukraine, Syria, and Iran")
    notes = [
        make_note(toll, 2, "Which count is the later one?\nAsk for the source of both.", ["figures"], NOON),
        make_note(
            [anchor(left, "left", "eight hours of talks")], 2, "Four and four, says the right.", ["figures"], NOON
        ),
        make_note(listed, 1, "Only the left has Libya and Yemen.", ["topics"], NOON),
        make_note([anchor(right, "right", "“urgent need” for U.S.-Russian cooperation")], 3, now=NOON),
        make_note([anchor(right, "right", "yielded no major breakthrough")], 4, "The left does not say so.", now=NOON),
    ]
    sentences = (
        anchor(
            left,
            "left",
            "Both sides say that eight hours of talks between Mr Kerry and the Russian leadership were a welcome"
            " development.",
        ),
        anchor(
            right,
            "right",
            "Prior to meeting with Putin, Kerry held talks with Russian Foreign Minister Sergei Lavrov that also"
            " lasted four hours.",
        ),
    )
    mark = make_link_mark(*sentences, "linked", now=NOON)
    book = Notebook(link_marks=(mark,))
    for number, note in enumerate(notes, start=1):
        book = book.add(replace(note, id=f"example-{number}"))
    return book


def render_examples() -> dict[str, str]:
    """Return the text of each example by its file's name."""
    left, right = load_pair(str(shipped_folder("seeds") / f"{NAME}.yaml"))
    book = make_notebook(left, right)
    comparison = compare(left, right, corrections=place_notebook(book, left, right).corrections)
    figure = next((detail for detail in comparison.details if detail.kind == "figure"), None)
    if figure is not None:
        words = anchor_detail(comparison, figure)
        sentences = anchor_link(comparison, figure.left_sentence, figure.right_sentence)
        book = book.mark_detail(make_detail_mark("figure", *words, sentences, "checked", now=NOON))
    return {NAME + SUFFIXES[form]: render(comparison, book, form) for form in FORMATS}


def main() -> None:
    """Write the examples beside this file, or into the folder that is named."""
    folder = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).with_name("examples")
    folder.mkdir(exist_ok=True)
    for name, text in render_examples().items():
        write_export(folder / name, text, overwrite=True)
        print(folder / name)


if __name__ == "__main__":
    main()
