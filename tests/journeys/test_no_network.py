"""No network at all: every command and the window, watched by a tracer, open no internet socket."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.books import HOME, county, written
from zhengzhou_desk.cli.parser import COMMANDS

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(shutil.which("strace") is None, reason="sockets are counted by strace")
_INTERNET = re.compile(r"socket\((AF_INET6?|AF_NETLINK|AF_PACKET)")
# Every command of the parser, in an order in which each finds what it needs.
LINES = (
    "demo --no-window --out demo", "new new.zzd --region 410105 --bureau 局 --year 2024", "import b.zzd a.xlsx", "export b.zzd --out o.xlsx",
    "check b.zzd --json", "notices b.zzd --year 2024 --out n --merged m.pdf", "summary b.zzd --year 2024 --out s.xlsx", "accounts b.zzd --out k.xlsx",
    "bulletin b.zzd --year 2024 --out t.pdf", "assess b.zzd --year 2024 --out p.pdf", "package b.zzd --year 2024 --out p.zdp", "merge city.zzd p.zdp",
    "submissions p.zdp --parquet data",
    "verify b.zzd", "backup b.zzd --out .", "restore r.zzd new.zzd",
    "backup b.zzd --seal --password-file password", "key new --password-file password", "codes city.zzd",
    "package b.zzd --year 2024 --out q.zdp --sign --key-password-file password",
    "followups b.zzd --year 2024", "quotas b.zzd --year 2024 --total 100000 --by total",
    "rescue b.zzd --out rescued.zzd", "copies b.zzd other.zzd", "compare b.zzd a.xlsx --json",
    "manual --out m.pdf", "open-year b.zzd --year 2030 --dry-run", "policy b.zzd export --out law.zdlaw", "policy b.zzd show law.zdlaw",
    "verify b.zzd", "backup b.zzd --out .", "restore r.zzd new.zzd", "journal b.zzd --out j.xlsx", "upgrade b.zzd", "diagnose b.zzd --out d.zip", "forget b.zzd --before 2020",
)  # fmt: skip


def internet(words: list[str], folder: Path, **environment: str) -> tuple[int, list[str]]:
    """The status of a process, and the internet sockets that it or a child of it opened."""
    log = folder / "calls"
    done = subprocess.run(
        ["strace", "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log), *words],
        cwd=folder, capture_output=True, text=True, check=False, timeout=240,
        env={**os.environ, "PYTHONPATH": str(HOME), "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen", **environment},
    )  # fmt: skip
    if not log.exists() or "ptrace" in done.stderr:
        pytest.skip(f"strace may not watch here: {done.stderr[-200:]}")
    return done.returncode, [line for line in log.read_text(errors="replace").splitlines() if _INTERNET.search(line)]


def test_every_command(tmp_path: Path) -> None:
    county(tmp_path).rename(tmp_path / "b.zzd")
    shutil.copyfile(tmp_path / "b.zzd", tmp_path / "other.zzd")
    written(tmp_path / "a.xlsx", 单位=[["单位编码", "单位名称"], ["101009", "第九小学"]])
    (tmp_path / "password").write_text("only to be opened again", encoding="utf-8")
    program = [sys.executable, "-m", "zhengzhou_desk"]
    subprocess.run([*program, "new", "city.zzd", "--region", "410100", "--bureau", "郑州市财政局", "--year", "2024"], cwd=tmp_path, check=True,
                   stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(HOME)})  # fmt: skip
    assert {line.split()[0] for line in LINES} | {"open"} == set(COMMANDS), "a new command has its line here"
    for line in LINES:
        status, sockets = internet([*program, *line.split()], tmp_path)
        assert status != 2, line
        assert sockets == [], line


def test_the_window(tmp_path: Path) -> None:
    """A book opened, imported into, written about and closed."""
    tests = ["tests/gui/test_session.py", "tests/gui/imports/test_dialog.py", "tests/gui/dialogs/test_notices.py"]
    status, sockets = internet(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(HOME), *(str(HOME / test) for test in tests)],
        tmp_path,
    )  # fmt: skip
    assert status == 0
    assert sockets == []


def test_a_socket_would_be_seen(tmp_path: Path) -> None:
    _, sockets = internet([sys.executable, "-c", "import socket; socket.socket(socket.AF_INET)"], tmp_path)
    assert sockets
