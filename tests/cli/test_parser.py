"""Help in the language asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.helpers import desk
from zhengzhou_desk.cli.parser import COMMANDS


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_both_languages(tmp_path: Path, command: str) -> None:
    for lang in ("zh", "en"):
        done = desk(*([command] if command else []), "--help", "--lang", lang, folder=tmp_path)
        assert done.returncode == 0
        has_chinese = any("\u4e00" <= character <= "\u9fff" for character in done.stdout)
        assert has_chinese == (lang == "zh"), done.stdout
