import unicodedata

from hypothesis import given
from hypothesis import strategies as st

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


def test_joiners_that_spelling_needs_stay():
    assert make_inert("👩\u200d🚒 می\u200cروم") == "👩\u200d🚒 می\u200cروم"
