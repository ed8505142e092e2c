"""Workbooks written part by part, as no spreadsheet program would write them."""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

from zhengzhou_desk.exchange.plan import ImportPlan

if TYPE_CHECKING:
    from pathlib import Path


MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def sheet_xml(rows: str, *, prefix: str = "", after: str = "") -> str:
    """A worksheet of these rows, which bear the same prefix."""
    mark, space = (f"{prefix}:", f":{prefix}") if prefix else ("", "")
    return f'<?xml version="1.0"?><{mark}worksheet xmlns{space}="{MAIN}"><{mark}sheetData>{rows}</{mark}sheetData>{after}</{mark}worksheet>'


def xlsx(path: Path, sheet: str | bytes, **parts: str | bytes) -> Path:
    """An .xlsx of one worksheet 填报 whose XML is given; `parts` replace others by the first word of their names."""
    names = {
        "content": ("[Content_Types].xml", f'<Types xmlns="{_PACKAGE}/content-types"/>'),
        "rels": ("_rels/.rels", f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="d" Type="{RELATION}/officeDocument" Target="xl/workbook.xml"/></Relationships>'),
        "workbook": ("xl/workbook.xml", f'<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><sheets><sheet name="填报" sheetId="1" r:id="a"/></sheets></workbook>'),
        "relations": ("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="a" Type="{RELATION}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'),
        "strings": ("xl/sharedStrings.xml", f'<sst xmlns="{MAIN}"></sst>'),
    }  # fmt: skip
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for key, (name, content) in names.items():
            packed.writestr(name, parts.get(key, content))
        packed.writestr("xl/worksheets/sheet1.xml", sheet)
    return path


def ods(path: Path, rows: str) -> Path:
    """An .ods of one table 填报."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr("META-INF/manifest.xml", "<manifest/>")
        packed.writestr(
            "content.xml",
            f'<office:document-content {spaces}><office:body><office:spreadsheet><table:table table:name="填报">{rows}</table:table></office:spreadsheet></office:body></office:document-content>',
        )
    return path


HEAD = ["年度", "单位编码", "年度食堂食材采购总额", "预留份额", "状态"]


def reasons(plan: ImportPlan) -> str:
    return "\n".join(reason.text() for row in plan.refused for reason in row.reasons)


def remarks(plan: ImportPlan) -> str:
    return "\n".join(remark.text() for remark in plan.remarks)


TEXT = "年度,单位编码,年度食堂食材采购总额,预留份额\n2024,101003,1000000,100000\n"
HTML = "<html><meta charset=gb2312><table><tr><th>年度</th><th>单位编码</th><th>采购总额</th><th>预留份额</th></tr><tr><td>2024<td>101003<td>1,000,000<td>100000</tr></table>"
