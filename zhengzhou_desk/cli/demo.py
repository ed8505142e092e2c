"""The demonstration: the main job on the sample county, from the workbook to the notices and the summary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from zhengzhou_desk.cli.run import DONE, now, user
from zhengzhou_desk.cli.window import has_display
from zhengzhou_desk.common.atomic_file import made_folder
from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.exchange.plan import NEW
from zhengzhou_desk.records.kinds import yuan
from zhengzhou_desk.reports.unit_status import EXEMPT, FAIL, NOT_KNOWN, PASS, UNFILED, totals, unassigned_sums
from zhengzhou_desk.sample import SAMPLE_BUREAU, SAMPLE_DAY, SAMPLE_REGION, SAMPLE_YEAR
from zhengzhou_desk.services import exports, imports
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import drafting, rendering

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from zhengzhou_desk.cli.run import Console
    from zhengzhou_desk.reports.unit_status import UnitStatus

FOLDER = "zhengzhou-desk-demo"
GAPS = 5


def demo(arguments: argparse.Namespace, console: Console) -> int:
    """Imports, judges, writes notices and summary, says what it found, then opens the window."""
    book = _run(_places(arguments.out), console)
    if arguments.no_window or not has_display():
        return DONE
    console.tell("正在打开窗口……")
    from zhengzhou_desk.app import run

    # As of the day that was printed: the figures on the screen are those of the files.
    return run(book, console.lang, SAMPLE_DAY)


def _places(out: Path | None) -> tuple[Path, Path, Path]:
    """Where book, notices and summary go: a folder of their own, or free names in the one asked for."""
    if out is None:
        out = next(folder for folder in _numbered(Path(FOLDER)) if not folder.exists())
    made_folder(out)
    wanted = [_numbered(out / name) for name in ("示例县.zzd", "通知书", "汇总.xlsx")]
    return next(places for places in zip(*wanted, strict=True) if not any(place.exists() for place in places))


def _numbered(path: Path) -> Iterator[Path]:
    """The path, then the path with -2, -3 and so on before its ending."""
    yield path
    for number in range(2, 10_000):
        yield path.with_name(f"{path.stem}-{number}{path.suffix}")


def _run(places: tuple[Path, Path, Path], console: Console) -> Path:
    book, notices, summary = places
    with Desk.new(book, region=SAMPLE_REGION, bureau=SAMPLE_BUREAU, year=SAMPLE_YEAR, clock=now, who=user()) as desk:
        desk.set_today(SAMPLE_DAY)
        plan = imports.plan_file(desk, SAMPLE)
        imports.apply_plan(desk, plan)
        console.tell(counted("示例县（数据全部虚构）：导入 {source}，新增 {count} 行，拒绝 {refused} 行"),
                     source=plan.source, count=plan.count(NEW), refused=len(plan.refused))  # fmt: skip
        _print_statuses(desk, console)
        contents = drafting.drafts(desk)
        written = rendering.write_documents(desk, contents, notices, merged=notices / "合并打印.pdf")
        exports.write_summary(desk, summary)
    console.tell("写出的文件：")
    console.tell("  账册    {path}", path=book)
    console.tell(counted("  通知书  {folder}（{count} 份，另有合并打印.pdf）"), folder=notices, count=len(written))
    console.tell("  汇总表  {path}", path=summary)
    return book


def _print_statuses(desk: Desk, console: Console) -> None:
    rows = desk.unit_statuses()
    sums = totals(rows, unassigned_sums(desk.engine, desk.year))
    states = sums.states
    console.tell(
        counted("{year} 年度，以 {day} 为准：应填报单位 {count} 个，已填报 {filed} 个，已确认 {confirmed} 个"),
        year=desk.year, day=desk.today, count=sums.units, filed=sums.filed, confirmed=sums.confirmed,
    )  # fmt: skip
    console.tell(
        "  达标 {passed}，不达标 {failed}，未填报 {unfiled}，待查 {unknown}，不作要求 {exempt}",
        passed=states[PASS], failed=states[FAIL], unfiled=states[UNFILED], unknown=states[NOT_KNOWN],
        exempt=states[EXEMPT],
    )  # fmt: skip
    console.tell(
        "  食堂采购总额 {total} 元，预留 {reserve} 元；应预留 {required} 元，各单位尚差合计 {gap} 元",
        total=yuan(sums.total, grouped=True), reserve=yuan(sums.reserve, grouped=True),
        required=yuan(sums.required, grouped=True), gap=yuan(sums.gap, grouped=True),
    )  # fmt: skip
    console.tell(
        "  已下单 {ordered} 元，已支付 {paid} 元，完结 {completed} 元；未归集 {loose} 元",
        ordered=yuan(sums.bought.ordered, grouped=True), paid=yuan(sums.bought.paid, grouped=True),
        completed=yuan(sums.bought.completed, grouped=True), loose=yuan(sums.unassigned.ordered, grouped=True),
    )  # fmt: skip
    console.tell("差额最大的单位：")
    for row in largest_gaps(rows):
        console.tell(
            "  {code} {name}：应预留 {required} 元，已预留 {reserve} 元，尚差 {gap} 元",
            code=row.unit.code, name=row.unit.name, required=yuan(row.required or 0, grouped=True),
            reserve=yuan(row.reserve or 0, grouped=True), gap=yuan(row.gap or 0, grouped=True),
        )  # fmt: skip


def largest_gaps(rows: tuple[UnitStatus, ...], count: int = GAPS) -> list[UnitStatus]:
    """The units that miss most of what they must reserve, the largest gap first."""
    behind = [row for row in rows if row.is_counted and row.gap]
    return sorted(behind, key=lambda row: (-(row.gap or 0), row.unit.code))[:count]
