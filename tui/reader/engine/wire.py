"""What goes over the pipes between the reader and the engine's process: pickles, one after the other.

Both ends are this program, and nobody else can write into the pipes; that is why pickles will do.
"""

import pickle
from collections.abc import Iterator
from itertools import chain
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from tui.articles.article import Article

if TYPE_CHECKING:
    from tui.compare.comparison import Comparison, Corrections, Settings
    from tui.compare.reading import Reading

PIECE = 500
"""So many values at most are taken in at once; a thread that does it lets the screen draw in between."""

_PROTOCOL = 5
_LEFT_OUT = frozenset({"article", "left", "right", "readings"})
"""What the reader has already, or what is sent on its own."""
_LINKED, _DONE = "linked", "done"
"""Ends the passages that are sent ahead of all else, and the whole comparison."""
_RELATIONS = "relations"
"""The relation of each passage that was sent ahead."""

LARGE = 2_000
"""Articles of more sentences than these together are large. They are not sent while the program starts, which that
would hold up; what faces what is shown before the details are looked for; and a process that has compared them is
ended, since it would not give their memory back."""


class Question(NamedTuple):
    """What the engine is asked."""

    left: Article
    right: Article
    settings: "Settings | None" = None
    """None for the engine's own."""
    corrections: "Corrections | None" = None
    """None where nothing was corrected."""
    earlier: "Comparison | None" = None
    """A comparison of the same two articles, when there is one: they need not be read and linked again."""

    @property
    def sentences(self) -> int:
        """How many sentences both articles have."""
        return len(self.left.sentences) + len(self.right.sentences)

    @property
    def is_large(self) -> bool:
        """Whether an answer takes so long that a part of it is wanted before."""
        return self.sentences > LARGE


class Stage(NamedTuple):
    """The engine has begun another stage, or has got on with it."""

    name: str
    share: float
    """How much of the work is done, 0 to 1."""


class Costs(NamedTuple):
    """What an answer has cost."""

    seconds: dict[str, float]
    """Of the processor, by stage in the order they ran."""
    megabytes: float
    """The most memory that the engine's process has had."""


class Links(NamedTuple):
    """What is known once sentences are linked."""

    comparison: "Comparison"
    """One of passages alone."""


class Failure(NamedTuple):
    """The engine could not answer."""

    reason: str


class _Piece(NamedTuple):
    """Some of the values of one field, or the value of a field that is no tuple."""

    owner: int
    """0 and 1 the left and the right reading, 2 the comparison."""
    field: str
    values: Any


_Fields = dict[str, Any]


def send(file: IO[bytes], value: object) -> None:
    """Send one message.

    Raises
    ------
    OSError
        If nobody is at the other end any more.
    """
    pickle.dump(value, file, _PROTOCOL)
    file.flush()


def send_comparison(file: IO[bytes], comparison: "Comparison", linked: "Comparison | None" = None) -> None:
    """Send a comparison, all but its articles; of passages that were sent with `linked`, only how they are related.

    Raises
    ------
    OSError
        If nobody is at the other end any more.
    """
    left, right = comparison.readings
    if linked is not None:
        send(file, _Piece(2, _RELATIONS, tuple(passage.relation for passage in comparison.passages)))
    for piece in chain(_pieces(0, left), _pieces(1, right), _pieces(2, comparison)):
        if linked is None or piece.field != "passages":
            send(file, piece)
    send(file, _DONE)


def send_links(file: IO[bytes], comparison: "Comparison") -> None:
    """Send the passages of a comparison that is not whole yet.

    Raises
    ------
    OSError
        If nobody is at the other end any more.
    """
    for piece in _pieces(2, comparison):
        if piece.field == "passages":
            send(file, piece)
    send(file, _LINKED)


def receive(file: IO[bytes]) -> Any:
    """Return the next message.

    Raises
    ------
    EOFError
        If the other end has been closed, also in the middle of a message.
    """
    try:
        return pickle.load(file)
    except pickle.UnpicklingError as error:
        raise EOFError("a message was cut short") from error


def receive_answer(file: IO[bytes], question: Question) -> "Iterator[Stage | Links | Costs | Failure | Comparison]":
    """Yield every stage that the engine tells, the links where they come first, what all cost, and then its answer.

    Raises
    ------
    EOFError
        If the engine's process has ended.
    """
    owners: tuple[_Fields, _Fields, _Fields] = ({}, {}, {})
    while True:
        message = receive(file)
        if isinstance(message, _Piece):
            if isinstance(message.values, tuple):
                owners[message.owner].setdefault(message.field, []).extend(message.values)
            else:
                owners[message.owner][message.field] = message.values
        elif message == _LINKED:
            yield Links(_put_together(question, {}, {}, {"passages": tuple(owners[2]["passages"])}))
        elif message == _DONE:
            yield _put_together(question, *map(_whole, owners))
            return
        else:
            yield message
            if isinstance(message, Failure):
                return


def _put_together(question: Question, left: _Fields, right: _Fields, comparison: _Fields) -> "Comparison":
    from dataclasses import replace

    from tui.compare.comparison import Comparison
    from tui.compare.reading import Reading

    readings = Reading(question.left, **left), Reading(question.right, **right)
    if relations := comparison.pop(_RELATIONS, None):
        related = zip(comparison["passages"], relations, strict=True)
        comparison["passages"] = tuple(replace(passage, relation=relation) for passage, relation in related)
    return Comparison(question.left, question.right, readings, **comparison)


def _whole(gathered: _Fields) -> _Fields:
    return {name: tuple(values) if isinstance(values, list) else values for name, values in gathered.items()}


def _pieces(owner: int, value: "Reading | Comparison") -> Iterator[_Piece]:
    from dataclasses import fields

    for field in fields(value):
        if field.name in _LEFT_OUT:
            continue
        values = getattr(value, field.name)
        if not isinstance(values, tuple):
            yield _Piece(owner, field.name, values)
            continue
        for start in range(0, len(values), PIECE) or (0,):
            yield _Piece(owner, field.name, values[start : start + PIECE])
