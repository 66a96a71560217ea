"""The comparison document (newsdiff-comparison/1) and the article document as plain values for `json.dumps`."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tui.articles.article import Article, Sentence, Span
from tui.compare.comparison import Comparison, Detail, Link, Mention, Passage, Question, Quote, Reason
from tui.compare.reading import Reading
from tui.compare.trouble import Trouble
from tui.notes.reports.explaining import detail_explanations, link_explanations

if TYPE_CHECKING:
    from tui.notes.notebook import Notebook

FORMAT = "newsdiff-comparison/1"


@dataclass(frozen=True, slots=True)
class Each:
    """What is made of each of some things, anew whenever it is gone through: no long document need be held whole."""

    make: Callable[[Any], Any]
    things: Sequence[Any]

    def __iter__(self) -> Iterator[Any]:
        return map(self.make, self.things)

    def __len__(self) -> int:
        return len(self.things)


_Made = Callable[[Callable[[Any], Any], Sequence[Any]], Any]


def _make_all(make: Callable[[Any], Any], things: Sequence[Any]) -> list[Any]:
    return [make(thing) for thing in things]


def comparison_document(
    comparison: Comparison, identity: object = None, *, explain: bool = False, each: _Made = _make_all
) -> dict[str, Any]:
    """Return the document of a comparison; `identity` is the caller's own id, left out when none.

    With `explain` it says why sentences are linked or not, and details told or not. Its lists are made by `each`, which
    may be `Each`.
    """
    document: dict[str, Any] = {"format": FORMAT}
    if identity is not None:
        document["id"] = identity
    return document | {
        "left": _article(comparison.left, each),
        "right": _article(comparison.right, each),
        "revision": comparison.revision,
        **({"links_given": True} if comparison.links_given else {}),
        **({"model": {"name": used.name, "sha256": used.sha256}} if (used := comparison.model) else {}),
        **({"warnings": list(comparison.warnings)} if comparison.warnings else {}),
        "passages": each(_passage, comparison.passages),
        "details": each(_detail, comparison.details),
        "mentions": each(_mention, comparison.mentions),
        "quotes": each(_quote, comparison.quotes),
        "brief": {"questions": each(_question, comparison.brief.questions)},
        **_explanations(comparison, explain),
        **_troubles(comparison.troubles),
    }


def _explanations(comparison: Comparison, explain: bool) -> dict[str, Any]:
    if not explain:
        return {}
    return {
        "link_explanations": link_explanations(comparison),
        "detail_explanations": detail_explanations(comparison),
    }


def render_document(comparison: Comparison, notebook: "Notebook | None") -> str:
    """Return the document of a comparison as JSON, under "notes" the notebook, if there is one."""
    import json

    document = comparison_document(comparison)
    if notebook is not None:
        document["notes"] = notes_document(comparison, notebook)
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def notes_document(comparison: Comparison, notebook: "Notebook") -> dict[str, Any]:
    """Return a notebook as its file has it, each note with the places and passages where it stands now."""
    from tui.notes.notes_file import notebook_values
    from tui.notes.placing import passages_of, place_notebook

    placement = place_notebook(notebook, comparison.left, comparison.right)
    document = notebook_values(notebook)
    for values, placed in zip(document["notes"], placement.notes, strict=True):
        values["left"] = _spans(placed.spans("left"))
        values["right"] = _spans(placed.spans("right"))
        values["passages"] = list(passages_of(comparison, placed))
        values["orphaned"] = placed.is_orphaned
    return document


def article_document(
    reading: Reading,
    mentions: Iterable[Mention],
    identity: object = None,
    why: Mapping[Span, tuple[Reason, ...]] | None = None,
    troubles: Iterable[Trouble] = (),
) -> dict[str, Any]:
    """Return the document of one article, its mentions gathered as if it were a pair's left side.

    `why` tells of places of names why they are what they are, and of quotations why somebody says them.
    """
    document: dict[str, Any] = {} if identity is None else {"id": identity}
    return document | {
        "text": reading.article.text,
        "sentences": [_sentence(sentence) for sentence in reading.article.sentences],
        "mentions": [
            {"kind": m.kind, "name": m.name, "value": m.value, "unit": m.unit, "spans": _explained(m.left, why or {})}
            for m in mentions
        ],
        "references": [{"start": r.start, "end": r.end, "name": name} for r in reading.references for name in r.names],
        "quotes": [
            {**explained, "speaker": q.speaker}
            for explained, q in zip(
                _explained([q.span for q in reading.quotations], why or {}), reading.quotations, strict=True
            )
        ],
        **_troubles(troubles),
    }


def _troubles(troubles: Iterable[Trouble]) -> dict[str, Any]:
    told = [{"stage": trouble.stage, "what": trouble.what, "report": trouble.report} for trouble in troubles]
    return {"troubles": told} if told else {}


def _article(article: Article, each: _Made) -> dict[str, Any]:
    return {
        "title": article.title,
        "source": article.source,
        "published": article.published.isoformat() if article.published else None,
        "text": article.text,
        "sentences": each(_sentence, article.sentences),
    }


def _sentence(sentence: Sentence) -> dict[str, int]:
    return {"start": sentence.start, "end": sentence.end, "paragraph": sentence.paragraph}


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": span.start, "end": span.end} for span in spans]


def _explained(spans: Iterable[Span], why: Mapping[Span, tuple[Reason, ...]]) -> list[dict[str, Any]]:
    explained: list[dict[str, Any]] = []
    for span in spans:
        reasons = [{"kind": r.kind, "text": r.text, "weight": r.weight} for r in why.get(span, ())]
        explained.append({"start": span.start, "end": span.end} | ({"why": reasons} if span in why else {}))
    return explained


def _passage(passage: Passage) -> dict[str, Any]:
    return {
        "id": passage.number,
        "left": list(passage.left),
        "right": list(passage.right),
        "relation": passage.relation,
        "score": passage.score,
        "links": [_link(link) for link in passage.links],
    }


def _link(link: Link) -> dict[str, Any]:
    return {
        "left": link.left,
        "right": link.right,
        "score": link.score,
        "rank": link.rank,
        "by_hand": link.by_hand,
        "reasons": [{"kind": reason.kind, "text": reason.text} for reason in link.reasons],
    }


def _detail(detail: Detail) -> dict[str, Any]:
    return {
        "passage": detail.passage,
        "left_sentence": detail.left_sentence,
        "right_sentence": detail.right_sentence,
        "kind": detail.kind,
        "left": _span(detail.left),
        "right": _span(detail.right),
        "conflict": detail.conflict,
        "importance": round(detail.importance, 3),
        "summary": detail.summary,
        "why": detail.why,
    }


def _quote(quote: Quote) -> dict[str, Any]:
    return {
        "side": quote.side,
        "start": quote.start,
        "end": quote.end,
        "speaker": quote.speaker,
        "passage": quote.passage,
    }


def _mention(mention: Mention) -> dict[str, Any]:
    return {
        "kind": mention.kind,
        "name": mention.name,
        "value": mention.value,
        "unit": mention.unit,
        "left": _spans(mention.left),
        "right": _spans(mention.right),
    }


def _question(question: Question) -> dict[str, Any]:
    return {
        "number": question.number,
        "title": question.title,
        "counts": dict(question.counts),
        "lines": [
            {
                "text": line.text,
                "sign": line.sign,
                "passages": list(line.passages),
                "left_sentences": list(line.left_sentences),
                "right_sentences": list(line.right_sentences),
                "left": _spans(line.left),
                "right": _spans(line.right),
                "mentions": list(line.mentions),
                "details": list(line.details),
            }
            for line in question.lines
        ],
    }
