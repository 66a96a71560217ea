"""A sentence model of a few words, written by hand: a table of vectors in ONNX form, and the words it knows.

ONNX files are protocol buffers (https://onnx.ai/onnx/repo-docs/IR.html); the few messages that one table needs are put
together here, so that no package has to write them.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np

MEANINGS = {
    "ferry": 0, "ship": 0, "vessel": 0, "sank": 1, "foundered": 1, "storm": 2, "gale": 2, "council": 3, "board": 3,
    "tax": 4, "levy": 4, "raised": 5, "lifted": 5,
}  # fmt: skip
"""Words of one number mean the same."""
SIZE = 16
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
_WORDS = ("[UNK]", "[CLS]", "[SEP]", *MEANINGS)


def write_model(
    folder: Path,
    *,
    inputs: Sequence[str] = INPUTS,
    words: Iterable[str] = _WORDS,
    pooled: bool = False,
    strangers: bool = False,
) -> Path:
    """Write `model.onnx` and `tokenizer.json` into a folder, and return the folder.

    `inputs` are what the model asks for, `words` what the tokenizer knows; with `pooled` the model gives one vector a
    sentence instead of one a word; with `strangers` no word means the same as another.
    """
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "model.onnx").write_bytes(_model(inputs, pooled, _vectors(strangers)))
    (folder / "tokenizer.json").write_text(json.dumps(_tokenizer(list(words))), encoding="utf-8")
    return folder


def _vectors(strangers: bool) -> np.ndarray:
    rng = np.random.default_rng(7)
    meanings = rng.normal(size=(max(MEANINGS.values()) + 1, SIZE))
    own = rng.normal(size=(len(_WORDS), SIZE))
    rows = [own[n] if strangers or word not in MEANINGS else meanings[MEANINGS[word]] for n, word in enumerate(_WORDS)]
    return np.array(rows, dtype=np.float32)


def _tokenizer(words: Sequence[str]) -> Mapping[str, object]:
    return {
        "version": "1.0",
        "truncation": {"direction": "Right", "max_length": 12, "strategy": "LongestFirst", "stride": 0},
        "padding": None,
        "added_tokens": [],
        "normalizer": {"type": "Lowercase"},
        "pre_tokenizer": {"type": "Whitespace"},
        "post_processor": {
            "type": "BertProcessing", "cls": ["[CLS]", 1], "sep": ["[SEP]", 2],
        },
        "decoder": None,
        "model": {"type": "WordLevel", "vocab": {word: n for n, word in enumerate(words)}, "unk_token": "[UNK]"},
    }  # fmt: skip


def _model(inputs: Sequence[str], pooled: bool, table: np.ndarray) -> bytes:
    tensor = _numbers(1, table.shape) + _number(2, 1) + _text(8, "table") + _bytes(9, table.tobytes())
    nodes = _bytes(1, _node("Gather", ("table", inputs[0]), "pieces"))
    shape: tuple[str | int, ...] = ("batch", "pieces", SIZE)
    if pooled:
        nodes += _bytes(1, _node("ReduceMax", ("pieces",), "pooled"))
        shape = (1, 1, 1)
    graph = nodes + _text(2, "tiny") + _bytes(5, tensor)
    graph += b"".join(_bytes(11, _value(name, 7, ("batch", "pieces"))) for name in inputs)
    graph += _bytes(12, _value("pooled" if pooled else "pieces", 1, shape))
    return _number(1, 8) + _bytes(7, graph) + _bytes(8, _text(1, "") + _number(2, 13))


def _node(operator: str, inputs: Sequence[str], output: str) -> bytes:
    return b"".join(_text(1, name) for name in inputs) + _text(2, output) + _text(4, operator)


def _value(name: str, kind: int, shape: Sequence[str | int]) -> bytes:
    sides = b"".join(_bytes(1, _text(2, side) if isinstance(side, str) else _number(1, side)) for side in shape)
    return _text(1, name) + _bytes(2, _bytes(1, _number(1, kind) + _bytes(2, sides)))


def _varint(value: int) -> bytes:
    found = bytearray()
    while value > 127:
        found.append(value & 127 | 128)
        value >>= 7
    return bytes([*found, value])


def _number(field: int, value: int) -> bytes:
    return _varint(field << 3) + _varint(value)


def _numbers(field: int, values: Iterable[int]) -> bytes:
    return b"".join(_number(field, value) for value in values)


def _bytes(field: int, value: bytes) -> bytes:
    return _varint(field << 3 | 2) + _varint(len(value)) + value


def _text(field: int, value: str) -> bytes:
    return _bytes(field, value.encode())
