"""What notes are written, listed and taken back with."""

from tui.reader.action import actions

WRITING = actions(
    "Notes",
    "reader",
    ("highlight", "h", "Highlight", "Highlight the selection or the passage, or take the highlight away."),
    ("highlight_colour", "H", "Highlight in a colour", "Highlight in one of the four colours."),
    ("write_note", "a", "Note", "Write a note on the selection or the passage, or change it."),
    ("delete_note", "delete", "Delete note", "Delete the note under the cursor."),
)
LISTING = actions(
    "Notes",
    "reader",
    ("notes", "m", "Notes", "List the notes."),
    ("import_notes", "E", "Import notes", "Join somebody else's notes on these articles into yours."),
)
STEPPING = actions(
    "Passages and details",
    "reader",
    ("next_note", "right_square_bracket", "Next note", "Go to the next note."),
    ("previous_note", "left_square_bracket", "Previous note", "Go to the note before."),
)
HISTORY = actions(
    "Notes",
    "reader",
    ("undo", "z", "Undo", "Take back the last change to notes and links."),
    ("redo", "Z ctrl+y", "Redo", "Make the change again that was taken back."),
)
NOTES_BOX = actions(
    "In the list of notes",
    "notes",
    ("note_edit", "f2", "Edit", "Change text, colour and tags of the note."),
    ("note_delete", "delete", "Delete", "Delete the note; undo brings it back."),
    ("note_import", "f3", "Import", "Join somebody else's notes into these."),
    ("note_kind", "tab", "Which notes", "Go through the kinds: all, left, right, with text, lost place and so on."),
)
EDITOR = actions(
    "In the note editor",
    "editor",
    ("editor_save", "ctrl+s f2", "Save", "Keep the note and close."),
    ("editor_outside", "ctrl+o", "$EDITOR", "Write the text in the program that $EDITOR names."),
    ("editor_colour", "ctrl+t", "Colour", "Take the next colour."),
)
IMPORT_BOX = actions(
    "In the import of notes",
    "import",
    ("import_read", "ctrl+s", "Import", "Import the file that is named."),
)

ACTIONS = (*WRITING, *LISTING, *STEPPING, *HISTORY, *NOTES_BOX, *EDITOR, *IMPORT_BOX)
