"""Roll-ups: a nation of synthetic counties straight in Parquet, each roll-up of resources/analytics by DuckDB."""

from __future__ import annotations

import multiprocessing
import resource
import tempfile
import time
from pathlib import Path
from typing import Any

import duckdb

from tests.services import roll_ups
from zhengzhou_desk.exchange.data_set import columns

SIZES, UNITS = (300, 1_000, 3_000), 167  # 3,000 counties are 501,000 units and 6,012,000 months
RUNS = 5
_UNIT = "lpad((unit_no + 100000)::VARCHAR, 6, '0')"
_COUNTY = "(110000 + county)::VARCHAR"
# A fifth has not filed, one in fifty is gone, one in a thousand reserved more than it bought.
_MADE = {
    "submissions": """SELECT {county} AS region, 2024 AS year, '财政局' AS bureau, DATE '2024-12-31' AS as_of,
        '2024-12-31T09:00:00' AS made, md5(county::VARCHAR) AS digest, NULL::VARCHAR AS signer, true AS by_month,
        true AS with_findings, 100::BIGINT AS loose_ordered, 0::BIGINT AS loose_paid, 0::BIGINT AS loose_completed
        FROM range(?) AS t(county)""",
    "units": """SELECT {county} AS region, 2024 AS year, {unit} AS unit, '第' || unit_no || '小学' AS name,
        (100 + unit_no % 12)::VARCHAR AS department, NULL::VARCHAR AS department_name, 'own' AS canteen,
        CASE WHEN h % 50 = 0 THEN 'closed' WHEN h % 5 = 1 THEN 'unfiled' WHEN h % 7 = 2 THEN 'fail'
             WHEN h % 11 = 3 THEN 'unknown' WHEN h % 13 = 4 THEN 'exempt' ELSE 'pass' END AS state,
        'met' AS union_state FROM every""",
    "filings": """SELECT {county} AS region, 2024 AS year, {unit} AS unit,
        CASE WHEN h % 5 = 1 THEN NULL WHEN h % 3 = 0 THEN 'filed' ELSE 'confirmed' END AS filing,
        CASE WHEN h % 5 = 1 THEN NULL ELSE 10000000 + h % 90000000 END AS total,
        CASE WHEN h % 5 = 1 THEN NULL WHEN h % 1000 = 7 THEN 200000000 ELSE 1000000 + h % 9000000 END AS reserve,
        1000000::BIGINT AS last_year, 1000000 + h % 9100000 AS required, h % 100000 AS gap, h % 8000000 AS counted,
        CASE WHEN h % 5 = 1 THEN NULL WHEN h % 1000 = 7 THEN 200000000 ELSE 1000000 + h % 9000000 END AS base
        FROM every""",
    "purchases": """SELECT {county} AS region, 2024 AS year, {unit} AS unit, month::INTEGER AS month,
        ((h * month) % 900000 + 100)::BIGINT AS ordered, ((h * month) % 800000)::BIGINT AS paid,
        ((h * month) % 700000)::BIGINT AS completed FROM every, range(1, 13) AS m(month)""",
    "findings": """SELECT {county} AS region, 2024 AS year, {unit} AS unit, 'filing' AS about,
        CASE h % 4 WHEN 0 THEN 'ratio' WHEN 1 THEN 'last_year' WHEN 2 THEN 'over_total' ELSE 'late' END AS rule,
        'warning' AS severity, 1::INTEGER AS found, 0::INTEGER AS settled FROM every WHERE h % 10 = 0""",
}


def main() -> None:
    print(f"DuckDB {duckdb.__version__}, threads {_threads()}; seconds, median of {RUNS}, each with the view anew")
    print(
        f"{'counties':>9} {'units':>8} {'MB':>5} {'made':>6} "
        + " ".join(f"{name:>13}" for name in roll_ups.ROLL_UPS)
        + "   peak MB"
    )
    with tempfile.TemporaryDirectory() as name:
        for counties in SIZES:
            folder = Path(name) / str(counties)
            started = time.perf_counter()
            _in_a_process(_made, folder, counties)
            made = time.perf_counter() - started
            size = sum(path.stat().st_size for path in folder.rglob("*.parquet")) / 2**20
            took, peak = _in_a_process(_timed, folder)
            print(
                f"{counties:>9,} {counties * UNITS:>8,} {size:>5.0f} {made:>6.1f} "
                + " ".join(f"{took[each]:>13.2f}" for each in roll_ups.ROLL_UPS)
                + f" {peak:>9.0f}",
                flush=True,
            )


def _threads() -> Any:
    with duckdb.connect() as engine:
        return engine.execute("SELECT current_setting('threads')").fetchall()[0][0]


def _in_a_process(job: Any, *values: Any) -> Any:
    """In a new process each, so that its peak of memory is its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(job, values)


def _made(folder: Path, counties: int) -> None:
    with duckdb.connect() as engine:
        engine.execute("SET enable_progress_bar = false")
        engine.execute(
            "CREATE TABLE every AS SELECT county, unit_no, (hash(county * 1000 + unit_no) % 1000000007)::BIGINT AS h "
            "FROM range(?) AS c(county), range(?) AS u(unit_no)",
            [counties, UNITS],
        )
        for table, made in _MADE.items():
            assert made.count("?") <= 1
            (folder / table).mkdir(parents=True)
            statement = made.format(county=_COUNTY, unit=_UNIT).replace("?", str(counties))
            names = ", ".join(columns()[table])
            engine.execute(
                f"COPY (SELECT {names} FROM ({statement}) ORDER BY region) TO '{folder / table}' "
                "(FORMAT parquet, COMPRESSION zstd, PARTITION_BY (region, year), FILENAME_PATTERN 'part-{i}')"
            )


def _timed(folder: Path) -> tuple[dict[str, float], float]:
    took: dict[str, list[float]] = {name: [] for name in roll_ups.ROLL_UPS}
    for _ in range(RUNS):
        for name, seconds in took.items():
            with duckdb.connect() as engine:
                started = time.perf_counter()
                roll_ups.views(engine, folder)
                assert engine.execute(roll_ups.sql(name)).fetchall()
                seconds.append(time.perf_counter() - started)
    medians = {name: sorted(seconds)[RUNS // 2] for name, seconds in took.items()}
    return medians, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
