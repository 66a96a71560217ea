"""A notebook with left and right exchanged, for a pair opened the other way round."""

from dataclasses import replace

from tui.articles.article import Side
from tui.notes.anchors import Anchor
from tui.notes.note import DetailMark, LinkMark, Note, RightSide
from tui.notes.notebook import Notebook

_OTHER: dict[Side, Side] = {"left": "right", "right": "left"}
_OTHER_RIGHT: dict[RightSide, RightSide] = {"left": "right", "right": "left", "both": "both", "neither": "neither"}


def swap_sides(notebook: Notebook) -> Notebook:
    """Return the notebook with left and right exchanged; doing so twice gives it back unchanged."""
    return replace(
        notebook,
        notes=tuple(_swap_note(note) for note in notebook.notes),
        link_marks=tuple(_swap_link_mark(mark) for mark in notebook.link_marks),
        detail_marks=tuple(_swap_detail_mark(mark) for mark in notebook.detail_marks),
    )


def _swap(anchor: Anchor) -> Anchor:
    return replace(anchor, side=_OTHER[anchor.side])


def _swap_note(note: Note) -> Note:
    return replace(note, anchors=tuple(_swap(anchor) for anchor in note.anchors))


def _swap_link_mark(mark: LinkMark) -> LinkMark:
    return replace(mark, left=_swap(mark.right), right=_swap(mark.left))


def _swap_detail_mark(mark: DetailMark) -> DetailMark:
    return replace(
        mark,
        left=_swap(mark.right) if mark.right else None,
        right=_swap(mark.left) if mark.left else None,
        left_sentence=_swap(mark.right_sentence),
        right_sentence=_swap(mark.left_sentence),
        correct=_OTHER_RIGHT[mark.correct] if mark.correct else None,
    )
