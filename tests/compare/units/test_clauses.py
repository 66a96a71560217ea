"""The clauses of a sentence: each of its words stands in one of them, and what is set against it in another."""

import pytest

from tui.articles.article import Span
from tui.articles.load import make_article
from tui.compare.details.parts import Parts, read_parts
from tui.compare.engine import read_articles
from tui.compare.units.clauses import cut_clauses

SENTENCES = (
    "The mayor said that the bridge would not be repaired this year.",
    "“The bridge is safe,” said Ana Kolar, the mayor of Velka.",
    "Officials said two people were killed, but the hospital counts four dead.",
    "The bank closed 14 branches in March and may cut 230 jobs, according to the union.",
    "Jan Osk resigned on Monday after the court in Bergen found him guilty.",
)


def _parts(sentence: str) -> Parts:
    article = make_article(f"News of the day\n\n{sentence}\n")
    return read_parts(read_articles(article, article)[0])[1]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_each_word_of_a_sentence_stands_in_one_clause(sentence: str) -> None:
    parts = _parts(sentence)
    assert [n for first, after in cut_clauses(parts) for n in range(first, after)] == list(range(len(parts.words)))


def test_what_is_set_against_a_clause_is_another() -> None:
    parts = _parts(SENTENCES[2])
    *_, (first, after) = cut_clauses(parts)
    told = parts.slice(Span(parts.words[first].start, parts.words[after - 1].end))
    assert told == "but the hospital counts four dead"
