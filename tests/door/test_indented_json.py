import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from tui.notes.reports.document import Each
from tui.records import to_indented_json

_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=30)


@given(VALUES)
@example({"a": [[[[[1, {}]]]], (2, "“3”\u2028\x7f")], "b": {"c": {"d": {"e": {}, "f": []}}}})
def test_a_document_is_indented_as_the_standard_library_does(value: Any) -> None:
    assert to_indented_json(value).decode() == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


@given(st.lists(VALUES), st.booleans())
def test_what_is_made_of_each_thing_is_written_as_a_list(values: list[Any], is_inner: bool) -> None:
    each, every = Each(lambda value: {"it": value}, values), [{"it": value} for value in values]
    assert to_indented_json({"a": [each] if is_inner else each}) == to_indented_json(
        {"a": [every] if is_inner else every}
    )
    assert to_indented_json({"a": each, "b": "\ud800"}) == to_indented_json({"a": every, "b": "\ud800"})


def test_a_lone_surrogate_is_kept_as_an_escape() -> None:
    assert to_indented_json({"é": ["\ud800"]}) == b'{\n  "\\u00e9": [\n    "\\ud800"\n  ]\n}\n'
