"""What a page, a panel or a dialog may ask of the window around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable, Collection
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from zhengzhou_desk.common.errors import Refused
    from zhengzhou_desk.common.messages import Translatable
    from zhengzhou_desk.common.settings import Settings
    from zhengzhou_desk.gui.scope import Scope
    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.records import Record
    from zhengzhou_desk.services.desk import BookChanged, Desk

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Start:
    """What the window is started with: this computer's settings, language, clock and person."""

    settings: Settings
    lang: str
    clock: Callable[[], datetime.datetime]
    who: str


class WindowApi(Protocol):
    """The main window as its parts see it. A test may put a small stand-in here."""

    @property
    def desk(self) -> Desk:
        """The open book; only asked for while there is one."""
        ...

    @property
    def has_book(self) -> bool:
        """Whether a book is open."""
        ...

    @property
    def start(self) -> Start:
        """What the program was started with."""
        ...

    @property
    def settings(self) -> Settings:
        """This computer's settings."""
        ...

    @property
    def lang(self) -> str:
        """The language of the window, as in the file names of i18n."""
        ...

    @property
    def widget(self) -> QWidget:
        """The widget that dialogs belong to."""
        ...

    @property
    def scope(self) -> Scope:
        """Which units the tables show."""
        ...

    @property
    def page(self) -> Page:
        """The tab that is shown now (a QWidget that is a Page)."""
        ...

    def attempt(self, job: Callable[[], T]) -> T | None:
        """Runs `job` now; a Refused is shown in the inline bar and gives None."""
        ...

    def work(
        self, title: str, job: Callable[[Callable[[int, int], None], Callable[[], bool]], T], done: Callable[[T], None]
    ) -> None:
        """Runs a long `job(progress, cancelled)` off the window's thread, then `done` on it."""
        ...

    def change(self, title: str, size: int, job: Callable[[], T | None], done: Callable[[T], None]) -> None:
        """Changes the book (`size` rows of it), off the window's thread where that is much, then calls `done`."""
        ...

    def change_law(self, title: str, job: Callable[[], object], done: Callable[[Refused | None], None]) -> None:
        """Runs a step after which everything is judged anew, off the window's thread where the book is large.

        `done` is given why it was refused, or None.
        """
        ...

    def judge_as_of(self, day: datetime.date) -> None:
        """Judges the book as of another day, off the window's thread where it is large."""
        ...

    def choose_year(self, year: int) -> None:
        """Looks at another year, worked out off the window's thread where the book is large."""
        ...

    def tell(
        self,
        sentence: Translatable | str,
        action: str | None = None,
        run: Callable[[], None] | None = None,
        cause: str = "",
    ) -> None:
        """Says something in the inline bar, with at most one button; a refusal goes once something has gone well."""
        ...

    def take(self, key: str) -> None:
        """Takes an action of the list by its key, as if chosen in its menu; nothing where it cannot be taken."""
        ...

    def step_text(self, key: str) -> str | None:
        """What an action of the list is called on a button; None where it cannot be taken now."""
        ...

    def undo(self) -> None:
        """Takes the last step of this sitting back."""
        ...

    def redo(self) -> None:
        """Does again what was taken back last."""
        ...

    def show_finding(self, finding: Finding) -> None:
        """Goes to the very cell a finding points at, in the right tab."""
        ...

    def step_finding(self, by: int) -> None:
        """Goes to the finding after the one that is chosen in the list, or of -1 to the one before it."""
        ...

    def move_part(self, by: int) -> None:
        """Moves the keyboard to the next part of the window, or of -1 to the one before it."""
        ...

    def show_record(self, record: Record, column: str | None = None) -> None:
        """Goes to a record's row, at a column."""
        ...

    def show_unit(self, code: str) -> None:
        """Opens the page of one unit."""
        ...

    def show_units(self, tab: str, codes: Collection[str], title: str) -> None:
        """Goes to a tab, filtered to these units; `title` names the filter to the person."""
        ...

    def show_rows(self, table: str, rows: Collection[int], title: str, column: str | None = None) -> None:
        """Goes to the tab of a table, filtered to these very rows by id; a column is selected, and so summed."""
        ...

    def show_tab(self, name: str) -> None:
        """Goes to a tab by its name in gui/table/tables.py."""
        ...

    def open_book(self, path: Path, *, writable: bool = True, on: datetime.date | None = None) -> None:
        """Opens a book in place of the one that is open, judged as of a day (today unless said).

        A large one is there only after a while.
        """
        ...

    def is_open(self, path: Path) -> bool:
        """Whether a path leads to the book that is open, by whichever way."""
        ...

    def show_open_failed(self, path: Path, refused: Refused) -> None:
        """Shows why a book was not opened, and what can be done about it."""
        ...

    def welcome(self) -> None:
        """Closes the book, if one is open, and shows what can be done without one."""
        ...

    def show_backup(self) -> None:
        """Says in the status bar how old the last copy of the book is."""
        ...

    def apply_look(self) -> None:
        """The look or the language has changed: the window is made anew."""
        ...


class Page(Protocol):
    """One tab of the window. The window listens to the desk once and passes the news on to its pages.

    A page that is not shown may keep the news and renew itself when it is shown again.
    """

    name: str
    title: str

    def on_book_changed(self, news: BookChanged) -> None:
        """What one step changed; `news.renewed` means everything (another year, day, law)."""
        ...

    def show_record(self, record: Record, column: str | None) -> bool:
        """Goes to a record's cell; False where the page does not show that table."""
        ...

    def show_units(self, codes: Collection[str], title: str) -> None:
        """Shows only these units, and says so with a way back."""
        ...

    def show_rows(self, table: str, rows: Collection[int], title: str, column: str | None = None) -> None:
        """Shows only these rows of a table it has, and says so with a way back; a column is selected, and so summed."""
        ...
