import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.articles.cleaning import clean_text
from tui.disk.inert import make_inert, make_inert_line


@given(st.text(st.characters(), max_size=50))
def test_nothing_dangerous_is_left_and_nothing_moves(text):
    inert = make_inert(text)
    assert len(inert) == len(text)
    assert not [c for c in inert if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert not [c for c in inert if unicodedata.bidirectional(c) in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI")]


@given(st.text(max_size=50))
def test_a_line_stays_a_line(text):
    line = make_inert_line(text)
    assert len(line) == len(text)
    assert len(line.splitlines()) <= 1
    assert "\t" not in line


def test_every_escape_is_shown_and_disarmed():
    assert make_inert("\x1b[31m\x9b0m\x07\r\x7f\u202eevil\u2066") == "␛[31m\ufffd0m␇␍␡⇇evil⇥"


HIDDEN = [
    *("\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u180e", "\u200b", "\u200f", "\u2060", "\u2065"),
    *("\u2800", "\u3164", "\ufe00", "\ufeff", "\uffa0", "\ufff0", "\U0001bca0", "\U0001d173"),
    *("\U000e0001", "\U000e0041", "\U000e007f", "\U000e0100", "\U000e01ef", "\U000e0fff"),
]


@pytest.mark.parametrize("hidden", HIDDEN, ids=lambda hidden: f"U+{ord(hidden):04X}")
def test_what_cannot_be_seen_is_shown_and_told(hidden):
    assert make_inert(hidden) in "␣‐↤⧗"
    text, warnings = clean_text(f"pay{hidden}ment")
    assert text == f"pay{make_inert(hidden)}ment"
    assert len(warnings) == 1 and warnings[0].startswith("1 ") and warnings[0].endswith("made visible")


def test_every_character_that_is_to_be_shown_is_found():
    for code in range(0x110000):
        assert (make_inert(chr(code)) != chr(code)) == (make_inert_line(chr(code)) != chr(code)) or chr(code) in "\t\n"


def test_joiners_that_spelling_needs_stay():
    assert make_inert("👩\u200d🚒 می\u200cروم ☺\ufe0f") == "👩\u200d🚒 می\u200cروم ☺\ufe0f"
