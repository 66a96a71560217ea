"""The signs on the screen, each with what it says: legend, help, status bar and panes tell the same of them."""

from typing import NamedTuple


class Sign(NamedTuple):
    """One sign."""

    sign: str
    role: str
    """The theme role it is drawn in."""
    name: str
    """One to three words."""
    meaning: str
    """One line for the help."""


MARGIN: dict[str, Sign] = {
    sign.sign: sign
    for sign in (
        Sign("=", "same", "same words", "both say it in nearly the same words"),
        Sign("≈", "similar", "reworded", "both say it, in other words"),
        Sign("≠", "differs", "details differ", "both say it, and a detail that matters differs"),
        Sign("!", "conflict", "conflict", "both say it, and both cannot be right"),
        Sign("·", "only-left", "only here", "only this side says it"),
    )
}
"""The marks in the margin, at the start of each sentence."""

OTHERS = (
    Sign("1+", "muted", "in more passages", "a sentence in passage 1 and in another one"),
    Sign("‹ ›", "accent", "from left, right", "in one column: from the left, from the right article"),
    Sign("↑6 ↓6", "muted", "stands elsewhere", "what faces it is passage 6, further up or down"),
    Sign("◆", "note-1", "a note", "in the overview: a note"),
    Sign("⊘", "settled", "set aside", "a detail that you have set aside; ✓ is checked, ✔ settled"),
    Sign("▲", "warning", "warnings", "warnings to be read"),
)
"""What stands elsewhere on the screen."""

SIGNS = (*MARGIN.values(), *OTHERS)
