"""When an action can be taken: nothing that writes, in a book that is only read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zhengzhou_desk.gui.actions import book
from zhengzhou_desk.gui.actions.catalogue import ACTIONS

if TYPE_CHECKING:
    from zhengzhou_desk.gui.main_window import MainWindow

# What can be done with a book that is only read: nothing of it changes the book.
READING = {
    "new", "open", "export", "summary", "package", "close_book", "copy", "show_personal", "find", "next_finding", "previous_finding", "next_part", "previous_part", "find_anything", "unit_page", "columns", "wan", "notices", "reminders", "bulletin", "bulletin_tables", "assessment", "print_summary", "account_form", "change_letter", "change_list", "merge_list", "canteens", "copies", "journal", "quotas_out", "call_list", "findings_list", "backup", "restore", "checkup", "law", "policy_packs", "settings", "signing_key", "manual", "manual_pdf", "shortcuts", "about", "compare_units", "before_submission", "find_next", "find_previous", "filter", "column_menu", "export_shown", "print_shown",
}  # fmt: skip


def enabled(window: MainWindow) -> set[str]:
    return {action.key for action in ACTIONS if action.enabled(window)}


def test_in_a_book_that_is_only_read_nothing_can_be_taken_that_writes(window: MainWindow) -> None:
    path = window.desk.path
    window.show_tab("filings")
    writing = enabled(window) - READING
    assert {
        "import",
        "paste",
        "confirm_passing",
        "submit",
        "unit_change",
        "open_year",
        "close_year",
        "edit_texts",
    } <= writing
    book.close_book(window)
    window.open_book(path, writable=False)
    for page in window.pages:
        window.show_tab(page.name)
        assert enabled(window) <= READING, page.name
    window.show_tab("filings")
    assert {"export", "summary", "journal", "copy"} <= enabled(window)


def test_without_a_book_only_what_needs_none(window: MainWindow) -> None:
    book.close_book(window)
    assert enabled(window) == {
        "new",
        "open",
        "restore",
        "settings",
        "signing_key",
        "manual",
        "manual_pdf",
        "shortcuts",
        "about",
        "find_anything",
    }
