"""The brief for a terminal."""

import re
import unicodedata

import pytest

from tui.articles.load import make_article
from tui.compare.engine import compare
from tui.notes.reports.text import cells, render_text

LEFT = make_article(
    "Twelve people drowned in Vellin when the river Arve burst its banks on Monday.\n"
    "The mayor opened the school to those without a roof, and asked the whole region to send blankets, "
    "bread and boats as soon as the roads allow it, which may take until the week is over.\n"
    "阿尔沃河星期一决堤,维林镇有十二人溺水身亡,镇长打开学校收留无家可归的人,并请求整个地区送来毯子和面包。"
)
RIGHT = make_article(
    "Nine people drowned in Vellin when the river Arve burst its banks on Monday.\n"
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsvorsitzender is one word."
)


@pytest.mark.parametrize("width", [20, 33, 80, 120])
def test_no_line_is_wider_than_asked_for(width):
    for line in render_text(compare(LEFT, RIGHT), width).splitlines():
        assert sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) <= width


def test_every_question_is_answered_in_order():
    page = render_text(compare(LEFT, RIGHT))
    titles = [question.title for question in compare(LEFT, RIGHT).brief.questions]
    places = [page.index(title) for title in titles]
    assert len(places) == 5 and places == sorted(places)


def test_no_escape_without_colour_and_the_same_words_with_it():
    comparison = compare(LEFT, RIGHT)
    plain, painted = render_text(comparison), render_text(comparison, colour=True)
    assert "\x1b" not in plain and "\x1b[" in painted
    assert re.sub(r"\x1b\[[\d;]*m", "", painted) == plain


def test_wide_and_combining_characters_are_measured_in_cells():
    assert (cells("ab"), cells("決堤"), cells("e\u0301")) == (2, 4, 1)
