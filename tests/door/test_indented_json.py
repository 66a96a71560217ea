import json
from typing import Any

from hypothesis import example, given
from hypothesis import strategies as st

from tui.records import to_indented_json

_LEAVES = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
VALUES = st.recursive(_LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner), max_leaves=30)


@given(VALUES)
@example({"a": [[[[[1, {}]]]], (2, "“3”\u2028\x7f")], "b": {"c": {"d": {"e": {}, "f": []}}}})
def test_a_document_is_indented_as_the_standard_library_does(value: Any) -> None:
    assert to_indented_json(value).decode() == json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def test_a_lone_surrogate_is_kept_as_an_escape() -> None:
    assert to_indented_json({"é": ["\ud800"]}) == b'{\n  "\\u00e9": [\n    "\\ud800"\n  ]\n}\n'
