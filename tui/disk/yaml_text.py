"""YAML that came from outside, read without trusting it.

PyYAML only tells what stands in the text, event by event; the value is built here, so nothing is ever constructed from
a tag, expanded from an alias or merged from a key. What is read is a small and unsurprising part of YAML:

- mappings, lists and scalars, no deeper than `tui.disk.yaml_parsed.MOST_LEVELS`; one document;
- keys are text, and no key stands twice in one mapping;
- an unquoted scalar is `null`, `true`, `false`, a decimal number (an exponent needs a point), a date (2015-05-12) or a
  date with a time; anything else is text, so `no` and `on` are words;
- anchors, aliases, merge keys and tags are refused;
- text is made inert: an escape sequence for a control gives the visible sign that stands for it, not the control.

What PyYAML's `safe_dump` writes of such values is read back as it was, where its texts were inert.
"""

from tui.disk.yaml_parsed import Parsed, YamlError
from tui.disk.yaml_simple import parse_simple

MOST_CHARACTERS = 200_000
"""A longer text is refused unless the caller allows more, and so is one with more than a tenth as many values."""


def parse_yaml(text: str, origin: str, most_characters: int = MOST_CHARACTERS) -> Parsed:
    """Return what `text` holds, with the line of every value.

    Parameters
    ----------
    origin
        The file's name, for messages.
    most_characters
        A longer text is refused unread.

    Raises
    ------
    YamlError
        If it is no YAML, too large or deep, or holds what this module's docstring says is refused.
    """
    if len(text) > most_characters:
        raise YamlError(origin, 1, f"longer than {most_characters:,} characters")
    simple = parse_simple(text, most_characters // 10)
    if simple is not None:
        return simple
    from tui.disk.yaml_values import build_value  # PyYAML takes long to load, and a start that reads no YAML needs none

    return build_value(text, origin, most_characters // 10)
