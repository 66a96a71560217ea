"""Word by word, on request: in the current sentences, every word that what faces them has none for."""

from __future__ import annotations

from tui.articles.article import SIDES, Span
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import Marks, Place
from tui.reader.session.places import current_sentences
from tui.reader.session.session import Session
from tui.reader.viewing.actions import WORDS

Spans = tuple[tuple[Span, str], ...]


class Words:
    """Shows words of one side only."""

    ACTIONS = WORDS

    def __init__(self, session: Session) -> None:
        self._pair = session
        self._is_on = False

    def words(self) -> None:
        """Show every word that only one side uses in the current sentences, or no longer."""
        pair = self._pair
        self._is_on = not self._is_on
        self.place_changed()
        told = "In italics: what the other side has no word for" if self._is_on else "Only what differs is lit"
        pair.say(told if pair.lookup.linked else "Still comparing …")

    def place_changed(self) -> None:
        """Light the words of the current sentences that stand on one side only, if that is wished."""
        pair = self._pair
        marks = own_words(pair.lookup, pair.place) if self._is_on else Marks()
        if marks != pair.marks.get("words", Marks()):
            pair.light("words", marks)


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
