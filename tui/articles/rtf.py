"""Rich text (.rtf), through striprtf, which is an extra: without it, one line says what to install.

striprtf drops notes and text boxes and knows no tracked changes, so the groups that hold them are cut out before.
"""

import re
from datetime import datetime

from tui.articles.article import ArticleError
from tui.articles.counts import count_of, tracked
from tui.articles.dating import property_dates
from tui.articles.draft import Draft

_INFO = re.compile(r"\{\\(title|author)\s([^{}\\]{1,300})\}")
_MOMENT = re.compile(r"\{\\(creatim|revtim)((?:\\(?:yr|mo|dy|hr|min|sec)\d{1,4}){3,6})\}")
_PART = re.compile(r"\\(yr|mo|dy|hr|min)(\d{1,4})")
_ESCAPE = re.compile(r"\\[{}\\]")
_DELETED = re.compile(r"\{[^{}]*\\deleted\b[^{}]*\}")
_INSERTED = re.compile(r"\\revised\b")
_BOX = re.compile(r"\{\\shptxt\b")
_NOTE = re.compile(r"\{(?:\\\*)?\\footnote\b")
_COMMENT = re.compile(r"\{\\\*\\annotation\b")
_FALLBACK = re.compile(r"\{\\shprslt\b")
_OPENING = re.compile(r"\{(?:\\\*)?\\(?:shptxt|footnote)\b")
_ITEM = re.compile(r"\A[•·▪◦]\s+")
_MOST_GROUPS = 2_000


def read_rtf(raw: bytes, name: str) -> Draft:
    """Return the text of a rich text file, a paragraph a line; text boxes and notes stand at the end.

    Raises
    ------
    ArticleError
        If striprtf is not installed or the file is damaged.
    """
    try:
        import striprtf.striprtf as library
    except ImportError as error:
        line = f"{name}: RTF needs striprtf; pip install 'newsdiff-tui[documents]', or save it as text"
        raise ArticleError(line) from error
    source = raw.decode("latin-1")
    source, deleted = _DELETED.subn("", source)
    inserted = len(_INSERTED.findall(source))
    source, comments = _cut(source, _COMMENT)
    source, _ = _cut(source, _FALLBACK)
    source, boxes = _cut(source, _BOX)
    source, notes = _cut(source, _NOTE)
    head = source[: _head_end(source)]
    groups = (source, *(f"{head} {_OPENING.sub('', group)}" for group in (*boxes, *notes)))
    try:
        texts = [str(library.rtf_to_text(group, errors="replace")) for group in groups]  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, TypeError, RecursionError, AttributeError, OverflowError) as error:
        raise ArticleError(f"{name}: a damaged RTF file; save it again, or as text") from error
    lines = [line for text in texts for part in text.split("\n") if (line := _ITEM.sub("", " ".join(part.split())))]
    if not lines:
        raise ArticleError(f"{name}: a damaged RTF file, or one without text; save it again, or as text")
    told = {key: value.strip() for key, value in _INFO.findall(source[:20_000])}
    moments = {kind: _moment(parts) for kind, parts in _MOMENT.findall(source[:20_000])}
    changes = [count_of(number, word) for number, word in ((inserted, "insertion"), (deleted, "deletion")) if number]
    return Draft(
        "\n".join(lines),
        dates=tuple(property_dates(moments.get("creatim"), moments.get("revtim"))),
        warnings=(tracked(changes),) if changes else (),
        left_out=tuple(_left_out(len(comments), len(boxes), len(notes))),
        noted_author=told.get("author"),
        noted_title=told.get("title"),
    )


def _left_out(comments: int, boxes: int, notes: int) -> list[str]:
    told = [count_of(comments, "comment")] if comments else []
    moved = [count_of(boxes, "text box", "text boxes")] * (boxes > 0) + [count_of(notes, "note")] * (notes > 0)
    if moved:
        told.append(f"the places of {' and '.join(moved)}, which stand at the end of the text")
    return told


def _cut(source: str, opening: re.Pattern[str]) -> tuple[str, list[str]]:
    """Return `source` without the groups that begin with `opening`, and those groups."""
    groups: list[str] = []
    kept, at = [], 0
    while len(groups) < _MOST_GROUPS and (found := opening.search(source, at)):
        end = _group_end(source, found.start())
        kept.append(source[at : found.start()])
        groups.append(source[found.start() : end])
        at = end
    return "".join(kept) + source[at:], groups


def _group_end(source: str, start: int) -> int:
    depth = 0
    for found in re.compile(r"\\[{}\\]|[{}]").finditer(source, start):
        if _ESCAPE.fullmatch(found[0]):
            continue
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return found.end()
    return len(source)


def _head_end(source: str) -> int:
    """Return where the file's first line of control words ends, which says how its letters are encoded."""
    second = source.find("{", 1)
    return second if second > 0 else 0


def _moment(parts: str) -> datetime | None:
    told = {part: int(number) for part, number in _PART.findall(parts)}
    try:
        return datetime(told["yr"], told["mo"], told["dy"], told.get("hr", 0), told.get("min", 0))
    except (KeyError, ValueError):
        return None
