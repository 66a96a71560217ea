"""A bar of words, every one of which can be clicked, and the one above the pair: its title and what was found."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from tui.articles.article import Article
from tui.disk.inert import make_inert_line
from tui.reader.looks.roles import RoleStyles
from tui.reader.panes.paint import Inks, fit, shortened
from tui.reader.panes.unscrolled import unscrolled
from tui.reader.session.lookup import Lookup


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
SO_FAR = Word(" so far", "warning")
"""Stands behind numbers that may change yet."""


class Bar(Widget):
    """One line of words, some at the left, others at the right where there is room."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"
    ALLOW_SELECT = False
    virtual_size = unscrolled()

    def __init__(self, roles: RoleStyles) -> None:
        super().__init__()
        self._inks = Inks(roles)

    def use_roles(self, roles: RoleStyles) -> None:
        """Draw in another theme."""
        self._inks = Inks(roles)
        self.refresh()

    def words(self) -> tuple[Words, list[Words]]:
        """Return what stands at the left, and groups for the right, the last ones left out where room is short."""
        return [], []

    def line(self) -> Words:
        """Return the words of the line in the present width."""
        before, groups = self.words()
        while len(before) > 1 and length(before) > self.outer_size.width - 2:
            before.pop()
        room = self.outer_size.width - 2 - length(before)
        after: Words = []
        for group in groups:
            if length(after) + length(group) + 2 > room:
                break
            after += group
        space = max(0, room - length(after))
        return [Word(" ", "text"), *before, Word(" " * space, "text"), *after]

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        inks, width = self._inks, self.outer_size.width
        segments = [Segment(make_inert_line(word.text), inks.panel(word.role)) for word in self.line()]
        return Strip(fit(segments, width, inks.panel("text")), width)

    async def on_click(self, event: events.Click) -> None:
        """Take the action of the words under the mouse."""
        at = 0
        for word in self.line():
            at += cell_len(word.text)
            if event.x < at:
                if word.action:
                    await self._take(word.action)
                return

    async def _take(self, action: str) -> None:
        """Take an action where the keys go, or else have it handed to its room."""
        focused = self.screen.focused
        ways = () if focused is None else focused.ancestors_with_self
        hears = [node for node in ways if isinstance(node, Widget) and hasattr(node, f"action_{action}")]
        if hears:
            await hears[0].run_action(action)
        else:
            await self.screen.run_action(f"act('{action}')")


def length(words: Sequence[Word]) -> int:
    """Return how many cells words take."""
    return sum(cell_len(word.text) for word in words)


LEAST_NAMED = 60
"""Narrower than this, the program's name makes room for the title."""


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
        before = [Word("newsdiff", "accent", "help"), GAP] if self.outer_size.width >= LEAST_NAMED else []
        if self._notices:
            before += [Word(f"▲{self._notices}", "warning", "about"), GAP]
        if self._lookup is None:
            return before, []
        title, width = pair_title(*self._lookup.articles), self.outer_size.width
        groups = counts(self._lookup) if self._lookup.linked else []
        room = width - 4 - length(before)
        if room - _told(groups) < min(cell_len(title), width // 4):
            groups = short_counts(self._lookup) if groups else []
        room = max(width // 4, room - _told(groups))
        return [*before, Word(shortened(title, room), "text")], groups


def pair_title(left: Article, right: Article) -> str:
    """Return one line that names the pair."""
    return left.title or right.title or " · ".join(name for name in (left.source, right.source) if name)


def counts(lookup: Lookup) -> list[Words]:
    """Return what was found in numbers, each number leading to what it counts."""
    found, (left, right) = lookup.counts, lookup.names
    passages = [_count(found.passages, "passage", "text", "show_both")]
    alone = [
        DOT,
        Word(f"only {left} {found.alone[0]}", "only-left", "show_one_sided"),
        DOT,
        Word(f"only {right} {found.alone[1]}", "only-right", "show_one_sided"),
    ]
    if not lookup.finished:
        return [passages, alone, [SO_FAR]]
    return [
        passages,
        [DOT, _count(found.details, "detail differs", "differs", "show_differing", "details differ")],
        [DOT, _count(found.conflicts, "conflict", "conflict", "show_conflicts")],
        alone,
    ]


def _told(groups: Sequence[Words]) -> int:
    return sum(length(group) for group in groups)


def short_counts(lookup: Lookup) -> list[Words]:
    """Return the same in marks and numbers, for where there is little room."""
    differing, conflicts = lookup.counts.details, lookup.counts.conflicts
    left, right = lookup.counts.alone
    alone = [Word(f" ‹{left}", "only-left", "show_one_sided"), Word(f" ›{right}", "only-right", "show_one_sided")]
    if not lookup.finished:
        return [alone, [SO_FAR]]
    return [
        [Word(f" ≠{differing}", "differs" if differing else "muted", "show_differing")],
        [Word(f" !{conflicts}", "conflict" if conflicts else "muted", "show_conflicts")],
        alone,
    ]


def _count(count: int, one: str, role: str, action: str, many: str = "") -> Word:
    return Word(f"{count} {one if count == 1 else many or one + 's'}", role if count else "muted", action)
