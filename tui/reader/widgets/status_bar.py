"""The bar below the pair: where the reader is, and what the most useful keys do there."""

import time
from typing import Literal

from textual.timer import Timer

from tui.articles.article import SIDES
from tui.reader.key_names import Keymap, key_label
from tui.reader.looks.roles import RoleStyles
from tui.reader.panes.paint import shortened
from tui.reader.session.lookup import MARK_ROLES, Lookup
from tui.reader.session.place import FILTERS, Filter, Place, Selection, View, view_title
from tui.reader.session.signs import MARGIN
from tui.reader.widgets.bars import Bar, Word, Words, length
from tui.reader.widgets.pace import Pace

Context = Literal["text", "selection", "mention", "sidebar", "details", "search"]
"""What the keys go to, as far as it changes which of them are the most useful."""

LEAST_HINTS = 2
"""Rather than fewer hints, the name of the view is left out."""
WIDE = 100
"""Narrower than this, numbers are told in fewer words."""

_HELP = (("help",), "help")

HINTS: dict[Context, tuple[tuple[tuple[str, ...], str], ...]] = {
    "text": (
        (("next_passage", "previous_passage"), "passage"),
        (("next_detail", "previous_detail"), "detail"),
        (("next_conflict",), "conflict"),
        (("next_one_sided",), "one side"),
        (("other_side",), "other side"),
        (("next_view",), "view"),
        (("search",), "search"),
        (("highlight",), "highlight"),
        _HELP,
    ),
    "selection": (
        (("copy",), "copy"),
        (("highlight",), "highlight"),
        (("write_note",), "note"),
        (("leave",), "let go"),
        _HELP,
    ),
    "mention": (
        (("previous_place", "next_place"), "its places"),
        (("show_mentioned",), "only these"),
        (("leave",), "let go"),
        (("next_passage", "previous_passage"), "passage"),
        _HELP,
    ),
    "sidebar": (
        (("list_choose",), "next place"),
        (("walk_back",), "place before"),
        (("next_group",), "group"),
        (("only_one_side",), "one side"),
        (("sidebar_leave",), "back"),
    ),
    "details": (
        (("list_down", "list_up"), "detail"),
        (("mark",), "mark"),
        (("details",), "hide"),
        (("leave",), "back"),
    ),
    "search": (
        (("search_next", "search_previous"), "hit"),
        (("search_pattern",), "pattern"),
        (("search_leave",), "to the text"),
        (("search_close",), "close"),
    ),
}
"""What the line of hints names, and how; the last one of each is never left out."""

_IN_TEXT = ("text", "mention")


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
        self._keys_go_to: Context = "text"
        self._said = ""
        self._progress = ""
        self._pace = Pace()
        self._ticking: Timer | None = None
        self._hinted = ""

    def show_lookup(self, lookup: Lookup) -> None:
        """Tell what is known of the pair."""
        self._lookup = lookup
        self.refresh()

    def show_place(self, place: Place) -> None:
        """Tell where the reader is."""
        if place != self._place:
            self._said = ""
        self._place = place
        self.refresh()

    def show_view(self, view: View, chosen: Filter | None) -> None:
        """Tell which view and filter are on."""
        self._view, self._filter = view, chosen
        self.refresh()

    def show_selection(self, selection: Selection | None) -> None:
        """Tell how much is selected."""
        self._selection, self._said = selection, ""
        self.refresh()

    def show_context(self, context: Context) -> None:
        """Tell what the keys go to."""
        if context != self._keys_go_to:
            self._keys_go_to = context
            self.refresh()

    def show_free(self, free: bool) -> None:
        """Tell whether each side is scrolled alone."""
        self._free = free
        self.refresh()

    def show_progress(self, stage: str, share: float) -> None:
        """Tell how far long work is, 0 to 1, and each second how long it will take; nothing once it has ended."""
        self._progress = f"{stage} · {share:.0%}" if share < 1 else ""
        self._pace.take(share, time.monotonic())
        if self._ticking is None and self._progress:
            self._ticking = self.set_interval(1.0, self.refresh)
        elif self._ticking is not None and not self._progress:
            self._ticking.stop()
            self._ticking = None
        self.refresh()

    def _under_way(self) -> Words:
        now = time.monotonic()
        times = ", ".join(filter(None, (self._pace.gone(now), self._pace.left(now))))
        told = [self._progress, times, f"{key_label(self._keys['leave'][0])} stops"]
        return [Word(" · ".join(filter(None, told)), "warning", "leave")]

    def hint(self, words: str) -> None:
        """Tell what the mouse rests on; nothing once it has gone."""
        if words != self._hinted:
            self._hinted = words
            self.refresh()

    def say(self, words: str) -> None:
        """Say something until the reader moves on."""
        self._said = words
        self.refresh()

    def words(self) -> tuple[Words, list[Words]]:
        """Return the place, and the keys."""
        if self._hinted:
            before = [Word(shortened(self._hinted, max(8, self.outer_size.width - 12)), "accent")]
        elif self._said:
            before = [Word(shortened(self._said, max(8, self.outer_size.width - 12)), "warning")]
        elif self._progress:
            before = self._under_way()
        else:
            before = self._where()
        context = "selection" if self._selection is not None and self._keys_go_to in _IN_TEXT else self._keys_go_to
        hints = [self._hint(*hint) for hint in HINTS[context]]
        while len(before) > 2 and length(before) + length(hints[-1]) > self.outer_size.width - 4:
            before.pop()
        shown = self._fitting(before, hints)
        shorter = [word for word in before if word.action != "next_view"]
        if len(shown) < LEAST_HINTS and len(shorter) < len(before):
            before, shown = shorter, self._fitting(shorter, hints)
        return before, [*shown, hints[-1]]

    def _fitting(self, before: Words, hints: list[Words]) -> list[Words]:
        """Return the hints, the last one left out, that there is room for between what stands before and the last."""
        room = self.outer_size.width - 4 - length(before) - length(hints[-1])
        shown: list[Words] = []
        for hint in hints[:-1]:
            room -= length(hint)
            if room < 0:
                break
            shown.append(hint)
        return shown

    def _hint(self, actions: tuple[str, ...], words: str) -> Words:
        labels = "/".join(key_label(self._keys[action][0]) for action in actions if self._keys.get(action))
        return [Word(f" {labels}", "accent", actions[0]), Word(f" {words} ", "muted", actions[0])]

    def _where(self) -> Words:
        lookup, place = self._lookup, self._place
        if lookup is None or not lookup.linked:
            return [Word(place.side if lookup is None else lookup.name(place.side), "muted")]
        of = " of " if self.outer_size.width >= WIDE else "/"
        passage = lookup.passage_at(place)
        if passage is not None:
            mark = lookup.passage_mark(passage)
            named = f"{mark} {MARGIN[mark].name} ·" if self.outer_size.width >= WIDE else mark
            words = [Word(f"{named} passage {passage.number}{of}{len(lookup.passages)}", MARK_ROLES[mark])]
        elif lookup.is_one_sided(place.side, place.sentence):
            words = [Word(f"· only {lookup.name(place.side)}", f"only-{place.side}")]
        else:
            words = [Word(lookup.name(place.side), "muted")]
        if self.outer_size.width >= WIDE and lookup.articles[SIDES.index(place.side)].sentences:
            words.append(Word(f" · {place.side[0].upper()}{place.sentence + 1}", "muted"))
        if place.detail is not None:
            order = lookup.details_in_order(place.side)
            if place.detail in order:
                words.append(Word(f" · detail {order.index(place.detail) + 1}{of}{len(order)}", "text"))
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
