"""What each command does, once the command line is understood."""

import os
import sys
from collections.abc import Sequence

from tui.articles.article import Article, ArticleError
from tui.articles.load import load_article
from tui.compare.budget import within_budget
from tui.compare.comparison import Comparison, DetailLevel, Settings
from tui.compare.engine import compare
from tui.disk.signs import to_ascii
from tui.given_links import read_links
from tui.notes.reports.document import Each, comparison_document
from tui.opening import load_pair
from tui.records import inspected, to_indented_json
from tui.system.helpers import all_processors
from tui.system.streams import print_report, tell
from tui.system.terminal import can_place
from tui.timings import Timings


def compare_articles(
    articles: Sequence[str],
    *,
    settings: Settings,
    form: str,
    output: str | None,
    force: bool,
    colour: str,
    refresh: bool,
    links: str | None = None,
    explain: bool = False,
    with_timings: bool = False,
    level: DetailLevel | None = None,
) -> bool:
    """Write the report of two articles and say whether they have anything in common.

    Parameters
    ----------
    articles
        Two paths, URLs or `-`, or one pair file or folder.
    form
        The report's format: text, json, markdown, html or csv.
    output
        The file to write to, or none for standard output.
    force
        Whether `output` may be replaced if it is there.
    colour
        For text: "always", "never", or "auto" for on a terminal unless NO_COLOR is set.
    refresh
        Whether pages are fetched again although a copy of each was kept.
    links
        A JSON file of spans that say the same, used in place of the engine's own links.
    explain
        For text and json: whether it is said why sentences are linked or not.
    with_timings
        Whether what each stage cost is told on standard error.
    level
        How many details are told; none for few, and in JSON, where each has its importance, for what `settings` hold.

    Raises
    ------
    ArticleError
        If an article cannot be had, the links cannot be read or the file cannot be written.
    """
    timings = Timings()
    with timings.stage("loading the articles"):
        left, right = load_pair(articles, refresh=refresh)
    _tell_warnings(left, right)
    given = None if links is None else read_links(links, left, right)
    watch = timings.watching(within_budget) if with_timings else within_budget
    with all_processors(timings):
        comparison = compare(left, right, settings, given=given, watch=watch)
    if form != "json":
        from tui.compare import telling

        comparison = telling.tell(comparison, level or "few")
    with timings.stage("writing the report"):
        report = _render(comparison, form, _wants_colour(colour, output), explain)
        if isinstance(report, str) and form == "text" and _wants_ascii(output):
            report = to_ascii(report)
        deliver(report, output, force)
    if with_timings:
        _tell_timings(timings)
    return bool(comparison.passages)


def inspect_article(
    location: str,
    *,
    output: str | None,
    force: bool,
    refresh: bool,
    explain: bool = False,
    with_timings: bool = False,
) -> None:
    """Write the document of one article as JSON; a URL is fetched again when `refresh` is set.

    With `explain`, every place of a name says why it is one; with `with_timings` standard error is told what each stage
    cost.
    """
    timings = Timings()
    with timings.stage("loading the article"):
        article = load_article(location, refresh=refresh)
    _tell_warnings(article)
    watch = timings.watching(within_budget) if with_timings else within_budget
    with all_processors(timings):
        document = inspected(article, None, explain, watch)
    deliver(to_indented_json(document), output, force)
    if with_timings:
        _tell_timings(timings)


def _tell_timings(timings: Timings) -> None:
    for line in timings.lines():
        tell(line, flat=False)


def _render(comparison: Comparison, form: str, colour: bool, explain: bool) -> str | bytes:
    if form == "json":
        return to_indented_json(comparison_document(comparison, explain=explain, each=Each))
    if form == "text":
        from tui.notes.reports.text import render_text

        return render_text(comparison, colour=colour, explain=explain)
    from tui.notes.reports.export import FORMATS, render

    return render(comparison, None, next(known for known in FORMATS if known == form))


def _tell_warnings(*articles: Article) -> None:
    """Write on standard error what the user should know of how the articles were read."""
    for article in articles:
        for warning in article.warnings:
            tell(f"{article.origin}: {warning}")


def _wants_colour(colour: str, output: str | None) -> bool:
    on_terminal = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return colour == "always" or (colour == "auto" and on_terminal and can_place())


def _wants_ascii(output: str | None) -> bool:
    """Return whether signs are printed in ASCII: at a terminal as configured, elsewhere where it is asked for."""
    if output is None and sys.stdout.isatty():
        from tui.reader.configuration import load_settings
        from tui.reader.settings import draws_ascii

        return draws_ascii(load_settings()[0].marks)
    return os.environ.get("NEWSDIFF_MARKS") == "ascii"


def deliver(text: str | bytes, output: str | None, force: bool) -> None:
    """Write a report to a file, or to standard output when none is named; bytes as they are.

    Raises
    ------
    ArticleError
        If the file is there and may not be replaced, or cannot be written.
    StreamError
        If standard output cannot be written.
    """
    if output is None:
        print_report(text.encode(errors="replace") if isinstance(text, str) else text)
        return
    from tui.notes.reports.export import write_export

    try:
        write_export(output, text, overwrite=force)
    except FileExistsError as error:
        raise ArticleError(f"{output}: is already there; name another file, or add --force to replace it") from error
    except OSError as error:
        raise ArticleError(f"{output}: {error.strerror}; name a file that can be written") from error
