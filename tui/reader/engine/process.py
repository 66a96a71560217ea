"""The other end: the process that the engine runs in, started by `tui.reader.engine.engine`, which asks it."""

import gc
import os
import sys
from typing import IO

from tui.compare.budget import within_budget
from tui.compare.comparison import Comparison, Corrections, Settings
from tui.compare.engine import Show, compare, recompare
from tui.reader.engine.wire import Costs, Failure, Question, Stage, receive, send, send_comparison, send_links
from tui.system.helpers import all_processors
from tui.timings import Timings, most_memory

_NICENESS = 5
"""By so much those that help the engine give way to the screen."""


def answer_questions() -> None:
    """Answer on standard output what is asked on standard input, until either is closed."""
    questions, answers = sys.stdin.buffer, os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever else may be printed must not get between the answers.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    # The engine makes no garbage that only the collector would find, and this process does not live long.
    gc.disable()
    try:
        while True:
            _answer(receive(questions), answers)
    except (EOFError, OSError):
        # The reader has been left, or has ended in another way: nobody waits for an answer.
        return


def _answer(question: Question, answers: IO[bytes]) -> None:
    timings = Timings()
    ahead: list[Comparison] = []

    def show(linked: Comparison) -> None:
        if question.is_large:
            ahead.append(linked)
            send_links(answers, linked)

    try:
        comparison = _compare(question, answers, timings, show)
    except OSError:
        raise
    except Exception as error:
        send(answers, Failure(f"{type(error).__name__}: {error}"))
    else:
        send(answers, Costs(timings.seconds, most_memory()))
        send_comparison(answers, comparison, *ahead)


def _compare(question: Question, answers: IO[bytes], timings: Timings, show: Show) -> Comparison:
    def tell(stage: str, share: float) -> None:
        send(answers, Stage(stage, share))

    watch = timings.watching(within_budget)
    settings, corrections = question.settings or Settings(), question.corrections or Corrections()
    with all_processors(timings, niceness=_NICENESS):
        if question.earlier is not None:
            return recompare(question.earlier, settings, corrections, tell, watch, show)
        return compare(question.left, question.right, settings, corrections, tell, watch=watch, linked=show)
