"""What one moves with."""

from tui.reader.action import actions

MOVING = actions(
    "Moving",
    "reader",
    ("next_sentence", "j down", "Next sentence", "Go to the next sentence; what faces it comes beside it."),
    ("previous_sentence", "k up", "Sentence before", "Go to the sentence before."),
    ("line_down", "J ctrl+down", "Line down", "Scroll one line down; the other side follows."),
    ("line_up", "K ctrl+up", "Line up", "Scroll one line up; the other side follows."),
    ("page_down", "space pagedown", "Page down", "Go one page down."),
    ("page_up", "b pageup", "Page up", "Go one page up."),
    ("top", "g home", "Start", "Go to the start of both articles."),
    ("bottom", "G end", "End", "Go to the end of both articles."),
    ("other_side", "tab shift+tab", "Other side", "Lead with the other side."),
    ("counterpart", "enter", "Counterpart", "Go to the sentence that faces this one, and on through them."),
    ("back", "backspace", "Back", "Go back to where you were before the last jump, and on to the one before."),
    ("free_sides", "f", "Free the sides", "Let the sides scroll apart, or join them again."),
)
STEPPING = actions(
    "Passages and details",
    "reader",
    ("next_passage", "n", "Next passage", "Go to the next passage; while a search is open, the next hit."),
    ("previous_passage", "N", "Previous passage", "Go to the passage before; or the hit before."),
    ("next_detail", "d", "Next detail", "Go to the next detail that differs."),
    ("previous_detail", "D", "Previous detail", "Go to the detail before that differs."),
    ("next_conflict", "c", "Next conflict", "Go to the next place where both cannot be right."),
    ("previous_conflict", "C", "Previous conflict", "Go to the conflict before."),
    ("next_one_sided", "u", "Next on one side only", "Go to the next sentence that only one side has."),
    ("previous_one_sided", "U", "Previous on one side only", "Go to the one-sided sentence before."),
)
SELECTING = actions(
    "Notes",
    "reader",
    ("copy", "y", "Copy", "Copy the selection, or the current sentence with its counterpart."),
    ("select_sentence", "A", "Select sentence", "Select the current sentence."),
    ("select_down", "shift+down", "Select down", "Stretch the selection one line down."),
    ("select_up", "shift+up", "Select up", "Stretch the selection one line up."),
    ("select_right", "shift+right", "Select right", "Stretch the selection one character right."),
    ("select_word_right", "ctrl+shift+right", "Select word right", "Stretch the selection one word right."),
    ("select_word_left", "ctrl+shift+left", "Select word left", "Stretch the selection one word left."),
    ("select_left", "shift+left", "Select left", "Stretch the selection one character left."),
)

ACTIONS = (*MOVING, *STEPPING, *SELECTING)
