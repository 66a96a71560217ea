"""What each command does, once the command line is understood."""

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from tui.articles.article import Article, ArticleError
from tui.articles.load import load_article, make_article
from tui.articles.walled import one_process
from tui.compare.budget import within_budget
from tui.compare.comparison import Comparison, Settings
from tui.compare.engine import compare, read_articles
from tui.compare.mentions import gather_mentions
from tui.compare.names import explain_names
from tui.compare.reading import Reading
from tui.compare.stages import Stages
from tui.compare.trouble import describe_fault
from tui.given_links import parse_links, read_links
from tui.notes.reports.document import article_document, comparison_document
from tui.notes.reports.export import FORMATS, render, write_export
from tui.notes.reports.text import render_text
from tui.opening import load_pair
from tui.system.streams import MOST_IN_LINE, print_report, tell

Put = Callable[[bytes], None]
"""Takes the answer to one line, line end included."""


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

    Raises
    ------
    ArticleError
        If an article cannot be had, the links cannot be read or the file cannot be written.
    """
    left, right = load_pair(articles, refresh=refresh)
    _tell_warnings(left, right)
    given = None if links is None else read_links(links, left, right)
    comparison = compare(left, right, settings, given=given, watch=within_budget)
    deliver(_render(comparison, form, _wants_colour(colour, output)), output, force)
    return bool(comparison.passages)


def inspect_article(location: str, *, output: str | None, force: bool, refresh: bool, explain: bool = False) -> None:
    """Write the document of one article as JSON; a URL is fetched again when `refresh` is set.

    With `explain`, every place of a name says why it is one.
    """
    article = load_article(location, refresh=refresh)
    _tell_warnings(article)
    deliver(_to_json(_inspected(article, None, explain), indent=2) + "\n", output, force)


def compare_lines(lines: Iterable[bytes], put: Put, settings: Settings) -> None:
    """Answer every line that holds a pair, in order; a bad line is answered with what is wrong with it."""

    def answer(record: dict[str, Any]) -> dict[str, Any]:
        left, right = (_article_of(record, side) for side in ("left", "right"))
        given = parse_links(record["links"], left, right) if "links" in record else None
        return comparison_document(compare(left, right, settings, given=given, watch=within_budget), record.get("id"))

    _answer_lines(lines, put, answer)


def inspect_lines(lines: Iterable[bytes], put: Put, *, explain: bool = False) -> None:
    """Answer every line that holds an article, in order; a bad line is answered with what is wrong with it."""
    _answer_lines(lines, put, lambda record: _inspected(_article_of(record, "text"), record.get("id"), explain))


def _inspected(article: Article, identity: object, explain: bool) -> dict[str, Any]:
    stages = Stages(len(article.text), watch=within_budget)
    (reading,) = read_articles(article, stages=stages)
    nothing = Reading(make_article(""))
    why = None
    if explain and reading.names:
        (reasons,) = explain_names((article,))
        why = {name.span: told for name, told in zip(reading.names, reasons, strict=True)}
    mentions = stages.run("gathering names", (), gather_mentions, reading, nothing)
    return article_document(reading, mentions, identity, why, stages.troubles)


def _article_of(record: dict[str, Any], key: str) -> Article:
    """Return the article that a record gives as text under `key`, or as a path under `key_path`."""
    path = f"{key}_path" if key != "text" else "path"
    if isinstance(record.get(key), str):
        return make_article(record[key])
    if isinstance(record.get(path), str):
        return load_article(record[path], keep_stdin=True)
    raise ArticleError(f"no text under {key!r} and no path under {path!r}; give one of them as a string")


def _answer_lines(lines: Iterable[bytes], put: Put, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    with one_process():
        for number, line in enumerate(lines, 1):
            if line.strip():
                put(_answered(line, number, answer))


def _answered(line: bytes, number: int, answer: Callable[[dict[str, Any]], dict[str, Any]]) -> bytes:
    """Return the answer to one line; whatever is wrong with it, or with the program, costs this answer alone."""
    identity: object = None
    try:
        record = _parse_record(line)
        identity = record.get("id")
        return (_to_json(answer(record)) + "\n").encode()
    except ArticleError as error:
        told = str(error)
    except Exception as error:
        told = str(describe_fault("this record", error))
    return (_to_json({"id": identity, "error": f"line {number}: {told}"}) + "\n").encode()


def _parse_record(line: bytes) -> dict[str, Any]:
    if len(line) > MOST_IN_LINE:
        raise ArticleError(f"longer than {MOST_IN_LINE // 1_000_000} MB; give the articles by their paths")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not JSON ({error}); write one object a line") from error
    if not isinstance(record, dict):
        raise ArticleError("not a JSON object; write one object a line")
    return record


def _to_json(value: object, indent: int | None = None) -> str:
    # A lone surrogate, which JSON can escape but UTF-8 cannot carry, is kept as an escape.
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text if text.isascii() or _is_utf8(text) else json.dumps(value, indent=indent)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _render(comparison: Comparison, form: str, colour: bool) -> str:
    if form == "json":
        return _to_json(comparison_document(comparison), indent=2) + "\n"
    if form == "text":
        return render_text(comparison, colour=colour)
    return render(comparison, None, next(known for known in FORMATS if known == form))


def _tell_warnings(*articles: Article) -> None:
    """Write on standard error what the user should know of how the articles were read."""
    for article in articles:
        for warning in article.warnings:
            tell(f"{article.origin}: {warning}")


def _wants_colour(colour: str, output: str | None) -> bool:
    on_terminal = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return colour == "always" or (colour == "auto" and on_terminal)


def deliver(text: str, output: str | None, force: bool) -> None:
    """Write a report to a file, or to standard output when none is named.

    Raises
    ------
    ArticleError
        If the file is there and may not be replaced, or cannot be written.
    StreamError
        If standard output cannot be written.
    """
    if output is None:
        print_report(text.encode(errors="replace"))
        return
    try:
        write_export(output, text, overwrite=force)
    except FileExistsError as error:
        raise ArticleError(f"{output}: is already there; name another file, or add --force to replace it") from error
    except OSError as error:
        raise ArticleError(f"{output}: {error.strerror}; name a file that can be written") from error
