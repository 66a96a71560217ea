"""Which details are told beside one another."""

from tui.articles.load import make_article
from tui.compare.comparison import Link, Settings
from tui.compare.details import find_details
from tui.compare.details.pair import Pair
from tui.compare.engine import read_articles
from tui.compare.passages import form_passages


def test_a_figure_faces_what_a_headline_only_hints_at_and_what_the_text_below_tells() -> None:
    left = make_article("The mill at Tarvik will cut 340 jobs.\n")
    right = make_article("Hundreds of jobs to go at the mill\n\nThe mill at Tarvik will cut 360 jobs.\n")
    passages = form_passages((Link(0, 0, 0.9), Link(0, 1, 0.9)))
    found = find_details(Pair(*read_articles(left, right)), passages, Settings(level="more"))
    faced = {right.text[d.right.start : d.right.end] for d in found if d.kind == "figure" and d.left and d.right}
    assert {"360"} <= {text.split()[0] for text in faced}
    assert any("undreds" in text for text in faced)
