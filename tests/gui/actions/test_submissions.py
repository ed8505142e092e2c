"""From the district's window to the city's: a package is written, looked at, taken in and shown in the summary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tests.books import clock
from zhengzhou_desk.common.settings import Settings
from zhengzhou_desk.gui.actions import submissions
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.gui.window_api import Start
from zhengzhou_desk.records import Submission
from zhengzhou_desk.services import exports
from zhengzhou_desk.services.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from pytestqt.qtbot import QtBot


def test_a_package_goes_from_a_district_to_the_city(
    window: MainWindow, qapp: Any, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parcel = tmp_path / "金水.zdp"
    monkeypatch.setattr(ask, "choice", lambda *_: 0)
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
    assert "不是上报包" in shown[0][0][1]
    whole.show_tab("summary")
    assert "区县汇总" in [report.name for report in exports.summary(whole.desk)]
    whole.close()
