"""《采购人交易账号开通填报表》: who needs a trading account, in the columns of an editable template."""

from __future__ import annotations

import io
import tomllib
from decimal import Decimal
from typing import TYPE_CHECKING

from zhengzhou_desk.common.atomic_file import XLSX, atomic
from zhengzhou_desk.common.paths import TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

TEMPLATE = "account_form.toml"


def write_form(path: Path, rows: Sequence[Mapping[str, str]]) -> None:
    """Writes the form; each row gives its values by the names that the template uses."""
    with (TEMPLATES / TEMPLATE).open("rb") as file:
        template = tomllib.load(file)
    columns = template["column"]
    titles = [(column["title"], column["width"]) for column in columns]
    write_list(path, template["title"], titles, [[row.get(column["value"], "") for column in columns] for row in rows])


def write_list(
    path: Path,
    title: str,
    columns: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str | Decimal]],
    *,
    is_source: bool = False,
) -> None:
    """A titled list of texts, ready to be sent; the source of a mail merge begins with its headings instead.

    A Decimal is an amount and stays a number.
    """
    import xlsxwriter

    with atomic(path, XLSX, private=True) as part:
        stream = io.BytesIO()
        book = xlsxwriter.Workbook(
            stream,
            {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False, "in_memory": True},
        )
        sheet = book.add_worksheet(title[:31])
        base = {"font_name": "宋体", "font_size": 10.5, "valign": "vcenter", "text_wrap": True}
        bold = book.add_format({**base, "font_name": "黑体", "font_size": 16, "align": "center"})
        head = book.add_format({**base, "font_name": "黑体", "align": "center", "border": 1, "bg_color": "#eef1f4"})
        cell = book.add_format({**base, "border": 1, "num_format": "@"})
        amount = book.add_format({**base, "border": 1, "num_format": "#,##0.00", "align": "right"})
        top = 0 if is_source else 1
        if not is_source:
            sheet.merge_range(0, 0, 0, max(1, len(columns) - 1), title, bold)
            sheet.set_row(0, 30)
        for place, (heading, width) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(top, place, heading, head)
        for number, row in enumerate(rows, top + 1):
            for place, given in enumerate(row):
                if isinstance(given, Decimal):
                    sheet.write_number(number, place, given, amount)
                else:
                    sheet.write_string(number, place, given, cell)
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(0, top)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        book.close()
        part.write_bytes(stream.getvalue())
