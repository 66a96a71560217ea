"""From names on the command line to a pair, and to the reader on it. Imports only what the first paint needs."""

import gc
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from tui.articles.article import SIDES, Article, ArticleError
from tui.articles.load import load_article
from tui.articles.pairs import load_pair as articles_of
from tui.articles.walled import one_process
from tui.disk.signs import to_ascii
from tui.system.streams import print_line, tell

if TYPE_CHECKING:
    from tui.articles.pairs import Pair
    from tui.reader.engine.engine import Engine
    from tui.system.ending import Ending

_ONE_INPUT = "-: standard input can be one of the two articles, not both; name a file for the other"


def load_pair(names: Sequence[str], *, refresh: bool = False) -> tuple[Article, Article]:
    """Return the left and the right article, or the bundled pair when none is named.

    One name is that of a pair file, or of a folder, whose most alike pair is taken. With `refresh` pages are fetched
    again although a copy of each was kept.

    Raises
    ------
    ArticleError
        If an article cannot be had, both are standard input, or there are not two.
    """
    if len(names) > len(SIDES):
        raise ArticleError(f"{len(names)} articles where there should be two; name a left and a right one")
    if len(names) < len(SIDES):
        from tui.articles.pairs import bundled_pairs, offered_pairs

        return articles_of((offered_pairs(names[0]) if names else bundled_pairs(1))[0], refresh=refresh)
    left, right = names
    _say_what_takes_time(names)
    if left == right == "-":
        raise ArticleError(_ONE_INPUT)
    with one_process():
        return load_article(left, refresh=refresh), load_article(right, refresh=refresh)


def _say_what_takes_time(names: Sequence[str]) -> None:
    """Tell whoever waits at a terminal that a page is on its way; a file is read before it could be told."""
    from tui.articles.address import is_address

    for name in filter(is_address, names):
        if sys.stderr.isatty():
            tell(f"fetching {name} …")


def open_reader(articles: list[str], *, last: bool, refresh: bool = False) -> int:
    """Open the reader on two articles, or on the bundled pair when none is named.

    With `last` and no names it is the pair that was open last; with `refresh` pages are fetched again.

    Raises
    ------
    ArticleError
        If an article cannot be had, or there is no terminal to draw on.
    """
    if len(articles) > len(SIDES):
        raise ArticleError(f"the reader takes two articles, not {len(articles)}; name a left and a right one")
    if last and not articles:
        articles = _last_pair()
    # Importing finds no garbage, and looking for it costs a fifth of the time until the first paint.
    gc.disable()
    from tui.reader.engine.engine import Engine
    from tui.system.ending import Ending

    ending = Ending()
    engine = Engine()
    try:
        if _can_draw():
            with suppress(OSError):
                # It is told on the screen, where the rest of the reader can be used all the same.
                engine.start()
        _run_reader(articles, refresh, engine, ending)
    finally:
        engine.stop()
        ending.finish()
    return 128 + ending.signal if ending.signal else 0


def open_plain(articles: Sequence[str], *, refresh: bool = False) -> None:
    """Walk a pair as plain lines at a terminal, or print all of them where there is none.

    Raises
    ------
    ArticleError
        If an article cannot be had, or the sentence model cannot be used.
    """
    from tui.chosen_model import chosen_model
    from tui.compare.budget import within_budget
    from tui.compare.comparison import Settings
    from tui.compare.engine import compare
    from tui.compare.telling import tell
    from tui.notes.open_notes import open_notes
    from tui.notes.reports.contents import make_contents
    from tui.plain.lines import make_lines
    from tui.reader.configuration import load_settings
    from tui.reader.settings import draws_ascii

    left, right = load_pair(articles, refresh=refresh)
    if "-" in articles and sys.stdout.isatty():
        _give_keyboard_back()
    notes = open_notes(left, right)
    settings = Settings(model=chosen_model())
    comparison = compare(left, right, settings, notes.placement.corrections, watch=within_budget)
    lines = make_lines(make_contents(tell(comparison), notes.notebook))
    if draws_ascii(load_settings()[0].marks):
        lines = tuple([replace(line, text=to_ascii(line.text)) for line in lines])
    if sys.stdin.isatty() and sys.stdout.isatty():
        from tui.plain.walk import walk

        walk(lines)
    else:
        for line in lines:
            print_line(line.text)


def _run_reader(articles: list[str], refresh: bool, engine: "Engine", ending: "Ending") -> None:
    found: tuple[Pair, ...] = ()
    if len(articles) == 1:
        from tui.articles.pairs import offered_pairs

        found = offered_pairs(articles[0])
        left, right = articles_of(found[0], refresh=refresh)
    else:
        left, right = load_pair(articles, refresh=refresh)
    if not _can_draw():
        raise ArticleError("the reader needs a terminal; use 'newsdiff-tui compare' where there is none")
    from tui.system.terminal import GroundQuestion, can_place, colours, told_ground

    if "TEXTUAL_DRIVER" not in os.environ and not can_place():
        raise ArticleError("this terminal (TERM=dumb) cannot place text on a screen; use 'newsdiff-tui --plain'")
    if "-" in articles:
        _give_keyboard_back()
    from tui.reader.configuration import load_settings
    from tui.reader.engine.wire import Question
    from tui.reader.settings import suiting_theme

    settings, mistakes = load_settings()
    engine.ask_ahead(Question(left, right, settings.engine))
    question = GroundQuestion()
    shown = colours()
    if not settings.theme_is_chosen and shown > 16 and not os.environ.get("NO_COLOR"):
        question.ask()
    try:
        # The terminal answers while this is imported.
        from tui.reader.run import run
    finally:
        ground = question.answer() or told_ground()
    if not settings.theme_is_chosen:
        settings = replace(settings, theme=suiting_theme(shown, ground))
    from tui.reader.helping.tour import is_new_here

    run(left, right, settings, mistakes, engine, found, ending, question, guided=not articles and is_new_here())


def _can_draw() -> bool:
    return sys.stdout.isatty() or "TEXTUAL_DRIVER" in os.environ


def _last_pair() -> list[str]:
    from tui.reader.opening.pairs import recent_pairs

    pairs = recent_pairs()
    if not pairs:
        raise ArticleError("no pair has been open yet; name two articles")
    return [pairs[0].left, pairs[0].right]


def _give_keyboard_back() -> None:
    # Standard input was a pipe and has been read; keys come from the terminal.
    try:
        terminal = os.open("/dev/tty", os.O_RDONLY)
    except OSError as error:
        raise ArticleError("-: no terminal to read keys from; name files instead of standard input") from error
    os.dup2(terminal, 0)
    os.close(terminal)
