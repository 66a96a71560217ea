import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.cleaning import clean_text
from tui.articles.load import make_article


@pytest.mark.parametrize(
    ("given", "shown", "told"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd", ()),
        ("\ufeffa", "a", ()),
        ("page\fnext\u2028line", "page\nnext\nline", ()),
        ("\x1b]52;c;QUFB\x07", "␛]52;c;QUFB␇", ("2 control characters, made visible and harmless",)),
        ("\x9b31m\x90", "\ufffd31m\ufffd", ("2 control characters, made visible and harmless",)),
        ("a\0b", "a␀b", ("1 control character, made visible and harmless",)),
        ("pay \u202eeur\u202c", "pay ⇇eur↵", ("2 marks that turn the direction of text, made visible",)),
        ("\u2066x\u2069", "⇥x↲", ("2 marks that turn the direction of text, made visible",)),
        ("6\u200b000", "6␣000", ("1 invisible character, made visible",)),
        ("6\u200d000", "6␣000", ("1 joiner of no width inside words",)),
        ("govern\u00adment", "govern‐ment", ("1 invisible character, made visible",)),
        ("👩\u200d🚒 می\u200cروم 日本語 عربي", "👩\u200d🚒 می\u200cروم 日本語 عربي", ()),
        ("[bold]x[/] &amp; <b>", "[bold]x[/] &amp; <b>", ()),
        ("\ud800", "\ufffd", ("1 control character, made visible and harmless",)),
    ],
)
def test_what_could_harm_or_hide_is_shown_and_told(given, shown, told):
    assert clean_text(given) == (shown, told)


def test_a_pile_of_marks_is_cut_short_one_for_one():
    text, told = clean_text("e" + "\u0301" * 5000 + " x")
    assert text == "e" + "\u0301" * 8 + "\u25cc" * 4992 + " x"
    assert told == ("1 pile of more than 8 marks on one letter, cut short",)


@given(st.text(max_size=80))
def test_cleaning_moves_nothing(text):
    ended = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    cleaned, _ = clean_text(text)
    assert len(cleaned) == len(ended)
    assert clean_text(cleaned)[0] == cleaned


def test_title_source_and_author_are_made_inert_too():
    article = make_article("The bridge.", title="\x1b]0;x\x07", source="a\nb\x9b", author="\u202ex")
    assert (article.title, article.source, article.author) == ("␛]0;x␇", "a b\ufffd", "⇇x")
    assert make_article("The bridge.", warnings=("\x1b",)).warnings == ("␛",)
