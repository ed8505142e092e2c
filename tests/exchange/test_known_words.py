"""Words of other systems: the program's file and a bureau's own, taken together; slips in it are said."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from tests.books import new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.exchange import headers
from zhengzhou_desk.exchange.known_words import known_words
from zhengzhou_desk.exchange.sheet import Sheet
from zhengzhou_desk.records import WORKBOOK, Account, Filing
from zhengzhou_desk.services import imports

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CACHES = (known_words, headers._words, headers._helper_words)


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where a bureau's own file is looked for."""
    settings = Settings(tmp_path / "settings" / "settings.json")
    settings.folder.mkdir()
    monkeypatch.setattr(Settings, "of_user", lambda: settings)
    for cache in CACHES:
        cache.cache_clear()
    yield settings.folder / "headings.toml"
    for cache in CACHES:
        cache.cache_clear()


def test_a_bureaus_own_words_are_taken_beside_the_programs(own: Path, tmp_path: Path) -> None:
    own.write_text(
        '[headings."填报"]\n"预留份额" = ["拟购脱贫产品额"]\n"单位名称" = ["上报主体"]\n[values."填报"."状态"]\n"已确认" = ["OK 了"]\n',
        encoding="utf-8",
    )
    rows = (
        ("上报主体", "拟购脱贫产品额（万元）", "审核状态"),
        ("第一小学", Decimal(10), "ok了"),
        ("第一小学", Decimal(10), "OK 了"),
        ("金水小学", Decimal(20), "审核通过"),
    )
    with new_desk(tmp_path, unit("101003", "第一小学"), unit("101004", "金水小学")) as desk:
        plan = imports.plan_sheets(desk, [Sheet("Sheet1", rows)], "a.xlsx", 2024)
    taken = [row.after for row in plan.rows if isinstance(row.after, Filing)]
    assert [(row.unit, row.reserve, row.state) for row in taken] == [
        ("101003", 10_000_000, "confirmed"), ("101004", 20_000_000, "confirmed"),
    ]  # fmt: skip
    assert "不在可选之列" in plan.refused[0].reasons[0].text()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[headings."没有的表"]\n"预留份额" = ["甲"]', "“没有的表”不是程序认得的"),
        ('[headings."填报"]\n"没有的列" = ["甲"]', "“没有的列”不是程序认得的"),
        ('[headings."填报"]\n"预留份额" = "甲"', "“预留份额”不是程序认得的"),
        ('[headings."填报"]\n"预留份额" = [1]', "“预留份额”不是程序认得的"),
        ('[values."填报"."状态"]\n"没有的状态" = ["甲"]', "“没有的状态”不是程序认得的"),
        ('[values."填报"."预留份额"]\n"一" = ["甲"]', "“预留份额”不是程序认得的"),
        ('[orders]\ncanceled = ["甲"]', "“canceled”不是程序认得的"),
        ('[orders.before]\n"待付款" = ["付款"]', "“付款”不是程序认得的"),
        ("headings = 1", "写法不对"),
        ("[heading]", "“heading”不是程序认得的"),
        ('[headings."填报"', "写得不对"),
        ("\udcff", "写得不对"),
    ],
)
def test_a_slip_in_it_is_said(own: Path, text: str, words: str) -> None:
    own.write_text(text, encoding="utf-8", errors="surrogateescape")
    with pytest.raises(Refused, match=words) as refused:
        known_words()
    assert str(own) in refused.value.text()


def test_the_programs_own_words_lead_no_heading_to_two_places() -> None:
    """A heading that one table knows already keeps its meaning there."""
    for cls, words in known_words().headings.items():
        labels = {headers.plain_heading(column.label): column.name for column in cls.table.columns}
        synonyms = {
            headers.plain_heading(word): column.name for column in cls.table.columns for word in column.synonyms
        }
        for word, name in words.items():
            plain = headers.plain_heading(word)
            assert labels.get(plain, name) == name, word
            assert synonyms.get(plain, name) == name, word
    assert set(known_words().headings) <= set(WORKBOOK)
    assert not known_words().cancelled & known_words().before.keys()


def test_the_buyer_of_an_order_may_be_named(tmp_path: Path) -> None:
    head = ("订单编号", "下单时间", "采购单位名称", "订单金额")
    soe = Account(name="城建集团", uscc="91410105MA00000001", unit="101003")
    rows = [
        (f"DD{number}", "2024-03-01", name, Decimal(1)) for number, name in enumerate(("第一小学", "城建集团", "某某"))
    ]
    with new_desk(tmp_path, unit("101003", "第一小学"), soe) as desk:
        plan = imports.plan_sheets(desk, [Sheet("Sheet1", (head, *rows))], "a.xlsx")
    assert [row.after.cell("buyer") for row in plan.rows if row.after is not None] == ["101003", "91410105MA00000001"]
    assert plan.refused[0].unknown_name == "某某"
