"""Undo and redo, as a value.

A step is undone by merging its reverse into the notebook as it is now, so what another window wrote meanwhile stays.
"""

from dataclasses import dataclass

from tui.notes.merge import merge
from tui.notes.notebook import Notebook
from tui.notes.sides import swap_sides

DEPTH = 500
"""How many steps can be undone."""


@dataclass(frozen=True, slots=True)
class Step:
    """One change of a notebook."""

    label: str
    """What was done, for the reader: "highlight passage 3"."""
    before: Notebook
    after: Notebook


@dataclass(frozen=True, slots=True)
class History:
    """The steps done, and those undone since, the latest last."""

    done: tuple[Step, ...] = ()
    undone: tuple[Step, ...] = ()

    def record(self, label: str, before: Notebook, after: Notebook) -> "History":
        """Return the history with one more step; what had been undone can no longer be redone."""
        return History((*self.done, Step(label, before, after))[-DEPTH:], ())

    def swap_sides(self) -> "History":
        """Return the history of the notebook with left and right exchanged."""

        def swap(steps: tuple[Step, ...]) -> tuple[Step, ...]:
            return tuple(Step(step.label, swap_sides(step.before), swap_sides(step.after)) for step in steps)

        return History(swap(self.done), swap(self.undone))

    def undo(self, current: Notebook) -> "tuple[History, Notebook, Step] | None":
        """Return history, notebook and the step after taking the last step back; none when there is none."""
        if not self.done:
            return None
        step = self.done[-1]
        return (
            History(self.done[:-1], (*self.undone, step)),
            merge(step.after, step.before, current),
            step,
        )

    def redo(self, current: Notebook) -> "tuple[History, Notebook, Step] | None":
        """Return history, notebook and the step after doing again what was last undone; none when there is none."""
        if not self.undone:
            return None
        step = self.undone[-1]
        return (
            History((*self.done, step), self.undone[:-1]),
            merge(step.before, step.after, current),
            step,
        )
