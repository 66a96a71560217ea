"""The screen of the open pair: it lays the parts out, hands each action to its room, and draws what the pair says."""

from typing import TYPE_CHECKING, ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.geometry import Region
from textual.screen import Screen

from tui.reader.action import Action, bindings
from tui.reader.explaining.explaining import Explaining
from tui.reader.exporting.exporting import Exporting
from tui.reader.helping.helping import Helping
from tui.reader.key_names import key_label
from tui.reader.linking.linking import Linking
from tui.reader.linking.marking import Marking
from tui.reader.looks.roles import RoleStyles
from tui.reader.looks.themed import roles_of
from tui.reader.moving.moving import Moving
from tui.reader.moving.selecting import Selecting
from tui.reader.moving.stepping import Stepping
from tui.reader.noting.keeping import Keeping
from tui.reader.noting.listing import Listing
from tui.reader.noting.writing import Writing
from tui.reader.opening.opening import Opening
from tui.reader.opening.watching import Watching
from tui.reader.panes import messages
from tui.reader.panes.panes import Panes
from tui.reader.panes.unscrolled import unpainted, unscrolled
from tui.reader.searching.searching import Searching
from tui.reader.session import events
from tui.reader.session.places import place_of_passage
from tui.reader.session.session import Session
from tui.reader.stage import Program, Stage
from tui.reader.table import ACTIONS
from tui.reader.viewing.briefing import Briefing
from tui.reader.viewing.panels import Panels
from tui.reader.viewing.views import Views
from tui.reader.viewing.walking import Walking
from tui.reader.viewing.words import Words
from tui.reader.widgets.bars import Bar, Header
from tui.reader.widgets.legend import LEAST_COLUMNS, LEAST_ROWS, Legend
from tui.reader.widgets.status_bar import Context, StatusBar

if TYPE_CHECKING:
    pass

_CONTEXTS: dict[str | None, Context] = {
    "sidebar-list": "sidebar",
    "details-list": "details",
    "search-words": "search",
}
"""What the keys go to while a widget has the focus, by its id."""


class Part(Protocol):
    """A part of a room: for each row of its actions it has a method of that name."""

    @property
    def ACTIONS(self) -> tuple[Action, ...]:
        """Its rows of the table of actions."""


class _Row(Horizontal):
    """What stands side by side; its parts cover it."""

    BLANK = True
    virtual_size = unscrolled()


class PairScreen(Screen[None]):
    """Both articles with everything around them.

    Parameters
    ----------
    session
        The open pair.
    program
        The application.
    roles
        The styles of the theme.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(action for action in ACTIONS if action.where == "reader")]
    AUTO_FOCUS = "Panes"
    BLANK = True
    virtual_size = unscrolled()
    focused = unpainted()

    def __init__(self, session: Session, program: Program, roles: RoleStyles) -> None:
        super().__init__()
        self.session = session
        self._program = program
        settings = program.settings
        self.panes = Panes(
            *session.articles,
            roles,
            measure=settings.measure,
            glide=settings.glide,
            all_lines=settings.lines == "all",
            apart=settings.sentences == "apart",
        )
        self._header = Header(roles)
        self._status = StatusBar(roles, settings.keys)
        self._legend = Legend(roles, self.panes.signs_in_view)
        self._keys = settings.keys
        self.stage = stage = Stage(self, self, program, self.panes, self._status)
        self.selecting = Selecting(session, self.panes, lambda text: self.app.copy_to_clipboard(text))
        self.walking = Walking(session)
        self.words = Words(session)
        explaining = Explaining(session, stage)
        of_entries = self.walking.walk, explaining.explain_entry
        self.panels = Panels(session, stage, of_entries, settings.sidebar, settings.details)
        self.searching = Searching(session, stage)
        self.keeping = Keeping(session, stage)
        writing = Writing(session, stage)
        self.linking = Linking(session)
        opening = Opening(session, stage, program.open_pair, program.found)
        self._watching = Watching(session, stage, opening)
        parts: tuple[Part, ...] = (
            *(Moving(session, self.panes), Stepping(session, self.panes), self.selecting),
            *(Views(session), self.panels, self.walking, self.words, Briefing(session, stage)),
            *(self.searching, writing, Listing(session, stage, writing), self.keeping),
            *(self.linking, Marking(session, stage), explaining, opening, Exporting(session, stage)),
            Helping(stage, ACTIONS, settings.keys),
        )
        self._acts = {action.id: getattr(part, action.id) for part in parts for action in part.ACTIONS}
        session.listen(self._heed)

    def compose(self) -> ComposeResult:
        """Lay the parts out."""
        yield self._header
        with _Row():
            yield self.panels.beside
            yield self.panes
        yield self._legend
        yield self.panels.below
        yield self._status
        self.call_after_refresh(self.panels.furnish)

    def on_mount(self) -> None:
        """Show what is known at the start, and wear every theme that is chosen."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self.use_roles(roles_of(self)))
        self._watching.begin()
        self._tell_bars()

    def on_resize(self) -> None:
        """Show sidebar, details and legend where there is room for them."""
        self.panels.make_room()
        shown = self.size.width >= LEAST_COLUMNS and self.size.height >= LEAST_ROWS
        if shown != self._legend.display:
            self._legend.display = shown
        self._legend.look()

    async def action_act(self, action: str) -> None:
        """Hand an action to its room."""
        self._status.say("")
        done = self._acts[action]()
        if done is not None:
            await done
        self._tell_context()

    # What the open pair announces.

    def _heed(self, event: events.Event) -> None:
        session, status = self.session, self._status
        match event:
            case events.ArticlesOpened():
                self.panes.show_articles(*session.articles)
                self._watching.watch_again()
                self._tell_pair()
            case events.Compared():
                self.panes.show_lookup(session.lookup)
                if session.lookup.finished:
                    self.show_progress("", 1.0)
                self._tell_pair()
            case events.PlaceChanged(move=move):
                self.panes.show_place(session.place, move=move)
                status.show_place(session.place)
                self._tell_context()
                self.post_message(messages.PlaceShown())
            case events.ViewChanged():
                self.panes.show_view(session.possible_view, session.shown)
                status.show_view(session.view, session.filter)
            case events.SelectionChanged():
                self.panes.show_selection(session.selection)
                status.show_selection(session.selection)
            case events.MarksChanged(layer=layer):
                self.panes.light(layer, session.marks[layer])
            case events.SearchChanged():
                self.panes.show_search(session.search)
                self.searching.show_count()
            case events.MentionWished(mention=mention):
                self.panels.choose_mention(mention)
            case events.NotesChanged(links_changed=links_changed, save=save):
                self._draw_notes()
                if save:
                    self.keeping.save()
                if links_changed:
                    self._program.compare_pair()
            case events.Said(words=words):
                status.say(words)

    @on(messages.PlaceShown)
    def _place_shown(self) -> None:
        self.panels.show_details()
        self.words.place_changed()
        self._legend.look()

    @on(messages.RowsMoved)
    def _rows_moved(self) -> None:
        self._legend.look()

    @on(messages.Hovered)
    def _hovered(self, message: messages.Hovered) -> None:
        self._status.hint(message.words)

    def _tell_pair(self) -> None:
        self.walking.forget()
        self._tell_bars()
        self.panels.show()
        self.keeping.light()
        self.searching.seek_again()

    def _tell_bars(self) -> None:
        self._header.show_lookup(self.session.lookup)
        self._status.show_lookup(self.session.lookup)
        self.show_notices()

    def _draw_notes(self) -> None:
        self.keeping.light()
        self.panels.show_notes()

    def show_notices(self) -> None:
        """Count in the header what the reader may want to read again."""
        warnings = sum(len(article.warnings) for article in self.session.articles)
        self._header.show_notices(warnings + sum(len(told) for told in self._program.told()))

    def show_progress(self, stage: str, share: float) -> None:
        """Show how far the engine is; nothing once it is done."""
        self._status.show_progress(stage, share)

    def use_roles(self, roles: RoleStyles) -> None:
        """Draw in another theme."""
        self.panes.use_roles(roles)
        for bar in self.query(Bar):
            bar.use_roles(roles)

    def on_descendant_focus(self) -> None:
        """Tell which keys are the most useful now."""
        self._tell_context()

    def _tell_context(self) -> None:
        focused = self.focused.id if self.focused else None
        usual: Context = "text" if self.session.mention is None else "mention"
        self._status.show_context(_CONTEXTS.get(focused, usual))
        self._status.show_free(self.panes.sides_are_free)

    # What the rooms may ask.

    def let_go(self) -> None:
        """Stop the comparison while it is under way; else let go of what is held, one after the other."""
        if not self.session.lookup.finished and self._program.stop_comparing():
            self._status.show_progress("", 1.0)
            self.session.say(f"Not compared; {key_label(self._keys['reload'][0])} compares")
            return
        held = self.selecting.let_go()
        if not held and self.focused is not self.panes:
            self.stage.focus_text()
        elif not held:
            held = self.linking.let_go() or self.searching.let_go() or self.walking.let_go()
        self._tell_context()

    def parts(self) -> dict[str, Region]:
        """Return where the parts of the screen are that the tour may point to, as far as they are in view."""
        geometry, corner = self.panes.layout_of_pair.geometry, self.panes.region.offset
        found = {
            "header": self._header.region,
            "marks": Region(*geometry.left[:2], geometry.margin, geometry.left.height).translate(corner),
            "gutter": Region(*geometry.gutter).translate(corner),
            "details": self.panels.below.region,
            "sidebar": self.panels.beside.region,
            "status": self._status.region,
        }
        return {name: region for name, region in found.items() if region.area > 0}

    # What the panes say.

    @on(messages.GoToSentence)
    def _go_to_sentence(self, message: messages.GoToSentence) -> None:
        self.session.go_to_sentence(message.side, message.sentence)

    @on(messages.LeadWith)
    async def _lead_with(self, message: messages.LeadWith) -> None:
        if message.side != self.session.place.side:
            await self.action_act("other_side")

    @on(messages.GoToPassage)
    def _go_to_passage(self, message: messages.GoToPassage) -> None:
        lookup = self.session.lookup
        self.session.go(place_of_passage(lookup, message.number, self.session.place.side))

    @on(messages.Scrolled)
    def _scrolled(self, message: messages.Scrolled) -> None:
        self.session.drift(message.side, message.sentence)

    @on(messages.SelectionChanged)
    def _selected(self, message: messages.SelectionChanged) -> None:
        self.session.select(message.selection)
