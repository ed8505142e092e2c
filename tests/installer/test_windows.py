"""The Windows package: its setup script as text, what it leaves out, and what it takes to build it under wine."""

from __future__ import annotations

import ast
import re

import pytest
from packaging.requirements import Requirement

from tests.installer.helpers import INSTALLER, script

SCRIPT = (INSTALLER / "windows" / "zhengzhou-desk.nsi").read_bytes()
SAID = SCRIPT.decode("utf-8-sig")
INSTALL, REMOVE = SAID.split("Section Uninstall")


def test_the_script_says_that_it_is_utf_8() -> None:
    # Without the mark a Chinese Windows takes it for GBK and refuses it.
    assert SCRIPT.startswith(b"\xef\xbb\xbf") and SCRIPT.count(b"\xef\xbb\xbf") == 1
    assert "郑采台账" in SAID


def test_what_is_written_into_the_registry_goes_when_it_is_removed() -> None:
    for key in (
        "Software\\ZhengzhouDesk",
        "Software\\Classes\\.zzd",
        "Software\\Classes\\ZhengzhouDesk.Book",
        "${UNINSTALL}",
    ):
        assert f'HKCU "{key}' in INSTALL and f'DeleteRegKey HKCU "{key}"' in REMOVE, key
    assert 'RMDir /r "$INSTDIR"' not in SAID, "books may stand beside the program"


def test_nothing_is_replaced_or_removed_while_the_program_runs() -> None:
    assert INSTALL.index("Call WaitUntilClosed") < INSTALL.index("RMDir /r")
    assert REMOVE.index("Call un.WaitUntilClosed") < REMOVE.index("Delete ")
    # The commands hold the same libraries as the window.
    for program in ("zhengzhou-desk.exe", "zhengzhou-desk-cli.exe"):
        assert f'StrCpy $1 "$INSTDIR\\{program}"\n  Call ${{un}}LookAt' in SAID


def test_the_version_before_is_whole_until_the_new_one_is_unpacked() -> None:
    unpacked, refused, old = (
        INSTALL.index(step) for step in ("File /r", "IfErrors 0 unpacked", '"$INSTDIR\\_internal"')
    )
    assert unpacked < refused < old


@pytest.mark.parametrize(
    ("name", "goes"),
    [
        ("PySide6\\Qt6Widgets.dll", True),
        ("PySide6\\plugins\\platforms\\qwindows.dll", True),
        ("PySide6\\plugins\\platforms\\qoffscreen.dll", True),
        ("PySide6\\plugins\\imageformats\\qsvg.dll", True),
        ("PySide6\\translations\\qtbase_zh_CN.qm", True),
        ("PySide6\\MSVCP140.dll", True),
        ("rapidfuzz\\fuzz_cpp.cp311-win_amd64.pyd", True),
        ("docx\\templates\\default.docx", True),
        ("resources\\fonts\\HanaMinB.ttf", True),
        ("i18n\\en\\LC_MESSAGES\\zhengzhou_desk.mo", True),
        ("PySide6\\opengl32sw.dll", False),
        ("PySide6\\Qt6Network.dll", False),
        ("PySide6\\translations\\qtbase_de.qm", False),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", False),
        ("PIL\\_avif.cp311-win_amd64.pyd", False),
        ("rapidfuzz\\fuzz_cpp_avx2.cp311-win_amd64.pyd", False),
        ("libcrypto-3.dll", False),
    ],
)
def test_what_goes_into_the_package(name: str, *, goes: bool) -> None:
    assert script("windows/parts.py").is_needed(name) is goes


def test_every_module_that_linux_leaves_out_windows_leaves_out() -> None:
    """And none of them is asked for by the program: that would be found by its selftest alone."""
    left_out = script("windows/parts.py").MODULES
    assigned = {
        target.id: node.value
        for node in ast.parse((INSTALLER / "freeze.py").read_text(encoding="utf-8")).body
        if isinstance(node, ast.Assign) and isinstance(target := node.targets[0], ast.Name)
    }
    options = assigned["OPTIONS"]
    assert isinstance(options, ast.Dict)
    excludes = next(
        value
        for key, value in zip(options.keys, options.values, strict=True)
        if ast.unparse(key or value) == "'excludes'"
    )
    assert isinstance(excludes, ast.List)
    named = {str(each.value) for each in excludes.elts if isinstance(each, ast.Constant)}
    assert len(named) > 10 and named <= set(left_out)
    qt = {f"PySide6.{name}" for name in ast.literal_eval(assigned["UNUSED_QT"])}
    assert qt <= set(left_out)
    source = "".join(path.read_text(encoding="utf-8") for path in (INSTALLER.parent / "zhengzhou_desk").rglob("*.py"))
    wanted = set(re.findall(r"^ *(?:import|from) ([\w.]+)", source, re.MULTILINE))
    assert wanted & set(left_out) <= {"duckdb", "jeepney"}  # the latter on Linux


def test_windows_is_given_what_the_lock_names_for_it() -> None:
    windows = {
        "sys_platform": "win32", "platform_system": "Windows", "os_name": "nt", "platform_machine": "AMD64", "python_version": "3.11",
        "python_full_version": "3.11.9", "implementation_name": "cpython", "platform_python_implementation": "CPython", "extra": "",
    }  # fmt: skip
    lock = (INSTALLER.parent / "requirements.lock").read_text(encoding="utf-8")
    made = script("windows/wine.py").for_windows(lock)

    def pins(said: str) -> list[Requirement]:
        return [Requirement(line.rstrip("\\ ")) for line in said.splitlines() if re.match(r"[A-Za-z0-9]", line)]

    wanted = {
        str(Requirement(f"{pin.name}{pin.specifier}"))
        for pin in pins(lock)
        if pin.marker is None or pin.marker.evaluate(windows)
    }
    assert {str(pin) for pin in pins(made)} == wanted
    assert {"colorama", "pyside6-essentials"} <= {pin.name for pin in pins(made)}
    # Every pin keeps its own hashes and takes over none of those that were left out.
    assert all(
        part.count("\\\n") == part.count("--hash=") > 0
        for part in re.split(r"^(?=[A-Za-z0-9])", made, flags=re.MULTILINE)[1:]
    )


def test_where_windows_cannot_be_tried_it_says_why(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    wine = script("windows/wine.py")
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert wine.main() == 0
    assert capsys.readouterr().out == "skipped: only root can install in a system of its own\n"
