"""A bureau's own wording: kept in the book, whatever version of the program kept it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.books import filing, new_desk, unit
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.services import editing
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.notices import bulletin_document, bulletins, drafting, template_preview, templates

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


def test_a_paragraph_is_tried_on_a_real_unit_before_it_is_kept(desk: Desk) -> None:
    made = template_preview.sample(desk, "refile", "ask", "{unit}应预留{required}元。")
    assert made == template_preview.Sample("低比例小学", "低比例小学应预留80,000.00元。")
    assert template_preview.sample(desk, "refile", "ask_double", "清空。") is None, "nobody filed twice"
    made = template_preview.sample(desk, "bulletin", "opening", "截至{day}，情况如下。")
    assert made is not None and made.text == "截至2024年4月1日，情况如下。"
    assert templates.texts(desk, "refile") == dict(templates.original("refile")), "nothing is kept"


def test_each_kind_of_text_is_tried_on_what_it_is_for(desk: Desk) -> None:
    """A kind that the preview forgot would show another document's paragraph, or none."""
    made = template_preview.sample(desk, "message", "opening", "{unit}请办理：{matters}。")
    assert made is not None and made.text.startswith(f"{made.addressee}请办理：")
    made = template_preview.sample(desk, "report", "opening", "{year}年情况报告如下。")
    assert made is not None and made.text == "2024年情况报告如下。"


@pytest.mark.parametrize("kind", templates.KINDS)
def test_the_program_s_own_paragraphs_pass_their_own_check(kind: str) -> None:
    for name, text in templates.original(kind).items():
        templates.check(kind, name, text)


def test_a_sentence_that_names_what_a_unit_does_not_have_is_refused(desk: Desk) -> None:
    """{required} stands where a unit has an amount, and nowhere else."""
    for name in ("close", "ask_total", "ask_unfiled", "contact_blank"):
        with pytest.raises(Refused, match="不认得的名称：required"):
            templates.change(desk, "refile", name, "应不低于{required}元")
    with pytest.raises(Refused, match="不认得的名称"):
        templates.change(desk, "refile", "close", "{bureau:>999999999}")
    with pytest.raises(Refused, match="不认得的名称"):
        templates.change(desk, "refile", "close", "{bureau.__class__}")
    # One that was kept before the names were looked at stops the letter with a sentence, not with a wrong figure.
    editing.set_setting(desk, "template:refile", json.dumps({"close_unfiled": "应不低于{required}元"}))
    with pytest.raises(Refused, match="没填小学没有“required”这一项，文书文字“督促重新填报通知/close_unfiled”却写了它"):
        drafting.drafts(desk, {"101004"})
