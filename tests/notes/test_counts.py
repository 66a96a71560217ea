"""Every document tells the same numbers, and they are those of the comparison."""

import csv
import io
import json
import re

import pytest

from tests.notes.conftest import quote
from tui.compare.counting import count
from tui.compare.engine import compare
from tui.notes.note import make_note
from tui.notes.notebook import Notebook
from tui.notes.reports.export import render


@pytest.fixture
def told(left, right):
    """Return the comparison, and each format's document on it."""
    comparison = compare(left, right)
    book = Notebook().add(make_note([quote(left, "left", "Eight passengers were hurt")]))
    return comparison, {form: render(comparison, book, form) for form in ("text", "markdown", "html", "json", "csv")}


def test_all_formats_count_alike(told):
    comparison, documents = told
    counts = count(comparison)
    assert counts.details and counts.passages
    numbers = [counts.passages, counts.details, counts.conflicts, *counts.alone]
    for form in ("text", "markdown"):
        line = next(line for line in documents[form].splitlines() if " · " in line and "passage" in line)
        told_in_line = [
            int(n.replace("no", "0")) for n in re.findall(r"(\d+|\bno) (?=passage|differing|conflict)", line)
        ]
        assert told_in_line == numbers[:3]
    tally = re.search(r'<ul class="tally">(.*?)</ul>', documents["html"])
    assert tally and [int(n) for n in re.findall(r"<b>(\d+)</b>", tally[1])] == [*numbers, 1]
    assert sum(d["kind"] != "wording" for d in json.loads(documents["json"])["details"]) == counts.details
    rows = list(csv.DictReader(io.StringIO(documents["csv"])))
    assert sum(row["kind"] != "wording" for row in rows) == counts.details
    assert sum(row["conflict"] == "yes" for row in rows) == counts.conflicts


def test_the_brief_counts_as_the_header_does(told):
    comparison, _ = told
    counts, questions = count(comparison), comparison.brief.questions
    assert [q.counts[0][1] for q in questions[:3]] == [counts.passages, counts.details, counts.conflicts]
    assert tuple(number for _, number in questions[3].counts) == counts.alone
    assert len(questions[3].lines) == sum(counts.alone)


def test_markdown_tells_every_sentence_once_below_the_brief_and_the_notes(told):
    comparison, documents = told
    body = documents["markdown"].split("## Sentence by sentence")[1].split("[^1l]:")[0]
    plain = re.sub(r"==|\[\^1l\]|\\", "", body)
    for article in (comparison.left, comparison.right):
        for sentence in article.sentences:
            assert plain.count(article.slice(sentence)) == 1, article.slice(sentence)
