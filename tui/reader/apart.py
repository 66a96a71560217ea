"""Long work in a thread of its own: it tells how far it is, can be stopped, and never keeps the program from ending."""

import asyncio
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import TypeVar

Result = TypeVar("Result")
Tell = Callable[[str, float], None]
"""Called with the name of a stage and the share of the work that is done, 0 to 1."""


_TURN = 0.001
"""Seconds until a thread that waits for the interpreter gets it from one that is busy."""


class Stopped(Exception):
    """The work was stopped from outside."""


async def run_apart(work: Callable[[Tell], Result], tell: Tell) -> Result:
    """Return what `work` returns, run in a thread of its own.

    Parameters
    ----------
    work
        Called in the thread with a function to call at every stage. That function raises `Stopped` once the task that
        awaits the work has been cancelled.
    tell
        Called in the thread at every stage.

    Notes
    -----
    The thread is a daemon: a worker of an executor would be waited for when the program ends.
    """
    loop = asyncio.get_running_loop()
    done: asyncio.Future[Result] = loop.create_future()
    stopped = threading.Event()

    def step(stage: str, share: float) -> None:
        if stopped.is_set():
            raise Stopped
        tell(stage, share)

    def answer(give: Callable[[], None]) -> None:
        if not done.done():
            give()

    def run() -> None:
        # The loop may be closed by the time the work is done: then nobody waits for the answer.
        with suppress(RuntimeError):
            try:
                result = work(step)
            except BaseException as error:
                loop.call_soon_threadsafe(answer, lambda error=error: done.set_exception(error))
            else:
                loop.call_soon_threadsafe(answer, lambda: done.set_result(result))

    # The screen waits this long for its turn while the work keeps the interpreter busy; five times less than usual.
    sys.setswitchinterval(_TURN)
    threading.Thread(target=run, name="comparing", daemon=True).start()
    try:
        return await done
    finally:
        stopped.set()
