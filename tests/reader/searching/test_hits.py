"""Finding words and patterns in both articles."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.article import Article, Span
from tui.reader.searching import hits as hits_module
from tui.reader.searching.hits import Finder, PatternError, find_pattern, find_words
from tui.reader.session.search import Hit, Hits
from tui.system.children import Child

LEFT = Article("He said: “It’s over –\nfor now.” The Mayor of Port  Ellery agreed.")
RIGHT = Article("THE MAYOR OF PORT ELLERY said it's over - for now.")


@pytest.mark.parametrize(
    ("words", "left", "right"),
    [
        ("mayor", ["Mayor"], ["MAYOR"]),
        ("port ellery", ["Port  Ellery"], ["PORT ELLERY"]),
        ("it's over - for", ["It’s over –\nfor"], ["it's over - for"]),
        ('"it', ["“It"], []),
        ("now.", ["now."], ["now."]),
        (".*", [], []),
        ("   ", [], []),
    ],
)
def test_words_are_found_on_both_sides_in_any_case_across_line_ends(
    words: str, left: list[str], right: list[str]
) -> None:
    hits = find_words(LEFT, RIGHT, words)
    assert [LEFT.slice(hit.span) for hit in hits if hit.side == "left"] == left
    assert [RIGHT.slice(hit.span) for hit in hits if hit.side == "right"] == right


@given(st.text(max_size=20), st.text(max_size=40))
def test_whatever_is_sought_is_found_where_it_stands(words: str, before: str) -> None:
    article = Article(before + words + before)
    hits = find_words(article, Article(""), words)
    if words.strip():
        assert any(hit.span.start <= len(before) + len(words) for hit in hits)
    assert all(0 <= hit.span.start < hit.span.end <= len(article.text) for hit in hits)


def test_a_pattern_is_found_and_a_wrong_one_says_why() -> None:
    hits = find_pattern(LEFT, RIGHT, r"\bport\s+\w+")
    assert [(hit.side, hit.span.end - hit.span.start) for hit in hits] == [("left", 12), ("right", 11)]
    with pytest.raises(PatternError, match="no pattern"):
        find_pattern(LEFT, RIGHT, "(")


def test_a_pattern_that_would_never_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    children: list[Child] = []
    monkeypatch.setattr(hits_module, "Child", lambda code: children.append(Child(code)) or children[-1])
    with pytest.raises(PatternError, match="given up"):
        find_pattern(Article("a" * 40 + "!"), RIGHT, r"(a+)+$", seconds=0.8)
    (child,) = children
    assert child.process.poll() is not None, "it goes on looking"


@given(
    st.lists(st.sampled_from(["ab", "aab", "Ab  aB", "a", "\n", "ſ", "’", " "]), max_size=30),
    st.sampled_from(["a", "ab", "AB", "aa", "ab ab", "a a", "s", "'", "b"]),
)
def test_words_are_found_as_a_pattern_finds_them_however_little_is_looked_at_in_one_step(
    pieces: list[str], words: str
) -> None:
    article, other = Article("".join(pieces)), Article("ab ab")
    pattern = r"\s+".join(word.replace("'", "['’]") for word in words.split())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(hits_module, "_AT_ONCE", 2)
        steps = [len(found) for found in Finder(article, other).steps(words)]
    found = find_words(article, other, words)
    wanted = [
        Hit(side, Span(*match.span()))  # type: ignore[arg-type]
        for side, text in (("left", article.text), ("right", other.text))
        for match in re.finditer(pattern, text, re.IGNORECASE)
    ]
    assert list(found) == wanted
    assert steps == sorted(steps) and steps[-1] == len(wanted)


@given(st.lists(st.tuples(st.integers(1, 9), st.integers(1, 9)), max_size=20), st.integers(0, 60), st.integers(0, 60))
def test_the_hits_of_a_row_are_those_that_share_a_character_with_it(
    gaps: list[tuple[int, int]], one: int, other: int
) -> None:
    spans, at = [], 0
    for gap, size in gaps:
        spans.append((at + gap, at + gap + size))
        at += gap + size
    hits, (start, end) = Hits(spans[:3], spans), sorted((one, other))
    inside = [n + len(spans[:3]) for n, span in enumerate(spans) if span[0] < end and start < span[1]]
    assert [number for number, _ in hits.over("right", start, end)] == inside
    assert all(hits[number] == Hit("right", span) for number, span in hits.over("right", start, end))
    assert (len(hits), hits.on("right")) == (len(spans[:3]) + len(spans), len(spans))
