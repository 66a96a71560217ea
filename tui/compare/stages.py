"""The stages of the engine, a wall round each: one that fails, or takes too long, costs its own piece and is told.

The engine knows no clock. Whoever asks it may give a watch, which ends a stage that has had its time.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import ParamSpec, TypeVar

from tui.compare.trouble import Trouble, cut_short, describe_fault

Progress = Callable[[str, float], None]
"""Called with the name of the stage that begins or goes on and the share of the work done, 0 to 1.

What it raises stops the engine and comes through.
"""


class OutOfTime(BaseException):
    """The stage has had its time. No `Exception`, so that nothing inside the stage takes it for a fault of its own."""


Watch = Callable[[str, int], AbstractContextManager[None]]
"""Given a stage and the characters of all articles together, returns a context that raises `OutOfTime` in due time."""

_Piece = TypeVar("_Piece")
_Given = ParamSpec("_Given")


class Stages:
    """Runs stage after stage over articles of so many characters together, and gathers the troubles."""

    def __init__(
        self,
        characters: int,
        progress: Progress | None = None,
        watch: Watch | None = None,
        troubles: tuple[Trouble, ...] = (),
    ) -> None:
        self._characters = characters
        self._progress = progress
        self._watch = watch
        self._troubles = list(troubles)

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What went wrong so far."""
        return tuple(self._troubles)

    def tell(self, stage: str, share: float) -> None:
        """Tell whoever wants to know how far the work is."""
        if self._progress is not None:
            try:
                self._progress(stage, share)
            except Exception as error:
                raise _Stopped(error) from error

    def run(
        self,
        stage: str,
        otherwise: _Piece,
        work: Callable[_Given, _Piece],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Piece:
        """Return what `work` makes of what is given.

        If it fails or takes too long, that is among the troubles, and `otherwise` is returned.
        """
        try:
            with self._watch(stage, self._characters) if self._watch is not None else nullcontext():
                return work(*given, **named)
        except OutOfTime:
            self._troubles.append(cut_short(stage))
        except Exception as error:
            self._troubles.append(describe_fault(stage, error))
        return otherwise


class _Stopped(BaseException):
    """Carries what `Progress` raised past the walls of the stages."""

    def __init__(self, reason: Exception) -> None:
        self.reason = reason


def let_through(work: Callable[[], _Piece]) -> _Piece:
    """Return what `work` returns, and raise what `Progress` raised in it as it was raised."""
    try:
        return work()
    except _Stopped as stopped:
        raise stopped.reason from None
