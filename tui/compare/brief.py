"""The brief: the five questions a reader asks of two reports, answered as data, each line with what it stands on.

Each question has all its lines, the most important first, and nothing is said by two of them; what shows the brief on
one screen shows the first few of each and says how many more there are. Of two versions of one text the same is told as
what stayed, changed, was taken out and was put in.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tui.articles.article import SIDES, Side
from tui.articles.revision import is_same_but_for_signs
from tui.compare.brief_lines import PLURALS, SIDE_NAMES, Answer, clip, place_of, unique
from tui.compare.brief_sides import tell_alone, tell_cast
from tui.compare.comparison import Brief, BriefLine, Detail, Mention, Passage, Question, Quote
from tui.compare.counting import is_differing, linked_sentences
from tui.compare.reading import Reading
from tui.compare.versions import is_typographic, tell_versions

TITLES = (
    "What do both report?",
    "Where do the details differ?",
    "What can't both be right?",
    "What does only one of them say?",
    "Who and what is it about, who is quoted?",
)
REVISION_TITLES = (
    "What stayed?",
    "Which details changed?",
    "Which changes contradict each other?",
    "What was taken out or put in?",
    "Who and what is it about, who is quoted?",
)

_ORDER = ("figure", "date", "place", "person", "organisation", "quote", "claim")
"""The kinds of differing details in the order a fact-checker asks for them: numbers first."""

_SIGNS = {"same": "=", "similar": "≈", "differs": "≠"}


def write_brief(
    readings: tuple[Reading, Reading],
    passages: tuple[Passage, ...],
    details: tuple[Detail, ...],
    mentions: tuple[Mention, ...],
    quotes: tuple[Quote, ...],
    revision: bool = False,
) -> Brief:
    """Return the brief of a comparison.

    Parameters
    ----------
    readings
        What stands in the left and the right article.
    passages, details, mentions, quotes
        As in the comparison; the lines point at their positions there.
    revision
        Whether the two are versions of one text: the left the earlier, the right the later.
    """
    from tui.compare.otherwise import told_otherwise  # its tables take long to load, and a brief rewritten needs none

    cast = tell_cast(mentions, quotes, told_otherwise(readings), readings, revision)
    shared = _stayed(readings, passages) if revision else _shared(readings, passages)
    titles = REVISION_TITLES if revision else TITLES
    answers = (shared, *_of_details(readings, passages, details, revision), cast)
    told = enumerate(zip(titles, answers, strict=True), 1)
    return Brief(tuple(Question(number, title, counts, lines) for number, (title, (counts, lines)) in told))


def rewrite_brief(
    brief: Brief,
    readings: tuple[Reading, Reading],
    passages: tuple[Passage, ...],
    details: tuple[Detail, ...],
    revision: bool = False,
) -> Brief:
    """Return the brief of the same comparison with other details: what hangs on no detail is taken over.

    A brief without questions, as of a comparison whose brief could not be written, stays as it is.
    """
    if not brief.questions:
        return brief
    first, *old, last = brief.questions
    answers = _of_details(readings, passages, details, revision, (old[-1].counts, old[-1].lines))
    anew = (replace(question, counts=c, lines=li) for question, (c, li) in zip(old, answers, strict=True))
    return Brief((first, *anew, last))


def _of_details(
    readings: tuple[Reading, Reading],
    passages: tuple[Passage, ...],
    details: tuple[Detail, ...],
    revision: bool,
    alone: Answer | None = None,
) -> tuple[Answer, Answer, Answer]:
    """Answer the three questions in the middle, which hang on the details; `alone` is how the last was answered."""
    differing = _differing(details)
    return (
        _with_changed_sentences(differing, readings, passages) if revision else differing,
        _conflicts(details),
        tell_alone(readings, passages, details, revision, alone),
    )


def _shared(readings: tuple[Reading, Reading], passages: Sequence[Passage]) -> Answer:
    """Count the passages and give a line to each, those first that both articles tell early."""
    of = {relation: sum(p.relation == relation for p in passages) for relation in _SIGNS}
    counts = [
        ("passages" if len(passages) != 1 else "passage", len(passages)),
        ("nearly the same words", of["same"]),
        ("reworded", of["similar"]),
        ("with a differing detail", of["differs"]),
        *_linked_shares(readings, passages, SIDE_NAMES[False]),
    ]
    lines = []
    for passage in sorted(passages, key=lambda passage: place_of(readings, passage.left[:1], passage.right[:1])):
        best = max(passage.links, key=lambda link: link.score)
        text = clip(_text(readings[0], (best.left,)))
        lines.append(BriefLine(text, (passage.number,), passage.left, passage.right, sign=_SIGNS[passage.relation]))
    return tuple(counts), tuple(lines)


def _linked_shares(
    readings: tuple[Reading, Reading], passages: Sequence[Passage], names: dict[Side, str]
) -> Iterator[tuple[str, int]]:
    for side, reading, linked in zip(SIDES, readings, linked_sentences(passages), strict=True):
        yield f"of {len(reading.article.sentences)} {names[side]} sentences", len(linked)


def _stayed(readings: tuple[Reading, Reading], passages: Sequence[Passage]) -> Answer:
    """Count what two versions have in common, and tell what was moved and what a version says of its changes.

    What is word for word the same needs no line of its own, nor what changed in punctuation or typography alone.
    """
    changed = sum(_is_changed(readings, passage) for passage in passages)
    signs = sum(is_typographic(*_texts(readings, passage)) for passage in passages)
    lines = tell_versions(readings, passages)
    moved = sum(bool(line.left_sentences) for line in lines)
    counts = [
        ("unchanged passages", len(passages) - changed - signs),
        ("changed", changed),
        *[("changed in punctuation or typography alone", signs)] * (signs > 0),
        *[("moved paragraph" if moved == 1 else "moved paragraphs", moved)] * (moved > 0),
        *_linked_shares(readings, passages, SIDE_NAMES[True]),
    ]
    return tuple(counts), lines


def _with_changed_sentences(
    differing: Answer, readings: tuple[Reading, Reading], passages: Sequence[Passage]
) -> Answer:
    """Return the differing details followed by the sentences changed where no detail tells how."""
    told = {number for line in differing[1] for number in line.passages}
    changed = [passage for passage in passages if _is_changed(readings, passage)]
    lines = [
        BriefLine(
            f"changed: {clip(_text(readings[0], passage.left))} → {clip(_text(readings[1], passage.right))}",
            (passage.number,),
            passage.left,
            passage.right,
            sign=_SIGNS[passage.relation] if passage.relation != "same" else "≈",
        )
        for passage in changed
        if passage.number not in told
    ]
    return (*differing[0], ("changed passages", len(changed))), (*differing[1], *lines)


def _is_changed(readings: tuple[Reading, Reading], passage: Passage) -> bool:
    left, right = _texts(readings, passage)
    return not is_same_but_for_signs(left, right)


def _texts(readings: tuple[Reading, Reading], passage: Passage) -> tuple[str, str]:
    return _text(readings[0], passage.left), _text(readings[1], passage.right)


def _text(reading: Reading, sentences: Sequence[int]) -> str:
    article = reading.article
    return " ".join(article.slice(article.sentences[number]) for number in sentences)


def _differing(details: Sequence[Detail]) -> Answer:
    """Count the differing details, conflicts among them, and give a line to those that are no conflict."""
    positions = [position for position, detail in enumerate(details) if is_differing(detail)]
    counts = [("differing detail" if len(positions) == 1 else "differing details", len(positions))]
    numbers: Counter[str] = Counter(details[position].kind for position in positions)
    counts += [(PLURALS[kind] if numbers[kind] > 1 else kind, numbers[kind]) for kind in _ORDER if numbers[kind]]
    return tuple(counts), _detail_lines(details, [p for p in positions if not details[p].conflict])


def _conflicts(details: Sequence[Detail]) -> Answer:
    positions = [position for position, detail in enumerate(details) if is_differing(detail) and detail.conflict]
    named = "conflict" if len(positions) == 1 else "conflicts"
    return ((named, len(positions)),), _detail_lines(details, positions)


def _detail_lines(details: Sequence[Detail], positions: Sequence[int]) -> tuple[BriefLine, ...]:
    """Return a line for all details that say the same, the most important first, then numbers before words."""
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position in positions:
        groups[details[position].kind, " ".join(details[position].summary.casefold().split())].append(position)

    def rank(group: list[int]) -> tuple[float, int, int]:
        most = max([details[position].importance for position in group])
        return -most, _ORDER.index(details[group[0]].kind), group[0]

    return tuple(_detail_line(details, group) for group in sorted(groups.values(), key=rank))


def _detail_line(details: Sequence[Detail], group: Sequence[int]) -> BriefLine:
    stands_on = [details[position] for position in group]
    first = stands_on[0]
    return BriefLine(
        f"{first.kind}: {first.summary}" + (f" ({first.why})" if first.left and first.right and first.why else ""),
        unique([detail.passage for detail in stands_on]),
        unique([detail.left_sentence for detail in stands_on]),
        unique([detail.right_sentence for detail in stands_on]),
        unique([detail.left for detail in stands_on if detail.left]),
        unique([detail.right for detail in stands_on if detail.right]),
        details=tuple(group),
        sign="!" if first.conflict else "≠",
    )
