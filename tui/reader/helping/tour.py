"""The guided tour in words: a few steps, each about one part of the screen that is in view. Pure; knows no screen."""

import os
import re
from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from tui.disk.paths import state_folder
from tui.disk.write import write_whole
from tui.reader.key_names import Keymap, key_label

Part = Literal["header", "marks", "gutter", "details", "sidebar", "status"]
"""What a step may point to."""


@dataclass(frozen=True, slots=True)
class Step:
    """One step: what it points to, and what it says of it. `{action}` stands for the first key of an action."""

    part: Part
    title: str
    text: str


STEPS = (
    Step(
        "header",
        "What was found",
        "Two articles on one event, in numbers: passages that both tell, details that differ, conflicts that cannot"
        " both be right, and what only one side says. A click on a number shows just that.",
    ),
    Step(
        "marks",
        "Sentence by sentence",
        "A sentence that both tell has the number of its passage and a mark: = same words, ≈ reworded, ≠ a detail"
        " differs, ! a conflict; · is told here alone. {next_passage} and {previous_passage} walk the passages.",
    ),
    Step(
        "gutter",
        "What faces what",
        "A line joins what faces the current sentence; an arrow with a number points to what stands elsewhere."
        " {counterpart} goes over to it, {other_side} to the other side, {back} back from any jump.",
    ),
    Step(
        "details",
        "What differs, and why",
        "The details of the current passage, left and right, and why each counts as a difference. {next_detail} goes to"
        " the next one, {next_conflict} to the next conflict, {more_details} tells more of them.",
    ),
    Step(
        "sidebar",
        "Who and what",
        "People, places, organisations and figures, with how often each side names them. {sidebar} goes there; typing"
        " filters, and a chosen one is lit in both articles.",
    ),
    Step(
        "status",
        "And then",
        "{highlight} highlights, {write_note} writes a note, {brief} answers five questions on a page, {help} explains"
        " every sign and key. {open} opens two articles of your own. {tour} shows this tour again.",
    ),
)


def steps_for(parts: Collection[str]) -> tuple[Step, ...]:
    """Return the steps about parts that are on the screen."""
    return tuple(step for step in STEPS if step.part in parts)


def tell(step: Step, keys: Keymap) -> str:
    """Return what a step says, with the keys that its actions have."""
    labels: Mapping[str, str] = {action: key_label(of_it[0]) if of_it else "–" for action, of_it in keys.items()}
    return re.sub(r"\{(\w+)\}", lambda found: labels[found[1]], step.text)


def is_new_here() -> bool:
    """Return whether the tour has never been shown; no, where it would be shown at every start, unremembered."""
    seen = _seen_file()
    if os.path.exists(seen):
        return False
    there = next(folder for folder in seen.parents if os.path.exists(folder))
    return there.is_dir() and os.access(there, os.W_OK)


def remember_tour() -> None:
    """Remember that the tour was shown; where that cannot be written it is asked for by its key."""
    with suppress(OSError):
        _seen_file().parent.mkdir(parents=True, exist_ok=True)
        write_whole(_seen_file(), "The tour was shown. Without this file it is shown once more.\n")


def _seen_file() -> Path:
    return state_folder() / "tour-seen"
