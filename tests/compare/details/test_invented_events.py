"""Details in articles about invented events, each held to the gold table beside it.

A table's `details` must be found, `also_true` may be; what stands under `same` says one thing in other words and must
not be told apart.
"""

from functools import cache
from pathlib import Path

import pytest
import yaml

from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details import find_details
from tui.compare.details.pair import Pair
from tui.compare.engine import read_articles
from tui.compare.passages import form_passages

NOT_YET = yaml.safe_load((Path(__file__).parent / "not_yet.yaml").read_text(encoding="utf-8"))["open_events"]
EVENTS = ("flood", "takeover", "trial", "match", "vote")


@cache
def event(name):
    """Return the gold table of an event and the details found in its articles, as texts."""
    gold = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
    left, right = read_articles(make_article(gold["left"]), make_article(gold["right"]))
    assert len(left.article.sentences) == gold["left"].count("\n")
    assert len(right.article.sentences) == gold["right"].count("\n")
    passages = form_passages(tuple(Link(one, two, 0.8) for one, two in gold["links"]))
    found = [
        {
            "kind": detail.kind,
            "left": detail.left and left.article.slice(detail.left),
            "right": detail.right and right.article.slice(detail.right),
            "conflict": detail.conflict,
        }
        for detail in find_details(Pair(left, right), passages, Settings())
        if detail.kind != "wording"
    ]
    return gold, found


def fits(found, wanted):
    """Say whether a found detail is a wanted one: one side's words stand in the other's, the kind is the same."""

    def holds(one, two):
        return one is None if two is None else one is not None and (one in two or two in one)

    return (
        found["kind"] in wanted["kind"].split(" or ")
        and holds(found["left"], wanted["left"])
        and holds(found["right"], wanted["right"])
    )


def wanted_details():
    for name in EVENTS:
        gold = yaml.safe_load((Path(__file__).parent / f"{name}.yaml").read_text(encoding="utf-8"))
        for wanted in gold["details"]:
            case = f"{name}: {wanted['left']} / {wanted['right']}"
            yield pytest.param(name, wanted, id=case, marks=[pytest.mark.xfail] * (case in NOT_YET))


@pytest.mark.parametrize(("name", "wanted"), wanted_details())
def test_every_detail_of_the_gold_table_is_found(name, wanted):
    _, found = event(name)
    same_place = [one for one in found if fits(one, wanted)]
    assert same_place, found
    assert wanted["conflict"] in {one["conflict"] for one in same_place}


@pytest.mark.parametrize("name", EVENTS)
def test_no_conflict_is_found_but_those_of_the_gold_table(name):
    gold, found = event(name)
    conflicts = [wanted for wanted in gold["details"] + gold["also_true"] if wanted.get("conflict")]
    assert [one for one in found if one["conflict"] and not any(fits(one, wanted) for wanted in conflicts)] == []


@pytest.mark.parametrize("name", EVENTS)
def test_same_value_in_other_words_is_no_difference(name):
    gold, found = event(name)
    for same in gold["same"]:
        assert not [
            one
            for one in found
            if one["left"]
            and one["right"]
            and same["left"] in one["left"]
            and same["right"] in one["right"]
            and one["kind"] in ("figure", "date")
        ]
