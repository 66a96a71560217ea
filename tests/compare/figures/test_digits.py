"""Digits of every script and form are read or passed over, and stop nothing."""

import sys
import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.articles.load import make_article
from tui.compare.figures import find_figures_and_dates

DIGITS = [chr(code) for code in range(sys.maxunicode) if unicodedata.category(chr(code)) in ("Nd", "Nl", "No")]
SHAPES = (
    "From 3-{} today, 9 to {}, {}:{} and {}.{} on May {}, {}{}{}{}, Room {}, {} people, ${}, {}/{}/20{}{} and Q{}.",
    "{}am, {}th, {}-year-old, {} percent, {}0{}s, No. {}, {},{}{}{} tonnes, 20{}{}-{}{}-{}{}, the {}{}th century.",
)


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(SHAPES), st.lists(st.sampled_from([*DIGITS, "3", "1"]), min_size=21, max_size=21))
def test_no_digit_of_any_script_stops_the_reading(shape, digits):
    article = make_article(shape.format(*digits))
    for found in find_figures_and_dates(article):
        for one in found:
            assert 0 <= one.start < one.end <= len(article.text)


def test_every_digit_alone_where_hours_days_and_years_stand():
    for digit in DIGITS:
        find_figures_and_dates(
            make_article(f"From 3-{digit} today, 9 to {digit}, May {digit}, {digit} p.m., {digit * 4}.")
        )
