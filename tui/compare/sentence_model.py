"""A sentence model that the user has on the disk, in ONNX form: what a sentence and each of its words mean in it.

Comes in: the path of a folder with `model.onnx` and `tokenizer.json`, or of the ONNX file beside that. Nothing is ever
fetched. The packages of the extra `model` (onnxruntime, tokenizers) are imported when a model is opened, and a process
opens each model once. One sentence is read at a time, by one thread: so what comes out depends on that sentence alone.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tui.compare.comparison import UsedModel
from tui.compare.trouble import ToldFault
from tui.compare.vectors import unit_rows
from tui.disk.inert import make_inert_line

if TYPE_CHECKING:
    from tui.compare.vectors import Vectors

NO_MODEL = "none"
"""In place of a path: no model, whatever else is set."""
_INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_MOST_PIECES = 256
_MOST_CHARACTERS = 10_000
"""Of a longer sentence only so much is read."""


class ModelError(ToldFault):
    """A sentence model that cannot be used; the message is one line that says what to do."""


class Understood(NamedTuple):
    """What a model makes of a sentence; vectors of length 1, or 0 where it has seen nothing."""

    whole: "Vectors"
    """One row."""
    words: "Vectors"
    """A row for each word."""


class SentenceModel:
    """A model that has been opened; see `open_model`."""

    def __init__(self, session: Any, cutter: Any, used: UsedModel) -> None:
        self.used = used
        self.size = 0
        """How many numbers a vector has; known once a sentence was run."""
        self._session = session
        self._cutter = cutter
        self._wants = [given.name for given in session.get_inputs()]

    def read(self, text: str, words: Sequence[tuple[int, int]]) -> Understood:
        """Return what a sentence means, and each of its words in it.

        Parameters
        ----------
        text
            The sentence.
        words
            Where its words stand in it, in order: offsets of code points, end exclusive.

        Raises
        ------
        ModelError
            If the model cannot read it.
        """
        import numpy as np

        # A lone surrogate, which the cutter refuses, counts as the one sign that stands in its place.
        encoded = self._cutter.encode(text[:_MOST_CHARACTERS].encode(errors="replace").decode())
        pieces = self.run(encoded.ids)
        rows = np.zeros((len(words), pieces.shape[1]), dtype=np.float32)
        starts = [start for start, _ in words]
        for (start, end), piece in zip(encoded.offsets, pieces, strict=True):
            at = bisect_left(starts, end) - 1
            if start < end and at >= 0 and start < words[at][1]:
                rows[at] += piece
        return Understood(unit_rows(pieces.mean(axis=0, keepdims=True)), unit_rows(rows))

    def run(self, pieces: Sequence[int]) -> "Vectors":
        """Return a row for each word piece of a sentence, given by their numbers.

        Raises
        ------
        ModelError
            If the model fails, or gives something else.
        """
        import numpy as np

        numbers = np.array([pieces], dtype=np.int64)
        given = {
            "input_ids": numbers,
            "attention_mask": np.ones_like(numbers),
            "token_type_ids": np.zeros_like(numbers),
        }
        with _told(self.used.name, "cannot be run"):
            found = self._session.run(None, {name: given[name] for name in self._wants})[0]
        if found.shape[:2] != numbers.shape or found.ndim != 3 or found.dtype.kind != "f":
            raise ModelError(f"{self.used.name}: gives no vector for each word piece; {_ADVICE}")
        rows: Vectors = found[0].astype(np.float32)
        self.size = rows.shape[1]
        return rows


_ADVICE = "name a sentence model in ONNX form with the tokenizer.json that belongs to it"


@lru_cache(maxsize=1)
def open_model(path: str) -> SentenceModel:
    """Return the sentence model at a path, ready to read.

    Raises
    ------
    ModelError
        If it is not there, is none, or what runs it is not installed.
    """
    weights, table = find_model(path)
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelError(
            f"the sentence model needs {error.name}, which is not installed; pip install 'newsdiff-tui[model]'"
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 4
    with _told(table, "cannot be read"):
        cutter = Tokenizer.from_file(str(table))
        # As many pieces as the model was made for, where the file says how many.
        cutter.enable_truncation((cutter.truncation or {}).get("max_length", _MOST_PIECES))
        cutter.no_padding()
    with _told(weights, "cannot be read"):
        session = onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
        with weights.open("rb") as opened:
            digest = hashlib.file_digest(opened, "sha256").hexdigest()
    _check_inputs(weights, [given.name for given in session.get_inputs()])
    name = make_inert_line(f"{weights.resolve().parent.name}/{weights.name}")
    model = SentenceModel(session, cutter, UsedModel(name, digest))
    # The last piece there is: a table of pieces that belongs to another model is found out at once.
    model.run([0, max(0, cutter.get_vocab_size() - 1)])
    return model


def _check_inputs(weights: Path, wanted: Sequence[str]) -> None:
    others = sorted(set(wanted) - set(_INPUTS))
    if "input_ids" not in wanted:
        raise ModelError(f"{weights}: takes no input_ids; {_ADVICE}")
    if others:
        raise ModelError(f"{weights}: wants {', '.join(others)}, which sentences do not give; {_ADVICE}")


@contextmanager
def _told(what: object, trouble: str) -> Iterator[None]:
    """Tell in one line what the packages raise, which have no kinds of error of their own."""
    try:
        yield
    except Exception as error:
        first = next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
        raise ModelError(f"{what}: {trouble} ({first}); {_ADVICE}") from error


def find_model(path: str) -> tuple[Path, Path]:
    """Return where the model's weights and its table of word pieces lie.

    Raises
    ------
    ModelError
        If one of them is not there.
    """
    named = Path(path).expanduser()
    weights = named / "model.onnx" if named.is_dir() else named
    if not weights.is_file():
        raise ModelError(f"{weights}: there is no such file; {_ADVICE}")
    table = weights.with_name("tokenizer.json")
    if not table.is_file():
        raise ModelError(f"{table}: there is no such file; {_ADVICE}")
    return weights, table
