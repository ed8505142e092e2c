"""Writes CONTRIBUTING's table of modules from their docstrings: python -m tests.module_table [--check]."""

from __future__ import annotations

import ast
import sys
from itertools import groupby
from pathlib import Path

HOME = Path(__file__).parent.parent
PACKAGE = HOME / "zhengzhou_desk"
FILE = HOME / "CONTRIBUTING.md"
BEGIN, END = "<!-- made by: python -m tests.module_table -->", "<!-- end -->"


def said_of(path: Path) -> str:
    """The first line of a module's docstring."""
    docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
    return docstring.split("\n", 1)[0]


def table() -> str:
    """A line for each package, its modules folded below."""
    lines: list[str] = []
    paths = sorted(
        PACKAGE.rglob("*.py"), key=lambda path: (path.parent.as_posix(), path.name != "__init__.py", path.name)
    )
    for folder, found in groupby(paths, key=lambda path: path.parent):
        package, *modules = found
        lines += [f"**`{folder.relative_to(HOME).as_posix()}/`** {said_of(package)}", ""]
        if modules:
            lines += ["<details><summary>modules</summary>", ""]
            lines += [f"- `{path.name}` {said_of(path)}" for path in modules]
            lines += ["", "</details>", ""]
    return "\n".join(lines).rstrip()


def written() -> str:
    """CONTRIBUTING.md with the table as it should be."""
    before, rest = FILE.read_text(encoding="utf-8").split(BEGIN)
    _, after = rest.split(END)
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def main(arguments: list[str]) -> int:
    if "--check" in arguments:
        return int(FILE.read_text(encoding="utf-8") != written())
    FILE.write_text(written(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
