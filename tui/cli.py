"""The door: parses the command line and imports a room only when it is needed.

What each command then does stands in `tui.commands`.
"""

import argparse
import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from tui import __version__
from tui.articles.article import ArticleError
from tui.batch.asked import read_batch
from tui.command_line import (
    DESCRIPTION,
    SUMMARIES,
    compare_parser,
    completions_parser,
    config_parser,
    export_parser,
    import_parser,
    inspect_parser,
    listing_parser,
    open_parser,
    pairs_parser,
    serve_parser,
)
from tui.system.streams import PROGRAM, StreamError, give_up, make_ready, print_line, print_report, tell

EXIT_DONE = 0
EXIT_NOTHING_IN_COMMON = 1
EXIT_BAD_INPUT = 2
EXIT_INTERRUPTED = 130
_EXIT_BROKEN_PIPE = 141


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
    # The products of the engine are small: more threads would cost more to start than they save.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
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


def _pairs(options: argparse.Namespace) -> int:
    from tui.event_pairs import pair_folders, pair_lines

    if options.jsonl == bool(options.folders):
        raise ArticleError("pairs takes folders, or --jsonl with the articles on standard input")
    if options.jsonl:
        pair_lines(options.least)
    else:
        pair_folders(options.folders, options.least)
    return EXIT_DONE


def _open(options: argparse.Namespace) -> int:
    from tui.opening import open_plain, open_reader

    for name in ("theme", "view", "model"):
        if getattr(options, name) is not None:
            os.environ[f"NEWSDIFF_{name.upper()}"] = getattr(options, name)
    _heed_ascii(options)
    if options.plain:
        open_plain(options.articles, refresh=options.refresh)
        return EXIT_DONE
    return open_reader(options.articles, last=options.last, refresh=options.refresh)


def _heed_ascii(options: argparse.Namespace) -> None:
    if options.ascii:
        os.environ["NEWSDIFF_MARKS"] = "ascii"


def _compare(options: argparse.Namespace) -> int:
    _collect_no_garbage(options)
    from tui.chosen_model import chosen_model
    from tui.commands import compare_articles
    from tui.compare.comparison import Settings

    _heed_ascii(options)
    batch = read_batch(options)
    settings = Settings(options.link_threshold, level=options.details or "more", model=chosen_model(options.model))
    if options.wording_threshold is not None:
        settings = replace(settings, wording_threshold=options.wording_threshold)
    if batch is not None:
        if options.links is not None:
            raise ArticleError('--links goes with two articles; with --jsonl each record brings its own "links"')
        from tui.batch.run import answer_batch
        from tui.records import compare_record

        answer_batch(partial(compare_record, settings=settings, explain=options.explain), batch)
        return EXIT_DONE
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
    _collect_no_garbage(options)
    from tui.commands import inspect_article

    batch = read_batch(options)
    if batch is not None:
        from tui.batch.run import answer_batch
        from tui.records import inspect_record

        answer_batch(partial(inspect_record, explain=options.explain), batch)
    elif len(options.articles) != 1:
        raise ArticleError(f"inspect takes one article, not {len(options.articles)}; name it")
    else:
        kept = {"output": options.output, "force": options.force, "refresh": options.refresh}
        inspect_article(options.articles[0], **kept, explain=options.explain, with_timings=options.timings)
    return EXIT_DONE


def _collect_no_garbage(options: argparse.Namespace) -> None:
    """Spare a command that ends after one comparison what it costs to look for garbage that is not made."""
    if not options.jsonl and options.parquet is None:
        gc.disable()


def _export(options: argparse.Namespace) -> int:
    from tui.chosen_model import chosen_model
    from tui.compare.comparison import Settings
    from tui.note_commands import export_pair

    export_pair(
        options.articles,
        form=options.format,
        output=options.output,
        force=options.force,
        include=options.include,
        with_notes=not options.without_notes,
        refresh=options.refresh,
        settings=Settings(model=chosen_model(options.model)),
    )
    return EXIT_DONE


def _import(options: argparse.Namespace) -> int:
    from tui.note_commands import import_notes

    import_notes(options.names)
    return EXIT_DONE


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


def _list(name: str) -> Callable[[argparse.Namespace], int]:
    def run(_: argparse.Namespace) -> int:
        from tui import listings

        lines: list[str] = getattr(listings, f"list_{name}")()
        for line in lines:
            print_line(line)
        return EXIT_DONE

    return run


def _config(options: argparse.Namespace) -> int:
    from tui.configuring import check_configuration, edit_configuration, print_default

    if options.file is not None and not options.check:
        raise ArticleError("a file goes with --check only")
    if options.default:
        print_default()
        return EXIT_DONE
    is_sound = edit_configuration() if options.edit else check_configuration(options.file)
    return EXIT_DONE if is_sound else EXIT_BAD_INPUT


def _complete(options: argparse.Namespace) -> int:
    from tui.completions import write_completions

    print_report(write_completions(options.shell, PROGRAM, _parsers(), SUMMARIES).encode())
    return EXIT_DONE


def _manual(_: argparse.Namespace) -> int:
    from tui.manual import write_manual

    print_report(write_manual(PROGRAM, __version__, " ".join(DESCRIPTION.split()), _parsers(), SUMMARIES).encode())
    return EXIT_DONE


def _parsers() -> dict[str, argparse.ArgumentParser]:
    return {"": open_parser(), **{name: parser() for name, (parser, _) in _COMMANDS.items()}}


_Command = tuple[Callable[[], argparse.ArgumentParser], Callable[[argparse.Namespace], int]]

_COMMANDS: dict[str, _Command] = {
    "compare": (compare_parser, _compare),
    "inspect": (inspect_parser, _inspect),
    "pairs": (pairs_parser, _pairs),
    "export": (export_parser, _export),
    "import": (import_parser, _import),
    "serve": (serve_parser, _serve),
    "themes": (listing_parser("themes"), _list("themes")),
    "keys": (listing_parser("keys"), _list("keys")),
    "paths": (listing_parser("paths"), _list("paths")),
    "config": (config_parser, _config),
    "completions": (completions_parser, _complete),
    "manual": (listing_parser("manual"), _manual),
}
_OPEN: _Command = (open_parser, _open)
