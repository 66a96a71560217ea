"""One pair compared by one process and by several; `test_sharing.py` starts it, since threads are not copied."""

import os
from collections.abc import Callable
from pathlib import Path

from tui.articles.article import Article
from tui.articles.load import load_article
from tui.compare import engine, names
from tui.compare.budget import within_budget
from tui.compare.comparison import Settings
from tui.compare.details import candidates as details
from tui.compare.details import judging
from tui.compare.engine import compare
from tui.compare.links import candidates as links
from tui.notes.reports.document import comparison_document
from tui.records import to_json
from tui.system import helpers
from tui.system.helpers import all_processors
from tui.timings import Timings

SEEDS = Path(__file__).parent.parent.parent / "seeds"
PAIRS = "kerry-in-sochi", "warehouse-fire"


def share_small_texts() -> None:
    """Make shares so small that articles of ordinary length have several of each kind of work."""
    engine._MANY = 0
    names._SENTENCES, names._STRETCHES = 4, 7
    links._SMALL, links._AT_ONCE = 0, 3
    details._MANY, details._AT_ONCE = 0, 4
    judging._AT_ONCE = 100


def compared(left: Article, right: Article, processes: int) -> tuple[str, int, list[str]]:
    """Return the document of a comparison by so many processes, how many helpers there were, and what was timed."""
    forks, fork = 0, os.fork

    def counted() -> int:
        nonlocal forks
        forks += 1
        return fork()

    helpers._processors = lambda: processes
    os.fork = counted
    timings = Timings()
    try:
        with all_processors(timings):
            comparison = compare(left, right, Settings(level="more"), watch=timings.watching(within_budget))
    finally:
        os.fork = fork
    return to_json(comparison_document(comparison, explain=True)), forks, list(timings.seconds)


def break_on(article: Article) -> Callable[..., tuple[()]]:
    def broken(given: Article, *_: object) -> tuple[()]:
        if given is article:
            raise ZeroDivisionError
        return ()

    return broken


if __name__ == "__main__":
    share_small_texts()
    for name in PAIRS:
        left, right = (load_article(str(SEEDS / f"{name}.{side}.txt")) for side in ("left", "right"))
        alone, none, timed = compared(left, right, 1)
        assert not none
        for processes in (2, 3):
            together, forks, also_timed = compared(left, right, processes)
            assert together == alone
            assert forks > 6, forks
            assert sorted(also_timed) == sorted(timed)
    engine.find_quotations = break_on(right)
    alone, _, _ = compared(left, right, 1)
    assert "ZeroDivisionError in " in alone
    assert compared(left, right, 3)[0] == alone
