"""Every action of the reader with its default keys, in one table: each room's rows, joined topic by topic."""

from collections.abc import Mapping

from tui.reader.action import Action
from tui.reader.explaining.actions import ACTIONS as EXPLAINING
from tui.reader.exporting.actions import ACTIONS as EXPORTING
from tui.reader.helping.actions import ACTIONS as HELPING
from tui.reader.linking.actions import ACTIONS as LINKING
from tui.reader.moving.actions import ACTIONS as MOVING
from tui.reader.noting.actions import ACTIONS as NOTING
from tui.reader.opening.actions import ACTIONS as OPENING
from tui.reader.searching.actions import ACTIONS as SEARCHING
from tui.reader.viewing.actions import ACTIONS as VIEWING
from tui.reader.widgets.actions import ACTIONS as WIDGETS

_ROOMS = (MOVING, VIEWING, SEARCHING, NOTING, LINKING, EXPLAINING, EXPORTING, OPENING, HELPING, WIDGETS)
TOPICS = (
    "Moving",
    "Passages and details",
    "Views",
    "Searching",
    "Notes",
    "Articles and program",
    "In every list",
    "In the search bar",
    "In the sidebar",
    "In the list of notes",
    "In the note editor",
    "In the export",
    "In the import of notes",
    "In the box that opens articles",
    "In every box",
    "In the tour",
)
"""The headings of the help, in its order."""

ACTIONS: tuple[Action, ...] = tuple(
    sorted((action for room in _ROOMS for action in room), key=lambda action: TOPICS.index(action.topic))
)

BY_ID: Mapping[str, Action] = {action.id: action for action in ACTIONS}
