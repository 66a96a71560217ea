"""Word by word, on request: in the current sentences, every word that what faces them has none for."""

from __future__ import annotations

from textual import on

from tui.articles.article import SIDES, Span
from tui.reader import messages
from tui.reader.lit import current_sentences
from tui.reader.lookup import Lookup
from tui.reader.navigation import Navigation
from tui.reader.place import Marks, Place

Spans = tuple[tuple[Span, str], ...]


class WordKeys(Navigation):
    """The part of the pair's screen that shows words of one side only."""

    _word_by_word = False
    _words = Marks()
    """What is lit now."""

    def action_words(self) -> None:
        """Show every word that only one side uses in the current sentences, or no longer."""
        self._word_by_word = not self._word_by_word
        self.light_words()
        told = "In italics: what the other side has no word for" if self._word_by_word else "Only what differs is lit"
        self.go(None, told if self.lookup.finished else "Still comparing …")

    @on(messages.PlaceChanged)
    def light_words(self) -> None:
        """Light the words of the current sentences that stand on one side only, if that is wished."""
        marks = own_words(self.lookup, self.place) if self._word_by_word else Marks()
        if marks != self._words:
            self._words = marks
            self.panes.light("words", marks)

    def forget_words(self) -> None:
        """Have none lit, as in a pair just opened."""
        self._words = Marks()


def own_words(lookup: Lookup, place: Place) -> Marks:
    """Return the words of the current sentences that what faces them has in no form; none where nothing faces them."""
    from tui.compare.tokens import tokenize

    read = [
        [
            token
            for number in current_sentences(lookup, place, side)
            for token in tokenize(article.text, article.sentences[number].start, article.sentences[number].end)
        ]
        for side, article in zip(SIDES, lookup.articles, strict=True)
    ]
    if not all(read):
        return Marks()
    found: list[Spans] = []
    for own, other in (read, reversed(read)):
        there = {token.stem for token in other}
        alone = (token for token in own if not token.is_stop and token.stem not in there)
        found.append(tuple((Span(token.start, token.end), "own-word") for token in alone))
    return Marks(*found)
