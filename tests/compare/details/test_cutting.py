"""Phrases begin and end where a reader would cut, and a clause that both sides tell is held against no third."""

import pytest

from tui.articles.load import make_article
from tui.compare.comparison import Settings
from tui.compare.details.cutting import phrase_of
from tui.compare.details.pair import Pair
from tui.compare.engine import compare, read_articles

CUTS = [
    ("The ferryman was paid from a public fund in May.", "paid from a public", "paid from a public fund"),
    ("He pledged to repay the town of Velka.", "pledged to repay the", "pledged to repay"),
    ("The ferry sank and the crew was saved.", "and the crew was", "the crew"),
    ("The heirs of the miller sold it.", "of the miller sold", "the miller sold"),
    ("He denied some of the charges in court.", "denied some", "denied some of the charges"),
    ("The mayor thanked Petra Lund of the choir.", "thanked Petra", "thanked Petra Lund"),
    ("It closed after three long winters of snow.", "after three", "after three long winters"),
    ("The mayor (a baker from Tarn) resigned on Monday.", "from Tarn) resigned", "resigned"),
    ("He called it “a bad day for Tarn” and left.", "bad day for Tarn” and", "bad day for Tarn"),
    ("He called it “a bad day for Tarn” and left.", "a bad day for Tarn", "a bad day for Tarn"),
    ("The guild would not resign.", "would not", "would not"),
    ("The guild agreed with Mr. Oskar Lund on Monday.", "agreed with Mr.", "agreed with Mr. Oskar Lund"),
    ("The guild agreed with Mayor Petra Lund on Monday.", "Petra Lund on Monday", "Mayor Petra Lund on Monday"),
]


@pytest.mark.parametrize(("sentence", "cut", "whole"), CUTS)
def test_a_phrase_ends_where_a_reader_would_cut(sentence: str, cut: str, whole: str) -> None:
    (reading,) = read_articles(make_article(sentence))
    (parts,) = Pair(reading, reading).sentences["left"]
    at = sentence.index(cut)
    inside = [n for n, word in enumerate(parts.words) if at <= word.start < at + len(cut)]
    assert phrase_of(parts, "phrase", inside[0], inside[-1] + 1).text == whole


def test_sentences_that_differ_by_a_date_alone_differ_by_that_date_alone() -> None:
    said = "LARVIN, 10 March 2021\n\nThe ferry ran aground off Port Arlen on {}, the coast guard said."
    articles = (make_article(said.format(day)) for day in ("Thursday", "Friday"))
    details = compare(*articles, Settings(level="all")).details
    assert [detail.summary for detail in details] == ["Thursday / Friday"]
