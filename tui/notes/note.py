"""What a reader says about a pair: notes, marks on links and marks on details. Plain frozen values."""

import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

from tui.disk.inert import make_inert, make_inert_line
from tui.notes.anchors import Anchor

Colour = Literal[1, 2, 3, 4]
"""A note's colour, the theme's note-1 to note-4."""

COLOURS: tuple[Colour, ...] = (1, 2, 3, 4)

ColourNames = tuple[str, str, str, str]
"""What each colour means to the reader."""

COLOUR_NAMES: ColourNames = ("important", "to check", "worth quoting", "doubtful")
"""The meanings until the reader names them otherwise."""

HandLink = Literal["linked", "unlinked"]
DetailState = Literal["checked", "settled", "set aside"]
RightSide = Literal["left", "right", "both", "neither"]


@dataclass(frozen=True, slots=True)
class Note:
    """A highlight on one or more stretches of either article, with an optional text, a colour and tags."""

    id: str
    anchors: tuple[Anchor, ...]
    colour: Colour
    created: datetime
    modified: datetime
    """When it last changed; of two versions of one note the later counts."""
    text: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LinkMark:
    """What the reader says of one left and one right sentence: linked or not, by hand; checked or not."""

    id: str
    left: Anchor
    right: Anchor
    created: datetime
    modified: datetime
    link: HandLink | None = None
    """Linked or unlinked by hand; none where the engine's word stands."""
    checked: bool = False
    """The reader has looked at this link and found it right."""


@dataclass(frozen=True, slots=True)
class DetailMark:
    """What the reader says of one detail."""

    id: str
    kind: str
    """The detail's kind, as in `tui.compare.comparison.DetailKind`."""
    left: Anchor | None
    """The differing words on the left, none where only the right has them."""
    right: Anchor | None
    left_sentence: Anchor
    right_sentence: Anchor
    state: DetailState
    created: datetime
    modified: datetime
    correct: RightSide | None = None
    """Which side is right; only of a settled detail."""
    text: str = ""
    """Why, in the reader's words."""


def make_note(
    anchors: Iterable[Anchor], colour: Colour = 1, text: str = "", tags: Iterable[str] = (), now: datetime | None = None
) -> Note:
    """Return a new note, made `now` or at the present moment.

    Raises
    ------
    ValueError
        If it is anchored nowhere.
    """
    held = tuple(anchors)
    if not held:
        raise ValueError("a note stands on at least one stretch of text")
    moment = now or present()
    return Note(secrets.token_hex(6), held, colour, moment, moment, clean_text(text), clean_tags(tags))


def make_link_mark(
    left: Anchor, right: Anchor, link: HandLink | None = None, checked: bool = False, now: datetime | None = None
) -> LinkMark:
    """Return a mark on two sentences; the same two always give the same id, whichever stands on the left."""
    moment = now or present()
    return LinkMark(f"link-{_name_place(left, right)}", left, right, moment, moment, link, checked)


def make_detail_mark(
    kind: str,
    left: Anchor | None,
    right: Anchor | None,
    sentences: tuple[Anchor, Anchor],
    state: DetailState,
    correct: RightSide | None = None,
    text: str = "",
    now: datetime | None = None,
) -> DetailMark:
    """Return a mark on a detail between two sentences; the same detail always gives the same id."""
    moment = now or present()
    name = f"detail-{kind}-{_name_place(left or sentences[0], right or sentences[1])}"
    return DetailMark(name, kind, left, right, *sentences, state, moment, moment, correct, clean_text(text))


def clean_text(text: str) -> str:
    """Return a note's text with line feeds as line ends, nothing blank around it and control characters inert."""
    return make_inert(text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def clean_tags(tags: Iterable[str]) -> tuple[str, ...]:
    """Return the tags without `#`, blanks around them, empty ones and repetitions, in their order."""
    cleaned = (make_inert_line(" ".join(tag.split())).lstrip("#").strip() for tag in tags)
    return tuple(dict.fromkeys(tag for tag in cleaned if tag))


def present() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def _name_place(*anchors: Anchor) -> str:
    words = sorted("\0".join((a.prefix, a.exact, a.suffix)) for a in anchors)
    return hashlib.blake2b("\1".join(words).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
