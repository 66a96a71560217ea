"""The door: parses the command line and imports a room only when it is needed."""

import argparse
import json
import sys
from collections.abc import Sequence
from typing import Any

from tui.articles.article import ArticleError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status: 0 done, 2 a usage or input error."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    parser = argparse.ArgumentParser(prog="newsdiff-tui")
    commands = parser.add_subparsers(dest="command")
    comparing = commands.add_parser("compare")
    comparing.add_argument("articles", nargs="*")
    comparing.add_argument("--jsonl", action="store_true")
    inspecting = commands.add_parser("inspect")
    inspecting.add_argument("articles", nargs="*")
    inspecting.add_argument("--jsonl", action="store_true")
    options = parser.parse_args(words)
    try:
        if options.jsonl:
            answer = _answer_compare if options.command == "compare" else _answer_inspect
            for line in sys.stdin:
                if line.strip():
                    print(json.dumps(answer(json.loads(line)), ensure_ascii=False))
    except ArticleError as error:
        print(f"newsdiff-tui: {error}", file=sys.stderr)
        return 2
    return 0


def _answer_compare(record: dict[str, Any]) -> dict[str, Any]:
    from tui.articles.load import make_article
    from tui.compare.engine import compare
    from tui.notes.reports.document import comparison_document

    comparison = compare(make_article(record["left"]), make_article(record["right"]))
    return comparison_document(comparison, record.get("id"))


def _answer_inspect(record: dict[str, Any]) -> dict[str, Any]:
    from tui.articles.load import make_article
    from tui.compare.engine import read_articles
    from tui.compare.mentions import gather_mentions
    from tui.compare.reading import Reading
    from tui.notes.reports.document import article_document

    (reading,) = read_articles(make_article(record["text"]))
    return article_document(reading, gather_mentions(reading, Reading(make_article(""))), record.get("id"))
