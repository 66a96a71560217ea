"""One record of a batch: a line of JSON in, a line of JSON out; whatever is wrong with it costs this line alone."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO
from json.encoder import encode_basestring
from typing import Any

from tui.articles.article import Article, ArticleError, Span
from tui.articles.load import load_article, make_article
from tui.compare.budget import within_budget
from tui.compare.comparison import Reason, Settings
from tui.compare.engine import compare, read_articles
from tui.compare.mentions import gather_mentions
from tui.compare.names import explain_names
from tui.compare.quotations.explaining import explain_speakers
from tui.compare.reading import Reading
from tui.compare.stages import Stages, Watch
from tui.compare.trouble import describe_fault
from tui.given_links import parse_links
from tui.notes.reports.document import Each, article_document, comparison_document
from tui.system.streams import MOST_IN_LINE

Answer = Callable[[dict[str, Any]], dict[str, Any]]
"""Makes the document that a record asks for."""


def compare_record(record: dict[str, Any], *, settings: Settings, explain: bool = False) -> dict[str, Any]:
    """Return the comparison document of a record that gives two articles; with `explain`, it says why what is linked.

    Raises
    ------
    ArticleError
        If the record lacks an article, or one cannot be had.
    """
    left, right = (_article_of(record, side) for side in ("left", "right"))
    given = parse_links(record["links"], left, right) if "links" in record else None
    comparison = compare(left, right, settings, given=given, watch=within_budget)
    return comparison_document(comparison, record.get("id"), explain=explain)


def inspect_record(record: dict[str, Any], *, explain: bool = False) -> dict[str, Any]:
    """Return the article document of a record that gives one article; with `explain`, names and quotations say why.

    Raises
    ------
    ArticleError
        If the record lacks the article, or it cannot be had.
    """
    return inspected(_article_of(record, "text"), record.get("id"), explain)


def inspected(article: Article, identity: object, explain: bool, watch: Watch = within_budget) -> dict[str, Any]:
    """Return the document of an article; `identity` is the caller's own id, left out when none.

    `watch` ends a stage that takes too long.
    """
    stages = Stages(len(article.text), watch=watch)
    (reading,) = read_articles(article, stages=stages)
    nothing = Reading(make_article(""))
    why = _explain(reading) if explain and reading.names else None
    mentions = stages.run("gathering names", (), gather_mentions, reading, nothing)
    return article_document(reading, mentions, identity, why, stages.troubles)


def _explain(reading: Reading) -> dict[Span, tuple[Reason, ...]]:
    """Return why each name is one, and why each quotation's speaker says it, by place."""
    (reasons,) = explain_names((reading.article,))
    why = explain_speakers(reading.article, reading.names, reading.references)
    return why | {name.span: told for name, told in zip(reading.names, reasons, strict=True)}


def answer_line(line: bytes, number: int, answer: Answer) -> bytes:
    """Return the answer to one line, line end included; of a fault it says the line's number, from 1."""
    identity: object = None
    try:
        record = parse_record(line)
        identity = record.get("id")
        return (to_json(answer(record)) + "\n").encode()
    except ArticleError as error:
        told = str(error)
    except Exception as error:
        told = str(describe_fault("this record", error))
    return refuse_line(identity, number, told)


def refuse_line(identity: object, number: int, told: str) -> bytes:
    """Return the answer to a line that cannot be answered."""
    return (to_json({"id": identity, "error": f"line {number}: {told}"}) + "\n").encode()


def _article_of(record: dict[str, Any], key: str) -> Article:
    """Return the article that a record gives as text under `key`, or as a path under `key_path`."""
    path = f"{key}_path" if key != "text" else "path"
    if isinstance(record.get(key), str):
        return make_article(record[key])
    if isinstance(record.get(path), str):
        return load_article(record[path], keep_stdin=True)
    raise ArticleError(f"no text under {key!r} and no path under {path!r}; give one of them as a string")


def parse_record(line: bytes) -> dict[str, Any]:
    """Return the record that a line holds.

    Raises
    ------
    ArticleError
        If it is no JSON object, or too long.
    """
    if len(line) > MOST_IN_LINE:
        raise ArticleError(f"longer than {MOST_IN_LINE // 1_000_000} MB; give the articles by their paths")
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"not JSON ({error}); write one object a line") from error
    if not isinstance(record, dict):
        raise ArticleError("not a JSON object; write one object a line")
    return record


def to_json(value: object) -> str:
    """Return a value as JSON; a lone surrogate, which JSON can escape but UTF-8 cannot carry, is kept as an escape."""
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() or _is_utf8(text) else json.dumps(value)


def to_indented_json(value: object) -> bytes:
    """Return a value, all keys in it being text, as `json.dumps` indents it by two, in UTF-8 and with a last line end.

    That takes half the time here and, of a long document, far less memory. Its outer lists may be `Each`.
    """
    try:
        written = BytesIO()
        for piece in _pieces(value, "\n", 3):
            written.write(piece.encode())
        written.write(b"\n")
        return written.getvalue()
    except UnicodeEncodeError:  # a lone surrogate
        return json.dumps(value, indent=2, default=list).encode() + b"\n"


def _pieces(value: object, line: str, levels: int) -> Iterator[str]:
    """Yield a value as indented JSON, its outer levels item by item; `line` is a line end with its own indentation."""
    if not levels or not value or not isinstance(value, dict | list | Each):
        yield _indented(value, line)
        return
    signs, inner = "{}" if isinstance(value, dict) else "[]", line + "  "
    for number, key in enumerate(value):
        yield f"{',' if number else signs[0]}{inner}"
        if isinstance(value, dict):
            yield f"{encode_basestring(key)}: "
        yield from _pieces(value[key] if isinstance(value, dict) else key, inner, levels - 1)
    yield line + signs[1]


def _indented(value: object, line: str) -> str:
    if isinstance(value, str):
        return encode_basestring(value)
    if type(value) is int:
        return str(value)
    inner = line + "  "
    if isinstance(value, dict) and value:
        pairs = [f"{encode_basestring(key)}: {_indented(one, inner)}" for key, one in value.items()]
        return f"{{{inner}{f',{inner}'.join(pairs)}{line}}}"
    if isinstance(value, list | tuple) and value:
        return f"[{inner}{f',{inner}'.join([_indented(one, inner) for one in value])}{line}]"
    return json.dumps(value, default=list)


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
