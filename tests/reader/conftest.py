from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.reader.invented import invented_comparison
from tui.reader.app import ReaderApp
from tui.reader.engine.messages import ComparisonReady
from tui.reader.settings import Settings


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give every test folders of its own for configuration, notes and the rest."""
    folder = tmp_path / "home"
    monkeypatch.setenv("NEWSDIFF_HOME", str(folder))
    monkeypatch.delenv("NO_COLOR", raising=False)
    yield folder


class InventedApp(ReaderApp):
    """The real application on the invented pair, which it is told the comparison of."""

    def __init__(self, settings: Settings | None = None) -> None:
        self.comparison = invented_comparison()
        super().__init__(self.comparison.left, self.comparison.right, settings)
        # Had nobody gone anywhere yet, it would begin with the first linked sentence.
        self.session.go_to_sentence("left", 0)

    def compare_pair(self) -> None:  # type: ignore[override]
        self.notes_of(*self.articles)
        self.post_message(ComparisonReady(self.comparison))


@pytest.fixture
def invented_app() -> InventedApp:
    return InventedApp(Settings(glide=False))
