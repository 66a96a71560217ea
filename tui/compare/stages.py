"""The stages of the engine, a wall round each: one that fails, or takes too long, costs its own piece and is told.

The engine knows no clock. Whoever asks it may give a watch, which ends a stage that has had its time.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from typing import ParamSpec, TypeVar

from tui.compare.trouble import Trouble, cut_short, describe_fault
from tui.system.helpers import is_helper
from tui.system.shares import Tell, in_shares, meanwhile

Progress = Callable[[str, float], None]
"""Called with the name of the stage that begins or goes on and the share of the work done, 0 to 1.

What it raises stops the engine and comes through.
"""


class OutOfTime(BaseException):
    """The stage has had its time. No `Exception`, so that nothing inside the stage takes it for a fault of its own."""


Watch = Callable[[str, int], AbstractContextManager[None]]
"""Given a stage and the characters of all articles together, returns a context that raises `OutOfTime` in due time."""

Work = Callable[[], object]
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
        found = in_shares(lambda first, after: self._apart(work, first, after), count, size)
        self._troubles += (trouble for _, troubles in found for trouble in troubles)
        return [piece for piece, _ in found]

    def run_meanwhile(
        self, stage: str, otherwise: _Piece, work: Callable[[Tell], _Piece], here: tuple[str, Work], tell: Tell
    ) -> _Piece:
        """Return what `work` makes as a stage, given what it tells how far it is.

        Where another process can do that, this one does meanwhile what stands `here`: a stage that will need it, and
        what makes it, of whose faults that stage will tell.
        """

        def stage_here() -> None:
            Stages(self._characters, watch=self._watch).run(here[0], None, here[1])

        piece, troubles = meanwhile(lambda tell: self._apart(self.run, stage, otherwise, work, tell), stage_here, tell)
        self._troubles += troubles
        return piece

    def _apart(
        self, work: Callable[_Given, _Piece], *given: _Given.args, **named: _Given.kwargs
    ) -> tuple[_Piece, list[Trouble]]:
        """Return what `work`, which runs stages, makes of what is given, and the troubles in it."""
        known = len(self._troubles)
        piece, new = work(*given, **named), self._troubles[known:]
        del self._troubles[known:]
        return piece, new


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
