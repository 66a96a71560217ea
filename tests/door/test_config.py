"""`config`: mistakes told by file, line and key; the default configuration; editing; presets and environment."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from tui.cli import main
from tui.configuring import default_configuration
from tui.reader.configuration import SETTINGS, load_settings
from tui.reader.keys import DEFAULT_KEYS, PRESETS, preset_keys
from tui.reader.settings import Settings

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "config.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path))
    for name in ("VISUAL", "EDITOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path


def write(home: Path, text: str) -> Path:
    path = home / "config" / "config.yaml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_mistakes_are_told_with_file_line_and_key_and_end_with_two(home, capfd):
    path = write(home, "theme: light\nview: sideways\nmeasure: 7\n")
    assert main(["config", "--check"]) == 2
    told = capfd.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in told] == [f"{path}:2:", f"{path}:3:"]
    assert main(["config", "--check", str(write(home, "theme: light\n"))]) == 0
    assert "no mistake" in capfd.readouterr().out


def test_a_file_that_is_not_there_is_named(capsys):
    assert main(["config", "--check", "nowhere.yaml"]) == 2
    assert "nowhere.yaml: there is no such file" in capsys.readouterr().err


def test_the_default_configuration_changes_nothing_and_uncommented_is_sound(home):
    text = default_configuration()
    assert yaml.safe_load(text) is None
    sound = yaml.safe_load(re.sub(r"(?m)^# (?=( |[a-z]+:))", "", text.split("\n\n", 1)[1]))
    jsonschema.Draft202012Validator(SCHEMA).validate(sound)
    assert set(sound) == set(SCHEMA["properties"]) == set(SETTINGS)
    settings, mistakes = load_settings(write(home, yaml.safe_dump(sound)))
    assert mistakes == ()
    usual = Settings()
    for name in (
        "theme",
        "marks",
        "view",
        "sidebar",
        "details",
        "differences",
        "lines",
        "sentences",
        "glide",
        "measure",
    ):
        assert getattr(settings, name) == getattr(usual, name), name


def test_editing_begins_with_the_default_and_checks_afterwards(home, monkeypatch, capfd):
    monkeypatch.setenv("EDITOR", "sh -c 'echo view: sideways >> \"$0\"'")
    assert main(["config", "--edit"]) == 2
    path = home / "config" / "config.yaml"
    assert path.read_text(encoding="utf-8").startswith("# The configuration of newsdiff-tui")
    assert "sideways" in capfd.readouterr().out


def test_an_editor_that_is_not_there_is_told(monkeypatch, capsys):
    monkeypatch.setenv("EDITOR", "no-such-editor-anywhere")
    assert main(["config", "--edit"]) == 2
    assert "set EDITOR" in capsys.readouterr().err


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_gives_every_action_a_key_and_none_to_two(name, home):
    keymap = preset_keys(name)
    assert set(keymap) == set(DEFAULT_KEYS)
    settings, mistakes = load_settings(write(home, f"preset: {name}\nkeys:\n  brief: f10\n"))
    assert mistakes == ()
    assert settings.keys["brief"] == ("f10",)
    assert settings.keys["next_passage"] == keymap["next_passage"]


def test_presets_differ_where_they_say_so():
    assert "ctrl+n" in preset_keys("emacs")["next_sentence"]
    assert preset_keys("arrows")["next_passage"][0] == "right"


def test_the_environment_counts_more_than_the_file_and_its_mistakes_are_its_own(home, monkeypatch):
    write(home, "theme: light\nmeasure: 60\n")
    monkeypatch.setenv("NEWSDIFF_THEME", "solarized")
    monkeypatch.setenv("NEWSDIFF_MEASURE", "9")
    monkeypatch.setenv("NEWSDIFF_DETAILS", "false")
    settings, mistakes = load_settings()
    assert (settings.theme, settings.details, settings.measure) == ("solarized", False, 76)
    assert [str(mistake).split(" ")[0:2] for mistake in mistakes] == [["environment:1:", "NEWSDIFF_MEASURE:"]]


def test_the_environment_alone_is_enough(monkeypatch):
    monkeypatch.setenv("NEWSDIFF_VIEW", "differences")
    settings, mistakes = load_settings()
    assert (settings.view, mistakes) == ("differences", ())
