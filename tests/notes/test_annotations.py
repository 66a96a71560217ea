"""The JSON-LD export against the W3C Web Annotation model (https://www.w3.org/TR/annotation-model/)."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import pytest

from tests.notes.conftest import quote
from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.notes.note import make_detail_mark, make_note
from tui.notes.notebook import Notebook
from tui.notes.reports.export import render

CONTEXT = "http://www.w3.org/ns/anno.jsonld"

# Of the terms that the context defines, those that may stand where: a word it does not define would be dropped in
# silence by every JSON-LD reader.
KEYS = {
    "AnnotationCollection": {"@context", "id", "type", "label", "total", "first", "last", "creator", "created"},
    "AnnotationPage": {"id", "type", "startIndex", "items", "next", "prev", "partOf"},
    "Annotation": {"id", "type", "motivation", "created", "modified", "creator", "generator", "body", "target"},
    "TextualBody": {"type", "value", "format", "language", "purpose"},
    "SpecificResource": {"type", "source", "selector", "styleClass", "purpose"},
    "Text": {"id", "type", "format", "language", "label"},
    "TextQuoteSelector": {"type", "exact", "prefix", "suffix"},
    "TextPositionSelector": {"type", "start", "end"},
}
MOTIVATIONS = {
    *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
    *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
}
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)


@pytest.fixture
def collection(left, right) -> dict[str, Any]:
    remote = make_article(right.text, title="Ten hurt", origin="https://news.example/ferry?a=1")
    hurt = quote(left, "left", "Eight passengers were hurt"), quote(remote, "right", "Ten people were injured")
    book = (
        Notebook()
        .add(make_note(hurt, 2, "eight\nor ten?", ["hurt"]))
        .add(make_note([hurt[0]], 4))
        .link(*hurt)
        .check_link(*hurt)
        .unlink(hurt[0], quote(remote, "right", "The ferry company said it would pay for hotel rooms."))
        .mark_detail(make_detail_mark("figure", *hurt, hurt, "settled", "right", "the hospital"))
        .mark_detail(make_detail_mark("quote", hurt[0], None, hurt, "set aside"))
    )
    document: dict[str, Any] = json.loads(render(compare(left, remote), book, "jsonld"))
    return document


def nodes(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        yield value
        for key, inner in value.items():
            if not key.startswith(("@", "newsdiff:")):
                yield from nodes(inner)


def test_every_key_and_type_is_one_that_the_context_defines(collection):
    context, own = collection["@context"]
    assert context == CONTEXT
    (prefix,) = own
    assert own[prefix].endswith("#")
    for node in nodes(collection):
        unknown = {key for key in node if not key.startswith(f"{prefix}:")} - KEYS[node["type"]]
        assert not unknown, (node["type"], unknown)
        for key in ("motivation", "purpose"):
            assert key not in node or node[key] in MOTIVATIONS


def test_what_the_model_demands_is_there(collection):
    annotations = [node for node in nodes(collection) if node["type"] == "Annotation"]
    assert collection["total"] == len(annotations) == len(collection["first"]["items"]) == 6
    assert len({annotation["id"] for annotation in annotations}) == len(annotations)
    for node in nodes(collection):
        assert "id" not in node or IRI.fullmatch(node["id"]), node.get("id")
    for annotation in annotations:
        assert annotation["target"]
        assert datetime.fromisoformat(annotation["created"]).tzinfo
    for target in (target for annotation in annotations for target in annotation["target"]):
        quoted, position = target["selector"]
        assert (quoted["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert position["end"] - position["start"] == len(quoted["exact"]) > 0


def test_the_two_articles_are_the_targets(collection):
    sources = {target["source"]["id"] for item in collection["first"]["items"] for target in item["target"]}
    assert len(sources) == 2
    assert "https://news.example/ferry?a=1" in sources
    assert any(source.startswith("ni:///sha-256;") for source in sources)


def test_a_note_is_a_comment_with_tags_and_a_bare_highlight_is_a_highlight(collection):
    notes = [item for item in collection["first"]["items"] if item["id"].startswith("urn:newsdiff-tui:note:")]
    by_motivation = {item["motivation"]: item for item in notes}
    bodies = {body["purpose"]: body["value"] for body in by_motivation["commenting"]["body"]}
    assert bodies == {"commenting": "eight\nor ten?", "tagging": "hurt", "classifying": "to check"}
    assert by_motivation["highlighting"]["target"][0]["styleClass"] == "note-4"
