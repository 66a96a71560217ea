"""What a shell needs to complete the command line: a script for bash, zsh or fish, made from the parsers themselves."""

import argparse
from collections.abc import Callable, Mapping
from typing import Literal, get_args

Shell = Literal["bash", "zsh", "fish"]
SHELLS: tuple[Shell, ...] = get_args(Shell)

Parsers = Mapping[str, argparse.ArgumentParser]
"""The parser of each command, under "" the one of a call without a command."""


def write_completions(shell: Shell, program: str, parsers: Parsers, summaries: Mapping[str, str]) -> str:
    """Return the script that teaches a shell the program's commands, options and what an option may be.

    Parameters
    ----------
    shell
        Which shell's language to write.
    program
        The name the program is called by.
    parsers, summaries
        The parser of each command and one line on what the command does.
    """
    writers: dict[Shell, Callable[[str, Parsers, Mapping[str, str]], str]] = {"bash": _bash, "zsh": _zsh, "fish": _fish}
    return writers[shell](program, parsers, summaries)


def options_of(parser: argparse.ArgumentParser) -> list[argparse.Action]:
    """Return a parser's options, in its own order, without those it keeps to itself."""
    return [action for action in parser._actions if action.option_strings and action.help != argparse.SUPPRESS]


def _bash(program: str, parsers: Parsers, summaries: Mapping[str, str]) -> str:
    """Return the script for bash; after an option that takes one of a few words those words are offered."""
    function = f"_{program.replace('-', '_')}"
    lines = [
        f"# bash completion for {program}; put `source <({program} completions bash)` into ~/.bashrc",
        f"{function}() {{",
        '    local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="${COMP_WORDS[1]}"',
        '    case "$command $before" in',
    ]
    for name, parser in parsers.items():
        for action in options_of(parser):
            if action.choices:
                asked = "|".join(f'"{name} {option}"' for option in action.option_strings)
                lines.append(f'        {asked}) COMPREPLY=($(compgen -W "{_words(action)}" -- "$word")); return ;;')
    lines += ["    esac", "    local options", '    case "$command" in']
    for name, parser in parsers.items():
        if name:
            lines.append(f'        {name}) options="{_flags(parser)}" ;;')
    lines += [
        f'        *) options="{_flags(parsers[""])}" ;;',
        "    esac",
        f'    [ "$COMP_CWORD" = 1 ] && options="$options {" ".join(summaries)}"',
        '    COMPREPLY=($(compgen -W "$options" -- "$word"))',
        "}",
        f"complete -o default -o bashdefault -F {function} {program}",
    ]
    return "\n".join(lines) + "\n"


def _zsh(program: str, parsers: Parsers, summaries: Mapping[str, str]) -> str:
    function = f"_{program.replace('-', '_')}"
    lines = [f"#compdef {program}", f"# put it into a folder of $fpath as _{program}", f"{function}() {{"]
    lines += ["    local -a commands=("]
    lines += [f"        {_quoted(f'{name}:{summary}')}" for name, summary in summaries.items()]
    lines += ["    )", "    if (( CURRENT == 2 )); then", "        _describe command commands", "    fi"]
    lines += ['    case "$words[2]" in']
    for name, parser in [*((n, p) for n, p in parsers.items() if n), ("*", parsers[""])]:
        lines.append(f"        {name}) _arguments \\")
        lines += [f"            {spec} \\" for action in options_of(parser) for spec in _zsh_specs(action)]
        lines.append("            '*:file:_files' ;;")
    lines += ["    esac", "}", f'{function} "$@"']
    return "\n".join(lines) + "\n"


def _zsh_specs(action: argparse.Action) -> list[str]:
    told = _plain(action.help).replace("[", "(").replace("]", ")").replace(":", "\\:")
    value = ""
    if action.nargs != 0:
        named = action.metavar if isinstance(action.metavar, str) else action.dest
        value = f":{named}:({_words(action)})" if action.choices else f":{named}:_files"
    return [_quoted(f"{option}[{told}]{value}") for option in action.option_strings]


def _fish(program: str, parsers: Parsers, summaries: Mapping[str, str]) -> str:
    lines = [f"# fish completion for {program}; save it as ~/.config/fish/completions/{program}.fish"]
    for name, summary in summaries.items():
        lines.append(f"complete -c {program} -n __fish_use_subcommand -a {name} -d {_quoted(summary)}")
    for name, parser in parsers.items():
        where = f"'__fish_seen_subcommand_from {name}'" if name else "__fish_use_subcommand"
        for action in options_of(parser):
            flags = " ".join(
                f"-l {option.lstrip('-')}" if option.startswith("--") else f"-s {option.lstrip('-')}"
                for option in action.option_strings
            )
            value = f" -x -a {_quoted(_words(action))}" if action.choices else (" -r" if action.nargs != 0 else "")
            lines.append(f"complete -c {program} -n {where} {flags}{value} -d {_quoted(_plain(action.help))}")
    return "\n".join(lines) + "\n"


def _flags(parser: argparse.ArgumentParser) -> str:
    return " ".join(option for action in options_of(parser) for option in action.option_strings)


def _words(action: argparse.Action) -> str:
    return " ".join(map(str, action.choices or ()))


def _plain(text: str | None) -> str:
    return " ".join((text or "").replace("%%", "%").split())


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"
