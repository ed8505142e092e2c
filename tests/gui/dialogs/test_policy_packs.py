"""Policy packs in the window: seen before they are taken, dropped, written; what is refused is said in the dialog."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QDialog

from tests.gui.helpers import texts
from tests.policy.test_pack_file import draft
from zhengzhou_desk.gui.dialogs.about import AboutDialog
from zhengzhou_desk.gui.dialogs.policy_packs import PackPreview, PolicyPacksDialog
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.policy.parameters import RATIO
from zhengzhou_desk.services import policy_packs

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from zhengzhou_desk.gui.main_window import MainWindow


@pytest.fixture
def seen(monkeypatch: pytest.MonkeyPatch) -> list[PackPreview]:
    """The previews that were shown; each was agreed to."""
    shown: list[PackPreview] = []

    def agreed(dialog: PackPreview) -> int:
        shown.append(dialog)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(PackPreview, "exec", agreed)
    return shown


@pytest.fixture
def pack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack for 2024, which is the file that a person chooses."""
    path = policy_packs.write(draft(year=2024), tmp_path / "2024.zdlaw")
    monkeypatch.setattr(ask, "open_file", lambda *_: path)
    return path


def made(window: MainWindow, qtbot: QtBot) -> PolicyPacksDialog:
    dialog = PolicyPacksDialog(window)
    qtbot.addWidget(dialog)
    return dialog


def test_a_pack_is_seen_taken_and_dropped(
    window: MainWindow, qtbot: QtBot, seen: list[PackPreview], pack: Path
) -> None:
    dialog = made(window, qtbot)
    assert {row[4] for row in texts(dialog.list)} == {"随程序"} and not dialog.drop.isEnabled()
    dialog.take.click()
    qtbot.waitUntil(lambda: len(texts(dialog.list)) == 5)
    assert ("2024", "食堂食材预留比例", "10%", "12%", "郑财购〔2024〕9号 一") in texts(seen[0].list)
    assert "2024 年度的审核结果多出" in seen[0].impact.text()
    assert window.desk.law.value(RATIO, 2024) == 1200
    dialog.list.selectRow(4)
    assert texts(dialog.list)[4][:5] == ("郑州市", "2024", "郑州市财政局", "2024-12-20", "已采用")
    assert dialog.says.text() == f"郑财购〔2024〕9号\n摘要：{texts(dialog.list)[4][5]}"
    about = AboutDialog(window)
    qtbot.addWidget(about)
    assert texts(dialog.list)[4][5] in about.text.toPlainText()
    dialog.drop.click()
    qtbot.waitUntil(lambda: len(texts(dialog.list)) == 4)
    assert seen[1].agree.text() == "停用" and window.desk.law.value(RATIO, 2024) == 1000


def test_nothing_is_taken_that_nobody_agreed_to(
    window: MainWindow, qtbot: QtBot, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[PackPreview] = []
    monkeypatch.setattr(PackPreview, "exec", lambda self: shown.append(self) or 0)
    dialog = made(window, qtbot)
    head = window.desk.store.head
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(shown))
    assert window.desk.store.head == head


def test_what_is_refused_is_said_in_the_dialog(
    window: MainWindow, qtbot: QtBot, seen: list[PackPreview], pack: Path
) -> None:
    dialog = made(window, qtbot)
    dialog.take.click()
    qtbot.waitUntil(lambda: bool(seen))
    dialog.take.click()
    qtbot.waitUntil(lambda: "已经采用" in dialog.wrong.text())
    pack.write_bytes(pack.read_bytes().replace(b"12%", b"13%"))
    dialog.take.click()
    assert "内容与摘要不符" in dialog.wrong.text()
    assert len(seen) == 1


def test_the_year_s_law_is_written_as_a_file(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[str] = []
    told: list[str] = []

    def place(_parent: object, _title: str, name: str, _ending: str) -> Path:
        proposed.append(name)
        return tmp_path / name

    monkeypatch.setattr(ask, "save_file", place)
    monkeypatch.setattr(ask, "tell", lambda *given: told.extend(given[1:]))
    made(window, qtbot).write.click()
    assert proposed == ["郑州市2024政策包.zdlaw"]
    assert policy_packs.read(tmp_path / proposed[0]).year == 2024
    assert "摘要：" in told[1]
