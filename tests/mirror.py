"""Which test file is about which module, and which modules are proved elsewhere."""

from __future__ import annotations

import ast
from pathlib import Path

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "zhengzhou_desk"

# Module (or package, with its last stroke) → where in tests/ its behaviour is proved instead. A module leaves this
# list when it is given a file of its own.
ELSEWHERE = {
    # One matter through all layers: masked, shown, deleted.
    "gui/actions/personal.py": "gui/table/test_personal.py",
    "gui/dialogs/forget.py": "gui/table/test_personal.py",
    "records/personal.py": "services/test_personal.py",
    "store/old_copies.py": "services/test_personal.py",
    # Started as a whole: every test of the command line runs them.
    "__main__.py": "journeys/test_command_line.py",
    "cli/window.py": "cli/test_run.py",
    # Used by everything above; what a person sees of them is a sentence or a file.
    "common/errors.py": "journeys/test_languages.py",
    "common/plain_json.py": "services/test_submissions.py",
    # A page is what they make together.
    "documents/blocks.py": "documents/test_page.py",
    "documents/chart_shapes.py": "documents/test_charts.py",
    "documents/content.py": "documents/test_content_json.py",
    "documents/geometry.py": "documents/test_page.py",
    "documents/preview.py": "documents/test_page.py",
    "documents/word_blocks.py": "documents/test_word_file.py",
    "documents/word_styles.py": "documents/test_word_file.py",
    # Parts of one import or of one package.
    "exchange/account_form.py": "gui/actions/test_documents.py",
    "exchange/code_and_name.py": "exchange/test_sheets.py",
    "exchange/child.py": "exchange/test_sheet_process.py",
    "exchange/column_reader.py": "exchange/test_importing.py",
    "exchange/consistency.py": "records/test_sequence.py",
    "exchange/left_out.py": "exchange/test_sheets.py",
    "exchange/limits.py": "exchange/test_guard.py",
    "exchange/ods_content.py": "exchange/test_markup.py",
    "exchange/mhtml.py": "exchange/test_spreadsheet_xml.py",
    "exchange/data_set.py": "services/test_data_set.py",
    "exchange/partitions.py": "services/test_data_set.py",
    "exchange/package.py": "services/test_submissions.py",
    "exchange/package_process.py": "exchange/test_package_reading.py",
    "records/package_remarks.py": "services/test_before_submission.py",
    "reports/kept.py": "reports/test_overview.py",
    "reports/districts.py": "services/test_before_submission.py",
    "services/explanations.py": "services/test_before_submission.py",
    "exchange/plan.py": "exchange/test_importing.py",
    "exchange/sheet_remarks.py": "exchange/test_importing.py",
    "exchange/shown_number.py": "exchange/test_sheets.py",
    "exchange/layout_remarks.py": "exchange/test_importing.py",
    "exchange/sheet_reader.py": "exchange/test_importing.py",
    "exchange/unit_names.py": "exchange/test_importing.py",
    "exchange/totals.py": "exchange/test_sheets.py",
    # Small pieces of the window, seen in the whole that they belong to.
    "gui/actions/action.py": "gui/actions/test_catalogue.py",
    "gui/actions/followups.py": "gui/dialogs/test_followup.py",
    "gui/actions/copies.py": "gui/dialogs/test_copies.py",
    "gui/actions/unit_lists.py": "gui/dialogs/test_unit_lists.py",
    "gui/book_view.py": "gui/test_session.py",
    "gui/dialogs/package.py": "gui/actions/test_submissions.py",
    "gui/widgets/page_view.py": "gui/dialogs/test_notices.py",
    "services/notices/missing.py": "gui/dialogs/test_notices.py",
    "gui/dialogs/what_if.py": "gui/dialogs/test_law.py",
    "gui/table/cell_search.py": "gui/table/test_find_bar.py",
    "gui/table/filling.py": "gui/table/test_fill_handle.py",
    "services/shown_table.py": "gui/table/test_shown.py",
    "gui/table/cutting.py": "gui/table/test_pasting.py",
    "gui/table/frozen.py": "gui/table/test_head_menu.py",
    "gui/table/head.py": "gui/table/test_head_menu.py",
    "gui/table/value_list.py": "gui/table/test_head_menu.py",
    "gui/imports/details.py": "gui/imports/test_dialog.py",
    "gui/imports/preview.py": "gui/imports/test_dialog.py",
    "gui/table/source_links.py": "gui/pages/test_summary.py",
    "gui/pages/overview_cards.py": "gui/pages/test_overview.py",
    "gui/pages/overview_charts.py": "gui/pages/test_overview.py",
    "gui/pages/page.py": "gui/pages/test_overview.py",
    "gui/sides.py": "gui/units/test_inspector.py",
    "gui/table/selection.py": "gui/table/test_selection_sum.py",
    "gui/table/table_page.py": "gui/table/test_tab.py",
    "gui/table/tables.py": "gui/test_navigation.py",
    "gui/units/bars.py": "gui/units/test_inspector.py",
    "gui/units/outline.py": "gui/units/test_tree.py",
    "gui/units/tree_model.py": "gui/units/test_tree.py",
    "gui/widgets/layout.py": "gui/test_reach.py",
    "gui/widgets/search_field.py": "gui/dialogs/test_manual.py",
    "gui/widgets/side_dock.py": "gui/units/test_inspector.py",
    "gui/widgets/status_bar.py": "gui/table/test_selection_sum.py",
    "cli/manual.py": "services/test_manual.py",
    "documents/manual_text.py": "services/test_manual.py",
    "documents/manual_pages.py": "services/test_manual.py",
    "documents/styled_lines.py": "services/test_manual.py",
    "gui/widgets/text_table.py": "gui/widgets/test_list_view.py",
    "gui/widgets/year_box.py": "journeys/test_no_waiting.py",
    "gui/window_api.py": "gui/test_session.py",
    # The law: cases that a clerk can read, and every rule against a judge that forgets nothing.
    "policy/rules/": "cases",
    "policy/screens/": "policy/test_screens.py",
    "policy/facts.py": "cases",
    "policy/law.py": "policy/test_packs.py",
    "policy/measures.py": "cases",
    "policy/pack_reader.py": "policy/test_packs.py",
    "policy/rule.py": "policy/test_packs.py",
    "policy/taken_packs.py": "services/test_policy_packs.py",
    "policy/union.py": "cases",
    "policy/view.py": "policy/test_engine.py",
    "policy/wording.py": "policy/test_packs.py",
    # Declarations with a property or two.
    "records/change.py": "store/test_closed_years.py",
    "records/entry.py": "services/test_undo.py",
    "records/filing.py": "services/test_filings.py",
    "records/notice.py": "store/test_issued_notices.py",
    "records/purchase.py": "services/test_orders.py",
    "records/report.py": "exchange/test_summary_workbook.py",
    "records/setting.py": "store/test_closed_years.py",
    "records/tables.py": "policy/test_engine.py",
    "records/unit.py": "services/test_unit_changes.py",
    # The city's sheet and the buying are sheets of one summary, which ties or does not.
    "reports/bulletin_units.py": "reports/test_bulletin.py",
    "reports/ranking.py": "reports/test_bulletin.py",
    "reports/city.py": "services/test_submissions.py",
    "reports/submission_details.py": "services/test_submissions.py",
    "records/submission_details.py": "services/test_submissions.py",
    "reports/headings.py": "reports/test_summary.py",
    # One made-up county: what it holds matters, not how it came about.
    "sample/": "sample/test_county.py",
    "services/check_json.py": "cli/test_check.py",
    "services/locks.py": "services/test_filings.py",
    # Parts of one letter.
    "services/notices/citing.py": "policy/test_citations.py",
    "services/notices/earlier_letters.py": "services/notices/test_register.py",
    "services/notices/grounds.py": "services/notices/test_drafting.py",
    "services/notices/letter_texts.py": "services/notices/test_drafting.py",
    "services/notices/matters.py": "services/notices/test_reminders.py",
    "services/notices/receipts.py": "services/notices/test_drafting.py",
    "services/notices/template_preview.py": "services/notices/test_templates.py",
    "services/notices/report_tables.py": "services/notices/test_bulletin_document.py",
    # The check-up looks at the file through them.
    "store/digest.py": "store/test_checkup.py",
    "store/journal_pages.py": "services/test_copies.py",
    "store/pages.py": "store/test_salvage.py",
    "store/statements.py": "store/test_store.py",
    "store/inverse.py": "services/test_undo.py",
    "store/replay.py": "store/test_checkup.py",
    "store/rows.py": "store/test_store.py",
    "store/schema.py": "store/test_book_file.py",
}
# Tests beside the mirror that are about many modules at once, outside of cases and journeys.
ACROSS = {
    "exchange/test_recalculated.py",  # the workbook as another program reckons it
    "exchange/test_sheets.py",  # a folder of small inputs, one a kind
    "gui/test_reach.py",  # every dialog: its keys, its names, its size
    "policy/test_screens.py",  # all screens, with and without
    "policy/test_citations.py",  # every document against every pack
    "reports/test_published.py",  # published bulletins
    "services/test_sealed_packages.py",  # passwords and signatures, from the district's file to the city's list
    "store/test_place.py",  # books, copies, locks and packages where they stand
    "store/test_moments.py",  # two processes at one book, and disks that fail
}


def has_behaviour(path: Path) -> bool:
    """Whether there is a function or a method in the module: constants and fields alone are declarations."""
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def file_of(module: str) -> str:
    """store/lock.py is proved by store/test_lock.py."""
    folder, _, name = module.rpartition("/")
    return f"{folder}/test_{name}" if folder else f"test_{name}"


def elsewhere(module: str) -> str | None:
    """Where a module without a file of its own is proved, or None."""
    return next(
        (
            place
            for name, place in ELSEWHERE.items()
            if module == name or (name.endswith("/") and module.startswith(name))
        ),
        None,
    )


def modules() -> list[str]:
    """The modules with behaviour, as paths in the package."""
    return [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.name != "__init__.py" and has_behaviour(path)
    ]


def mirrored() -> list[str]:
    """The test files that stand in a folder which mirrors a package."""
    return [
        str(path.relative_to(TESTS))
        for path in sorted(TESTS.rglob("test_*.py"))
        if (PACKAGE / path.relative_to(TESTS).parent).is_dir() and path.parent != TESTS
    ]
