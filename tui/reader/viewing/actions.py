"""What is shown, and what stands around it."""

from tui.reader.action import actions

VIEWS = actions(
    "Views",
    "reader",
    ("next_view", "v", "View", "Change the view: reading order, facing rows, one column, differences only."),
    ("previous_view", "V", "View before", "Change the view to the one before."),
    ("more_details", "plus", "More differences", "Tell the differences that matter, more of them, or all."),
    ("show_all", "0", "Show everything", "Drop every filter."),
    ("show_both", "1", "What both report", "Show only what both sides report."),
    ("show_differing", "2", "Where details differ", "Show only passages whose details differ."),
    ("show_conflicts", "3", "Conflicts", "Show only passages where both cannot be right."),
    ("show_one_sided", "4", "One side only", "Show only sentences that one side alone has."),
    ("show_mentioned", "5", "With the chosen mention", "Show only sentences that name the chosen mention."),
)
BESIDE = actions(
    "Views",
    "reader",
    ("sidebar", "s", "Sidebar", "Go to the sidebar, unfolding it; from there escape leads back."),
    ("fold_sidebar", "S", "Fold the sidebar", "Fold the sidebar away, or unfold it."),
)
PLACES = actions(
    "Passages and details",
    "reader",
    ("next_place", "full_stop", "Next place", "Go to the next place of the chosen person, figure or other."),
    ("previous_place", "comma", "Previous place", "Go to the place before of the chosen mention."),
)
WORDS = actions(
    "Views",
    "reader",
    ("words", "W", "Word by word", "Set in italics what the other side has no word for in the current sentences."),
)
DETAILS = actions(
    "Views",
    "reader",
    ("details", "i", "Details", "Show or hide the details of the current passage."),
)
BRIEF = actions(
    "Views",
    "reader",
    ("brief", "B", "Brief", "The five questions and their answers on one page."),
)
SIDEBAR = actions(
    "In the sidebar",
    "sidebar",
    ("walk_back", "left", "Place before", "Go to the place of this mention before; enter goes to the next."),
    ("next_group", "tab", "Next group", "Go to the next group: people, places and so on."),
    ("previous_group", "shift+tab", "Group before", "Go to the group before."),
    ("only_one_side", "ctrl+o", "One side only", "List what one side alone names, what differs, or everything."),
    ("explain_entry", "ctrl+x", "Why this name", "Tell why the name under the cursor is a person, a place or another."),
    ("sidebar_leave", "escape", "Back", "Clear the filter, then go back to the text."),
)

ACTIONS = (*VIEWS, *BESIDE, *PLACES, *WORDS, *DETAILS, *BRIEF, *SIDEBAR)
