"""Questions and file choosers: what a person answered is what is done; what is shown is plain text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QLineEdit, QMessageBox, QWidget

from zhengzhou_desk.gui.system import ask

# Themselves, not what the conftest puts in their place.
from zhengzhou_desk.gui.system.ask import (
    choice,
    folder,
    new_password,
    number,
    open_file,
    open_files,
    password,
    save_file,
    tell,
    text,
    yes,
)

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def boxes(monkeypatch: pytest.MonkeyPatch) -> list[QMessageBox]:
    """The messages that were shown; in each the button is pressed whose text is `press`, else its way out."""
    shown: list[QMessageBox] = []

    def answered(box: QMessageBox) -> int:
        shown.append(box)
        wanted = [button for button in box.buttons() if button.text() == box.parent().property("press")]
        (wanted[0] if wanted else box.escapeButton() or box.buttons()[0]).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answered)
    return shown


def test_yes_is_what_was_pressed_and_escape_is_no(parent: QWidget, boxes: list[QMessageBox]) -> None:
    for press, given in (("确定", True), ("取消", False), ("", False)):
        parent.setProperty("press", press)
        assert yes(parent, "删除吗？") is given
    parent.setProperty("press", "删除")
    assert yes(parent, "删除吗？", "可以撤销", accept="删除", danger=True)
    assert boxes[-1].informativeText() == "可以撤销"
    assert boxes[0].defaultButton().text() == "确定"
    assert boxes[-1].defaultButton().text() == "取消", "Enter alone destroys nothing"


def test_a_name_that_looks_like_markup_is_shown_as_it_is(parent: QWidget, boxes: list[QMessageBox]) -> None:
    tell(parent, "<b>甲</b>", "<a href='x'>乙</a>")
    assert boxes[0].textFormat() == Qt.TextFormat.PlainText
    assert (boxes[0].text(), boxes[0].informativeText()) == ("<b>甲</b>", "<a href='x'>乙</a>")


def test_a_line_a_number_or_one_of_a_few_or_nothing(parent: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    for agreed in (True, False):
        monkeypatch.setattr(QInputDialog, "getText", lambda *_, agreed=agreed: ("", agreed))
        monkeypatch.setattr(QInputDialog, "getInt", lambda *_, agreed=agreed: (2025, agreed))
        monkeypatch.setattr(QInputDialog, "getItem", lambda *_, agreed=agreed, **more: ("乙", agreed))
        assert text(parent, "", "原因") == ("" if agreed else None), "an empty answer is an answer"
        assert number(parent, "", "年度", 2024, 2021, 2099) == (2025 if agreed else None)
        assert choice(parent, "", "哪个", ["甲", "乙"]) == (1 if agreed else None)


def test_choosers_begin_where_the_person_was_last(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []
    chosen = tmp_path / "收件" / "甲.xlsx"

    def open_one(_parent: object, _title: str, where: str, kinds: str) -> tuple[str, str]:
        begun.append(where)
        assert "(*.xlsx)" in kinds and "(*)" in kinds
        return str(chosen), ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", open_one)
    assert open_file(parent, "", "*.xlsx", str(tmp_path)) == chosen
    assert open_file(parent, "", "*.xlsx") == chosen
    assert begun == [str(tmp_path), str(chosen.parent)]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda _parent, _title, where: begun.append(where) or "")
    assert folder(parent, "") is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path / "备份"))
    assert folder(parent, "", str(tmp_path)) == tmp_path / "备份"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda _parent, _title, where, _: (begun.append(where) or "", "")
    )
    assert save_file(parent, "", "汇总.xlsx", ".xlsx") is None
    assert save_file(parent, "", str(tmp_path / "册.zzd"), ".zzd") is None
    assert begun[2:] == [str(chosen.parent), str(chosen.parent / "汇总.xlsx"), str(tmp_path / "册.zzd")]


def test_nothing_chosen_is_nothing(parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([], ""))
    assert open_file(parent, "", "*.zdp") is None
    assert open_files(parent, "", "*.zdp") == []
    names = [str(tmp_path / name) for name in ("甲.zdp", "乙.zdp")]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: (names, ""))
    assert open_files(parent, "", "*.zdp") == [Path(name) for name in names]


def test_the_name_with_its_ending_is_asked_about(
    parent: QWidget, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The chooser asks before `汇总` is replaced, while it is `汇总.xlsx` that would be."""
    questions = []

    def said(_: object, question: str, *details: object, **more: object) -> bool:
        questions.append(question)
        return len(questions) > 1

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "汇总"), ""))
    monkeypatch.setattr(ask, "yes", said)
    assert save_file(parent, "", "汇总", ".xlsx") == tmp_path / "汇总.xlsx"
    assert questions == []
    (tmp_path / "汇总.xlsx").touch()
    assert save_file(parent, "", "汇总", ".xlsx") is None
    assert save_file(parent, "", "汇总", ".xlsx") == tmp_path / "汇总.xlsx"
    assert all("汇总.xlsx" in question for question in questions)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "汇总.XLSX"), ""))
    assert save_file(parent, "", "汇总", ".xlsx") == tmp_path / "汇总.XLSX", "the chooser has asked already"
    assert len(questions) == 2


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """What a person types into the next boxes; None leaves one."""
    answers: list[str | None] = []
    asked: list[str] = []

    def answer(box: QInputDialog) -> int:
        (label,) = [label for label in box.findChildren(QLabel) if label.text()]
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert box.textEchoMode() == QLineEdit.EchoMode.Password
        asked.append(label.text())
        given = answers[len(asked) - 1]
        if given is None:
            return 0
        box.setTextValue(given)
        return 1

    monkeypatch.setattr(QInputDialog, "exec", answer)
    return answers


def test_a_password_is_not_shown_and_its_question_is_plain_text(parent: QWidget, typed: list[str | None]) -> None:
    typed += ["一个密码", None]
    assert password(parent, "题", "<b>甲</b>的密码：") == "一个密码"
    assert password(parent, "题", "<b>甲</b>的密码：") is None


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        (["12345678", "12345678"], "12345678"),
        (["1234567", "12345678", "12345679", "87654321", "87654321"], "87654321"),
        ([None], None),
        (["12345678", None], None),
        (["1234567", None], None),
    ],
)
def test_a_new_password_is_typed_twice_alike_and_not_too_short(
    parent: QWidget, monkeypatch: pytest.MonkeyPatch, given: list[str | None], taken: str | None
) -> None:
    left = list(given)
    monkeypatch.setattr(ask, "password", lambda *_: left.pop(0))
    assert new_password(parent, "题") == taken
    assert left == []
