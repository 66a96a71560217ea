"""A limit of time for a piece of work in this very process."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def limit_time(seconds: float, error: type[BaseException]) -> Iterator[None]:
    """Raise `error` inside the block once it has had so many seconds of the processor.

    Time in which others have the processor does not count. In a thread other than the main one there is no limit, since
    only the main thread can be interrupted; nor while the processor is inside a library that is not Python.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def end(_: int, __: FrameType | None) -> None:
        raise error

    before = signal.signal(signal.SIGVTALRM, end)
    try:
        try:
            # Again after a while, should the first time fall where an exception is lost.
            signal.setitimer(signal.ITIMER_VIRTUAL, seconds, 1.0)
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
