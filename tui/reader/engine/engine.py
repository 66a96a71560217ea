"""The engine as the reader sees it: started early, asked, stopped."""

import signal
import subprocess
import threading
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from typing import TYPE_CHECKING

from tui.reader.engine.wire import Costs, Failure, Links, Question, Stage, receive_answer, send
from tui.system.children import Child, Process

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison

Tell = Callable[[str, float], None]
"""Called with the name of a stage and the share of the work that is done, 0 to 1; in a thread of its own."""

Show = Callable[["Comparison"], None]
"""Shown what is known once sentences are linked; in a thread of its own."""

_PROGRAM = """
import os
if len(os.sched_getaffinity(0)) == 1:
    os.nice(10)  # The screen goes before the engine; with more processors both have one, and a busy machine shares all.
from tui.reader.engine.process import answer_questions
answer_questions()
"""


class EngineFailure(Exception):
    """The engine could not answer; the message says why."""


class _Conversation:
    """One question and its answer; it is taken in once it is wanted."""

    def __init__(self, process: Process, question: Question) -> None:
        self.process = process
        self.question = question
        self.wanted = threading.Event()
        self.tell: Tell | None = None
        self.show: Show | None = None
        self.costs: Costs | None = None
        self.answer: Future[Comparison] = Future()
        self.is_over = False

    def hold(self) -> "Comparison | EngineFailure":
        """Send the question, and return the answer when there is one."""
        process = self.process
        assert process.stdin is not None and process.stdout is not None
        try:
            send(process.stdin, self.question)
            self.wanted.wait()
            for message in receive_answer(process.stdout, self.question):
                if isinstance(message, Failure):
                    return EngineFailure(message.reason)
                if isinstance(message, Costs):
                    self.costs = message
                elif isinstance(message, Links):
                    if self.show is not None:
                        self.show(message.comparison)
                elif not isinstance(message, Stage):
                    return message
                elif self.tell is not None:
                    self.tell(message.name, message.share)
        except (EOFError, OSError, ValueError):
            # ValueError: the pipes were closed by `stop`.
            pass
        return EngineFailure(_how_it_ended(process))

    def end(self, result: "Comparison | EngineFailure") -> None:
        """Give the answer to whoever waits for it."""
        # What it was made from is needed no more, and may be large.
        self.question = self.question._replace(earlier=None)
        if self.answer.set_running_or_notify_cancel():
            if isinstance(result, EngineFailure):
                self.answer.set_exception(result)
            else:
                self.answer.set_result(result)

    def is_about(self, question: Question) -> bool:
        """Say whether its answer is that to `question`, whatever either is made from."""
        return not self.answer.cancelled() and self.question[:-1] == question[:-1]


class Engine:
    """Compares in a process of its own, one question after the other.

    Nothing runs before `start`, `ask` or `ask_ahead`; `stop` ends what runs, whatever it is at, and the next question
    starts it anew. All methods may be called from any thread.
    """

    def __init__(self) -> None:
        self._child: Child | None = None
        self._last: _Conversation | None = None
        self._state = threading.RLock()

    @property
    def process_id(self) -> int | None:
        """The number of the process, when there is one."""
        with self._state:
            return self._child.process.pid if self._child is not None else None

    @property
    def costs(self) -> Costs | None:
        """What the last answer has cost, when there is one."""
        with self._state:
            return self._last.costs if self._last is not None else None

    def start(self) -> None:
        """Start the process, so that it loads while the reader does.

        Raises
        ------
        OSError
            If the system will start no process.
        """
        with self._state:
            self._running()

    def ask_ahead(self, question: Question) -> None:
        """Have the question worked on; `ask` then takes the answer in. Large articles wait for that."""
        if not question.is_large:
            with suppress(OSError):
                self._begin(question)

    def ask(self, question: Question, tell: Tell | None = None, show: Show | None = None) -> "Future[Comparison]":
        """Ask for a comparison and return at once.

        Parameters
        ----------
        question
            When it is the one that was asked last, its answer is not made again; when it is another one, that one is
            stopped if it has not been answered yet.
        tell
            Called at every stage from now on, in a thread of its own.
        show
            Shown the links of large articles once they are known; in the same thread.

        Returns
        -------
        Future
            The comparison; or `EngineFailure` when there will be none, `CancelledError` when it was stopped.
        """
        try:
            conversation = self._begin(question)
        except OSError as error:
            failed: Future[Comparison] = Future()
            failed.set_exception(EngineFailure(f"no process can be started for the engine: {error.strerror}"))
            return failed
        conversation.tell, conversation.show = tell, show
        conversation.wanted.set()
        return conversation.answer

    def stop(self) -> None:
        """End the process; what was asked and has not been answered is cancelled."""
        with self._state:
            child, self._child = self._child, None
            last, self._last = self._last, None
        if last is not None:
            last.answer.cancel()
            last.wanted.set()
        if child is not None:
            child.end()

    def _begin(self, question: Question) -> _Conversation:
        with self._state:
            last = self._last
            if last is not None and last.is_about(question):
                return last
            if last is not None and not last.is_over:
                self.stop()
            conversation = self._last = _Conversation(self._running().process, question)
        threading.Thread(target=self._hold, args=(conversation,), name="engine", daemon=True).start()
        return conversation

    def _hold(self, conversation: _Conversation) -> None:
        result = conversation.hold()
        with self._state:
            conversation.is_over = True
            is_its_own = self._child is not None and self._child.process is conversation.process
            if is_its_own and conversation.question.is_large:
                self._end()
        conversation.end(result)

    def _running(self) -> Child:
        if self._child is not None and self._child.process.poll() is not None:
            self._end()
        if self._child is None:
            self._child = Child(_PROGRAM)
        return self._child

    def _end(self) -> None:
        child, self._child = self._child, None
        if child is not None:
            child.end()


def _how_it_ended(process: Process) -> str:
    try:
        status = process.wait(1)
    except subprocess.TimeoutExpired:
        return "the engine's process does not answer"
    if status < 0:
        return f"the engine's process was ended by {signal.Signals(-status).name}; there may be too little memory"
    return f"the engine's process ended with {status}"
