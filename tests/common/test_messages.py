"""Sentences: one thing said in either language, lists as each language writes them."""

from __future__ import annotations

from zhengzhou_desk.common.messages import localized, message


def test_lists_are_written_as_the_language_writes_them() -> None:
    said = message("{codes}", codes=("101003", "101004"))
    assert said.text() == "101003、101004"
    assert said.text("en") == "101003, 101004"


def test_what_stands_inside_a_sentence_is_said_in_its_language() -> None:
    inner = message("达标")
    assert localized(inner, "en") != "达标"
    assert message("{state}", state=(inner, inner)).text("en") == f"{inner.text('en')}, {inner.text('en')}"
    assert message("{state}", state=inner).text("zh") == "达标"
