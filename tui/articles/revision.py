"""Whether two texts are two versions of one."""

import re

_RUN = 5
_WORD = re.compile(r"[^\W_]+")
LEAST_SHARED = 0.5
"""Two versions share at least this part of the shorter one's runs of five words.

Two reports of one event share next to none; two prints of one agency's text share most, and are versions of it.
"""


def is_revision(left: str, right: str) -> bool:
    """Say whether `left` and `right` are versions of one text, the same text included."""
    if left == right:
        return True
    runs = [_runs(text) for text in (left, right)]
    fewer = min(map(len, runs))
    return fewer > 0 and len(runs[0] & runs[1]) >= LEAST_SHARED * fewer


def _runs(text: str) -> set[int]:
    """Return the hashes of all runs of `_RUN` words; texts shorter than that have none."""
    words = _WORD.findall(text.casefold())
    return {hash(run) for run in zip(*(words[at:] for at in range(_RUN)), strict=False)}
