"""One form for each word however it is spelt, with exact places."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.compare.tokens import plain_words, tokenize


def words(text: str, *joined: str) -> list[str]:
    return [token.word for token in tokenize(text, joined=joined) if not token.is_stop]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the United States", "the U.S."),
        ("US troops", "U.S. troops"),
        ("the UK's plan", "the United Kingdom’s plan"),
        ("near Kiev", "near Kyiv"),
        ("four-hour talks", "4-hour talks"),
        ("6,000 people", "6000 people"),
        ("twenty-five ships", "25 ships"),
        ("$334m deal", "$334 million deal"),
        ("£1.5bn", "£1.5 billion"),
        ("Mr Ostrova’s “frank” talk", 'Mr Ostrova\'s "frank" talk'),
        ("ten per cent", "10 percent"),
        ("58km away", "58 kilometers away"),
        ("neighboring harbor", "neighbouring harbour"),
        ("co-operate", "cooperate"),
        ("al-Qaida", "al-Qaeda"),
    ],
)
def test_one_word_in_two_spellings_is_one_word(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("ask us", "ask US"),
        ("six", "sixty"),
        ("1,000", "100"),
        ("killed", "kilo"),
        ("5m away", "5 million"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    assert [t.stem for t in tokenize(one)] != [t.stem for t in tokenize(other)]


def test_a_hyphened_word_is_whole_where_the_pair_writes_it_whole() -> None:
    assert words("cease-fire", "ceasefire") == ["ceasefire"] == words("ceasefire")
    assert words("Russian-backed", "ceasefire") == ["russian", "backed"]


def test_what_every_story_is_told_with_is_passed_over() -> None:
    assert words("Mr Dalca said on Tuesday that she had told them.") == ["dalca", "tuesday"]


def test_inflections_share_a_stem() -> None:
    assert len({t.stem for t in tokenize("kill kills killed killing")}) == 1


@pytest.mark.parametrize("text", ["²³½", "9" * 5000, "٣٤ ships", "-- ’’ --", "U.", "$m", "e-", "１２"])
def test_odd_writing_is_read_without_error(text: str) -> None:
    tokenize(text)


@given(st.text(max_size=80), st.integers(0, 80), st.integers(0, 80))
def test_tokens_stand_in_order_inside_the_stretch(text: str, one: int, other: int) -> None:
    start, end = min(one, other, len(text)), min(max(one, other), len(text))
    at = start
    for token in tokenize(text, start, end, plain_words(text)):
        assert at <= token.start < token.end <= end
        assert token.word and token.stem
        at = token.end
