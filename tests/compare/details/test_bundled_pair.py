"""Details of the bundled pair: what a reader must be told of its numbers, names and quotes, and no contradiction."""

from functools import cache
from pathlib import Path

import pytest
import yaml

from tui.articles.load import load_article
from tui.compare.comparison import Link, Settings
from tui.compare.details import find_details
from tui.compare.details.pair import Pair
from tui.compare.engine import read_articles
from tui.compare.passages import form_passages
from tui.disk.paths import shipped_folder

GOLD = yaml.safe_load((Path(__file__).parent / "kerry.yaml").read_text(encoding="utf-8"))


@cache
def found_details():
    """Return the details of the bundled pair as texts."""
    left, right = read_articles(
        *(load_article(str(shipped_folder("seeds") / f"kerry-in-sochi.{side}.txt")) for side in ("left", "right"))
    )
    passages = form_passages(tuple(Link(one, two, 0.8) for one, two in GOLD["links"]))
    return [
        (
            detail.kind,
            detail.left and left.article.slice(detail.left),
            detail.right and right.article.slice(detail.right),
            detail.conflict,
            detail.why,
        )
        for detail in find_details(Pair(left, right), passages, Settings())
        if detail.kind != "wording"
    ]


def fits(found, wanted):
    """Say whether a found detail is a wanted one: of its kind, one's words holding the other's on each side."""

    def holds(one, two):
        return one is None if two is None else one is not None and (one in two or two in one)

    return (
        found[0] in wanted["kind"].split(" or ")
        and holds(found[1], wanted["left"])
        and holds(found[2], wanted["right"])
    )


def wanted_details():
    known = yaml.safe_load((Path(__file__).parent / "not_yet.yaml").read_text(encoding="utf-8"))["open_bundled"]
    for wanted in GOLD["details"]:
        case = f"{wanted['left']} / {wanted['right']}"
        yield pytest.param(wanted, id=case, marks=[pytest.mark.xfail] * (case in known))


@pytest.mark.parametrize("wanted", wanted_details())
def test_every_detail_that_a_reader_must_be_told_is_found(wanted):
    assert [one for one in found_details() if fits(one, wanted)], found_details()


def test_nothing_in_it_contradicts():
    assert [one for one in found_details() if one[3]] == []


def test_four_hours_are_four_hours():
    assert not [one for one in found_details() if one[1] and one[2] and "four" in one[1] and "four" in one[2]]


def test_a_quotation_is_held_against_the_words_that_answer_it_alone():
    faced = {right for kind, left, right, *_ in found_details() if kind == "quote" and left == '"frank meeting"'}
    assert faced == {'"frank discussions"'}
