"""History: the steps of this sitting that can be taken back and done again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.records.notice import MOVES

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.records import Entry

# Steps that are answered by another step, never undone: an issued notice, a closed year.
FINAL = frozenset({"new_book", *MOVES, "open_year", "close_year", "reopen_year"})


class History:
    """What was done and undone since the book was opened. `write` puts an entry into the book."""

    def __init__(self, write: Callable[[Entry], Entry]) -> None:
        self._write = write
        self._done: list[Entry] = []
        self._undone: list[Entry] = []

    def add(self, entry: Entry) -> None:
        """Remembers a step as the one that `undo` takes back first."""
        if entry.name not in FINAL:
            self._done.append(entry)
            self._undone.clear()

    @property
    def undoable(self) -> Entry | None:
        """The step that `undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Entry | None:
        """The step that `redo` would do again."""
        return self._undone[-1] if self._undone else None

    def undo(self) -> Entry | None:
        """Takes the last step back, as a new entry."""
        return self._invert(self._done, self._undone)

    def redo(self) -> Entry | None:
        """Does again what was taken back last, as a new entry."""
        return self._invert(self._undone, self._done)

    def _invert(self, source: list[Entry], target: list[Entry]) -> Entry | None:
        if not source:
            return None
        # Only what was written leaves the one list for the other: a refusal changes neither.
        entry = self._write(source[-1].inverse())
        source.pop()
        target.append(entry)
        return entry
