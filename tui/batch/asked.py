"""What the user says of a batch on the command line, and what of it goes together."""

import argparse
from dataclasses import dataclass
from typing import Literal

from tui.articles.article import ArticleError

Engine = Literal["local", "dask"]
"""Who does the work: this machine's processes, or a Dask cluster."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What the user said of a batch.

    Attributes
    ----------
    engine
        Who does the work.
    jobs
        How many processes of this machine work at once; this one alone for 1.
    scheduler
        The address of a Dask scheduler; none for a cluster on this machine.
    table
        A Parquet file of records; none for lines on standard input.
    resume
        A file that holds the answers of an earlier run and takes the others; none for another place.
    output
        A Parquet file for the answers; none for standard output, or for `resume`.
    force
        Whether `output` may be replaced if it is there.
    """

    engine: Engine = "local"
    jobs: int = 1
    scheduler: str | None = None
    table: str | None = None
    resume: str | None = None
    output: str | None = None
    force: bool = False


def read_batch(options: argparse.Namespace) -> Batch | None:
    """Return what a command line says of many records; none where it names articles.

    Raises
    ------
    ArticleError
        If what it says does not go together.
    """
    if not options.jsonl and options.parquet is None:
        for name in ("jobs", "resume", "engine", "scheduler"):
            if getattr(options, name) not in (None, 1, "local"):
                raise ArticleError(f"--{name} goes with --jsonl or --parquet")
        return None
    if options.jsonl and options.parquet is not None:
        raise ArticleError("--jsonl reads records from standard input, --parquet from a table; leave one out")
    if options.articles:
        told = "--jsonl reads them from standard input" if options.jsonl else "--parquet reads them from a table"
        raise ArticleError(f"{told}; name no articles beside it")
    if options.scheduler is not None and options.engine != "dask":
        raise ArticleError("--scheduler goes with --engine dask")
    if options.output is not None and (options.resume is not None or not options.output.endswith(".parquet")):
        raise ArticleError(
            f"{options.output}: with many records -o takes a .parquet file, and no --resume beside it; lines of JSON"
            " go to standard output or to --resume FILE"
        )
    return Batch(
        engine=options.engine,
        jobs=options.jobs,
        scheduler=options.scheduler,
        table=options.parquet,
        resume=options.resume,
        output=options.output,
        force=options.force,
    )
