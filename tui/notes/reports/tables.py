"""Details and notes as CSV (RFC 4180), one row each, for spreadsheets.

A spreadsheet takes a cell that begins with = + - @, or with their full-width forms, for a formula and runs it; article
text is outside text, so such a cell gets an apostrophe before it, as OWASP advises
(https://owasp.org/www-community/attacks/CSV_Injection). A plain number is no formula and stays.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from tui.articles.article import Side, Span
from tui.compare.comparison import Detail
from tui.notes.reports.citing import flatten
from tui.notes.reports.contents import Contents, NumberedNote, sentence_of

DETAIL_COLUMNS = (
    *("passage", "kind", "conflict", "summary", "why", "left", "right", "left_sentence", "right_sentence"),
    *("left_sentence_number", "right_sentence_number", "left_start", "left_end", "right_start", "right_end"),
    *("state", "correct", "note"),
)
NOTE_COLUMNS = (
    *(
        "number",
        "side",
        "quote",
        "text",
        "colour",
        "meaning",
        "tags",
        "sentence",
        "start",
        "end",
        "found",
        "noted_quote",
    ),
    *("passage", "created", "modified", "id"),
)

_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")
_NUMBER = re.compile(r"[-+]?[0-9]+(\.[0-9]+)?")


def render_detail_table(contents: Contents) -> str:
    """Return a row for each detail of the comparison, with what the reader said of it.

    Sentences are counted from 1; `left_start` and the like are code points of the article's text, ends exclusive.
    """
    return _table(DETAIL_COLUMNS, (_detail_row(contents, detail) for detail in contents.details))


def render_note_table(contents: Contents) -> str:
    """Return a row for each stretch of text that a note stands on; a note on both sides has a row for each."""
    rows = (row for numbered in contents.notes for row in _note_rows(contents, numbered))
    return _table(NOTE_COLUMNS, rows)


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return stream.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = str(value)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _detail_row(contents: Contents, detail: Detail) -> list[object]:
    left, right = contents.comparison.left, contents.comparison.right
    mark = contents.placement.detail_mark(detail)
    return [
        detail.passage,
        detail.kind,
        detail.conflict,
        detail.summary,
        detail.why,
        _quote(contents, "left", detail.left),
        _quote(contents, "right", detail.right),
        flatten(left.slice(left.sentences[detail.left_sentence])),
        flatten(right.slice(right.sentences[detail.right_sentence])),
        detail.left_sentence + 1,
        detail.right_sentence + 1,
        *_offsets(detail.left),
        *_offsets(detail.right),
        mark.state if mark else None,
        mark.correct if mark else None,
        mark.text if mark else None,
    ]


def _note_rows(contents: Contents, numbered: NumberedNote) -> Iterable[list[object]]:
    note = numbered.placed.note
    for place in numbered.placed.places:
        side = place.anchor.side
        sentence = sentence_of(contents, side, place.span) if place.span else None
        changed = place.finding in ("changed", "orphaned")
        yield [
            numbered.number,
            side,
            _quote(contents, side, place.span),
            note.text,
            note.colour,
            contents.notebook.colour_names[note.colour - 1],
            ", ".join(note.tags),
            None if sentence is None else sentence + 1,
            *_offsets(place.span),
            place.finding,
            flatten(place.anchor.exact) if changed else None,
            ", ".join(map(str, contents.passages_at[side].get(sentence, ()))) if sentence is not None else None,
            note.created.isoformat(timespec="seconds"),
            note.modified.isoformat(timespec="seconds"),
            note.id,
        ]


def _quote(contents: Contents, side: Side, span: Span | None) -> str | None:
    return flatten(contents.article(side).slice(span)) if span else None


def _offsets(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)
