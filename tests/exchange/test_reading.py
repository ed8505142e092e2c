"""Reading: the kind of a file is told by its content."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.exchange.made import HTML, TEXT, reasons
from zhengzhou_desk.services import imports
from zhengzhou_desk.services.desk import Desk


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", TEXT.encode()), ("b.csv", b"\xef\xbb\xbf" + TEXT.encode()), ("c.csv", TEXT.encode("gb18030")),
        ("d.txt", TEXT.replace(",", "\t").encode("utf-16")), ("e.xls", HTML.encode("gb18030")), ("f.csv", TEXT.replace(",", "，").encode()),
    ],
)  # fmt: skip
def test_kinds_are_told_by_content(desk: Desk, tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    plan = imports.plan_file(desk, path)
    assert reasons(plan) == ""
    assert [(row.after.cell("total"), row.after.cell("reserve")) for row in plan.rows if row.after] == [(10**8, 10**7)]
