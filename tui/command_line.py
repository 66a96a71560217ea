"""What may stand on the command line: a parser for each command, and one line on what it does."""

import argparse
from collections.abc import Callable
from typing import NoReturn

from tui import __version__
from tui.articles.article import ArticleError
from tui.system.streams import PROGRAM

FORMATS = ("text", "json", "markdown", "html", "csv")

EXPORT_FORMATS = ("markdown", "html", "text", "json", "jsonld", "csv", "notes-csv", "yaml")

PARTS = ("brief", "notes", "passages", "articles")

_ARTICLE = "a text, Markdown, HTML, PDF, Word or mail file, a URL, or - for standard input"

DESCRIPTION = """Two articles about the same event, side by side:
what matches, what differs, what conflicts."""

SUMMARIES = {
    "compare": "print the comparison of two articles",
    "inspect": "print the sentences and mentions of one article as JSON",
    "pairs": "print which articles tell of one event, for compare --jsonl",
    "export": "write a document with the notes made on two articles",
    "import": "join somebody else's notes into those on two articles",
    "serve": "open the reader in a browser, on this machine alone",
    "themes": "print the themes, and what is wrong in their files",
    "keys": "print every action with its keys",
    "paths": "print where configuration, themes and notes lie",
    "config": "check, print or edit the configuration",
    "completions": "print the completion script for bash, zsh or fish",
    "manual": "print the manual page",
}


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        raise ArticleError(f"{message}; see '{self.prog} --help'")


def open_parser() -> argparse.ArgumentParser:
    """Return the parser of a call without a command."""
    parser = _Parser(
        PROGRAM,
        usage=f"{PROGRAM} [LEFT RIGHT]\n       {PROGRAM} COMMAND …",
        description=DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("articles", nargs="*", metavar="LEFT RIGHT", help=_ARTICLE)
    parser.add_argument("--last", action="store_true", help="open the pair that was open last")
    parser.add_argument("--theme", metavar="NAME", help="begin in this theme")
    parser.add_argument("--view", metavar="NAME", help="begin in this view")
    _add_model(parser)
    parser.add_argument("--plain", action="store_true", help="as lines, for screen readers, braille and pipes")
    _add_ascii(parser)
    _add_refresh(parser)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    width = max(map(len, SUMMARIES))
    commands = "".join(f"  {name:{width}}  {summary}\n" for name, summary in SUMMARIES.items())
    parser.epilog = (
        f"commands:\n{commands}\nexamples:\n"
        f"  {PROGRAM} left.txt right.html\n"
        f"  {PROGRAM} https://one.example/a https://two.example/b\n"
        f"  {PROGRAM} compare left.txt right.txt --format html -o pair.html\n\n"
        "Without an article the bundled pair opens. A file that is called like a\n"
        "command is opened as ./NAME."
    )
    return parser


def compare_parser() -> argparse.ArgumentParser:
    """Return the parser of `compare`."""
    parser = _Parser(
        f"{PROGRAM} compare", usage=f"{PROGRAM} compare [OPTIONS] LEFT RIGHT", description=SUMMARIES["compare"]
    )
    parser.add_argument("articles", nargs="*", metavar="LEFT RIGHT", help=_ARTICLE)
    parser.add_argument("--jsonl", action="store_true", help="read pairs from standard input, a JSON object a line")
    _add_batch(parser)
    _add_timings(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument("--links", metavar="FILE", help="spans that say the same, used in place of the engine's links")
    _add_output(parser)
    _add_refresh(parser)
    parser.add_argument("--explain", action="store_true", help="text and json: why links and details are found or not")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 when nothing in common was found")
    parser.add_argument("--link-threshold", type=_share, metavar="0..1", help="score that a link needs")
    parser.add_argument("--details", choices=("few", "more", "all"), help="how many (default: few, in JSON more)")
    parser.add_argument("--wording-threshold", type=_share, metavar="0..1", help="likeness that wording details need")
    _add_ascii(parser)
    _add_model(parser)
    parser.add_argument(
        "--colour",
        choices=("auto", "always", "never"),
        default="auto",
        help="default: auto, on a terminal unless NO_COLOR is set",
    )
    return parser


def inspect_parser() -> argparse.ArgumentParser:
    """Return the parser of `inspect`."""
    parser = _Parser(f"{PROGRAM} inspect", description=SUMMARIES["inspect"])
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help=_ARTICLE)
    parser.add_argument("--jsonl", action="store_true", help="read articles from standard input, a JSON object a line")
    _add_batch(parser)
    _add_timings(parser)
    parser.add_argument("--explain", action="store_true", help="say why of every place of a name and of every speaker")
    _add_output(parser)
    _add_refresh(parser)
    return parser


def pairs_parser() -> argparse.ArgumentParser:
    """Return the parser of `pairs`."""
    parser = _Parser(f"{PROGRAM} pairs", description=SUMMARIES["pairs"])
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="folders of articles")
    parser.add_argument("--jsonl", action="store_true", help="read articles from standard input, a JSON object a line")
    parser.add_argument("--least", type=_share, default=0.15, metavar="0..1", help="least likeness (default: 0.15)")
    return parser


def _add_batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--parquet", metavar="IN", help="read them from a Parquet table; with -o OUT.parquet write one")
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help="with --jsonl: work with N processes")
    parser.add_argument("--resume", metavar="OUT", help="with --jsonl: write to OUT, and go on where it ends")
    parser.add_argument("--engine", choices=("local", "dask"), default="local", help="with --jsonl: who does the work")
    parser.add_argument("--scheduler", metavar="ADDRESS", help="with --engine dask: of a cluster that is there")


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)


def _add_timings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--timings", action="store_true", help="print what each stage took, and the most memory")


def _add_ascii(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--ascii", action="store_true", help="draw marks and lines in ASCII alone")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def _add_refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--refresh", action="store_true", help="fetch pages again, though a copy of each was kept")


def _add_model(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--model", metavar="PATH", help="a sentence model in ONNX form that judges links too, or none")


def _share(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def _number(least: int, most: int) -> Callable[[str], int]:
    def number(text: str) -> int:
        value = int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else -1
        if not least <= value <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number from {least} to {most:,}")
        return value

    return number


def export_parser() -> argparse.ArgumentParser:
    """Return the parser of `export`."""
    parser = _Parser(
        f"{PROGRAM} export", usage=f"{PROGRAM} export [OPTIONS] [LEFT RIGHT]", description=SUMMARIES["export"]
    )
    parser.add_argument("articles", nargs="*", metavar="LEFT RIGHT", help=f"{_ARTICLE}; none for the bundled pair")
    parser.add_argument(
        "--format", choices=EXPORT_FORMATS, help="default: what the ending of FILE tells, else markdown"
    )
    _add_output(parser)
    _add_refresh(parser)
    parser.add_argument(
        "--include", type=_parts, metavar="PART,…", help=f"what a text for reading has, of {', '.join(PARTS)}"
    )
    parser.add_argument("--without-notes", action="store_true", help="leave the notes and links made by hand out")
    _add_model(parser)
    return parser


def import_parser() -> argparse.ArgumentParser:
    """Return the parser of `import`."""
    parser = _Parser(f"{PROGRAM} import", description=SUMMARIES["import"])
    parser.usage = f"{PROGRAM} import [-h] LEFT RIGHT NOTES…"
    parser.add_argument(
        "names",
        nargs="+",
        metavar="LEFT RIGHT NOTES",
        help="two articles or a pair file, then files of notes",
    )
    return parser


def _parts(text: str) -> frozenset[str]:
    named = frozenset(word.strip() for word in text.split(","))
    if unknown := sorted(named - set(PARTS)):
        raise argparse.ArgumentTypeError(f"{unknown[0]!r} is none of {', '.join(PARTS)}")
    return named


def serve_parser() -> argparse.ArgumentParser:
    """Return the parser of `serve`."""
    parser = _Parser(f"{PROGRAM} serve", description=SUMMARIES["serve"])
    parser.add_argument("articles", nargs="*", metavar="LEFT RIGHT", help="as without a command")
    parser.add_argument("--host", default="localhost", help="default: localhost, which this machine alone can reach")
    parser.add_argument("--port", type=_number(1, 65_535), default=8765, help="default: 8765")
    parser.add_argument(
        "--sessions", type=_number(1, 1_000), default=8, metavar="N", help="pages open at once; default: 8"
    )
    parser.add_argument(
        "--no-token",
        action="store_true",
        help="let in whoever reaches the port, without the token in the printed address: every user of this machine"
        " can then read and write files as you do",
    )
    return parser


def listing_parser(name: str) -> Callable[[], argparse.ArgumentParser]:
    """Return what makes the parser of a command that takes no arguments."""
    return lambda: _Parser(f"{PROGRAM} {name}", description=SUMMARIES[name])


def config_parser() -> argparse.ArgumentParser:
    """Return the parser of `config`."""
    parser = _Parser(f"{PROGRAM} config", description=SUMMARIES["config"])
    parser.add_argument("file", nargs="?", metavar="FILE", help="with --check: a configuration (default: your own)")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="print every mistake; exit with 2 if there is one")
    what.add_argument("--default", action="store_true", help="print a configuration with every setting as usual")
    what.add_argument("--edit", action="store_true", help="open yours in an editor, and check it afterwards")
    return parser


def completions_parser() -> argparse.ArgumentParser:
    """Return the parser of `completions`."""
    parser = _Parser(f"{PROGRAM} completions", description=SUMMARIES["completions"])
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))
    return parser
