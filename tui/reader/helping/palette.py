"""The command palette: every action, and everyone and everything mentioned, found by typing."""

from collections.abc import Sequence
from functools import partial
from typing import Any, Protocol, cast

from rich.text import Text
from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.fuzzy import Matcher

from tui.reader.action import Action
from tui.reader.key_names import Keymap, key_label
from tui.reader.session import events
from tui.reader.session.entries import GROUPS
from tui.reader.session.place import VIEWS, View, view_title
from tui.reader.session.places import place_of_passage
from tui.reader.session.session import Session


class Palette(CommandPalette):
    """Textual's palette in the frame and the colours of every other box."""

    DEFAULT_CSS = """
    Palette > .command-palette--help-text { color: $role-muted; text-style: none; }
    Palette > Vertical, Palette:dark > Vertical {
        margin-top: 1; width: 94%; max-width: 104; background: $role-panel-background;
    }
    Palette #--input { border: round $role-frame; background: $role-panel-background; height: 3; }
    Palette #--input.--list-visible { border-bottom: round $role-frame; }
    Palette #--input Label, Palette SearchIcon { margin-top: 0; display: none; }
    Palette CommandInput, Palette CommandInput:focus { border: none; height: 1; padding: 0 1; }
    Palette CommandList { background: $role-panel-background; border: none; border-bottom: blank; padding: 0 1; }
    Palette CommandList:focus { border: none; }
    Palette CommandList > .option-list--option { padding: 0 1; text-style: none; }
    Palette CommandList > .option-list--option-highlighted {
        color: $foreground; background: $role-current-background; text-style: $block-cursor-text-style;
    }
    Palette CommandList:ansi > .option-list--option-highlighted { text-style: bold underline; }
    """

    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close the palette, once: a second key of the same moment must not close what lies under it."""
        return super().dismiss(result) if self.is_active else AwaitComplete()


class PairProgram(Protocol):
    """What the palette may ask of the application."""

    @property
    def session(self) -> Session:
        """The open pair."""

    @property
    def keys(self) -> Keymap:
        """The keys of every action."""

    @property
    def table(self) -> Sequence[Action]:
        """Every action."""

    def act(self, action: str) -> None:
        """Take an action of the table."""


class _OnPair(Provider):
    @property
    def program(self) -> PairProgram:
        return cast(PairProgram, self.app)

    @property
    def pair(self) -> Session:
        return self.program.session


class Actions(_OnPair):
    """Every action that the two articles hear, with its keys."""

    def _titles(self) -> list[tuple[str, str, str]]:
        keymap = self.program.keys
        return [
            (action.title, f"{_labels(keymap[action.id])}  {action.tooltip}", action.id)
            for action in self.program.table
            if action.where == "reader" and action.id != "palette"
        ]

    async def discover(self) -> Hits:
        """Yield every action."""
        for title, help_text, action in self._titles():
            yield DiscoveryHit(title, partial(self.program.act, action), title, help_text)

    async def search(self, query: str) -> Hits:
        """Yield the actions that what was typed may mean."""
        matcher = self.matcher(query)
        for title, help_text, action in self._titles():
            score = max(matcher.match(title), matcher.match(help_text) * 0.7)
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(self.program.act, action), title, help_text)


def _labels(keys: tuple[str, ...]) -> str:
    """Return keys for people, in the markup that a palette's help text is read as."""
    return "  ".join(key_label(key).replace("[", "\\[") for key in keys)


def highlight_match(matcher: Matcher, name: str) -> Text:
    """Return a name from an article with the letters that were typed standing out; nothing in it is read as markup.

    `Matcher.highlight` would read it so, and fail on a name with a bracket in it.
    """
    text = Text(name)
    for offset in matcher.fuzzy_search.match(matcher.query, name)[1]:
        text.stylize("bold underline", offset, offset + 1)
    return text


class Passages(_OnPair):
    """The passages by the numbers in the margin; only once a number is typed."""

    async def search(self, query: str) -> Hits:
        """Yield the passage whose number was typed."""
        number = query.lower().removeprefix("passage").strip()
        for passage in self.pair.lookup.passages:
            if str(passage.number) == number:
                title = f"Passage {number}"
                count = len(self.pair.lookup.details_of(passage))
                differs = f"{count} detail{'s' if count != 1 else ''} differ{'s' if count == 1 else ''}"
                yield Hit(1.0, title, partial(self._go, passage.number), title, differs)

    def _go(self, number: int) -> None:
        self.pair.go(place_of_passage(self.pair.lookup, number, self.pair.place.side))


class Views(_OnPair):
    """Every view by its name, so that none has to be walked to."""

    def _titles(self) -> list[tuple[str, View]]:
        return [(f"View: {view_title(view, self.pair.lookup.names)}", view) for view in VIEWS]

    async def discover(self) -> Hits:
        """Yield every view."""
        for title, view in self._titles():
            yield DiscoveryHit(title, partial(self._show, view), title)

    async def search(self, query: str) -> Hits:
        """Yield the views that what was typed may mean."""
        matcher = self.matcher(query)
        for title, view in self._titles():
            score = matcher.match(title)
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(self._show, view), title)

    def _show(self, view: View) -> None:
        self.pair.show(view, self.pair.filter)


class Mentions(_OnPair):
    """Every mention; choosing one goes to its first place and lights them all."""

    async def search(self, query: str) -> Hits:
        """Yield the mentions that what was typed may mean."""
        matcher = self.matcher(query)
        left, right = self.pair.lookup.names
        for number, mention in enumerate(self.pair.lookup.mentions):
            score = matcher.match(mention.name)
            if score > 0:
                group = GROUPS[mention.kind].lower()
                where = f"{group} · {left} {len(mention.left)} · {right} {len(mention.right)}"
                choose = partial(self.pair.announce, events.MentionWished(number))
                yield Hit(score, highlight_match(matcher, mention.name), choose, mention.name, where)
