"""Writes the sample county's workbook: python -m zhengzhou_desk.sample [UNITS ORDERS FILE]."""

from __future__ import annotations

import dataclasses
import sys
from pathlib import Path

from zhengzhou_desk import sample
from zhengzhou_desk.common.paths import SAMPLE
from zhengzhou_desk.exchange.workbook import write_workbook
from zhengzhou_desk.records import WORKBOOK
from zhengzhou_desk.records.tables import Tables


def main(arguments: list[str]) -> None:
    """Writes the sample county: `UNITS ORDERS FILE`, or the one that comes with the program."""
    units, orders, path = (
        (int(arguments[0]), int(arguments[1]), Path(arguments[2])) if arguments else (160, 5000, SAMPLE)
    )
    tables = Tables()
    rows = list(sample.county(units, orders))
    for cls in WORKBOOK:
        mine = (row for row in rows if isinstance(row, cls))
        tables.fill(cls, [dataclasses.replace(row, id=number) for number, row in enumerate(mine, 1)])
    path.parent.mkdir(parents=True, exist_ok=True)
    write_workbook(path, tables)


if __name__ == "__main__":
    main(sys.argv[1:])
