"""newsdiff-tui: two articles about the same event, side by side in a terminal.

Four rooms and a door, imports going downward only: `reader` → `notes` → `compare` → `articles`;
`cli` is the door and imports a room only when it is needed.
"""

__version__ = "0.1.0"
