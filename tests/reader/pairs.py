"""Pairs for the reader's tests: one made by hand, and any number made up at random."""

import re
from pathlib import Path
from typing import Any

import yaml
from hypothesis import settings
from hypothesis import strategies as st

from tui.articles.article import Article, Sentence, Span
from tui.compare.comparison import Comparison, Detail, Link, Mention, Passage
from tui.compare.reading import Reading
from tui.reader.session.lookup import Lookup

FEW = settings(max_examples=60, deadline=None)
"""As many drawn examples as the reader's tests have time for."""

FERRY = Path(__file__).parent / "fixtures" / "ferry.yaml"


def make_article_of(paragraphs: list[list[str]], **known: Any) -> Article:
    """Return the article with these paragraphs of sentences, a blank between sentences, an empty line between them."""
    text, sentences, spans = "", [], []
    for number, paragraph in enumerate(paragraphs):
        start = len(text)
        for sentence in paragraph:
            sentences.append(Sentence(len(text), len(text) + len(sentence), number))
            text += f"{sentence} "
        text = text[:-1]
        spans.append(Span(start, len(text)))
        text += "\n\n"
    return Article(text, tuple(sentences), tuple(spans), **known)


def ferry() -> Comparison:
    """Return the hand-made comparison."""
    content = yaml.safe_load(FERRY.read_text(encoding="utf-8"))
    left, right = (_article(content[side]) for side in ("left", "right"))
    passages = tuple(
        Passage(
            number,
            tuple(one["left"]),
            tuple(one["right"]),
            tuple(Link(a, b, score) for a, b, score in one["links"]),
            one["relation"],
            one["score"],
        )
        for number, one in enumerate(content["passages"], 1)
    )
    details = tuple(
        Detail(
            one["passage"],
            *one["sentences"],
            one["kind"],
            _phrase(left, one["sentences"][0], one["left"]),
            _phrase(right, one["sentences"][1], one["right"]),
            one["conflict"],
            one["summary"],
            one["why"],
        )
        for one in content["details"]
    )
    mentions = tuple(
        Mention(
            one["kind"],
            one["name"],
            *(
                tuple(
                    Span(*found.span()) for words in one[side] for found in re.finditer(re.escape(words), article.text)
                )
                for side, article in (("left", left), ("right", right))
            ),
            one.get("value"),
            one.get("unit"),
        )
        for one in content["mentions"]
    )
    return Comparison(left, right, (Reading(left), Reading(right)), passages, details, mentions)


def _article(content: dict[str, Any]) -> Article:
    article = make_article_of(
        content["paragraphs"], title=content["title"], source=content["source"], published=content["published"]
    )
    kinds = content.get("kinds", {})
    sentences = tuple(
        Sentence(sentence.start, sentence.end, sentence.paragraph, kinds.get(number, "prose"))
        for number, sentence in enumerate(article.sentences)
    )
    return Article(article.text, sentences, article.paragraphs, article.title, article.source, article.published)


def _phrase(article: Article, sentence: int, words: str | None) -> Span | None:
    if words is None:
        return None
    inside = article.sentences[sentence]
    start = article.text.index(words, inside.start, inside.end)
    return Span(start, start + len(words))


WORDS = st.one_of(
    st.text(st.sampled_from("abcdefgxyz,.'-"), min_size=1, max_size=14),
    st.text(st.sampled_from("東京首相は語る한국어"), min_size=1, max_size=12),
    st.sampled_from(["👩‍👩‍👧", "e\u0301te\u0301", "🇳🇴", "❤️", "a\u200bb", "“quoted”", "x" * 70, "…", "Ω≈ç√"]),
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
PARAGRAPHS = st.lists(st.lists(SENTENCES, min_size=1, max_size=3), max_size=5)


@st.composite
def comparisons(draw: st.DrawFn) -> Comparison:
    """Draw a pair with any passages that hang together, crossing as they like, and any details in them."""
    left, right = (make_article_of(draw(PARAGRAPHS)) for _ in range(2))
    sizes = len(left.sentences), len(right.sentences)
    groups: dict[tuple[int, int], int] = {}
    if all(sizes):
        link = st.tuples(*(st.integers(0, size - 1) for size in sizes))
        groups = draw(st.dictionaries(link, st.integers(0, 4), max_size=12))
    passages = passages_of(groups)
    sentences = [(p.number, a, b) for p in passages for a in p.left for b in p.right]
    chosen = draw(st.lists(st.sampled_from(sentences), max_size=6)) if sentences else []
    details = tuple(
        Detail(number, a, b, "claim", left.sentences[a].span, right.sentences[b].span, False, "differs", "why")
        for number, a, b in chosen
    )
    return Comparison(left, right, (Reading(left), Reading(right)), passages, details)


def lookup_of(comparison: Comparison) -> Lookup:
    """Return what the reader knows of a comparison."""
    return Lookup((comparison.left, comparison.right), comparison)


def passages_of(groups: dict[tuple[int, int], int]) -> tuple[Passage, ...]:
    """Return the passages of links that are given with the group of each; a sentence may stand in several."""
    gathered: dict[int, list[tuple[int, int]]] = {}
    for link in sorted(groups):
        gathered.setdefault(groups[link], []).append(link)
    return tuple(
        Passage(
            number,
            tuple(sorted({a for a, _ in group})),
            tuple(sorted({b for _, b in group})),
            tuple(Link(a, b, round(1 / (1 + abs(a - b)), 3)) for a, b in group),
            "similar",
            1.0,
        )
        for number, group in enumerate(sorted(gathered.values()), 1)
    )
