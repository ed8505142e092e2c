"""The data set for analysis engines: the tables of packages as Parquet, by region and year, written by DuckDB."""

from __future__ import annotations

import functools
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zhengzhou_desk.common.atomic_file import made_folder
from zhengzhou_desk.common.errors import Refused, system_words
from zhengzhou_desk.common.paths import ANALYTICS
from zhengzhou_desk.exchange import partitions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

FORMAT, VERSION = "zhengzhou-desk-data-set", 1
MARKER = "zhengzhou-desk-data-set.json"
SCHEMA = ANALYTICS / f"data-set-{VERSION}.schema.json"
_BY = ("region", "year")
# Nothing is fetched, whatever it lacks; what is being read stays in its own folder.
_SETTINGS = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


@dataclass(frozen=True, slots=True)
class Part:
    """What the data set holds of one region and year: of which package, by its day, its moment and its digest."""

    region: str
    year: int
    as_of: str
    made: str
    digest: str

    @property
    def place(self) -> str:
        """Its folder inside each table's."""
        return f"region={self.region}/year={self.year}"


def refuse_without_engine() -> None:
    """Refuses where DuckDB is not installed: it comes with the optional part `analytics`."""
    try:
        import duckdb  # noqa: F401
    except ImportError:
        raise Refused('要写出数据集，先安装可选部分：pip install "zhengzhou-desk[analytics]"（DuckDB）') from None


def parts_of(folder: Path) -> tuple[Part, ...]:
    """What a data set holds. Refuses a folder that holds something else, and one of a newer program."""
    marker = folder / MARKER
    try:
        if (folder / partitions.DRAFT).exists():
            partitions.take_back(folder)  # what a run before was broken off in
        if not folder.exists() or not any(folder.iterdir()):
            return ()
        said = json.loads(marker.read_text(encoding="utf-8"))
        if said["format"] != FORMAT:
            raise ValueError
        if said["version"] > VERSION:
            raise Refused("{folder} 由更新版本的程序写出，请先升级本程序", folder=folder)
        return tuple(Part(**row) for row in said["parts"])
    except (FileNotFoundError, NotADirectoryError, ValueError, KeyError, TypeError):
        raise Refused("{folder} 不是空文件夹，也不是本程序写出的数据集。请另选一个新文件夹", folder=folder) from None
    except OSError as error:
        raise Refused("读不了 {path}：{reason}", path=folder, reason=system_words(error)) from None


def write(folder: Path, parts: Sequence[Part], rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Puts the `rows` of each table in the place of what the data set had of these parts; all of it or nothing."""
    made_folder(folder)
    try:
        kept = [part for part in parts_of(folder) if part.place not in {new.place for new in parts}]
        with partitions.draft(folder) as draft:
            _write_tables(draft, parts, rows)
            every = sorted([*kept, *parts], key=lambda part: (part.region, part.year))
            said = {"format": FORMAT, "version": VERSION, "parts": [_plain(part) for part in every]}
            (draft / MARKER).write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")
            partitions.put_in_place(folder, [*(f"{table}/{part.place}" for table in rows for part in parts), MARKER])
    except OSError as error:
        raise Refused("写不了 {path}：{reason}", path=folder, reason=system_words(error)) from None


def columns() -> dict[str, dict[str, str]]:
    """The columns of each table with their types, as the published description has them."""
    described = json.loads(SCHEMA.read_text(encoding="utf-8"))["$defs"]
    return {
        table: {name: _type(column) for name, column in row["properties"].items()} for table, row in described.items()
    }


def _type(column: Mapping[str, Any]) -> str:
    sort = column["type"] if isinstance(column["type"], str) else column["type"][0]
    if sort == "integer":
        return "BIGINT" if column.get("unit") == "fen" else "INTEGER"
    return "BOOLEAN" if sort == "boolean" else "DATE" if column.get("format") == "date" else "VARCHAR"


def _plain(part: Part) -> dict[str, Any]:
    return {name: getattr(part, name) for name in part.__slots__}


def _write_tables(draft: Path, parts: Sequence[Part], rows: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    import duckdb

    described = columns()
    with tempfile.TemporaryDirectory(prefix="zzd-", ignore_cleanup_errors=True) as name:
        try:
            with duckdb.connect(config={**_SETTINGS, "temp_directory": name}) as engine:
                engine.execute("SET enable_progress_bar = false")  # it would stand among the command's answers
                for table, values in rows.items():
                    lines = Path(name) / f"{table}.jsonl"
                    _write_lines(lines, values)
                    _copy(functools.partial(_run, engine), table, described[table], lines, draft, parts)
        except duckdb.Error as error:
            # A full disk, say: its words are those of the system beneath it.
            raise Refused("数据集没有写成：{reason}", reason=str(error).splitlines()[0][:200]) from None


def _run(engine: Any, statement: str, *values: object) -> None:
    engine.execute(statement, list(values))


def _write_lines(path: Path, rows: Iterable[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8") as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def _copy(
    run: Callable[..., None], table: str, described: Mapping[str, str], lines: Path, draft: Path, parts: Sequence[Part]
) -> None:
    """One table from lines of JSON into its partitions; a part without a row gets a file without a row."""
    # Names of tables and columns are those of the published description, places are quoted.
    types = ", ".join(f"'{name}': '{sort}'" for name, sort in described.items())
    read = f"SELECT * FROM read_json(?, format = 'newline_delimited', columns = {{{types}}})"  # noqa: S608
    run(f"CREATE TABLE {table} AS {read}", str(lines))
    (draft / table).mkdir()
    by, names = ", ".join(_BY), "FILENAME_PATTERN 'part-{i}'"
    place = _quoted(draft / table)
    run(f"COPY (FROM {table} ORDER BY ALL) TO {place} (FORMAT parquet, COMPRESSION zstd, PARTITION_BY ({by}), {names})")
    inside = ", ".join(name for name in described if name not in _BY)
    for part in parts:
        folder = draft / table / part.place
        if not folder.exists():
            folder.mkdir(parents=True)
            none = f"SELECT {inside} FROM {table} WHERE false"  # noqa: S608
            run(f"COPY ({none}) TO {_quoted(folder / 'part-0.parquet')} (FORMAT parquet)")
    run(f"DROP TABLE {table}")


def _quoted(path: Path) -> str:
    return "'" + str(path).replace("'", "''") + "'"
