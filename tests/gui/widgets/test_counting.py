"""Counted sentences of the window: in its language, in the form for the number."""

from __future__ import annotations

from typing import Any

import pytest

from zhengzhou_desk.common.messages import counted
from zhengzhou_desk.gui.system import translator
from zhengzhou_desk.gui.widgets.counting import said


@pytest.mark.parametrize(
    ("lang", "one", "two"),
    [("zh", "已改记 1 笔订单到 第一小学，可以撤销", "已改记 2 笔订单到 第一小学，可以撤销"),
     ("en", "1 order booked to 第一小学; this can be undone", "2 orders booked to 第一小学; this can be undone")],
)  # fmt: skip
def test_a_sentence_of_the_window_is_counted(qapp: Any, lang: str, one: str, two: str) -> None:
    translator.install(qapp, lang)
    try:
        template = counted("已改记 {count} 笔订单到 {unit}，可以撤销")
        assert [said(template, count=count, unit="第一小学") for count in (1, 2)] == [one, two]
    finally:
        translator.install(qapp, "zh")
