"""The keys that open a box over the two articles: brief, help, themes, palette; an answer is a place to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.reader import moves
from tui.reader.bars import Header
from tui.reader.notices import Notice, besides
from tui.reader.surroundings import Surroundings

if TYPE_CHECKING:
    from tui.articles.article import Side
    from tui.compare.comparison import BriefLine


class BoxKeys(Surroundings):
    """The part of the pair's screen that opens boxes."""

    def action_brief(self) -> None:
        """Show the five questions and their answers."""
        if not self.lookup.finished:
            self.go(None, "Still comparing …")
            return
        from tui.reader.screens.brief_box import BriefBox

        self.app.push_screen(BriefBox(self.lookup.comparison.brief), self._go_to_line)

    def _go_to_line(self, line: BriefLine | None) -> None:
        if line is None:
            return
        lookup, side = self.lookup, self.place.side
        if line.details:
            self.go(moves.place_of_detail(lookup, line.details[0], side))
        elif line.passages:
            self.go(moves.place_of_passage(lookup, line.passages[0], side))
        elif line.mentions:
            self.choose_mention(line.mentions[0])
        elif line.left_sentences or line.right_sentences:
            where: Side = "left" if line.left_sentences else "right"
            self.go(moves.place_at(lookup, where, (line.left_sentences or line.right_sentences)[0]))
        elif line.left or line.right:
            where = "left" if line.left else "right"
            self.go(moves.place_of_span(lookup, where, (line.left or line.right)[0]))

    def action_help(self) -> None:
        """Show every key, by topic."""
        from tui.reader.screens.help import HelpBox

        self.app.push_screen(HelpBox(self.reader.settings.keys), self._do)

    async def _do(self, action: str | None) -> None:
        if action:
            await self.run_action(action)

    def action_about(self) -> None:
        """Show where both articles are from, and what was told of them."""
        from tui.reader.screens.about_box import AboutBox, about_items

        self.app.push_screen(AboutBox(about_items(self.lookup, self.told(), self.reader.mistakes)))

    def told(self) -> tuple[Notice, ...]:
        """Return the warnings told besides those of the articles and the mistakes in the user's files."""
        mistakes = {str(mistake) for mistake in self.reader.mistakes}
        found = besides(self.reader.notices, self.lookup.articles)
        return tuple(notice for notice in found if notice.text not in mistakes)

    def show_notices(self) -> None:
        """Count in the header what the reader may want to read again."""
        warnings = sum(len(article.warnings) for article in self.lookup.articles)
        count = warnings + len(self.told()) + len(self.reader.mistakes)
        for header in self.query(Header):
            header.show_notices(count)

    def action_theme(self) -> None:
        """Choose a theme."""
        from tui.reader.screens.theme_box import ThemeBox

        self.app.push_screen(ThemeBox(), self.reader.keep_theme)

    def action_palette(self) -> None:
        """Find any action or mention by typing."""
        from tui.reader.palette import Actions, Mentions, Palette, Passages, Views

        placeholder = "An action, a person, a place, a figure …"
        self.app.push_screen(Palette([Actions, Passages, Views, Mentions], placeholder=placeholder))
