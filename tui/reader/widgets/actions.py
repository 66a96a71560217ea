"""What is heard in every list and in every box."""

from tui.reader.action import actions

LIST = actions(
    "In every list",
    "list",
    ("list_down", "down", "Down", "Go to the next item."),
    ("list_up", "up", "Up", "Go to the item before."),
    ("list_page_down", "pagedown", "Page down", "Go one page down."),
    ("list_page_up", "pageup", "Page up", "Go one page up."),
    ("list_first", "home", "First", "Go to the first item."),
    ("list_last", "end", "Last", "Go to the last item."),
    ("list_choose", "enter", "Choose", "Take the item under the cursor."),
)
DIALOG = actions(
    "In every box",
    "dialog",
    ("close", "escape", "Close", "Close the box and change nothing."),
)

ACTIONS = (*LIST, *DIALOG)
