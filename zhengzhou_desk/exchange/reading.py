"""Reading a spreadsheet through the child process, with limits on time and memory."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.errors import Refused
from zhengzhou_desk.exchange.child import unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.exchange.sheet import Sheet

SECONDS = 120.0
_LOOK_SECONDS = 0.2
# What a frozen program is started with to become the child (see __main__).
CHILD = "--read-sheet-child"


def read_workbook(path: Path, *, seconds: float = SECONDS, cancelled: Callable[[], bool] = lambda: False) -> tuple[Sheet, ...]:
    """The sheets of a spreadsheet. Raises Refused where it cannot be read, for whatever reason.

    The file is read by another process, because a legal file of two kilobytes can abort or hang the
    libraries that read it; this one only takes the finished values.
    """
    if not path.exists():
        raise Refused("没有文件 {path}", path=path)
    if path.is_dir():
        raise Refused("{path} 是文件夹，不是文件", path=path)
    with tempfile.TemporaryDirectory(prefix="zzd-") as folder:
        answer = Path(folder) / "sheets.json"
        if _run([*_command(), str(path.absolute()), str(answer)], path, seconds, cancelled) or not answer.exists():
            raise Refused("{path} 读不出来：读取程序中途停止。文件可能已损坏，请另存一份再试", path=path)
        said = json.loads(answer.read_text(encoding="utf-8"))
    if "refused" in said:
        raise Refused(said["refused"], **{**said["fields"], "path": path})
    sheets = tuple(unpacked(sheet) for sheet in said["sheets"])
    if not any(any(cell is not None for cell in row) for sheet in sheets for row in sheet.rows):
        raise Refused("{path} 里没有数据", path=path)
    return sheets


def _run(command: list[str], path: Path, seconds: float, cancelled: Callable[[], bool]) -> int:
    """Runs the child to its end; it is killed when time is up or the person has thought better of it."""
    until = time.monotonic() + seconds
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as child:
        while True:
            try:
                return child.wait(_LOOK_SECONDS)
            except subprocess.TimeoutExpired:
                if cancelled():
                    child.kill()
                    raise Refused("已取消，没有读完 {path}", path=path) from None
                if time.monotonic() > until:
                    child.kill()
                    raise Refused("{path} 读了 {seconds} 秒还没有读完，已停止。请删去多余的行列和格式再试", path=path, seconds=int(seconds)) from None


def _command() -> list[str]:
    """How this very program is started as the child."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    package = Path(__file__).resolve().parents[2]
    start = f"import sys; sys.path.insert(0, {str(package)!r}); from zhengzhou_desk.exchange import child; sys.exit(child.main(sys.argv[1:]))"
    return [sys.executable, "-c", start]
