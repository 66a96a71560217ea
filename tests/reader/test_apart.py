"""Long work beside the screen."""

import asyncio
import threading

import pytest

from tui.reader.apart import Stopped, Tell, run_apart


async def test_work_tells_its_stages_and_returns_its_result() -> None:
    told: list[tuple[str, float]] = []

    def work(tell: Tell) -> int:
        tell("half", 0.5)
        return 42

    assert await run_apart(work, lambda stage, share: told.append((stage, share))) == 42
    assert told == [("half", 0.5)]


async def test_what_the_work_raises_comes_through() -> None:
    def work(tell: Tell) -> None:
        raise ValueError("no articles")

    with pytest.raises(ValueError, match="no articles"):
        await run_apart(work, lambda *_: None)


async def test_cancelled_work_is_stopped_at_its_next_stage_and_not_waited_for() -> None:
    go_on, ended, stopped = threading.Event(), threading.Event(), threading.Event()

    def work(tell: Tell) -> None:
        go_on.wait(5)
        try:
            tell("next", 0.5)
        except Stopped:
            stopped.set()
            raise
        finally:
            ended.set()

    task = asyncio.create_task(run_apart(work, lambda *_: None))
    await asyncio.sleep(0.01)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    go_on.set()
    await asyncio.to_thread(ended.wait, 5)
    assert stopped.is_set()
