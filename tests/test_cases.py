"""The law as cases that a clerk can read: tests/cases/*.toml, each judged from scratch."""

from __future__ import annotations

import datetime
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from tests.books import clock
from zhengzhou_desk.policy.facts import fact_plain
from zhengzhou_desk.policy.parameters import OWN
from zhengzhou_desk.policy.rule import RULES
from zhengzhou_desk.records import (
    Account,
    Change,
    Entry,
    Execution,
    Filing,
    Notice,
    Purchase,
    Record,
    Setting,
    Spending,
    Unit,
    UnitChange,
    Waiver,
)
from zhengzhou_desk.services.check_json import check_answer
from zhengzhou_desk.services.desk import Desk
from zhengzhou_desk.services.editing import parse_cell
from zhengzhou_desk.services.notices import drafting

TABLES: dict[str, type[Record]] = {
    "units": Unit, "filings": Filing, "changes": UnitChange, "waivers": Waiver, "spending": Spending, "accounts": Account,
    "orders": Purchase, "statistics": Execution, "papers": Notice,
}  # fmt: skip
ONE_UNIT = """
单位编码  单位名称  食堂情况
101003   第一小学  自有
"""
KEYS = {
    "title", "on", "year", "region", "expect", "facts", "states", "figures", "unions", "totals", "notices", "listed", "own", "quiet", *TABLES,
}  # fmt: skip


def cases() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for path in sorted((Path(__file__).parent / "cases").glob("*.toml")):
        for case in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            found.append((f"{path.stem}: {case['title']}", case))
    return found


ALL = cases()


def rows(cls: type[Record], text: str) -> list[Record]:
    lines = [line.split() for line in text.strip().splitlines() if line.strip()]
    names = [next(c.name for c in cls.table.columns if head in (c.label, *c.synonyms)) for head in lines[0]]
    return [
        cls(
            **{
                name: parse_cell(cls, name, None if cell == "-" else cell)
                for name, cell in zip(names, line, strict=True)
            }
        )
        for line in lines[1:]
    ]


def records(case: dict[str, Any]) -> list[Record]:
    given: list[Record] = []
    for table, cls in TABLES.items():
        text = case.get(table, ONE_UNIT if table == "units" else "")
        if text:
            given += rows(cls, text)
    for own in case.get("own", ()):
        given.append(Setting(name=OWN + own["name"], year=own["year"], value=own["value"], document=own["document"]))
    return given


def opened(case: dict[str, Any], folder: Path) -> Desk:
    desk = Desk.new(
        folder / "case.zzd",
        region=case.get("region", "410105"),
        bureau="金水区财政局",
        year=case.get("year", 2024),
        clock=clock,
        who="王",
    )
    desk.apply(Entry("import", tuple(Change(None, row) for row in records(case)), ("test",)))
    desk.set_today(datetime.date.fromisoformat(case["on"]))
    return desk


def quiet(case: dict[str, Any]) -> set[str]:
    """Rules a case is not about: not filed, where it gives no filing of its year at all."""
    found = set(case.get("quiet", ()))
    year = str(case.get("year", 2024))
    is_about_filing = any(rule in case["expect"] for rule in ("not_filed",))
    if not is_about_filing and not any(line.split()[:1] == [year] for line in case.get("filings", "").splitlines()):
        found.add("not_filed")
    return found


@pytest.mark.parametrize(("name", "case"), ALL, ids=[name for name, _ in ALL])
def test_case(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    assert set(case) <= KEYS, set(case) - KEYS
    with opened(case, tmp_path) as desk:
        found: dict[str, list[str]] = defaultdict(list)
        facts: dict[str, object] = {}
        for finding in desk.findings():
            if finding.rule not in quiet(case):
                found[finding.rule].append(finding.severity)
                facts |= {f"{finding.rule}.{fact}": fact_plain(value) for fact, value in finding.facts}
        expected = {rule: [level] if isinstance(level, str) else level for rule, level in case["expect"].items()}
        assert dict(found) == expected, name
        for fact, value in case.get("facts", {}).items():
            assert facts[fact] == value, fact
        answer = check_answer(desk)
        units = {unit["code"]: unit for unit in answer["units"]}
        assert {code: units[code]["state"] for code in case.get("states", {})} == case.get("states", {})
        assert {code: units[code]["union"] for code in case.get("unions", {})} == case.get("unions", {})
        for code, figures in case.get("figures", {}).items():
            assert {figure: units[code][figure] for figure in figures} == figures
        assert {total: answer["totals"][total] for total in case.get("totals", {})} == case.get("totals", {})
        assert [*units] == case.get("listed", [*units])
        if "notices" in case:
            assert [draft.unit for draft in drafting.drafts(desk)] == case["notices"]


def test_every_rule_has_a_case_that_expects_it_and_one_that_does_not() -> None:
    expected: dict[str, set[str]] = defaultdict(set)
    silent: set[str] = set()
    about = {cls.table.name: table for table, cls in TABLES.items()}
    for _, case in ALL:
        for rule, level in case["expect"].items():
            expected[rule] |= {level} if isinstance(level, str) else set(level)
        for declared in RULES:
            has_rows = declared.about is Unit or about[declared.about.table.name] in case
            if has_rows and declared.id not in case["expect"] and declared.id not in case.get("quiet", ()):
                silent.add(declared.id)
    ids = {declared.id for declared in RULES}
    assert ids <= expected.keys(), ids - expected.keys()
    assert ids <= silent, ids - silent
    # Rules of two stages are expected at both.
    assert {"info", "error"} <= expected["not_filed"]
    assert {"info", "warning"} <= expected["union"]
    assert {"warning", "error"} <= expected["parent"]
    assert {"warning", "unknown"} <= expected["union_data"]
