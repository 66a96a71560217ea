"""Notes and marks as W3C Web Annotations in JSON-LD (https://www.w3.org/TR/annotation-model/).

One AnnotationCollection whose first page holds an Annotation for each note and mark. Its targets are the two
articles: by URL where they came from one, else by the hash of their text (RFC 6920), with a TextQuoteSelector and a
TextPositionSelector each. What the model has no word for stands in a namespace of the program's own, declared in the
context.
"""

import base64
import hashlib
import json
from datetime import datetime
from typing import Any

from tui.articles.article import SIDES, Article, Side
from tui.notes.anchors import Anchor
from tui.notes.note import DetailMark, LinkMark, Note
from tui.notes.notebook import Notebook
from tui.notes.reports.citing import article_address, article_title
from tui.notes.reports.contents import Contents

ANNOTATION_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
NAMESPACE = "urn:newsdiff-tui:notes#"
NOTE_URN = "urn:newsdiff-tui:note:"


def render_annotations(contents: Contents) -> str:
    """Return the notebook as a JSON-LD document."""
    return json.dumps(annotation_collection(contents), ensure_ascii=False, indent=2) + "\n"


def annotation_collection(contents: Contents) -> dict[str, Any]:
    """Return the notebook as an AnnotationCollection, as plain values for `json.dumps`."""
    sources = {side: _source(contents.article(side)) for side in SIDES}
    book = contents.notebook
    items = [
        *(_note(numbered.placed.note, book, sources) for numbered in contents.notes),
        *(_link_mark(mark, sources) for mark in book.link_marks),
        *(_detail_mark(mark, sources) for mark in book.detail_marks),
    ]
    titles = [article_title(contents.article(side)) for side in SIDES]
    identity = hashlib.sha256("\n".join(source["id"] for source in sources.values()).encode()).hexdigest()[:16]
    return {
        "@context": [ANNOTATION_CONTEXT, {"newsdiff": NAMESPACE}],
        "id": f"urn:newsdiff-tui:pair:{identity}",
        "type": "AnnotationCollection",
        "label": f"Notes on “{titles[0]}” and “{titles[1]}”",
        "total": len(items),
        "newsdiff:left": {"id": sources["left"]["id"]},
        "newsdiff:right": {"id": sources["right"]["id"]},
        "newsdiff:colours": {f"newsdiff:colour-{n}": name for n, name in enumerate(book.colour_names, start=1)},
        "first": {
            "id": f"urn:newsdiff-tui:pair:{identity}:page:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }


def source_id(article: Article) -> str:
    """Return the IRI of an article: its URL, else a name made of its text's hash."""
    address = article_address(article)
    if address:
        return address
    digest = hashlib.sha256(article.text.encode("utf-8", "surrogatepass")).digest()
    return "ni:///sha-256;" + base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _source(article: Article) -> dict[str, Any]:
    return {"id": source_id(article), "type": "Text", "format": "text/plain", "label": article_title(article)}


def _note(note: Note, book: Notebook, sources: dict[Side, dict[str, Any]]) -> dict[str, Any]:
    bodies = [{"type": "TextualBody", "value": note.text, "format": "text/plain", "purpose": "commenting"}]
    if not note.text:
        bodies.clear()
    bodies += [{"type": "TextualBody", "value": tag, "format": "text/plain", "purpose": "tagging"} for tag in note.tags]
    meaning = book.colour_names[note.colour - 1]
    bodies.append({"type": "TextualBody", "value": meaning, "format": "text/plain", "purpose": "classifying"})
    style = f"note-{note.colour}"
    targets = [_target(anchor, sources) | {"styleClass": style} for anchor in note.anchors]
    motivation = "commenting" if note.text else "highlighting"
    return {
        **_head(note.id, motivation, note.created, note.modified),
        "newsdiff:colour": note.colour,
        "body": bodies,
        "target": targets,
    }


def _link_mark(mark: LinkMark, sources: dict[Side, dict[str, Any]]) -> dict[str, Any]:
    value = {"linked": "linked by hand", "unlinked": "unlinked by hand", None: "as found"}[mark.link]
    return {
        **_head(mark.id, "linking" if mark.link == "linked" else "assessing", mark.created, mark.modified),
        "newsdiff:mark": "link",
        "newsdiff:link": mark.link or "found",
        "newsdiff:checked": mark.checked,
        "body": [_assessment(f"{value}, checked" if mark.checked else value)],
        "target": [_target(mark.left, sources), _target(mark.right, sources)],
    }


def _detail_mark(mark: DetailMark, sources: dict[Side, dict[str, Any]]) -> dict[str, Any]:
    value = f"{mark.kind} {mark.state}" + (f": {mark.correct}" if mark.correct else "")
    bodies = [_assessment(value)]
    if mark.text:
        bodies.append({"type": "TextualBody", "value": mark.text, "format": "text/plain", "purpose": "commenting"})
    targets = []
    for words, sentence in ((mark.left, mark.left_sentence), (mark.right, mark.right_sentence)):
        targets.append(_target(sentence, sources) | {"newsdiff:part": "sentence"})
        if words is not None:
            targets.append(_target(words, sources) | {"newsdiff:part": "detail"})
    return {
        **_head(mark.id, "assessing", mark.created, mark.modified),
        "newsdiff:mark": "detail",
        "newsdiff:kind": mark.kind,
        "newsdiff:state": mark.state,
        **({"newsdiff:correct": mark.correct} if mark.correct else {}),
        "body": bodies,
        "target": targets,
    }


def _head(identity: str, motivation: str, created: datetime, modified: datetime) -> dict[str, Any]:
    return {
        "id": f"{NOTE_URN}{identity}",
        "type": "Annotation",
        "motivation": motivation,
        "created": _moment(created),
        "modified": _moment(modified),
    }


def _assessment(value: str) -> dict[str, Any]:
    return {"type": "TextualBody", "value": value, "format": "text/plain", "purpose": "assessing"}


def _target(anchor: Anchor, sources: dict[Side, dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "SpecificResource",
        "source": sources[anchor.side],
        "newsdiff:side": anchor.side,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ],
    }


def _moment(moment: datetime) -> str:
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")
