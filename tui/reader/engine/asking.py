"""Asking the engine from the event loop: an answer is waited for, and a question that is given up is stopped."""

import asyncio
from typing import TYPE_CHECKING

from tui.reader.engine.engine import Engine, Show, Tell
from tui.reader.engine.wire import Question

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Corrections


async def ask(engine: Engine, question: Question, corrections: "Corrections", tell: Tell, show: Show) -> "Comparison":
    """Return the engine's answer to a question with the links that were made and cut by hand.

    Parameters
    ----------
    engine, question, corrections
        Who is asked, and what. Where nothing has been compared, the question is asked without the corrections first:
        so it is known from the start of the program, and its answer is the larger part of a corrected one.
    tell
        Called at every stage, in a thread of its own.
    show
        Shown the links of large articles before their details, in the same thread.

    Raises
    ------
    EngineFailure
        If the engine cannot answer.
    """
    if corrections.linked or corrections.unlinked:
        if question.earlier is None:
            question = question._replace(earlier=await _answered(engine, question, tell, show))
        question = question._replace(corrections=corrections)
    return await _answered(engine, question, tell, show)


async def _answered(engine: Engine, question: Question, tell: Tell, show: Show) -> "Comparison":
    try:
        return await asyncio.wrap_future(engine.ask(question, tell, show))
    except asyncio.CancelledError:
        engine.stop()
        raise
