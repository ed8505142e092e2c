"""What is handed to whoever helps holds figures and faults, and nothing of the book or of a person."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from tests.books import clock, filing, new_desk, unit
from zhengzhou_desk.common.messages import message
from zhengzhou_desk.records import Account
from zhengzhou_desk.services import diagnosis
from zhengzhou_desk.store.checkup import ADVICE, Check

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

SECRET = (
    "欧阳明德",
    "13917345628",
    "金水区文化路917号",
    "金水区第九小学",
    "旧公司",
    "91410105MA00000001",
    "wanglaoshi",
    "lixiaoming",
    "王科长",
)


def test_the_zip_tells_of_faults_and_counts_and_of_no_person_unit_or_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnosis, "user", lambda: "wanglaoshi")
    folder = tmp_path / "王科长"
    folder.mkdir()
    soe = Account(
        name="旧公司", uscc="91410105MA00000001", unit="101001", contact=SECRET[0], phone=SECRET[1], address=SECRET[2]
    )
    note = tmp_path / "crash.log"
    with new_desk(folder, unit("101001", SECRET[3], contact=SECRET[0], phone=SECRET[1]), soe, filing()) as desk:
        note.write_text(
            f'File "{desk.path}", line 1\nFile "/home/lixiaoming/x.py"\n'
            f"KeyError: {' '.join(word for word in SECRET if word != 'lixiaoming')}\nopen('/data/王科长/另一本.zzd') C:\\Users\\wanglaoshi\\x 13800001111\n",
            encoding="utf-8",
        )
        out = tmp_path / "诊断.zip"
        diagnosis.write(out, {"qt": "6"}, {"look": "dark"}, (note, tmp_path / "none"), diagnosis.facts(desk), clock)
        desk_name = desk.path.stem
    with zipfile.ZipFile(out) as packed:
        said = {name: packed.read(name).decode() for name in packed.namelist()}
    assert set(said) == {"program.json", "settings.json", "crash.log", "book.json"}
    for word in (*SECRET, "13800001111", "另一本", desk_name):
        assert not any(word in text for text in said.values()), word
    assert "KeyError" in said["crash.log"]
    book = json.loads(said["book.json"])
    assert (book["rows"]["unit"], book["rows"]["filing"]) == (1, 1)
    assert {check["state"] for check in book["checkup"]} & {"good"}
    assert book["findings"]


def test_whom_the_check_up_names_is_not_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = Check(ADVICE, message("{who} 留下的", who="李四"), message("问 {who}", who="李四"))
    monkeypatch.setattr(diagnosis, "checkup", lambda *_: (found,))
    with new_desk(tmp_path, unit()) as desk:
        diagnosis.write(tmp_path / "x.zip", {}, {}, (), diagnosis.facts(desk), clock)
    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        said = packed.read("book.json").decode()
    assert "留下的" in said and "李四" not in said


def test_a_note_about_another_book_names_nobody_either() -> None:
    said = diagnosis.cleaned("File 'x.py', line 3\nKeyError: '金水区第九小学' 91410105MA00000001 13800001111", None)
    assert said == "File 'x.py', line 3\nKeyError: '＊＊＊' ＊＊＊ ＊＊＊"


def test_without_a_book_and_without_notes_it_is_written_too(tmp_path: Path) -> None:
    diagnosis.write(tmp_path / "x.zip", {}, {}, (), None, clock)
    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        assert packed.namelist() == ["program.json", "settings.json"]
