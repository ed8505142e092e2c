"""What of this computer a fault may depend on is told; what names a person, a place or a secret is not."""

from __future__ import annotations

import json
import zipfile
from typing import TYPE_CHECKING

from tests.books import clock
from zhengzhou_desk.documents import fonts
from zhengzhou_desk.services import diagnosis

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_it_tells_what_a_fault_may_depend_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_IM_MODULE", "fcitx")
    monkeypatch.setenv("SECRET_OF_THE_BUREAU", "xyzzy")
    (tmp_path / "王科长的仿宋.ttf").touch()
    monkeypatch.setitem(fonts._CHOSEN, "own-x", tmp_path / "王科长的仿宋.ttf")
    monkeypatch.setitem(fonts._CHAINS, fonts.TITLE, ("own-x", *fonts._CHAINS[fonts.TITLE]))
    monkeypatch.setitem(fonts._FILES, "rare", "gone.ttf")
    diagnosis.write(tmp_path / "x.zip", {"style": "fusion"}, {}, (), None, clock)
    with zipfile.ZipFile(tmp_path / "x.zip") as packed:
        text = packed.read("program.json").decode()
    said = json.loads(text)
    assert (said["environment"]["QT_IM_MODULE"], said["window"]) == ("fcitx", {"style": "fusion"})
    assert said["locale"] and said["names of files"] and said["python"]
    assert {"pyside6-essentials", "reportlab", "cryptography"} <= said["libraries"].keys()
    assert "LXGWZhuqueFangsong-Regular.ttf" in said["fonts of papers"]["fangsong"]
    assert said["fonts of papers"]["title"][0].endswith(".ttf"), "a font of this computer comes first, without its name"
    assert said["fonts missing"] == ["gone.ttf"]
    assert "王" not in text and "xyzzy" not in text
