"""Hostile and broken files: refused in one sentence, and nobody is harmed."""

from __future__ import annotations

import datetime
import io
import random
import zipfile
from pathlib import Path

import pytest

from tests.books import written
from tests.exchange.made import HEAD, HTML, TEXT
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import guard
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
        (
            "merge",
            changed(
                "merge",
                sheet,
                b"</sheetData>",
                b'</sheetData><mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>',
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


def test_hostile_files_are_refused_in_one_sentence(tmp_path: Path) -> None:
    for name, path in hostile(tmp_path):
        started = datetime.datetime.now()
        with pytest.raises(Refused) as caught:
            read_workbook(path)
        assert caught.value.text().strip(), name
        assert caught.value.text("en").strip(), name
        assert (datetime.datetime.now() - started).total_seconds() < 8, name


def test_two_thousand_mutated_files_harm_nobody(tmp_path: Path) -> None:
    """Each mutant is examined and read as the child reads it, many to a process; a child that dies is only a refusal."""
    base = written(
        tmp_path / "base.xlsx",
        单位=[["单位编码", "单位名称"], ["101003", "一小"]],
        填报=[HEAD, *([2024, "101003", n, n, None] for n in range(30))],
    )
    sources = [base.read_bytes(), TEXT.encode(), TEXT.encode("gb18030"), HTML.encode("gb18030"), TEXT.encode("utf-16")]
    chance = random.Random(832)
    folder = tmp_path / "mutants"
    folder.mkdir()
    for number in range(2_000):
        content = bytearray(chance.choice(sources))
        for _ in range(chance.randint(1, 12)):
            place = chance.randrange(len(content))
            if chance.random() < 0.3:
                del content[place : place + chance.randint(1, 40)]
            else:
                content[place] = chance.randrange(256)
            if not content:
                content = bytearray(b"x")
        folder.joinpath(f"{number:04d}.xlsx").write_bytes(content)
    import subprocess
    import sys

    script = (
        "import sys, pathlib\n"
        f"sys.path.insert(0, {str(Path(guard.__file__).parents[2])!r})\n"
        "from zhengzhou_desk.common.errors import Refused\n"
        "from zhengzhou_desk.exchange import confined, sheet_process as child\n"
        "confined._limit(250)\n"
        "for path in sorted(pathlib.Path(sys.argv[1]).iterdir())[int(sys.argv[2]):]:\n"
        "    try:\n"
        "        child.read(path)\n"
        "        print('read', flush=True)\n"
        "    except Refused as refused:\n"
        "        assert refused.text()\n"
        "        print('refused', flush=True)\n"
    )
    done = deaths = 0
    while done < 2_000:
        ran = subprocess.run(
            [sys.executable, "-c", script, str(folder), str(done)],
            capture_output=True,
            text=True,
            timeout=250,
            check=False,
        )
        lines = len(ran.stdout.split())
        assert "Traceback" not in ran.stderr, ran.stderr[-2000:]
        done += lines
        if ran.returncode:
            deaths += 1
            done += 1
    assert deaths < 20
