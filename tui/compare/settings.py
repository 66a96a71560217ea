"""What a user may set of the engine; known before anything is compared, and without what a comparison is made of."""

from dataclasses import dataclass
from typing import Literal

DetailLevel = Literal["few", "more", "all"]
"""How many details are shown: those that an editor would be told, those that may matter, all that were found."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user may set of the engine."""

    link_threshold: float | None = None
    """A link needs at least this score, 0 to 1; none for the fitted one."""
    wording_threshold: float = 0.4
    """Word-level differences are shown only for sentences at least this alike, 0 to 1."""
    level: DetailLevel = "more"
    """How many details the comparison holds; what tells them to a person tells few (`tui.compare.telling`)."""
    model: str | None = None
    """Where a sentence model lies that judges links too (`tui.compare.sentence_model`); none for none."""
