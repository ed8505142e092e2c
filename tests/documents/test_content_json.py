"""A document's frozen copy is exactly what was issued, and nothing else is taken for one."""

from __future__ import annotations

import datetime

import pytest

from tests.documents.samples import bulletin, notice
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents.content_json import from_json, to_json


def test_round_trip_is_exact() -> None:
    for content in (notice(), notice(serial=None, reply_by=None), bulletin()):
        again = from_json(to_json(content))
        assert again == content
        assert to_json(again) == to_json(content)


def test_one_line_that_fits_the_register() -> None:
    text = to_json(notice())
    assert "\n" not in text
    assert len(text) < 20_000


def test_awkward_text_survives() -> None:
    content = notice(addressee='A<B&"引"\\㛃䶮𠅤𬭎\n第二行', day=datetime.date(2026, 1, 2))
    assert from_json(to_json(content)) == content


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"version":2}', '{"version":1,"kind":"urge"}', '{"version":1,"x":1}']
)
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        from_json(text)


def test_wrong_types_are_refused() -> None:
    text = to_json(notice())
    with pytest.raises(Refused):
        from_json(text.replace('"year":2026', '"year":"2026"'))
