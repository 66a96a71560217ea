"""The figures of the last run, kept in build/bench.json, and a warning of what has grown since."""

import json
from pathlib import Path

KEPT = Path(__file__).parents[1] / "build" / "bench.json"
MORE = 1.3
"""From so many times the last figure on something has grown; less is what a busy machine adds."""
LEAST = 0.02
"""What takes fewer seconds is too short to tell."""


def keep(bench: str, figures: dict[str, float]) -> None:
    """Print what takes longer than when `bench` last ran here, and keep the figures, in seconds, for the next time."""
    try:
        kept: dict[str, dict[str, float]] = json.loads(KEPT.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        kept = {}
    last = kept.get(bench, {})
    for name, seconds in figures.items():
        if name in last and seconds >= LEAST and seconds > MORE * last[name]:
            print(f"! grown since the last run: {name}, {last[name]:.2f} s to {seconds:.2f} s")
    kept[bench] = last | figures
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
