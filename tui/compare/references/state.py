"""What has been read of an article so far, on the way through it: who spoke, who stood where, who nobody names."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tui.compare.nouns import Noun
from tui.compare.references.candidates import Candidate
from tui.compare.references.scan import Scene

_OPENS = 3
"""Of a sentence's words so many open it."""


class Stranger(NamedTuple):
    """A word that means people nobody names, or a pointer of which nobody knows whom it means."""

    at: int
    many: bool
    gender: int
    could_be: Mapping[tuple[str, ...], float] = {}
    """How likely it means those named all the same, by their names."""

    def is_other(self, meaning: Noun, option: Candidate) -> float:
        """Return how likely somebody who fits is meant by it and not a candidate."""
        fits = self.many == meaning.many and self.gender * meaning.gender >= 0
        return fits * (1.0 - self.could_be.get(option.names, 0.0))


@dataclass(slots=True)
class State:
    """What has been read so far."""

    scene: Scene
    paragraph_of: list[int]
    """The paragraph of each sentence."""
    told: list[int]
    """How many sentences up to each one hold words outside quotations."""
    quoted_before: list[int]
    """How many words before each one are quoted."""
    unquoted: list[int]
    """The words outside quotations."""
    breaks: list[int]
    """The words and marks that part clauses."""
    strangers: list[Stranger] = field(default_factory=list)
    """Those met so far whom nobody names."""
    opening: dict[int, list[Stranger]] = field(default_factory=dict)
    """Those of them that open a sentence, by its number as in `told`."""
    openers: dict[int, Candidate] = field(default_factory=dict)
    """Who stands first in each sentence."""
    subjects: dict[int, Candidate] = field(default_factory=dict)
    """Who is the first subject outside quotations of each sentence, counted as in `told`."""
    leaders: dict[int, Candidate] = field(default_factory=dict)
    """Who is first named or meant, outside quotations, in each paragraph."""
    spoke: Candidate | None = None
    """Who was last told to say something."""

    def meet(self, stranger: Stranger) -> None:
        """Add a word that means people nobody names."""
        self.strangers.append(stranger)
        at = stranger.at
        sentence = self.scene.sentences[at]
        if at < _OPENS or self.scene.sentences[at - _OPENS] != sentence:
            self.opening.setdefault(self.told[sentence], []).append(stranger)
