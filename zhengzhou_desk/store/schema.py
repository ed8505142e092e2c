"""The book's file format: its tables, and the fingerprint that every book must show."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from zhengzhou_desk.common import protected_files

if TYPE_CHECKING:
    import sqlite3

APPLICATION_ID = protected_files.APPLICATION_ID
VERSION = 5

# The tables' columns stand in the order of the records' fields: rows are written and digested by place.
# `anchor` is the one row that says where journal and content stand; each entry rewrites it.
FIRST = """
CREATE TABLE "unit" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    code TEXT NOT NULL,
    name TEXT,
    uscc TEXT,
    department TEXT,
    level TEXT,
    kind TEXT,
    canteen TEXT,
    canteen_host TEXT,
    contractor TEXT,
    contractor_account TEXT,
    admin_account TEXT,
    contact TEXT,
    phone TEXT,
    founded TEXT,
    closed TEXT,
    note TEXT
) STRICT;
CREATE TABLE "change" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day TEXT NOT NULL,
    kind TEXT NOT NULL,
    old_unit TEXT,
    new_unit TEXT,
    new_name TEXT,
    carried INTEGER,
    basis TEXT,
    platform_day TEXT
) STRICT;
CREATE TABLE "filing" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    total INTEGER,
    reserve INTEGER,
    union_plan INTEGER,
    first_filed TEXT,
    last_filed TEXT,
    state TEXT,
    confirmed TEXT,
    platform_note TEXT,
    returned TEXT,
    return_reason TEXT
) STRICT;
CREATE TABLE "waiver" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    ratio INTEGER,
    document TEXT
) STRICT;
CREATE TABLE "spending" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    members INTEGER,
    welfare INTEGER,
    purchased INTEGER,
    vouchers INTEGER,
    no_funds INTEGER
) STRICT;
CREATE TABLE "account" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT,
    uscc TEXT,
    unit TEXT,
    since TEXT,
    state TEXT,
    contact TEXT,
    phone TEXT,
    address TEXT,
    note TEXT
) STRICT;
CREATE TABLE "purchase" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    number TEXT NOT NULL,
    day TEXT NOT NULL,
    buyer TEXT,
    kind TEXT,
    amount INTEGER NOT NULL,
    channel TEXT,
    accepted TEXT,
    paid TEXT,
    evaluated TEXT
) STRICT;
CREATE TABLE "execution" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    as_of TEXT NOT NULL,
    traded INTEGER,
    paid INTEGER,
    completed INTEGER
) STRICT;
CREATE TABLE "notice" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    kind TEXT NOT NULL,
    number TEXT,
    state TEXT,
    day TEXT,
    reply_by TEXT,
    rules TEXT,
    delivered TEXT,
    answered TEXT,
    note TEXT,
    content TEXT
) STRICT;
CREATE TABLE "aside" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    rule TEXT NOT NULL,
    about TEXT NOT NULL,
    row INTEGER NOT NULL,
    unit TEXT,
    year INTEGER,
    facts TEXT,
    reason TEXT NOT NULL,
    day TEXT
) STRICT;
CREATE TABLE "setting" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    year INTEGER,
    value TEXT,
    document TEXT,
    note TEXT
) STRICT;
CREATE TABLE "book_year" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    closed INTEGER
) STRICT;
CREATE TABLE "submission" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    region TEXT NOT NULL,
    year INTEGER NOT NULL,
    bureau TEXT,
    day TEXT NOT NULL,
    made TEXT,
    units INTEGER,
    total INTEGER,
    reserve INTEGER,
    completed INTEGER,
    loose INTEGER,
    digest TEXT,
    head TEXT,
    content TEXT
) STRICT;
CREATE TABLE journal (
    number INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    name TEXT NOT NULL,
    about TEXT NOT NULL,
    undoes INTEGER REFERENCES journal(number),
    changes BLOB NOT NULL,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;
CREATE TABLE anchor (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    number INTEGER NOT NULL,
    head TEXT NOT NULL,
    content TEXT NOT NULL
) STRICT;
INSERT INTO anchor VALUES (
    1, 0,
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0000000000000000000000000000000000000000000000000000000000000000'
);
CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
"""

# Who oversees an SOE; what a union has in all (asked for where a region measures by it).
SECOND = """
ALTER TABLE "account" ADD COLUMN regulator TEXT;
ALTER TABLE "spending" ADD COLUMN funds INTEGER;
"""

# Bulletins that were kept, and what is remembered of spreadsheets: until then settings whose names said so.
THIRD = """
CREATE TABLE "bulletin" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    day TEXT NOT NULL,
    asked INTEGER,
    filed INTEGER,
    confirmed INTEGER,
    reserve INTEGER,
    ordered INTEGER,
    paid INTEGER,
    completed INTEGER,
    counted INTEGER,
    base INTEGER
) STRICT;
CREATE TABLE "column_mapping" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    fingerprint TEXT NOT NULL,
    heading TEXT NOT NULL,
    field TEXT
) STRICT;
CREATE TABLE "alias" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    unit TEXT NOT NULL
) STRICT;
"""

# Who made a submission, and the codes by which a city knows its districts' keys.
FOURTH = """
CREATE TABLE "district_code" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    region TEXT NOT NULL,
    code TEXT NOT NULL,
    since TEXT NOT NULL,
    told_by TEXT
) STRICT;
ALTER TABLE "submission" ADD COLUMN origin TEXT;
ALTER TABLE "submission" ADD COLUMN signer TEXT;
ALTER TABLE "submission" ADD COLUMN origin_reason TEXT;
"""

# Contacts with units, and the parts of the city's task that units are to buy.
FIFTH = """
CREATE TABLE "followup" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    day TEXT NOT NULL,
    means TEXT NOT NULL,
    whom TEXT,
    topic TEXT,
    result TEXT,
    promised TEXT,
    fulfilled TEXT,
    next_step TEXT
) STRICT;
CREATE TABLE "quota" (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL,
    unit TEXT NOT NULL,
    amount INTEGER NOT NULL,
    basis TEXT
) STRICT;
"""

# What `fingerprint` gives for a book of each version; tests compare it with a book just made.
FINGERPRINTS = {
    1: "e34b38d980028d67f09ae01b9c3330db40a51baf73fbb85125f7b67ec11c1631",
    2: "e0301e8f7652daf2341c9c11d0cfb334a78e1e0014b5a332052f04c5aa967012",
    3: "45468fe651827cc92d23915bc3fca7e88516c95d7b02d81bd2c1398b64a7b6a8",
    4: "441badff25f41829df56cd767a3f13dbadb4da0f3a301cdb8031c6b0a52af808",
    5: "a82a4c6b5985f5974cc5a47c0e6b04ead25d076fcb0ee6551aadb0f2080a446a",
}


def fingerprint(connection: sqlite3.Connection) -> str:
    """SHA-256 over every table, index, view and trigger: a smuggled trigger shows here."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    lines = sorted(f"{kind} {name} {sql}" for kind, name, table, sql in rows if not _is_internal(kind, table))
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _is_internal(kind: str, table: str) -> bool:
    """SQLite's own tables and the list of applied migrations, but no view or trigger named like them."""
    return kind in {"table", "index"} and (table.startswith("sqlite_") or table == "_sqlite_migrations")
