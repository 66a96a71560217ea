"""Work that falls into shares, none of which needs another's answer: done by as many processes as there are processors.

Whoever is free takes the next share, so that a helper that the system gives little time takes few. What they find comes
back in order. Where no helper can be had or one is ended by something, this process does the work itself: the answers
are the same.
"""

import mmap
import os
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, Generic, TypeVar

from tui.system.helpers import Give, Helper, helpers_to_have, wait_for

Answer = TypeVar("Answer")
Tell = Callable[[float], object]
_Bounds = tuple[int, int]

_MOST_SHARES = 4096
"""As many tickets fit into a pipe at once."""
_TICKET = struct.Struct("i")
_SHARE = struct.Struct("d")
_TOLD_EVERY = 300
"""Milliseconds from one look at how far the helpers are to the next."""


def _as_it_is(answer: Any) -> Any:
    return answer


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
    helpers = min(helpers_to_have(), len(bounds) - 1) if 1 < len(bounds) <= _MOST_SHARES else 0
    if helpers < 1:
        return list(_work_alone(work, bounds, tell))
    return _Sharing(work, bounds, tell, way).answers(helpers)


def _work_alone(work: Callable[[int, int], Answer], bounds: list[_Bounds], tell: Tell | None) -> Iterator[Answer]:
    for number, share in enumerate(bounds, 1):
        yield work(*share)
        if tell is not None:
            tell(number / len(bounds))


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
        self._tickets = _print_tickets(len(bounds))
        """The end of a pipe that holds the number of each share that nobody has taken."""
        self._found: dict[int, Answer] = {}

    def answers(self, number: int) -> list[Answer]:
        """Return the answers of all shares, so many helpers helping."""
        helpers: list[Helper] = []
        try:
            with suppress(OSError):  # where the system makes no more processes those that there are do it
                for _ in range(number):
                    helpers.append(Helper(self._help))
            for ticket in self._taken():
                try:
                    self._found[ticket] = self._work(*self._bounds[ticket])
                except Exception:
                    break
                self._done[ticket] = 1
                self._look()
            wait_for(helpers, self._look, _TOLD_EVERY)
            for helper in helpers:
                self._found.update((n, self._unpack(answer)) for n, answer in helper.answers())
        finally:
            for helper in helpers:
                helper.end()
            os.close(self._tickets)
            self._done.close()
        # What has failed, or was with a helper that was ended, is done anew, the first first: so what is wrong is told
        # of the same share, and with its place in the code, whoever came upon it.
        return [self._found[n] if n in self._found else self._work(*share) for n, share in enumerate(self._bounds)]

    def _help(self, give: Give) -> None:
        for ticket in self._taken():
            give(ticket, self._pack(self._work(*self._bounds[ticket])))
            self._done[ticket] = 1

    def _taken(self) -> Iterator[int]:
        while ticket := os.read(self._tickets, _TICKET.size):
            yield _TICKET.unpack(ticket)[0]

    def _look(self) -> None:
        if self._tell is not None:
            self._tell(self._done[:].count(1) / len(self._bounds))


def _print_tickets(number: int) -> int:
    end, other = os.pipe()
    try:
        os.write(other, b"".join(map(_TICKET.pack, range(number))))
    finally:
        os.close(other)
    return end


def meanwhile(work: Callable[[Tell], Answer], here: Callable[[], object], tell: Tell) -> Answer:
    """Return what `work` returns; where a helper can do it, this process does meanwhile what is to be done `here`.

    Parameters
    ----------
    work
        Given what it tells the part of it that is done; its answer can be pickled. It may share its work out itself.
    here
        What will be wanted soon in this process and can be left undone until then; it raises no `Exception`.
    tell
        Told in this process how much of `work` is done.
    """
    if not helpers_to_have():
        return work(tell)
    found: list[Answer] = []
    done = mmap.mmap(-1, _SHARE.size)

    def help_out(give: Give) -> None:
        give(0, work(lambda share: _SHARE.pack_into(done, 0, share)))

    try:
        helper = Helper(help_out, may_share=True)
    except OSError:
        return work(tell)
    try:
        here()
        wait_for((helper,), lambda: tell(_SHARE.unpack_from(done)[0]), _TOLD_EVERY)
        found += (answer for _, answer in helper.answers())
    finally:
        helper.end()
    return found[0] if found else work(tell)
