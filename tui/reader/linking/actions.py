"""What the engine is corrected with."""

from tui.reader.action import actions

LINKING = actions(
    "Notes",
    "reader",
    ("link", "L", "Link", "Link sentences by hand."),
    ("unlink", "X", "Unlink", "Cut the link between the current sentences."),
)
MARKING = actions(
    "Notes",
    "reader",
    ("mark", "M", "Mark", "Mark the detail or the link as checked, settled or set aside."),
)

ACTIONS = (*LINKING, *MARKING)
