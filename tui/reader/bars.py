"""The two bars: above, the pair and what was found in it; below, where the reader is and what the keys do.

Every number and every hint can be clicked.
"""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.articles.article import Article
from tui.reader.keys import Keymap, key_label
from tui.reader.lookup import MARK_ROLES, Lookup
from tui.reader.paint import Inks, fit, shortened
from tui.reader.place import FILTERS, Filter, Place, Selection, View, view_title
from tui.reader.roles import RoleStyles


class Word(NamedTuple):
    """Some words in a bar."""

    text: str
    role: str
    """The theme role they are drawn in."""
    action: str = ""
    """The action that a click on them takes."""


Words = list[Word]
GAP = Word("  ", "text")
DOT = Word(" · ", "muted")


class Bar(Widget):
    """One line of words, some at the left, others at the right where there is room."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, roles: RoleStyles) -> None:
        super().__init__()
        self._inks = Inks(roles)

    def use_roles(self, roles: RoleStyles) -> None:
        """Draw in another theme."""
        self._inks = Inks(roles)
        self.refresh()

    def words(self) -> tuple[Words, list[Words]]:
        """Return what stands at the left, and groups for the right, the last ones left out where room is short."""
        raise NotImplementedError

    def line(self) -> Words:
        """Return the words of the line in the present width."""
        before, groups = self.words()
        while len(before) > 1 and _length(before) > self.size.width - 2:
            before.pop()
        room = self.size.width - 2 - _length(before)
        after: Words = []
        for group in groups:
            if _length(after) + _length(group) + 2 > room:
                break
            after += group
        space = max(0, room - _length(after))
        return [Word(" ", "text"), *before, Word(" " * space, "text"), *after]

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        inks, width = self._inks, self.size.width
        segments = [Segment(word.text, inks.panel(word.role)) for word in self.line()]
        return Strip(fit(segments, width, inks.panel("text")), width)

    async def on_click(self, event: events.Click) -> None:
        """Take the action of the words under the mouse."""
        at = 0
        for word in self.line():
            at += cell_len(word.text)
            if event.x < at:
                if word.action:
                    await self.screen.run_action(word.action)
                return


def _length(words: Sequence[Word]) -> int:
    return sum(cell_len(word.text) for word in words)


class Header(Bar):
    """What the pair is about and what was found, in numbers."""

    _lookup: Lookup | None = None
    _notices = 0

    def show_notices(self, count: int) -> None:
        """Tell how many warnings there are to be read."""
        if count != self._notices:
            self._notices = count
            self.refresh()

    def show_lookup(self, lookup: Lookup) -> None:
        """Tell what was found."""
        self._lookup = lookup
        self.refresh()

    def words(self) -> tuple[Words, list[Words]]:
        """Return the pair, and the counts."""
        before = [Word("newsdiff", "accent", "help"), GAP]
        if self._notices:
            before += [Word(f"▲{self._notices}", "warning", "about"), GAP]
        if self._lookup is None:
            return before, []
        groups = counts(self._lookup) if self._lookup.finished else []
        told = _length([word for group in groups for word in group])
        room = max(self.size.width // 4, self.size.width - 16 - told)
        return [*before, Word(shortened(pair_title(*self._lookup.articles), room), "text")], groups


def pair_title(left: Article, right: Article) -> str:
    """Return one line that names the pair."""
    return left.title or right.title or " · ".join(name for name in (left.source, right.source) if name)


def counts(lookup: Lookup) -> list[Words]:
    """Return what was found in numbers, each number leading to what it counts."""
    left, right = lookup.names
    conflicts = sum(detail.conflict for detail in lookup.details)
    return [
        [_count(len(lookup.passages), "passage", "text", "show_both")],
        [DOT, _count(len(lookup.details), "detail differs", "differs", "show_differing", "details differ")],
        [DOT, _count(conflicts, "conflict", "conflict", "show_conflicts")],
        [
            DOT,
            Word(f"only {left} {len(lookup.one_sided('left'))}", "only-left", "show_one_sided"),
            DOT,
            Word(f"only {right} {len(lookup.one_sided('right'))}", "only-right", "show_one_sided"),
        ],
    ]


def _count(count: int, one: str, role: str, action: str, many: str = "") -> Word:
    return Word(f"{count} {one if count == 1 else many or one + 's'}", role if count else "muted", action)


HINTS = (
    (("next_passage", "previous_passage"), "passage"),
    (("next_detail", "previous_detail"), "detail"),
    (("next_conflict",), "conflict"),
    (("next_one_sided",), "one side"),
    (("other_side",), "other side"),
    (("next_view",), "view"),
    (("search",), "search"),
    (("highlight",), "highlight"),
    (("help",), "help"),
)
"""What the line of hints names, and how; the help is never left out."""


class StatusBar(Bar):
    """Where the reader is, and what the most useful keys do."""

    def __init__(self, roles: RoleStyles, keys: Keymap) -> None:
        super().__init__(roles)
        self._keys = keys
        self._lookup: Lookup | None = None
        self._place = Place()
        self._view: View = "reading"
        self._filter: Filter | None = None
        self._selection: Selection | None = None
        self._free = False
        self._said = ""
        self._progress = ""

    def show_lookup(self, lookup: Lookup) -> None:
        """Tell what is known of the pair."""
        self._lookup = lookup
        self.refresh()

    def show_place(self, place: Place) -> None:
        """Tell where the reader is."""
        self._place, self._said = place, ""
        self.refresh()

    def show_view(self, view: View, chosen: Filter | None) -> None:
        """Tell which view and filter are on."""
        self._view, self._filter = view, chosen
        self.refresh()

    def show_selection(self, selection: Selection | None) -> None:
        """Tell how much is selected."""
        self._selection, self._said = selection, ""
        self.refresh()

    def show_free(self, free: bool) -> None:
        """Tell whether each side is scrolled alone."""
        self._free = free
        self.refresh()

    def show_progress(self, words: str) -> None:
        """Tell how far long work is; nothing once it has ended."""
        self._progress = words
        self.refresh()

    def say(self, words: str) -> None:
        """Say something until the reader moves on."""
        self._said = words
        self.refresh()

    def words(self) -> tuple[Words, list[Words]]:
        """Return the place, and the keys."""
        if self._said:
            before = [Word(shortened(self._said, max(8, self.size.width - 12)), "warning")]
        elif self._progress:
            before = [Word(self._progress, "warning", "leave")]
        else:
            before = self._where()
        hints = [self._hint(*hint) for hint in HINTS]
        while len(before) > 2 and _length(before) + _length(hints[-1]) > self.size.width - 4:
            before.pop()
        room = self.size.width - 4 - _length(before) - _length(hints[-1])
        shown: list[Words] = []
        for hint in hints[:-1]:
            room -= _length(hint)
            if room < 0:
                break
            shown.append(hint)
        return before, [*shown, hints[-1]]

    def _hint(self, actions: tuple[str, ...], words: str) -> Words:
        labels = "/".join(key_label(self._keys[action][0]) for action in actions if self._keys.get(action))
        return [Word(f" {labels}", "accent", actions[0]), Word(f" {words} ", "muted", actions[0])]

    def _where(self) -> Words:
        lookup, place = self._lookup, self._place
        if lookup is None or not lookup.finished:
            return [Word(place.side if lookup is None else lookup.name(place.side), "muted")]
        passage = lookup.passage_at(place)
        if passage is not None:
            mark = lookup.passage_mark(passage)
            words = [Word(f"{mark} passage {passage.number} of {len(lookup.passages)}", MARK_ROLES[mark])]
        elif lookup.is_one_sided(place.side, place.sentence):
            words = [Word(f"· only {lookup.name(place.side)}", f"only-{place.side}")]
        else:
            words = [Word(lookup.name(place.side), "muted")]
        if place.detail is not None:
            position = lookup.details_in_order(place.side).index(place.detail) + 1
            words.append(Word(f" · detail {position} of {len(lookup.details)}", "text"))
        if self._selection is not None:
            span = self._selection.span
            words.append(Word(f" · {span.end - span.start} characters selected", "accent"))
        if self._view != "reading":
            words.append(Word(f" · {view_title(self._view, lookup.names)}", "muted", "next_view"))
        if self._filter is not None:
            words.append(Word(f" · only {FILTERS[self._filter]}", "accent", "show_all"))
        if self._free:
            words.append(Word(" · sides free", "warning", "free_sides"))
        return words
