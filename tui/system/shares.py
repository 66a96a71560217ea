"""Work that falls into shares, none of which needs another's answer: done by as many processes as there are processors.

Helpers are copies of this process, made where the work is and ended when it is done. They know all that it knows, and
whoever is free takes the next share, so that one that the system gives little time takes few. What they find comes back
in order. Where no helper can be had (one processor, another system, threads that a copy would lack) or one is ended by
something, this process does the work itself: the answers are the same.
"""

import gc
import mmap
import os
import pickle
import select
import signal
import struct
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import Any, BinaryIO, Generic, NamedTuple, Protocol, TypeVar

from tui.system.children import go_with_parent

Answer = TypeVar("Answer")
Tell = Callable[[float], object]
_Bounds = tuple[int, int]

_MOST = 8
"""More processes than this wait for one another; each has some memory of its own."""
_MOST_SHARES = 4096
"""As many tickets fit into a pipe at once."""
_TICKET = struct.Struct("i")
_TOLD_EVERY = 300
"""Milliseconds from one look at how far the helpers are to the next."""
_STOPPING = frozenset({signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGVTALRM})
"""What may end the work at any moment, but not while helpers are made or ended."""


def _as_it_is(answer: Any) -> Any:
    return answer


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


@contextmanager
def all_processors(*tallies: Tally, niceness: int = 0) -> Iterator[None]:
    """Let work inside this block be shared out to as many processes as there are processors to use.

    `niceness` is by how much helpers give way to others; what they gather in `tallies` is taken in.
    """
    before = _Granted.processes, _Granted.niceness, _Granted.tallies
    _Granted.processes, _Granted.niceness, _Granted.tallies = min(_MOST, _processors()), niceness, tallies
    try:
        yield
    finally:
        _Granted.processes, _Granted.niceness, _Granted.tallies = before


def is_helper() -> bool:
    """Say whether this process helps another one; it tells nobody anything."""
    return _Granted.is_helper


def in_shares(
    work: Callable[[int, int], Answer],
    count: int,
    size: int,
    tell: Tell | None = None,
    way: tuple[Callable[[Answer], Any], Callable[[Any], Answer]] = (_as_it_is, _as_it_is),
) -> list[Answer]:
    """Return what `work` makes of each share of `count` things, in order.

    Parameters
    ----------
    work
        Given the number of a share's first thing and the one after its last, returns an answer. It needs no other
        share's answer, and changes nothing that is asked for later.
    count
        How many things there are.
    size
        How many of them make a share; one must be worth a few hundredths of a second.
    tell
        Told in this process, after each share and while others are waited for, the part of the work that is done.
    way
        What makes of a helper's answer something that can be pickled, and in this process an answer of that again.

    Raises
    ------
    BaseException
        Whatever `work` raises.
    """
    bounds = [(at, min(at + size, count)) for at in range(0, count, size)]
    helpers = min(_Granted.processes, len(bounds)) - 1
    if helpers < 1 or len(bounds) > _MOST_SHARES or not _can_copy():
        return list(_work_alone(work, bounds, tell))
    return _Sharing(work, bounds, tell, way).answers(helpers)


def _work_alone(work: Callable[[int, int], Answer], bounds: list[_Bounds], tell: Tell | None) -> Iterator[Answer]:
    for number, share in enumerate(bounds, 1):
        yield work(*share)
        if tell is not None:
            tell(number / len(bounds))


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


def _can_copy() -> bool:
    """Say whether a copy of this process would be whole: threads, also those of libraries, are not copied."""
    try:
        return threading.active_count() == 1 and len(os.listdir("/proc/self/task")) == 1
    except OSError:
        return False


class _Helper(NamedTuple):
    process: int
    lifeline: int
    """While it is open the helper lives; the system tells of it when the helper has ended."""
    answers: BinaryIO
    """A file in memory that the helper fills."""


class _Sharing(Generic[Answer]):
    """One piece of work that is shared out."""

    def __init__(
        self,
        work: Callable[[int, int], Answer],
        bounds: list[_Bounds],
        tell: Tell | None,
        way: tuple[Callable[[Answer], Any], Callable[[Any], Answer]],
    ) -> None:
        self._work, self._bounds, self._tell = work, bounds, tell
        self._pack, self._unpack = way
        self._done = mmap.mmap(-1, len(bounds))
        """Shared by all: a byte for each share, 1 when it is done."""
        self._tickets = -1
        """The end of a pipe that holds the number of each share that nobody has taken."""
        self._helpers: list[_Helper] = []
        self._found: dict[int, Answer] = {}

    def answers(self, helpers: int) -> list[Answer]:
        """Return the answers of all shares, so many helpers helping."""
        try:
            self._tickets = _print_tickets(len(self._bounds))
            with suppress(OSError):  # where the system makes no more processes those that there are do it
                for _ in range(helpers):
                    self._start()
            for number in self._taken():
                try:
                    self._found[number] = self._work(*self._bounds[number])
                except Exception:
                    break
                self._done[number] = 1
                self._tick()
            self._wait()
            for helper in self._helpers:
                self._take_in(helper.answers)
        finally:
            self._end()
        # What has failed, or was with a helper that was ended, is done anew, the first first: so what is wrong is told
        # of the same share, and with its place in the code, whoever came upon it.
        return [self._found[n] if n in self._found else self._work(*share) for n, share in enumerate(self._bounds)]

    def _taken(self) -> Iterator[int]:
        while ticket := os.read(self._tickets, _TICKET.size):
            yield _TICKET.unpack(ticket)[0]

    def _tick(self) -> None:
        if self._tell is not None:
            self._tell(self._done[:].count(1) / len(self._bounds))

    def _start(self) -> None:
        with _undisturbed() as mask, ExitStack() as opened:
            answers = opened.enter_context(open(os.memfd_create("answers"), "w+b"))
            theirs, ours = os.pipe()
            opened.callback(os.close, ours)
            seconds = signal.getitimer(signal.ITIMER_VIRTUAL)
            try:
                process = os.fork()
                if not process:
                    try:
                        self._help(theirs, ours, mask, seconds, answers)
                    finally:
                        os._exit(1)
            finally:
                os.close(theirs)
            self._helpers.append(_Helper(process, ours, answers))
            opened.pop_all()

    def _help(
        self,
        lifeline: int,
        other_end: int,
        mask: set[int | signal.Signals],
        seconds: tuple[float, float],
        answers: BinaryIO,
    ) -> None:
        """Do share after share; this is what a helper does, and all that it does."""
        for end in (other_end, *(helper.lifeline for helper in self._helpers)):
            os.close(end)
        for told in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(told, signal.SIG_DFL)
        go_with_parent(lifeline)
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        gc.disable()
        with suppress(OSError):
            os.nice(_Granted.niceness)
        tallies, _Granted.processes, _Granted.is_helper = _Granted.tallies, 1, True
        for tally in tallies:
            tally.hand_over()
        try:
            # The time that this process has for the work is the time that each helper has.
            signal.setitimer(signal.ITIMER_VIRTUAL, *seconds)
            for number in self._taken():
                _write(answers, (number, self._pack(self._work(*self._bounds[number]))))
                self._done[number] = 1
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
            _write(answers, (-1, [tally.hand_over() for tally in tallies]))
        except Exception:
            return  # done again by who has asked, it fails where its place in the code can be told
        except BaseException as error:
            _write(answers, (-2, error))

    def _wait(self) -> None:
        waiting = select.poll()
        for helper in self._helpers:
            waiting.register(helper.lifeline, 0)
        left = len(self._helpers)
        while left:
            for lifeline, _ in waiting.poll(_TOLD_EVERY):
                waiting.unregister(lifeline)
                left -= 1
            self._tick()

    def _take_in(self, answers: BinaryIO) -> None:
        answers.seek(0)
        with suppress(EOFError, pickle.UnpicklingError):  # a helper that was ended has not finished what it wrote
            while True:
                number, answer = pickle.load(answers)
                if number >= 0:
                    self._found[number] = self._unpack(answer)
                elif number == -1:
                    for tally, gathered in zip(_Granted.tallies, answer, strict=True):
                        tally.take_in(gathered)
                else:
                    raise answer

    def _end(self) -> None:
        """End all helpers, whatever they are at."""
        if self._tickets >= 0:
            os.close(self._tickets)
        with _undisturbed():
            for helper in self._helpers:
                os.kill(helper.process, signal.SIGKILL)
                os.waitpid(helper.process, 0)
                os.close(helper.lifeline)
                helper.answers.close()
            self._done.close()


@contextmanager
def _undisturbed() -> Iterator[set[int | signal.Signals]]:
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield before
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _print_tickets(number: int) -> int:
    end, other = os.pipe()
    try:
        os.write(other, b"".join(map(_TICKET.pack, range(number))))
    finally:
        os.close(other)
    return end


def _write(file: BinaryIO, value: object) -> None:
    pickle.dump(value, file, 5)
    file.flush()
