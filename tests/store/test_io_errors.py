"""What goes wrong with a file, in plain words: a full disk is called a full disk, and a busy book a busy one."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.store.io_errors import Damaged, Readonly, plain_errors

BOOK = Path("金水.zzd")


def raised(error: BaseException) -> Refused:
    with pytest.raises(Refused) as caught, plain_errors(BOOK):
        raise error
    return caught.value


def of_sqlite(name: str) -> sqlite3.OperationalError:
    error = sqlite3.OperationalError("x")
    error.sqlite_errorname = name
    return error


@pytest.mark.parametrize(
    ("name", "words", "sort"),
    [
        ("SQLITE_FULL", "磁盘已满", Refused), ("SQLITE_BUSY", "正被另一个程序使用", Refused), ("SQLITE_NOTADB", "不是郑采台账", Refused),
        ("SQLITE_READONLY", "只读", Readonly), ("SQLITE_CORRUPT", "已损坏", Damaged), ("SQLITE_CANTOPEN", "打不开", Refused),
    ],
)  # fmt: skip
def test_faults_of_the_book_are_told_apart(name: str, words: str, sort: type[Refused]) -> None:
    refused = raised(of_sqlite(name))
    assert words in refused.text()
    assert "金水.zzd" in refused.text()
    assert type(refused) is sort


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "磁盘已满"), (errno.EACCES, "没有权限")])
def test_faults_of_the_system_are_told_apart(number: int, words: str) -> None:
    assert words in raised(OSError(number, os.strerror(number))).text()


def test_a_defect_is_no_fault_of_the_disk() -> None:
    with pytest.raises(sqlite3.IntegrityError), plain_errors(BOOK):
        raise sqlite3.IntegrityError("UNIQUE constraint failed")
