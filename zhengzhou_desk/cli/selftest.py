"""The selftest of a package: reading, writing, a page and the window, each with the parts that only it needs."""

from __future__ import annotations

import dataclasses
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, now, user
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.exchange.plan import SAME
from zhengzhou_desk.sample import SAMPLE_BUREAU, SAMPLE_DAY, SAMPLE_REGION, SAMPLE_YEAR
from zhengzhou_desk.services import exports, imports
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, office_files, rendering

if TYPE_CHECKING:
    import argparse

    from zhengzhou_desk.cli.run import Console

# One of each font: of the standard list, of the extensions A, B and E.
_NAME = "郑㛃𠅤𬭎"


def selftest(_: argparse.Namespace, console: Console) -> int:
    """Refuses at the first part that does not work. The window is shown nowhere unless QT_QPA_PLATFORM says so."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        book = Path(folder, "示例县.zzd")
        with Desk.new(
            book, region=SAMPLE_REGION, bureau=SAMPLE_BUREAU, year=SAMPLE_YEAR, clock=now, who=user()
        ) as desk:
            desk.set_today(SAMPLE_DAY)
            _read(desk, console)
            _write(desk, Path(folder), console)
            _print(desk, Path(folder), console)
        _show(book, Path(folder), console)
    return DONE


def _read(desk: Desk, console: Console) -> None:
    plan = imports.plan_file(desk, SAMPLE)
    imports.apply_plan(desk, plan)
    console.tell(counted("工作簿：读入 {count} 行"), count=len(plan.rows))


def _write(desk: Desk, folder: Path, console: Console) -> None:
    written = folder / "账册.xlsx"
    exports.export_book(desk, written)
    plan = imports.plan_file(desk, written)
    if not plan.rows or plan.count(SAME) != len(plan.rows):
        raise Refused("自检没有通过：写出的工作簿读回来不一样")
    console.tell(counted("工作簿：写出后读回，{count} 行不变"), count=len(plan.rows))


def _print(desk: Desk, folder: Path, console: Console) -> None:
    content = dataclasses.replace(drafting.drafts(desk)[0], addressee=_NAME)
    rendering.refuse_missing_glyphs((content,))
    page = rendering.pdf_of(content)
    if not page.startswith(b"%PDF-"):
        raise Refused("自检没有通过：通知书没有写成")
    office_files.write_word(folder / "notice.docx", content)
    console.tell("通知书：一份，{size} 字节，罕用字有字体", size=len(page))


def _show(book: Path, folder: Path, console: Console) -> None:
    from zhengzhou_desk import app

    drawn = app.glance(book, Settings(folder / "settings.json"), console.lang)
    if not drawn or not all(drawn):
        raise Refused("自检没有通过：总览的图表没有画出来")
    if not app.shows_chinese():
        raise Refused("自检没有通过：屏幕上没有字体能显示汉字")
    console.tell(counted("窗口：打开了账册，画了 {count} 幅图表"), count=len(drawn))
