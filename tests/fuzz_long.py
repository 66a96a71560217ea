"""Fuzzing for longer than a test run may take: `python -m tests.fuzz_long [RUNS]`, or `make fuzz`.

Where atheris is installed it follows the branches that the program takes; else texts are tried by chance.
"""

import contextlib
import sys
from contextlib import AbstractContextManager
from typing import Any

from hypothesis import HealthCheck, given, settings


def main() -> None:
    """Fuzz for as many runs as the first argument says, else until something fails or it is stopped."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else None
    try:
        import atheris
    except ImportError:
        atheris = None
    watching: AbstractContextManager[Any] = (
        atheris.instrument_imports(include=["tui"]) if atheris else contextlib.nullcontext()
    )
    with watching:
        from tests.fuzzing import check_pair, texts
    most = settings(max_examples=runs or 1_000_000, deadline=None, suppress_health_check=list(HealthCheck))
    fuzzed = most(given(texts, texts)(check_pair))
    if not atheris:
        print("atheris is not installed: texts are tried by chance (pip install atheris follows branches)")
        fuzzed()
        return
    options = ["-max_len=20000", "-len_control=0", *([f"-runs={runs}"] if runs else [])]
    atheris.Setup([sys.argv[0], *options], fuzzed.hypothesis.fuzz_one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
