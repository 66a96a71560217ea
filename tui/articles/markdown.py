"""Markdown: what a reader would see of it, with the marks taken away and each block a line of its own.

The article's text is that reading, and offsets refer to it. A block of YAML at the top may give title, date and author.
"""

import re
from datetime import date, datetime
from typing import Any

from tui.articles.article import DateSource
from tui.articles.draft import Draft
from tui.disk.yaml_parsed import YamlError
from tui.disk.yaml_text import parse_yaml

MOST_CHARACTERS = 2_000_000
"""Longer Markdown is shown as it is written, with its marks."""

_FRONT = re.compile(r"\A---[ \t]*\n(.{0,20000}?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_LETTER = re.compile(r"[^\W_]")
_TARGET = re.compile(r"(?<=\])\([^()\s]{1,2000}\)|<[^<>]{1,1000}>|\bhttps?:\S{1,2000}")
_TAG = re.compile(r"<[^<>]{1,1000}>")


def read_markdown(text: str, name: str, warnings: tuple[str, ...] = ()) -> Draft:
    """Return what a reader sees of the Markdown `text`, with title, date and author if its front matter gives them."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    told, text, warnings = _front_matter(text, name, warnings)
    lines = "\n".join(_lines(text)) if len(text) <= MOST_CHARACTERS else ""
    # Beyond its depth markdown-it drops what it finds, and a fence may swallow what was meant as text.
    if 2 * len(_LETTER.findall(lines)) < len(_LETTER.findall(_TARGET.sub("", text))):
        warnings = (*warnings, "cannot be read as Markdown; it is shown as it is written")
    else:
        text = lines
    published = told.get("date", told.get("published"))
    day = published.date() if isinstance(published, datetime) else published
    return Draft(
        text,
        _text(told.get("title")),
        _text(told.get("source")),
        (DateSource("front matter", day),) if isinstance(day, date) else (),
        _text(told.get("author")),
        warnings,
    )


def _front_matter(text: str, name: str, warnings: tuple[str, ...]) -> tuple[dict[str, Any], str, tuple[str, ...]]:
    found = _FRONT.match(text)
    if not found:
        return {}, text, warnings
    try:
        told = parse_yaml(found[1], name).value
    except YamlError as error:
        return {}, text[found.end() :], (*warnings, f"its front matter is not read: {error}")
    return (told if isinstance(told, dict) else {}), text[found.end() :], warnings


def _lines(text: str) -> list[str]:
    from markdown_it import MarkdownIt

    lines: list[str] = []
    for token in MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(text):
        if token.type == "inline":
            lines.extend(_inline(token.children or []).split("\n"))
        elif token.type in ("fence", "code_block"):
            lines.extend(token.content.split("\n"))
        elif token.type == "html_block":
            lines.extend(_TAG.sub(" ", token.content).split("\n"))
    return [line.strip() for line in lines if line.strip()]


def _inline(tokens: list[Any]) -> str:
    pieces = []
    for token in tokens:
        if token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            pieces.append("\n")
        elif token.type == "image":
            pieces.append(_inline(token.children or []) or token.content)
        elif token.type != "html_inline":
            pieces.append(token.content)
    return "".join(pieces)


def _text(value: object) -> str | None:
    return " ".join(value.split()) or None if isinstance(value, str) else None
