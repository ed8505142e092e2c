"""A county with a unit for every ground of a notice and every matter of a reminder."""

from __future__ import annotations

import datetime
from pathlib import Path

from tests.books import filing, new_desk, order, unit
from zhengzhou_desk.records import Account, Waiver
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk

GOLDEN = Path(__file__).parent / "golden"


def _signed(desk: Desk) -> Desk:
    for name, value in (("contact", "王老师"), ("phone", "0371-60000000"), ("office", "政府采购科")):
        editing.set_setting(desk, name, value)
    return desk


def grounds_county(folder: Path) -> Desk:
    """One unit a ground, all of 教育局; 财政局 is the bureau itself."""
    last = {"total": 800_000, "reserve": 80_000, "year": 2023}
    rows = [unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂")]
    rows += [unit("106", "财政局", "none"), filing("106", None, None, platform_note="无食堂")]

    def school(number: int, name: str, canteen: str = "own", **more: object) -> str:
        code = f"101{number:03d}"
        rows.append(unit(code, name, canteen, department="101", **more))
        return code

    for number, name, total, reserve, before in (
        (1, "比例小学", 800_000, 60_000, 60_000), (2, "上年小学", 800_000, 80_000, 90_000),
        (3, "两项小学", 800_000, 60_000, 90_000), (4, "空总额小学", None, 10_000, 10_000),
        (5, "零总额小学", 0, 0, 8_500), (6, "万元总额小学", 80, 8, 80_000),
        (7, "万元预留小学", 800_000, 8, 8), (8, "无上年小学", 800_000, 60_000, None),
        (9, "放宽小学", 800_000, 30_000, 30_000),
    ):  # fmt: skip
        code = school(number, name)
        rows.append(filing(code, total, reserve))
        rows += [filing(code, 800_000, before, 2023)] if before is not None else []
    rows.append(Waiver(year=2024, unit="101009", ratio=500, document="财库函〔2024〕7号"))
    rows += [filing(school(10, "未填小学"), **last), filing(school(11, "未填无食堂小学", "none"), None, None, 2023)]
    school(12, "未填共用小学", "shared", canteen_host="101001")
    for number, name, host in (
        (13, "无代表小学", None), (14, "互指小学", "101015"), (15, "被指小学", "101014"), (16, "代表无食堂小学", "101011"),
        (17, "代表撤销小学", "101018"),
    ):  # fmt: skip
        rows.append(filing(school(number, name, "shared", canteen_host=host), None, None))
    school(18, "撤销小学", closed=datetime.date(2024, 1, 1))
    rows.append(filing(school(19, "重复小学", "shared", canteen_host="101001"), 1_000, 100))
    rows.append(filing(school(20, "重复无代表小学", "shared"), 1_000, None))
    rows += [unit("106001", "支付中心", department="106"), filing("106001", 800_000, 60_000), filing("106001", **last)]
    desk = _signed(new_desk(folder, *rows))
    desk.set_today(datetime.date(2024, 4, 1))
    return desk


def matters_county(folder: Path, day: datetime.date) -> Desk:
    """Units that have something to do as of `day`: two single matters of one department, several of another."""
    paid, accepted = {"paid": datetime.date(2024, 2, 20)}, {"accepted": datetime.date(2024, 2, 10)}
    done = {**accepted, **paid, "evaluated": datetime.date(2024, 3, 1)}
    rows = [
        unit("101", "教育局", "none"), filing("101", None, None, platform_note="无食堂"),
        unit("101001", "第一小学", department="101"), filing("101001"), filing("101001", year=2023),
        order("A1", "101001", 80_000, **done), order("A2", "101001", 162, **accepted),
        unit("101002", "第二小学", department="101"), filing("101002"), filing("101002", year=2023),
        order("B1", "101002", 80_000, **done), order("B2", "101002", 2_750, **accepted, **paid),
        unit("101003", "第三小学", department="101"), filing("101003"), filing("101003", year=2023),
        unit("102", "卫生局", "none"), filing("102", None, None, platform_note="无食堂"),
        unit("102001", "医院", "outsourced", department="102"), filing("102001"), filing("102001", year=2023),
        order("C0", "102001", 20_000, **done),
        *(order(f"C{number}", "102001", 1_000 + number, **accepted) for number in range(1, 5)),
        *(order(f"D{number}", "102001", 500, **accepted, **paid) for number in range(1, 3)),
        Account(name="城投公司", uscc="91410105MA00000319", unit="102001", state="missing"),
        unit("103", "民政局", "none"), filing("103", None, None),
    ]  # fmt: skip
    desk = _signed(new_desk(folder, *rows))
    desk.set_today(day)
    return desk
