"""The manual page, made from the parsers, so that it says what `--help` says."""

import argparse
from collections.abc import Iterable, Mapping

from tui.completions import Parsers, options_of

EXAMPLES = (
    ("", "the bundled pair"),
    ("left.txt right.html", "two articles"),
    ("https://one.example/a https://two.example/b", "two pages"),
    ("compare left.txt right.txt", "the brief of two articles"),
    ("compare left.txt right.txt --format html -o pair.html", "a page to hand on"),
    ("compare --jsonl < pairs.jsonl > documents.jsonl", "many pairs"),
)
"""Calls worth showing, each without the program's name, with what it does."""


def write_manual(program: str, version: str, description: str, parsers: Parsers, summaries: Mapping[str, str]) -> str:
    """Return the page in the man macros (man(7)), one section a command.

    Parameters
    ----------
    program, version, description
        What is described.
    parsers, summaries
        The parser of each command, under "" the one of a call without a command, and one line on each command.
    """
    lines = [
        f'.TH {program.upper()} 1 "" "{program} {version}"',
        ".SH NAME",
        f"{_escape(program)} \\- {_escape(description[0].lower() + description[1:].rstrip('.'))}",
        ".SH SYNOPSIS",
        f".B {_escape(program)}",
        "[LEFT RIGHT]",
        ".br",
        f".B {_escape(program)}",
        "COMMAND …",
        ".SH OPTIONS",
        *_options(options_of(parsers[""])),
        ".SH COMMANDS",
    ]
    for name, summary in summaries.items():
        lines += [f".SS {_escape(name)}", f"{_escape(summary[0].upper() + summary[1:])}."]
        lines += _options(options_of(parsers[name]))
    lines += [".SH EXAMPLES"]
    for words, told in EXAMPLES:
        lines += [".TP", f".B {_escape(f'{program} {words}'.rstrip())}", _escape(told)]
    lines += [
        ".SH EXIT STATUS",
        "0 done, 1 nothing in common was found (compare with \\-\\-exit\\-code),",
        "2 a usage or input error, told in one line.",
        ".SH FILES",
        f"{_escape(program)} paths",
        "prints where configuration, themes and notes lie.",
        ".SH ENVIRONMENT",
        "NO_COLOR, COLORTERM, COLORFGBG, TERM, VISUAL, EDITOR and the proxy settings are respected.",
    ]
    return "\n".join(lines) + "\n"


def _options(actions: Iterable[argparse.Action]) -> list[str]:
    lines = []
    for action in actions:
        named = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
        value = f" {named or action.dest.upper()}" if action.nargs != 0 else ""
        flags = ", ".join(action.option_strings)
        lines += [".TP", f".B {_escape(flags + value)}", _escape((action.help or "").replace("%%", "%"))]
    return lines


def _escape(text: str) -> str:
    """Return text that roff shows as it is."""
    plain = " ".join(text.split()).replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
