"""What helps one to use the program, and leaves it."""

from tui.reader.action import actions

LEAVING = actions(
    "Views",
    "reader",
    ("leave", "escape", "Let go", "Drop the selection, the chosen mention or the search, one after the other."),
)
HELPING = actions(
    "Articles and program",
    "reader",
    ("theme", "t", "Theme", "Choose a theme."),
    ("help", "question_mark f1", "Help", "Every key, by topic."),
    ("tour", "T", "Tour", "Show what is where on the screen, step by step."),
    ("palette", "ctrl+p", "Palette", "Find any action, person, place or figure by typing."),
    ("suspend", "ctrl+z", "Suspend", "Put the program aside for the shell; fg brings it back."),
    ("quit", "q ctrl+q", "Quit", "Leave; everything is saved already."),
)

TOURING = actions(
    "In the tour",
    "tour",
    (
        "tour_next",
        "enter space right",
        "Next step",
        "Go to the next step; any other key leaves the tour and does what it does.",
    ),
    ("tour_back", "left backspace", "Step before", "Go to the step before."),
)

ACTIONS = (*LEAVING, *HELPING, *TOURING)
