"""What brings other articles in."""

from tui.reader.action import actions

OPENING = actions(
    "Articles and program",
    "reader",
    ("open", "o", "Open", "Open other articles."),
    ("reload", "r", "Reload", "Read both articles again."),
    ("swap_sides", "w", "Swap sides", "Left becomes right and right becomes left."),
    ("about", "I", "About the articles", "Where both articles are from, and what was noticed in reading them."),
)
OPEN_BOX = actions(
    "In the box that opens articles",
    "open",
    ("open_both", "ctrl+s", "Open", "Open the two articles that are named."),
    ("open_kind", "ctrl+o", "From where", "Go through files, pairs open lately, and pairs that came along."),
)

ACTIONS = (*OPENING, *OPEN_BOX)
