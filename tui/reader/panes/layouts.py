"""The layouts of one pair: made when they are wanted, and kept for when their view or width comes back."""

from tui.articles.article import Article, Span
from tui.reader.layout.orders import Orders
from tui.reader.layout.pair import PairLayout, arranged, make_columns
from tui.reader.layout.source import Source
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import Shown, View
from tui.reader.session.search import Hits

MOST_KEPT = 6
"""So many layouts are kept, one a view."""

Wanted = tuple[tuple[Span, ...], tuple[Span, ...]]
"""What has to be seen on the left and on the right, where a view would cut it."""


class Layouts:
    """The layouts of two articles with what is known of their comparison.

    Parameters
    ----------
    left, right
        The articles.
    measure
        The longest row of prose, in cells.
    apart
        Whether in reading order each sentence begins a row of its own.
    """

    def __init__(self, left: Article, right: Article, measure: int, apart: bool) -> None:
        self._sources = Source(left), Source(right)
        self._measure = measure
        self._apart = apart
        self._lookup = Lookup((left, right))
        self.orders = Orders((left, right), ())
        self._kept: dict[tuple[object, ...], PairLayout] = {}

    def take(self, lookup: Lookup) -> bool:
        """Take what is known of the comparison now; say whether other sentences than before face each other.

        Those of the layouts are kept whose rows stay as they are.

        Rows of two columns do so as long as the same sentences face each other; one column follows the details too.
        """
        same = lookup.has_links_of(self._lookup)
        self._lookup = lookup
        if not same:
            self.orders = Orders(lookup.articles, lookup.passages)
        self._kept = {
            key: layout.told_otherwise(lookup)
            for key, layout in self._kept.items()
            if same and layout.text_side is None
        }
        return not same

    def lay_out(
        self, size: tuple[int, int], view: View, shown: Shown | None, wanted: Wanted, hits: Hits | None = None
    ) -> PairLayout:
        """Return the layout for a size in cells; of another height alone, its rows are made once."""
        lookup, hits = self._lookup, hits or Hits()
        geometry = arranged(lookup, size, view, self._measure)
        widths = geometry.text_widths
        key = widths, view, shown, wanted, (hits, len(hits)) if hits else None
        layout = self._kept.pop(key, None)
        if layout is None:
            # What was sought before is not sought again.
            self._kept = {one: kept for one, kept in self._kept.items() if not one[-1]}
            columns = make_columns(lookup, self.orders, self._sources, widths, view, shown, wanted, hits, self._apart)
            layout = PairLayout(lookup, geometry, columns, view)
        self._kept[key] = layout = layout.in_geometry(geometry)
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return layout
