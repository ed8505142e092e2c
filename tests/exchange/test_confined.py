"""A process that reads a file from outside gets nowhere: no network, no other process, no file outside its folder."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.books import HOME, written
from tests.services.packages import made
from tests.systems import IS_WINE, MAKES_LINKS
from zhengzhou_desk.common import signing
from zhengzhou_desk.exchange import child, confined

if TYPE_CHECKING:
    from collections.abc import Callable

# What a library that has been taken over might try; {out} is outside the folder, {inside} is in it.
LEADS_OUT = (
    "import socket; socket.socket()",
    "import socket; socket.getaddrinfo('x.invalid', 80)",
    "import subprocess; subprocess.run(['true'])",
    "import os; os.system('true')",
    "import os; os.execv('/bin/true', ['true'])",
    "open({out!r}, 'w')",
    "open({out!r}, 'r+')",
    "import os; os.open({out!r}, os.O_WRONLY | os.O_CREAT)",
    "import os; os.remove({out!r})",
    "import os; os.rename({inside!r}, {out!r})",
    "import os; os.symlink({out!r}, {inside!r} + '2'); open({inside!r} + '2', 'w')",
    "import os; os.mkdir({out!r} + '2')",
    "import os; os.chmod({out!r}, 0o777)",
    "import shutil; shutil.copy({inside!r}, {out!r})",
)
ON_POSIX = (
    "import os; os.posix_spawn('/bin/true', ['true'], {{}})",
    "import os; os.fork()",
    "import ctypes; ctypes.CDLL('libc.so.6')",
)
ON_WINDOWS = (
    "import os; os.startfile({out!r})",
    "import winreg; winreg.CreateKey(winreg.HKEY_CURRENT_USER, 'Software\\\\x')",
    "import ctypes; ctypes.WinDLL('user32')",
    "import _winapi; _winapi.CreateProcess(None, 'cmd /c exit', None, None, 0, 0, None, None, None)",
    "import _winapi; _winapi.CreateFile({out!r}, 0x40000000, 0, 0, 2, 0, 0)",
    "import _winapi, os; _winapi.OpenProcess(1, False, os.getppid())",
)
ALLOWED = ("open({inside!r}, 'w').write('x')", "open({out!r}).read()", "import zipfile, json, decimal, python_calamine")


def tried(folder: Path, line: str) -> subprocess.CompletedProcess[str]:
    """A line in a confined process, which lives as long as its input is open."""
    inside, out = folder / "inside", folder / "out"
    inside.mkdir()
    (inside / "a").write_text("a")
    out.write_text("out")
    script = (
        f"import sys; sys.path.insert(0, {str(HOME)!r})\n"
        "from pathlib import Path\nfrom zhengzhou_desk.exchange.confined import confine\n"
        f"confine(Path({str(inside)!r}), 30)\n" + line.format(out=str(out), inside=str(inside / "a"))
    )
    reading_end, writing_end = os.pipe()
    try:
        return subprocess.run(
            [sys.executable, "-c", script],
            stdin=reading_end, capture_output=True, text=True, check=False, env=confined.environment(),
        )  # fmt: skip
    finally:
        os.close(reading_end)
        os.close(writing_end)


@pytest.mark.parametrize("line", [*LEADS_OUT, *(ON_WINDOWS if sys.platform == "win32" else ON_POSIX)])
def test_a_way_out_is_closed(tmp_path: Path, line: str) -> None:
    done = tried(tmp_path, line)
    assert "PermissionError" in done.stderr, done
    assert (tmp_path / "out").read_text() == "out"


@pytest.mark.skipif(IS_WINE, reason="wine takes the limit and does not keep it")
def test_it_has_no_more_memory_than_a_file_may_take(tmp_path: Path) -> None:
    assert "MemoryError" in tried(tmp_path, "bytearray(2**31)").stderr


@pytest.mark.parametrize("line", ALLOWED)
def test_reading_and_answering_is_allowed(tmp_path: Path, line: str) -> None:
    done = tried(tmp_path, line)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("event", "given", "out"),
    [
        ("socket.connect", ("x", "y"), True), ("os.posix_spawn", ("/bin/true",), True), ("import", ("json",), False),
        ("open", ("{out}", "w", 0), True), ("open", ("{out}", None, os.O_CREAT), True), ("open", ("{out}", "rb", 0), False),
        ("open", ("{out}", "r+", 0), True), ("open", ("{inside}/b", "xb", 0), False), ("open", ("{out}2", "xb", 0), True), ("open", (5, "w", 0), False),
        ("open", ("{inside}/../out", "a", None), True), ("open", ("{beside}", "w", 0), True), ("open", ("{link}", "w", 0), True),
        ("os.rename", ("{inside}/a", "{out}", -1, -1), True), ("os.rename", ("{inside}/a", "{inside}/b", -1, -1), False),
        ("os.remove", ("{out}", -1), True), ("os.truncate", (7, 0), False), ("os.listdir", ("{out}",), False),
    ],
)  # fmt: skip
def test_what_leads_out_is_told_by_the_event(tmp_path: Path, event: str, given: tuple[object, ...], out: bool) -> None:
    """Judged here one by one; that a confined process acts on it is seen above."""
    inside = tmp_path / "inside"
    inside.mkdir()
    if MAKES_LINKS:
        (inside / "link").symlink_to(tmp_path / "out")
    elif given[0] == "{link}":
        pytest.skip("links cannot be made here")
    places = {"out": tmp_path / "out", "inside": inside, "beside": tmp_path / "inside2", "link": inside / "link"}
    named = tuple(each.format(**places) if isinstance(each, str) else each for each in given)
    assert confined.leads_out(event, named, f"{inside.resolve()}{os.sep}") is out


def test_it_starts_without_the_variables_of_the_person(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PYTHONPATH", "SECRET_TOKEN", "http_proxy", "LD_PRELOAD"):
        monkeypatch.setenv(name, "x")
    assert not {"PYTHONPATH", "SECRET_TOKEN", "http_proxy", "LD_PRELOAD"} & confined.environment().keys()


def _sheet(folder: Path) -> list[str]:
    """The call of the child that reads a sheet in a folder."""
    shutil.copyfile(written(folder.parent / "a.xlsx", 单位=[["单位编码"], ["101003"]]), folder / "copy")
    return [*child.command(child.SHEETS), str(folder / "copy"), str(folder / "answer.json"), "30"]


def _package(folder: Path) -> list[str]:
    """The call of the child that reads a signed package in a folder."""
    shutil.copyfile(made(folder.parent, private=signing.new_private()), folder / "000000")
    return [*child.command(child.PACKAGES), str(folder), "000000", "30"]


@pytest.mark.skipif(shutil.which("strace") is None, reason="calls are watched by strace")
@pytest.mark.parametrize("prepared", [_sheet, _package])
def test_what_the_system_sees_of_it(tmp_path: Path, prepared: Callable[[Path], list[str]]) -> None:
    """Seen from outside, libraries written in other languages included: no socket, and one file written: its answer."""
    folder = tmp_path / "t"
    folder.mkdir()
    command = prepared(folder)
    log = tmp_path / "calls"
    watched = "socket,connect,bind,sendto,open,openat,creat,unlink,unlinkat,rename,renameat,renameat2,mkdir,mkdirat,link,linkat,symlink,symlinkat,execve"
    with subprocess.Popen(
        ["strace", "-f", "-qq", "-e", f"trace={watched}", "-o", str(log), *command],
        cwd=folder, env=confined.environment(), stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    ) as started:  # fmt: skip
        held, started.stdin = started.stdin, None
        said = started.communicate(timeout=60)[1]
        assert held is not None
        held.close()
    answers = list(folder.glob("*.json"))
    if not answers and "ptrace" in said:
        pytest.skip(f"strace may not watch here: {said[-200:]}")
    lines = log.read_text(errors="replace").splitlines()
    # The system's own look-up of who one is may ask a local service (AF_UNIX).
    assert [line for line in lines if re.search("AF_INET|AF_NETLINK|AF_PACKET", line)] == []
    assert len([line for line in lines if "execve(" in line]) == 1
    changes = [
        line for line in lines if re.search(r"O_WRONLY|O_RDWR|O_CREAT|\b(creat|unlink|rename|mkdir|link|symlink)", line)
    ]
    outside = [line for line in changes if "/dev/null" not in line and str(folder) not in line]
    assert outside == []
    assert len(answers) == 1
    assert any(".json" in line for line in changes)
