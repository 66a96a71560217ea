"""What `pairs` does: from many articles to those that tell of one event, as records that `compare --jsonl` takes."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from tui.articles.article import ArticleError
from tui.articles.kinship import find_kin, words_of
from tui.articles.pairs import article_files, words_of_file
from tui.disk.inert import make_inert_line
from tui.records import parse_record, to_json
from tui.system.streams import input_lines, print_report, tell


def pair_folders(folders: Sequence[str], least: float) -> None:
    """Print the pairs of articles in folders that tell of one event, the most alike first, a record a line.

    Files that cannot be read are told and passed over.

    Raises
    ------
    ArticleError
        If a folder cannot be read.
    """
    words: dict[str, frozenset[str]] = {}
    for folder in folders:
        for path in article_files(folder):
            found = words_of_file(path)
            if found:
                words[path] = found
            else:
                tell(f"{path}: cannot be read, or holds no words; passed over")
    paths = list(words)
    for kin in find_kin(list(words.values()), least):
        _print({"left_path": paths[kin.left], "right_path": paths[kin.right]}, kin.likeness)


def pair_lines(least: float) -> None:
    """Print the pairs among the articles on standard input, a record with "text" or "path" a line.

    Raises
    ------
    ArticleError
        If a line is no such record: which articles belong together cannot be told without all of them.
    """
    records = list(_read(input_lines()))
    for kin in find_kin([words for _, words in records], least):
        left, right = records[kin.left][0], records[kin.right][0]
        given: dict[str, Any] = {"id": [left.get("id"), right.get("id")]}
        for side, record in (("left", left), ("right", right)):
            kind = "text" if "text" in record else "path"
            given[side if kind == "text" else f"{side}_path"] = record[kind]
        _print(given, kin.likeness)


def _read(lines: Iterable[bytes]) -> Iterator[tuple[dict[str, Any], frozenset[str]]]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = parse_record(line)
        except ArticleError as error:
            raise ArticleError(f"line {number}: {error}") from error
        if isinstance(record.get("text"), str):
            yield record, words_of(record["text"])
        elif isinstance(record.get("path"), str) and os.path.exists(record["path"]):
            yield record, words_of_file(record["path"])
        else:
            identity = make_inert_line(json.dumps(record.get("id")))
            raise ArticleError(f"line {number}: record {identity} has no text, and no path of a file; give one")


def _print(given: dict[str, Any], likeness: float) -> None:
    print_report((to_json(given | {"likeness": round(likeness, 3)}) + "\n").encode())
