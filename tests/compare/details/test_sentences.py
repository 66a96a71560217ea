"""Pairs of sentences in golden tables: what of them must be told, what contradicts, and what must not be told."""

from pathlib import Path

import pytest
import yaml

from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details import find_details
from tui.compare.details.pair import Pair
from tui.compare.engine import read_articles
from tui.compare.passages import form_passages

TABLES = ("sentences", "numbers", "claims", "alone")
NOT_YET = yaml.safe_load((Path(__file__).parent / "not_yet.yaml").read_text(encoding="utf-8"))
ROWS = [
    row
    for table in TABLES
    for row in yaml.safe_load((Path(__file__).parent / f"{table}.yaml").read_text(encoding="utf-8"))
]


def details_of(row, *kinds):
    left, right = read_articles(make_article(row["left"]), make_article(row["right"]))
    passages = form_passages((Link(0, 0, 0.9),))
    return [
        (
            detail.left and left.article.slice(detail.left),
            detail.right and right.article.slice(detail.right),
            detail.conflict,
        )
        for detail in find_details(Pair(left, right), passages, Settings())
        if (detail.kind in kinds if kinds else detail.kind != "wording")
    ]


def holds(one, two):
    """Say whether one side's words stand in the other's, nothing facing nothing."""
    return one is None if two is None else one is not None and (one in two or two in one)


def marked(rows, key):
    """Return the rows as parameters; what stands in `not_yet.yaml` is known to fail."""
    known = NOT_YET[key] or ()
    names = [(row, f"{row['left']} / {row['right']}") for row in rows]
    return [pytest.param(row, id=name, marks=[pytest.mark.xfail] * (name in known)) for row, name in names]


@pytest.mark.parametrize("row", marked((row for row in ROWS if row["details"]), "open"))
def test_what_the_table_says_is_told(row):
    found = details_of(row)
    for _, left, right, conflict in row["details"]:
        fitting = [one for one in found if holds(one[0], left) and holds(one[1], right)]
        assert fitting, found
        assert conflict or not any(one[2] for one in fitting), found


@pytest.mark.parametrize("row", marked((row for row in ROWS if not row["details"]), "open_numbers"))
def test_no_number_is_held_against_the_number_of_another_thing_or_against_itself(row):
    assert [one for one in details_of(row, "figure", "date") if one[0] and one[1]] == []


@pytest.mark.parametrize("row", marked(ROWS, "open_conflicts"))
def test_nothing_contradicts_that_the_table_does_not_say_contradicts(row):
    allowed = [(left, right) for _, left, right, conflict in row["details"] if conflict]
    wrong = [
        one for one in details_of(row) if one[2] and not any(holds(one[0], a) and holds(one[1], b) for a, b in allowed)
    ]
    assert wrong == []
