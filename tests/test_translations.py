"""Every literal with Chinese characters is a sentence that is translated, or is explained as none."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from typing import Any

import pytest

from tests.test_architecture import PACKAGE


@pytest.fixture(scope="module")
def update() -> Any:
    """The collector, which is a script and no module of the package."""
    spec = importlib.util.spec_from_file_location("update", PACKAGE.parent / "i18n" / "update.py")
    assert spec is not None and spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def test_no_literal_is_left_out(update: Any) -> None:
    assert update.left_out(update.sentences()) == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("一句没有人收的话")', 'HINT = "一句没有人收的话"', 'say(f"一句没有人收的话{count}")', 'empty_text("一句没有人收的话")',
        'ROWS = [("x", "一句没有人收的话")]', '{"text": "一句没有人收的话"}',
    ],
)  # fmt: skip
def test_a_sentence_that_nobody_collects_is_found(update: Any, tmp_path: Path, line: str) -> None:
    (tmp_path / "gui").mkdir()
    (tmp_path / "gui" / "page.py").write_text(f'"""页。"""\n\n{line}\n', encoding="utf-8")
    assert update.left_out({}, tmp_path) == [("gui/page.py", 3, "一句没有人收的话")]
    assert update.left_out({"一句没有人收的话": {"x"}}, tmp_path) == []


def test_an_explanation_names_something_that_is_there(update: Any) -> None:
    for name, (why, texts) in update.ALWAYS.items():
        assert (PACKAGE / name).exists(), name
        assert why
        source = (PACKAGE / name).read_text(encoding="utf-8") if texts else ""
        assert all(text in source for text in texts or ()), name


def test_what_was_missing_is_collected(update: Any) -> None:
    found = update.sentences()
    for text in (
        "还没有内容。可以直接在表格里输入，或从菜单“文件”中导入电子表格。", "还没有发出通知书。请在菜单“文书”中选“起草通知书”。", "通知书台账",
        "{path} 需要的内存太多，不予读取", "公式没有结果", "各部门之和", "{row}：{reason}",
    ):  # fmt: skip
        assert text in found
        assert not update.CHINESE.search(update.translations()[text])
    assert not [text for text in update.translations().values() if any(mark in text for mark in "，。：；？！（）")], (
        "no full-width marks in English"
    )
