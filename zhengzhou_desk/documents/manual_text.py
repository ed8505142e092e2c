"""The manual's Markdown as blocks: headings, paragraphs, items, tables and pictures, each with runs of text."""

from __future__ import annotations

import re
from dataclasses import dataclass

PLAIN, BOLD, CODE, LINK = "plain", "bold", "code", "link"
HEADING, PARAGRAPH, ITEM, TABLE, PICTURE = "heading", "paragraph", "item", "table", "picture"

_HEADING = re.compile(r"(#{1,3}) +(.+)")
_ITEM = re.compile(r"( *)([-*]|\d+\.) +(.+)")
_PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
_ROW = re.compile(r"\|(.*)\|")
_BETWEEN = re.compile(r"\|[-:| ]+\|")
# In a line: **bold**, `code`, [words](#chapter).
_MARKED = re.compile(r"\*\*(.+?)\*\*|`([^`]+)`|\[([^\]]+)\]\(#([^)]+)\)")
_NESTED = 2  # blanks before an item of an item


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of a line in one style; a link names the heading that it leads to."""

    text: str
    style: str = PLAIN
    target: str = ""


Runs = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """One block. `level` is that of a heading (1 to 3) or of an item (0, 1); `mark` stands before an item."""

    kind: str
    runs: Runs = ()
    level: int = 0
    mark: str = ""
    rows: tuple[tuple[Runs, ...], ...] = ()
    picture: str = ""

    @property
    def text(self) -> str:
        """What it says."""
        return "".join(run.text for run in self.runs)


def blocks(text: str, *, joined: str = " ") -> tuple[Block, ...]:
    """The blocks of a text; lines of one paragraph are put together with `joined` between them ("" in Chinese)."""
    found: list[Block] = []
    open_lines: list[str] = []
    opened: tuple[str, int, str] = (PARAGRAPH, 0, "")
    table: list[tuple[Runs, ...]] = []

    def close() -> None:
        nonlocal opened
        if open_lines:
            kind, level, mark = opened
            found.append(Block(kind, runs(joined.join(open_lines)), level, mark))
        if table:
            found.append(Block(TABLE, rows=tuple(table)))
        open_lines.clear()
        table.clear()
        opened = (PARAGRAPH, 0, "")

    for line in text.splitlines():
        stripped = line.strip()
        heading, item, picture = _HEADING.fullmatch(stripped), _ITEM.fullmatch(line), _PICTURE.fullmatch(stripped)
        if not stripped:
            close()
        elif _ROW.fullmatch(stripped):
            if not table:
                close()
            if not _BETWEEN.fullmatch(stripped):
                table.append(tuple(runs(cell.strip()) for cell in stripped[1:-1].split("|")))
        elif heading is not None:
            close()
            found.append(Block(HEADING, runs(heading[2]), len(heading[1])))
        elif picture is not None:
            close()
            found.append(Block(PICTURE, runs(picture[1]), picture=picture[2]))
        elif item is not None:
            close()
            mark = "•" if item[2] in "-*" else item[2]
            opened = (ITEM, int(len(item[1]) >= _NESTED), mark)
            open_lines.append(item[3])
        else:
            open_lines.append(stripped)
    close()
    return tuple(found)


def runs(line: str) -> Runs:
    """The pieces of a line."""
    found: list[Run] = []
    begin = 0
    for match in _MARKED.finditer(line):
        if match.start() > begin:
            found.append(Run(line[begin : match.start()]))
        bold, code, words, target = match.groups()
        if bold is not None:
            found.append(Run(bold, BOLD))
        elif code is not None:
            found.append(Run(code, CODE))
        else:
            found.append(Run(words, LINK, target))
        begin = match.end()
    if begin < len(line):
        found.append(Run(line[begin:]))
    return tuple(found)
