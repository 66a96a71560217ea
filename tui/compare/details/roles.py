"""What a figure's counted ones suffered: the dead, the hurt and the missing are three figures."""

from functools import cache
from pathlib import Path

from tui.compare.details.parts import Parts
from tui.compare.reading import Figure
from tui.compare.tables import read_table
from tui.compare.tokens import stem_of

_REACH = 5


@cache
def _roles() -> dict[str, str]:
    rows = read_table(Path(__file__).parent / "roles.tsv")
    return {stem_of(word): role for role, words in rows for word in words.split()}


def role_of(parts: Parts, figure: Figure) -> str | None:
    """Return what those whom a figure counts suffered, or none where the words near it do not tell.

    What stands in what the figure counts comes first, then the nearest word of its clause, those after it first.
    """
    inside = [n for n, w in enumerate(parts.words) if w.end > figure.start and w.start < figure.end]
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    home = {parts.words[n].clause for n in inside}
    for n in inside:
        if role := _roles().get(parts.words[n].stem):
            return role
    told = {stem_of(word.lower()) for word in (figure.counted or "").split()}
    for stem in told:
        if role := _roles().get(stem):
            return role
    for step in range(1, _REACH + 1):
        for n in (last + step, first - step):
            word = parts.words[n] if 0 <= n < len(parts.words) else None
            if word and word.clause in home and word.stem in _roles():
                return _roles()[word.stem]
    return None
