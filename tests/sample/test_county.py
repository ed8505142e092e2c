"""The sample county: the same every time, as large as promised, faulty exactly where it says."""

from __future__ import annotations

import dataclasses
import hashlib
import subprocess
import sys
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from tests.books import new_desk
from zhengzhou_desk import sample
from zhengzhou_desk.policy.engine import Engine
from zhengzhou_desk.policy.pack_reader import packs
from zhengzhou_desk.policy.parameters import ERROR, UNKNOWN
from zhengzhou_desk.policy.rule import rule_ids
from zhengzhou_desk.policy.uscc import code_fault
from zhengzhou_desk.records import (
    CLASSES,
    WORKBOOK,
    Account,
    Execution,
    Filing,
    Followup,
    Purchase,
    Quota,
    Record,
    Spending,
    Unit,
)
from zhengzhou_desk.records.tables import Tables
from zhengzhou_desk.reports.unit_status import EXEMPT, FAIL, PASS, UNFILED, unit_statuses
from zhengzhou_desk.sample.__main__ import main as write_sample
from zhengzhou_desk.services import imports
from zhengzhou_desk.store.rows import stored_row

if TYPE_CHECKING:
    import datetime
    from collections.abc import Iterable
    from pathlib import Path

    from zhengzhou_desk.policy.engine import Finding

YEARS = (2024, 2025, 2026)
# A change here is a change of the sample: bring the workbook under resources/ up to date with it.
DIGEST = "d3172e37c052e0dbd1da99cb10808372d38844acc11923a9898b26fa60d30ead"


def digest(records: Iterable[Record]) -> str:
    return hashlib.sha256(
        repr([(type(record).__name__, stored_row(record)) for record in records]).encode()
    ).hexdigest()


def tables(records: Iterable[Record]) -> Tables:
    """The records on a shelf, numbered table by table as a book numbers them."""
    rows: dict[type[Record], list[Record]] = {cls: [] for cls in CLASSES}
    for record in records:
        mine = rows[type(record)]
        mine.append(dataclasses.replace(record, id=len(mine) + 1))
    made = Tables()
    for cls, numbered in rows.items():
        made.fill(cls, numbered)
    return made


def engine(records: Iterable[Record], day: datetime.date = sample.SAMPLE_DAY) -> Engine:
    return Engine(tables(records), packs(), "410105", day, YEARS)


@pytest.fixture(scope="module")
def county() -> tuple[Record, ...]:
    return sample.county()


@pytest.fixture(scope="module")
def judged(county: tuple[Record, ...]) -> Engine:
    return engine(county)


def about(finding: Finding, judge: Engine) -> str:
    """The unit, enterprise or order that a finding is about, as PLANTED names it."""
    view = judge.reader()
    if finding.table == Account.table.name:
        return (view.record(Account, finding.id) or Account()).uscc or ""
    if finding.table == Purchase.table.name:
        order = view.record(Purchase, finding.id)
        return order.number if order is not None else ""
    return finding.unit or ""


def by_rule(judge: Engine, *, unknown: bool) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for finding in judge.findings():
        if (finding.severity == UNKNOWN) == unknown:
            found[finding.rule].add(about(finding, judge))
    return found


def rows(county: Iterable[Record], cls: type[Record]) -> list[Record]:
    return [record for record in county if type(record) is cls]


def test_the_county_is_the_same_in_every_process(county: tuple[Record, ...]) -> None:
    assert digest(county) == DIGEST
    code = "from tests.sample.test_county import *; print(digest(sample.county()))"
    for hash_seed in ("1", "2"):
        run = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": hash_seed}, capture_output=True, text=True, check=True
        )
        assert run.stdout.strip() == DIGEST


def test_another_seed_is_another_county_with_the_same_faults(county: tuple[Record, ...]) -> None:
    other = sample.county(seed=1)
    assert digest(other) != digest(county)
    found = by_rule(engine(other), unknown=False)
    for rule in (
        "ratio",
        "rounding",
        "last_year",
        "total",
        "not_filed",
        "shared",
        "shared_double",
        "soe_unit",
        "unpaid",
    ):
        assert found[rule] == set(sample.PLANTED[rule])


def test_it_is_as_large_as_promised(county: tuple[Record, ...]) -> None:
    units = [record for record in county if isinstance(record, Unit)]
    codes = {unit.code for unit in units}
    departments = {unit.code for unit in units if unit.level == "1"}
    assert (len(units), len(codes), len(departments)) == (160, 160, 15)
    assert all(unit.code[:3] in departments for unit in units)
    assert len({record.uscc for record in county if isinstance(record, Account)}) == 14
    assert len(rows(county, Purchase)) == 5_000
    assert {record.year for record in county if isinstance(record, Filing)} == set(YEARS)
    assert {unit.canteen for unit in units} == {"own", "none", "shared", "outsourced"}


def test_every_table_of_the_workbook_is_there_in_its_order_with_keys_used_once(county: tuple[Record, ...]) -> None:
    # What a bureau notes of its own calls, and what it divides, is not made up for it.
    given = [cls for cls in WORKBOOK if cls not in (Followup, Quota)]
    assert list(dict.fromkeys(type(record) for record in county)) == given
    keys = Counter((type(record), record.key()) for record in county)
    assert not [key for key, times in keys.items() if times > 1]
    assert {record.id for record in county} == {0}


def test_every_value_is_one_that_the_book_would_take(county: tuple[Record, ...]) -> None:
    for record in county:
        for column in record.table.columns:
            value = record.cell(column.name)
            assert column.kind.parse(column.kind.show(value)) == value


def test_credit_codes_are_valid_but_for_the_planted(county: tuple[Record, ...]) -> None:
    wrong = {
        record.uscc if isinstance(record, Account) else record.code
        for record in county
        if isinstance(record, Unit | Account) and (record.uscc is None or code_fault(record.uscc) is not None)
    }
    assert wrong == set(sample.PLANTED["uscc"])


def test_every_rule_has_its_cases_and_no_other_does() -> None:
    # Zhengzhou does not judge by these at all.
    elsewhere = {"union_no_canteen"}
    assert set(sample.PLANTED) == set(rule_ids()) - elsewhere
    assert all(sample.PLANTED.values())


def test_each_rule_fires_exactly_where_it_is_planted(judged: Engine) -> None:
    elsewhere = sample.ONLY_WITH_NOTICES | sample.ONLY_WITH_DUPLICATES | sample.ONLY_WITH_STATISTICS
    expected = {rule: set(keys) for rule, keys in sample.PLANTED.items() if rule not in elsewhere}
    assert by_rule(judged, unknown=False) == expected


def test_what_cannot_be_judged_is_said_too(judged: Engine) -> None:
    first = {
        finding.unit for finding in judged.findings() if finding.rule == "last_year" and finding.severity == UNKNOWN
    }
    assert {row.unit.code for row in unit_statuses(judged, 2024) if row.state == "unknown"} <= first
    found = by_rule(judged, unknown=True)
    found.pop("last_year")
    assert found == {rule: set(keys) for rule, keys in sample.UNKNOWN.items()}


def test_notices_and_duplicates_bring_the_rest(county: tuple[Record, ...]) -> None:
    for rule in sample.ONLY_WITH_NOTICES:
        found = by_rule(
            engine([*county, *sample.notices()], sample.PLANTED_ON.get(rule, sample.SAMPLE_DAY)), unknown=False
        )
        assert found[rule] == set(sample.PLANTED[rule])
    found = by_rule(engine([*county, *sample.duplicates()]), unknown=False)
    assert found["duplicate_code"] == set(sample.PLANTED["duplicate_code"])
    found = by_rule(engine([*county, *sample.statistics()]), unknown=False)
    assert found["statistics"] == set(sample.PLANTED["statistics"])


def test_most_units_do_it_right_and_about_thirty_do_not(judged: Engine) -> None:
    states = Counter(row.state for row in unit_statuses(judged, sample.SAMPLE_YEAR))
    owing = states.total() - states["closed"]
    assert 25 <= states[FAIL] + states[UNFILED] <= 32
    assert 70 <= 100 * (states[PASS] + states[EXEMPT]) // owing <= 85


def test_unions_give_every_answer(judged: Engine) -> None:
    answers = {row.union for row in unit_statuses(judged, sample.SAMPLE_YEAR)}
    assert answers == {"met", "short", "unknown", "exempt"}


def test_orders_are_of_every_state_and_kind(county: tuple[Record, ...]) -> None:
    orders = [record for record in county if isinstance(record, Purchase)]
    states = {(bool(order.accepted), bool(order.paid), bool(order.evaluated)) for order in orders}
    assert {(False,) * 3, (True, False, False), (True, True, False), (False, True, False), (True,) * 3} <= states
    assert {order.kind for order in orders} == {"canteen", "union", "voucher", "personal", "contractor", "soe"}
    assert any(order.amount < 0 for order in orders)
    for order in orders:
        days = [day for day in (order.day, order.accepted, order.paid, order.evaluated) if day is not None]
        assert order.day == min(days)
        assert max(days) <= sample.SAMPLE_DAY


def test_schools_buy_little_in_summer(county: tuple[Record, ...]) -> None:
    schools = {
        record.code for record in county if isinstance(record, Unit) and record.kind in ("小学", "中学", "幼儿园")
    }
    months = Counter(
        order.day.month
        for order in county
        if isinstance(order, Purchase) and order.day.year < sample.SAMPLE_YEAR and order.buyer in schools
    )
    assert months[7] * 3 < months[9]


def test_statistics_stand_in_only_where_there_are_no_order_lines(county: tuple[Record, ...]) -> None:
    buyers = {record.buyer for record in county if isinstance(record, Purchase)}
    assert not buyers & {record.unit for record in county if isinstance(record, Execution)}


def test_a_larger_county_has_the_same_faults_and_no_more() -> None:
    larger = engine(sample.county(units=400, orders=12_000))
    errors = {(finding.rule, about(finding, larger)) for finding in larger.findings() if finding.severity == ERROR}
    assert errors <= {(rule, key) for rule, keys in sample.PLANTED.items() for key in keys}
    found = by_rule(larger, unknown=False)
    assert found == {
        rule: set(keys)
        for rule, keys in sample.PLANTED.items()
        if rule not in sample.ONLY_WITH_NOTICES | sample.ONLY_WITH_DUPLICATES | sample.ONLY_WITH_STATISTICS
    }


@pytest.mark.parametrize(("units", "orders"), [(160, 5_000), (400, 9_999), (300, 0)])
def test_a_county_of_any_size_has_as_many_units_and_orders_as_asked(units: int, orders: int) -> None:
    made = sample.county(units=units, orders=orders)
    assert len(rows(made, Unit)) == units
    assert len(rows(made, Purchase)) == orders
    assert rows(made, Spending)


def test_a_county_of_fewer_units_than_have_names_is_refused() -> None:
    with pytest.raises(ValueError, match="160"):
        sample.county(units=10)


def test_the_workbook_of_a_county_of_any_size_is_written_and_can_be_imported(tmp_path: Path) -> None:
    path = tmp_path / "大" / "县.xlsx"
    write_sample(["170", "60", str(path)])
    book = load_workbook(path, read_only=True)
    assert [name for name in book.sheetnames if name in ("单位", "填报", "采购")] == ["单位", "填报", "采购"]
    rows = list(book["单位"].iter_rows(min_row=2, values_only=True))
    book.close()
    assert len({row[0] for row in rows}) == len(rows) == 170
    with new_desk(tmp_path, region=sample.SAMPLE_REGION, year=sample.SAMPLE_YEAR) as desk:
        plan = imports.plan_file(desk, path)
        assert not plan.refused
