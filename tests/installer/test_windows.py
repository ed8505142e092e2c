"""The Windows setup script, as text: it cannot be run here."""

from __future__ import annotations

from tests.installer.helpers import INSTALLER

SCRIPT = (INSTALLER / "windows" / "zhengzhou-desk.nsi").read_bytes()


def test_the_script_says_that_it_is_utf_8() -> None:
    # Without the mark a Chinese Windows takes it for GBK and refuses it.
    assert SCRIPT.startswith(b"\xef\xbb\xbf") and SCRIPT.count(b"\xef\xbb\xbf") == 1
    assert "郑采台账" in SCRIPT.decode("utf-8-sig")


def test_what_is_written_into_the_registry_goes_when_it_is_removed() -> None:
    said = SCRIPT.decode("utf-8-sig")
    install, remove = said.split("Section Uninstall")
    for key in (
        "Software\\ZhengzhouDesk",
        "Software\\Classes\\.zzd",
        "Software\\Classes\\ZhengzhouDesk.Book",
        "${UNINSTALL}",
    ):
        assert f'HKCU "{key}' in install and f'DeleteRegKey HKCU "{key}"' in remove, key
    assert 'RMDir /r "$INSTDIR"' not in said, "books may stand beside the program"


def test_nothing_is_replaced_or_removed_while_the_program_runs() -> None:
    install, remove = SCRIPT.decode("utf-8-sig").split("Section Uninstall")
    assert install.index("Call WaitUntilClosed") < install.index("RMDir /r")
    assert remove.index("Call un.WaitUntilClosed") < remove.index("Delete ")
