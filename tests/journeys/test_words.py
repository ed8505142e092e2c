"""Whatever reaches a person or the city is in words: no rule's id, no code of a choice, no unit's code without its name."""

from __future__ import annotations

import dataclasses
import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from openpyxl import load_workbook

from tests.books import clock
from zhengzhou_desk.common.messages import CHINESE, ENGLISH, LANGUAGES
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import WARNING, params
from zhengzhou_desk.records import CLASSES, Filing, Notice, Purchase, Unit
from zhengzhou_desk.records.kinds import Choice
from zhengzhou_desk.records.notice import DELIVERED
from zhengzhou_desk.reports.bulletin import Bulletin
from zhengzhou_desk.reports.unit_status import STATES
from zhengzhou_desk.services import check_json, dismissals, editing, exports, imports, orders, unit_changes
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletin_document, bulletins, drafting, register, reminders, rendering
from zhengzhou_desk.services.notices.city_report import city_report

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.policy.engine import Finding

DAY = datetime.date(2024, 11, 20)


@cache
def ids() -> frozenset[str]:
    """Every name of the program's own that a person must never read."""
    kinds = [column.kind for cls in CLASSES for column in cls.table.columns]
    kinds += [param.kind for param in params().values()]
    options = {option.code for kind in kinds if isinstance(kind, Choice) for option in kind.options}
    columns = {column.name for cls in CLASSES for column in cls.table.columns}
    tables = {cls.table.name for cls in CLASSES}
    return frozenset({*packs().rules, *options, *columns, *tables, *STATES, *params()} - {""})


def told(text: str, lang: str = CHINESE) -> list[str]:
    """The ids in a text. In English many of them are words; those of two words joined by a line are not."""
    words = re.findall(r"[a-z][a-z_.]*", text) if lang == CHINESE else re.findall(r"[a-z]+(?:_[a-z]+)+", text)
    return [word for word in words if word in ids()]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """The sample county after a year's work: imported, changed, set aside, issued, delivered, reported."""
    folder = tmp_path_factory.mktemp("words")
    with Desk.new(folder / "县.zzd", region="410105", bureau="示例县财政局", year=2024, clock=clock, who="王") as desk:
        desk.set_today(DAY)
        imports.apply_plan(desk, imports.plan_file(desk, SAMPLE))
        editing.set_setting(desk, "contact", "王老师")
        editing.set_setting(desk, "law.filing_due", "04-30", 2024, "郑财〔2024〕1号")
        editing.set_setting(desk, "law.severity.late", "提示", 2024, "郑财〔2024〕1号")
        warning = next(found for found in desk.findings() if found.severity == WARNING and found.rule != "late")
        dismissals.dismiss(desk, warning, "已核实")
        filing = next(row for row in desk.rows(Filing) if row.year == 2024 and row.state == "confirmed" and row.total)
        editing.edit(desk, filing, "reserve", "12345")
        editing.edit_many(desk, [(filing, "platform_note", "说明")])
        _change_units(desk)
        notices = register.issue(desk, drafting.drafts(desk))
        register.issue(desk, reminders.reminders(desk)[:3])
        register.advance(desk, notices[:3], DELIVERED, DAY)
        bulletins.keep(desk, bulletins.make(desk, 2024))
        yield desk


def _change_units(desk: Desk) -> None:
    own = [unit for unit in desk.rows(Unit) if unit.canteen == "own" and unit.closed is None and unit.department]
    desk.apply(unit_changes.merge(desk, own[:2], own[2], DAY, basis="文件").entry)
    desk.apply(unit_changes.rename(desk, own[3], "改名后的学校", DAY, basis="文件").entry)
    desk.apply(unit_changes.dissolve(desk, own[4], DAY, basis="文件").entry)
    order = next(row for row in desk.rows(Purchase) if row.buyer == own[5].code)
    orders.move(desk, [order], own[6], "记错")


def findings(desk: Desk) -> tuple[Finding, ...]:
    return tuple({(found.rule, found.stage, found.severity): found for found in desk.findings()}.values())


def cells(path: Path) -> Iterator[tuple[str, tuple[object, ...]]]:
    book = load_workbook(path, data_only=True)
    for sheet in book:
        yield sheet.title, (sheet.title,)
        for row in sheet.iter_rows(values_only=True):
            yield sheet.title, row


def written(desk: Desk, folder: Path) -> dict[str, Path]:
    """Every workbook that is made from a book, but for the public one, whose columns are stated."""
    made = {name: folder / f"{name}.xlsx" for name in ("summary", "wan", "accounts", "changes", "bulletin", "scores")}
    exports.write_summary(desk, made["summary"])
    exports.write_summary(desk, made["wan"], wan=True)
    exports.write_accounts(desk, made["accounts"])
    exports.write_changes(desk, made["changes"])
    exports.write_bulletin(desk, made["bulletin"], bulletin(desk).reports)
    exports.write_score_sheet(desk, made["scores"])
    return made


def bulletin(desk: Desk) -> Bulletin:
    return bulletins.make(desk, 2024)


def test_every_workbook_is_in_words(desk: Desk, tmp_path: Path) -> None:
    for name, path in written(desk, tmp_path).items():
        for sheet, row in cells(path):
            for cell in row:
                assert not (isinstance(cell, str) and told(cell)), (name, sheet, cell)


def test_the_public_workbook_is_in_words(desk: Desk, tmp_path: Path) -> None:
    exports.export_book(desk, tmp_path / "e.xlsx")
    for sheet, row in cells(tmp_path / "e.xlsx"):
        for cell in row:
            assert not (isinstance(cell, str) and told(cell)), (sheet, cell)


def test_no_unit_s_code_stands_in_a_sheet_without_its_name(desk: Desk, tmp_path: Path) -> None:
    names = {unit.code: unit.name for unit in desk.tables.all(Unit)}
    for name, path in written(desk, tmp_path).items():
        for sheet, row in cells(path):
            texts = [cell for cell in row if isinstance(cell, str)]
            for text in texts:
                called = names.get(text)
                assert called is None or any(called in other for other in texts), (name, sheet, row)


def test_every_paper_is_in_words(desk: Desk) -> None:
    notices = [row for row in desk.tables.all(Notice) if row.content]
    made = [rendering.reprint(row) for row in (notices[0], notices[-1])]
    letters = (
        bulletin_document.content(desk, bulletin(desk)),
        city_report(desk, 2024),
        bulletins.score_letter(desk),
    )
    made += [
        rendering.pdf_of(letter) for letter in (*letters, *drafting.drafts(desk)[:5], *reminders.reminders(desk)[:5])
    ]
    for pdf in made:
        document = pypdfium2.PdfDocument(pdf)
        text = "\n".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
        assert len(text) > 100
        assert told(text) == []
        document.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_finding_is_in_words(desk: Desk, lang: str) -> None:
    wording = desk.wording(lang)
    for found in findings(desk):
        for text in (
            wording.title(found.rule),
            wording.message(found),
            wording.formula(found),
            wording.advice(found),
            *wording.articles(found),
        ):
            assert told(text, lang) == [], (found.rule, text)
    for answer in check_json.check_answer(desk, lang=lang)["findings"]:
        assert told(answer["message"], lang) == [], answer


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_line_of_the_journal_is_in_words(desk: Desk, lang: str) -> None:
    codes = {unit.code: unit.name or "" for unit in desk.tables.all(Unit)}
    lines = desk.journal()
    assert {line.name for line in lines} >= {
        "import",
        "edit",
        "setting",
        "set_aside",
        "issue",
        "register",
        "unit_merge",
        "bulletin",
        "move_orders",
    }
    for line in lines:
        text = editing.step_text(line, lang)
        assert told(text, lang) == [], text
        for word in re.split(r"[\s、，：,:]+", text):
            assert word not in codes or codes[word] in text or line.name == "unit_rename", text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_value_is_shown_in_words(desk: Desk, lang: str) -> None:
    """As the window's tables, the unit's page and the journal show it."""
    for cls in CLASSES:
        for row in desk.tables.all(cls):
            for column in cls.table.columns:
                if (cls.table.name, column.name) in KEPT:
                    continue
                shown = column.kind.show(row.cell(column.name), lang)
                assert told(shown, lang) == [], (cls.table.name, column.name, shown)
            assert told(editing.row_name(row, desk.tables, lang), lang) == []


# What a machine reads again: the frozen document of a notice, the bureau's wordings, the figures of a warning set aside.
KEPT = {("notice", "content"), ("setting", "value"), ("aside", "facts"), ("submission", "content")}


def test_the_register_says_for_what_a_notice_was(desk: Desk) -> None:
    column = Notice.table.column("rules")
    notice = next(row for row in desk.tables.all(Notice) if row.rules and "ratio" in row.rules.split("、"))
    for lang, title in ((CHINESE, "预留比例"), (ENGLISH, "atio")):
        shown = column.kind.show(notice.rules, lang)
        assert title in shown
        assert column.kind.parse(shown) == notice.rules if lang == CHINESE else True
    # A person's own words stay as they are.
    assert (
        dataclasses.replace(notice, rules="电话催办").rules
        == column.kind.parse("电话催办")
        == column.kind.show("电话催办")
    )
