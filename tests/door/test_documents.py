"""What the commands print is what the schemas in docs/ say."""

import io
import json
from functools import cache, partial
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tui.batch.processes import answer_lines
from tui.compare.comparison import Settings
from tui.records import compare_record, inspect_record

ROOT = Path(__file__).parents[2]
SEEDS = [(ROOT / "seeds" / f"kerry-in-sochi.{side}.txt").read_text(encoding="utf-8") for side in ("left", "right")]


@cache
def validator(name: str) -> jsonschema.Draft202012Validator:
    schema = json.loads((ROOT / "docs" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def compared(left: str, right: str) -> Any:
    out = io.BytesIO()
    answer_lines(
        io.BytesIO(json.dumps({"id": 1, "left": left, "right": right}).encode()),
        out.write,
        partial(compare_record, settings=Settings()),
    )
    return json.loads(out.getvalue())


def inspected(text: str) -> Any:
    out = io.BytesIO()
    answer_lines(io.BytesIO(json.dumps({"id": 1, "text": text}).encode()), out.write, inspect_record)
    return json.loads(out.getvalue())


def all_spans(value: object) -> list[tuple[int, int]]:
    if isinstance(value, dict):
        own = [(value["start"], value["end"])] if "start" in value else []
        return own + [span for inner in value.values() for span in all_spans(inner)]
    if isinstance(value, list):
        return [span for inner in value for span in all_spans(inner)]
    return []


def check(document: Any) -> None:
    validator("comparison").validate(document)
    sides = {side: document[side] for side in ("left", "right")}
    for side, article in sides.items():
        spans = all_spans(article["sentences"])
        for detail in document["details"]:
            spans += all_spans(detail[side])
        for mention in document["mentions"]:
            spans += all_spans(mention[side])
        spans += [(q["start"], q["end"]) for q in document["quotes"] if q["side"] == side]
        for question in document["brief"]["questions"]:
            spans += [span for line in question["lines"] for span in all_spans(line[side])]
        assert all(0 <= start < end <= len(article["text"]) for start, end in spans)
        for passage in document["passages"]:
            main_links = [link for link in passage["links"] if link["rank"] == "main"]
            assert sorted({link[side] for link in main_links}) == passage[side]
            assert all(0 <= number < len(article["sentences"]) for number in passage[side])
    numbers = [passage["id"] for passage in document["passages"]]
    assert numbers == list(range(1, len(numbers) + 1))
    assert all(detail["passage"] in numbers for detail in document["details"])


def test_the_bundled_pair_gives_a_valid_document() -> None:
    document = compared(*SEEDS)
    check(document)
    assert document["passages"] and document["id"] == 1


def test_one_article_gives_a_valid_document() -> None:
    document = inspected(SEEDS[0])
    validator("article").validate(document)
    assert all(document["text"][s["start"] : s["end"]].strip() for s in document["sentences"])


@pytest.mark.parametrize(("left", "right"), [("", ""), ("", "A storm came."), ("\n\n", " ")])
def test_an_empty_side_gives_a_valid_document(left: str, right: str) -> None:
    check(compared(left, right))


PIECES = (
    *" \n.,\"“”'’-–(%",
    *("On Monday ", "12 May 2015", "Mr Smith", "U.S. ", "killed ", "8 people ", "$1.5bn ", "three-hour ", "10 a.m. "),
    *("at least ", "said ", "Altmoor ", "[sic]", "é", "\u202e", "\x1b[31m", "🙂", "中文", "\t"),
)
NEWSLIKE = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(NEWSLIKE | st.text(max_size=80), NEWSLIKE)
def test_any_text_gives_a_valid_document_with_offsets_inside_it(left: str, right: str) -> None:
    check(compared(left, right))
