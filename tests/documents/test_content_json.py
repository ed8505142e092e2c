"""A document's frozen copy is exactly what was issued, and nothing else is taken for one."""

from __future__ import annotations

import dataclasses
import datetime
import json
from pathlib import Path
from typing import Any

import pytest

from tests.documents.samples import bulletin, notice
from zhengzhou_desk.common.errors import Refused
from zhengzhou_desk.documents import content_json, pdf
from zhengzhou_desk.documents.content_json import from_json, to_json


def test_round_trip_is_exact() -> None:
    for content in (notice(), notice(serial=None, reply_by=None), bulletin()):
        again = from_json(to_json(content))
        assert again == content
        assert to_json(again) == to_json(content)


# Documents as they were frozen until November 2026, without the fields at their default; and beside each, as
# `…_whole`, what it said then, which no later default may alter.
FROZEN = Path(__file__).parent / "frozen"


def frozen(name: str) -> str:
    return (FROZEN / f"{name}.json").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["notice", "bulletin", "drafted", "unfiled"])
def test_what_was_frozen_before_reads_as_it_did(name: str) -> None:
    content = from_json(frozen(name))
    # Documents of before the head of the journal was printed on them have none, nor units of a department.
    assert json.loads(to_json(content)) == json.loads(frozen(f"{name}_whole")) | {"journal": "", "units": []}
    assert from_json(to_json(content)) == content == from_json(frozen(f"{name}_whole"))
    assert pdf.as_pdf(content).startswith(b"%PDF")


def objects(value: Any) -> list[dict[str, Any]]:
    """Every object in a piece of JSON, the outermost first."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return ([value] if isinstance(value, dict) else []) + [each for item in inner for each in objects(item)]


@pytest.mark.parametrize("name", ["notice", "bulletin", "drafted", "unfiled"])
def test_every_field_is_stored_so_that_a_later_default_alters_no_reprint(name: str) -> None:
    old = from_json(frozen(name))
    stored = json.loads(to_json(old))
    fields = {frozenset(field.name for field in dataclasses.fields(cls)) for cls in content_json._ABSENT}
    for each in objects(stored):
        assert frozenset(each) - {"version", "is"} in fields, each


def test_a_field_with_a_default_says_what_it_is_in_documents_that_lack_it() -> None:
    for cls, absent in content_json._ABSENT.items():
        optional = [field for field in dataclasses.fields(cls) if field.default is not dataclasses.MISSING]
        assert sorted(absent) == sorted(field.name for field in optional), cls


def test_a_field_that_only_a_newer_program_knows_is_passed_over() -> None:
    stored = json.loads(to_json(bulletin(2)))
    for each in objects(stored):
        each["来自新版"] = {"x": [1, None]}
    assert from_json(json.dumps(stored)) == bulletin(2)


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
