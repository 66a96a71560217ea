"""The brief: the five questions a reader asks of two reports, answered as data, each line with what it stands on.

Of two versions of one text the same is told as what stayed, changed, was taken out and was put in.
"""

from collections import defaultdict
from collections.abc import Callable, Sequence

from tui.articles.article import SIDES
from tui.compare.brief_lines import PLURALS, SIDE_NAMES, Answer, clip, linked_sentences, unique
from tui.compare.brief_sides import tell_cast, tell_one_sided
from tui.compare.comparison import Brief, BriefLine, Detail, Mention, Passage, Question, Quote
from tui.compare.reading import Reading

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
    titles = REVISION_TITLES if revision else TITLES
    answers = (
        _shared(readings, passages, revision),
        _differing(details, "differing details", lambda detail: True),
        _differing(details, "conflicts", lambda detail: detail.conflict),
        tell_one_sided(readings, passages, mentions, details, revision),
        tell_cast(readings, mentions, quotes, revision),
    )
    return Brief(
        tuple(
            Question(number, title, counts, lines)
            for number, (title, (counts, lines)) in enumerate(zip(titles, answers, strict=True), 1)
        )
    )


def _shared(readings: tuple[Reading, Reading], passages: Sequence[Passage], revision: bool) -> Answer:
    of = {relation: sum(p.relation == relation for p in passages) for relation in _SIGNS}
    counts = [
        ("passages", len(passages)),
        ("nearly the same words", of["same"]),
        ("reworded", of["similar"]),
        ("with a differing detail", of["differs"]),
    ]
    for side, reading, linked in zip(SIDES, readings, linked_sentences(passages), strict=True):
        name = SIDE_NAMES[revision][side]
        counts.append((f"of {len(reading.article.sentences)} {name} sentences", len(linked)))
    lines = []
    for passage in passages:
        best = max(passage.links, key=lambda link: link.score)
        text = clip(readings[0].article.slice(readings[0].article.sentences[best.left]))
        lines.append(
            BriefLine(text, (passage.number,), passage.left, passage.right, sign=_SIGNS[passage.relation]),
        )
    return tuple(counts), tuple(lines)


def _differing(details: Sequence[Detail], counted: str, wanted: Callable[[Detail], bool]) -> Answer:
    groups: dict[tuple[str, str], list[int]] = defaultdict(list)
    for position, detail in enumerate(details):
        if detail.kind != "wording" and wanted(detail):
            groups[detail.kind, " ".join(detail.summary.casefold().split())].append(position)
    ordered = sorted(groups.values(), key=lambda g: (_ORDER.index(details[g[0]].kind), g[0]))
    counts = [(counted, len(ordered))]
    for kind in _ORDER:
        number = sum(details[group[0]].kind == kind for group in ordered)
        if number:
            counts.append((PLURALS[kind] if number > 1 else kind, number))
    return tuple(counts), tuple(_detail_line(details, group) for group in ordered)


def _detail_line(details: Sequence[Detail], group: Sequence[int]) -> BriefLine:
    stands_on = [details[position] for position in group]
    first = stands_on[0]
    return BriefLine(
        f"{first.kind}: {first.summary}" + (f" ({first.why})" if first.left and first.right else ""),
        unique(detail.passage for detail in stands_on),
        unique(detail.left_sentence for detail in stands_on),
        unique(detail.right_sentence for detail in stands_on),
        unique(detail.left for detail in stands_on if detail.left),
        unique(detail.right for detail in stands_on if detail.right),
        details=tuple(group),
        sign="!" if any(detail.conflict for detail in stands_on) else "≠",
    )
