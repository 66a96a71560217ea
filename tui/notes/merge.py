"""Joining notebooks: three ways, when two windows write about one pair or a change is undone; two ways, on import.

Entries are told apart by id. What one side changed is taken from it. Where both changed the same, nothing anybody
wrote is lost: texts are kept one below the other, tags of both are kept, and an edited entry outlives its deletion.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TypeVar

from tui.notes.note import COLOUR_NAMES, COLOURS, DetailMark, LinkMark, Note
from tui.notes.notebook import E, Entry, Notebook, in_order

T = TypeVar("T")

_UNSTAMPED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Joined:
    """A notebook after an import, and what the import did to it."""

    notebook: Notebook
    added: int = 0
    replaced: int = 0
    """Entries here before of which the imported version is later."""
    known: int = 0
    """Entries here before, in the same or a later version."""
    deleted: int = 0
    """Entries left out because they were deleted here."""


def merge(base: Notebook, ours: Notebook, theirs: Notebook) -> Notebook:
    """Return what both `ours` and `theirs` made of `base`."""
    return Notebook(
        _merge_entries(base.notes, ours.notes, theirs.notes, _reconcile_notes),
        _merge_entries(base.link_marks, ours.link_marks, theirs.link_marks, _reconcile_link_marks),
        _merge_entries(base.detail_marks, ours.detail_marks, theirs.detail_marks, _reconcile_detail_marks),
        _colour_names(base, ours, theirs),
    )


def stamp_changes(before: Notebook, after: Notebook, now: datetime) -> Notebook:
    """Return `after` with every entry that is new or differs from `before` marked as modified `now`.

    A stamp never goes back, whatever the clock does.
    """
    return replace(
        after,
        notes=_stamp(before.notes, after.notes, now),
        link_marks=_stamp(before.link_marks, after.link_marks, now),
        detail_marks=_stamp(before.detail_marks, after.detail_marks, now),
    )


def join(own: Notebook, other: Notebook, deleted: Iterable[str] = ()) -> Joined:
    """Return `own` with the entries of `other`; of two versions of one entry the later counts.

    Entries whose id is in `deleted` were deleted here and stay so.
    """
    gone = frozenset(deleted)
    counts = dict.fromkeys(("added", "replaced", "known", "deleted"), 0)

    def take(mine: tuple[E, ...], others: tuple[E, ...]) -> tuple[E, ...]:
        kept = {entry.id: entry for entry in mine}
        for entry in others:
            had = kept.get(entry.id)
            if had is None and entry.id in gone:
                counts["deleted"] += 1
            elif had is None:
                counts["added"] += 1
                kept[entry.id] = entry
            elif is_same(had, entry) or had.modified >= entry.modified:
                counts["known"] += 1
            else:
                counts["replaced"] += 1
                kept[entry.id] = entry
        return in_order(kept.values())

    notebook = Notebook(
        take(own.notes, other.notes),
        take(own.link_marks, other.link_marks),
        take(own.detail_marks, other.detail_marks),
        other.colour_names if own.colour_names == COLOUR_NAMES else own.colour_names,
    )
    return Joined(notebook, **counts)


def entries(notebook: Notebook) -> dict[str, Entry]:
    """Return everything in a notebook by its id."""
    everything: list[Entry] = [*notebook.notes, *notebook.link_marks, *notebook.detail_marks]
    return {entry.id: entry for entry in everything}


def is_same(one: Entry, two: Entry) -> bool:
    """Say whether two entries say the same, whenever they were modified."""
    return one == two or (
        type(one) is type(two) and replace(one, modified=_UNSTAMPED) == replace(two, modified=_UNSTAMPED)
    )


def _stamp(before: tuple[E, ...], after: tuple[E, ...], now: datetime) -> tuple[E, ...]:
    known = {entry.id: entry for entry in before}
    stamped = []
    for entry in after:
        earlier = known.get(entry.id)
        if earlier is None:
            stamped.append(replace(entry, modified=max(now, entry.created)))
        elif is_same(earlier, entry):
            stamped.append(earlier)
        else:
            stamped.append(replace(entry, modified=max(now, earlier.modified + timedelta(microseconds=1))))
    return tuple(stamped)


def _merge_entries(
    base: tuple[E, ...], ours: tuple[E, ...], theirs: tuple[E, ...], reconcile: Callable[[E | None, E, E], E]
) -> tuple[E, ...]:
    was: dict[str, E] = {entry.id: entry for entry in base}
    here: dict[str, E] = {entry.id: entry for entry in ours}
    there: dict[str, E] = {entry.id: entry for entry in theirs}
    merged: list[E] = []
    for identity in dict.fromkeys((*there, *here)):
        before, mine, other = was.get(identity), here.get(identity), there.get(identity)
        if mine is None or other is None:
            left_over = mine or other
            if left_over is not None and (before is None or not is_same(before, left_over)):
                merged.append(left_over)
        elif is_same(mine, other):
            merged.append(mine if mine.modified >= other.modified else other)
        elif before is not None and is_same(before, mine):
            merged.append(other)
        elif before is not None and is_same(before, other):
            merged.append(mine)
        else:
            settled = reconcile(before, mine, other)
            merged.append(replace(settled, modified=max(mine.modified, other.modified)))
    return in_order(merged)


def _reconcile_notes(base: Note | None, ours: Note, theirs: Note) -> Note:
    first = base or theirs
    gone = {tag for tag in first.tags if tag not in ours.tags or tag not in theirs.tags} if base else set()
    return replace(
        ours,
        anchors=_choose(first.anchors, ours.anchors, theirs.anchors),
        colour=_choose(first.colour, ours.colour, theirs.colour),
        text=_keep_both_texts(base.text if base else None, ours.text, theirs.text),
        tags=tuple(tag for tag in dict.fromkeys((*theirs.tags, *ours.tags)) if tag not in gone),
    )


def _reconcile_link_marks(base: LinkMark | None, ours: LinkMark, theirs: LinkMark) -> LinkMark:
    first = base or theirs
    return replace(
        ours,
        link=_choose(first.link, ours.link, theirs.link),
        checked=_choose(first.checked, ours.checked, theirs.checked),
    )


def _reconcile_detail_marks(base: DetailMark | None, ours: DetailMark, theirs: DetailMark) -> DetailMark:
    first = base or theirs
    verdict = _choose((first.state, first.correct), (ours.state, ours.correct), (theirs.state, theirs.correct))
    text = _keep_both_texts(base.text if base else None, ours.text, theirs.text)
    return replace(ours, state=verdict[0], correct=verdict[1], text=text)


def _colour_names(base: Notebook, ours: Notebook, theirs: Notebook) -> tuple[str, str, str, str]:
    one, two, three, four = (
        _choose(base.colour_names[n - 1], ours.colour_names[n - 1], theirs.colour_names[n - 1]) for n in COLOURS
    )
    return one, two, three, four


def _choose(base: T, ours: T, theirs: T) -> T:
    """Return the value that was changed; ours where both changed it."""
    return theirs if ours == base else ours


def _keep_both_texts(base: str | None, ours: str, theirs: str) -> str:
    if ours == base or ours in theirs:
        return theirs
    if theirs == base or theirs in ours:
        return ours
    return f"{theirs}\n\n{ours}"
