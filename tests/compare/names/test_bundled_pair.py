from collections import defaultdict
from pathlib import Path

import pytest

from tui.articles.load import load_article
from tui.compare.names import find_names

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def forms() -> dict[str, dict[str, set[str]]]:
    articles = [load_article(str(SEEDS / f"kerry-in-sochi.{side}.txt")) for side in ("left", "right")]
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for article, names in zip(articles, find_names(articles), strict=True):
        for name in names:
            found[name.kind][name.name].add(article.text[name.start : name.end])
    return {kind: dict(names) for kind, names in found.items()}


def test_the_six_people_go_under_one_name_each(forms: dict[str, dict[str, set[str]]]) -> None:
    assert forms["person"] == {
        "John Kerry": {"John Kerry", "Kerry"},
        "Vladimir Putin": {"Vladimir Putin", "Putin"},
        "Sergei Lavrov": {"Sergei Lavrov", "Lavrov"},
        "Marie Harf": {"Marie Harf"},
        "Dmitry Peskov": {"Dmitry Peskov"},
        "Yury Ushakov": {"Yury Ushakov"},
    }


def test_the_nineteen_places_are_found_and_no_other(forms: dict[str, dict[str, set[str]]]) -> None:
    assert sorted(forms["place"]) == sorted(
        [
            *("United States", "Russia", "Ukraine", "eastern Ukraine", "Crimea", "Donetsk", "Luhansk", "Minsk"),
            *("Black Sea", "Sochi", "Iran", "Syria", "Libya", "Yemen", "Moscow", "Washington", "Kyiv", "Brussels"),
            "Europe",
        ]
    )


def test_the_organisations_are_found_and_no_other(forms: dict[str, dict[str, set[str]]]) -> None:
    assert sorted(forms["organisation"]) == sorted(
        [
            *("European Union", "Kremlin", "State Department", "Twitter", "Ukrainian government", "foreign ministry"),
            "the West",
        ]
    )
