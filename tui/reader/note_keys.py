"""The keys that note, mark, link and undo. A change is in the notebook at once and on the disk a moment later."""

from collections.abc import Callable
from functools import partial

from textual import work
from textual.timer import Timer

from tui.articles.article import SIDES, Side, Span
from tui.notes.note import COLOURS, Colour, DetailState, RightSide, make_detail_mark, make_note
from tui.notes.notebook import Notebook
from tui.notes.open_notes import OpenNotes
from tui.notes.placing import PlacedNote, Placement, anchor_detail, anchor_link
from tui.reader import moves
from tui.reader.noting import (
    NoteDraft,
    describe_state,
    detail_states,
    first_place,
    note_marks,
    note_on,
    note_under,
    one_line,
    step_note,
    target_anchors,
)
from tui.reader.place import Marks, Selection
from tui.reader.surroundings import Surroundings

_STATES: dict[str, tuple[DetailState, RightSide | None]] = {
    "checked": ("checked", None),
    "left": ("settled", "left"),
    "right": ("settled", "right"),
    "both": ("settled", "both"),
    "neither": ("settled", "neither"),
    "aside": ("set aside", None),
}


class NoteKeys(Surroundings):
    """The part of the pair's screen that writes into the notebook."""

    selection: Selection | None
    notes: OpenNotes | None = None
    _colour: Colour = 1
    """The colour highlighted in last."""
    _looking: Timer | None = None
    _linking: tuple[Side, int] | None = None
    """The sentence that waits to be linked with one on the other side."""

    @property
    def placement(self) -> Placement:
        """Where everything in the notebook stands."""
        return self.notes.placement if self.notes else Placement()

    def show_notes(self, notes: OpenNotes) -> None:
        """Show the notes of the pair, and tell what was wrong with their file."""
        self.notes = notes
        for problem in notes.problems:
            self.notify(problem, title="Notes", severity="warning", timeout=12, markup=False)
        self._draw_notes()
        if self._looking is None:
            self._looking = self.set_interval(2, self._look_for_changes)

    def _look_for_changes(self) -> None:
        """Take in what another window has written."""
        if self.notes is not None and self.notes.store.has_changed():
            self._reload_notes()

    @work(thread=True, group="save")
    def _reload_notes(self) -> None:
        notes = self.notes
        before = self.placement.corrections
        if notes is not None and notes.reload():
            self.app.call_from_thread(self._draw_notes)
            if before != notes.placement.corrections:
                self.app.call_from_thread(self.reader.compare_pair)

    def detail_states(self) -> dict[int, str]:
        """Return what the reader has said of the current passage's details."""
        return detail_states(self.lookup.comparison, self.placement, self.place.passage)

    def _draw_notes(self) -> None:
        self.panes.light("notes", note_marks(self.placement))
        self.show_details()

    def _change(self, label: str, change: Callable[[Notebook], Notebook]) -> None:
        """Change the notebook, draw it, have it saved, and have the pair compared again when its links changed."""
        if self.notes is None:
            self.go(None, "The notes are not open yet")
            return
        before = self.placement.corrections
        if self.notes.change(label, change(self.notes.notebook), save=False):
            self._changed(before != self.placement.corrections)

    def _changed(self, links_changed: bool) -> None:
        self._draw_notes()
        self._save()
        if links_changed:
            self.reader.compare_pair()

    @work(thread=True, group="save")
    def _save(self) -> None:
        notes = self.notes
        if notes is not None and not notes.save():
            self.app.call_from_thread(self._tell_unsaved, notes)

    def _tell_unsaved(self, notes: OpenNotes) -> None:
        told = f"{notes.unsaved}. The notes are kept in memory; export them (e, YAML) to save them elsewhere."
        self.notify(told, title="Not saved", severity="error", timeout=15, markup=False)

    def on_unmount(self) -> None:
        """Leave nothing unsaved behind."""
        if self.notes is not None and self.notes.unsaved:
            self.notes.save()

    # ------------------------------------------------------------------ notes

    def _target(self) -> str:
        if self.selection is not None:
            return "the selection"
        return f"passage {self.place.passage}" if self.place.passage else "the sentence"

    def action_highlight(self) -> None:
        """Highlight the selection or the passage, or take the highlight away."""
        anchors = target_anchors(self.lookup, self.place, self.selection)
        there = note_on(self.placement, anchors)
        if there is None:
            self._highlight(self._colour)
        elif there.note.text or there.note.tags:
            self.go(None, "There is a note on this: a changes it, delete deletes it")
        else:
            self.delete_note(there)

    def _highlight(self, colour: Colour) -> None:
        anchors = target_anchors(self.lookup, self.place, self.selection)
        if not anchors:
            return
        self._colour = colour
        there = note_on(self.placement, anchors)
        target = self._target()
        if there is not None:
            self._change(f"colour {target}", lambda notebook: notebook.edit(there.note.id, colour=colour))
        else:
            self._change(f"highlight {target}", lambda notebook: notebook.add(make_note(anchors, colour)))

    def action_highlight_colour(self) -> None:
        """Highlight in one of the four colours, or say what a colour means."""
        from tui.reader.screens.choice_box import Choice, ChoiceBox

        if self.notes is None:
            return
        names = self.notes.notebook.colour_names
        colours = [
            Choice(str(colour), str(colour), name, f"note-{colour}")
            for colour, name in zip(COLOURS, names, strict=True)
        ]
        colours.append(Choice("rename", "n", "say what a colour means …"))
        self.app.push_screen(ChoiceBox("Highlight", colours, start=str(self._colour)), self._take_colour)

    def _take_colour(self, answer: str | None) -> None:
        if answer == "rename":
            self._rename_colours()
        elif answer:
            self._highlight(COLOURS[int(answer) - 1])

    def _rename_colours(self) -> None:
        from tui.reader.screens.colours_box import ColoursBox

        if self.notes is not None:
            self.app.push_screen(ColoursBox(self.notes.notebook.colour_names), self._take_names)

    def _take_names(self, names: tuple[str, ...] | None) -> None:
        if names is None:
            return

        def rename(notebook: Notebook) -> Notebook:
            for colour, name in zip(COLOURS, names, strict=True):
                notebook = notebook.name_colour(colour, name)
            return notebook

        self._change("name the colours", rename)

    def action_write_note(self) -> None:
        """Write a note on the selection or the passage, or change the one that is there."""
        anchors = target_anchors(self.lookup, self.place, self.selection)
        there = note_on(self.placement, anchors)
        if there is None and self.selection is None:
            there = note_under(self.placement, self.lookup, self.place, None)
        if there is not None:
            self.edit_note(there)
        elif anchors and self.notes is not None:
            quote = one_line(" … ".join(anchor.exact for anchor in anchors), 240)
            target = self._target()

            def keep(draft: NoteDraft | None) -> None:
                if draft is not None:
                    self._colour = draft.colour
                    note = make_note(anchors, draft.colour, draft.text, draft.tags)
                    self._change(f"note on {target}", lambda notebook: notebook.add(note))

            self._open_editor(quote, NoteDraft("", self._colour, ()), keep, f"Note on {target}")

    def edit_note(self, placed: PlacedNote, afterwards: Callable[[], object] = lambda: None) -> None:
        """Open a note in the editor; `afterwards` is called when it has been closed."""
        note = placed.note
        quote = one_line(" … ".join(anchor.exact for anchor in note.anchors), 240)

        def keep(draft: NoteDraft | None) -> None:
            if draft is not None:
                edited = {"text": draft.text, "colour": draft.colour, "tags": draft.tags}
                self._change("change a note", lambda notebook: notebook.edit(note.id, **edited))  # type: ignore[arg-type]
            afterwards()

        self._open_editor(quote, NoteDraft(note.text, note.colour, note.tags), keep, "Note")

    def _open_editor(
        self, quote: str, draft: NoteDraft, keep: Callable[[NoteDraft | None], None], heading: str
    ) -> None:
        from tui.reader.screens.note_editor import NoteEditor

        assert self.notes is not None
        notebook = self.notes.notebook
        self.app.push_screen(NoteEditor(quote, draft, notebook.colour_names, notebook.tags, heading), keep)

    def action_delete_note(self) -> None:
        """Delete the note under the cursor."""
        placed = note_under(self.placement, self.lookup, self.place, self.selection)
        if placed is None:
            self.go(None, "No note stands here")
        else:
            self.delete_note(placed)

    def delete_note(self, placed: PlacedNote) -> None:
        """Delete a note; undo brings it back."""
        self._change("delete a note", lambda notebook: notebook.delete(placed.note.id))

    def action_notes(self) -> None:
        """List the notes."""
        from tui.reader.screens.notes_box import NotesBox

        self.app.push_screen(NotesBox(self), self.go_to_note)

    def go_to_note(self, placed: PlacedNote | None) -> None:
        """Go to where a note begins."""
        if placed is None:
            return
        where = first_place(placed)
        if where is None:
            self.go(None, "The words this note stood on are no longer in the articles")
        else:
            self.go(moves.place_of_span(self.lookup, *where))

    def action_next_note(self) -> None:
        """Go to the next note."""
        self._step_note(1)

    def action_previous_note(self) -> None:
        """Go to the note before."""
        self._step_note(-1)

    def _step_note(self, step: int) -> None:
        where = step_note(self.placement, self.lookup, self.place, step)
        self.go(moves.place_of_span(self.lookup, *where) if where else None, "There are no notes yet: h highlights")

    # ------------------------------------------------------------------ undo

    def action_undo(self) -> None:
        """Take back the last change to notes and links."""
        self._step_history(redo=False)

    def action_redo(self) -> None:
        """Make the change again that was taken back."""
        self._step_history(redo=True)

    def _step_history(self, *, redo: bool) -> None:
        if self.notes is None:
            return
        before = self.placement.corrections
        label = self.notes.redo(save=False) if redo else self.notes.undo(save=False)
        if label is None:
            self.go(None, "Nothing to make again" if redo else "Nothing to undo")
            return
        self._changed(before != self.placement.corrections)
        self.go(None, f"{'Again' if redo else 'Undone'}: {label}")

    # ------------------------------------------------------------------ links

    def action_link(self) -> None:
        """Take this sentence, then one on the other side, and link them."""
        side, sentence = self.place.side, self.place.sentence
        if self._linking is None or self._linking[0] == side:
            self._linking = (side, sentence)
            span = self.lookup.articles[SIDES.index(side)].sentences[sentence].span
            self._light_linking(side, span)
            self.go(None, "Go to the sentence on the other side and link again; escape lets go")
            return
        pair = (self._linking[1], sentence) if side == "right" else (sentence, self._linking[1])
        self.forget_linking()
        left, right = anchor_link(self.lookup.comparison, *pair)
        self._change("link by hand", lambda notebook: notebook.link(left, right))

    def _light_linking(self, side: Side, span: Span) -> None:
        lit = ((span, "by-hand"),)
        self.panes.light("mention", Marks(lit if side == "left" else (), lit if side == "right" else ()))

    def forget_linking(self) -> bool:
        """Let go of the sentence that waits to be linked; say whether there was one."""
        if self._linking is None:
            return False
        self._linking = None
        self.panes.light("mention", Marks())
        return True

    def action_unlink(self) -> None:
        """Cut the link between the current sentences."""
        pair = self.lookup.level_pair(self.place.side, self.place.sentence)
        if pair is None:
            self.go(None, "This sentence is linked with none")
            return
        left, right = anchor_link(self.lookup.comparison, *pair)
        self._change("unlink by hand", lambda notebook: notebook.unlink(left, right))

    def action_leave(self) -> None:
        """Let go of a sentence that waits to be linked, or of what else there is."""
        if not (self.focused is self.panes and self.forget_linking()):
            super().action_leave()

    # ------------------------------------------------------------------ marks

    def action_mark(self) -> None:
        """Mark the current detail, or the link, as checked, settled or set aside."""
        from tui.reader.screens.choice_box import Choice, ChoiceBox

        pair = self.lookup.level_pair(self.place.side, self.place.sentence)
        if pair is None:
            self.go(None, "Nothing here can be marked: this sentence is linked with none")
            return
        checked = pair in self.placement.checked_links
        choices = [Choice("link", "l", "the link is not checked after all" if checked else "the link is checked")]
        position = self._current_detail()
        question = "No detail differs here."
        if position is not None:
            detail = self.lookup.comparison.details[position]
            mark = self.placement.detail_mark(detail)
            question = detail.summary + (f"  ({describe_state(mark)})" if mark else "")
            choices = [
                Choice("checked", "c", "checked: it does differ"),
                Choice("left", "1", "settled: the left is right"),
                Choice("right", "2", "settled: the right is right"),
                Choice("both", "3", "settled: both are right"),
                Choice("neither", "4", "settled: neither is right"),
                Choice("aside", "s", "set aside: it does not matter"),
                *([Choice("none", "x", "take the mark away")] if mark else []),
                *choices,
            ]
        self.app.push_screen(ChoiceBox("Mark", choices, question), partial(self._mark, position, pair, checked))

    def _current_detail(self) -> int | None:
        if self.place.detail is not None:
            return self.place.detail
        passage = self.lookup.passage(self.place.side, self.place.sentence)
        return next(iter(self.lookup.details_of(passage)), None)

    def _mark(self, position: int | None, pair: tuple[int, int], checked: bool, answer: str | None) -> None:
        if answer == "link":
            left, right = anchor_link(self.lookup.comparison, *pair)
            self._change("check a link", lambda notebook: notebook.check_link(left, right, not checked))
        elif answer and position is not None:
            detail = self.lookup.comparison.details[position]
            if answer == "none":
                mark = self.placement.detail_mark(detail)
                if mark is not None:
                    self._change("unmark a detail", lambda notebook: notebook.unmark_detail(mark.id))
                return
            words = anchor_detail(self.lookup.comparison, detail)
            sentences = anchor_link(self.lookup.comparison, detail.left_sentence, detail.right_sentence)
            made = make_detail_mark(detail.kind, *words, sentences, *_STATES[answer])
            self._change(f"mark a detail {made.state}", lambda notebook: notebook.mark_detail(made))
