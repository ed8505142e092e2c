"""Every literal with Chinese characters is a sentence that is translated, or is explained as none."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from babel.messages.catalog import Catalog

from tests import words
from tests.test_architecture import HOME, PACKAGE

# Literals that are never translated, by module or folder: why. `None` stands for all of a module's.
ALWAYS: dict[str, tuple[str, frozenset[str] | None]] = {
    # What is written on official paper, in workbooks and in the book is Chinese, whoever writes it.
    "services/notices/bulletins.py": ("bulletins and letters", None),
    "services/notices/bulletin_document.py": ("bulletins", None),
    "services/notices/city_report.py": ("reports upward", None),
    "services/notices/prose.py": ("words of bulletins and reports", None),
    "services/notices/report_tables.py": ("tables and charts of papers", None),
    "services/regions.py": ("names of provinces", None),
    "services/notices/change_letter.py": ("letters to the platform", None),
    "services/notices/citing.py": ("what letters cite", None),
    "services/notices/drafting.py": ("notices", None),
    "services/notices/earlier_letters.py": ("letters that repeat what was asked", None),
    "services/notices/grounds.py": ("notices", None),
    "services/notices/letter_texts.py": ("letters", None),
    "services/notices/matters.py": ("reminders", None),
    "services/notices/receipts.py": ("receipts of notices", None),
    "services/notices/reminders.py": ("reminders", None),
    "documents/": ("the official page", None),
    "exchange/account_form.py": ("an official form", None),
    "exchange/summary_workbook.py": ("the workbook for the city", None),
    "exchange/sheet_sums.py": ("the workbook for the city", None),
    "exchange/sheet_layout.py": ("what is signed in the workbook for the city", None),
    "exchange/workbook.py": ("the public workbook", None),
    "services/orders.py": ("a form for the platform", None),
    "services/notices/numbering.py": ("numbers of documents", None),
    "services/notices/office_files.py": ("notes that the register keeps, headings of an official list", None),
    "services/notices/register.py": ("notes that the register keeps", None),
    "services/exports.py": ("official forms and covers", None),
    "services/quotas.py": ("the table of the task", None),
    "services/shown_table.py": ("what stands on the sheet", None),
    "services/followups.py": ("the list that is called from", None),
    "services/notices/short_message.py": ("a text for units", None),
    "services/journal_words.py": ("the workbook for an audit", None),
    "records/personal.py": ("signs by which an address is known", None),
    "reports/bulletin.py": ("the tables of the bulletin", None),
    "reports/bulletin_units.py": ("the tables of the bulletin", None),
    "reports/purchasing.py": ("titles of the workbook for the city", None),
    "reports/city.py": ("titles and lines of the workbook for the city", None),
    "reports/score_sheet.py": ("the scoring sheet", None),
    "reports/summary.py": ("titles and lines of the workbook for the city", None),
    # What other people's sheets and fingers write, and how it is recognised.
    "exchange/headers.py": ("headings as sheets have them", None),
    "exchange/left_out.py": ("words by which a sheet's sums, notes and signatures are known", None),
    "exchange/number_format.py": ("the general format by its Chinese name", None),
    "records/amount_units.py": ("units of money as headings, formats and fingers write them", None),
    "exchange/column_reader.py": ("what stands for nothing", frozenset({"无", "暂无", "空", "没有", "无数据"})),
    "records/clean.py": ("radicals and their common characters", None),
    "gui/table/filters.py": ("what a person types into a filter", None),
    "records/kinds.py": ("what a person may type", None),
    "common/pinyin.py": ("place names that are read otherwise", None),
    # Made-up data.
    "cli/demo.py": ("names of the sample county's files", None),
    "cli/selftest.py": (
        "the sample county's files, rare characters",
        frozenset({"示例县.zzd", "账册.xlsx", "郑㛃𠅤𬭎"}),
    ),
    "sample/": ("the sample county", None),
    # Single words.
    "app.py": ("the program's sign", frozenset("郑")),
    "gui/findings/dock.py": ("a character to measure by", frozenset("国")),
    "gui/findings/panel.py": ("a character to measure by", frozenset("国")),
    "gui/imports/dialog.py": ("a character to measure by", frozenset("国")),
    "gui/dialogs/manual.py": ("titles of the manual's chapters in each language", None),
    "gui/sides.py": ("a character to measure by", frozenset("国")),
    "gui/table/table_page.py": ("a character to measure by", frozenset("国")),
    "gui/system/shown_with.py": ("a character that every Chinese font has", frozenset("郑")),
    "gui/dialogs/new_book.py": ("the end of every bureau's name", frozenset({"财政局"})),
    "gui/imports/plan_model.py": (
        "a sentence in both languages is shortened by it",
        frozenset({r"第 \{row\} 行|Row \{row\}:?"}),
    ),
    "gui/dialogs/settings.py": ("a language calls itself by its own name", frozenset({"中文"})),
    "policy/facts.py": ("said in Chinese sentences only; English has its own words beside it", frozenset("年月日元")),
    "store/backup.py": ("part of file names", None),
    "store/restore.py": ("part of file names", None),
}
CHINESE = re.compile(r"[\u3400-\u9fff]")


def sentences() -> dict[str, list[str]]:
    """Every sentence of the catalogue, and its English forms."""
    return dict(words.parts(message) for message in words.catalogue() if message.id)


def left_out(found: set[str], home: Path = PACKAGE) -> list[tuple[str, int, str]]:
    """Every literal with Chinese characters that is neither collected nor explained: module, line and text."""
    lost = []
    for path in sorted(home.rglob("*.py")):
        where = path.relative_to(home).as_posix()
        allowed = [
            texts
            for name, (_, texts) in ALWAYS.items()
            if where == name or (name.endswith("/") and where.startswith(name))
        ]
        tree = ast.parse(path.read_text(encoding="utf-8"))
        silent = _silent(tree)
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in silent:
                continue
            if (
                CHINESE.search(node.value)
                and node.value not in found
                and not any(texts is None or node.value in texts for texts in allowed)
            ):
                lost.append((where, node.lineno, node.value))
    return lost


def _name(call: ast.Call) -> str:
    """What a call calls, without what stands before a dot."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _silent(tree: ast.AST) -> set[int]:
    """Literals that nobody reads: docstrings, and other spellings of headings and answers."""
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if not isinstance(node, ast.Call):
            continue
        name = _name(node)
        if name == "column":
            silent |= {id(text) for text in node.args[2:]}
        elif name == "choice" and node.args and isinstance(node.args[0], ast.Tuple):
            silent |= {id(text) for row in node.args[0].elts if isinstance(row, ast.Tuple) for text in row.elts[2:]}
    return silent


def test_the_translations_are_complete_and_fresh() -> None:
    """Also what was compiled is what the catalogue says."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.words", "--check"], cwd=HOME, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]


@pytest.mark.parametrize(
    ("written", "instead", "stale"),
    [
        ('msgstr "Undo"', 'msgstr "Take back"', ["zhengzhou_desk.mo"]),
        ('msgid "撤销"', 'msgid "一句已经没有人说的话"', ["zhengzhou_desk.po", "zhengzhou_desk.mo"]),
    ],
)
def test_what_is_stale_is_found(
    tmp_path: Path, monkeypatch: Any, capsys: Any, written: str, instead: str, stale: list[str]
) -> None:
    """English that was not compiled; a sentence that the program says, and one that it no longer does."""
    for kept in (words.FILE, words.FILE.with_suffix(".mo")):
        shutil.copy(kept, tmp_path)
    file = tmp_path / words.FILE.name
    file.write_text(file.read_text(encoding="utf-8").replace(written, instead, 1), encoding="utf-8")
    monkeypatch.setattr(words, "FILE", file)
    assert words.main(["--check"]) == 1
    said = capsys.readouterr().out
    assert [name for name in ("zhengzhou_desk.po", "zhengzhou_desk.mo") if f"{name} is not what" in said] == stale


def test_what_is_counted_is_given_its_number() -> None:
    """`message` and `said` take the number; `tr` would say one of them for any number."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node) in {"tr", "translate", "translated"}:
                marks = [_name(inner) for inner in node.args if isinstance(inner, ast.Call)]
                assert "counted" not in marks, f"{path.name}:{node.lineno}"


def test_no_literal_is_left_out() -> None:
    assert left_out(set(sentences())) == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("一句没有人收的话")', 'HINT = "一句没有人收的话"', 'say(f"一句没有人收的话{count}")', 'empty_text("一句没有人收的话")',
        'ROWS = [("x", "一句没有人收的话")]', '{"text": "一句没有人收的话"}',
    ],
)  # fmt: skip
def test_a_sentence_that_nobody_collects_is_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "gui").mkdir()
    (tmp_path / "gui" / "page.py").write_text(f'"""页。"""\n\n{line}\n', encoding="utf-8")
    assert left_out(set(), tmp_path) == [("gui/page.py", 3, "一句没有人收的话")]
    assert left_out({"一句没有人收的话"}, tmp_path) == []


def test_an_explanation_names_something_that_is_there() -> None:
    for name, (why, texts) in ALWAYS.items():
        assert (PACKAGE / name).exists(), name
        assert why
        source = (PACKAGE / name).read_text(encoding="utf-8") if texts else ""
        assert all(text in source for text in texts or ()), name


def test_what_is_wrong_with_the_english_is_said() -> None:
    known = Catalog(locale="en")
    known.add("好", "good")
    known.add("没有英文的")
    known.add("{path} 写不进去", "cannot be written")
    known.add("没有标的 {count} 行", "{count} rows")
    known.add(("{count} 格", "{count} 格"), ("one cell", "{count} cells"))
    known.add(("{count} 行", "{count} 行"), ("{count} row", ""))
    said = [*words.faults(known)]
    assert [fault.split(": ")[-1].split("  (")[0] for fault in said] == [
        "没有英文的", "{path} 写不进去", "没有标的 {count} 行", "{count} 格", "{count} 行",
    ]  # fmt: skip


def test_what_was_missing_is_collected() -> None:
    found = sentences()
    for text in (
        "还没有内容。可以直接在表格里输入，或从菜单“文件”中导入电子表格。", "还没有发出通知书。请在菜单“文书”中选“起草通知书”。", "通知书台账",
        "{path} 需要的内存太多，不予读取", "公式没有结果", "各部门之和", "{row}：{reason}",
    ):  # fmt: skip
        assert not CHINESE.search(found[text][0])
    assert not [
        form for forms in found.values() for form in forms if any(mark in form for mark in "，。：；？！（）")
    ], "no full-width marks in English"
