"""The reading child: reads one spreadsheet in a process of its own, which may be limited and killed."""

from __future__ import annotations

import contextlib
import datetime
import json
import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.exchange import guard, plain_text
from zhengzhou_desk.exchange.sheet import NOT_COMPUTED, Broken, Cell, Row, Sheet

MEMORY = 2**30
_ERROR = re.compile(r"#(REF!|N/A|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")
# How a cell travels: None and bool as they are, others as text behind a letter.
_TEXT, _NUMBER, _DAY, _BROKEN = "s", "n", "d", "b"


def main(arguments: list[str]) -> int:
    """Reads the file named and writes its sheets, or the reason why not, as JSON to the file named second."""
    source, answer = Path(arguments[0]), Path(arguments[1])
    _limit()
    said: dict[str, Any]
    try:
        said = {"sheets": [_packed(sheet) for sheet in read(source)]}
    except Refused as refused:
        fields = {name: str(value) for name, value in refused.message.fields}
        said = {"refused": refused.message.template, "fields": fields}
    except MemoryError:
        said = {"refused": "{path} 需要的内存太多，不予读取", "fields": {"path": str(source)}}
    answer.write_text(json.dumps(said, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
    return 0


def _limit() -> None:
    """No more memory than a spreadsheet may take, where the system can say so."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(path: Path) -> tuple[Sheet, ...]:
    """The sheets of a file. Only ever called in the child: a legal file can abort the reading library."""
    kind = guard.kind_of(path)
    marks = guard.examine(path, kind)
    if kind == guard.TEXT:
        return (plain_text.read_text(path),)
    if kind == guard.HTML:
        return plain_text.read_html(path)
    return _by_library(path, kind, marks)


def _by_library(path: Path, kind: str, marks: dict[str, guard.Marks]) -> tuple[Sheet, ...]:
    import python_calamine

    try:
        book = python_calamine.CalamineWorkbook.from_path(str(path))
        by_name = _marks_by_sheet(path, marks) if kind == guard.XLSX else {}
        hidden = {meta.name for meta in book.sheets_metadata if str(meta.visible).rsplit(".", 1)[-1] != "Visible"}
        sheets = []
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            if sheet.height > guard.MOST_ROWS or sheet.width > guard.MOST_COLUMNS:
                raise guard.far(path)
            sheets.append(_sheet(name, sheet, by_name.get(name, guard.Marks()), hidden=name in hidden))
        return tuple(sheets)
    except (Refused, MemoryError):
        raise
    except Exception:  # noqa: BLE001 - the library has a dozen errors, all of which say: broken
        raise guard.broken(path) from None


def _marks_by_sheet(path: Path, marks: dict[str, guard.Marks]) -> dict[str, guard.Marks]:
    """Marks by the sheet's name: the workbook names sheets by relation ids, the relations name the parts."""
    import zipfile
    from xml.etree import ElementTree as ET

    with zipfile.ZipFile(path) as packed:
        workbook = ET.fromstring(packed.read("xl/workbook.xml"))  # noqa: S314 - examined for entities before
        relations = ET.fromstring(packed.read("xl/_rels/workbook.xml.rels"))  # noqa: S314
    targets = {relation.get("Id"): relation.get("Target", "") for relation in relations}
    found = {}
    for element in workbook.iter():
        if element.tag.endswith("}sheet"):
            relation = next((value for key, value in element.attrib.items() if key.endswith("}id")), None)
            target = targets.get(relation, "").lstrip("/").removeprefix("xl/")
            found[element.get("name", "")] = marks.get(f"xl/{target}", guard.Marks())
    return found


def _sheet(name: str, sheet: Any, marks: guard.Marks, *, hidden: bool) -> Sheet:
    start = sheet.start or (0, 0)
    before = (None,) * start[1]
    rows = [(*before, *(_cell(value) for value in row)) for row in sheet.to_python(skip_empty_area=True)]
    grid = [list(row) for row in rows]
    for row, column in marks.not_computed:
        place = row - 1 - start[0]
        if 0 <= place < len(grid):
            grid[place] += [None] * (column + 1 - len(grid[place]))
            grid[place][column] = NOT_COMPUTED
    for (top, left), (bottom, right) in getattr(sheet, "merged_cell_ranges", None) or ():
        _spread(grid, top - start[0], left, bottom - start[0], right)
    return Sheet(
        name, tuple(tuple(row) for row in grid), frozenset(marks.hidden_rows), start[0] + 1,
        frozenset(marks.hidden_columns), hidden,
    )  # fmt: skip


def _spread(grid: list[list[Cell]], top: int, left: int, bottom: int, right: int) -> None:
    """A merged cell's value into each cell it covers, where it is a heading's (in the first rows of the sheet)."""
    if not 0 <= top < min(len(grid), 20) or left >= len(grid[top]):
        return
    value = grid[top][left]
    for row in grid[top : min(bottom + 1, top + 5)]:
        row += [None] * (min(right, guard.MOST_COLUMNS) + 1 - len(row))
        for column in range(left, right + 1):
            if row[column] is None:
                row[column] = value


def _cell(value: Any) -> Cell:
    """A value of the library as an exact one.

    A number is the decimal of at most 15 digits that the spreadsheet itself shows: its binary form
    is told from it by no sheet, so 1004.92 is 1004.92 and a sum that came out as 0.30000000000000004 is 0.3.
    """
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        number = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
        return number if number.is_finite() else Broken(str(value))
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    if isinstance(value, str):
        return Broken(value) if _ERROR.fullmatch(value.strip()) else value
    return str(value)


# -- the way to the parent -------------------------------------------------------------------------


def _packed(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "first": sheet.first,
        "hidden": sheet.hidden,
        "hidden_rows": sorted(sheet.hidden_rows),
        "hidden_columns": sorted(sheet.hidden_columns),
        "rows": [[_sent(cell) for cell in row] for row in sheet.rows],
    }


def _sent(cell: Cell) -> str | bool | None:
    if cell is None or isinstance(cell, bool):
        return cell
    if isinstance(cell, str):
        return _TEXT + cell
    if isinstance(cell, Decimal):
        return f"{_NUMBER}{cell:f}"
    return _DAY + cell.isoformat() if isinstance(cell, datetime.date) else _BROKEN + cell.text


def unpacked(given: dict[str, Any]) -> Sheet:
    """A sheet as the parent takes it from the child."""
    rows: list[Row] = [tuple([_taken(cell) for cell in row]) for row in given["rows"]]
    return Sheet(
        given["name"], tuple(rows), frozenset(given["hidden_rows"]), given["first"], frozenset(given["hidden_columns"]),
        given["hidden"],
    )  # fmt: skip


def _taken(cell: str | bool | None) -> Cell:
    if cell is None or isinstance(cell, bool):
        return cell
    sort, text = cell[0], cell[1:]
    if sort == _TEXT:
        return text
    if sort == _NUMBER:
        return Decimal(text)
    return datetime.date.fromisoformat(text) if sort == _DAY else Broken(text)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
