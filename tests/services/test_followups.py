"""Follow-ups: contacts noted as one step, promises kept and overdue, whom to call, a text to send."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.books import county, opened
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.records import Filing, Followup
from zhengzhou_desk.records.followup import CALL, INFORMED, PROMISED, SETTLED
from zhengzhou_desk.reports import deadlines
from zhengzhou_desk.services import editing, exports, followups
from zhengzhou_desk.services.followups import Contact
from zhengzhou_desk.services.notices import bulletin_document, bulletins

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from zhengzhou_desk.services.desk import Desk

DAY = datetime.date(2024, 4, 1)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with opened(county(tmp_path)) as made:
        made.set_today(DAY)
        yield made


def failing(desk: Desk) -> str:
    return next(row.unit.code for row in desk.unit_statuses() if row.state == "fail")


def promised(day: datetime.date, when: datetime.date = DAY) -> Contact:
    return Contact(when, CALL, PROMISED, promised=day, topic="预留不达标")


def test_a_contact_with_several_units_is_one_step(desk: Desk) -> None:
    codes = [row.unit.code for row in desk.unit_statuses()][:3]
    followups.note(desk, codes, Contact(DAY, CALL, INFORMED, whom="李四", topic="催报"))
    assert sorted(row.unit for row in desk.rows(Followup)) == sorted(codes)
    assert {(row.year, row.day, row.means, row.result, row.whom) for row in desk.rows(Followup)} == {
        (desk.year, DAY, CALL, INFORMED, "李四")
    }
    desk.undo()
    assert not desk.rows(Followup)


@pytest.mark.parametrize(
    ("contact", "why"),
    [
        (Contact(datetime.date(2024, 4, 2), CALL), "还没有到"),
        (Contact(DAY, CALL, PROMISED), "请填写承诺日期"),
        (Contact(DAY, CALL, PROMISED, promised=datetime.date(2024, 3, 31)), "早于联系日期"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_noted(desk: Desk, contact: Contact, why: str) -> None:
    with pytest.raises(Refused, match=why):
        followups.note(desk, [failing(desk)], contact)
    with pytest.raises(Refused, match="没有编码为“999”的单位"):
        followups.note(desk, ["999"], Contact(DAY, CALL))
    with pytest.raises(Refused, match="没有选中单位"):
        followups.note(desk, [], Contact(DAY, CALL))
    assert not desk.rows(Followup)


def test_a_promise_is_overdue_the_day_after_its_day_until_it_is_kept(desk: Desk) -> None:
    code = failing(desk)
    followups.note(desk, [code], promised(datetime.date(2024, 4, 3)))
    for day, late in ((3, 0), (4, 1)):
        desk.set_today(datetime.date(2024, 4, day))
        assert len(deadlines.overdue_promises(desk.engine, desk.year)) == late
        (task,) = [task for task in deadlines.tasks(desk.engine, desk.year) if task.name == "promise"]
        assert (task.count, task.units) == (late, (code,) * late)
    assert followups.figures(desk, desk.year) == followups.FollowupFigures(1, 1, 1, 1)
    followups.keep_promises(desk, desk.rows(Followup), datetime.date(2024, 4, 4))
    assert desk.rows(Followup)[0].fulfilled == datetime.date(2024, 4, 4)
    assert followups.figures(desk, desk.year) == followups.FollowupFigures(1, 1, 0, 0)
    assert followups.keep_promises(desk, desk.rows(Followup), DAY) is None


@pytest.mark.parametrize("result", [PROMISED, SETTLED])
def test_a_later_contact_takes_a_promises_place(desk: Desk, result: str) -> None:
    code = failing(desk)
    followups.note(desk, [code], promised(datetime.date(2024, 3, 20), datetime.date(2024, 3, 10)))
    assert len(deadlines.overdue_promises(desk.engine, desk.year)) == 1
    later = datetime.date(2024, 4, 10) if result == PROMISED else None
    followups.note(desk, [code], Contact(DAY, CALL, result, promised=later))
    assert deadlines.overdue_promises(desk.engine, desk.year) == ()
    assert len(deadlines.open_promises(desk.engine, desk.year)) == (1 if later else 0)


def test_a_later_talk_without_a_promise_leaves_the_old_one_standing(desk: Desk) -> None:
    code = failing(desk)
    followups.note(desk, [code], promised(datetime.date(2024, 3, 20), datetime.date(2024, 3, 10)))
    followups.note(desk, [code], Contact(DAY, CALL, INFORMED))
    assert len(deadlines.overdue_promises(desk.engine, desk.year)) == 1


def test_the_call_list_has_every_unit_with_an_error_by_department(desk: Desk, tmp_path: Path) -> None:
    report = followups.call_list(desk)
    wrong = {finding.unit for finding in desk.findings() if finding.severity == "error" and finding.unit}
    assert {line.unit for line in report.lines} == {code for code in wrong if desk.unit(code) is not None}
    departments = [desk.unit(line.unit).department_or_self for line in report.lines]  # type: ignore[union-attr]
    assert departments == sorted(departments)
    code = report.lines[0].unit
    assert code is not None
    count = exports.write_calls(desk, tmp_path / "名单.xlsx", {code})
    sheet = openpyxl.load_workbook(tmp_path / "名单.xlsx").worksheets[0]
    assert (count, sheet.max_row, sheet["B3"].value) == (1, 3, code)
    assert sheet["A3"].value == "教育局"
    unit = desk.unit(code)
    assert unit is not None
    assert [sheet["D3"].value, sheet["E3"].value] == [unit.contact or "", unit.phone or ""]
    with pytest.raises(Refused, match="没有要打电话督办的单位"):
        exports.write_calls(desk, tmp_path / "空.xlsx", ())
    assert not (tmp_path / "空.xlsx").exists()


def test_an_overdue_promise_stands_on_the_call_list_though_nothing_else_is_wrong(desk: Desk) -> None:
    errors = {finding.unit for finding in desk.findings() if finding.severity == "error"}
    code = next(row.unit.code for row in desk.unit_statuses() if row.unit.code not in errors)
    followups.note(desk, [code], promised(datetime.date(2024, 3, 20), datetime.date(2024, 3, 10)))
    (line,) = [line for line in followups.call_list(desk).lines if line.unit == code]
    assert line.values[5] == "承诺2024-03-20完成，未兑现"
    assert line.values[6] == "2024-03-10 电话 已承诺"


def test_the_bulletin_says_how_often_units_were_called_and_what_is_overdue(desk: Desk) -> None:
    def said() -> str:
        return str(bulletin_document.content(desk, bulletins.make(desk, desk.year)).body)

    assert "电话、上门" not in said()
    code = failing(desk)
    followups.note(desk, [code], promised(datetime.date(2024, 3, 20), datetime.date(2024, 3, 10)))
    followups.note(desk, [code, "101"], Contact(DAY, CALL, INFORMED))
    assert "通过电话、上门等方式督办3次，涉及单位2个。已承诺尚未兑现的单位1个，其中逾期未兑现1个。" in said()


def test_contacts_of_a_closed_year_are_not_changed(desk: Desk) -> None:
    from zhengzhou_desk.services import years

    years.close_year(desk, desk.year)
    with pytest.raises(Refused, match="结账"):
        followups.note(desk, [failing(desk)], Contact(DAY, CALL))


def test_a_units_code_that_changes_takes_its_contacts_along(desk: Desk) -> None:
    code = failing(desk)
    followups.note(desk, [code], Contact(DAY, CALL))
    unit = desk.unit(code)
    assert unit is not None
    editing.edit(desk, unit, "code", "998877")
    assert [row.unit for row in desk.rows(Followup)] == ["998877"]
    assert any(row.unit == "998877" for row in desk.rows(Filing))
