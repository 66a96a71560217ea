from pathlib import Path

from tui.disk.paths import cache_folder, config_folder, shipped_folder, state_folder


def test_one_variable_moves_all_folders(monkeypatch, tmp_path):
    monkeypatch.setenv("NEWSDIFF_HOME", str(tmp_path))
    assert {config_folder(), state_folder(), cache_folder()} == {tmp_path / k for k in ("config", "state", "cache")}
    assert list(tmp_path.iterdir()) == []


def test_without_it_they_follow_the_desktop(monkeypatch, tmp_path):
    monkeypatch.delenv("NEWSDIFF_HOME", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "c"))
    monkeypatch.setattr("sys.platform", "linux")
    assert config_folder().name == "newsdiff-tui"
    assert "newsdiff-tui" in str(state_folder())
    assert "newsdiff-tui" in str(cache_folder())


def test_the_seeds_are_found():
    assert (shipped_folder("seeds") / "kerry-in-sochi.yaml").is_file()


def test_in_a_wheel_the_seeds_lie_in_the_package(monkeypatch, tmp_path):
    package = tmp_path / "tui"
    (package / "shipped" / "themes").mkdir(parents=True)
    monkeypatch.setattr("tui.disk.paths.__file__", str(package / "disk" / "paths.py"))
    assert shipped_folder("themes") == package / "shipped" / "themes"
    assert shipped_folder("seeds") == Path(tmp_path / "seeds")
