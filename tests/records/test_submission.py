"""Reported units as the city's book keeps them: read whatever version of the program put them there."""

from __future__ import annotations

import base64
import json
import re
import zlib
from typing import Any

import pytest

from tests.books import DAY
from zhengzhou_desk.records import Submission
from zhengzhou_desk.records.submission import SubmittedUnit, as_units, packed, unpacked

UNIT = SubmittedUnit(
    code="7", name="七小", department=None, department_name=None, canteen="own", filing="confirmed", state="pass", union=None,
    total=100, reserve=10, last_year=None, required=10, gap=0, ordered=0, paid=0, completed=-5, counted=0, base=10,
)  # fmt: skip


def kept(*units: dict[str, Any]) -> Submission:
    content = base64.b64encode(zlib.compress(json.dumps(units).encode())).decode()
    return Submission(region="410106", year=2024, day=DAY, content=content)


def test_what_is_packed_is_unpacked() -> None:
    assert unpacked(Submission(region="410106", year=2024, day=DAY, content=packed([UNIT, UNIT]))) == (UNIT, UNIT)
    assert unpacked(Submission(region="410106", year=2024, day=DAY)) == ()


def test_a_field_that_only_a_newer_program_knows_is_passed_over_and_a_missing_one_is_not_known() -> None:
    (found,) = unpacked(kept({"code": "7", "state": "pass", "total": 100, "来自新版": [1, {"x": None}]}))
    assert (found.code, found.state, found.total, found.reserve, found.name) == ("7", "pass", 100, None, None)
    (found,) = unpacked(kept({"total": 100}))
    assert (found.code, found.state) == ("", "unknown")


@pytest.mark.parametrize(
    ("rows", "row", "field"),
    [
        ("x", 0, ""), ([5], 1, ""), ([{"code": "7"}], 1, "state"), ([{"code": "7", "state": "pass"}, {"code": "", "state": "pass"}], 2, "code"),
        ([{"code": "7", "state": "pass", "total": "100"}], 1, "total"), ([{"code": "7", "state": "pass", "别的": 1}], 1, "别的"),
    ],
)  # fmt: skip
def test_what_a_district_cannot_have_said_is_named_by_row_and_field(rows: object, row: int, field: str) -> None:
    with pytest.raises(ValueError, match=re.escape(str((row, field)))):
        as_units(rows)
