"""A batch from where its records come to where its answers go."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from tui.articles.article import ArticleError
from tui.batch.asked import Batch
from tui.batch.processes import Put, answer_lines
from tui.batch.progress import Progress
from tui.batch.resuming import resume_at, skip_answered
from tui.records import Answer
from tui.system.streams import input_lines, print_report


def answer_batch(answer: Answer, batch: Batch) -> None:
    """Answer records in order; one that cannot be answered is answered with what is wrong.

    Raises
    ------
    ArticleError
        If a file cannot be read or written, an extra is not installed, or the cluster is not to be had.
    StreamError
        If a standard stream cannot be read or written.
    """
    progress = Progress()
    try:
        with _answers(batch) as (put, done):
            lines = progress.lines(_records(batch))
            _work(batch, skip_answered(lines, done), progress.counted(put), answer)
    except OSError as error:
        name = batch.resume or batch.output
        if name is None or isinstance(error, BrokenPipeError):
            raise
        raise ArticleError(f"{name}: {error.strerror}; name a file that can be written") from error
    finally:
        progress.end()


def _work(batch: Batch, lines: Iterable[bytes], put: Put, answer: Answer) -> None:
    if batch.engine == "local":
        answer_lines(lines, put, answer, batch.jobs)
        return
    from tui.batch.cluster import answer_lines_on_cluster

    answer_lines_on_cluster(lines, put, answer, jobs=batch.jobs, address=batch.scheduler)


def _records(batch: Batch) -> Iterator[bytes]:
    if batch.table is None:
        return input_lines()
    from tui.batch.parquet import read_records

    return read_records(batch.table)


@contextmanager
def _answers(batch: Batch) -> Iterator[tuple[Put, int]]:
    """Give what takes the answers, and how many were answered before."""
    if batch.output is not None:
        from tui.batch.parquet import writing_answers

        with writing_answers(batch.output, overwrite=batch.force) as put:
            yield put, 0
    elif batch.resume is not None:
        done, out = resume_at(batch.resume)
        with out:

            def put(told: bytes) -> None:
                out.write(told)
                out.flush()

            yield put, done
    else:
        yield print_report, 0
