"""Finding words and patterns in both articles."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.article import Article
from tui.reader.searching import hits as hits_module
from tui.reader.searching.hits import PatternError, find_pattern, find_words
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
