"""The two bars: above, the pair and what was found in it; below, where the reader is and what the keys do."""

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from tui.articles.article import Article
from tui.reader.lookup import MARK_ROLES, Lookup
from tui.reader.paint import Inks, fit
from tui.reader.place import FILTERS, VIEWS, Filter, Place, View
from tui.reader.roles import RoleStyles

Words = list[tuple[str, str]]
"""Texts with the theme role of each."""


class Bar(Widget):
    """One line of words, the first half at the left, the second at the right where there is room."""

    DEFAULT_CSS = "Bar { height: 1; width: 1fr; }"
    ALLOW_SELECT = False

    def __init__(self, roles: RoleStyles) -> None:
        super().__init__()
        self._inks = Inks(roles)

    def use_roles(self, roles: RoleStyles) -> None:
        """Draw in another theme."""
        self._inks = Inks(roles)
        self.refresh()

    def words(self) -> tuple[Words, Words]:
        """Return what stands at the left and at the right."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """Return the line."""
        before, after = self.words()
        inks, width = self._inks, self.size.width
        room = width - _length(before) - _length(after) - 2
        if room < 1:
            after, room = [], max(0, width - _length(before) - 1)
        words = [(" ", "text"), *before, (" " * room, "text"), *after]
        return Strip(fit([Segment(text, inks.panel(role)) for text, role in words], width, inks.panel("text")), width)


def _length(words: Words) -> int:
    return sum(len(text) for text, _ in words)


class Header(Bar):
    """What the pair is about and what was found, in numbers."""

    _lookup: Lookup | None = None

    def show_lookup(self, lookup: Lookup) -> None:
        """Tell what was found."""
        self._lookup = lookup
        self.refresh()

    def words(self) -> tuple[Words, Words]:
        """Return the program and the pair, and the counts."""
        before: Words = [("newsdiff ", "accent")]
        if self._lookup is None:
            return before, []
        before.append((pair_title(*self._lookup.articles), "text"))
        return before, counts(self._lookup) if self._lookup.finished else [("comparing …", "muted")]


def pair_title(left: Article, right: Article) -> str:
    """Return one line that names the pair."""
    return left.title or right.title or " · ".join(name for name in (left.source, right.source) if name)


def counts(lookup: Lookup) -> Words:
    """Return what was found in numbers."""
    conflicts = sum(detail.conflict for detail in lookup.details)
    found: list[tuple[int, str, str]] = [
        (len(lookup.passages), "passage", "text"),
        (len(lookup.details), "detail", "differs"),
        (conflicts, "conflict", "conflict"),
    ]
    words: Words = []
    for count, noun, role in found:
        words += [(f"{count} {noun}{'s' if count != 1 else ''}", role if count else "muted"), (" · ", "muted")]
    words += [(f"only left {len(lookup.one_sided('left'))}", "only-left"), (" · ", "muted")]
    return [*words, (f"only right {len(lookup.one_sided('right'))}", "only-right")]


class StatusBar(Bar):
    """Where the reader is, and what the most useful keys do."""

    _lookup: Lookup | None = None
    _place = Place()
    _view: View = "reading"
    _filter: Filter | None = None
    _said = ""

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

    def say(self, words: str) -> None:
        """Say something until the reader moves on."""
        self._said = words
        self.refresh()

    def words(self) -> tuple[Words, Words]:
        """Return the place, and the keys."""
        keys: Words = []
        hints = ("n/N passage", "d/D detail", "c conflict", "u one side", "v view", "/ search", "? help")
        for hint in hints:
            key, _, rest = hint.partition(" ")
            keys += [(f" {key}", "accent"), (f" {rest} ", "muted")]
        if self._said:
            return [(self._said, "warning")], keys
        return self._where(), keys

    def _where(self) -> Words:
        if self._lookup is None or not self._lookup.finished:
            return [("comparing …", "muted")]
        lookup, place = self._lookup, self._place
        passage = lookup.passage(place.side, place.sentence)
        if passage is None:
            words: Words = [(f"only {place.side}", f"only-{place.side}")]
            if not lookup.is_one_sided(place.side, place.sentence):
                words = [(f"{place.side}", "muted")]
        else:
            mark = lookup.passage_mark(passage)
            words = [(f"{mark} passage {passage.number} of {len(lookup.passages)}", MARK_ROLES[mark])]
        if place.detail is not None:
            position = lookup.details_in_order(place.side).index(place.detail) + 1
            words.append((f" · detail {position} of {len(lookup.details)}", "text"))
        if self._view != "reading":
            words.append((f" · {VIEWS[self._view]}", "muted"))
        if self._filter is not None:
            words.append((f" · only {FILTERS[self._filter]}", "accent"))
        return words
