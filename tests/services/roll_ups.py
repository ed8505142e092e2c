"""The roll-ups of resources/analytics run over a data set, by DuckDB and by Spark."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import duckdb

from zhengzhou_desk.common.paths import ANALYTICS
from zhengzhou_desk.exchange.data_set import columns

if TYPE_CHECKING:
    from pathlib import Path

ROLL_UPS = ("by_region", "by_year", "by_department", "by_month", "ranks", "held_out")
Rows = dict[str, list[dict[str, Any]]]


def sql(name: str) -> str:
    return (ANALYTICS / f"{name}.sql").read_text(encoding="utf-8")


def by_duckdb(folder: Path, names: tuple[str, ...] = ROLL_UPS) -> Rows:
    """What each roll-up says."""
    with duckdb.connect() as engine:
        views(engine, folder)
        found = {}
        for name in names:
            done = engine.execute(sql(name))
            columns_said = [column[0] for column in done.description or ()]
            found[name] = [dict(zip(columns_said, row, strict=True)) for row in done.fetchall()]
        return found


def views(engine: duckdb.DuckDBPyConnection, folder: Path) -> None:
    """The tables of a data set by their names, and the view that every roll-up reads."""
    engine.execute("SET enable_progress_bar = false")
    for table in columns():
        place = str(folder / table / "*" / "*" / "*.parquet").replace("'", "''")
        types = "hive_types = {'region': VARCHAR, 'year': INTEGER}"
        engine.execute(
            f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{place}', hive_partitioning = true, {types})"
        )
    engine.execute(sql("figures"))


def no_spark() -> str | None:
    """Why Spark cannot run here; None where it can."""
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed: pip install pyspark"
    java = shutil.which("java")
    if java is None or subprocess.run([java, "-version"], capture_output=True, check=False).returncode:
        return "there is no Java, which Spark needs"
    return None


def by_spark(folder: Path) -> Rows:
    """The same by Spark on this machine, from the very same files and statements."""
    from pyspark.sql import SparkSession

    session = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.shuffle.partitions", "2")
        .getOrCreate()
    )
    try:
        for table in columns():
            session.read.parquet(str(folder / table)).createOrReplaceTempView(table)
        session.sql(sql("figures"))
        return {name: [row.asDict() for row in session.sql(sql(name)).collect()] for name in ROLL_UPS}
    finally:
        session.stop()
