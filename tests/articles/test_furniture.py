"""Which sentences belong to the page rather than to the news."""

from pathlib import Path

import pytest
import yaml

from tui.articles.article import Sentence
from tui.articles.furniture import FURNITURE, furniture_kind, told_span
from tui.articles.load import make_article

GOLDEN = yaml.safe_load((Path(__file__).parent / "furniture.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("kind", "sentence"), [(kind, line) for kind, lines in GOLDEN.items() for line in lines])
def test_a_sentence_is_called_what_it_is(kind: str, sentence: str) -> None:
    assert (furniture_kind(sentence) or "news") == kind


def test_furniture_is_found_among_the_sentences_of_a_paragraph() -> None:
    article = make_article("The ferry sank off Tarsk. All were saved. Ola Berg contributed to this report.")
    assert [sentence.kind for sentence in article.sentences] == ["prose", "prose", "credit"]


def test_the_lines_that_stand_alone_keep_their_kind() -> None:
    text = "Ferry sinks off Tarsk\nBy Ola Berg\n12 May 2031\nThe ferry sank.\nImage: The pier at Tarsk"
    kinds = [sentence.kind for sentence in make_article(text).sentences]
    assert kinds == ["headline", "byline", "dateline", "prose", "caption"]
    assert [kind in FURNITURE for kind in kinds] == [False, True, True, False, True]


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("TARSK, May 4 (NPA) — A ferry sank.", "A ferry sank."),
        ("VELMOUTH (NPA) - The mayor left.", "The mayor left."),
        ("NEW TARSK, Valdora -- The pier closed.", "The pier closed."),
        ("TARSK – Twelve goats escaped.", "Twelve goats escaped."),
        ("The NPA — a wire service — moved.", "The NPA — a wire service — moved."),
        ("US-led talks failed - again.", "US-led talks failed - again."),
        ("EU ministers met — twice.", "EU ministers met — twice."),
        ("TARSK (NPA) is a port.", "TARSK (NPA) is a port."),
    ],
)
def test_the_news_stands_behind_the_dateline_that_a_sentence_opens_with(sentence: str, told: str) -> None:
    assert sentence[slice(*told_span(sentence, Sentence(0, len(sentence), 0)))] == told
