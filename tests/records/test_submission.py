"""Reported units as the city's book keeps them: read whatever version of the program put them there."""

from __future__ import annotations

import base64
import json
import random
import re
import zlib
from typing import Any

import pytest

from tests.books import DAY
from zhengzhou_desk.records import Submission, submission
from zhengzhou_desk.records.kinds import LARGEST_FEN
from zhengzhou_desk.records.package_remarks import PackageRemarks
from zhengzhou_desk.records.submission import SubmittedUnit, as_rows, as_units, packed, remarks_of, unpacked

UNIT = SubmittedUnit(
    code="7", name="七小", department=None, department_name=None, canteen="own", filing="confirmed", state="pass", union=None,
    total=100, reserve=10, last_year=None, required=10, gap=0, ordered=0, paid=0, completed=-5, counted=0, base=10,
)  # fmt: skip


UNITS_ROW = {name: value for name, value in as_rows([UNIT])[0].items() if name != "code"}


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


def test_whatever_is_wrong_is_found_field_by_field_as_row_by_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are looked at together; the answer is that of looking at one after the other."""
    values: tuple[Any, ...] = (
        None, True, 0, -1, LARGEST_FEN + 1, 1.5, "", "x", "a b", "１", "甲", "a" * 201, [], {}, "own", "pass", float("nan"),
    )  # fmt: skip

    def answer(rows: Any) -> object:
        try:
            return as_units(rows)
        except ValueError as error:
            return error.args

    for seed in range(500):
        chance = random.Random(seed)
        rows: list[Any] = [{"code": f"{10 + place}", **UNITS_ROW} for place in range(4)]
        for _ in range(chance.randrange(3)):
            row = chance.choice([each for each in rows if isinstance(each, dict)])
            row[chance.choice([*row, "contact", "gap", "another"])] = chance.choice(values)
            if chance.random() < 0.2:
                row.pop(chance.choice(list(row)))
        if chance.random() < 0.05:
            rows[chance.randrange(4)] = chance.choice(values)
        found = answer(rows)
        with monkeypatch.context() as one_by_one:
            one_by_one.setattr(submission, "_are_sound", lambda *_: False)
            assert answer(rows) == found


def test_remarks_are_read_without_the_units() -> None:
    """A city asks every district for what it explains, and needs none of its units for that."""
    said = PackageRemarks(errors=2, despite="限期将至")
    row = Submission(region="410106", year=2024, day=DAY, content=packed([UNIT, UNIT], said))
    assert remarks_of(row) == said
    assert unpacked(row) == (UNIT, UNIT)
    assert remarks_of(Submission(region="410106", year=2024, day=DAY, content=packed([UNIT]))) is None
    assert remarks_of(Submission(region="410106", year=2024, day=DAY)) is None
    spaced = json.dumps([{"code": "7", "state": "pass", "package_remarks": said.plain()}], indent=1)
    content = base64.b64encode(zlib.compress(spaced.encode())).decode()
    assert remarks_of(Submission(region="410106", year=2024, day=DAY, content=content)) == said
    named = kept({"code": "package_remarks", "state": "pass"}, {"code": "7", "package_remarks": {"errors": 1}})
    assert remarks_of(named) is None
