"""A display that is not there or does not work: one sentence and status 2, not Qt's abort of the whole process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.gui.system import display

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only there is a display something that may be missing")
HOME = Path(__file__).parent.parent.parent.parent
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "QT_QPA_PLATFORM")


def desk(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if name not in DISPLAYS}
    return subprocess.run(
        [sys.executable, "-m", "zhengzhou_desk", *arguments],
        cwd=folder, capture_output=True, text=True, check=False, timeout=60, env={**kept, "PYTHONPATH": str(HOME), "HOME": str(folder), **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({}, "没有图形界面"),
        ({"DISPLAY": ":5097"}, ":5097"),
        ({"DISPLAY": "nonsense"}, "nonsense"),
        ({"QT_QPA_PLATFORM": "xcb"}, "连接不上"),
        ({"QT_QPA_PLATFORM": "xcb", "DISPLAY": ":5097"}, ":5097"),
        ({"QT_QPA_PLATFORM": "nonsense"}, "libqnonsense.so"),
        ({"WAYLAND_DISPLAY": "wayland-5097", "DISPLAY": ":5097"}, ":5097"),
    ],
)
def test_a_dead_display_is_one_sentence(environment: dict[str, str], says: str, tmp_path: Path) -> None:
    for lang in ("zh", "en"):
        done = desk("--lang", lang, folder=tmp_path, **environment)
        assert done.returncode == 2, done.stderr
        assert len(done.stderr.splitlines()) == 1, done.stderr
        assert lang == "en" or says in done.stderr


def test_a_broken_library_is_named(tmp_path: Path) -> None:
    (tmp_path / "libxcb-cursor.so.0").write_bytes(b"")
    done = desk(folder=tmp_path, DISPLAY=":5097", LD_LIBRARY_PATH=str(tmp_path))
    assert (done.returncode, len(done.stderr.splitlines())) == (2, 1), done.stderr
    assert "libxcb-cursor.so.0" in done.stderr


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(_: str) -> None:
        raise OSError("libxcb-icccm.so.4: cannot open shared object file: No such file or directory")

    monkeypatch.setattr("ctypes.CDLL", missing)
    with pytest.raises(Refused) as refused:
        display.refuse_without_display({"DISPLAY": ":0"})
    assert "libxcb-icccm.so.4" in str(refused.value)
    assert "No such" not in str(refused.value)


def test_a_platform_without_a_display_is_taken() -> None:
    display.refuse_without_display({"QT_QPA_PLATFORM": "offscreen"})
    display.refuse_without_display({"QT_QPA_PLATFORM": "nonsense;offscreen:size=800x600"})


def test_a_display_that_never_answers_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    import threading

    forever = threading.Event()
    monkeypatch.setattr(display, "_PATIENCE_SECONDS", 0.01)
    monkeypatch.setattr(display, "_load", lambda _: None)
    monkeypatch.setattr(display, "_x_answers", lambda _: forever.wait())
    with pytest.raises(Refused, match="far:0"):
        display.refuse_without_display({"DISPLAY": "far:0"})
    forever.set()


@pytest.mark.skipif(shutil.which("Xvfb") is None, reason="no X server to ask")
def test_a_display_that_works_is_taken() -> None:
    with subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", "640x480x24"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as server:
        assert server.stdout is not None
        name = f":{server.stdout.readline().strip()}"
        try:
            # Also where nobody else is at the display, which then would begin anew between the asking and the window.
            program = "from zhengzhou_desk.gui.system import display; display.refuse_without_display(); from PySide6.QtWidgets import QApplication; QApplication([])"
            kept = {key: value for key, value in os.environ.items() if key not in DISPLAYS}
            for environment in ({"DISPLAY": name}, {"WAYLAND_DISPLAY": "wayland-5097", "DISPLAY": name}) * 2:
                done = subprocess.run(
                    [sys.executable, "-c", program], cwd=HOME, env={**kept, **environment}, capture_output=True, text=True, check=False, timeout=60,
                )  # fmt: skip
                assert done.returncode == 0, done.stderr
        finally:
            server.terminate()


def test_the_demo_does_its_job_without_a_window(tmp_path: Path) -> None:
    done = desk("demo", "--out", "d", folder=tmp_path, DISPLAY=":5097")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "d" / "汇总.xlsx").exists()
