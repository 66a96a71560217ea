from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest
import yaml

from tui.articles.load import make_article
from tui.compare.engine import read_articles
from tui.compare.names import find_names
from tui.compare.reading import Name

HERE = Path(__file__).parent


def cases(table: str) -> list[Any]:
    return yaml.safe_load((HERE / table).read_text(encoding="utf-8"))


def read(texts: list[str]) -> list[tuple[str, Name]]:
    articles = [make_article(text) for text in texts]
    found = find_names(articles)
    return [(a.text[n.start : n.end], n) for a, names in zip(articles, found, strict=True) for n in names]


def gathered(texts: list[str], kind: str) -> dict[str, list[str]]:
    forms = defaultdict(list)
    for said, name in read(texts):
        if name.kind == kind:
            forms[name.name].append(said)
    return dict(forms)


@pytest.mark.parametrize("case", cases("people.yaml"), ids=lambda case: case["about"])
def test_every_form_of_a_person_goes_under_one_name(case: dict[str, Any]) -> None:
    assert gathered(case["texts"], "person") == case["people"]


@pytest.mark.parametrize("case", cases("places_and_organisations.yaml"), ids=lambda case: case["about"])
def test_places_and_organisations_go_under_one_name(case: dict[str, Any]) -> None:
    if "places" in case:
        assert gathered(case["texts"], "place") == case["places"]
    if "organisations" in case:
        assert gathered(case["texts"], "organisation") == case["organisations"]


@pytest.mark.parametrize("case", cases("no_names.yaml"), ids=lambda case: case["about"])
def test_what_only_looks_like_a_name_is_none(case: dict[str, Any]) -> None:
    assert [f"{name.kind} {name.name}" for _, name in read([case["text"]])] == case["names"]


@pytest.mark.parametrize(("text", "title"), cases("titles.yaml"), ids=lambda cell: str(cell)[:50])
def test_a_title_is_told_as_said(text: str, title: str | None) -> None:
    people = [name for _, name in read([text]) if name.kind == "person"]
    assert [person.title for person in people[:1]] == [title]


def test_who_is_spelt_in_two_ways_says_how_each_place_has_it() -> None:
    left, right = "Rufus Brieland resigned. Mr Brieland left.", "Rufus Breiland resigned. Ann Lee left."
    names = [name for _, name in read([left, right])]
    spellings = [n.spelling for n in names]
    assert spellings == ["Rufus Brieland", "Brieland", "Rufus Breiland", None]


def test_a_pet_name_is_no_other_spelling() -> None:
    names = [n for _, n in read(["Stephen Marlow resigned.", "Steve Marlow resigned. Steven Marlow left."])]
    assert [(n.name, n.spelling) for n in names] == [("Stephen Marlow", None)] * 3


def test_a_family_named_in_the_plural_is_everyone_of_it_whom_the_article_names() -> None:
    text = "Ada Brandt met Otto Brandt and Lou Hale. The Brandts left early. The Hales and the rest stayed."
    (reading,) = read_articles(make_article(text))
    families = [(text[r.start : r.end], r.names) for r in reading.references]
    assert families == [("The Brandts", ("Ada Brandt", "Otto Brandt"))]
