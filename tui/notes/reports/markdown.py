"""The comparison and its notes as Markdown that reads well as plain text.

Highlights are ==text==, each with a footnote that quotes and cites. Text from outside is escaped so that it shows
exactly as it stands in the article, whatever it looks like: CommonMark's rule that a backslash makes any ASCII
punctuation literal (https://spec.commonmark.org/0.31.2/#backslash-escapes).
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from tui.articles.article import SIDES, Side
from tui.compare.comparison import BriefLine, Detail, Passage, Question
from tui.notes.reports.citing import (
    article_address,
    article_facts,
    article_paragraphs,
    article_title,
    flatten,
    pair_title,
    say_counts,
    say_verdict,
)
from tui.notes.reports.contents import Contents, NumberedNote, Row, brief_lines, links_by_hand, sentence_of
from tui.notes.reports.segments import Segment, cut

_ALWAYS = re.compile(
    r"[\\`*_\[\]<>$^|~=]|&(?=#?\w*;|#?\w*$)|:(?=//)"
    r"|(?<=www)\.|(?<=\w)\.(?=(?:[^\W\d]{2}|aero|asia|biz|com|coop|edu|gov|info|museum|name|net|org|pro|shop|web|xxx)\b)",
    re.IGNORECASE,
)
"""What means something to Markdown, or to a dialect of it, anywhere in a line.

Some dialects make links of bare addresses: those with //, with www, and words that end in the name of a country or in
one of the common endings of addresses.
"""

_FIRST = re.compile(r"[#+\-:]|\d{1,9}(?=[.)])")
"""What means something at the start of a line."""


def render_markdown(contents: Contents) -> str:
    """Return the Markdown document."""
    blocks = [*_heading(contents)]
    if contents.shows("brief"):
        blocks += ["## In brief", *_brief(contents.comparison.brief.questions)]
    if contents.shows("notes"):
        blocks += _notes(contents)
    if contents.shows("passages"):
        blocks += _rows(contents)
    elif "articles" in contents.parts:
        for side in SIDES:
            blocks += _article(contents, side)
    if "notes" in contents.parts:
        blocks += _footnotes(contents)
    return "\n\n".join(blocks) + "\n"


def escape(text: str) -> str:
    """Return `text` on one line so that Markdown shows it as it is, wherever in a line it stands."""
    return _escape_start(_escape_inline(flatten(text)))


def _escape_inline(text: str) -> str:
    return _ALWAYS.sub(r"\\\g<0>", text)


def _escape_start(text: str) -> str:
    first = _FIRST.match(text)
    if first is None:
        return text
    return f"{first[0]}\\{text[first.end() :]}" if first[0].isdecimal() else f"\\{text}"


def _heading(contents: Contents) -> Iterator[str]:
    yield f"# {escape(pair_title(contents.comparison))}"
    kind = "Two versions of one text" if contents.comparison.revision else "Two reports of one event"
    yield f"{kind}, compared by newsdiff-tui."
    yield "\n".join(f"- {_cite(contents, side)}" for side in SIDES)
    yield " · ".join(say_counts(contents.counts, *map(contents.side_name, SIDES))) + "."
    if contents.comparison.model is not None:
        yield f"{escape(str(contents.comparison.model))}."
    for told in (*contents.comparison.warnings, *map(str, contents.comparison.troubles)):
        yield f"**{escape(told)}**"


def _cite(contents: Contents, side: Side) -> str:
    """Return one side's article as a source is cited."""
    article = contents.article(side)
    facts = [f"“{escape(article_title(article))}”", *map(escape, article_facts(article))]
    address = article_address(article)
    if address:
        facts.append(_address(address))
    return f"**{contents.side_name(side).capitalize()}**: {', '.join(facts)}"


def _address(address: str) -> str:
    """Return a URL as an autolink; in one, only blanks, < and > would mean something."""
    safe = re.sub(r"[\s<>\"\\^`{|}]", lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)
    return f"<{safe}>"


def _brief(questions: Iterable[Question]) -> Iterator[str]:
    for question in questions:
        yield f"### {question.number}. {escape(question.title)}"
        yield (
            ", ".join(f"{count} {escape(name)}" for name, count in question.counts if count) or "nothing found"
        ) + "."
        lines, left_over = brief_lines(question)
        shown = [f"- {_brief_line(line)}" for line in lines]
        if left_over:
            shown.append(f"- and {left_over} more")
        if shown:
            yield "\n".join(shown)


def _brief_line(line: BriefLine) -> str:
    where = ", ".join(str(number) for number in line.passages)
    plural = "s" if len(line.passages) > 1 else ""
    sign = f"{line.sign} " if line.sign else ""
    return sign + escape(line.text) + (f" (passage{plural} {where})" if where else "")


def _notes(contents: Contents) -> Iterator[str]:
    found = [note for note in contents.notes if not note.placed.is_orphaned]
    orphans = [note for note in contents.notes if note.placed.is_orphaned]
    if found:
        yield "## Notes"
        yield from (_note(contents, note) for note in found)
    if orphans:
        yield "## Notes whose words are gone"
        yield "What these notes stood on is in neither article any more."
        yield from (_note(contents, note) for note in orphans)
    yield from _marks(contents)


def _note(contents: Contents, numbered: NumberedNote) -> str:
    note = numbered.placed.note
    meaning = escape(contents.notebook.colour_names[note.colour - 1])
    tags = "".join(f" #{_escape_inline(tag)}" for tag in note.tags)
    lines = [f"**{numbered.number}.** *{meaning}*{tags}", ""]
    for place in numbered.placed.places:
        side = place.anchor.side
        if place.span is None:
            lines.append(f"> ~~{escape(place.anchor.exact)}~~ ({contents.side_name(side)}; no longer there)")
        else:
            now = contents.article(side).slice(place.span)
            changed = f"; when noted: “{escape(place.anchor.exact)}”" if place.finding == "changed" else ""
            reference = _reference(numbered.number, side)
            lines.append(f"> =={escape(now)}=={reference} ({contents.side_name(side)}{changed})")
        lines.append(">")
    lines.pop()
    for paragraph in note.text.split("\n"):
        lines += ["", escape(paragraph)] if paragraph.strip() else []
    return "\n".join(lines)


def _marks(contents: Contents) -> Iterator[str]:
    """Yield what the reader corrected and settled."""
    lines = []
    for passage in contents.comparison.passages:
        for left, right in links_by_hand(passage):
            lines.append(f"- linked by hand: {_sentence_pair(contents, left, right)} (passage {passage.number})")
    lines += [f"- unlinked by hand: {_sentence_pair(contents, *pair)}" for pair in contents.unlinked]
    lines += [f"- link checked: {_sentence_pair(contents, *pair)}" for pair in sorted(contents.placement.checked_links)]
    for detail, mark in contents.marked:
        why = f": {escape(mark.text)}" if mark.text else ""
        lines.append(f"- {detail.kind} {say_verdict(mark)}: {escape(detail.summary)} (passage {detail.passage}){why}")
    if lines:
        yield "## Corrections and checks"
        yield "\n".join(lines)


def _sentence_pair(contents: Contents, left: int, right: int) -> str:
    one, two = (
        escape(article.slice(article.sentences[number]))
        for article, number in ((contents.comparison.left, left), (contents.comparison.right, right))
    )
    return f"“{one}” / “{two}”"


def _rows(contents: Contents) -> Iterator[str]:
    """Yield every passage with its details, and where articles are wanted too, in their place, all other sentences."""
    everything = "articles" in contents.parts
    yield "## Sentence by sentence" if everything else "## Passages"
    for row in contents.rows:
        if row.passage is not None:
            yield from _passage(contents, row.passage, row)
        elif everything:
            yield from (_alone(contents, "left", number) for number in row.left)
            yield from (_alone(contents, "right", number) for number in row.right)


def _passage(contents: Contents, passage: Passage, row: Row) -> Iterator[str]:
    by_hand = len(links_by_hand(passage))
    hand = f", {by_hand} link{'s' if by_hand > 1 else ''} made by hand" if by_hand else ""
    mark = contents.mark(passage)
    yield f"### {passage.number} {mark.sign} {mark.words}{hand}"
    sides: tuple[tuple[Side, tuple[int, ...], tuple[int, ...]], ...] = (
        ("left", row.left, passage.left),
        ("right", row.right, passage.right),
    )
    for side, numbers, held in sides:
        above = [str(number + 1) for number in held if number not in numbers]
        lines = [_highlighted(contents, side, number) for number in numbers]
        if above:
            lines.append(f"also sentence {', '.join(above)}, told above")
        yield "\n>\n".join(f"> *{contents.side_name(side)}*: {line}" for line in lines)
    details = dict.fromkeys(_detail(contents, detail) for detail in contents.details_of.get(passage.number, ()))
    if details:
        yield "\n".join(f"- {detail}" for detail in details)


def _alone(contents: Contents, side: Side, number: int) -> str:
    words = f"only {contents.side_name(side)}" if number in contents.alone[side] else contents.side_name(side)
    sign = "· " if number in contents.alone[side] else ""
    return f"{sign}*{words}*: {_highlighted(contents, side, number)}"


def _detail(contents: Contents, detail: Detail) -> str:
    sign = "**!** " if detail.conflict else ""
    why = f" ({escape(detail.why)})" if detail.why else ""
    verdict = say_verdict(contents.placement.detail_mark(detail))
    return f"{sign}{detail.kind}: {escape(detail.summary)}{why}" + (f" *{verdict}*" if verdict else "")


def _article(contents: Contents, side: Side) -> Iterator[str]:
    article = contents.article(side)
    yield f"## {contents.side_name(side).capitalize()}: {escape(article_title(article))}"
    for paragraph in article_paragraphs(article):
        yield " ".join(_marked_sentence(contents, side, number) for number in paragraph)


def _marked_sentence(contents: Contents, side: Side, number: int) -> str:
    passages = ", ".join(map(str, contents.passages_at[side].get(number, ())))
    return _highlighted(contents, side, number) + (f" [{passages}]" if passages else "")


def _highlighted(contents: Contents, side: Side, sentence: int) -> str:
    """Return a sentence with its highlights between == and references to their notes."""
    pieces: list[str] = []
    for lit, segments in groupby(cut(contents, side, sentence), key=lambda segment: bool(segment.notes)):
        run = list(segments)
        pieces += _lit(run, side) if lit else [_escape_inline(segment.text) for segment in run]
    return _escape_start(flatten("".join(pieces)))


def _lit(run: list[Segment], side: Side) -> Iterator[str]:
    """Yield a highlight; the blanks at its ends stand outside the marks, as == demands."""
    text = "".join(segment.text for segment in run)
    if not text.strip():
        yield " "
        return
    yield " ==" if text[0].isspace() else "=="
    for position, segment in enumerate(run):
        piece = segment.text.lstrip() if position == 0 else segment.text
        if position < len(run) - 1:
            yield _escape_inline(piece) + _references(segment, side)
        else:
            yield f"{_escape_inline(piece.rstrip())}=={_references(segment, side)}"
    if text[-1].isspace():
        yield " "


def _references(segment: Segment, side: Side) -> str:
    return "".join(_reference(number, side) for number in segment.ending)


def _reference(number: int, side: Side) -> str:
    return f"[^{number}{side[0]}]"


def _footnotes(contents: Contents) -> Iterator[str]:
    for numbered in contents.notes:
        for side in SIDES:
            spans = numbered.placed.spans(side)
            if spans:
                sentence = sentence_of(contents, side, spans[0])
                where = f", sentence {sentence + 1}" if sentence is not None else ""
                yield f"[^{numbered.number}{side[0]}]: {_cite(contents, side)}{where}."
