"""Sheets as they come: a folder of small inputs, one a kind, each with what must be read, asked, left out or refused.

Every file in `sheets/` is one input, which a clerk can read: its sheets (or the text of the file), and under `expect`
what becomes of it. `read` are the rows that are taken over, by the labels of their columns and as the window shows
them; `left_out` the rows that are no data, whole; `refused` and `said` are parts of sentences. What is expected of
rows is all of it: no other row is read, left out or refused.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tests.books import new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import sheet_process
from zhengzhou_desk.exchange.plan import CHANGED, NEW, REFUSED
from zhengzhou_desk.services import imports

if TYPE_CHECKING:
    from zhengzhou_desk.exchange.plan import ImportPlan, PlannedRow
    from zhengzhou_desk.services.desk import Desk

INPUTS = sorted((Path(__file__).parent / "sheets").glob("*.toml"))


def made(case: dict[str, Any], folder: Path) -> Path:
    """The input as a file."""
    if "text" in case:
        path = folder / str(case["file"])
        path.write_text(case["text"].lstrip("\n"), encoding=case.get("encoding", "utf-8"))
        return path
    if "file" in case:
        return Path(__file__).parent / "sheets" / str(case["file"])
    book = Workbook()
    book.remove(book.active)  # type: ignore[arg-type]
    if case.get("days_from_1904"):
        book.epoch = CALENDAR_MAC_1904
    for given in case["sheet"]:
        sheet = book.create_sheet(given["name"])
        for row in given["rows"]:
            sheet.append([None if cell == "" else cell for cell in row])
        for place, form in given.get("formats", {}).items():
            sheet[place].number_format = form
        for place, value in given.get("far", {}).items():
            sheet[place] = value
        for place in given.get("styled", ()):
            sheet[place].font = Font(bold=True)
        for place in given.get("merged", ()):
            sheet.merge_cells(place)
    path = folder / "a.xlsx"
    book.save(path)
    return path


def planned(desk: Desk, case: dict[str, Any], folder: Path) -> ImportPlan:
    """What an import of the input would do, read as the child reads and hands over."""
    path = made(case, folder)
    sheets = [
        sheet_process.unpacked(sheet_process._packed(sheet), path.stem) for sheet in sheet_process.read(path)
    ]  # the child itself is proved in test_reading
    return imports.plan_sheets(desk, sheets, path.name, case.get("year"))


def shown(row: PlannedRow, labels: list[str]) -> dict[str, str]:
    """A row that is taken over, as the window shows it."""
    assert row.after is not None
    columns = {column.label: column for column in row.cls.table.columns}
    return {label: columns[label].kind.show(row.after.cell(columns[label].name)) for label in labels}


@pytest.mark.parametrize("path", INPUTS, ids=lambda path: path.stem)
def test_a_sheet_as_it_comes(path: Path, tmp_path: Path) -> None:
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    expect = case["expect"]
    units = [unit(code, name, department=next(iter(rest), None)) for code, name, *rest in case.get("units", [])]
    with new_desk(tmp_path, unit("101003", "第一小学"), unit("101004", "金水区（东）小学"), *units) as desk:
        if "stopped" in expect:
            with pytest.raises(Refused) as stopped:
                planned(desk, case, tmp_path)
            assert expect["stopped"] in stopped.value.text()
            return
        plan = planned(desk, case, tmp_path)
    read = [row for row in plan.rows if row.verdict in (NEW, CHANGED)]
    wanted = expect.get("read", [])
    reasons = [reason.text() for row in plan.refused for reason in row.reasons]
    assert [shown(row, list(want)) for row, want in zip(read, wanted, strict=False)] == wanted, reasons
    assert len(read) == len(wanted), read
    assert [row.text() for row in plan.left_out] == expect.get("left_out", [])
    refused = expect.get("refused", [])
    for part in refused:
        assert any(part in reason for reason in reasons), reasons
    assert all(any(part in reason for part in refused) for reason in reasons), reasons
    assert all(row.verdict == REFUSED or row in read for row in plan.rows)
    said = "\n".join(remark.text() for remark in plan.remarks)
    for part in expect.get("said", []):
        assert part in said
