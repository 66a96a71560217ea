"""Pairs of sentences in a golden table: what differs, what contradicts, and what only says the same in other words."""

from pathlib import Path

import pytest
import yaml

from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details import find_details
from tui.compare.engine import read_articles
from tui.compare.passages import form_passages

ROWS = yaml.safe_load((Path(__file__).parent / "sentences.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", ROWS, ids=[f"{row['left']} / {row['right']}" for row in ROWS])
def test_linked_sentences_differ_in_what_the_table_says_and_in_nothing_else(row):
    left, right = read_articles(make_article(row["left"]), make_article(row["right"]))
    passages = form_passages(left, right, (Link(0, 0, 0.9),))
    found = [
        [
            detail.kind,
            detail.left and left.article.slice(detail.left),
            detail.right and right.article.slice(detail.right),
            detail.conflict,
        ]
        for detail in find_details(left, right, passages, Settings())
        if detail.kind != "wording"
    ]
    assert sorted(found, key=str) == sorted(row["details"], key=str)
