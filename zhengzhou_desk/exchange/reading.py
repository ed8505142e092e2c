"""Reading a spreadsheet in a process of its own, with limits on time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.paths import readable
from zhengzhou_desk.exchange.confined import environment
from zhengzhou_desk.exchange.limits import LARGEST_FILE
from zhengzhou_desk.exchange.sheet_process import COPY, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.exchange.sheet import Sheet

# With what comes before and after, no file holds the program for more than ten.
SECONDS = 9.0
_LOOK_SECONDS = 0.2
# What a frozen program is started with to become the child (see __main__).
CHILD = "--read-sheet-child"
# Loads this very package and nothing that stands in the current folder, is named by a PYTHON*
# variable or lies in the person's own site folder; the last place looked at is where the package
# stands, for what was installed beside it.
_START = """
import sys
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
home = sys.argv.pop(1)
sys.path.append(home)
spec = PathFinder.find_spec("zhengzhou_desk", [home])
sys.modules["zhengzhou_desk"] = package = module_from_spec(spec)
spec.loader.exec_module(package)
from zhengzhou_desk.exchange import sheet_process
sys.exit(sheet_process.main(sys.argv[1:]))
"""


def read_workbook(
    path: Path, *, seconds: float = SECONDS, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Sheet, ...]:
    """The sheets of a spreadsheet. Raises Refused where it cannot be read, for whatever reason.

    The file is read by another process, because a legal file of two kilobytes can abort or hang the
    libraries that read it; this one only takes the finished values. What is read is a copy, so that
    neither the file nor a name that the libraries cannot read gets in the way.
    """
    with tempfile.TemporaryDirectory(prefix="zzd-", ignore_cleanup_errors=True) as folder:
        copy, answer = Path(folder) / COPY, Path(folder) / "sheets.json"
        _copy(path, copy)
        command = [*_command(), str(copy), str(answer), str(seconds + 1)]
        if _run(command, folder, path, seconds, cancelled) or not answer.exists():
            raise Refused("{path} 读不出来：读取程序中途停止。文件可能已损坏，请另存一份再试", path=path)
        said = json.loads(answer.read_text(encoding="utf-8", errors="surrogatepass"))
    if "refused" in said:
        raise Refused(said["refused"], **{**said["fields"], "path": path})
    sheets = tuple(unpacked(sheet, readable(path.stem)) for sheet in said["sheets"])
    if not any(any(cell is not None for cell in row) for sheet in sheets for row in sheet.rows):
        raise Refused("{path} 里没有数据", path=path)
    return sheets


def _copy(path: Path, copy: Path) -> None:
    """A copy of the file for the child. Refuses what is no file or too large to be a spreadsheet."""
    if not path.exists():
        raise Refused("没有文件 {path}", path=path)
    if path.is_dir():
        raise Refused("{path} 是文件夹，不是文件", path=path)
    if not path.is_file():
        raise Refused("{path} 是设备或管道，不是文件", path=path)
    try:
        size = path.stat().st_size
        content = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        raise Refused("读不了 {path}：{reason}", path=path, reason=error.strerror or error) from None
    if size > LARGEST_FILE:
        raise Refused("{path} 太大（{size} MB），不像一份电子表格", path=path, size=size // 2**20)
    try:
        copy.write_bytes(content)
    except OSError as error:
        raise Refused(
            "临时文件夹 {folder} 写不进去：{reason}", folder=copy.parent, reason=error.strerror or error
        ) from None


def _run(command: list[str], folder: str, path: Path, seconds: float, cancelled: Callable[[], bool]) -> int:
    """Runs the child process to its end; kills it when time is up or the person has cancelled."""
    until = time.monotonic() + seconds
    with subprocess.Popen(  # noqa: S603 - our own child
        command, cwd=folder, env=environment(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as child:
        # The child lives while this end of its input is open, even where this program is killed; and
        # its output, on which it says nothing, closes when it ends.
        held, child.stdin = child.stdin, None
        with held:  # type: ignore[union-attr]
            while True:
                try:
                    child.communicate(timeout=max(min(_LOOK_SECONDS, until - time.monotonic()), 0))
                    return child.returncode  # noqa: TRY300 - nothing is left to do
                except subprocess.TimeoutExpired:
                    if cancelled():
                        child.kill()
                        raise Refused("已取消，没有读完 {path}", path=path) from None
                    if time.monotonic() >= until:
                        child.kill()
                        raise Refused(
                            "{path} 读了 {seconds} 秒还没有读完，已停止。请删去多余的行列和格式再试",
                            path=path,
                            seconds=int(seconds),
                        ) from None


def _command() -> list[str]:
    """The command line that starts this program as the child process."""
    if getattr(sys, "frozen", False):
        return [sys.executable, CHILD]
    return [os.path.abspath(sys.executable), "-I", "-c", _START, str(Path(__file__).resolve().parents[2])]  # noqa: PTH100 - a link stays one: it leads to the environment
