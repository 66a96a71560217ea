"""Work shared out for real, in a process without threads, since helpers are copies; `test_shares.py` starts it."""

import os
import signal
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from tui.system import helpers
from tui.system.helpers import all_processors
from tui.system.shares import in_shares, meanwhile
from tui.system.watch import limit_time

ASKING = os.getpid()
SHARES = 12


class TooLongError(BaseException):
    pass


def is_helper() -> bool:
    return os.getpid() != ASKING


def share_out(work: Callable[[int, int], object], told: list[float] | None = None) -> list[object]:
    return in_shares(work, 2 * SHARES, 2, told.append if told is not None else None)


def who(first: int, after: int) -> tuple[int, int, int]:
    time.sleep(0.02)
    return first, after, os.getpid()


def in_order() -> object:
    told: list[float] = []
    found = share_out(lambda first, after: who(first, after), told)
    processes = len({process for *_, process in found})  # type: ignore[misc]
    return [share[:2] for share in found], processes > 1, told == sorted(told), told[-1]  # type: ignore[index]


def inside_a_share() -> object:
    """Return how many processes a helper that shares its own work out has for it."""

    def share(first: int, after: int) -> int:
        time.sleep(0.02)
        return len({process for *_, process in share_out(who)}) if is_helper() and first < 8 else 1  # type: ignore[misc]

    return set(share_out(share))


def killed() -> object:
    def share(first: int, after: int) -> int:
        time.sleep(0.02)
        if is_helper() and first > 4:
            os.kill(os.getpid(), signal.SIGKILL)
        return first

    return share_out(share)


def fault() -> object:
    def share(first: int, after: int) -> int:
        time.sleep(0.02)
        if first >= 6:
            raise ZeroDivisionError(f"share {first}")
        return first

    try:
        return share_out(share)
    except ZeroDivisionError as error:
        return str(error), error.__traceback__ is not None


def no_pickle() -> object:
    def share(first: int, after: int) -> object:
        time.sleep(0.02)
        return (lambda: first) if is_helper() else first

    with suppress(Exception):
        return [one if isinstance(one, int) else None for one in share_out(share)]
    return "fault"


def out_of_time() -> object:
    def share(first: int, after: int) -> int:
        time.sleep(0.02)
        while is_helper():
            pass
        return first

    try:
        with limit_time(0.3, TooLongError):
            share_out(share)
    except TooLongError:
        return "out of time"
    return "in time"


def stopped() -> object:
    def stop(share: float) -> None:
        raise KeyboardInterrupt

    with suppress(KeyboardInterrupt):
        in_shares(who, 2 * SHARES, 2, stop)
    return "stopped"


class Tally:
    def __init__(self) -> None:
        self.seen = 0

    def hand_over(self) -> int:
        seen, self.seen = self.seen, 0
        return seen

    def take_in(self, gathered: int) -> None:
        self.seen += gathered


def tallied() -> object:
    tally = Tally()

    def share(first: int, after: int) -> None:
        time.sleep(0.02)
        tally.seen += after - first

    with all_processors(tally):
        share_out(share)
    return tally.seen


def elsewhere() -> object:
    """Return whether work is done elsewhere meanwhile, in how many processes, and how far it is told to be."""
    told: list[float] = []
    here: list[int] = []

    def work(tell: Callable[[float], object]) -> list[int]:
        tell(0.25)
        time.sleep(0.5)
        return [process for *_, process in share_out(who)]  # type: ignore[misc]

    processes = meanwhile(work, lambda: here.append(os.getpid()), told.append)
    return ASKING not in processes, len(set(processes)) > 1, here == [ASKING], 0.25 in told


def killed_elsewhere() -> object:
    def work(tell: Callable[[float], object]) -> str:
        tell(1.0)
        if is_helper():
            os.kill(os.getpid(), signal.SIGKILL)
        return "here"

    return meanwhile(work, lambda: None, lambda share: None)


def failed_elsewhere() -> object:
    def work(tell: Callable[[float], object]) -> str:
        raise ZeroDivisionError("elsewhere or here")

    try:
        return meanwhile(work, lambda: None, lambda share: None)
    except ZeroDivisionError as error:
        return str(error)


def endless() -> object:
    """Tell who helps, and have everybody work on until somebody ends this process."""

    def share(first: int, after: int) -> None:
        os.write(1, f"{os.getpid()}\n".encode())
        while True:
            time.sleep(0.01)

    return share_out(share)


if __name__ == "__main__":
    helpers._processors = lambda: 3
    signal.signal(signal.SIGINT, signal.default_int_handler)  # ignored where the tests themselves run in the background
    with all_processors():
        found = globals()[sys.argv[1]]()
    left = len(os.listdir("/proc/self/fd"))
    with suppress(ChildProcessError):
        os.waitpid(-1, 0)
        found = "children are left"
    print(repr((found, left)))
