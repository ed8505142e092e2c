"""Undo and redo: the steps since the book was opened that can be taken back and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zhengzhou_desk.records.entry import FORGET, SHOW_PERSONAL
from zhengzhou_desk.records.notice import MOVES

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.records import Entry

    Write = Callable[[Entry, Callable[[Entry], None]], Entry]

# Steps that are answered by another step, never undone: an issued notice, a closed year, a new format of the book;
# and what cannot be undone at all: personal data that was looked at, or deleted.
FINAL = frozenset({"new_book", "upgrade", "rescue", *MOVES, "close_year", "reopen_year", SHOW_PERSONAL, FORGET})


class UndoStep(NamedTuple):
    """What a person did, and the entry that did or undid it last.

    A step keeps its name however often it is undone and redone.
    """

    named: Entry
    latest: Entry


class History:
    """What was done and undone since the book was opened.

    `write` puts an entry into the book. The history is updated before subscribers are called, so that
    they can ask what can be undone.
    It is not kept: a book that is closed is to go at once, and not when the collector comes by.
    """

    def __init__(self) -> None:
        self._done: list[UndoStep] = []
        self._undone: list[UndoStep] = []

    def add(self, entry: Entry) -> None:
        """Remembers a step as the one that `undo` takes back first."""
        if entry.name not in FINAL:
            self._done.append(UndoStep(entry, entry))
            self._undone.clear()

    @property
    def undoable(self) -> Entry | None:
        """The step that `undo` would take back, as it was first done."""
        return self._done[-1].named if self._done else None

    @property
    def redoable(self) -> Entry | None:
        """The step that `redo` would do again, as it was first done."""
        return self._undone[-1].named if self._undone else None

    def undo(self, write: Write) -> Entry | None:
        """Takes the last step back, as a new entry."""
        return self._invert(write, self._done, self._undone)

    def redo(self, write: Write) -> Entry | None:
        """Does again what was taken back last, as a new entry."""
        return self._invert(write, self._undone, self._done)

    def _invert(self, write: Write, source: list[UndoStep], target: list[UndoStep]) -> Entry | None:
        if not source:
            return None

        def moved(entry: Entry) -> None:
            target.append(UndoStep(source.pop().named, entry))

        # Only what was written leaves the one list for the other: a refusal changes neither.
        return write(source[-1].latest.inverse(), moved)
