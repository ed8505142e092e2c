"""Hostile and broken files are refused in one sentence; mutated ones are in `tests/faults/sheets.py`."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import pytest

from tests.books import written
from tests.exchange.made import HEAD
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange.reading import read_workbook


def hostile(folder: Path) -> list[tuple[str, Path]]:
    base = written(folder / "base.xlsx", 填报=[HEAD, [2024, "101003", 1, 1, None]]).read_bytes()

    def changed(name: str, part: str, old: bytes, new: bytes) -> Path:
        path = folder / f"{name}.xlsx"
        with zipfile.ZipFile(io.BytesIO(base)) as source, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as target:
            for item in source.namelist():
                content = source.read(item)
                target.writestr(item, content.replace(old, new) if item == part else content)
        return path

    sheet = "xl/worksheets/sheet1.xml"
    spaces = folder / "spaces.xlsx"
    with zipfile.ZipFile(io.BytesIO(base)) as source, zipfile.ZipFile(spaces, "w", zipfile.ZIP_DEFLATED) as target:
        for item in source.namelist():
            target.writestr(item, source.read(item))
        target.writestr("xl/media/big.xml", b" " * (450 * 2**20))
    files = [
        (
            "far",
            changed(
                "far", sheet, b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
            ),
        ),
        ("doctype", changed("doctype", sheet, b"<worksheet", b'<!DOCTYPE x [<!ENTITY a "b">]><worksheet')),
        ("bomb", spaces),
    ]
    for name, content in (
        ("truncated", base[: len(base) // 2]), ("empty", b""), ("picture", b"\x89PNG\r\n\x1a\n" + bytes(100)), ("text", b"\x00\x01\xff" * 50),
        ("encrypted", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le") + bytes(600)),
        ("ole", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)),
    ):  # fmt: skip
        path = folder / f"{name}.xlsx"
        path.write_bytes(content)
        files.append((name, path))
    return files


@pytest.mark.usefixtures("read_there_and_here")
def test_hostile_files_are_refused_in_one_sentence(tmp_path: Path) -> None:
    for name, path in hostile(tmp_path):
        started = datetime.datetime.now()
        with pytest.raises(Refused) as caught:
            read_workbook(path)
        assert caught.value.text().strip(), name
        assert caught.value.text("en").strip(), name
        assert (datetime.datetime.now() - started).total_seconds() < 8, name
