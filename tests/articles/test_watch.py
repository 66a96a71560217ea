import os

from tui.articles.watch import watch_files


def test_a_changed_file_is_told_once_it_has_settled(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one")
    watch = watch_files(str(path))
    watch, changed = watch.look()
    assert changed == ()
    path.write_text("one two")
    watch, changed = watch.look()
    assert changed == (), "it may still be being written"
    path.write_text("one two three")
    watch, changed = watch.look()
    assert changed == ()
    watch, changed = watch.look()
    assert changed == (str(path),)
    watch, changed = watch.look()
    assert changed == (), "told once"


def test_a_file_replaced_by_an_editor_is_told(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("one")
    watch = watch_files(str(path))
    path.unlink()
    watch, changed = watch.look()
    assert changed == (), "gone for a moment is not changed"
    (tmp_path / "b.txt").write_text("two")
    os.replace(tmp_path / "b.txt", path)
    watch, _ = watch.look()
    watch, changed = watch.look()
    assert changed == (str(path),)


def test_only_files_are_watched(tmp_path):
    assert watch_files("-", "https://example.org/a", str(tmp_path / "gone"), "a\0b").files == ()
    os.mkfifo(tmp_path / "pipe")
    assert watch_files(str(tmp_path / "pipe"), str(tmp_path), "/dev/null").files == ()
    path = tmp_path / "a.txt"
    path.write_text("one")
    assert len(watch_files(str(path), str(path)).files) == 1
