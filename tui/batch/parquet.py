"""Records and answers as Parquet tables, for who keeps a day's wire in columns.

It is an extra (`newsdiff-tui[cluster]`). A table of records has the columns that a record of JSON has the keys of, all
text: `id`, `left` and `right` or `left_path` and `right_path`; for one article `text` or `path`. A table of answers has
`id`, `error` (null when all went well) and `document`, which is the answer as JSON.
"""

import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from tui.articles.article import ArticleError
from tui.batch.processes import Put

_ROWS_READ = 64
"""So many rows are held at a time: each may be a book."""
_ROWS_WRITTEN = 256
"""So many answers make a row group."""


def read_records(name: str) -> Iterator[bytes]:
    """Yield each row of a table as a line of JSON; columns without a value in it are left out.

    Raises
    ------
    ArticleError
        If the extra is not installed, or the file cannot be read or is no Parquet table.
    """
    pyarrow, parquet = _library()
    try:
        with parquet.ParquetFile(Path(name).expanduser()) as table:
            for batch in table.iter_batches(batch_size=_ROWS_READ):
                for row in batch.to_pylist():
                    given = {key: value for key, value in row.items() if value is not None}
                    yield json.dumps(given, default=str).encode() + b"\n"
    except pyarrow.ArrowInvalid as error:
        raise ArticleError(f"{name}: no Parquet table; name one, or send lines of JSON with --jsonl") from error
    except OSError as error:
        told = error.strerror or "cannot be read"
        raise ArticleError(f"{name}: {told}; check the name") from error


@contextmanager
def writing_answers(name: str, *, overwrite: bool) -> Iterator[Put]:
    """Give what takes answers and writes them to a table, which is there once all are: wholly or not at all.

    Raises
    ------
    ArticleError
        If the extra is not installed, or the file is there and may not be replaced, or cannot be written.
    """
    pyarrow, parquet = _library()
    target = Path(name).expanduser()
    if target.exists() and not overwrite:
        raise ArticleError(f"{name}: is already there; name another file, or add --force to replace it")
    schema = pyarrow.schema([(column, pyarrow.string()) for column in ("id", "error", "document")])
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with parquet.ParquetWriter(temporary, schema) as writer:
            yield from _putting(lambda rows: writer.write_table(pyarrow.Table.from_pylist(rows, schema)))
        os.replace(temporary, target)
    except OSError as error:
        told = error.strerror or "cannot be written"
        raise ArticleError(f"{name}: {told}; name a file that can be written") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _putting(write: Callable[[list[dict[str, Any]]], object]) -> Iterator[Put]:
    waiting: list[dict[str, Any]] = []

    def put(answer: bytes) -> None:
        waiting.append(_row(answer))
        if len(waiting) >= _ROWS_WRITTEN:
            write(waiting)
            waiting.clear()

    yield put
    if waiting:
        write(waiting)


def _row(answer: bytes) -> dict[str, Any]:
    document = json.loads(answer)
    identity = document.get("id")
    known = identity if isinstance(identity, str) or identity is None else json.dumps(identity)
    return {"id": known, "error": document.get("error"), "document": answer.decode().rstrip("\n")}


def _library() -> tuple[Any, Any]:
    try:
        return import_module("pyarrow"), import_module("pyarrow.parquet")
    except ImportError as error:
        raise ArticleError("Parquet needs an extra: pip install 'newsdiff-tui[cluster]'") from error
