"""The preview: the very pages that are printed, looked at, saved as a file and sent to a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QPushButton

from zhengzhou_desk.documents.preview import page_count
from zhengzhou_desk.gui.dialogs import preview
from zhengzhou_desk.gui.dialogs.preview import PreviewWindow
from zhengzhou_desk.gui.main_window import MainWindow
from zhengzhou_desk.gui.system import ask
from zhengzhou_desk.services.notices import rendering
from zhengzhou_desk.services.notices.city_report import city_report

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> PreviewWindow:
    """The summary on paper, which has more than one page."""
    pdf = rendering.pdf_of(city_report(window.desk, 2024))
    made = PreviewWindow(window, "打印汇总", pdf, "汇总.pdf")
    qtbot.addWidget(made)
    return made


def press(dialog: PreviewWindow, text: str) -> None:
    next(button for button in dialog.findChildren(QPushButton) if button.text() == text).click()


def test_pages_are_turned_and_enlarged_within_limits(shown: PreviewWindow) -> None:
    assert shown._count > 1
    assert shown._page.suffix() == f" / {shown._count} 页"
    first = shown._picture.pixmap().toImage()
    shown._page.setValue(2)
    assert shown._picture.pixmap().toImage() != first, "another page is another picture"
    shown._page.setValue(shown._count + 5)
    assert shown._page.value() == shown._count
    usual = shown._picture.pixmap().width()
    press(shown, "放大")
    assert shown._picture.pixmap().width() > usual
    for _ in range(20):
        press(shown, "缩小")
    assert shown._zoom == 40
    for _ in range(20):
        press(shown, "放大")
    assert shown._zoom == 300


def test_what_is_saved_is_what_was_looked_at(
    shown: PreviewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed: list[object] = []
    monkeypatch.setattr(ask, "save_file", lambda *given: proposed.append(given[2]))
    press(shown, "另存为 PDF…")
    assert proposed == ["汇总.pdf"] and not list(tmp_path.glob("*.pdf")), "thought better of it"
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "存.pdf")
    press(shown, "另存为 PDF…")
    assert (tmp_path / "存.pdf").read_bytes() == shown._pdf


def test_a_folder_that_is_not_there_is_said(
    shown: PreviewWindow, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "文件").touch()
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "文件" / "存.pdf")
    press(shown, "另存为 PDF…")
    assert window.bar.isVisible() and "没有文件夹" in window.bar.label.text()


def test_without_a_printer_the_file_is_offered(
    shown: PreviewWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", list)
    answers = [False, True]
    asked: list[str] = []
    monkeypatch.setattr(ask, "yes", lambda _, question, *rest, **more: asked.append(question) or answers.pop(0))
    monkeypatch.setattr(ask, "save_file", lambda *_: tmp_path / "存.pdf")
    press(shown, "打印…")
    assert "没有安装打印机" in asked[0] and not (tmp_path / "存.pdf").exists()
    press(shown, "打印…")
    assert page_count((tmp_path / "存.pdf").read_bytes()) == shown._count


@pytest.mark.parametrize(("chosen", "pages"), [((0, 0), None), ((2, 2), 1), ((1, 2), 2), ((2, 99), None)])
def test_the_pages_that_are_chosen_go_to_the_printer(
    shown: PreviewWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    chosen: tuple[int, int],
    pages: int | None,
) -> None:
    out = tmp_path / "打印.pdf"

    class Answered:
        """The system's dialog, in which a person chooses pages and a printer that writes a file."""

        class PrintDialogOption:
            PrintPageRange = 1

        def __init__(self, printer: QPrinter, _parent: object) -> None:
            assert (printer.fromPage(), printer.toPage()) == (1, shown._count)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(out))
            printer.setFromTo(*chosen)

        def setOption(self, _option: object) -> None: ...

        def exec(self) -> int:
            return 1

    painted: list[int] = []

    def counted(pdf: bytes, page: int, dots_per_inch: float) -> QImage:
        painted.append(page)
        made = QImage(10, 10, QImage.Format.Format_RGB32)
        made.fill(0)
        return made.copy(QRect(0, 0, 10, 10))

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["打印机"])
    monkeypatch.setattr(preview, "QPrintDialog", Answered)
    monkeypatch.setattr(preview, "image", counted)
    press(shown, "打印…")
    first = chosen[0] or 1
    wanted = pages or shown._count - first + 1
    assert painted == list(range(first - 1, first - 1 + wanted))
    assert page_count(out.read_bytes()) == wanted


def test_who_closes_the_printers_dialog_prints_nothing(shown: PreviewWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", lambda: ["打印机"])
    monkeypatch.setattr(QPrintDialog, "exec", lambda self: 0)
    monkeypatch.setattr(PreviewWindow, "_paint", lambda *_: pytest.fail("nothing is printed"))
    press(shown, "打印…")
