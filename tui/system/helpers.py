"""Helpers: copies of this process, made where some work is and ended when it is done.

They know all that this process knows, and leave what they find in a file in memory. Nobody helps where it is not
granted, on one processor, on another system than Linux, or where threads run, which a copy would lack. A helper ends
with who made it, however that ends.
"""

import gc
import os
import pickle
import select
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, BinaryIO, Protocol

from tui.system.children import go_with_parent

Give = Callable[[int, Any], None]
"""Gives an answer, with a number to know it by, to whoever the helper helps."""

_MOST = 4
"""More processes than this save little time; at 10,000 sentences a side each takes another 130 MB."""
_STOPPING = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGVTALRM})
"""What may end the work at any moment, but not while helpers are made or ended."""
_TALLIES, _RAISED = -1, -2
"""What goes with what is no answer."""


class Tally(Protocol):
    """What is gathered beside the answers, wherever the work is done: a helper's goes home with its answers."""

    def hand_over(self) -> Any:
        """Return what has been gathered in this process since it was last asked."""

    def take_in(self, gathered: Any) -> None:
        """Add what a helper has gathered."""


class _Granted:
    """How many processes may work at once in all, what they gather, and whether this one helps another."""

    processes, niceness, is_helper = 1, 0, False
    tallies: Sequence[Tally] = ()
    lifelines: tuple[int, ...] = ()
    """This process's ends of those of its helpers; a copy has them too, and must let them go."""


@contextmanager
def all_processors(*tallies: Tally, niceness: int = 0) -> Iterator[None]:
    """Let work inside this block be shared out to as many processes as there are processors to use, up to four.

    `niceness` is by how much helpers give way to others; what they gather in `tallies` is taken in.
    """
    before = _Granted.processes, _Granted.niceness, _Granted.tallies
    _Granted.processes, _Granted.niceness, _Granted.tallies = min(_MOST, _processors()), niceness, tallies
    try:
        yield
    finally:
        _Granted.processes, _Granted.niceness, _Granted.tallies = before


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def is_helper() -> bool:
    """Say whether this process helps another one; it tells nobody anything."""
    return _Granted.is_helper


def helpers_to_have() -> int:
    """Return how many helpers this process may have."""
    if _Granted.processes < 2 or threading.active_count() > 1:
        return 0
    try:
        return _Granted.processes - 1 if len(os.listdir("/proc/self/task")) == 1 else 0
    except OSError:
        return 0


class Helper:
    """A copy of this process at some work.

    Parameters
    ----------
    work
        What it does; given what gives its answers. What it raises that is no `Exception` comes through where its
        answers are taken; an `Exception` ends it, for whoever does the work anew to meet.
    may_share
        Whether it may have helpers of its own.

    Raises
    ------
    OSError
        If the system makes no more processes.
    """

    def __init__(self, work: Callable[[Give], object], *, may_share: bool = False) -> None:
        with _undisturbed() as mask, ExitStack() as opened:
            self._file: BinaryIO = opened.enter_context(open(os.memfd_create("answers"), "w+b"))
            theirs, self._lifeline = os.pipe()
            opened.callback(os.close, self._lifeline)
            # The time that this process has for the work is the time that each helper has.
            seconds = signal.getitimer(signal.ITIMER_VIRTUAL)
            try:
                self._process = os.fork()
                if not self._process:
                    try:
                        self._begin(theirs, mask, may_share)
                        self._help(work, seconds)
                    finally:
                        os._exit(1)
            finally:
                os.close(theirs)
            _Granted.lifelines = (*_Granted.lifelines, self._lifeline)
            opened.pop_all()

    def _begin(self, lifeline: int, mask: Iterable[int], may_share: bool) -> None:
        for end in (self._lifeline, *_Granted.lifelines):
            os.close(end)
        for told in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(told, signal.SIG_DFL)
        go_with_parent(lifeline)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        gc.disable()
        with suppress(OSError):
            os.nice(_Granted.niceness)
        _Granted.lifelines, _Granted.is_helper, _Granted.niceness = (), True, 0
        # Who made it has work of its own for some of the time, which two processes need not heed.
        _Granted.processes = max(2, _Granted.processes - 1) if may_share else 1
        for tally in _Granted.tallies:
            tally.hand_over()

    def _help(self, work: Callable[[Give], object], seconds: tuple[float, float]) -> None:
        try:
            signal.setitimer(signal.ITIMER_VIRTUAL, *seconds)
            work(self._give)
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            self._give(_TALLIES, [tally.hand_over() for tally in _Granted.tallies])
        except Exception:
            return
        except BaseException as error:
            self._give(_RAISED, error)

    def _give(self, number: int, answer: Any) -> None:
        pickle.dump((number, answer), self._file, 5)
        self._file.flush()

    def answers(self) -> Iterator[tuple[int, Any]]:
        """Yield what a helper that has ended has given, and take in what it has gathered besides."""
        self._file.seek(0)
        with suppress(EOFError, pickle.UnpicklingError):  # one that was ended has not finished what it wrote
            while True:
                number, answer = pickle.load(self._file)
                if number == _RAISED:
                    raise answer
                if number == _TALLIES:
                    for tally, gathered in zip(_Granted.tallies, answer, strict=True):
                        tally.take_in(gathered)
                else:
                    yield number, answer

    def end(self) -> None:
        """End it, whatever it is at."""
        with _undisturbed():
            os.kill(self._process, signal.SIGKILL)
            os.waitpid(self._process, 0)
            os.close(self._lifeline)
            _Granted.lifelines = tuple(end for end in _Granted.lifelines if end != self._lifeline)
            self._file.close()

    def fileno(self) -> int:
        """Return what is told by `poll` when the helper has ended."""
        return self._lifeline


def wait_for(helpers: Sequence[Helper], look: Callable[[], object], milliseconds: int) -> None:
    """Wait until all helpers have ended, and look now and then at how far they are."""
    waiting = select.poll()
    for helper in helpers:
        waiting.register(helper, 0)
    left = len(helpers)
    while left:
        for lifeline, _ in waiting.poll(milliseconds):
            waiting.unregister(lifeline)
            left -= 1
        look()


@contextmanager
def _undisturbed() -> Iterator[set[int | signal.Signals]]:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield before
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
