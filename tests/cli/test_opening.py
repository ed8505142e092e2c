"""After a crash, a command that writes says what was kept last; its answer stays what it is."""

from __future__ import annotations

import json
import socket
from pathlib import Path

from tests.books import written
from tests.cli.helpers import UNITS, desk


def test_the_last_kept_step_is_said_on_standard_error_alone(own: Path, tmp_path: Path) -> None:
    lock = own.with_name(own.name + ".lock")
    left = json.dumps({"who": "王", "host": socket.gethostname(), "since": "2024-04-01 09:30"})
    sheet = written(tmp_path / "a.xlsx", 单位=UNITS)
    lock.write_text(left, encoding="utf-8")
    done = desk("import", own, sheet, "--json", folder=tmp_path)
    assert json.loads(done.stdout)["files"][0]["same"] == 2
    assert done.stderr.startswith("上次没有正常关闭。最后保存的一步：")
    assert done.stderr.rstrip().endswith("导入 a.xlsx")
    assert len(done.stderr.splitlines()) == 1
    assert desk("import", own, sheet, folder=tmp_path).stderr == ""
