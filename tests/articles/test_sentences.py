from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.articles.sentences import find_paragraphs, split_sentences

GOLDEN = yaml.safe_load(Path(__file__).with_name("sentences.yaml").read_text(encoding="utf-8"))


def split(text: str) -> list[str]:
    return [text[s.start : s.end] for s in split_sentences(text, find_paragraphs(text))]


@pytest.mark.parametrize("rule", GOLDEN)
def test_news_is_split_as_a_reader_would(rule):
    sentences = GOLDEN[rule]
    assert split(("" if rule == "wide" else " ").join(sentences)) == sentences


def test_a_full_stop_that_lost_its_blank_ends_a_sentence():
    assert split("The vote was close, officials said.The count goes on.") == [
        "The vote was close, officials said.",
        "The count goes on.",
    ]
    assert split("He moved from Example.Com to the Party's D-N.Y.C. office.") == [
        "He moved from Example.Com to the Party's D-N.Y.C. office."
    ]


def test_a_credit_at_the_end_of_a_caption_is_a_sentence_of_its_own():
    assert split("A crane lifts the deck Image: Petra Novak.") == ["A crane lifts the deck", "Image: Petra Novak."]
    assert split("(Photo Credit: Petra Novak)") == ["(Photo Credit: Petra Novak)"]


def test_a_quotation_does_not_hide_the_sentences_of_the_next_paragraph():
    assert split("“One is open. It stays so.\nTwo is shut. It stays so.") == [
        "“One is open.",
        "It stays so.",
        "Two is shut.",
        "It stays so.",
    ]


PIECES = (
    *(
        " ",
        " ",
        " ",
        "\n",
        "\t",
        "\u00a0",
        "\u3000",
        "\x85",
        "\u2028",
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "(",
        ")",
        "[...]",
        "|",
    ),
    *(
        "said.",
        "U.S.",
        "Mr.",
        "p.m.",
        "ET",
        "The",
        "D-N.J.",
        ". . . .",
        "...",
        "?",
        "!",
        "1.",
        "2.",
        "a)",
        "•",
        "。",
        "—",
    ),
    *("Image: A. B.", "Lind", "boat", "Inc.", "Analysts say", "agreed.The", "\u0301", "\u200d", "🚒"),
)
NEWS = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)


@given(st.text(max_size=200) | NEWS)
def test_every_word_of_any_text_belongs_to_one_sentence(text):
    article = make_article(text)
    owner = [0] * len(article.text)
    last = 0
    for sentence in article.sentences:
        paragraph = article.paragraphs[sentence.paragraph]
        assert last <= sentence.start < sentence.end
        assert paragraph.start <= sentence.start
        assert sentence.end <= paragraph.end
        said = article.slice(sentence)
        assert said == said.strip()
        last = sentence.end
        for place in range(sentence.start, sentence.end):
            owner[place] += 1
    assert all(owned == 1 for owned, char in zip(owner, article.text, strict=True) if not char.isspace())


@pytest.mark.parametrize("blank", ["\xa0", "\u2009", "\u3000", "\x85", "\xa0\xa0"])
def test_a_wide_blank_before_a_full_stop_is_read_like_any_other(blank):
    assert make_article(f"It was Mr P{blank}. He left.").sentences
