"""Writes the README's table of modules from their docstrings: python -m tests.readme."""

from __future__ import annotations

import ast
from pathlib import Path

HOME = Path(__file__).parent.parent
BEGIN, END = "<!-- made by: python -m tests.readme -->", "<!-- end -->"


def table() -> str:
    lines = ["| Module | What it is |", "|---|---|"]
    for path in sorted((HOME / "zhengzhou_desk").rglob("*.py")):
        docstring = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        said = docstring.splitlines()[0].replace("|", "\\|")
        lines.append(f"| `{path.relative_to(HOME).as_posix()}` | {said} |")
    return "\n".join(lines)


def main() -> None:
    readme = HOME / "README.md"
    text = readme.read_text(encoding="utf-8")
    before, rest = text.split(BEGIN)
    _, after = rest.split(END)
    readme.write_text(f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    main()
