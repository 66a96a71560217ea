"""What lets documents out."""

from tui.reader.action import actions

EXPORTING = actions(
    "Notes",
    "reader",
    ("export", "e", "Export", "Write notes and differences to a file."),
)
EXPORT_BOX = actions(
    "In the export",
    "export",
    ("export_write", "ctrl+s", "Write", "Write the file."),
)

ACTIONS = (*EXPORTING, *EXPORT_BOX)
