"""What became of those whom a figure counts: the dead, the hurt and the missing are three figures, not one."""

from functools import lru_cache

from tui.compare.details.parts import Parts
from tui.compare.figures.counted import kin_of
from tui.compare.reading import Figure

_REACH = 5
_FATES = frozenset({"dead", "hurt", "missing", "arrested", "detained", "displaced", "evacuated", "rescued", "trapped"})
"""Only these are looked for beside a figure; of other verbs nearby it may not be the object."""

fate_of = lru_cache(maxsize=4096)(kin_of)
"""The fate that a word tells ("dead" for "killed"), looked up once for each word."""


def role_of(parts: Parts, figure: Figure) -> str | None:
    """Return what became of those whom a figure counts, or none where the words near it do not tell.

    What the figure itself counts comes first, then the nearest word of its clause, the one after it before the other;
    people in a sentence that tells of one fate only suffered that.
    """
    told = kin_of(figure.counted)
    inside = [n for n, w in enumerate(parts.words) if w.end > figure.start and w.start < figure.end]
    if told or not inside:
        return told
    first, last = inside[0], inside[-1]
    home = {parts.words[n].clause for n in inside}
    for step in range(1, _REACH + 1):
        for n in (last + step, first - step):
            word = parts.words[n] if 0 <= n < len(parts.words) else None
            if word and word.clause in home and fate_of(word.text) in _FATES:
                return fate_of(word.text)
    fates = {kin for w in parts.words if (kin := fate_of(w.text)) in _FATES}
    return fates.pop() if len(fates) == 1 and figure.unit == "person" else None
