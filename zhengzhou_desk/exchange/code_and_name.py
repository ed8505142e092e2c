"""A unit's code and name in one cell: 101001-教育局, [101001]教育局, 教育局（101001）."""

from __future__ import annotations

import re

from zhengzhou_desk.records.clean import folded

_CODE = r"\d{3}[0-9A-Za-z]{0,17}"
_NAME = r"(?=.*[\u3400-\u9fff])\S.*"
_CODE_FIRST = re.compile(rf"[\[(]?({_CODE})[\])]?[ \-_—\u2013:.、|/]*({_NAME})")
_NAME_FIRST = re.compile(rf"({_NAME}?)[ \-_—\u2013:|/]*[\[(]({_CODE})[\])]")


def code_and_name(text: str) -> tuple[str, str] | None:
    """The code and the name that a text consists of, or None where it is one of them alone."""
    text = folded(text).replace("【", "[").replace("】", "]")
    match = _CODE_FIRST.fullmatch(text)
    if match:
        return match[1].upper(), match[2].strip()
    match = _NAME_FIRST.fullmatch(text)
    return (match[2].upper(), match[1].strip()) if match else None
