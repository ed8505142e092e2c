"""From the district's window to the city's: a package is written, looked at, taken in and shown in the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtWidgets import QDialog

from tests.books import clock, filing, new_desk, unit
from tests.gui.helpers import texts
from zhengzhou_desk.common import sealing, signing
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.exchange import package
from zhengzhou_desk.gui.actions import submissions
from zhengzhou_desk.gui.dialogs.before_submission import BeforeSubmissionDialog
from zhengzhou_desk.gui.dialogs.package import PackageDialog
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Submission
from zhengzhou_desk.records.check_code import code_of
from zhengzhou_desk.services import district_codes, exports, signing_key
from zhengzhou_desk.services import submissions as submissions_of
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture(autouse=True)
def looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """The check before a submission has been looked at (tests/gui/dialogs/test_before_submission.py)."""
    monkeypatch.setattr(BeforeSubmissionDialog, "exec", lambda _: QDialog.DialogCode.Accepted)


def test_a_package_goes_from_a_district_to_the_city(
    window: MainWindow, qapp: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parcel = tmp_path / "金水.zdp"
    monkeypatch.setattr(PackageDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ask, "save_file", lambda *_: parcel)
    assert window.menus.made["package"].isEnabled()
    assert not window.menus.made["merge"].isEnabled()
    window.menus.made["package"].trigger()
    qtbot.waitUntil(lambda: parcel.exists() and "3 个单位" in window.bar.label.text())
    window.close()
    Desk.new(tmp_path / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李").close()
    whole = MainWindow(Start(Settings(tmp_path / "settings.json"), "zh", clock, "李"))
    qtbot.addWidget(whole)
    whole.show()
    whole.open_book(tmp_path / "市.zzd")
    shown: list[list[tuple[str, ...]]] = []

    def agree(dialog: submissions.MergeDialog) -> int:
        shown.append([row.texts for row in dialog.list.records.rows])
        return dialog.take.isEnabled()

    monkeypatch.setattr(ask, "open_files", lambda *_: [parcel, tmp_path / "settings.json"])
    monkeypatch.setattr(submissions.MergeDialog, "exec", agree)
    whole.menus.made["merge"].trigger()
    qtbot.waitUntil(lambda: bool(whole.desk.rows(Submission)))
    assert [texts[0] for texts in shown[0]] == ["settings.json", "金水.zdp"]
    assert "不是上报包" in shown[0][0][2]
    whole.show_tab("summary")
    assert "区县汇总" in [report.name for report in exports.summary(whole.desk)]
    whole.close()


PASSWORD = "区县与市局约好的 1"


@pytest.fixture
def city(another: MainWindow, tmp_path: Path) -> MainWindow:
    """A city's window on an empty book."""
    Desk.new(tmp_path / "市.zzd", region="410100", bureau="郑州市财政局", year=2024, clock=clock, who="李").close()
    another.open_book(tmp_path / "市.zzd")
    another.bar.hide()
    return another


def parcel(folder: Path, region: str, private: bytes | None = None, password: str | None = None) -> Path:
    with new_desk(folder, unit(), filing(), region=region, name=f"{region}.zzd") as desk:
        submissions_of.write(desk, folder / f"{region}.zdp", 2024, now=clock(), private=private, password=password)
    return folder / f"{region}.zdp"


def test_a_package_is_signed_and_sealed_by_two_boxes(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)
    path = tmp_path / "a.zdp"
    seen: list[tuple[bool, bool]] = []

    def tick(dialog: PackageDialog) -> QDialog.DialogCode:
        seen.append((dialog.sign.isEnabled(), dialog.sign.isChecked()))
        dialog.seal.setChecked(True)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PackageDialog, "exec", tick)
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    monkeypatch.setattr(ask, "new_password", lambda *_: PASSWORD)
    key = signing_key.make(window.settings.folder, "签名密钥的密码 1", clock())
    monkeypatch.setattr(ask, "password", lambda *_: "不是这个密码")
    window.menus.made["package"].trigger()
    qtbot.waitUntil(lambda: "签名密钥的密码不对" in window.bar.label.text(), timeout=10_000)
    assert not path.exists()
    monkeypatch.setattr(ask, "password", lambda *_: "签名密钥的密码 1")
    window.menus.made["package"].trigger()
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert seen == [(True, True)] * 2, "who has a key signs unless it is unticked"
    read = package.read_package(path, sealing.read(path, sealing.PACKAGE, PASSWORD))
    assert read.signature == package.Signature(key.code, is_right=True)


def test_without_a_key_everything_works_as_before(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = PackageDialog(window, has_key=False)
    qtbot.addWidget(dialog)
    assert not dialog.sign.isEnabled()
    assert not any(box.isChecked() for box in (dialog.sign, dialog.seal, dialog.contacts))
    path = tmp_path / "a.zdp"
    monkeypatch.setattr(PackageDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    monkeypatch.setattr(ask, "save_file", lambda *_: path)
    window.menus.made["package"].trigger()
    qtbot.waitUntil(path.exists, timeout=10_000)
    assert package.read_package(path).signature is None


def test_sealed_packages_are_opened_and_a_false_one_is_taken_only_with_a_reason(
    city: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "LOG_N", 14)
    private = signing.new_private()
    for region in ("410103", "410105"):
        district_codes.register(city.desk, region, code_of(signing.public_of(private)))
    proved = parcel(tmp_path, "410103", private, PASSWORD)
    false = parcel(tmp_path, "410105", signing.new_private(), "另一个密码 2024")
    closed = parcel(tmp_path, "410104", None, "没有人知道的密码")
    answers: list[str | None] = ["打错的密码", PASSWORD, "另一个密码 2024", None]
    questions: list[str] = []

    def answer(_parent: object, _title: str, question: str) -> str | None:
        questions.append(question)
        return answers.pop(0)

    shown: list[list[tuple[str, ...]]] = []

    def decide(dialog: submissions.MergeDialog) -> int:
        shown.append(texts(dialog.list))
        if len(shown) == 1:
            place = next(place for place, row in enumerate(texts(dialog.list)) if row[0] == closed.name)
            dialog.list.selectRow(place)
            assert not dialog.justify.isEnabled(), "only an origin can be taken in spite of"
            place = next(place for place, row in enumerate(texts(dialog.list)) if row[0] == false.name)
            dialog.list.selectRow(place)
            assert dialog.justify.isEnabled()
            dialog.justify.click()
        else:
            dialog.take.click()
        return dialog.result()

    monkeypatch.setattr(ask, "open_files", lambda *_: [proved, false, closed])
    monkeypatch.setattr(ask, "password", answer)
    monkeypatch.setattr(ask, "text", lambda *_: " 电话核对过 ")
    monkeypatch.setattr(submissions.MergeDialog, "exec", decide)
    city.menus.made["merge"].trigger()
    qtbot.waitUntil(lambda: len(city.desk.rows(Submission)) == 2, timeout=20_000)
    assert ["密码不对" in question for question in questions] == [False, True, False, False]
    first = {row[0]: row[1:] for row in shown[0]}
    assert first[proved.name][0] == "已证明"
    assert (first[false.name][0], "登记的密钥" in first[false.name][1]) == ("不符", True)
    assert (first[closed.name][0], "要有密码" in first[closed.name][1]) == ("", True)
    kept = {row.region: (row.origin, row.origin_reason) for row in city.desk.rows(Submission)}
    assert kept == {"410103": ("proved", None), "410105": ("false", "电话核对过")}
    districts = next(report for report in exports.summary(city.desk) if report.name == "区县汇总")
    assert [line.values[-2] for line in districts.lines] == ["proved", "false", None]
