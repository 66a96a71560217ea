"""The stages of the engine, a wall round each: one that fails, or takes too long, costs its own piece and is told.

The engine knows no clock. Whoever asks it may give a watch, which ends a stage that has had its time.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import ParamSpec, TypeVar

from tui.compare.trouble import Trouble, cut_short, describe_fault
from tui.system.shares import in_shares, is_helper

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
    """Runs stage after stage over articles of so many characters together, and gathers the troubles.

    Where they are not walled, the first fault comes through, and nothing ends a stage.
    """

    def __init__(
        self,
        characters: int,
        progress: Progress | None = None,
        watch: Watch | None = None,
        troubles: tuple[Trouble, ...] = (),
        is_walled: bool = True,
    ) -> None:
        self._characters = characters
        self._progress = progress
        self._watch = watch
        self._troubles = list(troubles)
        self._is_walled = is_walled

    @property
    def troubles(self) -> tuple[Trouble, ...]:
        """What went wrong so far."""
        return tuple(self._troubles)

    def tell(self, stage: str, share: float) -> None:
        """Tell whoever wants to know how far the work is."""
        if self._progress is not None and not is_helper():
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
        if not self._is_walled:
            return work(*given, **named)
        try:
            with self._watch(stage, self._characters) if self._watch is not None else nullcontext():
                return work(*given, **named)
        except OutOfTime:
            self._troubles.append(cut_short(stage))
        except Exception as error:
            self._troubles.append(describe_fault(stage, error))
        return otherwise

    def share(self, work: Callable[[int, int], _Piece], count: int, size: int) -> list[_Piece]:
        """Return what `work`, which runs stages, makes of each share (`size`) of `count` things, in order.

        Shares may be worked on at the same time, by processes that tell nobody how far they are; troubles come home.
        """

        def share(first: int, after: int) -> tuple[_Piece, list[Trouble]]:
            known = len(self._troubles)
            piece, new = work(first, after), self._troubles[known:]
            del self._troubles[known:]
            return piece, new

        found = in_shares(share, count, size)
        self._troubles += (trouble for _, troubles in found for trouble in troubles)
        return [piece for piece, _ in found]


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
