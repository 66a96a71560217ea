"""What is done to every text before it is an article, and what the reader is told of it."""

import re
import unicodedata

from tui.articles.counts import count_of
from tui.disk.inert import BIDI_CONTROLS, INVISIBLE, make_inert

MOST_MARKS = 8
"""So many combining marks may stand on one letter; the rest of a longer run is shown as dotted circles."""

_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e34-\u0e3a\u0e47-\u0e4e\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u200c\u200d\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0000-\U000e01ef"
)
_PILE = f"([{_MARK}]{{{MOST_MARKS}}})([{_MARK}]+)"
_ANY_MARK = re.compile(f"[{_MARK}]")
_HIDDEN_JOINER = "(?<=[\u0020-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\u0020-\u024f])"
_LINE_END = re.compile("\r\n?")


def clean_text(text: str) -> tuple[str, tuple[str, ...]]:
    """Return `text` ready for an article, and warnings about what was found in it.

    A byte order mark goes, line ends become line feeds; after that every dangerous or invisible character is replaced
    one for one by a visible one.
    """
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    if text.isascii() and text.isprintable():
        return text, ()
    inert = make_inert(text)
    warnings = _told(text) if inert != text else []
    if not inert.isascii():
        joiners = piles = 0
        if "\u200c" in inert or "\u200d" in inert:
            inert, joiners = re.subn(_HIDDEN_JOINER, "\u2423", inert)
        if _ANY_MARK.search(inert):
            inert, piles = re.subn(_PILE, lambda pile: pile[1] + "\u25cc" * len(pile[2]), inert)
        if joiners:
            warnings.append(count_of(joiners, "joiner of no width", "joiners of no width") + " inside words")
        if piles:
            warnings.append(
                count_of(piles, "pile", "piles") + f" of more than {MOST_MARKS} marks on one letter, cut short"
            )
    return inert, tuple(warnings)


def _told(text: str) -> list[str]:
    found = set(text)
    bidi = sum(text.count(char) for char in found if ord(char) in BIDI_CONTROLS)
    invisible = sum(text.count(char) for char in found if ord(char) in INVISIBLE)
    # What is left is a control character; form feeds and separators become line feeds and need no word.
    rare = {char for char in found if unicodedata.category(char) in ("Cc", "Cs") and char not in "\t\n\f\v"}
    control = sum(map(text.count, rare))
    told = []
    if control:
        told.append(count_of(control, "control character", "control characters") + ", made visible and harmless")
    if bidi:
        told.append(count_of(bidi, "mark", "marks") + " that turn the direction of text, made visible")
    if invisible:
        told.append(count_of(invisible, "invisible character", "invisible characters") + ", made visible")
    return told
