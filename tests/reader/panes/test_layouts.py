"""Layouts are made when something of them has changed, and else are those of a moment ago."""

from dataclasses import replace

from tests.reader.pairs import ferry, lookup_of
from tui.reader.layout.pair import lay_out
from tui.reader.layout.source import Source
from tui.reader.panes.layouts import Layouts
from tui.reader.session.lookup import Lookup
from tui.reader.session.place import Place, View

VIEWS: tuple[View, ...] = ("reading", "rows-left", "unified-left")
NOTHING = ((), ())


def test_another_height_leaves_every_row_as_it_is_and_another_width_lays_out_anew() -> None:
    comparison = ferry()
    lookup, sources = lookup_of(comparison), (Source(comparison.left), Source(comparison.right))
    layouts = Layouts(*lookup.articles, 76, False)
    layouts.take(lookup)
    for view in VIEWS:
        tall = layouts.lay_out((130, 40), view, None, NOTHING)
        level = tall.level(Place())
        low = layouts.lay_out((130, 20), view, None, NOTHING)
        assert low.columns is tall.columns
        assert low.level(Place()) is level
        anew = lay_out(lookup, sources, (130, 20), view)
        assert low.geometry == anew.geometry
        assert [column.starts for column in low.columns] == [column.starts for column in anew.columns]
        assert layouts.lay_out((60, 40), view, None, NOTHING).columns is not tall.columns


def test_a_view_that_comes_back_is_not_laid_out_again_unless_the_comparison_is_another_one() -> None:
    lookup = lookup_of(ferry())
    layouts = Layouts(*lookup.articles, 76, False)
    layouts.take(lookup)
    first = {view: layouts.lay_out((130, 40), view, None, NOTHING) for view in VIEWS}
    assert all(layouts.lay_out((130, 40), view, None, NOTHING) is first[view] for view in VIEWS)
    layouts.take(lookup_of(ferry()))
    assert layouts.lay_out((130, 40), "reading", None, NOTHING).columns is not first["reading"].columns


def test_rows_of_two_columns_stay_when_other_details_of_the_same_comparison_are_told() -> None:
    comparison = ferry()
    before = lookup_of(comparison)
    layouts = Layouts(*before.articles, 76, False)
    layouts.take(before)
    first = {view: layouts.lay_out((130, 40), view, None, NOTHING) for view in VIEWS}
    fewer = replace(comparison, details=comparison.details[:1])
    after = Lookup(before.articles, fewer, before=before)
    layouts.take(after)
    again = {view: layouts.lay_out((130, 40), view, None, NOTHING) for view in VIEWS}
    assert [again[view].columns is first[view].columns for view in VIEWS] == [True, True, False]
    assert all(layout.lookup is after for layout in again.values())
