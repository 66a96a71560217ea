"""What went wrong inside the engine, told so that a reader can do something about it: one fault costs one piece."""

import traceback
from dataclasses import dataclass
from typing import Literal


class ToldFault(Exception):
    """Something outside the program that is not as it must be; the message is one line that says what to do."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """A stage of the engine, or another piece of work, that gave less than it should."""

    stage: str
    """What it was at: "finding details"."""
    what: Literal["failed", "cut short"]
    report: str
    """What the reader should know or do: for a fault, what to tell whoever keeps the program."""

    def __str__(self) -> str:
        return f"{self.stage} {'was cut short' if self.what == 'cut short' else 'failed'}: {self.report}"


def cut_short(stage: str) -> Trouble:
    """Return the trouble of a stage that took too long."""
    return Trouble(stage, "cut short", "it took too long on this text; what it would have found is missing")


def describe_fault(stage: str, error: BaseException) -> Trouble:
    """Return a fault of the program as a trouble: the kind of error and the place in the code, nothing of the text."""
    if isinstance(error, ToldFault):
        return Trouble(stage, "failed", str(error))
    frames = traceback.extract_tb(error.__traceback__)
    place = next((frame for frame in reversed(frames) if "tui" in frame.filename), frames[-1] if frames else None)
    where = f" in {place.name}, line {place.lineno} of {place.filename.rpartition('tui/')[2]}" if place else ""
    return Trouble(stage, "failed", f"{type(error).__name__}{where}; please report this line and the articles")
