"""What the details panel lists of a passage."""

from tests.reader.invented import invented_comparison
from tui.compare.comparison import Link, Passage
from tui.reader.viewing.details_panel import list_details


def test_of_several_links_each_is_told_as_main_or_also() -> None:
    links = (Link(1, 1, 0.83), Link(1, 3, 0.41, rank="also"))
    passage = Passage(99, (1,), (1,), links, "similar", 0.83)
    told = [row.text for row in list_details(invented_comparison(), passage, (), "", {}) if hasattr(row, "text")]
    assert "L2–R2 main, linked at 0.83" in told
    assert "L2–R4 also, linked at 0.41" in told
