"""Completion scripts and the manual page: read by the shells themselves where they are installed."""

import os
import subprocess

import pytest

from tui.cli import main

SHELLS = ("bash", "zsh", "fish")


def printed(capsys, *words: str) -> str:
    assert main(list(words)) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("shell", SHELLS)
def test_a_completion_script_knows_every_command_and_option(shell, capsys):
    script = printed(capsys, "completions", shell)
    for word in (
        "compare",
        "inspect",
        "pairs",
        "config",
        "export",
        "import",
        "serve",
        "themes",
        "keys",
        "paths",
        "completions",
    ):
        assert word in script
    for option in ("exit-code", "without-notes", "jsonl", "last"):
        assert option in script
    assert "markdown html text json jsonld" in script


@pytest.mark.parametrize("shell", [pytest.param(shell, marks=pytest.mark.needs(shell)) for shell in SHELLS])
def test_the_shell_itself_can_read_its_script(shell, capsys):
    done = subprocess.run([shell, "-n"], input=printed(capsys, "completions", shell), text=True, capture_output=True)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.needs("bash")
def test_bash_completes_commands_options_and_choices(capsys, tmp_path):
    script = tmp_path / "completion.bash"
    script.write_text(printed(capsys, "completions", "bash"), encoding="utf-8")

    def complete(*words: str) -> list[str]:
        quoted = " ".join(f"'{word}'" for word in words)
        lines = (
            f". '{script}'; COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _newsdiff_tui; echo ${{COMPREPLY[@]}}"
        )
        done = subprocess.run(["bash", "-c", lines], text=True, capture_output=True, check=True)
        return done.stdout.split()

    assert complete("newsdiff-tui", "comp") == ["compare", "completions"]
    assert complete("newsdiff-tui", "compare", "--exi") == ["--exit-code"]
    assert complete("newsdiff-tui", "export", "--format", "note") == ["notes-csv"]
    assert complete("newsdiff-tui", "export", "--format", "j") == ["json", "jsonld"]


@pytest.mark.needs("man")
def test_the_manual_page_is_one_that_man_can_show(capsys, tmp_path):
    page = printed(capsys, "manual")
    assert page.startswith(".TH NEWSDIFF-TUI 1") and ".SS compare" in page
    file = tmp_path / "newsdiff-tui.1"
    file.write_text(page, encoding="utf-8")
    shown = subprocess.run(
        ["man", "--warnings", "-l", str(file)],
        text=True,
        capture_output=True,
        env=os.environ | {"MANWIDTH": "80", "LC_ALL": "C.UTF-8"},
    )
    assert (shown.returncode, shown.stderr) == (0, "")
    assert "EXIT STATUS" in shown.stdout and "--exit-code" in shown.stdout


@pytest.mark.parametrize("command", ["", "compare", "inspect", "export", "import", "serve", "completions"])
def test_help_fits_eighty_columns(command, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    with pytest.raises(SystemExit) as ended:
        main([*([command] if command else []), "--help"])
    assert ended.value.code == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 80
