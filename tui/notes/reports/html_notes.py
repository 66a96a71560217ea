"""The notes, and what the reader corrected and settled, as HTML."""

from collections.abc import Iterator

from tui.notes.anchors import Place
from tui.notes.note import Colour
from tui.notes.reports.citing import flatten, say_verdict
from tui.notes.reports.contents import Contents, NumberedNote, links_by_hand, sentence_of
from tui.notes.reports.html_articles import passage_link
from tui.notes.reports.markup import Markup, element, join


def note_cards(contents: Contents) -> Markup:
    """Return a card for each note, those whose words are gone last."""
    cards = [_card(contents, note) for note in contents.notes]
    return element("div", cards, class_="notes") if cards else join()


def _card(contents: Contents, numbered: NumberedNote) -> Markup:
    note = numbered.placed.note
    return element(
        "article",
        element(
            "p",
            element("b", str(numbered.number)),
            f" {contents.notebook.colour_names[note.colour - 1]}",
            [join(" ", element("span", tag, class_="tag")) for tag in note.tags],
            class_="meaning",
        ),
        [_quote(contents, place, note.colour) for place in numbered.placed.places],
        element("p", note.text, class_="text", dir="auto") if note.text else None,
        class_=f"note n{note.colour}",
        id=f"note-{numbered.number}",
    )


def _quote(contents: Contents, place: Place, colour: Colour) -> Markup:
    side = place.anchor.side
    name = contents.side_name(side)
    if place.span is None:
        gone = element("span", flatten(place.anchor.exact), class_="gone")
        return element("blockquote", gone, element("span", f" {name}, no longer there", class_="where"))
    words = flatten(contents.article(side).slice(place.span))
    number = sentence_of(contents, side, place.span)
    passages = contents.passages_at[side].get(number, ()) if number is not None else ()
    where = f" {name}" + (f", sentence {number + 1}" if number is not None else "")
    if place.finding == "changed":
        where += f"; when noted: “{flatten(place.anchor.exact)}”"
    links = [join(", " if at else " → ", passage_link(one)) for at, one in enumerate(passages)]
    lit = element("mark", words, class_=f"n{colour}")
    return element("blockquote", lit, element("span", where, links, class_="where"), dir="auto")


def corrections_list(contents: Contents) -> Markup:
    """Return what the reader corrected, checked and settled."""
    items = [element("li", item) for item in _corrections(contents)]
    return join(element("h3", "Corrections and checks"), element("ul", items, class_="verdicts")) if items else join()


def _corrections(contents: Contents) -> Iterator[Markup]:
    for passage in contents.comparison.passages:
        for left, right in links_by_hand(passage):
            yield join("linked by hand: ", _pair(contents, left, right))
    for left, right in contents.unlinked:
        yield join("unlinked by hand: ", _pair(contents, left, right))
    for left, right in sorted(contents.placement.checked_links):
        yield join("link checked: ", _pair(contents, left, right))
    for detail, mark in contents.marked:
        why = f". {mark.text}" if mark.text else ""
        yield join(element("b", f"{detail.kind} {say_verdict(mark)}"), f": {detail.summary}{why}")


def _pair(contents: Contents, left: int, right: int) -> Markup:
    one, two = contents.comparison.left, contents.comparison.right
    return join(
        f"“{flatten(one.slice(one.sentences[left]))}” ",
        element("span", "/", class_="where"),
        f" “{flatten(two.slice(two.sentences[right]))}”",
    )
