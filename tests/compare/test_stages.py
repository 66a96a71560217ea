"""A stage that fails or takes too long costs its own piece: the others are there, and it is told."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.notes.conftest import LEFT, RIGHT
from tui.articles.load import make_article
from tui.compare import engine
from tui.compare.comparison import Comparison, Settings
from tui.compare.engine import compare, read_articles, recompare
from tui.compare.stages import OutOfTime, Stages
from tui.compare.trouble import Trouble
from tui.notes.reports.document import comparison_document
from tui.notes.reports.export import FORMATS, render

PAIR = make_article(LEFT), make_article(RIGHT)

PIECES = {
    "find_names": "finding names",
    "find_figures_and_dates": "finding figures and dates",
    "find_quotations": "finding quotations",
    "find_references": "finding whom words stand for",
    "link_pair": "linking sentences",
    "find_carried": "looking for contradictions in what is nearly linked",
    "form_passages": "forming passages",
    "find_details": "finding details",
    "gather_mentions": "gathering names",
    "is_revision": "telling versions of one text",
    "write_brief": "writing the brief",
}


def broken(*_: object, **__: object) -> None:
    raise ZeroDivisionError("a secret of the text")


@pytest.fixture(scope="module")
def whole() -> Comparison:
    return compare(*PAIR)


@pytest.mark.parametrize("name", PIECES)
def test_a_stage_that_fails_costs_its_own_piece_and_is_told(
    name: str, whole: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, name, broken)
    comparison = compare(*PAIR)
    stages = {trouble.stage for trouble in comparison.troubles}
    assert stages == {PIECES[name]}
    assert {trouble.what for trouble in comparison.troubles} == {"failed"}
    report = comparison.troubles[0].report
    assert report.startswith("ZeroDivisionError in ") and "report" in report
    assert "secret" not in report
    assert bool(comparison.passages) == (name not in ("link_pair", "form_passages"))
    assert bool(comparison.brief.questions) == (name != "write_brief")
    assert bool(comparison.mentions) == (name != "gather_mentions")
    for form in FORMATS:
        shown = render(comparison, None, form)
        if form in ("text", "markdown", "html"):
            assert "".join(PIECES[name].split()) in "".join(shown.split())
    assert json.loads(json.dumps(comparison_document(comparison)))["troubles"][0]["stage"] == PIECES[name]
    assert "troubles" not in comparison_document(whole)


def test_a_stage_that_has_had_its_time_is_cut_short_and_the_rest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def watch(_: str, characters: int) -> Iterator[None]:
        assert characters == len(LEFT) + len(RIGHT)
        yield
        if next(turns) == 0:
            raise OutOfTime

    turns = iter(range(100))
    comparison = compare(*PAIR, watch=watch)
    (trouble,) = comparison.troubles
    assert (trouble.stage, trouble.what) == ("finding names", "cut short")
    assert "took too long" in str(trouble)
    assert not comparison.readings[0].names and comparison.readings[0].figures and comparison.passages


def test_what_progress_raises_stops_the_engine_and_comes_through() -> None:
    class StopHereError(Exception):
        pass

    def stop(stage: str, share: float) -> None:
        if stage == "linking sentences":
            raise StopHereError

    with pytest.raises(StopHereError):
        compare(*PAIR, progress=stop)


def test_a_comparison_made_anew_keeps_the_troubles_of_what_was_not_done_again(
    whole: Comparison, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(engine, "find_quotations", broken)
        patch.setattr(engine, "link_pair", broken)
        patch.setattr(engine, "find_details", broken)
        bad = compare(*PAIR)
    assert [trouble.stage for trouble in recompare(bad).troubles] == ["finding quotations"] * 2 + ["linking sentences"]
    linked = recompare(bad, Settings(link_threshold=0.3))
    assert [trouble.stage for trouble in linked.troubles] == ["finding quotations"] * 2
    assert linked.passages
    assert recompare(whole) == whole


def test_without_stages_a_fault_comes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_quotations", broken)
    with pytest.raises(ZeroDivisionError):
        read_articles(*PAIR)
    stages = Stages(10)
    assert read_articles(*PAIR, stages=stages)[0].names
    assert stages.troubles[0] == Trouble("finding quotations", "failed", stages.troubles[0].report)
