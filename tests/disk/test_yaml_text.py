from datetime import UTC, date, datetime

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tui.disk.inert import make_inert
from tui.disk.yaml_parsed import YamlError
from tui.disk.yaml_simple import parse_simple
from tui.disk.yaml_text import parse_yaml
from tui.disk.yaml_values import build_value

EXPLODING = {
    "merge keys": "a: &a {k: v}\n" + "\n".join(f"b{i}: &b{i} {{<<: [*a, *a]}}" for i in range(20)),
    "a merge key without an alias": "b: {<<: {a: 1}}",
    "aliases": "a: &a [x, x]\nb: [*a, *a]",
    "a tag that constructs": "a: !!python/object/apply:os.system ['echo']",
    "a tag of its own": "a: !colour red",
    "a tag on a list": "a: ! [red]",
    "deep brackets": "[" * 190_000,
    "deep braces": "{a: " * 45_000,
    "deep dashes": "- " * 95_000,
    "a 5,000-digit integer": "a: " + "9" * 5000,
    "a 5,000-digit key": "? " + "9" * 5000 + "\n: [",
    "an endless decimal": "a: 1.0e+9999",
    "an impossible date": "published: 2024-13-45",
    "an impossible time": "at: 2024-05-12 25:61:00",
    "the 30th of February": "published: 2024-02-30",
    "a key twice": "a: 1\nb: 2\na: 3",
    "a key twice further in": "a: {b: 1, b: 2}",
    "a list as a key": "? [a]\n: 1",
    "two documents": "a: 1\n---\nb: 2",
    "too many characters": "a: " + "x" * 600_000,
    "too many values": "[" + "1," * 95_000 + "1]",
    "too many dashes": "-\n" * 95_000,
    "an unclosed bracket": "a: [1\nb: 2",
    "a tab that indents": "a:\n\t- 1",
    "an escape sequence": "a: \x1b]52;c;AAAA\x07",
    "a lone surrogate": "a: \ud800",
    "a NUL byte": "a: \0",
}


@pytest.mark.parametrize("what", EXPLODING)
def test_what_could_explode_is_refused_with_file_and_line(what):
    with pytest.raises(YamlError) as caught:
        parse_yaml(EXPLODING[what], "theme.yaml")
    message = str(caught.value)
    assert message.startswith("theme.yaml:")
    assert message.split(":")[1].isdigit()
    assert message.isprintable()


KEYS = st.sampled_from(["a", "title", "null", "on", "b_2", "A", "a b", "é", "- a", "1", "", "?"])
VALUES = st.one_of(
    st.sampled_from(["dark", "a b.txt", "null", "True", "~", "no", "NULL", "2015-05-12", "2015-13-12", "1", "1.0"]),
    st.sampled_from(["-", "a: b", "a #b", "a-", "- a", "| ", "a ", "'a'", "a's", "y", "a  b", "../a", "[a]", "&a"]),
    st.text("ab -./:#1,'()", max_size=8),
)
OTHERS = st.sampled_from(["", "# why", " # a", "#", "  b", "a:", "---"])
LINES = st.one_of(st.tuples(KEYS, VALUES).map(": ".join), OTHERS)


@given(st.lists(LINES, max_size=4).map("\n".join), st.sampled_from(["", "\n", "\n\n", "\r\n"]))
def test_the_simplest_is_read_as_pyyaml_reads_it(text: str, end: str) -> None:
    simple = parse_simple(text + end, 100)
    assert simple is None or simple == build_value(text + end, "a.yaml", 100)


def test_a_pair_file_is_as_simple_as_that() -> None:
    text = (
        "# A pair file.\ntitle: Fire at the mill\nleft: mill.left.txt\nright: mill.right.txt\npublished: 2015-05-12\n"
    )
    simple = parse_simple(text, 100)
    assert simple is not None
    assert simple.value == {
        "title": "Fire at the mill",
        "left": "mill.left.txt",
        "right": "mill.right.txt",
        "published": date(2015, 5, 12),
    }
    assert simple.lines[("left",)] == 3


def test_a_second_key_is_told_with_both_lines():
    with pytest.raises(YamlError, match=r"^keys\.yaml:4: 'next' stands here a second time, first in line 2$"):
        parse_yaml("keys:\n  next: n\n  back: N\n  next: m\n", "keys.yaml")


def test_every_value_is_found_by_its_line():
    parsed = parse_yaml("# a comment\ntheme: dark\nkeys:\n  next_passage: [n,\n    j]\n", "config.yaml")
    assert parsed.value == {"theme": "dark", "keys": {"next_passage": ["n", "j"]}}
    assert parsed.lines[("theme",)] == 2
    assert parsed.lines[("keys", "next_passage")] == 4
    assert parsed.lines[("keys", "next_passage", 1)] == 5


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("12", 12),
        ("-0.5", -0.5),
        ("1.5e+3", 1500.0),
        ("true", True),
        ("~", None),
        ("", None),
        ("2015-05-12", date(2015, 5, 12)),
        ("2015-05-12T10:20:30Z", datetime(2015, 5, 12, 10, 20, 30, tzinfo=UTC)),
        ("2015-05-12 10:20:30.250000+00:00", datetime(2015, 5, 12, 10, 20, 30, 250000, tzinfo=UTC)),
        ("no", "no"),
        ("on", "on"),
        ("12:30", "12:30"),
        ("012", "012"),
        ("1_000", "1_000"),
        ("=", "="),
        ("'12'", "12"),
        ('"2024-13-45"', "2024-13-45"),
        ("|\n  one\n  two", "one\ntwo"),
    ],
)
def test_a_scalar_means_what_its_writer_meant(written, meant):
    value = parse_yaml(f"v: {written}", "f").value["v"]
    assert value == meant
    assert type(value) is type(meant)


def test_a_mark_that_turns_the_direction_of_text_is_shown_quoted_or_not():
    assert parse_yaml("plain: a\u202eb\nquoted: 'a\u202eb'", "f").value == {"plain": "a⇇b", "quoted": "a⇇b"}


def test_an_empty_text_holds_nothing():
    assert parse_yaml("", "f").value is None
    assert parse_yaml("# only a comment\n", "f").value is None


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**18) + 1, 10**18 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(min_value=date(1000, 1, 1)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(make_inert),
    st.sampled_from(["no", "1e5", "0x1f", "12:30", "<<", "=", "2024-13-45", "0o17", "1_000", "-", "null", "*a"]),
)


@given(st.dictionaries(st.text(max_size=6).map(make_inert), st.lists(SCALARS, max_size=4) | SCALARS, max_size=4))
def test_what_pyyaml_writes_is_read_back(value):
    assert parse_yaml(yaml.safe_dump(value), "f").value == value


def test_an_escape_gives_the_sign_of_a_control_not_the_control():
    parsed = parse_yaml('"a\\x1b[31m": "b\\u202e\\x9b\\nc"', "f")
    assert parsed.value == {"a␛[31m": "b⇇�\nc"}


@given(st.text(max_size=60) | st.text("[]{}:-?&*!|>'\"#%@ \n\tab1<=", max_size=60))
def test_any_text_is_read_or_refused_in_one_line(text):
    try:
        parse_yaml(text, "f")
    except YamlError as error:
        assert "\n" not in str(error)
