"""Reading a spreadsheet in a process of its own, with limits on time and memory."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.gc_pause import gc_paused
from zhengzhou_desk.common.paths import readable
from zhengzhou_desk.exchange import child
from zhengzhou_desk.exchange.sheet_process import COPY, unpacked

if TYPE_CHECKING:
    from collections.abc import Callable

    from zhengzhou_desk.exchange.sheet import Sheet


def read_workbook(
    path: Path, *, seconds: float = child.SECONDS, cancelled: Callable[[], bool] = lambda: False
) -> tuple[Sheet, ...]:
    """The sheets of a spreadsheet. Raises Refused where it cannot be read, for whatever reason.

    The file is read by another process, because a legal file of two kilobytes can abort or hang the
    libraries that read it; this one only takes the finished values. What is read is a copy, so that
    neither the file nor a name that the libraries cannot read gets in the way.
    """
    with tempfile.TemporaryDirectory(prefix="zzd-", ignore_cleanup_errors=True) as folder:
        copy, answer = Path(folder) / COPY, Path(folder) / "sheets.json"
        child.give(path, copy)
        try:
            status = child.run(
                child.SHEETS, [str(copy), str(answer), str(seconds + 1)], folder, seconds, cancelled=cancelled
            )
        except child.GivenUp as why:
            raise _given_up(path, seconds, why) from None
        if status or not answer.exists():
            raise Refused("{path} 读不出来：读取程序中途停止。文件可能已损坏，请另存一份再试", path=path)
        with gc_paused():
            sheets = _taken(json.loads(answer.read_text(encoding="utf-8", errors="surrogatepass")), path)
    if not any(any(cell is not None for cell in row) for sheet in sheets for row in sheet.rows):
        raise Refused("{path} 里没有数据", path=path)
    return sheets


def _taken(said: dict[str, Any], path: Path) -> tuple[Sheet, ...]:
    """The sheets that the child has sent. Raises Refused with its reason where it sent none."""
    if "refused" in said:
        raise Refused(said["refused"], **{**said["fields"], "path": path})
    return tuple(unpacked(sheet, readable(path.stem)) for sheet in said["sheets"])


def _given_up(path: Path, seconds: float, why: child.GivenUp) -> Refused:
    if why.cancelled:
        return Refused("已取消，没有读完 {path}", path=path)
    return Refused(
        "{path} 读了 {seconds} 秒还没有读完，已停止。请删去多余的行列和格式再试", path=path, seconds=int(seconds)
    )
