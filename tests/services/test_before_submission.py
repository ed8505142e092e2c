"""The check before a submission: what is open, who is not confirmed, and what changed since the last one."""

from __future__ import annotations

import dataclasses
import datetime
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.books import YUAN, filing, new_desk, unit
from tests.services.packages import NOW, changed, reported, states
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.exchange import package
from zhengzhou_desk.records import Change, Entry, Filing, Submission
from zhengzhou_desk.records.submission import remarks_of
from zhengzhou_desk.reports import city
from zhengzhou_desk.services import before_submission, dismissals, exports, submissions

if TYPE_CHECKING:
    from pathlib import Path

    from zhengzhou_desk.records.report import ReportLine
    from zhengzhou_desk.services.desk import Desk


def change(desk: Desk, row: Filing | None, after: Filing | None) -> None:
    desk.apply(Entry("edit", (Change(row, after),), ("填报", "x")))


def test_what_changed_since_the_last_submission_is_told_with_old_and_new_amounts(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit("101003"), unit("101004", "第二小学"), filing("101003"), filing("101004")) as desk:
        assert before_submission.check(desk).last is None
        assert "无从比较" in before_submission.check(desk).headlines()[-1].text()
        submissions.note(desk, submissions.report(desk, tmp_path / "一.zdp", 2024, now=NOW))
        assert not before_submission.check(desk).differences, "nothing was changed yet"
        first, second = desk.rows(Filing)
        change(desk, first, dataclasses.replace(first, reserve=95_000 * YUAN))
        change(desk, second, None)
        desk.apply(Entry("import", (Change(None, unit("101005", "第三小学")),), ("x",)))
        found = before_submission.check(desk)
        told = {each.code: (each.what, each.words("zh")) for each in found.differences}
        assert told["101003"] == (before_submission.ALTERED, "预留份额 80,000.00 → 95,000.00")
        assert "预留份额 80,000.00 → —" in told["101004"][1]
        assert "填报状态 已确认 → —" in told["101004"][1]
        assert told["101005"][0] == before_submission.ADDED
        assert "增加 1 个单位，减少 0 个，改动 2 个" in found.headlines()[-1].text()
        assert [row.unit.code for row in found.unfiled] == ["101004", "101005"]
        # What is reported anew takes the place of what was reported before.
        submissions.note(desk, submissions.report(desk, tmp_path / "二.zdp", 2024, now=NOW))
        assert not before_submission.check(desk).differences
        assert len(desk.rows(Submission)) == 1
        desk.undo()
        assert before_submission.check(desk).differences


def test_the_own_submission_is_no_district_of_the_city(tmp_path: Path, whole: Desk) -> None:
    """A city reports to the province: its own package is not counted a second time among its districts."""
    submissions.apply(whole, submissions.examine(whole, [reported(tmp_path)]))
    whole.apply(Entry("import", (Change(None, unit("101001", "市直小学")), Change(None, filing("101001"))), ("x",)))
    before = city.city_reports(whole.engine, 2024)
    submissions.note(whole, submissions.report(whole, tmp_path / "市.zdp", 2024, now=NOW))
    assert city.city_reports(whole.engine, 2024) == before
    assert all(row[0] != whole.region for report in before for row in (line.values for line in report.lines))


def test_open_and_explained_findings_are_told_apart(tmp_path: Path) -> None:
    rows = (unit("101003"), unit("101004", "第二小学"), filing("101003", 800, 80), filing("101004", 600_000, 50_000))
    with new_desk(tmp_path, *rows) as desk:
        (tiny,) = [finding for finding in desk.findings() if finding.rule == "tiny_total"]
        found = before_submission.check(desk)
        assert found.needs_reason
        assert [finding.rule for finding in found.errors] == ["ratio"]
        assert tiny in found.warnings
        dismissals.dismiss(desk, tiny, "学校只有六个人吃饭，电话 13812345678")
        found = before_submission.check(desk)
        assert tiny not in found.warnings
        assert [each for each, _ in found.explained] == [tiny]
        assert not found.untied


def test_reason_and_explanations_travel_and_the_city_sees_them(tmp_path: Path, whole: Desk) -> None:
    rows = (
        unit("101003", contact="王老师"), unit("101004", "第二小学"), filing("101003", 800, 80),
        filing("101004", 600_000, 50_000, platform_note="食堂暑期维修，联系 13812345678"),
    )  # fmt: skip
    parcel = tmp_path / "金水.zdp"
    with new_desk(tmp_path, *rows) as desk:
        (tiny,) = [finding for finding in desk.findings() if finding.rule == "tiny_total"]
        dismissals.dismiss(desk, tiny, "学校只有六个人吃饭，电话 13812345678")
        submissions.write(desk, parcel, 2024, now=NOW, despite="单位已承诺五月补报")
    manifest = zipfile.ZipFile(parcel).read("manifest.json").decode()
    assert "13812345678" not in manifest
    assert "王老师" not in manifest
    said = package.read_package(parcel).remarks
    assert said is not None
    assert (said.errors, said.despite) == (1, "单位已承诺五月补报")
    assert {(each.unit, each.rule) for each in said.explanations} == {("101003", "tiny_total"), ("101004", None)}
    verdicts = submissions.examine(whole, [parcel])
    assert verdicts[0].remark() is not None
    assert "有 1 条错误没有改正，理由：单位已承诺五月补报；附 2 条说明" in str(verdicts[0].remark().text())  # type: ignore[union-attr]
    submissions.apply(whole, verdicts)
    assert remarks_of(whole.rows(Submission)[0]) == said
    lines = [line.values for line in _report(whole, "city_remarks")]
    assert lines[0][3:] == ("error", "上报时有1条错误没有改正", "单位已承诺五月补报")
    assert lines[1][1:4] == ("101003", "第一小学", "warning")
    assert "六个人吃饭" in str(lines[1][5])
    exports.write_summary(whole, tmp_path / "全市.xlsx")


def _report(desk: Desk, key: str) -> tuple[ReportLine, ...]:
    return next((report.lines for report in exports.summary(desk) if report.key == key), ())


def test_without_errors_no_reason_is_reported(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing(), unit("101004", "第二小学", canteen="none")) as desk:
        found = before_submission.check(desk)
        errors = bool(found.errors)
        submissions.write(desk, tmp_path / "a.zdp", 2024, now=NOW, despite="没有的事")
        said = package.read_package(tmp_path / "a.zdp").remarks
        assert said is not None
        assert (said.despite is not None) == errors
        with pytest.raises(Refused, match="最多写 200 个字"):
            exports.write_summary(desk, tmp_path / "a.xlsx", despite="长" * 201)


def test_a_package_of_an_earlier_program_is_still_read(tmp_path: Path, whole: Desk) -> None:
    path = changed(reported(tmp_path), "manifest.json", lambda manifest: manifest.pop("remarks"), seal=True)
    verdicts = submissions.examine(whole, [path])
    assert states(verdicts) == [submissions.ACCEPTED]
    assert verdicts[0].remark() is None
    submissions.apply(whole, verdicts)
    assert not _report(whole, "city_remarks")
    assert remarks_of(whole.rows(Submission)[0]) is None


@pytest.mark.parametrize(
    "remarks",
    [
        [], {"errors": "1"}, {"errors": -1}, {"despite": ""}, {"despite": "a\x00b"}, {"despite": "长" * 3000},
        {"explanations": {}}, {"explanations": [3]}, {"explanations": [{"level": "error"}]},
        {"explanations": [{"level": "好", "matter": "x", "reason": "y"}]},
    ],
)  # fmt: skip
def test_remarks_that_no_program_writes_are_refused(tmp_path: Path, whole: Desk, remarks: object) -> None:
    path = changed(
        reported(tmp_path), "manifest.json", lambda manifest: manifest.update(remarks=remarks), seal=True
    )  # fmt: skip
    (verdict,) = submissions.examine(whole, [path])
    assert verdict.state == submissions.NOT_TAKEN
    assert "审核说明" in verdict.sentence().text()


def test_remarks_changed_on_the_way_are_found_out(tmp_path: Path, whole: Desk) -> None:
    path = changed(
        reported(tmp_path), "manifest.json", lambda manifest: manifest["remarks"].update(errors=0), seal=False
    )  # fmt: skip
    assert "校验码不符" in submissions.examine(whole, [path])[0].sentence().text()


def test_an_earlier_program_reads_the_units_that_are_kept(tmp_path: Path, whole: Desk) -> None:
    """It knows a list of units and no remarks: the format of the book is the same."""
    import base64
    import zlib

    submissions.apply(whole, submissions.examine(whole, [reported(tmp_path)]))
    kept = json.loads(zlib.decompress(base64.b64decode(whole.rows(Submission)[0].content or "")))
    assert isinstance(kept, list)
    assert [row["code"] for row in kept] == ["101003", "101004", "101005"]


def test_the_day_of_the_last_submission_is_told(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing()) as desk:
        submissions.note(desk, submissions.report(desk, tmp_path / "一.zdp", 2024, now=NOW))
        desk.set_today(datetime.date(2024, 6, 1))
        assert "（截至 2024-04-01）" in before_submission.check(desk).headlines()[-1].text()
