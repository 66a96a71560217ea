"""Many records on many machines: Dask hands them out, and has what a lost worker was at done again by another.

It is an extra (`newsdiff-tui[cluster]`). Workers need this program in the same version, and see the same files under
the same paths where records name articles by path.
"""

import logging
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tui import __version__
from tui.articles.article import ArticleError
from tui.articles.walled import one_process
from tui.batch.processes import WINDOW, Put
from tui.records import Answer, answer_line, refuse_line

if TYPE_CHECKING:
    from distributed import Client

_SECONDS_TO_ANSWER = 10
"""How long a scheduler may take to answer at first."""


def answer_lines_on_cluster(
    lines: Iterable[bytes], put: Put, answer: Answer, *, jobs: int = 1, address: str | None = None
) -> None:
    """Answer every line that is not blank, in order, as `answer_lines` does, by the workers of a Dask cluster.

    Parameters
    ----------
    lines, put, answer
        As `answer_lines` takes them; `answer` can be pickled.
    jobs
        How many workers a cluster on this machine has; nothing to a cluster that is there already.
    address
        Of a scheduler, such as `tcp://desk-3:8786`; none for a cluster on this machine, for as long as it takes.

    Raises
    ------
    ArticleError
        If Dask is not installed, the scheduler does not answer or goes away, or its workers lack this program. What
        was put by then is whole.
    """
    with _client(jobs, address) as client:
        _check_workers(client)
        under_way: deque[tuple[int, Any]] = deque()
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            # Each line is worked on although another may be equal, and none is remembered by the cluster.
            under_way.append((number, client.submit(_answer_there, line, number, answer, pure=False)))
            while len(under_way) >= WINDOW * _workers(client) or under_way[0][1].done():
                put(_result(*under_way.popleft()))
                if not under_way:
                    break
        while under_way:
            put(_result(*under_way.popleft()))


def _answer_there(line: bytes, number: int, answer: Answer) -> bytes:
    with one_process():
        return answer_line(line, number, answer)


def _result(number: int, future: Any) -> bytes:
    """Return the answer to a line; one that ends worker after worker is refused alone."""
    from distributed.scheduler import KilledWorker

    try:
        answered: bytes = future.result()
    except KilledWorker:
        return refuse_line(None, number, "every worker that was at it ended; try this record alone")
    return answered


def _workers(client: "Client") -> int:
    return max(1, len(client.scheduler_info(n_workers=-1)["workers"]))


def _version() -> str:
    return __version__


def _check_workers(client: "Client") -> None:
    try:
        there = client.submit(_version, pure=False).result(timeout=60)
    except ImportError as error:
        raise ArticleError(f"the cluster's workers cannot import {error.name}; install newsdiff-tui there") from error
    except TimeoutError as error:
        raise ArticleError(
            "no worker of the cluster took any work for a minute; start some with 'dask worker'"
        ) from error
    if there != __version__:
        raise ArticleError(
            f"the cluster's workers have newsdiff-tui {there}, here it is {__version__}; install one version"
        )


@contextmanager
def _client(jobs: int, address: str | None) -> Iterator["Client"]:
    try:
        distributed: Any = import_module("distributed")
    except ImportError as error:
        raise ArticleError("--engine dask needs an extra: pip install 'newsdiff-tui[cluster]'") from error
    # It tells of every lost worker and slow loop; what concerns the user is told by the answers.
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    lost = (OSError, distributed.client.FutureCancelledError, distributed.comm.CommClosedError)
    cluster = None
    try:
        if address is None:
            cluster = distributed.LocalCluster(
                n_workers=jobs, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
            )
        with distributed.Client(cluster or address, timeout=_SECONDS_TO_ANSWER) as client:
            yield client
    except (ValueError, TypeError) as error:
        if address is None:
            raise
        raise ArticleError(f"{address}: no scheduler's address; give one such as tcp://desk-3:8786") from error
    except lost as error:
        told = "does not answer, or went away; start one with 'dask scheduler', or leave --scheduler out"
        raise ArticleError(f"{address or 'the cluster'}: {told}") from error
    finally:
        if cluster is not None:
            cluster.close()
