"""Books made foreign or hostile: altered by SQL, of another format, with something else beside them or in their place."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
import stat
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from zhengzhou_desk.store import digest, schema

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    Alter: TypeAlias = Callable[[sqlite3.Connection, random.Random], None]

# A file beside the book that is nobody's business.
VICTIM = "victim.txt"
# What a trigger, a view or a check leaves behind when it is run; put together while it is, so that it is not found before.
DONE = "EXECUTED"
_SAYS = "'EXEC' || 'UTED'"
_LONG = 50_000_000
_TABLES = ("unit", "filing", "setting", "book_year", "journal", "anchor", "purchase", "notice")


def _run(connection: sqlite3.Connection, *statements: str) -> None:
    for statement in statements:
        connection.execute(statement)


def _defined(connection: sqlite3.Connection, name: str, definition: str) -> None:
    """Gives a table another definition, whatever SQLite thinks of it."""
    version = connection.execute("PRAGMA schema_version").fetchone()[0]
    _run(connection, "PRAGMA writable_schema = ON")
    connection.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (definition, name))
    _run(connection, "PRAGMA writable_schema = RESET", f"PRAGMA schema_version = {version + 1}")


@contextmanager
def _unguarded(connection: sqlite3.Connection, table: str) -> Generator[None, None, None]:
    """A table whose types nobody looks at, and a journal that may be changed; afterwards nothing of that is seen."""
    sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    _defined(connection, table, sql.removesuffix(" STRICT"))
    guard = connection.execute("SELECT sql FROM sqlite_schema WHERE name = 'journal_keeps_words'").fetchone()[0]
    _run(connection, "DROP TRIGGER journal_keeps_words")
    try:
        yield
    finally:
        _run(connection, guard)
        _defined(connection, table, sql)


# -- what is done to a book --------------------------------------------------------------------------------


def _trigger(connection: sqlite3.Connection, chance: random.Random) -> None:
    table = chance.choice(_TABLES)
    when = chance.choice(("AFTER INSERT", "AFTER UPDATE", "AFTER DELETE", "BEFORE INSERT", "BEFORE UPDATE"))
    name = chance.choice(("x", "journal_keeps_lines_", "_sqlite_migrations", "_sqlite_x"))
    what = chance.choice(
        (
            f"UPDATE setting SET value = {_SAYS}",
            f"INSERT INTO setting(name, value) VALUES ('x', {_SAYS})",
            f"UPDATE filing SET platform_note = {_SAYS}",
            "SELECT load_extension('x')",
        )
    )
    _run(connection, f"CREATE TRIGGER {name} {when} ON {table} BEGIN {what}; END")


def _trigger_of_migrations(connection: sqlite3.Connection, chance: random.Random) -> None:
    """On the one table whose definition is not looked at."""
    _run(
        connection,
        f"CREATE TRIGGER x AFTER INSERT ON _sqlite_migrations BEGIN UPDATE setting SET value = {_SAYS}; END",
    )


def _index_of_migrations(connection: sqlite3.Connection, chance: random.Random) -> None:
    expression = chance.choice(
        ("json(name)", "abs(-9223372036854775808 + length(name))", "upper(name)", "length(name) / 0")
    )
    with suppress(sqlite3.Error):
        _run(connection, f"CREATE INDEX x ON _sqlite_migrations({expression})")


def _migrations_table(connection: sqlite3.Connection, chance: random.Random) -> None:
    _run(connection, "DROP TABLE _sqlite_migrations")
    _run(
        connection,
        chance.choice(
            (
                "CREATE VIRTUAL TABLE _sqlite_migrations USING dbstat",
                "CREATE VIRTUAL TABLE _sqlite_migrations USING fts5(migration_set, name, applied_at)",
                "CREATE VIEW _sqlite_migrations AS SELECT 1 AS x",
                f"CREATE TABLE _sqlite_migrations(migration_set DEFAULT ({_SAYS}), name, applied_at)",
                "CREATE TABLE _sqlite_migrations(x CHECK (load_extension(x)))",
                "CREATE TABLE _sqlite_migrations(id, migration_set, name, applied_at, g AS (zeroblob(900000000)))",
            )
        ),
    )


def _view(connection: sqlite3.Connection, chance: random.Random) -> None:
    table = chance.choice(_TABLES)
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    _run(connection, "PRAGMA legacy_alter_table = ON", f"ALTER TABLE {table} RENAME TO hidden")
    some = ", ".join(f"NULL AS {column}" for column in columns)
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
    _run(
        connection,
        chance.choice(
            (
                f"CREATE VIEW {table} AS SELECT * FROM hidden",
                f"CREATE VIEW {table} AS {endless} SELECT {some} FROM n",
                f"CREATE VIEW {table} AS {endless} SELECT {some} FROM n WHERE x < 0",
                f"CREATE VIEW {table} AS SELECT {some} FROM json_each('[1, 2]')",
            )
        ),
    )


def _endless_view_beside(connection: sqlite3.Connection, chance: random.Random) -> None:
    _run(
        connection,
        "CREATE VIEW beside AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x) FROM n",
    )


def _virtual(connection: sqlite3.Connection, chance: random.Random) -> None:
    name = chance.choice(("beside", "sheet", "zzd"))
    _run(
        connection,
        f"CREATE VIRTUAL TABLE {name} USING {chance.choice(('fts5(a)', 'fts4(a)', 'rtree(a, b, c)', 'dbstat'))}",
    )


def _expression_index(connection: sqlite3.Connection, chance: random.Random) -> None:
    what = chance.choice(("lower(name)", "length(name)", "name) WHERE abs(id) > (0"))
    _run(connection, f"CREATE INDEX beside ON unit({what})")


def _generated(connection: sqlite3.Connection, chance: random.Random) -> None:
    table = chance.choice(_TABLES)
    _run(connection, f"ALTER TABLE {table} ADD COLUMN g TEXT AS ({_SAYS}) VIRTUAL")


def _check(connection: sqlite3.Connection, chance: random.Random) -> None:
    what = chance.choice(
        ("load_extension('x')", "length(randomblob(900000000))", "total_changes() + 1", "sqlite_version() > '4'")
    )
    table = chance.choice(("unit", "filing"))
    sql = connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()[0]
    _defined(connection, table, sql.replace("id INTEGER PRIMARY KEY", f"id INTEGER CHECK ({what}) PRIMARY KEY"))


def _default(connection: sqlite3.Connection, chance: random.Random) -> None:
    _run(connection, f"ALTER TABLE {chance.choice(_TABLES)} ADD COLUMN extra TEXT DEFAULT 'x'")


def _extra_table(connection: sqlite3.Connection, chance: random.Random) -> None:
    name = chance.choice(("beside", "sqlite_stat1", "账", "unit2"))
    if name == "sqlite_stat1":
        _run(connection, "ANALYZE", "UPDATE sqlite_stat1 SET stat = 'x 9999999999999999999 sz=-1 unordered noskipscan'")
    else:
        _run(connection, f"CREATE TABLE {name}(a, b)", f"INSERT INTO {name} VALUES (1, 2)")


def _version(connection: sqlite3.Connection, chance: random.Random) -> None:
    _run(connection, f"PRAGMA user_version = {chance.choice((schema.VERSION + 1, 2_147_483_647, -1, 0, 1, 2))}")


def _application(connection: sqlite3.Connection, chance: random.Random) -> None:
    _run(connection, f"PRAGMA application_id = {chance.choice((0, 1, 0x47504B47, -1))}")


def _foreign_values(connection: sqlite3.Connection, chance: random.Random) -> None:
    """A value of another type than the column's, which a STRICT table refuses unless it is asked another way."""
    table = chance.choice([*digest.tables(connection), "journal", "anchor"])
    column = chance.choice([row[1] for row in connection.execute(f'PRAGMA table_info("{table}")') if not row[5]])
    value = chance.choice(_VALUES)
    with _unguarded(connection, table), suppress(sqlite3.IntegrityError):  # blank where something must stand
        connection.execute(
            f'UPDATE "{table}" SET "{column}" = {value} WHERE rowid = (SELECT {chance.choice(("min", "max"))}(rowid) FROM "{table}")'
        )


_VALUES = (
    "x'00ff'", "1.5", "9223372036854775807", "-9223372036854775808", "1e400", "'text'", "NULL", "''", "0", "-1", "zeroblob(1000)",
    "'a' || char(0) || 'b'", "CAST(x'EDA080' AS TEXT)", "CAST(x'FF' AS TEXT)", "char(0x202E) || 'x'", "char(10) || '=1+1'",
    "'<b>x</b><img src=\"file:///etc/passwd\">'", "'999999999999999999999'", "'2024-02-30'", "'9999-12-31'", "'0001-01-01'",
    "replace(hex(zeroblob(20000)), '0', '额')", "'../../x'", "'[' || replace(hex(zeroblob(20000)), '0', '[')", "'{}'", "'null'",
)  # fmt: skip


def _long_text(connection: sqlite3.Connection, chance: random.Random) -> None:
    table, column = chance.choice(
        (
            ("unit", "name"),
            ("unit", "note"),
            ("unit", "code"),
            ("filing", "platform_note"),
            ("setting", "value"),
            ("account", "name"),
            ("purchase", "number"),
        )
    )
    text = chance.choice(("x", "额", "长 ", "<b>", "\n"))
    text *= _LONG // len(text.encode())
    connection.execute(f"UPDATE {table} SET {column} = ? WHERE id = (SELECT max(id) FROM {table})", (text,))


def _long_journal(connection: sqlite3.Connection, chance: random.Random) -> None:
    column = chance.choice(("who", "name", "about", "changes"))
    text = "x" * _LONG
    with _unguarded(connection, "journal"):
        connection.execute(
            f"UPDATE journal SET {column} = ? WHERE number = 1", (text.encode() if column == "changes" else text,)
        )


def _sequence(connection: sqlite3.Connection, chance: random.Random) -> None:
    value = chance.choice(("'x'", "9223372036854775807", "-5", "1.5", "NULL", "x'00'", "'9'"))
    _run(connection, f"UPDATE sqlite_sequence SET seq = {value}")
    if chance.random() < 0.3:
        _run(connection, "INSERT INTO sqlite_sequence SELECT * FROM sqlite_sequence")


def _pages(connection: sqlite3.Connection, chance: random.Random) -> None:
    _run(
        connection,
        f"PRAGMA page_size = {chance.choice((512, 1024, 8192, 65536))}",
        f"PRAGMA auto_vacuum = {chance.choice((0, 1, 2))}",
        "VACUUM",
    )


def _in_wal(connection: sqlite3.Connection, chance: random.Random) -> None:
    connection.execute("PRAGMA journal_mode = WAL").fetchone()


def _nothing(connection: sqlite3.Connection, chance: random.Random) -> None:
    """As it is: another program has only looked at it."""


_ALTERATIONS: tuple[tuple[Alter, int], ...] = (
    (_trigger, 12), (_trigger_of_migrations, 3), (_index_of_migrations, 2), (_migrations_table, 4), (_view, 8), (_endless_view_beside, 2),
    (_virtual, 4), (_expression_index, 3), (_generated, 3), (_check, 5), (_default, 3), (_extra_table, 4), (_version, 5), (_application, 2),
    (_foreign_values, 24), (_sequence, 5), (_pages, 4), (_in_wal, 3), (_nothing, 2), (_long_text, 3), (_long_journal, 1),
)  # fmt: skip


def _sealed(connection: sqlite3.Connection) -> None:
    """The digest of what the book now holds, as its maker would write it: the check of the content finds nothing."""
    with suppress(sqlite3.Error, UnicodeDecodeError, TypeError):
        connection.execute("UPDATE anchor SET content = ?", (digest.as_text(digest.of_book(connection)),))


def altered(path: Path, chance: random.Random) -> str:
    """Alters the book as a program of another kind or a hostile hand would; says how."""
    count = chance.choices((1, 2, 3), (6, 3, 1))[0]
    chosen = chance.choices([each for each, _ in _ALTERATIONS], [weight for _, weight in _ALTERATIONS], k=count)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for alter in chosen:
            with suppress(sqlite3.Error):
                alter(connection, chance)
        if chance.random() < 0.7:
            _sealed(connection)
    return "+".join(alter.__name__.strip("_") for alter in chosen)


# -- books that are not even files, and others from which nothing is read ----------------------------------


def _utf16(path: Path, chance: random.Random) -> None:
    source = path.read_bytes()
    path.unlink()
    with closing(sqlite3.connect(":memory:")) as sound, closing(sqlite3.connect(path, isolation_level=None)) as other:
        sound.deserialize(source)
        other.execute(f"PRAGMA encoding = '{chance.choice(('UTF-16le', 'UTF-16be'))}'")
        for statement in sound.iterdump():
            if statement.startswith("DELETE FROM"):
                continue
            with suppress(sqlite3.Error):
                other.execute(statement)
        other.execute(f"PRAGMA application_id = {schema.APPLICATION_ID}")
        other.execute(f"PRAGMA user_version = {schema.VERSION}")
        if chance.random() < 0.5:
            other.execute("UPDATE unit SET name = CAST(x'00D8' AS TEXT)")
            _sealed(other)


def _empty_schema(path: Path, chance: random.Random) -> None:
    path.unlink()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        _run(
            connection,
            f"PRAGMA application_id = {schema.APPLICATION_ID}",
            f"PRAGMA user_version = {chance.choice((0, 1, schema.VERSION))}",
        )
        if chance.random() < 0.5:
            _run(connection, "CREATE TABLE x(y)")


def _wal_left(path: Path, chance: random.Random) -> None:
    """A book of a program that died with its last steps in the write-ahead log."""
    child = os.fork()
    if child == 0:
        connection = sqlite3.connect(path, isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL").fetchone()
        connection.execute("UPDATE filing SET reserve = 1")
        os._exit(0)
    os.waitpid(child, 0)
    if chance.random() < 0.4:
        path.with_name(path.name + "-wal").write_bytes(chance.randbytes(5_000))
    if chance.random() < 0.4:
        path.with_name(path.name + "-shm").unlink(missing_ok=True)


def _super_journal(path: Path, chance: random.Random) -> None:
    """A journal that names another file as the one above it, which SQLite removes when it has played it back."""
    work = path.with_name("work")
    shutil.copy(path, work)
    child = os.fork()
    if child == 0:
        connection = sqlite3.connect(work, isolation_level=None)
        _run(
            connection, "PRAGMA cache_size = 1", "BEGIN", "UPDATE filing SET reserve = 1", "UPDATE unit SET note = 'x'"
        )
        os._exit(0)
    os.waitpid(child, 0)
    journal = work.with_name("work-journal")
    name = str(path.with_name(VICTIM)).encode()
    end = _lock_page(work).to_bytes(4, "big") + name + len(name).to_bytes(4, "big")
    end += (sum(name) & 0xFFFFFFFF).to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7")
    path.with_name(path.name + "-journal").write_bytes(journal.read_bytes() + end if journal.exists() else end)
    shutil.copy(work, path)
    for file in (work, journal):
        file.unlink(missing_ok=True)


def _lock_page(path: Path) -> int:
    """The number of the page that SQLite never uses."""
    size = int.from_bytes(path.read_bytes()[16:18], "big")
    return 0x40000000 // size + 1


def _side_file(path: Path, chance: random.Random) -> None:
    """Something else that is called like a file of the book's."""
    beside = path.with_name(path.name + chance.choice(("-journal", "-wal", "-shm", ".lock")))
    _another(beside, chance)


def _device(path: Path, minor: int) -> Path:
    """A memory device like /dev/full or /dev/zero; where only root could make one, a pipe."""
    try:
        os.mknod(path, 0o666 | stat.S_IFCHR, os.makedev(1, minor))
    except PermissionError:
        os.mkfifo(path)
    return path


def _another(path: Path, chance: random.Random) -> None:
    """What is no file of anybody's."""
    path.unlink(missing_ok=True)
    kind = chance.choice(("folder", "fifo", "loop", "device", "nowhere", "socket", "zeros", "victim", "empty", "junk"))
    if kind == "folder":
        path.mkdir()
    elif kind == "fifo":
        os.mkfifo(path)
    elif kind == "socket":
        import socket

        with closing(socket.socket(socket.AF_UNIX)) as made, suppress(OSError):
            made.bind(str(path))
    elif kind in ("empty", "junk"):
        path.write_bytes(b"" if kind == "empty" else chance.randbytes(3_000))
    else:
        path.symlink_to(_target(path, kind))


def _target(path: Path, kind: str) -> Path:
    """Where a link in a book's place leads to."""
    if kind in ("device", "zeros"):  # nodes of our own: a command that replaces them must not take the computer's
        return _device(path.with_name(kind), 7 if kind == "device" else 5)
    return {"loop": path, "nowhere": path.with_name("nowhere")}.get(kind, path.with_name(VICTIM))


def _linked(path: Path, chance: random.Random) -> None:
    """A book by another name."""
    path.rename(path.with_name("真.zzd"))
    if chance.random() < 0.5:
        path.symlink_to(path.with_name("真.zzd"))
    else:
        path.hardlink_to(path.with_name("真.zzd"))


_OTHERS: tuple[Callable[[Path, random.Random], None], ...] = (
    _utf16, _empty_schema, _wal_left, _super_journal, _side_file, _another, _linked,
)  # fmt: skip


def made_foreign(path: Path, chance: random.Random) -> str:
    """Makes the book at `path` a foreign one; says how."""
    if chance.random() < 0.75:
        return altered(path, chance)
    other = chance.choice(_OTHERS)
    other(path, chance)
    return other.__name__.strip("_")
