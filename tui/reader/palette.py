"""The command palette: every action, and everyone and everything mentioned, found by typing."""

from functools import partial
from typing import TYPE_CHECKING

from rich.text import Text
from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui.reader.actions import ACTIONS
from tui.reader.entries import GROUPS
from tui.reader.keys import key_label

if TYPE_CHECKING:
    from tui.reader.pair_screen import PairScreen


class _OnPair(Provider):
    @property
    def pair(self) -> "PairScreen":
        from tui.reader.app import ReaderApp

        assert isinstance(self.app, ReaderApp)
        return self.app.pair_screen


class Actions(_OnPair):
    """Every action that the two articles hear, with its keys."""

    def _titles(self) -> list[tuple[str, str, str]]:
        keymap = self.pair.reader.settings.keys
        return [
            (action.title, "  ".join(key_label(key) for key in keymap[action.id]) + "  " + action.tooltip, action.id)
            for action in ACTIONS
            if action.where == "reader" and action.id != "palette"
        ]

    async def discover(self) -> Hits:
        """Yield every action."""
        for title, help_text, action in self._titles():
            yield DiscoveryHit(title, partial(self.pair.run_action, action), title, Text(help_text).plain)

    async def search(self, query: str) -> Hits:
        """Yield the actions that what was typed may mean."""
        matcher = self.matcher(query)
        for title, help_text, action in self._titles():
            score = max(matcher.match(title), matcher.match(help_text) * 0.7)
            if score > 0:
                yield Hit(score, matcher.highlight(title), partial(self.pair.run_action, action), title, help_text)


class Mentions(_OnPair):
    """Every mention; choosing one goes to its first place and lights them all."""

    async def search(self, query: str) -> Hits:
        """Yield the mentions that what was typed may mean."""
        matcher = self.matcher(query)
        for number, mention in enumerate(self.pair.lookup.mentions):
            score = matcher.match(mention.name)
            if score > 0:
                where = f"{GROUPS[mention.kind].lower()} · left {len(mention.left)} · right {len(mention.right)}"
                choose = partial(self.pair.choose_mention, number)
                yield Hit(score, matcher.highlight(mention.name), choose, mention.name, where)
