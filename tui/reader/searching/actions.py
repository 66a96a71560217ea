"""What one searches with."""

from tui.reader.action import actions

SEARCHING = actions(
    "Searching",
    "reader",
    ("search", "slash", "Search", "Search both articles."),
)
SEARCH_BAR = actions(
    "In the search bar",
    "search",
    ("search_next", "enter down", "Next hit", "Go to the next hit."),
    ("search_previous", "shift+enter up", "Hit before", "Go to the hit before."),
    ("search_pattern", "ctrl+r", "Pattern", "Read what is typed as a regular expression, or no longer."),
    ("search_leave", "tab", "To the text", "Go to the text with the hits kept; n and N walk them."),
    ("search_close", "escape", "Close", "Close the search."),
)

ACTIONS = (*SEARCHING, *SEARCH_BAR)
