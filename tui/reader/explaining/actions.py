"""Asking why the engine judged as it did."""

from tui.reader.action import actions

EXPLAINING = actions(
    "Passages and details",
    "reader",
    (
        "explain",
        "x ctrl+x",
        "Why",
        "Tell what speaks for and against the current detail and link, or a link between two sentences asked about.",
    ),
)

ACTIONS = EXPLAINING
