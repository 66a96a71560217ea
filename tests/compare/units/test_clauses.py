"""What the clauses of a sentence tell: who does what to whom, when, where, on whose word, and how surely."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare.details.field import Field
from tui.compare.details.pair import Pair
from tui.compare.engine import read_articles
from tui.compare.units.clauses import Clause
from tui.compare.units.unit import Unit

_ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("clauses.yaml").read_text(encoding="utf-8"))


def _field(text: str) -> Field:
    article = make_article(f"News of the day\n\n{text}\n")
    readings = read_articles(article, article)
    return Field(Pair(readings[0], readings[1]), ())


def _told(field: Field, clause: Clause) -> dict[str, Any]:
    parts = field.pair.sentences["left"][1]

    def text(unit: Unit | None) -> str | None:
        return unit.text if unit else None

    def words(places: tuple[int, ...]) -> list[str]:
        return [parts.words[n].text for n in places]

    return {
        "who": text(clause.who),
        "act": None if clause.act is None else parts.words[clause.act].text,
        "whom": text(clause.whom),
        "when": [unit.text for unit in clause.when],
        "where": [unit.text for unit in clause.where],
        "source": clause.source and parts.slice(clause.source.source),
        "firmness": clause.firmness,
        "negations": words(clause.negations),
        "modals": words(clause.modals),
        "hedges": words(clause.hedges),
    }


@pytest.mark.parametrize("row", _ROWS, ids=lambda row: row["sentence"])
def test_clauses_tell_who_does_what_on_whose_word_and_how_surely(row: dict[str, Any]) -> None:
    field = _field(row["sentence"])
    told = [_told(field, clause) for clause in field.clauses(0, 1)]
    assert [{key: one[key] for key in asked} for one, asked in zip(told, row["clauses"], strict=True)] == row["clauses"]


def test_each_word_of_an_article_stands_in_one_clause() -> None:
    field = _field(" ".join(row["sentence"] for row in _ROWS))
    for number, parts in enumerate(field.pair.sentences["left"]):
        clauses = field.clauses(0, number)
        assert [n for c in clauses for n in range(c.first, c.after)] == list(range(len(parts.words)))


def test_a_unit_is_found_in_its_clause() -> None:
    field = _field("Officials said two people were killed, but the hospital counts four dead.")
    (four,) = [u for u in field.units_of(0, 1) if u.form == "figure" and u.text.startswith("four")]
    (clause,) = field.clauses_of(0, 1, four)
    assert clause.source is None
    parts = field.pair.sentences["left"][1]
    assert parts.slice(Span(parts.words[clause.first].start, four.start)).startswith("but the hospital")
