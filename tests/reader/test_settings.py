import os
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from tui.compare.comparison import Settings as EngineSettings
from tui.notes.note import COLOUR_NAMES
from tui.reader.configuration import keep_theme, load_settings
from tui.reader.keys import DEFAULT_KEYS
from tui.reader.mistakes import Mistake, first_told
from tui.reader.settings import Settings

CASES = yaml.safe_load((Path(__file__).parent / "config_mistakes.yaml").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path / "home" / "config" / "config.yaml"


@pytest.mark.parametrize("case", CASES, ids=[case["says"] for case in CASES])
def test_a_mistake_is_told_and_the_default_used_meanwhile(case: dict, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(case["file"], encoding="utf-8")
    settings, mistakes = load_settings(path)
    assert [(mistake.line, mistake.key) for mistake in mistakes] == [(line, key) for line, key, *_ in case["told"]]
    for mistake, (line, key, problem, allowed) in zip(mistakes, case["told"], strict=True):
        assert str(mistake).startswith(f"{path}:{line}: {key}")
        assert problem in mistake.problem
        assert allowed in mistake.allowed
        assert "\x1b" not in str(mistake)
    for name, value in case.get("settings", {}).items():
        assert getattr(settings, name) == value
    for name, keys in case.get("keys", {}).items():
        assert list(settings.keys[name]) == keys
    assert set(settings.keys) == set(DEFAULT_KEYS)


@pytest.mark.parametrize("make", [os.mkfifo, lambda path: path.symlink_to("/dev/zero")], ids=["pipe", "device"])
def test_a_pipe_or_device_in_the_place_of_the_configuration_is_told_and_not_waited_for(
    make: Callable[[Path], None], config: Path
) -> None:
    config.parent.mkdir(parents=True)
    make(config)
    settings, mistakes = load_settings()
    assert settings == Settings()
    assert [str(mistake) for mistake in mistakes] == [f"{config}:1: cannot be read (is a pipe or device, not a file)"]
    with pytest.raises(OSError, match="not a file"):
        keep_theme("light")


def test_without_a_file_every_setting_has_its_default() -> None:
    assert load_settings() == (Settings(), ())


def test_the_chosen_theme_is_kept_and_nothing_else_in_the_file_moves(config: Path) -> None:
    keep_theme("light")
    assert load_settings()[0].theme == "light"
    config.write_text("# mine\ntheme: dark  # at night\nkeys:\n  top: home\n", encoding="utf-8")
    keep_theme("solarized")
    assert config.read_text(encoding="utf-8") == "# mine\ntheme: solarized  # at night\nkeys:\n  top: home\n"
    config.write_text("view: differences # rest\n", encoding="utf-8")
    keep_theme("light")
    assert config.read_text(encoding="utf-8") == "theme: light\nview: differences # rest\n"
    assert load_settings()[1] == ()


def test_no_color_is_heeded_unless_a_theme_is_chosen(config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    assert load_settings()[0].theme == "monochrome"
    config.parent.mkdir(parents=True)
    config.write_text("view: differences\n", encoding="utf-8")
    assert load_settings()[0].theme == "monochrome"
    config.write_text("theme: light\n", encoding="utf-8")
    assert load_settings()[0].theme == "light"


def test_thresholds_and_meanings_reach_the_settings(tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text("thresholds: {link: 0.6}\ncolours: {note-3: Quote this}\n", encoding="utf-8")
    settings, _ = load_settings(path)
    assert settings.engine.link_threshold == 0.6
    assert settings.engine.wording_threshold == EngineSettings().wording_threshold
    assert settings.colours == (*COLOUR_NAMES[:2], "Quote this", COLOUR_NAMES[3])


def test_of_many_mistakes_the_first_are_told_and_how_many_more_there_are() -> None:
    mistakes = [Mistake("c.yaml", line, "x", "no") for line in range(1, 6)]
    *first, last = first_told(mistakes)
    assert first == [f"c.yaml:{line}: x: no" for line in (1, 2, 3)]
    assert last.startswith("2 more mistakes: newsdiff-tui config --check and newsdiff-tui themes")
    assert first_told(mistakes[:3]) == first
