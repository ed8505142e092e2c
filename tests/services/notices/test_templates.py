"""A bureau's own wording: kept in the book, whatever version of the program kept it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.books import filing, new_desk, unit
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.notices import bulletins, templates

if TYPE_CHECKING:
    from pathlib import Path


def test_a_paragraph_that_only_a_newer_program_knows_is_passed_over_and_kept(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing()) as desk:
        kept = {"opening": "现将{year}年情况通报如下。", "epilogue": "{weather}"}
        editing.set_setting(desk, "template:bulletin", json.dumps(kept, ensure_ascii=False))
        said = bulletins.content(desk, bulletins.make(desk, 2024))
        assert said.body[0].text == "现将2024年情况通报如下。"  # type: ignore[union-attr]
        assert templates.change(desk, "bulletin", "opening", None)
        assert json.loads(desk.setting("template:bulletin") or "") == {"epilogue": "{weather}"}
