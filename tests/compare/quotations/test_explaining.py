from pathlib import Path

from tui.articles.load import make_article
from tui.compare.engine import read_articles
from tui.compare.quotations import evidence, explaining
from tui.compare.quotations.explaining import explain_speakers
from tui.disk.tables import read_table


def test_every_quotation_found_has_its_reasons_and_no_other():
    text = 'Ada Brandt opened the quay. "It is dry," she said. The word "dry" was new. "And it stays dry."'
    (reading,) = read_articles(make_article(text))
    why = explain_speakers(reading.article, reading.names, reading.references)
    assert list(why) == [quotation.span for quotation in reading.quotations]
    assert all(why[quotation.span] for quotation in reading.quotations if quotation.speaker)


def test_features_that_are_told_are_features():
    table = Path(explaining.__file__).with_name("evidence_words.tsv")
    assert {feature for feature, _ in read_table(table)} <= set(evidence.FEATURES)


def test_a_quotation_beside_which_nobody_is_named_has_no_reasons():
    article = make_article('"It is dry," the woman said.')
    assert set(explain_speakers(article, ()).values()) == {()}
