"""Every action of the reader with its default keys, in one table: bindings, hints, help and palette come from it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Place = Literal["reader", "list", "search", "sidebar", "notes", "editor", "export", "import", "open", "dialog"]
"""Where an action's keys are heard: on the two panes, or in one of the boxes that open over or beside them."""


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a key does."""

    id: str
    """What the configuration calls it; the screen that hears it has a method `action_<id>`."""
    keys: tuple[str, ...]
    """Default keys, in Textual's names."""
    title: str
    """A few words for footer and palette."""
    tooltip: str
    """One sentence for the help."""
    topic: str
    """The heading it stands under in the help."""
    where: Place = "reader"


def _actions(topic: str, where: Place, *rows: tuple[str, str, str, str]) -> tuple[Action, ...]:
    return tuple(Action(id_, tuple(keys.split()), title, tip, topic, where) for id_, keys, title, tip in rows)


ACTIONS: tuple[Action, ...] = (
    *_actions(
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
    ),
    *_actions(
        "Passages and details",
        "reader",
        ("next_passage", "n", "Next passage", "Go to the next passage; while a search is open, the next hit."),
        (
            "previous_passage",
            "N",
            "Previous passage",
            "Go to the passage before; or the hit before.",
        ),
        ("next_detail", "d", "Next detail", "Go to the next detail that differs."),
        ("previous_detail", "D", "Previous detail", "Go to the detail before that differs."),
        ("next_conflict", "c", "Next conflict", "Go to the next place where both cannot be right."),
        ("previous_conflict", "C", "Previous conflict", "Go to the conflict before."),
        ("next_one_sided", "u", "Next on one side only", "Go to the next sentence that only one side has."),
        ("previous_one_sided", "U", "Previous on one side only", "Go to the one-sided sentence before."),
        ("next_note", "right_square_bracket", "Next note", "Go to the next note."),
        ("previous_note", "left_square_bracket", "Previous note", "Go to the note before."),
        (
            "next_place",
            "full_stop",
            "Next place",
            "Go to the next place of the chosen person, figure or other.",
        ),
        ("previous_place", "comma", "Previous place", "Go to the place before of the chosen mention."),
    ),
    *_actions(
        "Views",
        "reader",
        ("next_view", "v", "View", "Change the view: reading order, facing rows, one column, differences only."),
        ("previous_view", "V", "View before", "Change the view to the one before."),
        ("show_all", "0", "Show everything", "Drop every filter."),
        ("show_both", "1", "What both report", "Show only what both sides report."),
        ("show_differing", "2", "Where details differ", "Show only passages whose details differ."),
        ("show_conflicts", "3", "Conflicts", "Show only passages where both cannot be right."),
        ("show_one_sided", "4", "One side only", "Show only sentences that one side alone has."),
        ("show_mentioned", "5", "With the chosen mention", "Show only sentences that name the chosen mention."),
        ("sidebar", "s", "Sidebar", "Go to the sidebar, unfolding it; from there escape leads back."),
        ("fold_sidebar", "S", "Fold the sidebar", "Fold the sidebar away, or unfold it."),
        (
            "words",
            "W",
            "Word by word",
            "Set in italics what the other side has no word for in the current sentences.",
        ),
        ("details", "i", "Details", "Show or hide the details of the current passage."),
        ("brief", "B", "Brief", "The five questions and their answers on one page."),
        ("leave", "escape", "Let go", "Drop the selection, the chosen mention or the search, one after the other."),
    ),
    *_actions(
        "Searching",
        "reader",
        ("search", "slash", "Search", "Search both articles."),
    ),
    *_actions(
        "Notes",
        "reader",
        ("highlight", "h", "Highlight", "Highlight the selection or the passage, or take the highlight away."),
        ("highlight_colour", "H", "Highlight in a colour", "Highlight in one of the four colours."),
        ("write_note", "a", "Note", "Write a note on the selection or the passage, or change it."),
        ("delete_note", "delete", "Delete note", "Delete the note under the cursor."),
        ("notes", "m", "Notes", "List the notes."),
        ("mark", "M", "Mark", "Mark the detail or the link as checked, settled or set aside."),
        ("link", "L", "Link", "Link sentences by hand."),
        ("unlink", "X", "Unlink", "Cut the link between the current sentences."),
        ("undo", "z", "Undo", "Take back the last change to notes and links."),
        ("redo", "Z ctrl+y", "Redo", "Make the change again that was taken back."),
        ("copy", "y", "Copy", "Copy the selection, or the current sentence with its counterpart."),
        ("import_notes", "E", "Import notes", "Join somebody else's notes on these articles into yours."),
        ("export", "e", "Export", "Write notes and differences to a file."),
        ("select_down", "shift+down", "Select down", "Stretch the selection one line down."),
        ("select_up", "shift+up", "Select up", "Stretch the selection one line up."),
        ("select_right", "shift+right", "Select right", "Stretch the selection one character right."),
        ("select_word_right", "ctrl+shift+right", "Select word right", "Stretch the selection one word right."),
        ("select_word_left", "ctrl+shift+left", "Select word left", "Stretch the selection one word left."),
        ("select_left", "shift+left", "Select left", "Stretch the selection one character left."),
    ),
    *_actions(
        "Articles and program",
        "reader",
        ("open", "o", "Open", "Open other articles."),
        ("reload", "r", "Reload", "Read both articles again."),
        ("swap_sides", "w", "Swap sides", "Left becomes right and right becomes left."),
        ("about", "I", "About the articles", "Where both articles are from, and what was noticed in reading them."),
        ("theme", "t", "Theme", "Choose a theme."),
        ("help", "question_mark f1", "Help", "Every key, by topic."),
        ("palette", "ctrl+p", "Palette", "Find any action, person, place or figure by typing."),
        ("suspend", "ctrl+z", "Suspend", "Put the program aside for the shell; fg brings it back."),
        ("quit", "q ctrl+q", "Quit", "Leave; everything is saved already."),
    ),
    *_actions(
        "In every list",
        "list",
        ("list_down", "down", "Down", "Go to the next item."),
        ("list_up", "up", "Up", "Go to the item before."),
        ("list_page_down", "pagedown", "Page down", "Go one page down."),
        ("list_page_up", "pageup", "Page up", "Go one page up."),
        ("list_first", "home", "First", "Go to the first item."),
        ("list_last", "end", "Last", "Go to the last item."),
        ("list_choose", "enter", "Choose", "Take the item under the cursor."),
    ),
    *_actions(
        "In the search bar",
        "search",
        ("search_next", "enter down", "Next hit", "Go to the next hit."),
        ("search_previous", "shift+enter up", "Hit before", "Go to the hit before."),
        ("search_pattern", "ctrl+r", "Pattern", "Read what is typed as a regular expression, or no longer."),
        ("search_leave", "tab", "To the text", "Go to the text with the hits kept; n and N walk them."),
        ("search_close", "escape", "Close", "Close the search."),
    ),
    *_actions(
        "In the sidebar",
        "sidebar",
        ("walk_back", "left", "Place before", "Go to the place of this mention before; enter goes to the next."),
        ("next_group", "tab", "Next group", "Go to the next group: people, places and so on."),
        ("previous_group", "shift+tab", "Group before", "Go to the group before."),
        (
            "only_one_side",
            "ctrl+o",
            "One side only",
            "List what one side alone names, what differs, or everything.",
        ),
        ("sidebar_leave", "escape", "Back", "Clear the filter, then go back to the text."),
    ),
    *_actions(
        "In the list of notes",
        "notes",
        ("note_edit", "f2", "Edit", "Change text, colour and tags of the note."),
        ("note_delete", "delete", "Delete", "Delete the note; undo brings it back."),
        ("note_import", "f3", "Import", "Join somebody else's notes into these."),
        ("note_kind", "tab", "Which notes", "Go through the kinds: all, left, right, with text, lost place and so on."),
    ),
    *_actions(
        "In the note editor",
        "editor",
        ("editor_save", "ctrl+s f2", "Save", "Keep the note and close."),
        ("editor_outside", "ctrl+o", "$EDITOR", "Write the text in the program that $EDITOR names."),
        ("editor_colour", "ctrl+t", "Colour", "Take the next colour."),
    ),
    *_actions(
        "In the export",
        "export",
        ("export_write", "ctrl+s", "Write", "Write the file."),
    ),
    *_actions(
        "In the import of notes",
        "import",
        ("import_read", "ctrl+s", "Import", "Import the file that is named."),
    ),
    *_actions(
        "In the box that opens articles",
        "open",
        ("open_both", "ctrl+s", "Open", "Open the two articles that are named."),
        ("open_kind", "ctrl+o", "From where", "Go through files, pairs open lately, and pairs that came along."),
    ),
    *_actions(
        "In every box",
        "dialog",
        ("close", "escape", "Close", "Close the box and change nothing."),
    ),
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}
