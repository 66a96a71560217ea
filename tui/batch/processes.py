"""Many records: answered one after the other, or by several processes at once, in order either way.

Only a few lines are held at a time, however many there are. A process that ends costs the record that it was at.
"""

import gc
import pickle
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import cast

from tui.articles.walled import one_process
from tui.records import Answer, answer_line, refuse_line
from tui.system.children import Child, Process

Put = Callable[[bytes], None]
"""Takes the answer to one line, line end included."""

_PROGRAM = "from tui.batch.processes import answer_requests\nanswer_requests()"
_GARBAGE = (50_000, 20, 50)
"""How many objects, and rounds of looking through them, go by before garbage is looked for: hardly any is made."""
WINDOW = 8
"""So many records a worker are under way at once: few enough to hold, enough for none to wait for a long one."""


def answer_lines(lines: Iterable[bytes], put: Put, answer: Answer, jobs: int = 1) -> None:
    """Answer every line that is not blank, in order; one that cannot be answered is answered with what is wrong.

    Parameters
    ----------
    lines
        A JSON object each.
    put
        Takes the answers.
    answer
        Makes a document of a record; for several processes something that can be pickled.
    jobs
        How many processes work at once; one for this process alone.
    """
    asked = ((number, line) for number, line in enumerate(lines, 1) if line.strip())
    if jobs > 1:
        _answer_in_processes(asked, put, answer, jobs)
        return
    _look_seldom_for_garbage()
    with one_process():
        for number, line in asked:
            put(answer_line(line, number, answer))


def _answer_in_processes(asked: Iterator[tuple[int, bytes]], put: Put, answer: Answer, jobs: int) -> None:
    workers = _Workers(answer)
    under_way: deque[Future[bytes]] = deque()
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="batch")
    try:
        for number, line in asked:
            under_way.append(pool.submit(workers.ask, number, line))
            while len(under_way) >= jobs * WINDOW or (under_way and under_way[0].done()):
                put(under_way.popleft().result())
        while under_way:
            put(under_way.popleft().result())
    finally:
        for waiting in under_way:
            waiting.cancel()
        workers.end()
        pool.shutdown()


class _Workers:
    """A child for each thread that asks; one that has ended is replaced by another."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._here = threading.local()
        self._children: set[Child] = set()
        self._is_over = False

    def ask(self, number: int, line: bytes) -> bytes:
        child: Child | None = getattr(self._here, "child", None)
        try:
            if child is None:
                child = self._here.child = self._start()
            return _exchange(child.process, number, line)
        except (OSError, EOFError, pickle.UnpicklingError) as error:
            self._here.child = None
            if child is not None:
                child.end()
                self._children.discard(child)
            told = error.strerror if isinstance(error, OSError) and error.strerror else "ended while it was at it"
            return refuse_line(None, number, f"the process that answered it {told}")

    def end(self) -> None:
        self._is_over = True
        for child in tuple(self._children):
            child.end()

    def _start(self) -> Child:
        child = Child(_PROGRAM)
        self._children.add(child)
        if self._is_over:
            child.end()
        assert child.process.stdin is not None
        pickle.dump(self._answer, child.process.stdin, pickle.HIGHEST_PROTOCOL)
        return child


def _exchange(process: Process, number: int, line: bytes) -> bytes:
    assert process.stdin is not None and process.stdout is not None
    pickle.dump((number, line), process.stdin, pickle.HIGHEST_PROTOCOL)
    process.stdin.flush()
    return cast(bytes, pickle.load(process.stdout))


def answer_requests() -> None:
    """Answer the lines that come on standard input until it is closed; this is what the other processes do."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    _look_seldom_for_garbage()
    with one_process(), suppress(EOFError):
        answer = cast(Answer, pickle.load(requests))
        while True:
            number, line = pickle.load(requests)
            pickle.dump(answer_line(line, number, answer), answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def _look_seldom_for_garbage() -> None:
    """Spare the records what it costs to go through all objects again and again; a little of it may pile up."""
    if gc.isenabled():
        gc.set_threshold(*_GARBAGE)
