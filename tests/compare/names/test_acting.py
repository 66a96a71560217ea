from pathlib import Path
from typing import Any

import pytest
import yaml

from tui.articles.load import make_article
from tui.compare.brief_lines import PLURALS
from tui.compare.engine import compare
from tui.compare.names import explain_names, find_names
from tui.reader.session.entries import list_entries

CASES = yaml.safe_load(Path(__file__).with_name("acting.yaml").read_text(encoding="utf-8"))
ACTS = "Norway has accused Denmark of closing the strait. The strait was closed on Monday."
IS_WHERE = "The strait was closed on Monday. A ferry from Norway was held for two days."


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_a_country_acts_where_it_does_what_states_do(case: dict[str, Any]) -> None:
    article = make_article(case["text"])
    (names,) = find_names([article])
    assert [article.slice(name.span) for name in names if name.acts] == case["acting"]
    assert {name.kind for name in names if name.acts} <= {"place"}


def test_it_is_said_why_a_country_acts() -> None:
    (reasons,) = explain_names([make_article(ACTS)])
    assert reasons[0][0].text == "a country that acts: what states do stands behind it: accused, agreed"


def test_a_country_that_acts_is_listed_as_a_body_and_on_no_side_alone() -> None:
    comparison = compare(make_article(ACTS), make_article(IS_WHERE))
    listed = {(mention.kind, mention.name) for mention in comparison.mentions}
    assert {("organisation", "Norway"), ("organisation", "Denmark"), ("place", "Norway")} <= listed
    presence = {(entry.group, entry.label): entry.presence for entry in list_entries(comparison)}
    assert presence["organisation", "Norway"] == presence["place", "Norway"] == "both"
    assert presence["organisation", "Denmark"] == "left"


def test_the_brief_says_of_no_country_that_one_side_alone_names_it_because_it_acts_there() -> None:
    comparison = compare(make_article(ACTS), make_article(IS_WHERE))
    told = [line.text for question in comparison.brief.questions for line in question.lines]
    bodies = next(text for text in told if text.startswith(PLURALS["organisation"]))
    assert bodies == "organisations: Norway 1/0; only left Denmark"


def test_a_detail_lights_a_country_that_acts_up_in_the_list() -> None:
    left = "Norway has accused Denmark of closing the strait."
    right = "Sweden has accused Denmark of closing the strait."
    comparison = compare(make_article(left), make_article(right))
    differing = {entry.label for entry in list_entries(comparison) if entry.differs and entry.group == "organisation"}
    assert differing == {"Norway", "Sweden"}
