"""Policy packs in a book: what is shown before is what happens, closed years stay, the law goes with the book."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.books import clock, filing, new_desk, opened, unit
from tests.policy.test_pack_file import DRAFT, draft
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.pack_file import kept_text
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import FILING_DUE, RATIO
from zhengzhou_desk.records import Change, Entry, Setting
from zhengzhou_desk.services import editing, policy_packs, years
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import citing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.policy.engine import Finding
    from zhengzhou_desk.policy.pack_file import PolicyPack


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A school at 10 % in 2024 and 2025, and one at 12 %."""
    with new_desk(
        tmp_path,
        unit(), filing(), filing(year=2025),
        unit("101004", "第二小学"), filing("101004", reserve=96_000), filing("101004", year=2025, reserve=96_000),
    ) as desk:  # fmt: skip
        years.open_year(desk, 2025)
        yield desk


def taken(desk: Desk, pack: PolicyPack) -> None:
    policy_packs.take(desk, policy_packs.preview(desk, pack))


def found(desk: Desk, year: int) -> set[Finding]:
    return set(desk.findings(year))


def test_what_is_shown_is_what_happens_and_the_year_before_stays(desk: Desk) -> None:
    before = {year: found(desk, year) for year in (2024, 2025)}
    head = desk.store.head
    seen = policy_packs.preview(desk, draft())
    assert desk.store.head == head and found(desk, 2025) == before[2025], "looking changes nothing"
    assert {(row.year, row.name) for row in seen.values} == {
        (2025, "canteen_ratio"), (2025, "filing_due"), (2025, "severity.rounding"),
    }  # fmt: skip
    ratio = next(row for row in seen.values if row.name == "canteen_ratio")
    assert policy_packs.shown(ratio.name, ratio.before, "zh") == "10%"
    assert policy_packs.shown(ratio.name, ratio.after, "zh") == "12%"
    assert policy_packs.stated_by(seen.packs_after, ratio.after, "en") == "郑财购〔2024〕9号 一"
    assert [each.rule for each in seen.impact[2025].appearing] == ["ratio"]
    policy_packs.take(desk, seen)
    assert found(desk, 2024) == before[2024]
    assert set(seen.impact[2025].appearing) == found(desk, 2025) - before[2025]
    assert set(seen.impact[2025].vanishing) == before[2025] - found(desk, 2025)
    assert (desk.law.value(RATIO, 2024), desk.law.value(RATIO, 2025), desk.law.value(RATIO, 2031)) == (1000, 1200, 1200)
    fresh = Engine(desk.tables, packs(), desk.region, desk.today, (2024, 2025))
    assert set(fresh.findings()) == set(desk.engine.findings())


def test_the_step_stands_in_the_journal_and_can_be_undone(desk: Desk) -> None:
    pack = draft()
    before = found(desk, 2025)
    taken(desk, pack)
    told = editing.journal_text(desk, desk.journal()[0])
    assert told.startswith("采用从 2025 年度起的政策包：郑州市财政局，摘要 ")
    assert told.endswith(pack.digest[-4:])
    desk.undo()
    assert found(desk, 2025) == before and desk.law.value(RATIO, 2025) == 1000
    desk.redo()
    assert desk.law.value(RATIO, 2025) == 1200
    judged, seen = found(desk, 2025), policy_packs.preview_drop(desk, pack)
    assert set(seen.impact[2025].vanishing) == judged - before and seen.impact[2025].vanishing
    policy_packs.take(desk, seen)
    assert found(desk, 2025) == before and not desk.law.packs.articles.keys() & {"new-1"}
    assert editing.journal_text(desk, desk.journal()[0]).startswith("停用从 2025 年度起的政策包")


def test_words_and_papers_cite_the_articles_of_a_taken_pack(desk: Desk) -> None:
    taken(desk, draft())
    finding = next(each for each in desk.findings(2025) if each.rule == "ratio")
    assert "郑财购〔2024〕9号 一" in desk.wording().articles(finding)
    assert citing.full(desk.law.packs, ["郑财购〔2024〕9号"]) == "《关于调整预留比例的通知》（郑财购〔2024〕9号）"


def test_the_law_goes_with_a_copy_of_the_book(desk: Desk, tmp_path: Path) -> None:
    taken(desk, draft())
    judged = found(desk, 2025)
    desk.close()
    there = tmp_path / "elsewhere.zzd"
    shutil.copyfile(desk.path, there)
    with opened(there) as copy:
        copy.choose_year(2025)
        assert found(copy, 2025) == judged
        assert [each.digest for each in policy_packs.in_force(copy) if each.pack] == [draft().digest]


def test_a_closed_year_is_reached_by_no_pack(desk: Desk) -> None:
    taken(desk, draft())
    years.open_year(desk, 2026)
    judged = found(desk, 2026)
    years.close_year(desk, 2026)
    with pytest.raises(Refused, match="2026 年度已结账：结账年度的判断不变"):
        policy_packs.preview_drop(desk, draft())
    with pytest.raises(Refused, match="从 2024 年度起用，而 2026 年度已结账"):
        policy_packs.preview(desk, draft(year=2024))
    # Nor by a step that goes round the service.
    row = next(row for row in desk.tables.all(Setting) if row.is_pack)
    with pytest.raises(Refused, match="2026 年度已结账"):
        editing.remove(desk, [row])
    with pytest.raises(Refused, match="2026 年度已结账"):
        editing.set_setting(desk, "pack:4101", kept_text(draft(year=2023)), 2023)
    assert found(desk, 2026) == judged
    taken(desk, draft(year=2027))
    assert found(desk, 2026) == judged


def test_a_second_pack_of_the_year_takes_the_place_of_the_first(desk: Desk) -> None:
    taken(desk, draft())
    with pytest.raises(Refused, match="已经采用了这个政策包"):
        policy_packs.preview(desk, draft())
    values = {"canteen_ratio": {"value": "15%", "articles": ["new-1"]}}
    taken(desk, draft(values=values))
    assert desk.law.value(RATIO, 2025) == 1500
    assert desk.law.value(FILING_DUE, 2025) == "03-20", "what the second one does not state is the program's again"
    assert len([row for row in desk.tables.all(Setting) if row.is_pack]) == 1


def test_the_bureau_s_own_value_goes_before_a_pack_and_is_named(desk: Desk) -> None:
    editing.set_setting(desk, "law.canteen_ratio", "11%", 2025, "金财〔2025〕1号")
    seen = policy_packs.preview(desk, draft())
    assert seen.own == ("canteen_ratio",)
    assert "canteen_ratio" not in {row.name for row in seen.values}
    policy_packs.take(desk, seen)
    assert desk.law.value(RATIO, 2025) == 1100


def test_a_pack_goes_before_what_the_program_states_from_the_same_day(desk: Desk) -> None:
    assert desk.law.value(FILING_DUE, 2024) == "03-20"
    taken(desk, draft(year=2024))
    assert (desk.law.value(FILING_DUE, 2024), desk.law.value(FILING_DUE, 2025)) == ("03-31", "03-31")


def test_a_pack_of_another_region_is_refused(desk: Desk) -> None:
    with pytest.raises(Refused, match="政策包是 宜昌市 的，账册是 金水区 的"):
        policy_packs.preview(desk, draft(region="4205", region_name="宜昌市"))


def test_a_smaller_region_goes_before_a_larger_one(desk: Desk) -> None:
    taken(desk, draft())
    values = {"canteen_ratio": {"value": "20%", "articles": ["new-1"]}}
    taken(desk, draft(region="", region_name="全国", values=values))
    assert desk.law.value(RATIO, 2025) == 1200
    taken(desk, draft(region="410105", region_name="金水区", values=values))
    assert desk.law.value(RATIO, 2025) == 2000


def test_a_city_writes_what_is_in_force_and_a_district_takes_it(desk: Desk, tmp_path: Path) -> None:
    with Desk.new(
        tmp_path / "市.zzd", region="410100", bureau="郑州市财政局", year=2025, clock=clock, who="李"
    ) as city:
        editing.set_setting(city, "law.canteen_ratio", "13%", 2025, "郑财购〔2025〕1号")
        pack = policy_packs.made(city, 2025)
        path = policy_packs.write(pack, tmp_path / "2025.zdlaw")
    assert (pack.region, pack.region_name, pack.issuer) == ("4101", "郑州市", "郑州市财政局")
    seen = policy_packs.preview(desk, policy_packs.read(path))
    assert [row.name for row in seen.values] == ["canteen_ratio"], "all else is in force already"
    policy_packs.take(desk, seen)
    finding = next(each for each in desk.findings(2025) if each.rule == "ratio")
    assert "郑财购〔2025〕1号" in desk.wording().articles(finding)


def test_a_year_without_law_makes_no_pack(desk: Desk) -> None:
    with pytest.raises(Refused, match="2019 年度没有规定预留比例"):
        policy_packs.made(desk, 2019)


def test_a_draft_that_a_person_has_written_becomes_a_pack(tmp_path: Path) -> None:
    path = tmp_path / "草稿.toml"
    path.write_text(DRAFT, encoding="utf-8")
    assert policy_packs.from_draft(path) == draft()
    path.write_text("year =", encoding="utf-8")
    with pytest.raises(Refused, match="不是 TOML"):
        policy_packs.from_draft(path)
    with pytest.raises(Refused, match="没有这个文件"):
        policy_packs.from_draft(tmp_path / "none.toml")
    with pytest.raises(Refused, match="没有这个文件"):
        policy_packs.read(tmp_path / "none.zdlaw")


def test_a_book_with_a_pack_that_cannot_be_read_is_not_judged_by_another_law(desk: Desk) -> None:
    judged = found(desk, 2025)
    newer = '{"format": 2, "year": 2025}'
    with pytest.raises(Refused, match="较新的格式 2"):
        editing.set_setting(desk, "pack:4101", newer, 2025)
    with pytest.raises(Refused, match="与所记的地区或年度不符"):
        editing.set_setting(desk, "pack:4101", kept_text(draft()), 2024)
    assert found(desk, 2025) == judged
    # As another version of the program would have written it.
    entry = Entry("setting", (Change(None, Setting(name="pack:4101", year=2025, value=newer)),), ("pack",))
    desk.store.apply(entry)
    desk.close()
    with pytest.raises(Refused, match="较新的格式 2，本程序只认到格式 1。请先升级程序"):
        opened(desk.path)
