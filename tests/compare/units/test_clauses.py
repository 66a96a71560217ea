"""How a sentence is cut into clauses, and which word is the verb of each."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare.details.field import Field
from tui.compare.details.pair import Pair
from tui.compare.engine import read_articles

_ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("clauses.yaml").read_text(encoding="utf-8"))


def _field(text: str) -> Field:
    article = make_article(f"News of the day\n\n{text}\n")
    readings = read_articles(article, article)
    return Field(Pair(readings[0], readings[1]), ())


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["sentence"])
def test_each_clause_has_its_verb(row: dict[str, Any]) -> None:
    field = _field(row["sentence"])
    words = field.pair.sentences["left"][1].words
    acts = [None if clause.act is None else words[clause.act].text for clause in field.clauses(0, 1)]
    assert [{"act": act} if asked else {} for act, asked in zip(acts, row["clauses"], strict=True)] == row["clauses"]


def test_each_word_of_an_article_stands_in_one_clause() -> None:
    field = _field(" ".join(row["sentence"] for row in _ROWS))
    for number, parts in enumerate(field.pair.sentences["left"]):
        clauses = field.clauses(0, number)
        assert [n for c in clauses for n in range(c.first, c.after)] == list(range(len(parts.words)))


def test_a_unit_is_found_in_its_clause() -> None:
    field = _field("Officials said two people were killed, but the hospital counts four dead.")
    (four,) = [u for u in field.units_of(0, 1) if u.form == "figure" and u.text.startswith("four")]
    (clause,) = field.clauses_of(0, 1, four)
    parts = field.pair.sentences["left"][1]
    assert parts.slice(Span(parts.words[clause.first].start, four.start)).startswith("but the hospital")
