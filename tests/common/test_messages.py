"""Sentences: one thing said in either language, lists and numbers as each language writes them."""

from __future__ import annotations

import subprocess
import sys

import pytest

from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.common.messages import counted, in_context, localized, message, translated
from zhengzhou_desk.records.change import CHANGE_KINDS, DISSOLVE


def test_lists_are_written_as_the_language_writes_them() -> None:
    said = message("{codes}", codes=("101003", "101004"))
    assert said.text() == "101003、101004"
    assert said.text("en") == "101003, 101004"


def test_what_stands_inside_a_sentence_is_said_in_its_language() -> None:
    inner = message("达标")
    assert localized(inner, "en") != "达标"
    assert message("{state}", state=(inner, inner)).text("en") == f"{inner.text('en')}, {inner.text('en')}"
    assert message("{state}", state=inner).text("zh") == "达标"


@pytest.mark.parametrize(
    ("count", "chinese", "english"),
    [
        (0, "已导入 0 行，可以撤销", "0 rows imported; this can be undone"),
        (1, "已导入 1 行，可以撤销", "1 row imported; this can be undone"),
        (2, "已导入 2 行，可以撤销", "2 rows imported; this can be undone"),
    ],
)
def test_one_row_and_two_rows(count: int, chinese: str, english: str) -> None:
    template = counted("已导入 {count} 行，可以撤销")
    for said in (message(template, count=count), Refused(template, count=count)):
        assert said.text() == chinese
        assert said.text("en") == english


def test_a_number_that_came_out_of_another_process_as_text_is_taken_for_many() -> None:
    assert message(counted("错误 {count} 条"), count="7").text("en") == "7 errors"


def test_what_has_no_translation_is_said_as_it_is() -> None:
    assert translated("从来没有人译过的话", "en") == "从来没有人译过的话"
    assert message("从来没有人译过的 {count} 句话", count=1).text("en") == "从来没有人译过的 1 句话"
    assert translated("", "en") == "", "not the head of the catalogue"


def test_a_word_has_the_english_of_its_context() -> None:
    word = in_context("kind of change", "撤销")
    assert word == "撤销"
    assert translated(word, "zh") == "撤销"
    assert translated(word, "en") == "Dissolution"
    assert translated("撤销", "en") == "Undo"
    assert CHANGE_KINDS.show(DISSOLVE, "en") == "Dissolution"
    assert CHANGE_KINDS.parse("撤销") == DISSOLVE


def test_a_chinese_run_loads_no_translations() -> None:
    program = """
import sys
from zhengzhou_desk.cli.run import run
from zhengzhou_desk.common.messages import catalogue
assert run([*sys.argv[1:], "check", "--help"]) == 0
print(catalogue.cache_info().currsize)
"""
    loaded = [
        subprocess.run(
            [sys.executable, "-c", program, *lang], capture_output=True, text=True, check=True, errors="replace"
        )
        for lang in ((), ("--lang", "en"))
    ]
    assert [done.stdout.splitlines()[-1] for done in loaded] == ["0", "1"]
