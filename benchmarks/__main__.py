"""Run the benchmarks that are named, or all of them: `python -m benchmarks [NAME ...]`."""

import importlib
import sys

NAMES = ("batch", "engine", "growth", "peers", "reader", "repeated")
"""Modules of this folder with a function `run()` that prints what it measured."""


def main() -> int:
    wanted = sys.argv[1:] or NAMES
    unknown = [name for name in wanted if name not in NAMES]
    if unknown:
        print(f"benchmarks: no {', '.join(unknown)}; there are {', '.join(NAMES)}", file=sys.stderr)
        return 2
    for name in wanted:
        print(f"== {name}", flush=True)
        importlib.import_module(f"benchmarks.{name}").run()
    return 0


sys.exit(main())
