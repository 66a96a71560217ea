"""The links that a record of `compare --jsonl` or the file of `compare --links` brings, checked against the texts."""

import json
from typing import Any

from tui.articles.article import SIDES, Article, ArticleError, Span
from tui.articles.files import read_file
from tui.compare.given import SpanPair

_FORM = '[{"left": {"start": 0, "end": 80}, "right": {"start": 12, "end": 95}}, …]'


def read_links(path: str, left: Article, right: Article) -> list[SpanPair]:
    """Return the pairs of spans that a JSON file lists, alone or under the key "links".

    Raises
    ------
    ArticleError
        If the file cannot be read, is no such list, or names places that the texts do not have.
    """
    try:
        values = json.loads(read_file(path)[0].decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise ArticleError(f"{path}: not JSON ({error}); write {_FORM}") from error
    try:
        return parse_links(values["links"] if isinstance(values, dict) and "links" in values else values, left, right)
    except ArticleError as error:
        raise ArticleError(f"{path}: {error}") from error


def parse_links(values: Any, left: Article, right: Article) -> list[SpanPair]:
    """Return the pairs of spans of a list as JSON gives it.

    Raises
    ------
    ArticleError
        If it is no such list, or names places that the texts do not have.
    """
    if not isinstance(values, list):
        raise ArticleError(f'"links" is no list; write {_FORM}')
    texts = dict(zip(SIDES, (left, right), strict=True))
    return [
        (_span(value, "left", number, texts["left"]), _span(value, "right", number, texts["right"]))
        for number, value in enumerate(values, 1)
    ]


def _span(value: Any, side: str, number: int, article: Article) -> Span:
    place = value.get(side) if isinstance(value, dict) else None
    start, end = (place.get(key) if isinstance(place, dict) else None for key in ("start", "end"))
    if type(start) is not int or type(end) is not int:
        raise ArticleError(f"link {number} has no {side} start and end; write {_FORM}")
    if not 0 <= start < end <= len(article.text):
        raise ArticleError(f"link {number} ends outside the {side} text, which has {len(article.text)} characters")
    return Span(start, end)
