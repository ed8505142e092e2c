"""A bureau's own wording: kept in the book, whatever version of the program kept it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletin_document, bulletins, drafting, templates

if TYPE_CHECKING:
    from pathlib import Path


def test_a_paragraph_that_only_a_newer_program_knows_is_passed_over_and_kept(tmp_path: Path) -> None:
    with new_desk(tmp_path, unit(), filing()) as desk:
        kept = {"opening": "现将{year}年情况通报如下。", "epilogue": "{weather}"}
        editing.set_setting(desk, "template:bulletin", json.dumps(kept, ensure_ascii=False))
        said = bulletin_document.content(desk, bulletins.make(desk, 2024))
        assert said.body[0].text == "现将2024年情况通报如下。"  # type: ignore[union-attr]
        assert templates.change(desk, "bulletin", "opening", None)
        assert json.loads(desk.setting("template:bulletin") or "") == {"epilogue": "{weather}"}


def test_the_bureau_s_own_words_are_checked_and_can_be_taken_back(desk: Desk) -> None:
    with pytest.raises(Refused, match="不认得的名称"):
        templates.change(desk, "refile", "close", "请于{明天}前整改")
    with pytest.raises(Refused, match="不成对"):
        templates.change(desk, "refile", "close", "请于{reply_by前整改")
    templates.change(desk, "refile", "close", "请于{reply_by}前整改到位。")
    body = str(drafting.drafts(desk, {"101002"})[0].body)
    assert "请于2024年4月16日前整改到位。" in body
    templates.change(desk, "refile", "close", None)
    assert templates.texts(desk, "refile") == dict(templates.original("refile"))
