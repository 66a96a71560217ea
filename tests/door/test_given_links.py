import io
import json
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from tui.articles.load import make_article
from tui.batch.processes import answer_lines
from tui.cli import main
from tui.compare.comparison import Settings
from tui.compare.engine import compare, recompare
from tui.given_links import parse_links
from tui.records import compare_record

TOO_FAR = {"left": {"start": 0, "end": 9}, "right": {"start": 3, "end": 9000}}

LEFT = "The bridge at Altmoor fell on Monday. Twelve people were hurt, the mayor said."
RIGHT = "A bridge collapsed at Altmoor on Monday. A cat slept all day long in the sun."


def span(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


ODD = [{"left": span(LEFT, "Twelve people were hurt, the mayor"), "right": span(RIGHT, "A cat slept all day")}]


def answer(**record: Any) -> dict[str, Any]:
    out = io.BytesIO()
    line = json.dumps({"id": 1, "left": LEFT, "right": RIGHT, **record})
    answer_lines(io.BytesIO(line.encode()), out.write, partial(compare_record, settings=Settings()))
    document: dict[str, Any] = json.loads(out.getvalue())
    return document


def links_of(document: dict[str, Any]) -> list[tuple[int, int]]:
    return [(link["left"], link["right"]) for passage in document["passages"] for link in passage["links"]]


def test_links_that_a_record_brings_stand_in_place_of_the_engines_own() -> None:
    assert links_of(answer()) == [(0, 0)]
    given = answer(links=ODD)
    assert links_of(given) == [(1, 1)]
    assert given["links_given"] is True


def test_a_record_that_brings_an_empty_list_gets_no_links_and_one_without_is_not_said_to_have_brought_any() -> None:
    assert (links_of(answer(links=[])), answer(links=[])["links_given"]) == ([], True)
    assert "links_given" not in answer()


def test_a_span_links_the_sentences_it_covers_most_of_and_no_other() -> None:
    whole = [{"left": span(LEFT, LEFT), "right": span(RIGHT, "Altmoor on Monday. A cat slept all day long in")}]
    assert links_of(answer(links=whole)) == [(0, 1), (1, 1)]


@pytest.mark.parametrize(
    ("links", "told"),
    [
        ("all", "no list"),
        ([7], "link 1 has no left"),
        ([{"left": {"start": 0, "end": 9}}], "link 1 has no right"),
        ([{"left": {"start": 0, "end": True}, "right": {"start": 0, "end": 9}}], "link 1 has no left"),
        ([ODD[0], TOO_FAR], "link 2 ends outside the right"),
    ],
)
def test_links_that_cannot_be_are_told_and_the_pair_is_not_compared(links: Any, told: str) -> None:
    assert told in answer(links=links)["error"]


def test_links_given_stay_whatever_threshold_the_reader_sets() -> None:
    left, right = make_article(LEFT), make_article(RIGHT)
    comparison = compare(left, right, given=parse_links(ODD, left, right))
    again = recompare(comparison, Settings(0.1))
    assert [(o.left, o.right) for p in again.passages for o in p.links] == [(1, 1)]
    assert again.links_given


def test_compare_takes_links_from_a_file(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for name, text in (("left.txt", LEFT), ("right.txt", RIGHT), ("links.json", json.dumps({"links": ODD}))):
        (tmp_path / name).write_text(text, encoding="utf-8")
    words = ["compare", str(tmp_path / "left.txt"), str(tmp_path / "right.txt"), "--format", "json"]
    assert main([*words, "--links", str(tmp_path / "links.json")]) == 0
    assert links_of(json.loads(capsysbinary.readouterr().out)) == [(1, 1)]
    (tmp_path / "links.json").write_text("[", encoding="utf-8")
    assert main([*words, "--links", str(tmp_path / "links.json")]) == 2
    told = capsysbinary.readouterr().err.decode()
    assert "links.json" in told and told.count("\n") == 1
