"""The door: parses the command line and imports a room only when it is needed.

What each command then does stands in `tui.commands`.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from typing import NoReturn

from tui import __version__
from tui.articles.article import ArticleError
from tui.system.streams import PROGRAM, StreamError, give_up, make_ready, print_line, print_report, tell

EXIT_DONE = 0
EXIT_NOTHING_IN_COMMON = 1
EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130
_EXIT_BROKEN_PIPE = 141

FORMATS = ("text", "json", "markdown", "html", "csv")
EXPORT_FORMATS = ("markdown", "html", "text", "json", "jsonld", "csv", "notes-csv", "yaml")
PARTS = ("brief", "notes", "passages", "articles")

_ARTICLE = "a text, Markdown, HTML, PDF, Word or mail file, a URL, or - for standard input"


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        raise ArticleError(f"{message}; see '{self.prog} --help'")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program.

    Parameters
    ----------
    arguments
        The words of the command line after the program's name; those of the process when none.

    Returns
    -------
    int
        0 done, 1 nothing in common (only with `compare --exit-code`), 2 a usage or input error, told in one line
        on standard error.
    """
    make_ready()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        try:
            return _run(words)
        finally:
            # The parser of the command line has printed without looking whether it got there.
            print_report(b"")
    except (ArticleError, StreamError) as error:
        tell(str(error))
        return EXIT_BAD_INPUT
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except BrokenPipeError:
        return _EXIT_BROKEN_PIPE
    except Exception as error:
        from tui.compare.trouble import describe_fault

        tell(str(describe_fault("the program", error)))
        return EXIT_BAD_INPUT
    finally:
        give_up()


def _run(words: list[str]) -> int:
    named = bool(words) and words[0] in _COMMANDS
    parser, run = _COMMANDS[words[0]] if named else _OPEN
    return run(parser().parse_args(words[named:]))


def _open_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        PROGRAM,
        usage=f"{PROGRAM} [LEFT RIGHT]\n       {PROGRAM} COMMAND …",
        description=_DESCRIPTION,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("articles", nargs="*", metavar="LEFT RIGHT", help=_ARTICLE)
    parser.add_argument("--last", action="store_true", help="open the pair that was open last")
    parser.add_argument("--theme", metavar="NAME", help="begin in this theme")
    parser.add_argument("--view", metavar="NAME", help="begin in this view")
    parser.add_argument("--plain", action="store_true", help="as lines, for screen readers, braille and pipes")
    _add_refresh(parser)
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    width = max(map(len, _SUMMARIES))
    commands = "".join(f"  {name:{width}}  {summary}\n" for name, summary in _SUMMARIES.items())
    parser.epilog = (
        f"commands:\n{commands}\nexamples:\n"
        f"  {PROGRAM} left.txt right.html\n"
        f"  {PROGRAM} https://one.example/a https://two.example/b\n"
        f"  {PROGRAM} compare left.txt right.txt --format html -o pair.html\n\n"
        "Without an article the bundled pair opens. A file that is called like a\n"
        "command is opened as ./NAME."
    )
    return parser


def _compare_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} compare", usage=f"{PROGRAM} compare [OPTIONS] LEFT RIGHT", description=_SUMMARIES["compare"]
    )
    parser.add_argument("articles", nargs="*", metavar="LEFT RIGHT", help=_ARTICLE)
    parser.add_argument("--jsonl", action="store_true", help="read pairs from standard input, a JSON object a line")
    _add_batch(parser)
    _add_timings(parser)
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument("--links", metavar="FILE", help="spans that say the same, used in place of the engine's links")
    _add_output(parser)
    _add_refresh(parser)
    parser.add_argument("--explain", action="store_true", help="text and json: say why sentences are linked or not")
    parser.add_argument("--exit-code", action="store_true", help="exit with 1 when nothing in common was found")
    parser.add_argument("--link-threshold", type=_share, metavar="0..1", help="score that a link needs")
    parser.add_argument("--details", choices=("few", "more", "all"), help="how many (default: few, in JSON more)")
    parser.add_argument("--wording-threshold", type=_share, metavar="0..1", help="likeness that wording details need")
    parser.add_argument(
        "--colour",
        choices=("auto", "always", "never"),
        default="auto",
        help="default: auto, on a terminal unless NO_COLOR is set",
    )
    return parser


def _inspect_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} inspect", description=_SUMMARIES["inspect"])
    parser.add_argument("articles", nargs="*", metavar="ARTICLE", help=_ARTICLE)
    parser.add_argument("--jsonl", action="store_true", help="read articles from standard input, a JSON object a line")
    _add_batch(parser)
    _add_timings(parser)
    parser.add_argument("--explain", action="store_true", help="say of every place of a name why it is one")
    _add_output(parser)
    _add_refresh(parser)
    return parser


def _pairs_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} pairs", description=_SUMMARIES["pairs"])
    parser.add_argument("folders", nargs="*", metavar="FOLDER", help="folders of articles")
    parser.add_argument("--jsonl", action="store_true", help="read articles from standard input, a JSON object a line")
    parser.add_argument("--least", type=_share, default=0.15, metavar="0..1", help="least likeness (default: 0.15)")
    return parser


def _pairs(options: argparse.Namespace) -> int:
    from tui.event_pairs import pair_folders, pair_lines

    if options.jsonl == bool(options.folders):
        raise ArticleError("pairs takes folders, or --jsonl with the articles on standard input")
    if options.jsonl:
        pair_lines(options.least)
    else:
        pair_folders(options.folders, options.least)
    return EXIT_DONE


def _add_batch(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--jobs", type=_count, default=1, metavar="N", help="with --jsonl: work with N processes")
    parser.add_argument("--resume", metavar="OUT", help="with --jsonl: write to OUT, and go on where it ends")


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 256:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 256")
    return int(text)


def _add_timings(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--timings", action="store_true", help="print what each stage took, and the most memory")


def _add_output(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("-o", "--output", metavar="FILE", help="write to this file instead of standard output")
    parser.add_argument("--force", action="store_true", help="replace the file if it is there")


def _add_refresh(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--refresh", action="store_true", help="fetch pages again, though a copy of each was kept")


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


def _open(options: argparse.Namespace) -> int:
    from tui.opening import open_plain, open_reader

    for name in ("theme", "view"):
        if getattr(options, name) is not None:
            os.environ[f"NEWSDIFF_{name.upper()}"] = getattr(options, name)
    if options.plain:
        open_plain(options.articles, refresh=options.refresh)
        return EXIT_DONE
    return open_reader(options.articles, last=options.last, refresh=options.refresh)


def _compare(options: argparse.Namespace) -> int:
    from tui.commands import answer_batch, compare_articles
    from tui.compare.comparison import Settings

    settings = Settings(options.link_threshold, level=options.details or "more")
    if options.wording_threshold is not None:
        settings = Settings(options.link_threshold, options.wording_threshold, options.details or "more")
    if options.jsonl:
        if options.articles:
            raise ArticleError("--jsonl reads the pairs from standard input; name no articles beside it")
        if options.links is not None:
            raise ArticleError('--links goes with two articles; with --jsonl each record brings its own "links"')
        from tui.records import compare_record

        answer = partial(compare_record, settings=settings, explain=options.explain)
        answer_batch(answer, jobs=options.jobs, resume=options.resume)
        return EXIT_DONE
    if options.jobs > 1 or options.resume is not None:
        raise ArticleError("--jobs and --resume go with --jsonl")
    if options.explain and options.format not in ("text", "json"):
        raise ArticleError("--explain goes with --format text or json")
    if len(options.articles) not in (1, 2):
        raise ArticleError(f"compare takes two articles, not {len(options.articles)}; name a left and a right one")
    in_common = compare_articles(
        options.articles,
        settings=settings,
        form=options.format,
        output=options.output,
        force=options.force,
        colour=options.colour,
        refresh=options.refresh,
        links=options.links,
        explain=options.explain,
        with_timings=options.timings,
        level=options.details,
    )
    return EXIT_NOTHING_IN_COMMON if options.exit_code and not in_common else EXIT_DONE


def _inspect(options: argparse.Namespace) -> int:
    from tui.commands import answer_batch, inspect_article

    if options.jsonl:
        if options.articles:
            raise ArticleError("--jsonl reads the articles from standard input; name no article beside it")
        from tui.records import inspect_record

        answer_batch(partial(inspect_record, explain=options.explain), jobs=options.jobs, resume=options.resume)
    elif len(options.articles) != 1:
        raise ArticleError(f"inspect takes one article, not {len(options.articles)}; name it")
    else:
        kept = {"output": options.output, "force": options.force, "refresh": options.refresh}
        inspect_article(options.articles[0], **kept, explain=options.explain, with_timings=options.timings)
    return EXIT_DONE


def _export_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        f"{PROGRAM} export", usage=f"{PROGRAM} export [OPTIONS] [LEFT RIGHT]", description=_SUMMARIES["export"]
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
    return parser


def _import_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} import", description=_SUMMARIES["import"])
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


def _export(options: argparse.Namespace) -> int:
    from tui.note_commands import export_pair

    export_pair(
        options.articles,
        form=options.format,
        output=options.output,
        force=options.force,
        include=options.include,
        with_notes=not options.without_notes,
        refresh=options.refresh,
    )
    return EXIT_DONE


def _import(options: argparse.Namespace) -> int:
    from tui.note_commands import import_notes

    import_notes(options.names)
    return EXIT_DONE


def _serve_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} serve", description=_SUMMARIES["serve"])
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


def _serve(options: argparse.Namespace) -> int:
    from tui.reader.serve import serve_reader

    serve_reader(
        options.articles,
        options.host,
        options.port,
        most_sessions=options.sessions,
        with_token=not options.no_token,
    )
    return EXIT_DONE


def _listing_parser(name: str) -> Callable[[], argparse.ArgumentParser]:
    return lambda: _Parser(f"{PROGRAM} {name}", description=_SUMMARIES[name])


def _list(name: str) -> Callable[[argparse.Namespace], int]:
    def run(_: argparse.Namespace) -> int:
        from tui import listings

        lines: list[str] = getattr(listings, f"list_{name}")()
        for line in lines:
            print_line(line)
        return EXIT_DONE

    return run


_DESCRIPTION = """Two articles about the same event, side by side:
what matches, what differs, what conflicts."""

_SUMMARIES = {
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


def _config_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} config", description=_SUMMARIES["config"])
    parser.add_argument("file", nargs="?", metavar="FILE", help="with --check: a configuration (default: your own)")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--check", action="store_true", help="print every mistake; exit with 2 if there is one")
    what.add_argument("--default", action="store_true", help="print a configuration with every setting as usual")
    what.add_argument("--edit", action="store_true", help="open yours in an editor, and check it afterwards")
    return parser


def _config(options: argparse.Namespace) -> int:
    from tui.configuring import check_configuration, edit_configuration, print_default

    if options.file is not None and not options.check:
        raise ArticleError("a file goes with --check only")
    if options.default:
        print_default()
        return EXIT_DONE
    is_sound = edit_configuration() if options.edit else check_configuration(options.file)
    return EXIT_DONE if is_sound else EXIT_BAD_INPUT


def _completions_parser() -> argparse.ArgumentParser:
    parser = _Parser(f"{PROGRAM} completions", description=_SUMMARIES["completions"])
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))
    return parser


def _complete(options: argparse.Namespace) -> int:
    from tui.completions import write_completions

    print_report(write_completions(options.shell, PROGRAM, _parsers(), _SUMMARIES).encode())
    return EXIT_DONE


def _manual(_: argparse.Namespace) -> int:
    from tui.manual import write_manual

    print_report(write_manual(PROGRAM, __version__, " ".join(_DESCRIPTION.split()), _parsers(), _SUMMARIES).encode())
    return EXIT_DONE


def _parsers() -> dict[str, argparse.ArgumentParser]:
    return {"": _open_parser(), **{name: parser() for name, (parser, _) in _COMMANDS.items()}}


_Command = tuple[Callable[[], argparse.ArgumentParser], Callable[[argparse.Namespace], int]]

_COMMANDS: dict[str, _Command] = {
    "compare": (_compare_parser, _compare),
    "inspect": (_inspect_parser, _inspect),
    "pairs": (_pairs_parser, _pairs),
    "export": (_export_parser, _export),
    "import": (_import_parser, _import),
    "serve": (_serve_parser, _serve),
    "themes": (_listing_parser("themes"), _list("themes")),
    "keys": (_listing_parser("keys"), _list("keys")),
    "paths": (_listing_parser("paths"), _list("paths")),
    "config": (_config_parser, _config),
    "completions": (_completions_parser, _complete),
    "manual": (_listing_parser("manual"), _manual),
}
_OPEN: _Command = (_open_parser, _open)
