"""Values of the law and severities: what they are called, in English too."""

from __future__ import annotations

from zhengzhou_desk.policy.parameters import ERROR, INFO, SEVERITIES, UNKNOWN, WARNING


def test_severities_are_called_by_their_names_in_either_language() -> None:
    assert {code: SEVERITIES.show(code, "zh") for code in (ERROR, WARNING, INFO, UNKNOWN)} == {
        ERROR: "错误", WARNING: "警告", INFO: "提示", UNKNOWN: "待查",
    }  # fmt: skip
    words = [SEVERITIES.show(option.code, "en") for option in SEVERITIES.options]
    assert len(set(words)) == len(words)
    assert not [word for word in words if any("\u4e00" <= sign <= "\u9fff" for sign in word)]
