import os
import stat
import subprocess
import sys
import threading

import pytest

from tui.disk.write import remove_stale, write_own, write_whole


def test_a_file_is_written_and_written_over(tmp_path):
    target = tmp_path / "notes.yaml"
    write_whole(target, "é\n")
    assert target.read_bytes() == "é\n".encode()
    write_whole(target, b"\x00\xff")
    assert target.read_bytes() == b"\x00\xff"
    assert os.listdir(tmp_path) == ["notes.yaml"]


def test_permissions_of_an_existing_file_stay(tmp_path):
    target = tmp_path / "private.yaml"
    target.write_text("old")
    target.chmod(0o600)
    write_whole(target, "new")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_symbolic_link_stays_a_link(tmp_path):
    (tmp_path / "real.yaml").write_text("old")
    (tmp_path / "link.yaml").symlink_to("real.yaml")
    write_whole(tmp_path / "link.yaml", "new")
    assert (tmp_path / "link.yaml").is_symlink()
    assert (tmp_path / "real.yaml").read_text() == "new"


def test_a_device_is_written_to_and_not_replaced():
    write_whole("/dev/null", "gone")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_pipe_is_written_to_and_not_replaced(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    reader.start()
    write_whole(pipe, "through")
    reader.join(timeout=10)
    assert read == [b"through"]
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_pipe_in_the_place_of_a_file_of_the_programs_own_is_refused_and_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(OSError, match="not a file"):
        write_own(pipe, "own")
    write_own(tmp_path / "file", "own")
    assert (tmp_path / "file").read_text() == "own"


def test_what_fails_leaves_the_old_content_and_no_litter(tmp_path, monkeypatch):
    target = tmp_path / "notes.yaml"
    target.write_text("old")

    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(target, "new")
    assert target.read_text() == "old"
    assert os.listdir(tmp_path) == ["notes.yaml"]


def test_a_missing_folder_is_an_error_of_the_system(tmp_path):
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "missing" / "f", "x")


def test_temporaries_of_a_killed_process_go_and_those_of_a_living_one_stay(tmp_path):
    target = tmp_path / "notes.yaml"
    code = (
        "import os, sys; from tui.disk import write\n"
        "write.os.replace = lambda *_: os.kill(os.getpid(), 9)\n"
        "write.write_whole(sys.argv[1], 'new')"
    )
    subprocess.run([sys.executable, "-c", code, str(target)], check=False)
    (killed,) = tmp_path.iterdir()
    living = tmp_path / killed.name.replace(killed.name.split("-")[-2], str(os.getppid()))
    living.write_text("half")
    other = tmp_path / ".other.yaml.tmp"
    other.write_text("someone else's")
    write_whole(target, "whole")
    assert sorted(tmp_path.iterdir()) == sorted([target, living, other])


def test_temporaries_of_another_machine_go_after_a_day(tmp_path):
    old, fresh = tmp_path / ".n.yaml.elsewhere-1-0.tmp", tmp_path / ".n.yaml.elsewhere-2-0.tmp"
    old.write_text("")
    fresh.write_text("")
    os.utime(old, (0, 0))
    remove_stale(tmp_path / "n.yaml")
    assert list(tmp_path.iterdir()) == [fresh]


def test_a_kill_at_any_moment_leaves_the_old_or_the_new(tmp_path):
    target = tmp_path / "notes.yaml"
    target.write_text("0" * 50_000)
    code = (
        "import sys; from tui.disk.write import write_whole\n"
        "n = 0\n"
        "print('ready', flush=True)\n"
        "while True:\n"
        "    n = (n + 1) % 10; write_whole(sys.argv[1], str(n) * 50_000)"
    )
    for moment in range(6):
        process = subprocess.Popen([sys.executable, "-c", code, str(target)], stdout=subprocess.PIPE)
        assert process.stdout is not None
        process.stdout.readline()
        threading.Event().wait(0.005 * moment)
        process.kill()
        process.wait()
        process.stdout.close()
        content = target.read_text()
        assert len(content) == 50_000
        assert len(set(content)) == 1
