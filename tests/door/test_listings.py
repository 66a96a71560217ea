from pathlib import Path

import pytest

from tui.cli import main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path))
    (tmp_path / "config" / "themes").mkdir(parents=True)
    return tmp_path / "config"


def listed(name: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert main([name]) == 0
    return capsys.readouterr().out


def test_themes_lists_the_shipped_and_the_users_own_with_the_chosen_one_marked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "themes" / "paper.yaml").write_text("title: Paper\nbase: light\n", encoding="utf-8")
    (home / "config.yaml").write_text("theme: paper\n", encoding="utf-8")
    lines = listed("themes", capsys).splitlines()
    assert any(line.startswith("* paper") for line in lines)
    assert sum(line.startswith("*") for line in lines) == 1
    assert {"dark", "light"} <= {line.split()[0] for line in lines if line.startswith("  ")}


def test_themes_tells_a_mistake_by_file_line_and_key(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "themes" / "bad.yaml").write_text("title: Bad\nbase: light\ncolours:\n  conflict: rde\n", encoding="utf-8")
    assert "bad.yaml:4: colours.conflict" in listed("themes", capsys)


def test_keys_shows_a_key_that_the_configuration_changed(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "config.yaml").write_text("keys:\n  next_passage: f10\n", encoding="utf-8")
    (line,) = [line for line in listed("keys", capsys).splitlines() if " next_passage " in line]
    assert line.split()[0] == "f10"


def test_keys_tells_an_unknown_action_by_file_and_line(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (home / "config.yaml").write_text("theme: dark\nkeys:\n  next_pasage: x\n", encoding="utf-8")
    out = listed("keys", capsys)
    assert "config.yaml:3:" in out and "next_passage" in out.splitlines()[-1]


def test_paths_names_the_folders_under_the_home_that_is_set(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [line.rsplit("  ", 1) for line in listed("paths", capsys).splitlines()]
    places = {name.strip(): Path(place) for name, place in lines}
    assert places["configuration"] == home / "config.yaml"
    assert places["notes"].is_relative_to(home.parent)
    assert (places["bundled pairs"] / "kerry-in-sochi.yaml").is_file()
